import type { Hypothesis } from './hypothesis.ts';
import { raisedOf } from './raised.ts';

/**
 * From a case description a differential is asked for: its patient came with a complaint, and was not found by looking through
 * many records, where silence is worth more than a guess. So what its findings speak for is shown also where prevalence
 * alone keeps it improbable. Estimates: fivefold evidence, from two findings or one that alone is telling, a probability, and how
 * many conditions a reader weighs at once.
 */
const WORTH = {
  evidence: Math.log(5),
  single: Math.log(10),
  posterior: 0.02,
  posteriorMustNotMiss: 0.01,
  shown: 6,
} as const;

/** What a review of a case description raises: as of any record, and then what explains most of what was told. */
export function raisedByCase(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  const raised = raisedOf(hypotheses);
  const others = byExplanation(hypotheses).filter((each) => !raised.includes(each) && isSpokenFor(each));
  return byExplanation([...raised, ...others.slice(0, Math.max(0, WORTH.shown - raised.length))]);
}

/**
 * What the record does not name, in the order of how much of the complaint each would explain: the evidence for it in log-odds,
 * times its probability to the power of a third. Who comes with a complaint is no sample of the population, so how common a
 * condition is there counts less for the order than how well it fits; what is shown as its probability is not changed.
 */
export function byExplanation(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  return hypotheses
    .filter((each) => !each.documented && each.contributions.some(({ logOdds }) => logOdds > 0))
    .map((hypothesis) => ({ hypothesis, explains: explanationOf(hypothesis) }))
    .sort((a, b) => b.explains - a.explains || (a.hypothesis.condition.id < b.hypothesis.condition.id ? -1 : 1))
    .map(({ hypothesis }) => hypothesis);
}

/** The third is an estimate: powers from 1 down to 0.3 were tried on half of the vignettes of `bench craft`, and held on the other half. */
function explanationOf({ posterior, contributions }: Hypothesis): number {
  return Math.cbrt(posterior) * contributions.reduce((sum, { logOdds }) => sum + Math.max(0, logOdds), 0);
}

function isSpokenFor({ condition, posterior, contributions }: Hypothesis): boolean {
  const total = contributions.reduce((sum, { logOdds }) => sum + logOdds, 0);
  const supporting = contributions.filter(({ logOdds }) => logOdds >= Math.log(1.5));
  const isTelling = supporting.length >= 2 || (supporting[0]?.logOdds ?? 0) >= WORTH.single;
  const least = condition.mustNotMiss ? WORTH.posteriorMustNotMiss : WORTH.posterior;
  return isTelling && total >= WORTH.evidence && posterior >= least;
}
