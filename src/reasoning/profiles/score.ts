import type { HpoIndex } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { frequencyOfCode, type Match, type MatchKind, visitMatches } from './match.ts';
import { WEIGHTS_WITH_FREQUENCIES, type Weights, weightsOf } from './weights.ts';

/** ln(1 + 13): the median profile has 13 annotations. */
const MIDDLE_SIZE = Math.log(14);
/** ln(1 + 6): the findings that a patient with a middling disease is expected to have. */
const MIDDLE_EXPECTED = Math.log(7);
/** Frequency at which the fitted weight of a match stands; known frequencies move it by their ratio to this. */
const TYPICAL_FREQUENCY = 0.5;
const LEAST_FREQUENCY = 0.02;
/** The frequency of an annotation that states none: the middle of those that do. Estimate. */
const UNSTATED = 0.45;
/** An absent finding may have been missed: no frequency counts above this. */
const MOST_FREQUENT = 0.95;

/**
 * Findings of one person are not independent, and a plain sum of their log-odds grows too sure of itself: n findings count as
 * √n. Each of them thus counts 1/√n. (Exponent fitted: 0.5 among 0.5, 0.65, 0.75, 1.)
 */
export const shareOf = (count: number): number => 1 / Math.sqrt(Math.max(1, count));

/** Log-odds of one match against chance, before {@link shareOf}. */
export function worthOf({ kind, information, frequency }: Match, weights: Weights): number {
  return worth(kind, information, frequency === undefined ? 0 : logRatio(frequency), weights);
}

/** The same from the logarithm of the frequency over {@link TYPICAL_FREQUENCY}. */
function worth(kind: MatchKind, information: number, logFrequency: number, weights: Weights): number {
  if (kind === 'never') return weights.never;
  const { at0, perNat } = weights[kind];
  const perFrequency = kind === 'kindred' ? 0 : weights.perFrequency[kind];
  return Math.max(0, at0 + perNat * information + perFrequency * logFrequency);
}

const logRatio = (frequency: number): number => Math.log(Math.max(LEAST_FREQUENCY, frequency) / TYPICAL_FREQUENCY);
/** {@link logRatio} of every coded frequency. */
const LOG_RATIOS = Float64Array.from({ length: 256 }, (_, code) => {
  const frequency = frequencyOfCode(code);
  return frequency === undefined ? 0 : logRatio(frequency);
});
/** Logarithm of a coded frequency over {@link TYPICAL_FREQUENCY}; 0 where it is not known. */
export const logRatioOf = (code: number): number => LOG_RATIOS[code] ?? 0;

/**
 * Log-odds of an absent finding of the given frequency in the disease, before {@link shareOf}; never above 0. An annotation
 * without a frequency says only that somebody had it, so its absence says nothing that could be put in a number. `asked`: it was
 * looked for because of a question of our own, so that its being told says nothing by itself ({@link Weights.toldAbsent}).
 */
export function worthOfAbsence(frequency: number | undefined, asked: boolean, { toldAbsent }: Weights): number {
  return frequency === undefined ? 0 : (asked ? 1 : toldAbsent) * Math.log(1 - Math.min(MOST_FREQUENT, frequency));
}

/** Prior log-odds of a disease, up to a constant: how much is written of it. */
export function writtenLogOdds(
  index: HpoIndex,
  disease: number,
  { written, writtenSquare }: Weights = weightsOf(index),
): number {
  const size = Math.log(1 + (index.traits.size[disease] ?? 0));
  return written * (size - MIDDLE_SIZE) + writtenSquare * (size * size - MIDDLE_SIZE * MIDDLE_SIZE);
}

/**
 * How broad a profile is, over a middling one, in natural logarithms: by the findings that a patient is expected to have where
 * frequencies are stated, else by its size.
 */
export function breadthOf(index: HpoIndex, disease: number): number {
  if (weightsOf(index) !== WEIGHTS_WITH_FREQUENCIES) {
    return Math.log(1 + (index.traits.size[disease] ?? 0)) - MIDDLE_SIZE;
  }
  return Math.log(1 + (expectedOf(index.annotated)[disease] ?? 0)) - MIDDLE_EXPECTED;
}

/** The number of findings that a patient of each disease is expected to have: the sum of the frequencies; found once. */
function expectedOf(annotated: HpoIndex['annotated']): Float64Array {
  const known = expected.get(annotated);
  if (known) return known;
  const { offsets, frequencies } = annotated;
  const sums = new Float64Array(offsets.length - 1);
  sums.forEach((_, disease) => {
    let sum = 0;
    for (let at = offsets[disease] ?? 0; at < (offsets[disease + 1] ?? 0); at++) {
      sum += frequencyOfCode(frequencies[at] ?? 0) ?? UNSTATED;
    }
    sums[disease] = sum;
  });
  expected.set(annotated, sums);
  return sums;
}

const expected = new WeakMap<HpoIndex['annotated'], Float64Array>();

/** What a profile of this {@link breadthOf} loses for the chance matches of `findings` findings. */
export function breadthLogOdds(breadth: number, findings: number, weights: Weights): number {
  return weights.breadth * breadth * findings * shareOf(findings);
}

/** Prior log-odds of a disease before any one finding: {@link writtenLogOdds} and {@link breadthLogOdds}. */
export function priorLogOdds(
  index: HpoIndex,
  disease: number,
  findings: number,
  weights: Weights = weightsOf(index),
): number {
  return writtenLogOdds(index, disease, weights) + breadthLogOdds(breadthOf(index, disease), findings, weights);
}

/** What age and sex say of a disease: log-odds, never above 0. */
export function demographyLogOdds(
  { traits }: HpoIndex,
  disease: number,
  { ageYears, sex }: Pick<Query, 'ageYears' | 'sex'>,
  weights: Weights,
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
export function scoresOf(index: HpoIndex, query: Query, weights: Weights = weightsOf(index)): Float64Array {
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
      scores[disease] = (scores[disease] ?? 0) + weight * worth(kind, information, logRatioOf(code), weights);
    });
    elsewhere(index, whole, mark, (disease, kind) => {
      scores[disease] =
        (scores[disease] ?? 0) + weight * (kind === 1 ? weights.sameElsewhere : weights.familyElsewhere);
    });
  });
  addAbsent(index, query, scores, weights);
  for (let disease = 0; disease < count; disease++) {
    const { sex, age } = demographyLogOdds(index, disease, query, weights);
    scores[disease] = (scores[disease] ?? 0) + priorLogOdds(index, disease, findings, weights) + sex + age;
  }
  return scores;
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

function addAbsent({ implied }: HpoIndex, { absent }: Query, scores: Float64Array, weights: Weights): void {
  const share = shareOf(countOf(absent));
  for (const { term, certainty, asked } of absent) {
    const end = implied.offsets[term + 1] ?? 0;
    for (let at = implied.offsets[term] ?? 0; at < end; at++) {
      const frequency = frequencyOfCode(implied.frequencies[at] ?? 0);
      if (frequency === undefined) continue;
      const disease = implied.values[at] ?? 0;
      const worth = worthOfAbsence(frequency, asked === true, weights);
      scores[disease] = (scores[disease] ?? 0) + certainty * share * worth;
    }
  }
}
