import type { Span } from './mention.ts';
import { structureOf } from './structure.ts';
import { tokenise, WORD } from './tokens.ts';

/** Fewer words than this recur by chance or habit ("Exam normal."). */
const LEAST_WORDS = 6;

/** What the rule needs of a note. */
export interface Dated {
  readonly text: string;
  /** Milliseconds since the epoch; notes without it count in the order given. */
  readonly at?: number;
}

/**
 * For each note, in the order given, the spans of sentences (six words or more, compared without case, marks and numbers' spacing)
 * that stood already in an earlier note: copied forward, so no new evidence. The first to say it is never flagged.
 */
export function copiedSpans(given: readonly (Dated | string)[]): readonly (readonly Span[])[] {
  const notes = given.map((note) => (typeof note === 'string' ? { text: note } : note));
  const order = notes.map((_, index) => index);
  order.sort((a, b) => rank(notes[a]) - rank(notes[b]) || a - b);
  const seen = new Set<string>();
  const copied: Span[][] = notes.map(() => []);
  for (const index of order) {
    const note = notes[index];
    if (!note) continue;
    const tokens = tokenise(note.text);
    const fresh: string[] = [];
    for (const { from, to } of structureOf(tokens, undefined).sentences) {
      let count = 0;
      const parts: string[] = [];
      for (let at = from; at < to; at++) {
        const low = tokens.low[at] ?? '';
        if (tokens.kind[at] === WORD) count++;
        if (/[\p{L}\p{N}+-]/u.test(low)) parts.push(low);
      }
      if (count < LEAST_WORDS) continue;
      const key = parts.join(' ');
      if (seen.has(key)) copied[index]?.push([tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0]);
      else fresh.push(key);
    }
    for (const key of fresh) seen.add(key);
  }
  return copied;
}

const rank = (note: Dated | undefined): number =>
  note?.at === undefined || Number.isNaN(note.at) ? Number.POSITIVE_INFINITY : note.at;
