import { logit } from './calibration.ts';
import { YEAR } from './time.ts';

/**
 * What a risk is on average by age and sex: log-odds = w · (1, a, a², male, male · a), with a the age in half-centuries. Least
 * squares on the log-odds of calibrated risks, so that a *peer* is a person of the same age and sex with an average history.
 */
export type PeerFit = readonly number[];

interface Asked {
  /** In days. */
  readonly age: number;
  /** 1 male, 0 female, 0.5 unknown. */
  readonly male: number;
}

const WIDTH = 5;

/** A trace of ridge, in persons: where all are of one sex, or of one age, the rest is still told. */
const RIDGE = 1e-3;

export function peerFit(asked: readonly Asked[], risks: readonly number[]): PeerFit {
  const matrix = Array.from({ length: WIDTH }, () => new Float64Array(WIDTH + 1));
  for (const [i, row] of matrix.entries()) row[i] = RIDGE;
  for (const [k, each] of asked.entries()) {
    const features = featuresOf(each);
    const y = logit(risks[k] ?? Number.NaN);
    for (const [i, row] of matrix.entries()) {
      const x = features[i] ?? 0;
      for (let j = 0; j < WIDTH; j++) row[j] = (row[j] ?? 0) + x * (features[j] ?? 0);
      row[WIDTH] = (row[WIDTH] ?? 0) + x * y;
    }
  }
  return solved(matrix);
}

/** The risk of a peer. */
export function peerRisk(fit: PeerFit, asked: Asked): number {
  const logOdds = featuresOf(asked).reduce((sum, x, i) => sum + x * (fit[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-logOdds));
}

function featuresOf({ age, male }: Asked): number[] {
  const a = age / (50 * YEAR);
  return [1, a, a * a, male, male * a];
}

/** Gauss's elimination on a positive definite matrix, its right side as last column. */
function solved(matrix: readonly Float64Array[]): number[] {
  for (const [i, pivot] of matrix.entries())
    for (const row of matrix.slice(i + 1)) {
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= WIDTH; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  const x = new Array<number>(WIDTH).fill(0);
  for (let i = WIDTH - 1; i >= 0; i--) {
    const row = matrix[i] ?? new Float64Array(0);
    const known = x.reduce((sum, value, j) => sum + (j > i ? value * (row[j] ?? 0) : 0), 0);
    x[i] = ((row[WIDTH] ?? 0) - known) / (row[i] ?? 1);
  }
  return x;
}
