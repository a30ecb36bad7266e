import { expect, test } from 'vitest';
import type { TestDefinition } from '../knowledge/index.ts';
import { doneTestsOf } from './done.ts';
import { readRecord } from './record.ts';
import { chartOf, medicalTest, noteOf, result, shelf } from './shelf.fixture.ts';

const knowledge = shelf({
  tests: [
    medicalTest('ferritin', { analytes: ['ferritin'] }),
    medicalTest('colonoscopy', { terms: ['colonoscopy'], codes: { cpt: ['45378'] } }),
    medicalTest('ecg', { terms: ['ECG'] }),
    medicalTest('chest-ct', { terms: ['chest CT', 'CT chest'] }),
  ],
});

/** What was done, how and when: `report 2018-05-06`. */
function done(id: string, ...resources: object[]): string[] {
  const record = readRecord(chartOf(...resources), knowledge, '2020-06-01');
  return (doneTestsOf(record, knowledge).get(id) ?? []).map(
    ({ how, at }) => `${how} ${Number.isNaN(at) ? '?' : new Date(at).toISOString().slice(0, 10)}`,
  );
}

const procedure = (text: string, more: object = {}) => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text },
  performedDateTime: '2018-05-06',
  ...more,
});

test('a result of its analyte', () => {
  expect(done('ferritin', result('2276-4', 9, 'ng/mL', '2018-05-06'))).toEqual(['result 2018-05-06']);
  expect(done('ferritin', result('2345-7', 90, 'mg/dL', '2018-05-06'))).toEqual([]);
});

test('a sample that gave no result answers nothing', () => {
  const spoilt = { valueQuantity: undefined, valueString: 'Sample haemolysed, please repeat' };
  expect(done('ferritin', { ...result('2276-4', 9, 'ng/mL', '2018-05-06'), ...spoilt })).toEqual([]);
});

test('a procedure, by name or by code, oldest first', () => {
  const code = { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '45378' }], text: 'GI endoscopy' };
  const [first, second] = [procedure('', { code }), procedure('Colonoscopy', { performedDateTime: '2014-01-02' })];
  expect(done('colonoscopy', first, second)).toEqual(['report 2014-01-02', 'report 2018-05-06']);
});

test('a procedure that was not done was not done', () => {
  expect(done('colonoscopy', procedure('Colonoscopy', { status: 'not-done' }))).toEqual([]);
});

test('a procedure that its name denies was not done', () => {
  expect(done('colonoscopy', procedure('No colonoscopy'))).toEqual([]);
});

test('an order is only an order', () => {
  const order = { resourceType: 'ServiceRequest', status: 'active', intent: 'order', authoredOn: '2018-05-06' };
  expect(done('colonoscopy', { ...order, code: { text: 'Colonoscopy' } })).toEqual(['order 2018-05-06']);
});

test('a report by its title', () => {
  expect(done('chest-ct', noteOf('Lungs clear.', '2018-05-06', 'CT chest'))).toEqual(['report 2018-05-06']);
});

test.each([
  ['Colonoscopy in March was normal.', ['note 2018-05-06']],
  ['Plan: colonoscopy.', []],
  ['Recommend colonoscopy in 6 months.', []],
  ['No colonoscopy so far.', []],
  ['Letter re colonoscopy - insurance will not cover, declines.', []],
  ['Her mother had a colonoscopy.', []],
  ['Colonoscopy: normal to the caecum.', ['note 2018-05-06']],
  ['Colonoscopy: awaited.', []],
])('a note: %s', (text, how) => {
  expect(done('colonoscopy', noteOf(text))).toEqual(how);
});

test.each([
  ['ECG: sinus rhythm.', ['note 2018-05-06']],
  ['Seen today. ECG: sinus rhythm, QRS 142 ms.', ['note 2018-05-06']],
  ['ECG: awaited.', []],
])('under a heading that names it: %s', (text, how) => {
  expect(done('ecg', noteOf(text))).toEqual(how);
});

test('a procedure whose name is a heading in notes', () => {
  expect(done('ecg', procedure('ECG'))).toEqual(['report 2018-05-06']);
});

test('an undated one comes first, and answers nothing that has a date', () => {
  const undated = procedure('Colonoscopy', { performedDateTime: undefined });
  expect(done('colonoscopy', procedure('Colonoscopy'), undated)).toEqual(['report ?', 'report 2018-05-06']);
});

test.each(['Chest CT outpt w/ resp clinic.', 'CT chest due, not scheduled.', 'Awaiting CT chest.'])(
  'a test still to come is not done: %s',
  (text) => {
    expect(done('chest-ct', noteOf(text, '2018-05-06'))).toEqual([]);
  },
);

test("a specialist's own note is that specialty's opinion", () => {
  const cardiology: TestDefinition = {
    ...medicalTest('referral-cardiology', {}),
    name: 'Cardiology',
    kind: 'referral',
  };
  const seen = (author: string) => {
    const note = { ...noteOf('Rate controlled.'), author: [{ display: author }] };
    return doneTestsOf(
      readRecord(chartOf(note), shelf({ tests: [cardiology] }), '2020-06-01'),
      shelf({ tests: [cardiology] }),
    ).has('referral-cardiology');
  };
  expect([seen('Dr A. Lee (Cardiology)'), seen('Dr A. Lee (neurocardiology desk)')]).toEqual([true, false]);
});
