import { describe, expect, it } from 'vitest';
import { ProdromeError } from '../../errors.ts';
import { bundle, chartWith, concept, condition, observation, patient, read } from '../fixtures.ts';
import { chartFromBundle, chartFromResources } from './charts.ts';

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof ProdromeError ? error.code : String(error);
  }
  return undefined;
}

describe('the patient', () => {
  it('has a name, a sex, and a date of birth', () => {
    expect(chartWith().patient).toEqual({
      id: 'p1',
      name: 'Jane Doe',
      sex: 'female',
      birthDate: '1970-05-04',
      source: { resourceType: 'Patient', id: 'p1' },
    });
  });

  it('is of the sex at birth where that is stated', () => {
    const extension = [{ url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'M' }];
    expect(chartFromResources([{ ...patient, gender: 'other', extension }]).patient.sex).toBe('male');
    expect(chartFromResources([{ ...patient, gender: 'unknown' }]).patient.sex).toBeUndefined();
  });

  it('and what is of the patient say where they came from, when their resources do', () => {
    const meta = { source: 'urn:example:lab#42' };
    const { events, patient: known } = chartFromResources([patient, { ...observation(), meta }]);
    expect(events[0]?.source).toEqual({ resourceType: 'Observation', id: 'o1', origin: 'urn:example:lab#42' });
    expect(known.source).not.toHaveProperty('origin');
  });

  it('is found by id, by Patient/id and by a record number', () => {
    const two = bundle(patient, { ...patient, id: 'p2', identifier: [{ value: 'MRN2' }] });
    expect(chartFromBundle(two, { patient: 'p2' }).patient.id).toBe('p2');
    expect(chartFromBundle(two, { patient: 'Patient/p1' }).patient.id).toBe('p1');
    expect(chartFromBundle(two, { patient: 'MRN2' }).patient.id).toBe('p2');
    expect(codeOf(() => chartFromBundle(two))).toBe('patient-ambiguous');
    expect(codeOf(() => chartFromBundle(two, { patient: 'p3' }))).toBe('patient-unknown');
  });

  it('may be somebody to whom the input only refers', () => {
    const chart = chartFromBundle(bundle(observation()));
    expect(chart.patient).toMatchObject({ id: 'p1' });
    expect(chart.issues.map(({ code }) => code)).toEqual(['reference-unresolved']);
  });

  it('may be missing, and then there is no chart', () => {
    expect(codeOf(() => chartFromBundle(bundle({ resourceType: 'Organization', id: 'x' })))).toBe('input-no-patient');
    expect(codeOf(() => chartFromBundle({ resourceType: 'Bundle', type: 'searchset', total: 0 }))).toBe(
      'input-no-patient',
    );
    expect(codeOf(() => chartFromBundle({ hello: 'world' }))).toBe('input-not-fhir');
    expect(codeOf(() => chartFromBundle(null))).toBe('input-not-fhir');
  });
});

describe('references', () => {
  const url = 'urn:uuid:7d3a3b1e-0000-4000-8000-000000000001';
  const entry = (subject: object, fullUrl = url) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ fullUrl, resource: patient }, { resource: observation({ subject }) }],
  });

  it.each([
    ['urn:uuid', { reference: url }, url],
    ['relative', { reference: 'Patient/p1' }, url],
    ['with a version', { reference: 'Patient/p1/_history/3' }, url],
    ['absolute', { reference: 'https://example.org/fhir/Patient/p1' }, 'https://example.org/fhir/Patient/p1'],
    ['absolute, without a full URL', { reference: 'https://example.org/fhir/Patient/p1' }, url],
    ['conditional', { reference: 'Patient?identifier=urn:example:mrn|MRN1' }, url],
    ['conditional, encoded', { reference: 'Patient?identifier=urn%3Aexample%3Amrn%7CMRN1' }, url],
    ['by identifier', { type: 'Patient', identifier: { system: 'urn:example:mrn', value: 'MRN1' } }, url],
  ])('%s', (_, subject, fullUrl) => {
    const chart = chartFromBundle(entry(subject, fullUrl));
    expect(chart.events).toHaveLength(1);
    expect(chart.issues).toEqual([]);
  });

  it('to another patient keep the data apart, and are reported', () => {
    const chart = chartFromBundle(
      bundle(patient, observation(), observation({ id: 'o2', subject: { reference: 'Patient/p2' } })),
    );
    expect(chart.events.map(({ source }) => source.id)).toEqual(['o1']);
    expect(chart.issues).toMatchObject([{ code: 'reference-other-patient', where: 'Observation/o2' }]);
  });

  it('to a group are of nobody', () => {
    expect(read(observation({ subject: { reference: 'Group/g1' } })).event).toBeUndefined();
  });

  it('that are missing in the record of one patient mean that patient', () => {
    const { event, issues } = read(observation({ subject: undefined }));
    expect(event?.analyte).toBe('ferritin');
    expect(issues).toEqual(['reference-unresolved']);
  });

  it('that are missing among several patients mean nobody', () => {
    const chart = chartFromBundle(
      bundle(patient, { ...patient, id: 'p2', identifier: [] }, observation({ subject: undefined })),
      { patient: 'p1' },
    );
    expect(chart.events).toEqual([]);
    expect(chart.issues).toMatchObject([
      { code: 'reference-unresolved', text: 'Observation without a patient, left out' },
    ]);
  });
});

it('a resource given twice is read once, in its newer state', () => {
  const older = condition({ meta: { lastUpdated: '2015-01-01T00:00:00Z' }, code: { text: 'old' } });
  const newer = condition({ meta: { lastUpdated: '2016-01-01T00:00:00Z' }, code: { text: 'new' } });
  for (const chart of [chartWith(older, newer), chartWith(newer, older)]) {
    expect(chart.events.map(({ name }) => name)).toEqual(['new']);
    expect(chart.issues.map(({ code }) => code)).toEqual(['duplicate']);
  }
});

it('bundles in bundles, lists and single resources are read', () => {
  const inner = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: observation() }] };
  expect(chartFromBundle(bundle(patient, inner)).events).toHaveLength(1);
  expect(chartFromBundle([patient, observation()]).events).toHaveLength(1);
  expect(chartFromBundle(patient).events).toEqual([]);
});

it('what is no resource is reported at its place, and the rest is read', () => {
  const broken = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      { resource: patient },
      { resource: { id: 'x' } },
      'text',
      null,
      { request: { method: 'DELETE', url: 'x' } },
      { resource: observation() },
    ],
  };
  const chart = chartFromBundle(broken);
  expect(chart.events).toHaveLength(1);
  expect(chart.issues).toMatchObject([{ code: 'resource-invalid', where: 'entry[1]', count: 3 }]);
});

describe('dates', () => {
  const at = (id: string, effectiveDateTime: string, more: object = {}) =>
    observation({ id, effectiveDateTime, ...more });

  it('before birth are kept and reported; those of another century are not', () => {
    const chart = chartWith(at('a', '1970-05-01'), at('b', '1890-01-01'));
    expect(chart.events.map(({ time }) => time)).toEqual(['1970-05-01', undefined]);
    expect(chart.issues.map(({ code, text }) => [code, text])).toEqual([
      ['date-implausible', 'date before birth'],
      ['date-implausible', 'date outside the life of the patient, read without it'],
    ]);
  });

  it('after death and in the future are kept and reported', () => {
    const dead = { ...patient, deceasedDateTime: '2016-01-01T10:00:00Z' };
    const after = chartFromResources([dead, at('a', '2016-01-02'), at('b', '2016-03-01')]);
    expect(after.issues).toMatchObject([
      { code: 'date-implausible', text: 'date after death', where: 'Observation/b' },
    ]);
    const future = chartFromResources([patient, at('a', '2016-01-02'), at('b', '2016-03-01')], { today: '2016-01-01' });
    expect(future.issues).toMatchObject([{ text: 'date in the future', where: 'Observation/b' }]);
  });
});

it('other versions of FHIR are told by their elements', () => {
  const stu3 = bundle(
    patient,
    condition({ clinicalStatus: 'active' }),
    observation({ context: { reference: 'Encounter/1' } }),
  );
  const dstu2 = bundle(
    patient,
    condition({ patient: { reference: 'Patient/p1' }, subject: undefined, clinicalStatus: 'active' }),
    observation({ category: { coding: [] } }),
  );
  const r5 = bundle(patient, condition(), {
    resourceType: 'MedicationRequest',
    id: 'm',
    subject: { reference: 'Patient/p1' },
    medication: { concept: { text: 'x' } },
  });
  for (const [json, version] of [
    [stu3, 'STU3'],
    [dstu2, 'DSTU2'],
    [r5, 'R5'],
  ] as const) {
    expect(() => chartFromBundle(json, { path: 'x.json' })).toThrow(
      `x.json is FHIR ${version}, not R4: convert it to R4 first`,
    );
  }
  expect(
    chartWith(
      condition({ clinicalStatus: 'active' }),
      condition({ id: 'c2' }),
      observation({ encounter: { reference: 'Encounter/1' } }),
    ).events,
  ).toHaveLength(3);
});

it('equal issues are counted together, and errors say nothing of the record', () => {
  const unit = (id: string, unit: string) =>
    observation({ id, valueQuantity: { value: 5, unit }, effectiveDateTime: `2015-01-0${id}` });
  const chart = chartWith(unit('1', 'cm'), unit('2', 'cm'), unit('3', 'cm'));
  expect(chart.issues).toMatchObject([{ code: 'unit-mismatch', count: 3, where: 'Observation/1 value' }]);
});

it('events are in order of time, undated last', () => {
  const chart = chartWith(
    observation({ id: 'z', effectiveDateTime: '2015' }),
    observation({ id: 'y', effectiveDateTime: undefined }),
    observation({
      id: 'a',
      effectiveDateTime: '2015-01-01',
      code: concept('2823-3', 'K'),
      valueQuantity: { value: 4, unit: 'mmol/L' },
    }),
    observation({ id: 'x', effectiveDateTime: '2014-12-31T23:59:00-05:00' }),
  );
  expect(chart.events.map(({ source }) => source.id)).toEqual(['a', 'z', 'x', 'y']);
});
