import { expect, test } from 'vitest';
import { readNotes } from './notes.ts';
import { resistantHypertension } from './pressure-drugs.ts';
import { resultsOf } from './results.ts';
import { seriesOf } from './series.ts';
import { chartOf, result, shelf } from './shelf.fixture.ts';

const NOW = Date.parse('2020-01-01');
const drug = (text: string, status = 'active', authoredOn = '2019-01-01') => ({
  resourceType: 'MedicationRequest',
  status,
  intent: 'order',
  authoredOn,
  medicationCodeableConcept: { text },
});
const bp = (value: number, date: string) => result('8480-6', value, 'mm[Hg]', date);

function isResistant(...resources: object[]): boolean {
  const chart = chartOf(...resources);
  const results = resultsOf(seriesOf(chart), chart, readNotes(chart, shelf({})));
  return resistantHypertension(chart, results, NOW).length > 0;
}

const THREE = [drug('Ramipril 10 mg'), drug('Amlodipine 10 mg'), drug('Indapamide 2.5 mg')];
const HIGH = [bp(152, '2019-05-01'), bp(148, '2019-09-01')];

test('three classes, and high on two days of the last year', () => {
  expect(isResistant(...THREE, ...HIGH)).toBe(true);
  expect(isResistant(...THREE, bp(152, '2019-05-01'))).toBe(false);
  expect(isResistant(...THREE, bp(152, '2017-05-01'), bp(152, '2017-09-01'))).toBe(false);
  expect(isResistant(...THREE.slice(1), ...HIGH)).toBe(false);
});

test('two drugs of one class are one class; one tablet may hold two', () => {
  expect(isResistant(drug('Ramipril 10 mg'), drug('Losartan 50 mg'), drug('Amlodipine'), ...HIGH)).toBe(false);
  expect(isResistant(drug('Losartan-hydrochlorothiazide'), drug('Amlodipine'), ...HIGH)).toBe(true);
});

test('a drug that was stopped does not count', () => {
  expect(isResistant(...THREE.slice(1), drug('Ramipril', 'stopped'), ...HIGH)).toBe(false);
});

test('four classes for a pressure that was high', () => {
  const four = [...THREE, drug('Spironolactone 25 mg')];
  expect(isResistant(...four, bp(150, '2017-05-01'))).toBe(true);
  expect(isResistant(...four, bp(118, '2019-05-01'))).toBe(false);
});
