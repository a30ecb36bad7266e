/**
 * Words already met. Each is one string of its own however often it stands in texts: it is compared and looked up by its
 * address, its hash is worked out once, and it holds no text from which it was cut. The table has a fixed size; a word that
 * falls on the place of another takes it.
 */
const PLACES = 1 << 15;
const known: string[] = new Array<string>(PLACES).fill('');

/** The characters [from, to) of a text, ASCII all of them, in lower case. `hash`: of them, by {@link hashOn} from 0. */
export function knownWord(text: string, from: number, to: number, hash: number): string {
  const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
  const word = known[place] ?? '';
  if (word.length === to - from && stands(word, text, from)) return word;
  const fresh = interned(text.slice(from, to).toLowerCase());
  known[place] = fresh;
  return fresh;
}

/** The hash of characters with one more. `code` is of a lower-case ASCII character. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x5bd1e995);

function stands(word: string, text: string, from: number): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(from + index);
    if (word.charCodeAt(index) !== (code >= 65 && code <= 90 ? code | 32 : code)) return false;
  }
  return true;
}

/** The engine's own copy of a string, which holds no text from which it was cut: a name of a property is always that. */
export function interned(word: string): string {
  const holder: Record<string, true> = Object.create(null);
  holder[word] = true;
  for (const name in holder) return name;
  return word;
}
