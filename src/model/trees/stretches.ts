import { type Outcomes, writeAtRisk } from '../at-risk.ts';
import type { BoostSettings } from './boost.ts';

/** The stretches at risk of one outcome in one period: of which row, how long, and the events there, 0 or 1, or those expected. */
export interface Stretches {
  readonly row: Int32Array;
  readonly years: Float64Array;
  readonly events: Float64Array;
}

/** Those of an outcome's place in a period, of all rows that are at risk there; the last period ends where the settings say. */
export function stretchesOf(
  after: Outcomes,
  { outcome, outcomes, period }: { readonly outcome: number; readonly outcomes: number; readonly period: number },
  { periods, end }: BoostSettings,
  hazardBins: readonly number[],
): Stretches {
  const [row, years, events]: [number[], number[], number[]] = [[], [], []];
  const bins = after.outcomeHazards ? hazardBins : [...periods, end];
  const [start, stop] = [periods[period] as number, periods[period + 1] ?? end];
  const [from, to] = [bins.indexOf(start), bins.findIndex((bin) => bin >= stop)];
  if (from < 0) throw new RangeError('a period starts where no bin does');
  const own = { years: new Float64Array(bins.length), events: new Float64Array(bins.length) };
  for (let at = outcome; at < after.outcomeTimes.length; at += outcomes) {
    writeAtRisk(after, at, bins, own);
    let [atRisk, came] = [0, 0];
    for (let k = from; k < (to < 0 ? bins.length : to); k++) {
      atRisk += own.years[k] as number;
      came += own.events[k] as number;
    }
    if (atRisk <= 0) continue;
    row.push((at - outcome) / outcomes);
    years.push(atRisk);
    events.push(came);
  }
  return { row: Int32Array.from(row), years: Float64Array.from(years), events: Float64Array.from(events) };
}

/**
 * A case-cohort sample (Prentice 1986): all with the event, and of the others so many by chance for each of these, whose years
 * count for the years of those left out.
 */
export function caseCohort(stretches: Stretches, { controls }: BoostSettings, random: () => number): Stretches {
  const { row, years, events } = stretches;
  const cases = events.reduce((sum, event) => sum + Number(event > 0), 0);
  const share = controls === undefined ? 1 : (controls * Math.max(1, cases)) / Math.max(1, row.length - cases);
  if (share >= 1) return stretches;
  const own = Int32Array.from(row.keys()).filter((s) => (events[s] as number) > 0 || random() < share);
  const weight = (s: number) => ((events[s] as number) > 0 ? 1 : 1 / share);
  return {
    row: own.map((s) => row[s] as number),
    years: Float64Array.from(own, (s) => weight(s) * (years[s] as number)),
    events: Float64Array.from(own, (s) => events[s] as number),
  };
}
