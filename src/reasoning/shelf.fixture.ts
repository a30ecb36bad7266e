import { type Chart, chartFromBundle } from '../chart/index.ts';
import { doneTestsOf, type Finding, type PatientRecord, readRecord } from '../findings/index.ts';
import type {
  ConditionDefinition,
  FindingDefinition,
  FollowUpRule,
  Knowledge,
  TestDefinition,
} from '../knowledge/index.ts';
import type { Contribution, Hypothesis } from './hypothesis.ts';

/** Definitions for the tests of this room, with what else differs. */
export function findingDefinition(id: string, more: Partial<FindingDefinition> = {}): FindingDefinition {
  return { id, name: id, kind: 'symptom', background: 0.1, backgroundSource: 'estimate', lasts: 'years', ...more };
}

export function conditionDefinition(id: string, more: Partial<ConditionDefinition> = {}): ConditionDefinition {
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
    referral: { to: 'a clinic', urgency: 'soon', when: 'it is likely', source: 'estimate' },
    treatments: [],
    reviewed: { status: 'unreviewed' },
    ...more,
  };
}

export function testDefinition(id: string, more: Partial<TestDefinition> = {}): TestDefinition {
  return { id, name: id, kind: 'laboratory', cost: 1, burden: 1, doneBy: {}, source: 'estimate', ...more };
}

export interface ShelfParts {
  readonly findings?: readonly FindingDefinition[];
  readonly conditions?: readonly ConditionDefinition[];
  readonly tests?: readonly TestDefinition[];
  readonly followUps?: readonly FollowUpRule[];
}

export function shelfOf({ findings, conditions, tests, followUps = [] }: ShelfParts): Knowledge {
  const byId = <T extends { id: string }>(items: readonly T[] = []) => new Map(items.map((item) => [item.id, item]));
  return {
    version: 'test',
    findings: byId(findings),
    conditions: byId(conditions),
    tests: byId(tests),
    followUps,
    sources: new Map(),
    lexicon: new Map(),
    abbreviations: new Map(),
  };
}

/** A finding that speaks for a condition with this many natural log-odds, by one result of 1 January 2019. */
export function contribution(finding: string, logOdds: number, day = '2019-01-01'): Contribution {
  const evidence = [
    { source: { resourceType: 'Observation', id: finding }, time: day, at: Date.parse(day), text: finding },
  ];
  const presence: Finding['presence'] = logOdds < 0 ? 'absent' : 'present';
  return { finding, name: finding, presence, logOdds, evidence, source: 'estimate' };
}

export function hypothesis(
  condition: ConditionDefinition,
  posterior: number,
  contributions: readonly Contribution[] = [contribution('x', 5)],
  more: Partial<Hypothesis> = {},
): Hypothesis {
  return { condition, prior: 0.001, posterior, contributions, documented: false, unknown: [], ...more };
}

const subject = { reference: 'Patient/p' };

function chartOf(resources: readonly object[]): Chart {
  const patient = { resourceType: 'Patient', id: 'p', birthDate: '1960-01-01', gender: 'female' };
  const others = resources.map((resource, index) => ({ id: `r${index}`, subject, patient: subject, ...resource }));
  const entry = [patient, ...others].map((resource) => ({ resource }));
  return chartFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
}

/** The record of a woman born in 1960, read on a day, with what was done. */
export function recordOf(
  knowledge: Knowledge,
  resources: readonly object[],
  asOf = '2020-06-01',
): { record: PatientRecord; done: ReturnType<typeof doneTestsOf> } {
  const record = readRecord(chartOf(resources), knowledge, asOf);
  return { record, done: doneTestsOf(record, knowledge) };
}

export function noteOf(text: string, date: string, title = 'Clinic note'): object {
  const data = Buffer.from(text).toString('base64');
  const content = [{ attachment: { contentType: 'text/plain', data } }];
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: title },
    date: `${date}T10:00:00Z`,
    content,
  };
}

/** A ferritin result; below 15 ng/mL is low. */
export function ferritin(value: number, date: string): object {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2276-4' }], text: 'Ferritin' },
    effectiveDateTime: date,
    valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
    referenceRange: [{ low: { value: 15 }, high: { value: 150 } }],
  };
}
