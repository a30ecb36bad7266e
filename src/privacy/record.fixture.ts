import { type Json, objectsAt } from './json.ts';

/** The first of the objects at a key; none is an empty one. */
export const part = (json: Json | undefined, key: string): Json => objectsAt(json, key)[0] ?? {};

/** An invented person. */
export const patient: Json = {
  resourceType: 'Patient',
  id: 'pat-1',
  name: [{ use: 'official', family: 'Okonkwo-Hale', given: ['Marguerite', 'Ada'] }],
  identifier: [
    { system: 'http://hospital.example.org/mrn', value: 'MRN-4471920', assigner: { display: 'St Elsewhere' } },
  ],
  birthDate: '1957-03-04',
  gender: 'female',
  telecom: [{ system: 'phone', value: '555-392-1685' }],
  address: [{ line: ['270 VonRueden Crossing'], city: 'Newburyport', state: 'MA', postalCode: '01950', country: 'US' }],
};

/** A result of theirs, with more or other elements. */
export const observation = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'obs-1',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8302-2', display: 'Body Height' }], text: 'Body Height' },
  subject: { reference: 'Patient/pat-1', display: 'Marguerite Okonkwo-Hale' },
  effectiveDateTime: '2011-06-28T19:03:19+00:00',
  ...more,
});
