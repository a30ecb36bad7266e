/**
 * The fifth generator: letters, forms and talk in the manner of British, Irish, German and Indian hospitals beside American ones;
 * a note in capitals, without capitals, or with the spaces of a scan here and there.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { CLOSE, FORM, PROSE, TALK } from './sentences.ts';
import { type Person, person } from './values.ts';

export function generateE(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r);
  const lines = (from: readonly ((r: R, p: Person) => string)[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  if (/^\s*(?:Doctor|Patient):/.test(text)) {
    const turns = text.split('\n');
    for (const line of lines(TALK, 2, 4)) turns.splice(int(r, 0, turns.length), 0, line);
    return marked(turns.join('\n'));
  }
  const sentences = text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/);
  for (const line of lines(PROSE, 2, 5)) sentences.splice(int(r, 0, sentences.length), 0, line);
  const head = r() < 0.4 ? `${lines(FORM, 2, 6).join('\n')}\n\n` : '';
  const end = r() < 0.35 ? `\n\n${lines(CLOSE, 1, 2).join('\n')}` : '';
  const note = head + sentences.join(r() < 0.85 ? ' ' : '\n') + end;
  const style = r();
  if (style < 0.06) return marked(recased(note, (x) => x.toUpperCase()));
  if (style < 0.12) return marked(recased(note, (x) => x.toLowerCase()));
  if (style < 0.16) return marked(note.replace(/(?<=[a-z,.]) (?=\S)/g, () => (r() < 0.1 ? '  ' : ' ')));
  return marked(note);
}

/** Changes the case of all but the marks. */
function recased(note: string, change: (text: string) => string): string {
  return note.replace(/\{([a-z]+):([^{}]*)\}|[^{}]+/g, (all, category?: string, value?: string) =>
    category === undefined ? change(all) : `{${category}:${change(value ?? '')}}`,
  );
}
