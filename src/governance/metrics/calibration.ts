/** How well probabilities hold: Brier score, calibration slope and intercept, expected calibration error. */
import { logisticFit, logit } from '../../model/index.ts';

export interface Calibration {
  /** Mean squared difference between probability and outcome (Brier 1950); 0 is best. */
  readonly brier: number;
  /** Coefficient of logit(p) in a logistic regression of the outcome (Cox 1958); 1 is best, below 1 too extreme. */
  readonly slope: number;
  /** Intercept with the slope fixed at 1: 0 is best, above 0 the risks are too low ("calibration in the large"). */
  readonly intercept: number;
  /** Mean distance between predicted and observed share over ten bins of equal size; 0 is best. */
  readonly ece: number;
  /** The ten bins: mean prediction, observed share, persons. */
  readonly bins: readonly { readonly predicted: number; readonly observed: number; readonly n: number }[];
}

/** Calibration of probabilities (0 to 1) against outcomes (0 or 1). Slope and intercept are NaN where all outcomes agree. */
export function calibrationOf(probability: ArrayLike<number>, outcome: ArrayLike<number>): Calibration {
  const n = probability.length;
  const logits = Float64Array.from(probability, logit);
  let brier = 0;
  for (let i = 0; i < n; i++) brier += ((probability[i] as number) - Number(outcome[i])) ** 2 / n;
  const bins = deciles(probability, outcome);
  return {
    brier,
    slope: logisticFit(logits, outcome).slope,
    intercept: logisticFit(logits, outcome, Number.POSITIVE_INFINITY).intercept,
    ece: bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.predicted - bin.observed), 0),
    bins,
  };
}

function deciles(probability: ArrayLike<number>, outcome: ArrayLike<number>) {
  const order = Array.from({ length: probability.length }, (_, i) => i).sort(
    (a, b) => (probability[a] as number) - (probability[b] as number) || a - b,
  );
  return Array.from({ length: 10 }, (_, k) => {
    const part = order.slice(Math.floor((k * order.length) / 10), Math.floor(((k + 1) * order.length) / 10));
    const mean = (values: ArrayLike<number>) => part.reduce((sum, i) => sum + Number(values[i]), 0) / part.length;
    return { predicted: mean(probability), observed: mean(outcome), n: part.length };
  }).filter((bin) => bin.n > 0);
}
