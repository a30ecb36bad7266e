import { type HpoIndex, UNKNOWN_FREQUENCY } from '../../knowledge/index.ts';

/**
 * What a meeting of finding and profile is worth, in log-odds against chance, before the weight of the case's other findings
 * (see score.ts). Fitted by maximum likelihood of the right disease among all (a conditional logit; McFadden 1974) on published
 * cases, cross-validated with all cases of a disease in one fold: `node bench/fit-differential.ts`. They hold for every disease
 * alike; nothing about any one disease is learnt from a case. See docs/decisions/2026-11-28-one-differential-for-thousands.md.
 */
export interface Weights {
  readonly exact: Line;
  readonly general: Line;
  readonly special: Line;
  readonly kindred: Line;
  /** Where the profile is silent, but the other source's entry for the same disease, or its family, tells the finding. */
  readonly sameElsewhere: number;
  readonly familyElsewhere: number;
  /**
   * What a known frequency f adds to a match: this times ln(f / 0.5). A frequency below a half takes away, down to nothing; to a
   * kindred match it adds nothing.
   */
  readonly perFrequency: Readonly<Record<'exact' | 'general' | 'special', number>>;
  /** A finding that the disease's studies looked for and found in nobody. */
  readonly never: number;
  /**
   * Share of ln(1 − f) that an absent finding of known frequency f counts, where the case tells of it unasked: what a table or a
   * letter lists as absent is mostly what the disease's patients have, or what the writer thought of. What was asked for by a
   * question of our own counts in full.
   */
  readonly toldAbsent: number;
  /** A broad profile meets more findings by chance: per finding and unit of its breadth (see score.ts). */
  readonly breadth: number;
  /** Diseases of which more is written are met more often: linear and square in the same logarithm. */
  readonly written: number;
  readonly writtenSquare: number;
  /** A woman, and a disease recessive on the X chromosome. */
  readonly xRecessiveInWoman: number;
  /** Onset later than the person's age: per unit of ln(1 + years) that is lacking. */
  readonly tooYoung: number;
  /**
   * Logit that no described disease fits: `at0 + perEvidence × evidence + perFinding × √findings`, where evidence is the logarithm of
   * the mean odds over all diseases against chance. Fitted with each case's disease in the index and taken out, half and half.
   */
  readonly none: { readonly at0: number; readonly perEvidence: number; readonly perFinding: number };
}

/** `at0 + perNat × information`, the information in nats. */
export interface Line {
  readonly at0: number;
  readonly perNat: number;
}

/** For profiles without frequencies. */
export const WEIGHTS: Weights = {
  exact: { at0: 2.83, perNat: 0.97 },
  general: { at0: 2.22, perNat: 0.14 },
  special: { at0: 0.56, perNat: 0.61 },
  kindred: { at0: 0.23, perNat: 0.36 },
  sameElsewhere: 2.97,
  familyElsewhere: 1.7,
  perFrequency: { exact: 1.43, general: 0.48, special: 2.03 },
  never: -3.81,
  toldAbsent: 0.2,
  breadth: -0.63,
  written: 1.44,
  writtenSquare: -0.19,
  xRecessiveInWoman: -2.8,
  tooYoung: -1.7,
  none: { at0: 0.24, perEvidence: -0.64, perFinding: 0.56 },
};

/**
 * For a release with frequencies: fitted on each case with its own paper's annotations and without them, half and half, and then
 * all made larger by one factor (1.5) at which the first disease's probability is as much too low with the paper (4 points) as it
 * is too high without (4 points); the fit itself, against a hundred diseases instead of thousands, is not sure enough. Breadth
 * is −0.9 instead of the fitted −1.17, which made unrelated findings cost more than they should.
 */
export const WEIGHTS_WITH_FREQUENCIES: Weights = {
  exact: { at0: 0.35, perNat: 1.53 },
  general: { at0: 0.42, perNat: 0.81 },
  special: { at0: -1.58, perNat: 1.08 },
  kindred: { at0: -0.17, perNat: 0.62 },
  sameElsewhere: 3.8,
  familyElsewhere: 2.36,
  perFrequency: { exact: 2.15, general: 0.72, special: 3.05 },
  never: -5.7,
  toldAbsent: 0.3,
  breadth: -0.9,
  written: 1.59,
  writtenSquare: 0,
  xRecessiveInWoman: -5,
  tooYoung: -1.17,
  none: { at0: 1.16, perEvidence: -0.24, perFinding: 0 },
};

/** From this share of annotations with a frequency on, an index counts as one with frequencies. */
const STATED = 0.1;

/** The weights that fit an index: found out once for each. */
export function weightsOf({ annotated }: HpoIndex): Weights {
  const known = made.get(annotated);
  if (known) return known;
  const stated = annotated.frequencies.reduce((sum, code) => sum + (code === UNKNOWN_FREQUENCY ? 0 : 1), 0);
  const weights = stated >= STATED * annotated.frequencies.length && stated > 0 ? WEIGHTS_WITH_FREQUENCIES : WEIGHTS;
  made.set(annotated, weights);
  return weights;
}

const made = new WeakMap<HpoIndex['annotated'], Weights>();
