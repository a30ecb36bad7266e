import { expect, test } from 'vitest';
import { prolongedFever } from './long-fever.ts';
import { chartOfResults, type GivenResult } from './results.fixture.ts';
import { resultsOf } from './results.ts';
import { seriesOf } from './series.ts';

function count(results: readonly GivenResult[], hasLostWeight = false): number {
  const chart = chartOfResults(results);
  return prolongedFever(resultsOf(seriesOf(chart), chart, []), hasLostWeight).length;
}
const temps = (values: readonly number[], dates = ['2019-03-01', '2019-03-12', '2019-03-26']) =>
  values.map((value, index): GivenResult => ['body-temperature', dates[index] ?? '', value]);

test('three raised temperatures over three weeks', () => {
  expect(count(temps([37.9, 38.1, 37.8]))).toBe(3);
  expect(count(temps([37.9, 36.8, 37.8]))).toBe(0);
  expect(count(temps([37.9, 38.1, 37.8], ['2019-03-01', '2019-03-04', '2019-03-09']))).toBe(0);
  expect(count(temps([37.9, 38.1, 37.8], ['2018-03-01', '2018-12-12', '2019-10-26']))).toBe(0);
});

test('lower ones beside weight loss or a raised CRP', () => {
  expect(count(temps([37.6, 37.5, 37.7]))).toBe(0);
  expect(count(temps([37.6, 37.5, 37.7]), true)).toBe(3);
  expect(count([...temps([37.6, 37.5, 37.7]), ['crp', '2019-03-12', 60]])).toBe(3);
});
