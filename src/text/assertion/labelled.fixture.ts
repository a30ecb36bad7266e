import { assertSpans } from '../index.ts';
import type { Span, Status } from '../mention.ts';

/** A sentence, the spans of its concepts, and what a careful reader says of each. */
export interface Labelled {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly expected: readonly string[];
}

/** "No [cough]. => absent", a line each: the text without brackets, and what stood in them. */
export function labelledIn(list: string): Labelled[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [marked = '', expected = ''] = line.trim().split(' => ');
      const spans: Span[] = [];
      let text = '';
      for (const part of marked.split(/(\[[^\]]*\])/)) {
        const inside = part.startsWith('[') ? part.slice(1, -1) : part;
        if (part.startsWith('[')) spans.push([text.length, text.length + inside.length]);
        text += inside;
      }
      return { text, spans, expected: expected.split('; ') };
    });
}

/** What is read of each concept, in the words of the labels. */
export const readAs = ({ text, spans }: Pick<Labelled, 'text' | 'spans'>): string[] =>
  assertSpans(text, spans).map(wordsOf);

const wordsOf = ({ assertion, temporality, experiencer, relative }: Status): string =>
  [assertion, temporality === 'current' ? '' : temporality, experiencer === 'patient' ? '' : (relative ?? experiencer)]
    .filter((word) => word !== '')
    .join(' ');
