import type { Batch } from './batch.ts';
import { YEAR } from './time.ts';

/** What followed queries: the part of a batch that a likelihood of hazards reads. */
export type Outcomes = Pick<Batch, 'outcomeTimes' | 'outcomeEvents' | 'outcomeEntries' | 'outcomeHazards'>;

/**
 * Years at risk in each bin of the hazards (starts in days, the last without an end), and events there, of one query's outcome
 * (`at` of [B·Q·O]), written to `years` and `events`, [K] each.
 *
 * Where teachers give hazards h_k, these are expected ones: with S the chance to reach bin k and w the years of it before
 * `outcomeTimes`, S (1 − e^−hw)/h at risk and S (1 − e^−hw) events. The loss Σ years e^η − events η is then least at e^η = h_k.
 */
export function writeAtRisk(
  { outcomeTimes, outcomeEvents, outcomeEntries, outcomeHazards }: Outcomes,
  at: number,
  bins: readonly number[],
  { years, events }: { readonly years: Float64Array; readonly events: Float64Array },
): void {
  const [time, entry] = [outcomeTimes[at] as number, outcomeEntries[at] as number];
  const happened = outcomeHazards ? 0 : (outcomeEvents[at] as number);
  let reached = 1;
  for (let k = 0; k < bins.length; k++) {
    const [start, end] = [bins[k] as number, bins[k + 1] ?? Number.POSITIVE_INFINITY];
    const known = time > entry ? Math.max(0, Math.min(time, end) - Math.max(entry, start)) / YEAR : 0;
    if (!outcomeHazards) {
      years[k] = known;
      events[k] = known > 0 && time > start && time <= end ? happened : 0;
      continue;
    }
    const hazard = outcomeHazards[at * bins.length + k] as number;
    const gone = -Math.expm1(-hazard * known);
    years[k] = hazard > 1e-12 ? (reached * gone) / hazard : reached * known;
    events[k] = reached * gone;
    reached *= 1 - gone;
  }
}
