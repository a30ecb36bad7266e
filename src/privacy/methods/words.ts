/** So many texts' words are kept at hand: displays of codes repeat a million times. */
const AT_HAND = 50_000;
const LONGEST = 200;
const known = new Map<string, readonly string[]>();

/** Words and numbers of a text in lower case, without accents. */
export function wordsOf(text: string): readonly string[] {
  if (text.length > LONGEST) return split(text);
  const found = known.get(text);
  if (found) return found;
  if (known.size >= AT_HAND) known.clear();
  const made = split(text);
  known.set(text, made);
  return made;
}

function split(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
