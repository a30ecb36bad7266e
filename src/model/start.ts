import { writeAtRisk } from './at-risk.ts';
import type { Batch } from './batch.ts';
import type { NetworkConfig } from './config.ts';

/**
 * Log-hazards a year of each outcome in each bin over batches of queries, [O, K]: where the heads start, so that the network
 * learns only who differs. A bin with few events is drawn towards the outcome's overall rate as by one event.
 */
export function startHazards(config: NetworkConfig, batches: Iterable<Batch>): Float64Array {
  const [outcomes, bins] = [config.outcomes.length, config.hazardBins.length];
  const [events, years] = [new Float64Array(outcomes * bins), new Float64Array(outcomes * bins)];
  const own = { years: new Float64Array(bins), events: new Float64Array(bins) };
  for (const batch of batches)
    for (let n = 0; n < batch.outcomeTimes.length; n++) {
      if (batch.queryWeights[Math.floor(n / outcomes)] === 0) continue;
      writeAtRisk(batch, n, config.hazardBins, own);
      for (let k = 0; k < bins; k++) {
        const at = (n % outcomes) * bins + k;
        years[at] = (years[at] as number) + (own.years[k] as number);
        events[at] = (events[at] as number) + (own.events[k] as number);
      }
    }
  return Float64Array.from(events, (count, at) => {
    const from = at - (at % bins);
    const sum = (values: Float64Array) => values.slice(from, from + bins).reduce((a, b) => a + b, 0);
    const overall = (sum(events) + 0.5) / (sum(years) + 1);
    return Math.log((count + 1) / ((years[at] as number) + 1 / overall));
  });
}
