import type { Source } from '../chart/index.ts';
import { changesSomething, effortOf, type Hypothesis, listed, lowerFirst, type NextStep } from '../reasoning/index.ts';
import { cite } from './cite.ts';
import type { WorkUpStatement } from './review.ts';
import { BURDEN, COST } from './steps.ts';

/** Idle tests are named for this many of the leading conditions, and at most so many of them. */
const IDLE = { leading: 3, shown: 4 } as const;
/** What is asked, looked at or passed on costs no test. */
const NO_TEST: ReadonlySet<NextStep['test']['kind']> = new Set(['referral', 'history', 'examination']);

/**
 * What the proposed tests (`tests`) cost together and how heavy they are, and which of all that are `open` would change nothing:
 * whatever they show, each leading condition stays on the same side of every threshold of action.
 */
export function workUpStatement(
  tests: readonly NextStep[],
  open: readonly NextStep[],
  raised: readonly Hypothesis[],
  patient: Source,
): WorkUpStatement | undefined {
  const leading = new Set(raised.slice(0, IDLE.leading));
  const idle = open
    .filter((step) => !NO_TEST.has(step.test.kind) && !changesSomething(step))
    .filter(({ settles }) => settles.some(({ hypothesis }) => leading.has(hypothesis)))
    .slice(0, IDLE.shown);
  if (tests.length === 0 && idle.length === 0) return undefined;
  const effort = effortOf(tests);
  return {
    tests: tests.map(({ test }) => test.id),
    ...effort,
    changeNothing: idle.map(({ test: { id, name } }) => ({ id, name })),
    text: [sumText(tests, effort), idleText(idle)].filter((part) => part !== '').join(' '),
    citations: cite(
      tests.flatMap(({ evidence }) => evidence.slice(0, 1)),
      patient,
    ),
  };
}

function sumText(tests: readonly NextStep[], { cost, burden }: { cost: number; burden: number }): string {
  if (tests.length === 0) return '';
  const which = tests.length === 1 ? 'The one test proposed' : `All ${tests.length} tests proposed, if each is done`;
  return `${which}: cost ${COST[cost]}, burden ${BURDEN[burden]}.`;
}

const idleText = (idle: readonly NextStep[]): string =>
  idle.length === 0
    ? ''
    : `Would change nothing now, whatever the result: ${listed(idle.map(({ test }) => lowerFirst(test.name)))}.`;
