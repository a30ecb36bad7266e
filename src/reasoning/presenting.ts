import type { Contribution, Hypothesis } from './hypothesis.ts';
import { logit } from './likelihood.ts';
import { raisedOf } from './raised.ts';
import { UNTOLD } from './required.ts';

/**
 * From a case description a differential is asked for: its patient came with a complaint, and was not found by looking through
 * many records, where silence is worth more than a guess. So what its findings speak for is shown also where prevalence
 * alone keeps it improbable. Estimates: fivefold evidence, from two findings or one that alone is telling; a probability, or
 * thirtyfold evidence; and how many conditions a reader weighs at once.
 */
const WORTH = {
  evidence: Math.log(5),
  single: Math.log(10),
  posterior: 0.02,
  posteriorMustNotMiss: 0.01,
  telling: Math.log(30),
  shown: 6,
} as const;

/** What a review of a case description raises: as of any record, and then what explains most of what was told. */
export function raisedByCase(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  const raised = raisedOf(hypotheses);
  const others = byExplanation(hypotheses).filter((each) => !raised.includes(each) && isSpokenFor(each));
  return byExplanation([...raised, ...others.slice(0, Math.max(0, WORTH.shown - raised.length))]);
}

/**
 * What the record does not name, in the order of how well each explains the complaint: the evidence in log-odds, and a part of the
 * prior's. Who comes with a complaint is no sample of the population, so how common a condition is there counts less for the order
 * than how well it fits; what is shown as its probability is not changed.
 */
export function byExplanation(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  return hypotheses
    .filter((each) => !each.documented && each.contributions.some(({ logOdds }) => logOdds > 0))
    .map((hypothesis) => ({ hypothesis, explains: explanationOf(hypothesis) }))
    .sort((a, b) => b.explains - a.explains || (a.hypothesis.condition.id < b.hypothesis.condition.id ? -1 : 1))
    .map(({ hypothesis }) => hypothesis);
}

/** How much of the prior's log-odds counts: an estimate. Shares from 0.08 to 0.5 were tried on half of the vignettes of `bench craft`. */
const PRIOR_SHARE = 0.15;

/** Exposures and relatives explain nothing of what was told: they count for no more than the symptoms, signs and results beside them. */
function explanationOf({ prior, contributions, lacksRequired }: Hypothesis): number {
  const sum = (of: readonly Contribution[]) => of.reduce((total, { logOdds }) => total + logOdds, 0);
  const speaking = contributions.filter(({ logOdds }) => logOdds > 0);
  const effects = sum(speaking.filter(({ given }) => !given));
  const exposures = sum(speaking.filter(({ given }) => given));
  const against = sum(contributions.filter(({ logOdds }) => logOdds < 0));
  // That a sign was not told says little of the order: it may stand in words that were not understood.
  const usual = lacksRequired ? Math.min(0.5, prior / UNTOLD) : prior;
  return PRIOR_SHARE * logit(usual) + effects + Math.min(effects, exposures) + against;
}

function isSpokenFor({ condition, posterior, contributions }: Hypothesis): boolean {
  const total = contributions.reduce((sum, { logOdds }) => sum + logOdds, 0);
  const supporting = contributions.filter(({ logOdds }) => logOdds >= Math.log(1.5));
  const isTelling = supporting.length >= 2 || (supporting[0]?.logOdds ?? 0) >= WORTH.single;
  const least = condition.mustNotMiss ? WORTH.posteriorMustNotMiss : WORTH.posterior;
  return isTelling && total >= WORTH.evidence && (posterior >= least || total >= WORTH.telling);
}
