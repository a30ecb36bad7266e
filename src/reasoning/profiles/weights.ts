/**
 * What a meeting of finding and profile is worth, in log-odds against chance, before the weight of the case's other findings
 * (see score.ts). Fitted by maximum likelihood of the right disease among all (a conditional logit; McFadden 1974) on published
 * cases, cross-validated with all cases of a disease in one fold: `node bench/differential/fit.ts`. They hold for every disease
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
  /** A broad profile meets more findings by chance: per finding and natural logarithm of 1 + its size, over that of 14. */
  readonly breadth: number;
  /** Diseases of which more is written are met more often: linear and square in the same logarithm. */
  readonly written: number;
  readonly writtenSquare: number;
  /** A woman, and a disease recessive on the X chromosome. */
  readonly xRecessiveInWoman: number;
  /** Onset later than the person's age: per unit of ln(1 + years) that is lacking. */
  readonly tooYoung: number;
}

/** `at0 + perNat × information`, the information in nats. */
export interface Line {
  readonly at0: number;
  readonly perNat: number;
}

export const WEIGHTS: Weights = {
  exact: { at0: 2.21, perNat: 0.717 },
  general: { at0: 1.29, perNat: 0 },
  special: { at0: 0.135, perNat: 0.304 },
  kindred: { at0: -0.18, perNat: 0.05 },
  sameElsewhere: 3.887,
  familyElsewhere: 1.69,
  breadth: -0.518,
  written: 1.364,
  writtenSquare: -0.114,
  xRecessiveInWoman: -2.5,
  tooYoung: -1,
};
