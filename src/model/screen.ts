import type { Batch } from './batch.ts';
import { yearsInBins } from './risk.ts';
import { standardise, standardOf } from './summary.ts';

/**
 * Features of [n × width] summaries that say something of some outcome by themselves (sure independence screening: Fan and Lv
 * 2008): those whose score statistic against the null hazards is at least `least`, at most `most` of them, the strongest.
 *
 * The score of feature x for outcome o is Σ x r / √Σ x² r², with r = event − ∫ hazard the martingale residual of each landmark
 * of `batch` (n queries) under `logHazards` [O × K]. Gives indices in order.
 */
export function screenedFeatures(
  summaries: Float32Array,
  width: number,
  batch: Batch,
  { logHazards, bins }: { readonly logHazards: Float64Array; readonly bins: readonly number[] },
  { least, most }: { readonly least: number; readonly most: number },
): number[] {
  const n = summaries.length / width;
  const outcomes = logHazards.length / bins.length;
  const residuals = residualsOf(batch, logHazards, bins, outcomes);
  const standard = Float32Array.from(summaries);
  standardise(standard, standardOf(summaries, width));
  const [sums, squares] = [new Float64Array(width * outcomes), new Float64Array(width * outcomes)];
  for (let i = 0; i < n; i++)
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
  const strength = Float64Array.from({ length: width }, (_, f) => {
    let strongest = 0;
    for (let at = f * outcomes; at < (f + 1) * outcomes; at++)
      if ((squares[at] as number) > 0)
        strongest = Math.max(strongest, Math.abs(sums[at] as number) / Math.sqrt(squares[at] as number));
    return strongest;
  });
  return Array.from({ length: width }, (_, f) => f)
    .filter((f) => (strength[f] as number) >= least)
    .sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

function residualsOf(
  { outcomeTimes, outcomeEvents, outcomeEntries }: Batch,
  logHazards: Float64Array,
  bins: readonly number[],
  outcomes: number,
): Float64Array {
  const cumulative = (outcome: number, days: number) =>
    yearsInBins(bins, days).reduce(
      (sum, years, k) => sum + Math.exp(logHazards[outcome * bins.length + k] as number) * years,
      0,
    );
  return Float64Array.from(outcomeTimes, (time, n) => {
    const entry = outcomeEntries[n] as number;
    if (time <= entry) return 0;
    return (outcomeEvents[n] as number) - cumulative(n % outcomes, time) + cumulative(n % outcomes, entry);
  });
}
