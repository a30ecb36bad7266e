import { describe, expect, test } from 'vitest';
import { faultsOf, unusedFindings } from './check.ts';
import type { KnowledgeData } from './knowledge.ts';
import type { ConditionDefinition, FindingDefinition, FollowUpRule, TestDefinition } from './schema.ts';

const rash: FindingDefinition = {
  id: 'rash',
  name: 'Rash',
  kind: 'symptom',
  background: 0.1,
  backgroundSource: 'estimate',
  terms: ['rash'],
  lasts: 'years',
};
const biopsy: TestDefinition = {
  id: 'biopsy',
  name: 'Biopsy',
  kind: 'procedure',
  cost: 3,
  burden: 3,
  doneBy: {},
  source: 'estimate',
};
const link = { finding: 'rash', sensitivity: 0.5, source: 'estimate' };
const row = { fromAge: 0, toAge: 50, per100k: 10, source: 'estimate' };
const lupus: ConditionDefinition = {
  id: 'lupus',
  name: 'Lupus',
  synonyms: [],
  specialty: 'rheumatology',
  codes: {},
  prevalence: [row],
  onset: { fromAge: 20, toAge: 40, course: '', source: 'estimate' },
  findings: [link],
  tests: [{ test: 'biopsy', role: 'settles', source: 'estimate' }],
  referral: { to: '', urgency: 'soon', when: '', source: 'estimate' },
  treatments: [],
  reviewed: { status: 'unreviewed' },
};
const rule: FollowUpRule = {
  id: 'look',
  name: 'Look',
  when: { all: ['rash'] },
  expects: ['biopsy'],
  withinDays: 30,
  says: 'Look.',
  source: 'estimate',
};

interface Parts {
  findings?: Partial<FindingDefinition>[];
  conditions?: Partial<ConditionDefinition>[];
  tests?: Partial<TestDefinition>[];
  followUps?: Partial<FollowUpRule>[];
}

function shelf({ findings = [{}], conditions = [{}], tests = [{}], followUps = [{}] }: Parts): KnowledgeData {
  return {
    findings: findings.map((each) => ({ ...rash, ...each })),
    conditions: conditions.map((each) => ({ ...lupus, ...each })),
    tests: tests.map((each) => ({ ...biopsy, ...each })),
    followUps: followUps.map((each) => ({ ...rule, ...each })),
    lexicon: [],
    abbreviations: {},
    sources: {},
  };
}

const faults = (parts: Parts) => faultsOf(shelf(parts)).map(({ where, why }) => `${where}: ${why}`);

test('a sound shelf has no faults', () => expect(faults({})).toEqual([]));

describe('each fault is found, and nothing else said', () => {
  test.each<[string, Parts]>([
    ['finding rash: no such finding: x', { findings: [{ broader: ['x'] }] }],
    ['finding rash: no such finding: x', { findings: [{ all: ['x'] }] }],
    ['finding rash: no such finding: x', { findings: [{ any: ['x'] }] }],
    ['finding rash: no such finding or condition: x', { findings: [{ inRelative: ['lupus', 'x'] }] }],
    ['finding rash: no such source: x', { findings: [{ backgroundSource: 'x' }] }],
    ['finding rash: no such analyte: x', { findings: [{ measures: [{ analyte: 'x' }] }] }],
    ['finding rash: no such analyte: x', { findings: [{ trends: [{ analyte: 'x', direction: 'rising' }] }] }],
    ['finding rash: defined twice', { findings: [{}, {}] }],
    ['condition lupus: defined twice', { conditions: [{}, {}] }],
    ['test biopsy: defined twice', { tests: [{}, {}] }],
    ['follow-up look: defined twice', { followUps: [{}, {}] }],
    ['condition lupus: no such finding: x', { conditions: [{ findings: [{ ...link, finding: 'x' }] }] }],
    ['condition lupus: no such finding: x', { conditions: [{ requires: ['x'] }] }],
    ['condition lupus: no such condition: x', { conditions: [{ broader: ['x'] }] }],
    [
      'condition lupus: no such test: x',
      { conditions: [{ tests: [{ test: 'x', role: 'settles', source: 'estimate' }] }] },
    ],
    ['condition lupus: no such source: x', { conditions: [{ findings: [{ ...link, source: 'x' }] }] }],
    ['condition lupus: no such source: x', { conditions: [{ mustNotMiss: { why: '', source: 'x' } }] }],
    ['condition lupus: finding rash is linked twice', { conditions: [{ findings: [link, link] }] }],
    [
      'condition lupus: finding rash needs either a sensitivity or a likelihood ratio',
      { conditions: [{ findings: [{ finding: 'rash', source: 'estimate' }] }] },
    ],
    [
      'condition lupus: finding rash needs either a sensitivity or a likelihood ratio',
      { conditions: [{ findings: [{ ...link, lrPositive: 4 }] }] },
    ],
    [
      'condition lupus: prevalence 0: fromAge is not below toAge',
      { conditions: [{ prevalence: [{ ...row, toAge: 0 }] }] },
    ],
    [
      'condition lupus: prevalence overlaps at 40 years',
      { conditions: [{ prevalence: [row, { ...row, fromAge: 40, toAge: 90 }] }] },
    ],
    [
      'condition lupus: prevalence overlaps at 0 years',
      { conditions: [{ prevalence: [row, { ...row, sex: 'male' }] }] },
    ],
    ['test biopsy: no such analyte: x', { tests: [{ doneBy: { analytes: ['x'] } }] }],
    ['test biopsy: no such source: x', { tests: [{ source: 'x' }] }],
    ['follow-up look: no such finding: x', { followUps: [{ when: { none: ['x'] } }] }],
    ['follow-up look: no such test: x', { followUps: [{ expects: ['x'] }] }],
    ['follow-up look: no such source: x', { followUps: [{ source: 'x' }] }],
  ])('%s', (said, parts) => {
    expect(faults(parts)).toEqual([said]);
  });

  test('a finding that nothing could show', () => {
    const { terms: _, ...mute } = rash;
    expect(faultsOf({ ...shelf({}), findings: [mute] }).map(({ why }) => why)).toEqual([
      expect.stringContaining('nothing in a record could show it'),
    ]);
  });

  test('prevalences of two sexes, or that meet at an age, do not overlap', () => {
    const meeting = [row, { ...row, fromAge: 50, toAge: 90 }];
    const sexes = [
      { ...row, sex: 'male' as const },
      { ...row, sex: 'female' as const },
    ];
    expect([
      ...faults({ conditions: [{ prevalence: meeting }] }),
      ...faults({ conditions: [{ prevalence: sexes }] }),
    ]).toEqual([]);
  });
});

test('findings that nothing uses are listed', () => {
  const used = shelf({ findings: [{}, { id: 'itch' }, { id: 'skin', any: ['itch'] }] });
  expect(unusedFindings(used)).toEqual(['skin']);
});
