import type { Hypothesis } from './hypothesis.ts';

/**
 * When a condition that the record does not name is worth a clinician's minute. Estimates, tuned on worked cases against
 * silence in the records of well people: a probability, and evidence that is more than one weak hint.
 */
const WORTH = {
  posterior: 0.2,
  /** For conditions where a delay does lasting harm. */
  posteriorMustNotMiss: 0.15,
  /** Natural log of the joint likelihood ratio of all findings: twentyfold. */
  evidence: Math.log(20),
  /** Findings, of different causes, that each at least raise the odds by half. */
  independent: 2,
  /** Or one that alone raises them this much. */
  single: Math.log(20),
} as const;

/** Hypotheses that the record does not name and that its findings speak for, most probable first. */
export function raisedOf(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  return hypotheses.filter(
    (hypothesis) => !hypothesis.documented && !hypothesis.lacksRequired && isWorthRaising(hypothesis),
  );
}

function isWorthRaising({ condition, posterior, contributions }: Hypothesis): boolean {
  const least = condition.mustNotMiss ? WORTH.posteriorMustNotMiss : WORTH.posterior;
  const supporting = contributions.filter((each) => each.logOdds >= Math.log(1.5));
  const total = contributions.reduce((sum, each) => sum + each.logOdds, 0);
  const strongest = supporting[0]?.logOdds ?? 0;
  return (
    posterior >= least &&
    total >= WORTH.evidence &&
    (supporting.length >= WORTH.independent || strongest >= WORTH.single)
  );
}
