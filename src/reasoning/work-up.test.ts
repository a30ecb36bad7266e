import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestDefinition, TestLink } from '../knowledge/index.ts';
import type { Hypothesis } from './hypothesis.ts';
import { afterResult, type NextStep } from './next-steps.ts';
import { workUpOf } from './work-up.ts';

function step(id: string, posterior: number, link: Partial<TestLink>, test: Partial<TestDefinition> = {}): NextStep {
  const definition = { id, name: id, kind: 'laboratory', cost: 1, burden: 1, ...test } as TestDefinition;
  const hypothesis = { posterior, condition: { id: 'c' } } as Hypothesis;
  const settles = [{ hypothesis, link: { test: id, role: 'settles', source: 'estimate', ...link } as TestLink }];
  return { test: definition, information: 0.1, value: 0.1, settles, evidence: [] };
}

describe('a work-up', () => {
  it('names the tests that no result of would change anything', () => {
    const telling = step('telling', 0.3, { sensitivity: 0.9, specificity: 0.95 });
    const idle = step('idle', 0.3, { role: 'baseline', sensitivity: 0.5, specificity: 0.52 });
    const { tests, changeNothing } = workUpOf([telling, idle], 5);
    expect(tests).toEqual([telling]);
    expect(changeNothing).toEqual([idle]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [12, 3],
  ])('sums %d blood tests of about $10 to tier %d', (count, tier) => {
    const steps = Array.from({ length: count }, (_, at) => step(`t${at}`, 0.3, {}));
    expect(workUpOf(steps, 20).cost).toBe(tier);
  });

  it('has the burden of its most burdensome test', () => {
    const steps = [step('blood', 0.3, {}), step('scope', 0.3, {}, { cost: 4, burden: 3 })];
    expect(workUpOf(steps, 5)).toMatchObject({ cost: 4, burden: 3 });
    expect(workUpOf(steps, 1)).toMatchObject({ cost: 1, burden: 1 });
  });

  it('keeps the mean of the probabilities that a test can lead to', () => {
    const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(p, p, p, (prior, sensitivity, specificity) => {
        const { positive, negative, chance } = afterResult(prior, sensitivity, specificity);
        expect(chance * positive + (1 - chance) * negative).toBeCloseTo(prior, 9);
      }),
    );
  });
});
