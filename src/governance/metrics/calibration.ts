/** How well probabilities hold: Brier score, calibration slope and intercept, expected calibration error. */

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
    slope: logisticFit(logits, outcome, true).slope,
    intercept: logisticFit(logits, outcome, false).intercept,
    ece: bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.predicted - bin.observed), 0),
    bins,
  };
}

/**
 * Fits P(outcome) = σ(intercept + slope · x) by Newton's method with step halving; with `free` false the slope stays 1.
 * NaN where all outcomes agree or x does not vary.
 */
export function logisticFit(
  x: ArrayLike<number>,
  outcome: ArrayLike<number>,
  free: boolean,
): { intercept: number; slope: number } {
  const n = x.length;
  let cases = 0;
  for (let i = 0; i < n; i++) cases += Number(outcome[i]);
  if (cases === 0 || cases === n) return { intercept: Number.NaN, slope: Number.NaN };
  let [a, b] = [0, 1];
  let loss = logisticLoss(x, outcome, a, b);
  for (let step = 0; step < 100; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const xi = x[i] as number;
      const p = sigmoid(a + b * xi);
      const w = p * (1 - p);
      ga += p - Number(outcome[i]);
      gb += (p - Number(outcome[i])) * xi;
      haa += w;
      hab += w * xi;
      hbb += w * xi * xi;
    }
    const det = haa * hbb - hab * hab;
    if (free && !(det > 1e-12 * haa * hbb)) return { intercept: Number.NaN, slope: Number.NaN };
    const da = free ? (hbb * ga - hab * gb) / det : ga / haa;
    const db = free ? (haa * gb - hab * ga) / det : 0;
    let size = 1;
    let next = logisticLoss(x, outcome, a - da, b - db);
    while (!(next <= loss) && size > 1e-6) {
      size /= 2;
      next = logisticLoss(x, outcome, a - size * da, b - size * db);
    }
    a -= size * da;
    b -= size * db;
    const gain = loss - next;
    loss = next;
    if (Math.abs(gain) <= 1e-12 * Math.abs(loss)) break;
  }
  return { intercept: a, slope: b };
}

function logisticLoss(x: ArrayLike<number>, outcome: ArrayLike<number>, a: number, b: number): number {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const z = a + b * (x[i] as number);
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (outcome[i] ? z : 0);
  }
  return loss;
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

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Log-odds of a probability, kept finite: probabilities are clipped to 1e-9 and 1 − 1e-9. */
export function logit(p: number): number {
  const clipped = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(clipped / (1 - clipped));
}
