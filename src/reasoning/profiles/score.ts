import type { HpoIndex } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { frequencyOfCode, type Match, type MatchKind, visitMatches } from './match.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** ln(1 + 13): the median profile has 13 annotations. */
const MIDDLE_SIZE = Math.log(14);
/** Frequency at which the fitted weight of a match stands; known frequencies move it by their ratio to this. Estimate. */
const TYPICAL_FREQUENCY = 0.5;
const LEAST_FREQUENCY = 0.02;
/** Log-odds of a finding that the disease's studies looked for and found in nobody. Estimate: the studies are small. */
const NEVER_FOUND = -1.5;
/** An absent finding may have been missed: no frequency counts above this. */
const MOST_FREQUENT = 0.95;

/**
 * Findings of one person are not independent, and a plain sum of their log-odds grows too sure of itself: n findings count as
 * √n. Each of them thus counts 1/√n. (Exponent fitted: 0.5 among 0.5, 0.65, 0.75, 1.)
 */
export const shareOf = (count: number): number => 1 / Math.sqrt(Math.max(1, count));

/** Log-odds of one match against chance, before {@link shareOf}. */
export function worthOf({ kind, information, frequency }: Match, weights: Weights = WEIGHTS): number {
  if (kind === 'never') return NEVER_FOUND;
  const { at0, perNat } = weights[kind];
  const worth = Math.max(0, at0 + perNat * information);
  if (frequency === undefined) return worth;
  return Math.max(0, worth + Math.log(Math.max(LEAST_FREQUENCY, frequency) / TYPICAL_FREQUENCY));
}

/**
 * Log-odds of an absent finding of the given frequency in the disease, before {@link shareOf}; never above 0. An annotation
 * without a frequency says only that somebody had it, so its absence says nothing that could be put in a number.
 */
export function worthOfAbsence(frequency: number | undefined): number {
  return frequency === undefined ? 0 : Math.log(1 - Math.min(MOST_FREQUENT, frequency));
}

/** Prior log-odds of a disease, up to a constant: how much is written of it. */
export function writtenLogOdds(
  index: HpoIndex,
  disease: number,
  { written, writtenSquare }: Weights = WEIGHTS,
): number {
  const size = Math.log(1 + (index.traits.size[disease] ?? 0));
  return written * (size - MIDDLE_SIZE) + writtenSquare * (size * size - MIDDLE_SIZE * MIDDLE_SIZE);
}

/** What a profile of `size` findings, or several together, loses for the chance matches of `findings` findings. */
export function breadthLogOdds(size: number, findings: number, { breadth }: Weights = WEIGHTS): number {
  return breadth * (Math.log(1 + size) - MIDDLE_SIZE) * findings * shareOf(findings);
}

/** Prior log-odds of a disease before any one finding: {@link writtenLogOdds} and {@link breadthLogOdds}. */
export function priorLogOdds(index: HpoIndex, disease: number, findings: number, weights: Weights = WEIGHTS): number {
  const size = index.traits.size[disease] ?? 0;
  return writtenLogOdds(index, disease, weights) + breadthLogOdds(size, findings, weights);
}

/** What age and sex say of a disease: log-odds, never above 0. */
export function demographyLogOdds(
  { traits }: HpoIndex,
  disease: number,
  { ageYears, sex }: Pick<Query, 'ageYears' | 'sex'>,
  weights: Weights = WEIGHTS,
): { sex: number; age: number } {
  const from = traits.onsetFrom[disease] ?? Number.NaN;
  const lacking =
    ageYears === undefined || !(from > ageYears) ? 0 : Math.log1p(from) - Math.log1p(Math.max(0, ageYears));
  return {
    sex: sex === 'female' && traits.xRecessive[disease] === 1 ? weights.xRecessiveInWoman : 0,
    age: weights.tooYoung * lacking,
  };
}

/** Number of present findings, each by its certainty. */
export const countOf = (findings: Query['present']): number => findings.reduce((sum, each) => sum + each.certainty, 0);

/**
 * The log-odds of every disease of the index against chance, one a place: prior, findings present and absent, age and sex.
 * Findings that a disease does not know cost it nothing: chance explains them.
 */
export function scoresOf(index: HpoIndex, query: Query, weights: Weights = WEIGHTS): Float64Array {
  const count = index.diseases.length;
  const scores = new Float64Array(count);
  const findings = countOf(query.present);
  const share = shareOf(findings);
  const stamp = new Int32Array(count).fill(-1);
  const whole = new Int32Array(count).fill(-1);
  query.present.forEach(({ term, certainty }, mark) => {
    const weight = certainty * share;
    visitMatches(index, term, query.sex, stamp, mark, (disease, kind, information, code) => {
      if (isWhole(kind)) whole[disease] = mark;
      scores[disease] = (scores[disease] ?? 0) + weight * worth(kind, information, code, weights);
    });
    elsewhere(index, whole, mark, (disease, kind) => {
      scores[disease] =
        (scores[disease] ?? 0) + weight * (kind === 1 ? weights.sameElsewhere : weights.familyElsewhere);
    });
  });
  addAbsent(index, query, scores);
  for (let disease = 0; disease < count; disease++) {
    const { sex, age } = demographyLogOdds(index, disease, query, weights);
    scores[disease] = (scores[disease] ?? 0) + priorLogOdds(index, disease, findings, weights) + sex + age;
  }
  return scores;
}

function worth(kind: MatchKind, information: number, code: number, weights: Weights): number {
  const frequency = frequencyOfCode(code);
  return worthOf(frequency === undefined ? { kind, information } : { kind, information, frequency }, weights);
}

export const isWhole = (kind: MatchKind): boolean => kind === 'exact' || kind === 'general';

/**
 * Visits the diseases that do not tell the finding of this mark themselves, but whose counterpart in the other source does.
 */
function elsewhere(
  { traits }: HpoIndex,
  whole: Int32Array,
  mark: number,
  visit: (disease: number, kind: number) => void,
): void {
  const { counterpart, counterpartKind } = traits;
  for (const disease of pairedOf(traits)) {
    const other = counterpart[disease] ?? -1;
    if (whole[other] === mark && whole[disease] !== mark) visit(disease, counterpartKind[disease] ?? 0);
  }
}

/** The diseases that have a counterpart; found once for each index. */
function pairedOf(traits: HpoIndex['traits']): Int32Array {
  const known = paired.get(traits);
  if (known) return known;
  const places = Int32Array.from(
    [...traits.counterpart.keys()].filter((disease) => (traits.counterpart[disease] ?? -1) >= 0),
  );
  paired.set(traits, places);
  return places;
}

const paired = new WeakMap<HpoIndex['traits'], Int32Array>();

function addAbsent({ implied }: HpoIndex, { absent }: Query, scores: Float64Array): void {
  const share = shareOf(countOf(absent));
  for (const { term, certainty } of absent) {
    const end = implied.offsets[term + 1] ?? 0;
    for (let at = implied.offsets[term] ?? 0; at < end; at++) {
      const frequency = frequencyOfCode(implied.frequencies[at] ?? 0);
      if (frequency === undefined) continue;
      const disease = implied.values[at] ?? 0;
      const worth = worthOfAbsence(frequency);
      scores[disease] = (scores[disease] ?? 0) + certainty * share * worth;
    }
  }
}
