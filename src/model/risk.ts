import { YEAR } from './time.ts';

/** Shortest wait that the rates resolve, in days: bounds the total rate, so that events of one moment do not run away. */
export const SHORTEST_WAIT = 0.1;

/** Years within `days` of the query that fall in each bin of the hazards (starts in days, the last without an end). */
export function yearsInBins(bins: readonly number[], days: number): number[] {
  return bins.map((start, k) => Math.max(0, Math.min(days, bins[k + 1] ?? Number.POSITIVE_INFINITY) - start) / YEAR);
}

/**
 * Probability of an outcome within `days` of the query, in closed form: 1 − exp(−Σ_k e^η_k · years in bin k), with η the K
 * log-hazards a year of that outcome. Other outcomes, death too, count as censoring.
 */
export function riskWithin(logHazards: ArrayLike<number>, bins: readonly number[], days: number): number {
  const cumulative = yearsInBins(bins, days).reduce((sum, years, k) => sum + Math.exp(logHazards[k] ?? 0) * years, 0);
  return -Math.expm1(-cumulative);
}

/**
 * Probability that an event of `codes` comes within `days`, the rates staying as they are at the query, and before one of
 * `ending` (death): λ/(λ + λ_end) · (1 − e^−(λ + λ_end)t). `logRates` are the V log rates a year of one place.
 */
export function riskOfCodes(
  logRates: ArrayLike<number>,
  codes: readonly number[],
  days: number,
  ending: readonly number[] = [],
): number {
  const total = (of: readonly number[]) => of.reduce((sum, code) => sum + Math.exp(logRates[code] ?? -Infinity), 0);
  const rate = total(codes);
  const all = rate + total(ending.filter((code) => !codes.includes(code)));
  return rate === 0 ? 0 : (rate / all) * -Math.expm1((-all * days) / YEAR);
}

/** The codes expected next, the most probable first: each with the probability that the next event is one of it. */
export function nextEvents(logRates: ArrayLike<number>, count: number): { code: number; probability: number }[] {
  const codes = Array.from(logRates, (logRate, code) => ({ code, logRate })).slice(1);
  const top = codes.reduce((most, { logRate }) => Math.max(most, logRate), -Infinity);
  const total = codes.reduce((sum, { logRate }) => sum + Math.exp(logRate - top), 0);
  return codes
    .sort((a, b) => b.logRate - a.logRate || a.code - b.code)
    .slice(0, count)
    .map(({ code, logRate }) => ({ code, probability: Math.exp(logRate - top) / total }));
}

/** 95 % interval of a share, `hits` of `n` (Wilson 1927). */
export function shareInterval(hits: number, n: number): { low: number; high: number } {
  const z = 1.959964;
  const p = hits / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
