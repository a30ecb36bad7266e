import { expect, test } from 'vitest';
import { compileLexicon, readNote } from './index.ts';

const lexicon = compileLexicon(['flank pain', 'nodule', 'fatigue', 'cough'].map((term) => ({ concept: term, term })));

test.each([
  ['Severe R flank pain x 3/52', { severity: 'severe', side: 'right', durationDays: 21 }],
  ['Flank pain both sides for 2 years, worse at night', { side: 'bilateral', durationDays: 730 }],
  ['An 8 mm nodule in the left lower lobe, no cough', { sizeMm: 8, side: 'left' }],
  ['1.2 cm nodule, unchanged', { sizeMm: 12 }],
  ['Worsening fatigue since 2019', { course: 'worsening', sinceYear: 2019 }],
  ['cough x5d', { durationDays: 5 }],
])('%s', (text, expected) => expect(readNote(text, lexicon).mentions[0]).toMatchObject(expected));

test('nothing is taken from another clause', () => {
  expect(readNote('Mild fever, cough, severe headache', lexicon).mentions[0]).not.toHaveProperty('severity');
});
