import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Documented, Finding } from '../findings/index.ts';
import type { ConditionDefinition, FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { differentialOf } from './differential.ts';
import { logit } from './likelihood.ts';
import { raisedOf } from './raised.ts';

const person = { sex: 'female', ageYears: 50 } as const;

function definition(id: string, background: number, more: Partial<FindingDefinition> = {}): FindingDefinition {
  return {
    id,
    name: id,
    kind: 'symptom',
    background,
    backgroundSource: 'estimate',
    terms: [id],
    lasts: 'years',
    ...more,
  };
}

function condition(id: string, per100k: number, findings: ConditionDefinition['findings']): ConditionDefinition {
  return {
    id,
    name: id,
    synonyms: [],
    specialty: 'test',
    codes: {},
    prevalence: [{ fromAge: 0, toAge: 120, per100k, source: 'estimate' }],
    onset: { fromAge: 20, toAge: 60, course: '', source: 'estimate' },
    findings,
    tests: [],
    referral: { to: '', urgency: 'routine', when: '', source: 'estimate' },
    treatments: [],
    reviewed: { status: 'unreviewed' },
  };
}

const link = (finding: string, sensitivity: number, group?: string) => ({
  finding,
  sensitivity,
  source: 'estimate',
  ...(group ? { group } : {}),
});

function shelf(findings: FindingDefinition[], conditions: ConditionDefinition[]): Knowledge {
  return {
    version: 'test',
    findings: new Map(findings.map((each) => [each.id, each])),
    conditions: new Map(conditions.map((each) => [each.id, each])),
    tests: new Map(),
    followUps: [],
    sources: new Map(),
    lexicon: new Map(),
    abbreviations: new Map(),
  };
}

function found(concept: string, presence: Finding['presence'] = 'present', certainty = 1): Finding {
  const evidence = [{ source: { resourceType: 'Observation', id: concept }, at: 0, text: concept }];
  return { concept, name: concept, kind: 'abnormal', presence, certainty, strength: 1, evidence };
}

const rash = definition('rash', 0.05);
const fever = definition('fever', 0.1);
const fatigue = definition('fatigue', 0.3);
const lupus = condition('lupus', 100, [link('rash', 0.6), link('fever', 0.4), link('fatigue', 0.8)]);
const flu = condition('flu', 1000, [link('fever', 0.9), link('fatigue', 0.9)]);
const knowledge = shelf([rash, fever, fatigue], [lupus, flu]);

const posterior = (hypotheses: ReturnType<typeof differentialOf>, id: string) =>
  hypotheses.find((each) => each.condition.id === id)?.posterior ?? Number.NaN;

describe('the arithmetic', () => {
  test('one finding, one condition: noisy-OR by hand', () => {
    const only = shelf([rash], [condition('lupus', 1000, [link('rash', 0.6)])]);
    const [hypothesis] = differentialOf([found('rash')], [], person, only);
    // P(rash | lupus) = 1 − 0.95 × 0.4 = 0.62; ratio 12.4; prior odds 1/99.
    const odds = (12.4 * 0.01) / 0.99;
    expect(hypothesis?.posterior).toBeCloseTo(odds / (1 + odds), 9);
  });

  test('contributions add up from prior to posterior', () => {
    const concepts = ['rash', 'fever', 'fatigue'];
    const findings = fc.uniqueArray(
      fc.record({
        concept: fc.constantFrom(...concepts),
        presence: fc.constantFrom('present' as const, 'absent' as const, 'possible' as const),
        certainty: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: (each) => each.concept },
    );
    const named = fc.constantFrom<readonly Documented[]>(
      [],
      [{ condition: 'flu', as: 'coded', active: true, evidence: [] }],
      [{ condition: 'lupus', as: 'noted', active: true, evidence: [] }],
    );
    fc.assert(
      fc.property(findings, named, (items, documented) => {
        const list = items.map((each) => found(each.concept, each.presence, each.certainty));
        for (const hypothesis of differentialOf(list, documented, person, knowledge)) {
          const sum = hypothesis.contributions.reduce((total, each) => total + each.logOdds, 0);
          expect(Math.abs(logit(hypothesis.posterior) - logit(hypothesis.prior) - sum)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('a finding that nothing links to a condition does not touch it', () => {
    const before = differentialOf([found('rash')], [], person, knowledge);
    const after = differentialOf([found('rash'), found('unheard-of')], [], person, knowledge);
    expect(after).toEqual(before);
  });

  test('the order of findings does not matter', () => {
    const list = [found('rash'), found('fever'), found('fatigue', 'absent')];
    expect(differentialOf([...list].reverse(), [], person, knowledge)).toEqual(
      differentialOf(list, [], person, knowledge),
    );
  });
});

describe('what is already explained counts less', () => {
  test('a documented condition takes its findings from a new one', () => {
    const list = [found('fever'), found('fatigue')];
    const alone = differentialOf(list, [], person, knowledge);
    const known = differentialOf(
      list,
      [{ condition: 'flu', as: 'coded', active: true, evidence: [] }],
      person,
      knowledge,
    );
    expect(posterior(known, 'lupus')).toBeLessThan(posterior(alone, 'lupus'));
  });

  test('but not the findings that it does not explain', () => {
    const known = differentialOf(
      [found('rash')],
      [{ condition: 'flu', as: 'coded', active: true, evidence: [] }],
      person,
      knowledge,
    );
    expect(posterior(known, 'lupus')).toBeCloseTo(
      posterior(differentialOf([found('rash')], [], person, knowledge), 'lupus'),
      9,
    );
  });

  test('findings of one group count as one fact and its echo', () => {
    const grouped = condition('lupus', 100, [link('rash', 0.6, 'skin'), link('fever', 0.6, 'skin')]);
    const single = condition('lupus', 100, [link('rash', 0.6), link('fever', 0.6)]);
    const list = [found('rash'), found('fever')];
    const [together] = differentialOf(list, [], person, shelf([rash, fever], [grouped]));
    const [apart] = differentialOf(list, [], person, shelf([rash, fever], [single]));
    const echo = (together?.contributions[1]?.logOdds ?? 0) / (apart?.contributions[1]?.logOdds ?? 1);
    expect(echo).toBeCloseTo(0.25, 1);
  });
});

test('an absent finding counts against by its sensitivity only', () => {
  const [hypothesis] = differentialOf(
    [found('rash', 'absent')],
    [],
    person,
    shelf([rash], [condition('lupus', 1000, [link('rash', 0.6)])]),
  );
  expect(hypothesis?.contributions[0]?.logOdds).toBeCloseTo(Math.log(0.4), 9);
});

test('a condition that needs an exposure is not considered without it', () => {
  const effect = { ...condition('lithium-effect', 1000, [link('fatigue', 0.5)]), requires: ['drug-lithium'] };
  const lithium = { ...definition('drug-lithium', 0.01), kind: 'exposure' as const };
  const list = [found('fatigue')];
  expect(differentialOf(list, [], person, shelf([fatigue, lithium], [effect]))).toHaveLength(0);
  expect(
    differentialOf([...list, found('drug-lithium')], [], person, shelf([fatigue, lithium], [effect])),
  ).toHaveLength(1);
});

test('a condition that needs a sign is weighed without it, and says that it lacks it', () => {
  const zoster = { ...condition('zoster', 1000, [link('fatigue', 0.5), link('band', 0.9)]), requires: ['band'] };
  const known = shelf([fatigue, definition('band', 0.001)], [zoster]);
  const [without] = differentialOf([found('fatigue')], [], person, known);
  const [withIt] = differentialOf([found('fatigue'), found('band')], [], person, known);
  expect([without?.lacksRequired, withIt?.lacksRequired]).toEqual([true, undefined]);
  expect(raisedOf(without ? [{ ...without, posterior: 0.9 }] : [])).toEqual([]);
});

describe('causes, complications and grades', () => {
  const cirrhosis = condition('cirrhosis', 200, [link('fever', 0.9), link('fatigue', 0.9)]);
  const hepatitis = condition('hepatitis', 200, [link('fever', 0.6), link('rash', 0.6)]);
  const list = [found('fever'), found('fatigue'), found('rash')];

  test('a complication does not take the findings of its cause', () => {
    const apart = differentialOf(list, [], person, shelf([rash, fever, fatigue], [hepatitis, cirrhosis]));
    const tied = { ...hepatitis, leadsTo: ['cirrhosis'] };
    const together = differentialOf(list, [], person, shelf([rash, fever, fatigue], [tied, cirrhosis]));
    expect(posterior(together, 'hepatitis')).toBeGreaterThan(posterior(apart, 'hepatitis'));
    expect(posterior(together, 'cirrhosis')).toBeGreaterThan(posterior(apart, 'cirrhosis'));
  });

  test('to name a finding does not say why it is there', () => {
    const naming = condition('redness', 200, [link('rash', 0.95)]);
    const lupus = condition('lupus', 100, [link('rash', 0.6)]);
    const withName = (synonyms: string[]) => {
      const known = shelf([{ ...rash, kind: 'sign', terms: ['red skin'] }], [{ ...naming, synonyms }, lupus]);
      return posterior(
        differentialOf(
          [found('rash')],
          [{ condition: 'redness', as: 'coded', active: true, evidence: [] }],
          person,
          known,
        ),
        'lupus',
      );
    };
    expect(withName(['Red skin (exanthem)'])).toBeGreaterThan(2 * withName(['other words']));
  });

  test('a grade that an analyte did not reach says little beside the grade that it did', () => {
    const high = definition('high-tsh', 0.02, { measures: [{ analyte: 'tsh', is: 'high' }] });
    const veryHigh = definition('very-high-tsh', 0.002, { measures: [{ analyte: 'tsh', above: 10 }] });
    const thyroid = condition('hypothyroidism', 500, [link('high-tsh', 0.9), link('very-high-tsh', 0.5)]);
    const known = shelf([high, veryHigh], [thyroid]);
    const against = (items: Finding[]) =>
      differentialOf(items, [], person, known)[0]?.contributions.find((each) => each.logOdds < 0)?.logOdds ?? 0;
    const alone = against([found('very-high-tsh', 'absent')]);
    const beside = against([found('high-tsh'), found('very-high-tsh', 'absent')]);
    expect(beside).toBeCloseTo(alone / 4, 6);
  });
});
