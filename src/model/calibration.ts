import { z } from 'zod';

/** Recalibration of one risk: log-odds = intercept + slope · log-odds of the network, with the covariance of the two. */
export const calibrationSchema = z.strictObject({
  intercept: z.number(),
  slope: z.number(),
  /** Variance of the intercept, covariance, variance of the slope. */
  covariance: z.tuple([z.number(), z.number(), z.number()]),
  n: z.int(),
  events: z.int(),
});
export type Recalibration = z.infer<typeof calibrationSchema>;

export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  /** Inverse of the Hessian: variance of the intercept, covariance, variance of the slope. */
  readonly covariance: readonly [number, number, number];
}

/**
 * Fits P(outcome) = σ(intercept + slope · x) by Newton's method with step halving. `precision` draws the slope towards 1 as a
 * normal prior of that precision does; infinite holds it at 1. NaN where all outcomes agree or x does not vary and no prior
 * says more.
 */
export function logisticFit(x: ArrayLike<number>, outcome: ArrayLike<number>, precision = 0): LogisticFit {
  const free = Number.isFinite(precision);
  const none: LogisticFit = {
    intercept: Number.NaN,
    slope: Number.NaN,
    covariance: [Number.NaN, Number.NaN, Number.NaN],
  };
  let cases = 0;
  for (let i = 0; i < x.length; i++) cases += Number(outcome[i]);
  if (cases === 0 || cases === x.length) return none;
  const prior = free ? precision : 0;
  const lossAt = (a: number, b: number) => logisticLoss(x, outcome, a, b) + (prior / 2) * (b - 1) ** 2;
  let [a, b] = [Math.log(cases / (x.length - cases)) - meanOf(x), 1];
  let loss = lossAt(a, b);
  let covariance: LogisticFit['covariance'] = none.covariance;
  for (let step = 0; step < 100; step++) {
    const d = derivatives(x, outcome, a, b);
    const [gb, hbb] = [d.gb + prior * (b - 1), d.hbb + prior];
    const det = d.haa * hbb - d.hab * d.hab;
    if (free && !(det > 1e-12 * d.haa * hbb)) return none;
    covariance = free ? [hbb / det, -d.hab / det, d.haa / det] : [1 / d.haa, 0, 0];
    const da = free ? (hbb * d.ga - d.hab * gb) / det : d.ga / d.haa;
    const db = free ? (d.haa * gb - d.hab * d.ga) / det : 0;
    let size = 1;
    while (!(lossAt(a - size * da, b - size * db) <= loss) && size > 1e-6) size /= 2;
    a -= size * da;
    b -= size * db;
    const next = lossAt(a, b);
    const gain = loss - next;
    loss = next;
    if (Math.abs(gain) <= 1e-12 * Math.abs(loss)) break;
  }
  return { intercept: a, slope: b, covariance };
}

function derivatives(x: ArrayLike<number>, outcome: ArrayLike<number>, a: number, b: number) {
  let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] as number;
    const p = 1 / (1 + Math.exp(-(a + b * xi)));
    const w = p * (1 - p);
    ga += p - Number(outcome[i]);
    gb += (p - Number(outcome[i])) * xi;
    haa += w;
    hab += w * xi;
    hbb += w * xi * xi;
  }
  return { ga, gb, haa, hab, hbb };
}

function logisticLoss(x: ArrayLike<number>, outcome: ArrayLike<number>, a: number, b: number): number {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const z = a + b * (x[i] as number);
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (outcome[i] ? z : 0);
  }
  return loss;
}

function meanOf(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] as number;
  return sum / x.length;
}

/** Log-odds of a probability, kept finite: probabilities are clipped to 1e-9 and 1 − 1e-9. */
export function logit(p: number): number {
  const clipped = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(clipped / (1 - clipped));
}

/** Fewest events that a recalibration is fitted on. */
export const LEAST_EVENTS = 10;

/**
 * A recalibration fitted on persons kept for it; undefined with fewer than {@link LEAST_EVENTS} events. The slope's prior has a
 * standard deviation of 0.3, so that a few events do not turn a ranking round.
 */
export function recalibrationOf(risks: ArrayLike<number>, outcomes: ArrayLike<number>): Recalibration | undefined {
  const n = risks.length;
  let events = 0;
  for (let i = 0; i < n; i++) events += Number(outcomes[i]);
  if (events < LEAST_EVENTS || n - events < LEAST_EVENTS) return undefined;
  const { intercept, slope, covariance } = logisticFit(Float64Array.from(risks, logit), outcomes, 1 / 0.3 ** 2);
  return { intercept, slope, covariance: [...covariance], n, events };
}

export interface CalibratedRisk {
  readonly risk: number;
  /** 95 % interval of the calibration: how sure it is what such a score means, not how persons with it differ. */
  readonly low: number;
  readonly high: number;
}

export function calibrated({ intercept, slope, covariance }: Recalibration, risk: number): CalibratedRisk {
  const x = logit(risk);
  const [va, vab, vb] = covariance;
  const centre = intercept + slope * x;
  const spread = 1.959964 * Math.sqrt(Math.max(0, va + 2 * vab * x + vb * x * x));
  const at = (z: number) => 1 / (1 + Math.exp(-z));
  return { risk: at(centre), low: at(centre - spread), high: at(centre + spread) };
}
