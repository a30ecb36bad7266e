import type { Batch } from './batch.ts';
import { yearsInBins } from './risk.ts';
import { standardise, standardOf } from './summary.ts';

export interface Screening {
  /** Least score statistic of a feature that is kept. */
  readonly least: number;
  /** Most features kept. */
  readonly most: number;
  /** Landmarks that are looked at, the first of those given; all by default. */
  readonly rows?: number;
  /** Starts of the periods in days after the landmark, each screened for itself: what tells who is next fades in the whole. */
  readonly periods?: readonly number[];
}

/**
 * Features of [n × width] summaries that say something of some outcome by themselves (sure independence screening: Fan and Lv
 * 2008). The score of feature x for an outcome in a period is |Σ x r| / √Σ x² r², with r = event − ∫ hazard the martingale
 * residual of each landmark of `batch` (n queries) under `logHazards` [O × K]. Each outcome in each period names its strongest
 * feature that is not yet kept, in turn. Gives indices in order.
 */
export function screenedFeatures(
  summaries: Float32Array,
  width: number,
  batch: Batch,
  { logHazards, bins }: { readonly logHazards: Float64Array; readonly bins: readonly number[] },
  { least, most, rows, periods = [0] }: Screening,
): number[] {
  const outcomes = logHazards.length / bins.length;
  const standard = summaries.slice(0, rows === undefined ? undefined : rows * width);
  standardise(standard, standardOf(standard, width));
  const named = periods.flatMap((start, p) => {
    const residuals = residualsOf(batch, logHazards, bins, outcomes, [
      start,
      periods[p + 1] ?? Number.POSITIVE_INFINITY,
    ]);
    const strength = strengthsOf(standard, width, residuals, outcomes);
    return Array.from({ length: outcomes }, (_, o) =>
      Array.from({ length: width }, (_, f) => ({ f, score: strength[f * outcomes + o] as number }))
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || a.f - b.f),
    );
  });
  const kept = new Set<number>();
  for (let turn = 0; turn < width && kept.size < most; turn++)
    for (const list of named) {
      const next = list[turn];
      if (next && kept.size < most) kept.add(next.f);
    }
  return [...kept].sort((a, b) => a - b);
}

/** Score statistics [width × outcomes]. */
function strengthsOf(standard: Float32Array, width: number, residuals: Float64Array, outcomes: number): Float64Array {
  const [sums, squares] = [new Float64Array(width * outcomes), new Float64Array(width * outcomes)];
  for (let i = 0; i < standard.length / width; i++)
    for (let f = 0; f < width; f++) {
      const x = standard[i * width + f] as number;
      if (x === 0) continue;
      for (let o = 0; o < outcomes; o++) {
        const product = x * (residuals[i * outcomes + o] as number);
        const at = f * outcomes + o;
        sums[at] = (sums[at] as number) + product;
        squares[at] = (squares[at] as number) + product * product;
      }
    }
  return sums.map((sum, at) => ((squares[at] as number) > 0 ? Math.abs(sum) / Math.sqrt(squares[at] as number) : 0));
}

/** Martingale residuals [n × outcomes] of one period, from a day to a day after the landmark. */
function residualsOf(
  { outcomeTimes, outcomeEvents, outcomeEntries }: Batch,
  logHazards: Float64Array,
  bins: readonly number[],
  outcomes: number,
  [start, end]: readonly [number, number],
): Float64Array {
  const cumulative = (outcome: number, days: number) =>
    yearsInBins(bins, days).reduce(
      (sum, years, k) => sum + Math.exp(logHazards[outcome * bins.length + k] as number) * years,
      0,
    );
  return Float64Array.from(outcomeTimes, (time, n) => {
    const [from, to] = [Math.max(start, outcomeEntries[n] as number), Math.min(end, time)];
    if (to <= from) return 0;
    const came = time <= end ? (outcomeEvents[n] as number) : 0;
    return came - cumulative(n % outcomes, to) + cumulative(n % outcomes, from);
  });
}
