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

/** A sentence long enough to be known again: its words, and where it stands. */
export interface Known {
  readonly key: string;
  readonly span: Span;
}

/** The sentences of a text that are long enough, compared without case, marks and numbers' spacing. */
export function knownAgain(text: string): Known[] {
  const tokens = tokenise(text);
  return structureOf(tokens, undefined).sentences.flatMap(({ from, to }): Known[] => {
    let count = 0;
    const parts: string[] = [];
    for (let at = from; at < to; at++) {
      const low = tokens.low[at] ?? '';
      if (tokens.kind[at] === WORD) count++;
      if (/[\p{L}\p{N}+-]/u.test(low)) parts.push(low);
    }
    if (count < LEAST_WORDS) return [];
    return [{ key: parts.join(' '), span: [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0] }];
  });
}

/**
 * For each note, in the order given, the spans of sentences (six words or more) that stood already in an earlier note: copied
 * forward, so no new evidence. The first to say it is never flagged. `sentencesOf` gives the sentences of a note by its index,
 * for callers who keep them.
 */
export function copiedSpans(
  given: readonly (Dated | string)[],
  sentencesOf: (text: string, index: number) => readonly Known[] = knownAgain,
): readonly (readonly Span[])[] {
  const notes = given.map((note) => (typeof note === 'string' ? { text: note } : note));
  const order = notes.map((_, index) => index);
  order.sort((a, b) => rank(notes[a]) - rank(notes[b]) || a - b);
  const seen = new Set<string>();
  const copied: Span[][] = notes.map(() => []);
  for (const index of order) {
    const sentences = sentencesOf(notes[index]?.text ?? '', index);
    for (const { key, span } of sentences) if (seen.has(key)) copied[index]?.push(span);
    for (const { key } of sentences) seen.add(key);
  }
  return copied;
}

const rank = (note: Dated | undefined): number =>
  note?.at === undefined || Number.isNaN(note.at) ? Number.POSITIVE_INFINITY : note.at;
