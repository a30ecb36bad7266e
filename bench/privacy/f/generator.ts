/**
 * The sixth generator: an American community hospital in a hurry. Nicknames, names that are words in a sixth of all, shorthand, a
 * fifth of the notes in capitals or without any.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { HEAD, PROSE, TAIL, TALK } from './sentences.ts';
import { type Person, person } from './values.ts';

export function generateF(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const some = (from: readonly ((r: R, p: Person) => string)[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  if (/^\s*(?:Doctor|Patient):/.test(text)) {
    const turns = text.split('\n');
    for (const one of some(TALK, 2, 4)) turns.splice(int(r, 0, turns.length), 0, one);
    return marked(turns.join('\n'));
  }
  const parts = text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/);
  for (const one of some(PROSE, 2, 5)) parts.splice(int(r, 0, parts.length), 0, one);
  const note = `${r() < 0.35 ? `${some(HEAD, 1, 5).join('\n')}\n` : ''}${parts.join(pick(r, [' ', ' ', ' ', '\n', '  ']))}${r() < 0.35 ? `\n${some(TAIL, 1, 2).join('\n')}` : ''}`;
  const style = r();
  if (style < 0.1) return marked(recased(note, (x) => x.toUpperCase()));
  if (style < 0.2) return marked(recased(note, (x) => x.toLowerCase()));
  return marked(note);
}

/** Changes the case of all but the marks. */
function recased(note: string, change: (text: string) => string): string {
  return note.replace(/\{([a-z]+):([^{}]*)\}|[^{}]+/g, (all, category?: string, value?: string) =>
    category === undefined ? change(all) : `{${category}:${change(value ?? '')}}`,
  );
}
