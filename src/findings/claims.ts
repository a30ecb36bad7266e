import { sourceKey } from '../chart/index.ts';
import type { FindingDefinition } from '../knowledge/index.ts';
import type { Evidence, Finding, FindingKind, Presence } from './finding.ts';

/** One piece of evidence and what it claims of one finding. */
export interface Claim {
  readonly says: Presence;
  /** Probability, 0 to 1, that the claim is right when it was made. */
  readonly certainty: number;
  readonly kind: FindingKind;
  /** How marked: 1 at the threshold, 2 twice as far. */
  readonly strength: number;
  /** The latest time at which the claim held, where that is later than the evidence: an active problem, a running prescription. */
  readonly heldAt?: number;
  /** When it began, where the words say so ("for 3 months"): `2019`, `2024-03`, `2024-03-12`. */
  readonly since?: string;
  readonly evidence: Evidence;
}

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

/**
 * How long evidence speaks for the present, in years: whole for `fresh`, then fading linearly to `faded` of its weight at
 * `until`, after which it no longer counts. Estimates: a symptom noted for an acute illness says little a year later,
 * while a chronic one is seldom written at every visit.
 */
const LASTING = {
  months: { fresh: 0.75, until: 2, faded: 0.3 },
  years: { fresh: 4, until: 10, faded: 0.4 },
  life: { fresh: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY, faded: 1 },
} as const;

/** Each normal result, or denial, after the last positive one leaves this share of the certainty. */
const CONTRADICTED = 0.8;
const LEAST = 0.15;

/** The weight, 0 to 1, that evidence of time `at` still has at `asOf`; undated evidence weighs half. */
export function weightOf(lasts: FindingDefinition['lasts'], at: number, asOf: number): number {
  if (Number.isNaN(at)) return 0.5;
  const { fresh, until, faded } = LASTING[lasts];
  const age = (asOf - at) / YEAR;
  if (age <= fresh) return 1;
  if (age > until) return 0;
  return 1 - ((age - fresh) / (until - fresh)) * (1 - faded);
}

/** A claim that still counts: how much, 0 to 1, and as of when. */
interface Counting {
  readonly claim: Claim;
  readonly weight: number;
  readonly time: number;
}

/** The claims that still count, by time. */
function countingOf(lasts: FindingDefinition['lasts'], claims: readonly Claim[], asOf: number): Counting[] {
  const counting: Counting[] = [];
  let isSorted = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (const claim of claims) {
    const weight = weightOf(lasts, claim.heldAt ?? claim.evidence.at, asOf);
    if (!(weight > 0)) continue;
    const time = timeOf(claim);
    isSorted &&= time >= latest;
    latest = time;
    counting.push({ claim, weight, time });
  }
  return isSorted ? counting : counting.sort((a, b) => a.time - b.time);
}

/** Whether the finding is present, from all that the record claims of it; undefined when nothing that still counts does. */
export function findingOf(definition: FindingDefinition, claims: readonly Claim[], asOf: number): Finding | undefined {
  const counting = countingOf(definition.lasts, claims, asOf);
  const saying = (says: Presence) => counting.filter(({ claim }) => claim.says === says);
  const [present, absent] = [saying('present'), saying('absent')];
  const chosen = present.length > 0 ? present : absent.length > 0 ? absent : saying('possible');
  const last = chosen.at(-1);
  if (!last) return undefined;

  const presence = last.claim.says;
  const repeated = daysOf(chosen);
  const single = chosen.reduce((most, { claim, weight }) => Math.max(most, claim.certainty * weight), 0);
  let certainty = 1 - (1 - single) * 0.8 ** Math.min(repeated - 1, 5);
  if (presence === 'present' && definition.lasts !== 'life') {
    const since = absent.filter(({ time }) => time > last.time);
    certainty = Math.max(LEAST, certainty * CONTRADICTED ** daysOf(since));
  }
  const strongest = chosen.reduce((best, each) => (each.claim.strength > best.claim.strength ? each : best), last);
  const evidence = chosen.map(({ claim }) => claim.evidence);
  return {
    concept: definition.id,
    name: definition.name,
    kind: last.claim.kind,
    presence,
    certainty: Math.min(0.98, certainty),
    ...times(evidence),
    ...onsetOf(chosen),
    strength: strongest.claim.strength,
    evidence: eachOnce(evidence),
  };
}

/** A place that fulfils several rules of one finding is one piece of evidence. */
function eachOnce(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ source }) => seen.size !== seen.add(sourceKey(source)).size);
}

/** The earliest onset that is told, where it lies before the first evidence. */
function onsetOf(chosen: readonly Counting[]): { onset?: string } {
  const [since] = chosen.flatMap(({ claim }) => claim.since ?? []).sort();
  if (since === undefined) return {};
  const isEarliest = chosen.every(({ claim: { evidence } }) => evidence.time === undefined || since < evidence.time);
  return isEarliest ? { onset: since } : {};
}

/** Times, as in the record, of the first and the last evidence. */
export function times(evidence: readonly Evidence[]): { onset?: string; last?: string } {
  const onset = evidence.find(({ time }) => time !== undefined)?.time;
  const last = evidence.findLast(({ time }) => time !== undefined)?.time;
  return { ...(onset ? { onset } : {}), ...(last ? { last } : {}) };
}

const timeOf = ({ heldAt, evidence }: Claim): number => heldAt ?? (Number.isNaN(evidence.at) ? 0 : evidence.at);

/** On how many different days the claims were made. */
function daysOf(counting: readonly Counting[]): number {
  return new Set(counting.map(({ time }) => Math.floor(time / DAY))).size;
}
