import { expect, test } from 'vitest';
import { copiedSpans } from './index.ts';

const SENTENCE = 'Mother has an underactive thyroid since forty.';

test('a sentence of six words or more that an earlier note has is copied; the first is not', () => {
  expect(copiedSpans([SENTENCE, `New today. ${SENTENCE.toUpperCase()}`])).toEqual([[], [[11, 11 + SENTENCE.length]]]);
});

test('earlier is by time, not by order', () => {
  expect(
    copiedSpans([
      { text: SENTENCE, at: 2 },
      { text: SENTENCE, at: 1 },
    ]),
  ).toEqual([[[0, SENTENCE.length]], []]);
});

test('short and changed sentences are not copies', () => {
  expect(copiedSpans(['Exam normal today.', 'Exam normal today.'])).toEqual([[], []]);
  expect(copiedSpans(['Pain in the left knee since May.', 'No pain in the left knee since May.'])).toEqual([[], []]);
});
