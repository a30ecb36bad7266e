import type { NextStep } from './next-steps.ts';
import { afterResult, figuresOf, SUREST } from './next-steps.ts';

/** A proposed path of tests, what it costs together, and what of it would change nothing. */
export interface WorkUp {
  readonly tests: readonly NextStep[];
  /** Tier of the sum, on the scale of one test: 0 free … 5 over $3,000. */
  readonly cost: number;
  /** That of the most burdensome test; one more from five tests of the same burden on. 0 none … 5 surgery. */
  readonly burden: number;
  /** Tests no result of which would carry any condition across a threshold of action. */
  readonly changeNothing: readonly NextStep[];
}

/** Middle of each cost tier in US dollars, as `knowledge/tests` defines them, and where the next begins (geometric mean). */
const DOLLARS = [0, 10, 50, 250, 1000, 3000] as const;
const NEXT_FROM = [1, 22, 112, 500, 1732] as const;
/** Probabilities at which something else is done: worth a test, worth a referral, as good as settled. Estimates. */
const THRESHOLDS = [0.02, 0.15, 0.5, 0.9] as const;
const MANY = 5;

/** Sums up a path of at most `most` tests, best first, and names the tests that would not change anything. */
export function workUpOf(steps: readonly NextStep[], most: number): WorkUp {
  const tests = steps.filter(changesSomething).slice(0, most);
  return { tests, ...effortOf(tests), changeNothing: steps.filter((step) => !changesSomething(step)) };
}

/** Cost tier and burden of several tests together. */
export function effortOf(tests: readonly NextStep[]): Pick<WorkUp, 'cost' | 'burden'> {
  const dollars = tests.reduce((sum, { test }) => sum + (DOLLARS[test.cost] ?? 0), 0);
  const heaviest = Math.max(0, ...tests.map(({ test }) => test.burden));
  const same = tests.filter(({ test }) => test.burden === heaviest).length;
  return {
    cost: NEXT_FROM.filter((from) => dollars >= from).length,
    burden: Math.min(5, heaviest + (heaviest > 0 && same >= MANY ? 1 : 0)),
  };
}

/** Whether a positive or a negative result carries a condition across a threshold of action. */
export function changesSomething({ settles }: Pick<NextStep, 'settles'>): boolean {
  return settles.some(({ hypothesis, link }) => {
    const { sensitivity, specificity } = figuresOf(link);
    const { positive, negative } = afterResult(Math.min(hypothesis.posterior, SUREST), sensitivity, specificity);
    return THRESHOLDS.some((threshold) => negative < threshold !== positive < threshold);
  });
}
