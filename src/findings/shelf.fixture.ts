import { type Chart, chartFromBundle } from '../chart/index.ts';
import type { ConditionDefinition, FindingDefinition, Knowledge, TestDefinition } from '../knowledge/index.ts';

/** A finding for tests: a symptom of common words, with what else differs. */
export function finding(id: string, more: Partial<FindingDefinition> = {}): FindingDefinition {
  return { id, name: id, kind: 'symptom', background: 0.1, backgroundSource: 'estimate', lasts: 'years', ...more };
}

export function condition(id: string, more: Partial<ConditionDefinition> = {}): ConditionDefinition {
  return {
    id,
    name: id,
    synonyms: [],
    specialty: 'test',
    codes: {},
    prevalence: [{ fromAge: 0, toAge: 120, per100k: 100, source: 'estimate' }],
    onset: { fromAge: 20, toAge: 60, course: '', source: 'estimate' },
    findings: [],
    tests: [],
    referral: { to: '', urgency: 'routine', when: '', source: 'estimate' },
    treatments: [],
    reviewed: { status: 'unreviewed' },
    ...more,
  };
}

export function medicalTest(id: string, doneBy: TestDefinition['doneBy']): TestDefinition {
  return { id, name: id, kind: 'laboratory', cost: 1, burden: 1, doneBy, source: 'estimate' };
}

export function shelf(parts: {
  findings?: FindingDefinition[];
  conditions?: ConditionDefinition[];
  tests?: TestDefinition[];
}): Knowledge {
  const byId = <T extends { id: string }>(items: readonly T[] = []) => new Map(items.map((item) => [item.id, item]));
  return {
    version: 'test',
    findings: byId(parts.findings),
    conditions: byId(parts.conditions),
    tests: byId(parts.tests),
    followUps: [],
    sources: new Map(),
    lexicon: new Map(),
    abbreviations: new Map(),
  };
}

const subject = { reference: 'Patient/p' };

/** The chart of a woman born in 1960 with these resources; ids are r0, r1, … */
export function chartOf(...resources: object[]): Chart {
  const patient = { resourceType: 'Patient', id: 'p', birthDate: '1960-01-01', gender: 'female' };
  const others = resources.map((resource, index) => ({ id: `r${index}`, subject, patient: subject, ...resource }));
  return chartFromBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient, ...others].map((resource) => ({ resource })),
  });
}

export function problem(text: string, verification = 'confirmed', more: object = {}): object {
  return {
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: verification }] },
    onsetDateTime: '2015-02-03',
    code: { text },
    ...more,
  };
}

export function noteOf(text: string, date = '2018-05-06', title = 'Clinic note'): object {
  const data = Buffer.from(text).toString('base64');
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: title },
    date: `${date}T10:00:00Z`,
    content: [{ attachment: { contentType: 'text/plain', data } }],
  };
}

export function result(loinc: string, value: number, unit: string, date: string): object {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: loinc }], text: loinc },
    effectiveDateTime: date,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}
