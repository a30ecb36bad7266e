import { describe, expect, it } from 'vitest';
import type { TestDefinition, TestLink } from '../knowledge/index.ts';
import type { Hypothesis, NextStep } from '../reasoning/index.ts';
import { chosen } from './steps.ts';
import { workUpStatement } from './work-up.ts';

const patient = { resourceType: 'Patient', id: 'p', path: '' };
const hypothesis = { posterior: 0.3, condition: { id: 'c', name: 'C' }, contributions: [] } as unknown as Hypothesis;

function step(id: string, test: Partial<TestDefinition>, link: Partial<TestLink>): NextStep {
  const definition = { id, name: `Test ${id}`, kind: 'laboratory', cost: 1, burden: 1, ...test } as TestDefinition;
  const settles = [{ hypothesis, link: { test: id, role: 'settles', source: 'estimate', ...link } as TestLink }];
  return { test: definition, information: 0.1, value: 0.1, settles, evidence: [] };
}

describe('the tests together', () => {
  const telling = step('a', {}, { sensitivity: 0.9, specificity: 0.95 });
  const scan = step('b', { kind: 'imaging', cost: 3, burden: 2 }, { sensitivity: 0.9, specificity: 0.95 });
  const idle = step('c', {}, { role: 'baseline', sensitivity: 0.5, specificity: 0.52 });

  it('are summed up, and what would change nothing is not proposed but named', () => {
    const open = [telling, scan, idle];
    const tests = chosen(open, [hypothesis]);
    expect(tests).toEqual([telling, scan]);
    expect(workUpStatement(tests, open, [hypothesis], patient)).toEqual({
      tests: ['a', 'b'],
      cost: 3,
      burden: 2,
      changeNothing: [{ id: 'c', name: 'Test c' }],
      text: 'All 2 tests proposed, if each is done: cost about $250, burden some. Would change nothing now, whatever the result: test c.',
      citations: [patient],
    });
  });

  it('are not told of where there is none', () => {
    expect(workUpStatement([], [], [hypothesis], patient)).toBeUndefined();
  });

  it('of a history or an examination are never called idle', () => {
    const asked = step('d', { kind: 'history' }, { role: 'baseline', sensitivity: 0.5, specificity: 0.52 });
    expect(workUpStatement([], [asked], [hypothesis], patient)).toBeUndefined();
  });
});
