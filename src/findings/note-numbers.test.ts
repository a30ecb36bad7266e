import { expect, test } from 'vitest';
import { readNotes } from './notes.ts';
import { resultsOf } from './results.ts';
import { seriesOf } from './series.ts';
import { chartOf, noteOf, shelf } from './shelf.fixture.ts';

/** What the results of a note are: `analyte value` or `analyte flag`. */
function read(text: string, title = 'Clinic note'): string[] {
  const chart = chartOf(noteOf(text, '2018-05-06', title));
  const results = resultsOf(seriesOf(chart), chart, readNotes(chart, shelf({})));
  return [...results].flatMap(([analyte, list]) => list.map(({ value, flag }) => `${analyte} ${value ?? flag}`)).sort();
}

test.each([
  ['Spirometry nurse (FEV1/FVC 0.74).', ['fev1-fvc 74']],
  ['FEV1/FVC 62%.', ['fev1-fvc 62']],
  ['FEV1/FVC 3.', []],
  ['Sinus 68. PR 224, QRS 96.', []],
  ['Sinus 72, PR 188.', []],
  ['BP 120/80 PR 84.', ['diastolic-bp 80', 'heart-rate 84', 'systolic-bp 120']],
  ['Na 14.', []],
  ['Ferritin 260, sats normal.', ['ferritin 260', 'transferrin-saturation normal']],
  ['Ferritin 900, sats 62%.', ['ferritin 900', 'transferrin-saturation 62']],
  ['Chest clear, sats 96.', ['oxygen-saturation 96']],
])('%s', (text, results) => expect(read(text)).toEqual(results));

test('a PR in a report of an ECG is an interval', () => {
  expect(read('Rate 62. PR 190.', 'ECG report').filter((one) => one.startsWith('heart-rate 190'))).toEqual([]);
});
