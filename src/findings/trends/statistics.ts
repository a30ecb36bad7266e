/** Median; NaN of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

export interface MannKendall {
  /** Concordant less discordant pairs. */
  readonly s: number;
  /** Two-sided probability of such an S, or a more extreme one, without a trend. */
  readonly p: number;
}

/** Above this number of values the normal approximation is as good as the exact distribution. */
const EXACT_UP_TO = 24;

/**
 * Mann–Kendall test of values in order of time. Up to 24 values the distribution of S is exact, ties included: with ties,
 * all arrangements of the multiset are equally likely and their inversions are distributed as the Gaussian multinomial
 * coefficient. Above that, normal with the variance corrected for ties and a correction for continuity.
 *
 * Mann HB. Econometrica 1945;13:245-259. Kendall MG. Rank Correlation Methods, 1948.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  let s = 0;
  for (let j = 1; j < values.length; j++) {
    for (let i = 0; i < j; i++) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
  }
  const ties = [...tieSizes(values).values()];
  return { s, p: values.length <= EXACT_UP_TO ? exactP(s, ties) : normalP(s, values.length, ties) };
}

function tieSizes(values: readonly number[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return sizes;
}

/** S = untied pairs - 2 * inversions; P(|S| >= |s|) over all arrangements of groups of these sizes. */
function exactP(s: number, groups: readonly number[]): number {
  let counts = [1];
  let size = 0;
  for (const group of groups) {
    counts = product(counts, gaussianBinomial(size + group, group));
    size += group;
  }
  const pairs = counts.length - 1;
  let total = 0;
  let extreme = 0;
  counts.forEach((count, inversions) => {
    total += count;
    if (Math.abs(pairs - 2 * inversions) >= Math.abs(s)) extreme += count;
  });
  return extreme / total;
}

const binomials = new Map<string, number[]>();

/** Coefficients of the Gaussian binomial [n choose k]: arrangements of k and n - k equal things by number of inversions. */
function gaussianBinomial(n: number, k: number): number[] {
  if (k === 0 || k === n) return [1];
  const key = `${n},${k}`;
  const known = binomials.get(key);
  if (known) return known;
  // [n k] = [n-1 k-1] + q^k [n-1 k]
  const result = [...gaussianBinomial(n - 1, k - 1)];
  gaussianBinomial(n - 1, k).forEach((count, power) => {
    result[power + k] = (result[power + k] ?? 0) + count;
  });
  for (let power = 0; power < result.length; power++) result[power] ??= 0;
  binomials.set(key, result);
  return result;
}

function product(a: readonly number[], b: readonly number[]): number[] {
  const result = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      result[i + j] = (result[i + j] ?? 0) + x * y;
    });
  });
  return result;
}

function normalP(s: number, n: number, ties: readonly number[]): number {
  const term = (m: number) => m * (m - 1) * (2 * m + 5);
  const variance = (term(n) - ties.reduce((sum, size) => sum + term(size), 0)) / 18;
  if (variance <= 0 || s === 0) return 1;
  return twoSidedP((Math.abs(s) - 1) / Math.sqrt(variance));
}

/** Two-sided tail of the standard normal distribution (Abramowitz and Stegun 7.1.26: error below 1.5e-7). */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, series * Math.exp(-x * x));
}

export interface TheilSen {
  readonly slope: number;
  /** Approximate 95 % interval of the slope (Sen 1968). */
  readonly interval: readonly [number, number];
  /** Value of the line at x = 0: median of y - slope * x. */
  readonly intercept: number;
}

/** Theil–Sen line through points: median of the slopes of all pairs. Sen PK. J Am Stat Assoc 1968;63:1379-1389. */
export function theilSen(xs: readonly number[], ys: readonly number[]): TheilSen {
  const slopes: number[] = [];
  for (let j = 1; j < xs.length; j++) {
    for (let i = 0; i < j; i++) {
      const run = (xs[j] ?? 0) - (xs[i] ?? 0);
      if (run !== 0) slopes.push(((ys[j] ?? 0) - (ys[i] ?? 0)) / run);
    }
  }
  slopes.sort((a, b) => a - b);
  const slope = median(slopes);
  const n = xs.length;
  const spread = 1.96 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const low = Math.max(0, Math.round((slopes.length - spread) / 2) - 1);
  const high = Math.min(slopes.length - 1, Math.round((slopes.length + spread) / 2));
  return {
    slope,
    interval: [slopes[low] ?? slope, slopes[high] ?? slope],
    intercept: median(ys.map((y, i) => y - slope * (xs[i] ?? 0))),
  };
}
