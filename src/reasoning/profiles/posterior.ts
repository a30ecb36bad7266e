import type { HpoIndex } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { countOf } from './score.ts';
import { weightsOf } from './weights.ts';

/**
 * How probable each disease is, and that none of them is the answer. One disease at a time they add up to 1; where two may be true
 * at once, each is counted in full and the sum is larger.
 */
export interface Posterior {
  readonly diseases: Float64Array;
  readonly none: number;
  /** Logarithm of the mean odds over all diseases against chance. */
  readonly evidence: number;
  /** Bits by which the case narrowed the choice: entropy of the priors less that of the posterior, never below 0. */
  readonly bits: number;
}

/** What share of people who are asked about have a disease that no source describes. Estimate; a caller may know better. */
const UNDESCRIBED = 0.1;
/**
 * Turns log-odds against chance into probabilities over the diseases that `ranked` names and “none of these”.
 * The odds of chance cancel out: they are the same for each disease.
 */
export function posteriorOf(
  index: HpoIndex,
  query: Query,
  scores: Float64Array,
  priors: Float64Array,
  ranked: Int32Array,
  undescribed: number = UNDESCRIBED,
): Posterior {
  if (ranked.length === 0) return { diseases: new Float64Array(scores.length), none: 1, evidence: 0, bits: 0 };
  const diseases = softmax(scores, ranked);
  const before = softmax(priors, ranked);
  const evidence = logSum(scores, ranked) - logSum(priors, ranked);
  const { at0, perEvidence, perFinding } = weightsOf(index).none;
  const shift = Math.log(undescribed / (1 - undescribed));
  const logit = at0 + perEvidence * evidence + perFinding * Math.sqrt(countOf(query.present)) + shift;
  const none = undescribed === 0 ? 0 : 1 / (1 + Math.exp(-logit));
  const bits = Math.max(0, entropy(before, ranked) - entropy(diseases, ranked));
  for (const disease of ranked) diseases[disease] = (diseases[disease] ?? 0) * (1 - none);
  return { diseases, none, evidence, bits: index.diseases.length === 0 ? 0 : bits };
}

function softmax(scores: Float64Array, of: Int32Array): Float64Array {
  const total = logSum(scores, of);
  const shares = new Float64Array(scores.length);
  for (const place of of) shares[place] = Math.exp((scores[place] ?? 0) - total);
  return shares;
}

export function logSum(scores: Float64Array, of: Int32Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const place of of) largest = Math.max(largest, scores[place] ?? 0);
  let sum = 0;
  for (const place of of) sum += Math.exp((scores[place] ?? 0) - largest);
  return largest + Math.log(sum);
}

/** Entropy in bits. */
function entropy(shares: Float64Array, of: Int32Array): number {
  let bits = 0;
  for (const place of of) {
    const share = shares[place] ?? 0;
    if (share > 0) bits -= share * Math.log2(share);
  }
  return bits;
}
