import type { Evidence } from '../finding.ts';
import { evidenceOf } from '../mentioned.ts';
import { isCopied, type ReadNote } from '../notes.ts';

/** Where a pattern of words was found in a note, with the words just before it and its clause. */
export interface Told {
  readonly match: RegExpExecArray;
  readonly before: string;
  readonly after: string;
  readonly evidence: Evidence;
}

/** Just before what is told, it is told of a relative. */
export const RELATIVE =
  /\b(?:husband|wife|spouse|partner|dad|father|mum|mom|mother|parents?|brother|sister|son|daughter|uncle|aunt|grand\w+|gf|FHx?|family)\b[^.;\n]{0,40}$/i;

/** Every place of a note of the patient's own where the pattern (global) stands; not what is told of relatives, nor copies. */
export function toldIn(read: ReadNote, pattern: RegExp): Told[] {
  const { text } = read.note;
  return [...text.matchAll(pattern)].flatMap((match): Told[] => {
    const span = [match.index, match.index + match[0].length] as const;
    const before = text.slice(Math.max(0, span[0] - 60), span[0]);
    if (RELATIVE.test(before) || isCopied(read, span)) return [];
    const sentence = sentenceAround(text, span);
    return [
      { match, before, after: text.slice(span[1], span[1] + 40), evidence: evidenceOf(read, { span, sentence }) },
    ];
  });
}

/** From the end of the sentence or line before to the end of this one. */
export function sentenceAround(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  const before = text.slice(0, start);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1;
  const stop = text.slice(end).search(/[.;](?:\s|$)|\n/);
  return [from, stop < 0 ? text.length : end + stop + 1];
}
