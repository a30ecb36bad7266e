/**
 * The eleventh generator, written after the tenth had been looked at and mended for: other people, other values, other places for
 * them in the text. Its first run stands in docs/privacy-text.md; nothing was changed for it.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { CLOSE, type Line, MIDDLE, OPEN, TALK } from './lines.ts';
import { person } from './people.ts';
import { kin, mister, name } from './values.ts';

export function generateK(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const some = (from: readonly Line[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  const talk = /^\s*(?:Doctor|Patient):/.test(text);
  const called = named(r, text, [name(p.given), name(p.family), mister(r, p)]);
  const parts = talk
    ? called.split('\n')
    : called.split(/(?<=[a-z0-9)}%][.?!])(?<!\b(?:Dr|Mr|Mrs|Ms|St)\.)\s+(?=[A-Z{])/);
  for (const one of some(talk ? TALK : MIDDLE, 2, 6)) parts.splice(int(r, 0, parts.length), 0, one);
  const head = !talk && r() < 0.4 ? `${some(OPEN, 1, 3).join('\n')}\n\n` : '';
  const tail = !talk && r() < 0.4 ? `\n\n${some(CLOSE, 1, 2).join('\n')}` : '';
  return dressed(r, marked(head + parts.join(talk ? '\n' : ' ') + tail));
}

/** The note's own words for its people, here and there, by a name. */
function named(r: R, text: string, names: readonly string[]): string {
  let left = int(r, 0, 2);
  return text.replace(
    /\b[Tt]he patient(?=['’ ,.])|(?<=[.!?]\s)(?:He|She)(?= (?:has|is|was|denies|reports|states|had|presented))|\b(?:his|her|my) (?:mother|father|wife|husband|son|daughter|sister|brother)\b/g,
    (found) => {
      if (left === 0 || r() < 0.5) return found;
      left -= 1;
      return /^(?:his|her|my)/.test(found) ? `${found} ${kin(r)}` : pick(r, names);
    },
  );
}

/** One note in fifteen in capitals, one in fifteen without a case. */
function dressed(r: R, note: GoldNote): GoldNote {
  const u = r();
  const make = u < 1 / 15 ? 'toUpperCase' : u < 2 / 15 ? 'toLowerCase' : undefined;
  if (make === undefined) return note;
  return { ...note, text: note.text.replace(/\p{L}/gu, (x) => (x[make]().length === x.length ? x[make]() : x)) };
}
