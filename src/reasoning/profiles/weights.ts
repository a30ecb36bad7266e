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
  exact: { at0: 2.83, perNat: 0.97 },
  general: { at0: 2.22, perNat: 0.14 },
  special: { at0: 0.56, perNat: 0.61 },
  kindred: { at0: 0.23, perNat: 0.36 },
  sameElsewhere: 2.97,
  familyElsewhere: 1.7,
  breadth: -0.63,
  written: 1.44,
  writtenSquare: -0.19,
  xRecessiveInWoman: -2.8,
  tooYoung: -1.7,
};
