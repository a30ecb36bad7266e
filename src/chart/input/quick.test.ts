import { expect, it } from 'vitest';
import { bundle, observation, patient } from '../fixtures.ts';
import { onlyPatientOf } from './quick.ts';

const of = (json: unknown, space?: number) => onlyPatientOf(Buffer.from(JSON.stringify(json, null, space)));

it('finds the only patient of a bundle', () => {
  expect(of(bundle(patient, observation()))).toBe('p1');
  expect(of(bundle(observation(), patient), 2)).toBe('p1');
  const late = { resourceType: 'Patient', name: [{ id: 'not this', text: 'id": "nor this' }], id: 'p2' };
  expect(of(bundle(observation({ note: [{ text: '"resourceType":"Patient"' }] }), late))).toBe('p2');
});

it('leaves what is not plain to the parser', () => {
  expect(of(bundle(observation()))).toBeUndefined();
  expect(of(bundle(patient, { ...patient, id: 'p2' }))).toBeUndefined();
  expect(of(patient)).toBeUndefined();
  expect(of(bundle({ id: 'p1', resourceType: 'Patient' }))).toBeUndefined();
  expect(of(bundle({ resourceType: 'Patient' }))).toBeUndefined();
  expect(of(bundle({ resourceType: 'Patient', id: 'a"b' }))).toBeUndefined();
  expect(
    onlyPatientOf(Buffer.from('{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"')),
  ).toBeUndefined();
});
