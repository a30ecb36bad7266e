import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Presence } from '../findings/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { differentialOf } from './differential.ts';
import { backgroundOf } from './likelihood.ts';
import { meanOverAges } from './population.ts';
import { priorOf } from './prior.ts';

const knowledge = loadKnowledge();
const UNKNOWN = { ageYears: Number.NaN };
const conditions = [...knowledge.conditions.values()];

const found = (concept: string, presence: Presence = 'present'): Finding => ({
  concept,
  name: knowledge.findings.get(concept)?.name ?? concept,
  kind: 'mentioned',
  presence,
  certainty: 0.85,
  strength: 1,
  evidence: [],
});

describe('a person of unknown age', () => {
  test('is drawn from the European Standard Population 2013', () => {
    expect(meanOverAges(() => 1)).toBeCloseTo(1, 10);
    // 0 to 19: 5,000 + 3 × 5,500 of 100,000; 65 and over: 19,500.
    expect(meanOverAges((age) => (age < 20 ? 1 : 0))).toBeCloseTo(0.215, 10);
    expect(meanOverAges((age) => (age >= 65 ? 1 : 0))).toBeCloseTo(0.195, 10);
  });

  test('has the prevalence of a whole population: what only the old have counts by their share', () => {
    const [condition] = conditions;
    if (!condition) throw new Error('the shelf is empty');
    const prevalence = [{ fromAge: 65, toAge: 120, per100k: 1000, source: 'estimate' }];
    expect(priorOf({ ...condition, prevalence }, UNKNOWN)).toBeCloseTo(0.01 * 0.195, 10);
    const ofWomen = [
      { ...prevalence[0], sex: 'female', fromAge: 65, toAge: 120, per100k: 1000, source: 'estimate' },
    ] as const;
    expect(priorOf({ ...condition, prevalence: [...ofWomen] }, { ...UNKNOWN, sex: 'male' })).toBeUndefined();
  });

  test('is within what the ages have: priors and backgrounds of the whole shelf', () => {
    const ages = Array.from({ length: 100 }, (_, age) => age + 0.5);
    for (const sex of ['female', 'male'] as const) {
      for (const condition of conditions) {
        const known = ages.map((ageYears) => priorOf(condition, { ageYears, sex }) ?? 0);
        const prior = priorOf(condition, { ...UNKNOWN, sex });
        if (prior === undefined) expect(Math.max(...known)).toBe(0);
        else expect(prior <= Math.max(...known) + 1e-9 && prior >= Math.min(...known, prior)).toBe(true);
      }
      for (const definition of knowledge.findings.values()) {
        const known = ages.map((ageYears) => backgroundOf(definition, { ageYears, sex }));
        const background = backgroundOf(definition, { ...UNKNOWN, sex });
        expect(background).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9);
        expect(background).toBeLessThanOrEqual(Math.max(...known) + 1e-9);
      }
    }
  });

  test('has a differential', () => {
    const findings = ['very-high-tsh', 'fatigue', 'cold-intolerance', 'constipation'].map((id) => found(id));
    const hypotheses = differentialOf(findings, [], UNKNOWN, knowledge);
    const first = hypotheses.find(({ condition }) => condition.id === 'hypothyroidism');
    expect(first?.posterior).toBeGreaterThan(0.5);
  });

  test('never breaks the arithmetic', () => {
    const ids = [...knowledge.findings.keys()];
    const some = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...ids), presence: fc.constantFrom<Presence>('present', 'absent', 'possible') }),
      {
        selector: ({ id }) => id,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(some, fc.constantFrom('female', 'male', undefined), (chosen, sex) => {
        const person = { ...UNKNOWN, ...(sex ? { sex } : {}) };
        const hypotheses = differentialOf(
          chosen.map(({ id, presence }) => found(id, presence)),
          [],
          person,
          knowledge,
        );
        return hypotheses.every(({ prior, posterior }) => prior > 0 && posterior > 0 && posterior < 1);
      }),
      { numRuns: 15 },
    );
  });
});
