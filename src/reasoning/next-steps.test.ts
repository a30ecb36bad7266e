import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doing } from '../findings/index.ts';
import { expectedInformation, nextStepsOf, strongestEvidence } from './next-steps.ts';
import {
  conditionDefinition,
  contribution,
  findingDefinition,
  hypothesis,
  shelfOf,
  testDefinition,
} from './shelf.fixture.ts';

const NOW = Date.parse('2020-01-01');
const settles = (test: string) => ({ test, role: 'settles' as const, source: 'estimate' });
const coeliac = conditionDefinition('coeliac', { tests: [settles('ttg'), settles('biopsy')] });
const knowledge = shelfOf({
  tests: [testDefinition('ttg'), testDefinition('biopsy', { cost: 4, burden: 3 }), testDefinition('free', { cost: 0 })],
});

function doing(how: Doing['how'], day: string, id = `${how}-${day}`): Doing {
  const at = Date.parse(day);
  return { at, how, evidence: { source: { resourceType: 'Observation', id }, time: day, at, text: id } };
}

const steps = (doings: readonly Doing[] = [], contributions = [contribution('anaemia', 4, '2019-06-01')]) => {
  const raised = [hypothesis(coeliac, 0.5, contributions)];
  const { steps: proposed, answered } = nextStepsOf(raised, new Map([['ttg', doings]]), knowledge, NOW);
  return {
    proposed: proposed.map(({ test }) => test.id),
    answered: answered.map(({ test, redundantOrder }) => [test.id, redundantOrder !== undefined]),
  };
};

describe('what to do next', () => {
  test('the cheap test before the costly one', () => {
    expect(steps()).toEqual({ proposed: ['ttg', 'biopsy'], answered: [] });
  });

  test('not what was just done, nor what was done since the evidence arose', () => {
    const known = { proposed: ['biopsy'], answered: [['ttg', false]] };
    expect(steps([doing('result', '2019-12-01')])).toEqual(known);
    expect(steps([doing('result', '2018-12-01')], [contribution('anaemia', 4, '2018-06-01')])).toEqual(known);
  });

  test('but what was done before it, too long ago', () => {
    expect(steps([doing('result', '2012-12-01')]).proposed).toEqual(['ttg', 'biopsy']);
  });

  test('a result that itself speaks for the condition has answered', () => {
    const own = contribution('anaemia', 4, '2019-06-01');
    expect(steps([doing('result', '2017-12-01', 'anaemia')], [own]).answered).toEqual([['ttg', false]]);
  });

  test('until it is so old that it is history', () => {
    const own = contribution('anaemia', 4, '2019-06-01');
    expect(steps([doing('result', '2012-12-01', 'anaemia')], [own]).proposed).toContain('ttg');
  });

  test('an order is no answer; one placed after the answer is redundant', () => {
    expect(steps([doing('order', '2019-12-01')]).proposed).toContain('ttg');
    expect(steps([doing('result', '2019-11-01'), doing('order', '2019-12-01')]).answered).toEqual([['ttg', true]]);
    expect(steps([doing('order', '2019-10-01'), doing('result', '2019-11-01')]).answered).toEqual([['ttg', false]]);
  });

  test('not a panel for a condition of which another test has told the best that it could show', () => {
    const antibody = { finding: 'antibody', lrPositive: 50, lrNegative: 0.1, source: 'estimate' };
    const weaker = { finding: 'weaker', lrPositive: 3, lrNegative: 0.8, source: 'estimate' };
    const cholangitis = conditionDefinition('cholangitis', { findings: [antibody, weaker], tests: [settles('panel')] });
    const hepatitis = conditionDefinition('hepatitis', { findings: [weaker], tests: [settles('panel')] });
    const shelf = shelfOf({
      findings: ['antibody', 'weaker'].map((id) =>
        findingDefinition(id, { kind: 'laboratory', measures: [{ analyte: id, is: 'positive' }], shownBy: ['panel'] }),
      ),
      tests: [testDefinition('panel')],
    });
    const open = (told: string, logOdds: number) =>
      nextStepsOf(
        [cholangitis, hepatitis].map((of) => hypothesis(of, 0.5, [contribution(told, logOdds)])),
        new Map(),
        shelf,
        NOW,
      ).steps.flatMap(({ settles: of }) => of.map(({ hypothesis: { condition } }) => condition.id));
    expect(open('antibody', 4)).toEqual(['hepatitis']);
    expect(open('antibody', -2)).toEqual(['hepatitis']);
    expect(open('weaker', 1)).toEqual(['cholangitis']);
  });

  test('a test that the shelf does not hold is left out', () => {
    const other = conditionDefinition('other', { tests: [settles('unheard-of'), settles('free')] });
    const { steps: proposed } = nextStepsOf([hypothesis(other, 0.5)], new Map(), knowledge, NOW);
    expect(proposed.map(({ test }) => test.id)).toEqual(['free']);
  });

  test('what must not be missed comes first', () => {
    const grave = conditionDefinition('grave', {
      tests: [settles('free')],
      mustNotMiss: { why: '', source: 'estimate' },
    });
    const mild = conditionDefinition('mild', { tests: [settles('free')] });
    const value = (of: typeof grave) => nextStepsOf([hypothesis(of, 0.5)], new Map(), knowledge, NOW).steps[0]?.value;
    expect(value(grave)).toBeCloseTo(2 * (value(mild) ?? 0));
  });
});

describe('expected information', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });

  test('a perfect test of an even chance tells one bit, a coin tells none', () => {
    expect(expectedInformation(0.5, 1, 1)).toBeCloseTo(1);
    expect(expectedInformation(0.5, 0.5, 0.5)).toBeCloseTo(0);
    expect(expectedInformation(0, 0.9, 0.9)).toBe(0);
    expect(expectedInformation(1, 0.9, 0.9)).toBe(0);
  });

  test('is never negative, never more than is unknown, and the same of a test read the other way', () => {
    fc.assert(
      fc.property(p, p, p, (chance, sensitivity, specificity) => {
        const bits = expectedInformation(chance, sensitivity, specificity);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(1);
        expect(expectedInformation(chance, 1 - sensitivity, 1 - specificity)).toBeCloseTo(bits, 9);
      }),
    );
  });
});

test('the strongest evidence is of what speaks for it', () => {
  const list = [contribution('a', 3), contribution('b', -2), contribution('c', 1), contribution('d', 0.5)];
  expect(strongestEvidence(hypothesis(coeliac, 0.5, list)).map(({ text }) => text)).toEqual(['a', 'c']);
});
