import { describe, expect, test } from 'vitest';
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

const WRITTEN = Date.UTC(2024, 4, 20);

describe('duration and onset, told from the date of the note (20 May 2024)', () => {
  test.each([
    ['cough for the past 3 months', { durationDays: 91, onset: '2024-02' }],
    ['cough x 2 weeks', { durationDays: 14, onset: '2024-05-06' }],
    ['cough 3/7', { durationDays: 3, onset: '2024-05-17' }],
    ['cough since 2019', { sinceYear: 2019, onset: '2019' }],
    ['cough since March 2022', { sinceYear: 2022, onset: '2022-03' }],
    ['cough since March', { onset: '2024-03' }],
    ['cough since July', { onset: '2023-07' }],
    ['cough since 03/2023', { onset: '2023-03' }],
    ['cough since last Christmas', { onset: '2023-12' }],
    ['cough since Easter', { onset: '2024-04' }],
    ['cough since last summer', { onset: '2023-07' }],
    ['cough since the spring', { onset: '2024-04' }],
    ['cough since yesterday', { onset: '2024-05-19' }],
    ['cough since Friday', { onset: '2024-05-17' }],
    ['cough since this morning', { onset: '2024-05-20' }],
    ['cough since last week', { durationDays: 7, onset: '2024-05-13' }],
    ['3-week history of cough', { durationDays: 21, onset: '2024-04-29' }],
    ['Six month history of dry cough', { durationDays: 182, onset: '2023-11' }],
    ['2/52 hx of cough', { durationDays: 14 }],
    ['3 days of cough', { durationDays: 3, onset: '2024-05-17' }],
    ['cough for a couple of weeks', { durationDays: 14 }],
    ['cough for 6-8 weeks', { durationDays: 56 }],
    ['cough for 2 to 3 years', { durationDays: 1095 }],
    ['cough that began 2 days ago', { durationDays: 2, onset: '2024-05-18' }],
    ['cough for the last year', { durationDays: 365, onset: '2023' }],
    ['cough x5d', { durationDays: 5, onset: '2024-05-15' }],
  ])('%s', (text, expected) =>
    expect(readNote(text, lexicon, { writtenAt: WRITTEN }).mentions[0]).toMatchObject(expected),
  );

  test('without a date no onset is made up', () => {
    expect(readNote('cough for 3 months', lexicon).mentions[0]).not.toHaveProperty('onset');
    expect(readNote('cough since Christmas', lexicon).mentions[0]).not.toHaveProperty('onset');
    expect(readNote('cough since 2019', lexicon).mentions[0]).toMatchObject({ onset: '2019' });
  });

  test.each(['cough, aged 45 years old', 'cough at 14:30', 'cough, may be viral since may'])(
    '%s tells none',
    (text) => {
      expect(readNote(text, lexicon, { writtenAt: WRITTEN }).mentions[0]).not.toHaveProperty('durationDays');
    },
  );
});

test.each([
  ['Nodule with gradient 30 mm Hg', 'sizeMm'],
  ['Cough, oxygen 2 L/min', 'side'],
  ['Fatigue not worse', 'course'],
])('%s has no %s', (text, attribute) => {
  expect(readNote(text, lexicon).mentions[0]).not.toHaveProperty(attribute);
});

test('nothing is taken from another clause', () => {
  expect(readNote('Mild fever, cough, severe headache', lexicon).mentions[0]).not.toHaveProperty('severity');
});
