/** The seventh generator: plain notes, letters and talk of hospitals around the world; names, numbers and addresses of theirs. */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { HEAD, PROSE, TAIL, TALK } from './sentences.ts';
import { full, mr, type Person, person } from './values.ts';

export function generateG(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r, /\b(?:she|her)\b/i.test(text) ? true : /\b(?:he|his)\b/i.test(text) ? false : r() < 0.5);
  const some = (from: readonly ((r: R, p: Person) => string)[], low: number, high: number): string[] =>
    Array.from({ length: int(r, low, high) }, () => pick(r, from)(r, p));
  if (/^\s*(?:Doctor|Patient):/.test(text)) {
    const turns = text.split('\n');
    for (const one of some(TALK, 2, 4)) turns.splice(int(r, 0, turns.length), 0, one);
    return marked(turns.join('\n'));
  }
  const parts = text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/).map((sentence) => {
    if (r() > 0.3) return sentence;
    return sentence
      .replace(/^An? (?=\d+-year-old)/, () => `${full(r, p)} is a `)
      .replace(/^(?:The patient|He|She)(?= (?:is|was|has|had|reports|denies|states)\b)/, () => mr(p, r));
  });
  for (const one of some(PROSE, 2, 5)) parts.splice(int(r, 0, parts.length), 0, one);
  const head = r() < 0.35 ? `${some(HEAD, 1, 5).join('\n')}\n\n` : '';
  const tail = r() < 0.3 ? `\n\n${some(TAIL, 1, 2).join('\n')}` : '';
  return marked(head + parts.join(' ') + tail);
}
