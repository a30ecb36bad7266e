import { expect, test } from 'vitest';
import { exampleOf } from './example.fixture.ts';
import { drugName } from './treated.ts';

const event = (name: string) =>
  ({ kind: 'medication', name, at: 0, codings: [], source: { resourceType: 'MedicationRequest', id: '1' } }) as const;

test.each([
  ['lisinopril-hydrochlorothiazide 10-12.5 mg tablet', 'lisinopril-hydrochlorothiazide'],
  ['topical ibuprofen 5% gel', 'ibuprofen'],
  ['60 ACTUAT Fluticasone propionate 0.25 MG/ACTUAT', 'fluticasone propionate'],
  ['Digoxin', 'digoxin'],
])('%s is %s', (name, short) => {
  expect(drugName(event(name))).toBe(short);
});

test('a medicine stands with the one problem that it treats', () => {
  const { summary } = exampleOf('kidney-66f', '2019-09-24').review;
  const on = summary.filter(({ text }) => text.includes('on naproxen'));
  expect(on.map(({ text }) => text)).toEqual([expect.stringContaining('osteoarthritis')]);
});
