import { type Doing, type DoneTests, type Evidence, shownOf } from '../findings/index.ts';
import type { ConditionLink, Knowledge, TestDefinition, TestLink } from '../knowledge/index.ts';
import type { Hypothesis } from './hypothesis.ts';

/** A test proposed, with what it would be expected to settle. */
export interface NextStep {
  readonly test: TestDefinition;
  /** Expected reduction of uncertainty over the hypotheses it bears on, in bits. */
  readonly information: number;
  /** `information`, with must-not-miss conditions counted double, over cost and burden. */
  readonly value: number;
  readonly settles: readonly { hypothesis: Hypothesis; link: TestLink }[];
  /** Evidence that makes it worth doing: the strongest of each hypothesis. */
  readonly evidence: readonly Evidence[];
}

/** A test that would be proposed but for the record, which already answers it, or an order that repeats what is known. */
export interface Answered {
  readonly test: TestDefinition;
  readonly doing: Doing;
  readonly hypothesis: Hypothesis;
  /** True when the record also holds an order, placed after the answer, for the same test. */
  readonly redundantOrder?: Doing;
}

const DAY = 86_400_000;
/** How much more information about a condition counts that must not be missed. Estimate. */
export const MUST_NOT_MISS = 2;
/** Words of a note with which a test is asked for, not told. */
const ASKED = /\b(needs?|requested|awaiting?|awaited|pending|booked|consider|to (have|arrange|check|do|chase))\b|->|→/i;
/** A result that speaks for the question answers it for three repeat intervals, or three years; then it is history (estimate). */
const staleDays = ({ repeatDays = 365 }: TestDefinition) => 3 * Math.max(365.25, repeatDays);
/** However sure the sum is, a condition that nothing has confirmed is taken to be open this far. */
export const SUREST = 0.9;
/** How good a test is where the knowledge gives no figures (estimates), by its role. */
const TYPICAL = {
  settles: { sensitivity: 0.9, specificity: 0.95 },
  supports: { sensitivity: 0.7, specificity: 0.8 },
  baseline: { sensitivity: 0.5, specificity: 0.6 },
} as const;

/**
 * Tests ranked by expected information over cost and burden. A test that was done after the evidence arose, within its
 * repeat interval, is not proposed but returned as answered; and a laboratory test is not proposed for a condition of which the record
 * already tells the best that it could show.
 */
export function nextStepsOf(
  raised: readonly Hypothesis[],
  done: DoneTests,
  knowledge: Knowledge,
  asOf: number,
): { steps: NextStep[]; answered: Answered[] } {
  const bearing = new Map<string, { hypothesis: Hypothesis; link: TestLink }[]>();
  for (const hypothesis of raised) {
    for (const link of hypothesis.condition.tests) {
      bearing.set(link.test, [...(bearing.get(link.test) ?? []), { hypothesis, link }]);
    }
  }
  const steps: NextStep[] = [];
  const answered: Answered[] = [];
  const newest = new Map(raised.map((hypothesis) => [hypothesis, newestEvidence(hypothesis)]));
  for (const [id, settles] of bearing) {
    const test = knowledge.tests.get(id);
    const [first] = settles;
    if (!test || !first) continue;
    const doings = done.get(id) ?? [];
    const results = doings.filter(
      ({ how, evidence }) => how !== 'order' && !(how === 'note' && ASKED.test(evidence.text)),
    );
    const answer = results.findLast(
      (doing) =>
        asOf - doing.at <= (test.repeatDays ?? 365) * DAY ||
        doing.at > (newest.get(first.hypothesis) ?? asOf) ||
        (asOf - doing.at <= staleDays(test) * DAY && speaksFor(doing, first.hypothesis)),
    );
    if (answer) {
      const order = doings.findLast((doing) => doing.how === 'order' && doing.at > answer.at);
      answered.push({ test, doing: answer, hypothesis: first.hypothesis, ...(order ? { redundantOrder: order } : {}) });
    } else {
      const open =
        doings.length > 0 ? settles : settles.filter(({ hypothesis }) => !isTold(test, hypothesis, knowledge));
      if (open.length > 0) steps.push(stepOf(test, open));
    }
  }
  return { steps: steps.sort((a, b) => b.value - a.value || (a.test.id < b.test.id ? -1 : 1)), answered };
}

/** A result newer than this has seen all that speaks for or against the hypothesis. */
function newestEvidence({ contributions }: Hypothesis): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { evidence } of contributions) {
    for (const { at } of evidence) if (Number.isFinite(at) && at > newest) newest = at;
  }
  return newest;
}

/** Whether the result is itself part of what speaks for the hypothesis: it has answered, and a repeat adds little. */
function speaksFor({ how, evidence }: Doing, { contributions }: Hypothesis): boolean {
  if (how === 'note' || how === 'told') return false;
  const { resourceType, id } = evidence.source;
  return contributions.some(
    (each) =>
      each.logOdds > 0 &&
      each.evidence.some(({ source }) => source.id === id && source.resourceType === resourceType && !source.span),
  );
}

/**
 * Whether the record tells the strongest finding that a laboratory test could show for a condition: an antibody is the same fact
 * whichever panel has it. What is seen is not: a scan shows more than a film.
 */
function isTold(test: TestDefinition, { condition, contributions }: Hypothesis, knowledge: Knowledge): boolean {
  if (test.kind !== 'laboratory') return false;
  const shows = shownOf(knowledge).by.get(test.id);
  const links = condition.findings.filter(({ finding }) => shows?.has(finding));
  const [best] = links.sort((a, b) => strengthOf(b, knowledge) - strengthOf(a, knowledge));
  return best !== undefined && contributions.some(({ finding }) => finding === best.finding);
}

/** How much more often people with a condition have a finding than others. */
function strengthOf(
  { finding, sensitivity = 0, specificity, lrPositive }: ConditionLink,
  knowledge: Knowledge,
): number {
  if (lrPositive !== undefined) return lrPositive;
  const background = knowledge.findings.get(finding)?.background;
  return (
    sensitivity / (specificity !== undefined ? 1 - specificity : typeof background === 'number' ? background : 0.05)
  );
}

function stepOf(test: TestDefinition, settles: readonly { hypothesis: Hypothesis; link: TestLink }[]): NextStep {
  let information = 0;
  let weighted = 0;
  for (const { hypothesis, link } of settles) {
    const { sensitivity, specificity } = figuresOf(link);
    const bits = expectedInformation(Math.min(hypothesis.posterior, SUREST), sensitivity, specificity);
    information += bits;
    weighted += bits * (hypothesis.condition.mustNotMiss ? MUST_NOT_MISS : 1);
  }
  const effort = 1 + test.cost + test.burden ** 1.5;
  const evidence = settles.flatMap(({ hypothesis }) => strongestEvidence(hypothesis));
  return { test, information, value: weighted / effort, settles, evidence };
}

/** How good a test is for a condition: what the knowledge says, else what is usual for its role. */
export function figuresOf({ role, sensitivity, specificity }: TestLink): { sensitivity: number; specificity: number } {
  const usual = TYPICAL[role];
  return { sensitivity: sensitivity ?? usual.sensitivity, specificity: specificity ?? usual.specificity };
}

/** The probability of a condition after a positive and after a negative result (Bayes). */
export function afterResult(
  p: number,
  sensitivity: number,
  specificity: number,
): { positive: number; negative: number; chance: number } {
  const chance = p * sensitivity + (1 - p) * (1 - specificity);
  return {
    positive: chance > 0 ? (p * sensitivity) / chance : 0,
    negative: chance < 1 ? (p * (1 - sensitivity)) / (1 - chance) : 0,
    chance,
  };
}

/** Mutual information, in bits, between a condition of probability p and a test's result. */
export function expectedInformation(p: number, sensitivity: number, specificity: number): number {
  const { positive, negative, chance } = afterResult(p, sensitivity, specificity);
  return Math.max(0, entropy(p) - chance * entropy(positive) - (1 - chance) * entropy(negative));
}

/** Entropy of a yes-or-no of probability p, in bits. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

/** The latest evidence of the two findings that speak most for a hypothesis. */
export function strongestEvidence(hypothesis: Hypothesis, count = 2): Evidence[] {
  return hypothesis.contributions
    .filter((each) => each.logOdds > 0)
    .slice(0, count)
    .flatMap((each) => each.evidence.at(-1) ?? []);
}
