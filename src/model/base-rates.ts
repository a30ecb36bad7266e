import type { Batch } from './batch.ts';
import { YEAR } from './time.ts';

/**
 * Log of the rate a year of each code over batches, [V]: events over years waited for them, each code as if half an event
 * more had been seen. Where the next-event head starts, so that the network learns only what differs from the average.
 */
export function startRates(vocabulary: number, batches: Iterable<Batch>): Float64Array {
  const events = new Float64Array(vocabulary).fill(0.5);
  let years = 1;
  for (const { targetCodes, targetWeights, waits, waitWeights } of batches) {
    for (const [n, code] of targetCodes.entries()) events[code] = (events[code] ?? 0) + (targetWeights[n] ?? 0);
    for (const [n, weight] of waitWeights.entries()) years += (weight * (waits[n] ?? 0)) / YEAR;
  }
  return events.map((count) => Math.log(count / years));
}
