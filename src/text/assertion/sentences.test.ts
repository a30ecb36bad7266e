import { describe, expect, test } from 'vitest';
import { labelledIn, readAs } from './labelled.fixture.ts';
import { FRESH, SENTENCES } from './sentences.fixture.ts';

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
    test.each(labelledIn(list))('$text', ({ text, spans, expected }) => {
      if (MISSED.has(text)) expect(readAs({ text, spans })).not.toEqual(expected);
      else expect(readAs({ text, spans })).toEqual(expected);
    });
  });
}

test('another concept in its place changes nothing of what is said of it', () => {
  const all = [...Object.values(SENTENCES), ...Object.values(FRESH)].flatMap(labelledIn);
  const changed = all.filter(({ text, spans }) => {
    const [span] = spans;
    if (!span || spans.length > 1) return false;
    const word = 'zorbelitis';
    const other = text.slice(0, span[0]) + word + text.slice(span[1]);
    return readAs({ text: other, spans: [[span[0], span[0] + word.length]] })[0] !== readAs({ text, spans })[0];
  });
  expect(changed.map(({ text }) => text)).toEqual([]);
});
