import type {
  ClueStatement,
  ContributionStatement,
  HypothesisStatement,
  OptionStatement,
  Review,
  Statement,
  StepStatement,
} from './review.ts';
import { headline } from './words.ts';

/** One condition that the record does not name, with all that bears on it, so that it is read in one place. */
export interface Question {
  readonly rank: number;
  readonly hypothesis: HypothesisStatement;
  readonly speaksFor: readonly ContributionStatement[];
  readonly speaksAgainst: readonly ContributionStatement[];
  /** What would be informative and the record does not hold, in a sentence; empty when nothing is. */
  readonly unknown: string;
  /** What else its clue says, such as that a note asks the question. */
  readonly remark: string;
  /** What comes first: a referral that cannot wait, else the step that would settle it. */
  readonly first: StepStatement | undefined;
  /** The other steps, best first. */
  readonly tests: readonly StepStatement[];
  /** The referral, when it can wait for the tests. */
  readonly referral: StepStatement | undefined;
  /** Tests that the record answers already, and orders that are therefore redundant. */
  readonly answered: readonly StepStatement[];
  readonly options: readonly OptionStatement[];
}

/** A review in the order in which it is read: the questions, then what was overlooked and belongs to none of them. */
export interface Outline {
  readonly questions: readonly Question[];
  readonly overlooked: readonly ClueStatement[];
  readonly known: readonly HypothesisStatement[];
  readonly limits: readonly Statement[];
  /** Steps for none of the questions shown. */
  readonly otherSteps: readonly StepStatement[];
}

/** A finding that moves the odds by less than this (natural logarithm) is not worth a line. */
const NOTICEABLE = 0.1;
/** What speaks against is told from a fifth on: a grade that was hardly missed is no argument. */
const AGAINST = Math.log(1.2);

/** Sorts the statements of a review by the question that they belong to. Each statement is told once. */
export function outlineOf(review: Review): Outline {
  const raised = review.differential.filter((each) => !each.documented);
  const patterns = new Set(raised.flatMap((each) => patternOf(each, review.clues) ?? []));
  const gaps = new Map(raised.map((each) => [each, gapOf(each, review.limits)]));
  const questions = raised.map((hypothesis, index): Question => {
    const isFor = (step: StepStatement) => firstOf(step, raised) === hypothesis;
    const steps = review.nextSteps.filter(isFor);
    const proposed = steps.filter((step) => step.verdict === 'propose');
    const referral = proposed.find((step) => step.test.id === `referral-${hypothesis.condition.id}`);
    const tests = proposed.filter((step) => step !== referral && !(referral && isReferralTest(step)));
    const first =
      referral && isUrgent(referral) ? referral : (tests.find((step) => settlesIt(step, hypothesis)) ?? tests[0]);
    const options = review.options.filter((option) => option.condition === hypothesis.condition.id);
    const noticeable = hypothesis.contributions.filter(({ logOdds }) => Math.abs(logOdds) >= NOTICEABLE);
    return {
      rank: index + 1,
      hypothesis,
      speaksFor: noticeable.filter(({ logOdds }) => logOdds > 0),
      speaksAgainst: noticeable.filter(({ logOdds }) => logOdds <= -AGAINST),
      unknown: gaps.get(hypothesis)?.text.slice(hypothesis.condition.name.length + 2) ?? '',
      remark: headline(patternOf(hypothesis, review.clues)?.text ?? '').rest,
      first,
      tests: tests.filter((step) => step !== first),
      referral: first === referral ? undefined : referral,
      answered: steps.filter((step) => step.verdict !== 'propose'),
      // The referral is not told twice.
      options: referral ? options.filter(({ kind }) => kind !== 'refer') : options,
    };
  });
  const told = new Set([...gaps.values()]);
  return {
    questions,
    overlooked: review.clues.filter((clue) => !patterns.has(clue)),
    known: review.differential.filter((each) => each.documented),
    limits: review.limits.filter((limit) => !told.has(limit)),
    otherSteps: review.nextSteps.filter((step) => firstOf(step, raised) === undefined),
  };
}

/** The clue that raises the same condition. */
function patternOf({ condition }: HypothesisStatement, clues: readonly ClueStatement[]): ClueStatement | undefined {
  const name = condition.name.toLowerCase();
  return clues.find(({ kind, text }) => kind === 'pattern' && text.toLowerCase().startsWith(`consider ${name}:`));
}

/** What the limits say is missing for a condition. */
function gapOf({ condition }: HypothesisStatement, limits: readonly Statement[]): Statement | undefined {
  return limits.find(({ text }) => text.startsWith(`${condition.name}: `));
}

/** The most probable condition that a step is for. */
function firstOf(step: StepStatement, raised: readonly HypothesisStatement[]): HypothesisStatement | undefined {
  return raised.find(({ condition }) => step.for.includes(condition.id));
}

/** What is said where no condition is raised. */
export const nothing = (isSomethingOverlooked: boolean): string =>
  isSomethingOverlooked
    ? 'Nothing points to a condition that the record does not name.'
    : 'Nothing in this record stands out.';

/** Whether a step is a referral that does not wait for tests. */
export const isUrgent = ({ text }: StepStatement): boolean => /^Refer (today|urgently)\b/.test(text);

/** An opinion among the tests, which a referral to somebody says better. */
const isReferralTest = ({ test }: StepStatement): boolean => /^(urgent )?referral to /i.test(test.name);

/** Whether the result of a step would settle whether the person has a condition. */
export const settlesIt = ({ settles = [] }: StepStatement, { condition }: HypothesisStatement): boolean =>
  settles.includes(condition.id);

/** A proposed step in its parts: what to do, and what it costs; of another wording, all as it is. */
export function partsOf(step: StepStatement): { name: string; effort: string } {
  const parts = /^(.*?): would (?:settle|bear on) .*?\. (Cost .*)$/.exec(step.text);
  const [, name = step.text.replace(/^(.*) for [^:;]*? \(now [^)]*\): /, '$1. '), effort = ''] = parts ?? [];
  return { name, effort: effort.replace(/^Cost /, '').replace(/\.$/, '') };
}

/** A clue without the sentence that all clues of its kind end in, which a heading says once. */
export function clueText({ text }: ClueStatement): string {
  return text.replace(/ (Nothing in the record shows that this was done|Nothing later in the record shows it)\.$/, '');
}

/** An option as it reads under the name of its condition. */
export function optionText({ text }: OptionStatement, { condition }: HypothesisStatement): string {
  const lead = `if ${condition.name} is confirmed: `;
  return text.toLowerCase().startsWith(lead.toLowerCase()) ? text.slice(lead.length) : text;
}
