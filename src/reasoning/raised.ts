import type { Contribution, Hypothesis } from './hypothesis.ts';

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

/** How long an acute condition may have gone without a sign of it, in milliseconds; an estimate. */
const EPISODE = 30 * 86_400_000;

/**
 * What of that was overlooked in a whole record: not what is minor, not an acute condition whose time has passed, and, where no
 * delay harms, not a form of what is known, nor what one author wrote down in one note, since whoever wrote it had it all in view.
 * `asOfAt` in milliseconds since 1970.
 */
export function overlookedOf(hypotheses: readonly Hypothesis[], asOfAt: number): Hypothesis[] {
  const known = new Set(hypotheses.filter(({ documented }) => documented).map(({ condition }) => condition.id));
  return raisedOf(hypotheses).filter(({ condition, contributions }) => {
    const supporting = contributions.filter(({ given, logOdds }) => !given && logOdds >= Math.log(1.5));
    // Exposures alone are a risk, not a clue.
    if (condition.minor || supporting.length === 0) return false;
    if (!condition.mustNotMiss && condition.broader?.some((id) => known.has(id))) return false;
    if (condition.acute && evidenceSince(contributions, asOfAt - EPISODE) < WORTH.evidence) return false;
    return condition.mustNotMiss !== undefined || !isOneNote(supporting);
  });
}

/** The evidence, in log-odds, of what the record tells of since a moment; what speaks against counts whenever it was. */
function evidenceSince(contributions: readonly Contribution[], from: number): number {
  const isRecent = ({ logOdds, evidence }: Contribution) => logOdds < 0 || evidence.some(({ at }) => at >= from);
  return contributions.filter(isRecent).reduce((sum, { logOdds }) => sum + logOdds, 0);
}

/** Whether all of it is the words of one document. */
function isOneNote(contributions: readonly Contribution[]): boolean {
  const sources = contributions.flatMap(({ evidence }) => evidence.map(({ source }) => source));
  return sources.every(({ id, span }) => span !== undefined && id === sources[0]?.id);
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
