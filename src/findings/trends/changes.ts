import { ageingChange } from './ageing.ts';
import type { Level, Levels } from './levels.ts';
import { mannKendall, median, theilSen, twoSidedP } from './statistics.ts';

/** A change of a person's level that has lasted until now. */
export interface Change {
  readonly kind: 'rcv' | 'drift';
  /** Index of the first level of the window that shows it; the window runs to the last level. */
  readonly start: number;
  /** For a step, how many levels of the window come before it. */
  readonly before: number;
  /** On the scale of the levels, signed. */
  readonly size: number;
  /** |size| less what ageing explains, over the reference change value: 1 is at the limit. */
  readonly strength: number;
  readonly p: number;
}

/** Two-sided 95 %: the reference change value is this many standard deviations of a difference of two results. */
const Z = 1.96 * Math.SQRT2;
/**
 * How sure a change must be, in standard errors and in p. A person has some 40 series and each is looked at in many ways: set by
 * simulation of well people (trends.test.ts), who show 0.3 trends each where results vary as published, 0.5 where set points
 * wander besides, 0.7 where the variation is a third larger than published.
 */
const SURE = 3.3;
const DRIFT_P = 0.01;
const SURE_SLOPE = 3;
/** Enough where every result lies outside its range and each is further out than the one before: chance seldom does that. */
const SURE_OUTSIDE = 1.96;
/** Four values in order have a p of 2/24: no ranks of four can be surer. */
const FEW_RANKS_P = 0.084;
/** A drift is slow: it may show before it reaches the reference change value, but not before this part of it. */
const DRIFT_PART = 0.75;
/** Set points wander: averaging many results does not make a level sharper than this part of the spread of one result. */
const WANDER = 0.45;
/** Two methods or laboratories differ by about this much, on the logarithmic scale. An estimate. */
const BETWEEN_METHODS = 0.06;

/** The clearest lasting change of the levels; undefined when there is none. */
export function changeOf(levels: Levels): Change | undefined {
  if (levels.isShort) return leavingOf(levels);
  const step = stepOf(levels);
  const drift = driftOf(levels);
  if (!step && !drift) return runOf(levels) ?? leavingOf(levels);
  if (!step || !drift) return step ?? drift;
  return Math.abs(drift.size) > Math.abs(step.size) * 1.3 ? drift : step;
}

/**
 * A step: the recent levels (two at least) against the median of the earlier ones, beyond the reference change value
 * and still there at the last level. The split that shows it best counts.
 */
function stepOf({ analyte, levels, sigma, isLogarithmic }: Levels): Change | undefined {
  let best: Change | undefined;
  let bestZ = SURE;
  for (let split = 1; split <= levels.length - 2; split++) {
    const before = levels.slice(0, split);
    const after = levels.slice(split);
    const base = median(before.map(({ x }) => x));
    const now = currentOf(after);
    const change = now - base;
    if (Math.abs(change) <= Z * sigma) continue;
    const excess = Math.abs(change) - ageing(analyte, change, before, after, isLogarithmic);
    const bias = isLogarithmic && methodsDiffer(before, after) ? BETWEEN_METHODS : 0;
    const limit = Math.hypot(Z * sigma, 1.96 * bias);
    if (excess <= limit || !isSustained(after, base, change)) continue;
    const error = Math.hypot(sigma * Math.sqrt(1 / weight(split) + 1 / weight(after.length) + 2 * WANDER ** 2), bias);
    const z = excess / error;
    if (z > bestZ) {
      bestZ = z;
      const p = Math.min(1, twoSidedP(z) * (levels.length - 2));
      best = { kind: 'rcv', start: 0, before: split, size: change, strength: excess / limit, p };
    }
  }
  return best;
}

/**
 * A monotonic drift over all levels or over the later part of them, large enough by Theil–Sen. It is sure by Mann–Kendall alone,
 * or, where the results are too few for ranks to be so sure, by ranks and by the slope against the known variation together.
 */
function driftOf({ analyte, levels, sigma, isLogarithmic }: Levels): Change | undefined {
  let best: Change | undefined;
  for (const start of startsOf(levels.length)) {
    const window = levels.slice(start);
    const xs = window.map(({ x }) => x);
    const years = window.map(({ year }) => year - (window[0]?.year ?? 0));
    const ranks = mannKendall(xs);
    if (ranks.p > FEW_RANKS_P) continue;
    const { slope, interval, intercept } = theilSen(years, xs);
    const size = slope * (years.at(-1) ?? 0);
    const half = window.length >> 1;
    const bias = isLogarithmic && methodsDiffer(window.slice(0, half), window.slice(half)) ? BETWEEN_METHODS : 0;
    const limit = Math.hypot(Z * sigma, 1.96 * bias);
    const excess = Math.abs(size) - ageing(analyte, size, window.slice(0, 1), window.slice(-1), isLogarithmic);
    if (excess < DRIFT_PART * limit || !isSustained(window.slice(-3), intercept, size)) continue;
    if (endsApart(xs) * Math.sign(size) < limit / 2) continue;
    const error = Math.hypot(sigma / Math.sqrt(spreadOf(years)), sigma * WANDER * Math.SQRT2, bias);
    const p = Math.max(twoSidedP(excess / error), Number.MIN_VALUE);
    const isSureByRanks = ranks.p <= DRIFT_P && interval[0] * interval[1] > 0;
    const needed = isRunningAway(window, size) ? SURE_OUTSIDE : SURE_SLOPE;
    const isSureBySlope = excess / error > needed && Math.sign(ranks.s) === Math.sign(size);
    if (!isSureByRanks && !isSureBySlope) continue;
    const change: Change = {
      kind: 'drift',
      start,
      before: 0,
      size,
      strength: excess / limit,
      p: isSureByRanks ? ranks.p : p,
    };
    if (!best || change.p < best.p / 3) best = change;
  }
  return best;
}

/** Every level outside the reference range on the side of the change, each further than the one before. */
function isRunningAway(window: readonly Level[], size: number): boolean {
  const side = size > 0 ? 'high' : 'low';
  return window.every(
    ({ x, points }, index) =>
      points.every(({ flag }) => flag === side) && (index === 0 || (x - (window[index - 1]?.x ?? x)) * size > 0),
  );
}

/** Three values in order are one chance in six: they must go this part of the reference change value at least. An estimate. */
const LEAVING_PART = 0.5;

/** Every value outside the range and each further out than the one before, from the first to the last: shows with three. */
function leavingOf({ analyte, levels, sigma, isLogarithmic }: Levels): Change | undefined {
  const size = (levels.at(-1)?.x ?? 0) - (levels[0]?.x ?? 0);
  if (levels.length < 3 || size === 0 || !isRunningAway(levels, size)) return undefined;
  const bias = isLogarithmic && methodsDiffer(levels.slice(0, 1), levels.slice(-1)) ? BETWEEN_METHODS : 0;
  const limit = Math.hypot(Z * sigma, 1.96 * bias);
  const excess = Math.abs(size) - ageing(analyte, size, levels.slice(0, 1), levels.slice(-1), isLogarithmic);
  if (excess < LEAVING_PART * limit) return undefined;
  const { p } = mannKendall(levels.map(({ x }) => x));
  return { kind: 'drift', start: 0, before: 0, size, strength: excess / limit, p };
}

/** How far a run must go, in reference change values, by how many levels it has: a long one is itself unlikely. */
const RUN = [
  { levels: 6, size: 1 },
  { levels: 5, size: 1.15 },
  { levels: 4, size: 1.6 },
] as const;

/**
 * A run: the last levels, each further the same way than the one before, that together go beyond the reference change value.
 * Shows what began too lately for ranks of the whole series.
 */
function runOf({ analyte, levels, sigma, isLogarithmic }: Levels): Change | undefined {
  const last = levels.length - 1;
  const sign = Math.sign((levels[last]?.x ?? 0) - (levels[last - 1]?.x ?? 0));
  let start = last;
  while (start > 0 && ((levels[start]?.x ?? 0) - (levels[start - 1]?.x ?? 0)) * sign > 0) start--;
  const window = levels.slice(start);
  const size = (window.at(-1)?.x ?? 0) - (window[0]?.x ?? 0);
  const bias = isLogarithmic && methodsDiffer(window.slice(0, 1), window.slice(-1)) ? BETWEEN_METHODS : 0;
  const limit = Math.hypot(Z * sigma, 1.96 * bias);
  const excess = Math.abs(size) - ageing(analyte, size, window.slice(0, 1), window.slice(-1), isLogarithmic);
  const needed = RUN.find((row) => window.length >= row.levels);
  if (!needed || excess < needed.size * limit) return undefined;
  // The person's usual level must be left behind, not returned to.
  const usual = median(levels.slice(0, start + 1).map(({ x }) => x));
  if (((window.at(-1)?.x ?? 0) - usual) * sign < limit) return undefined;
  const { p } = mannKendall(window.map(({ x }) => x));
  return { kind: 'drift', start, before: 0, size, strength: excess / limit, p };
}

/** From the median of the first levels to that of the last, three of each at most. */
function endsApart(xs: readonly number[]): number {
  const count = Math.min(3, xs.length >> 1);
  return median(xs.slice(-count)) - median(xs.slice(0, count));
}

/** Where a drift may have begun: at the first level, or later where that leaves five. */
function startsOf(count: number): number[] {
  if (count < 4) return [];
  const starts = [0, Math.floor(count / 3), Math.floor(count / 2), count - 7, count - 5];
  return [...new Set(starts.filter((start) => start === 0 || (start > 0 && start <= count - 5)))].sort((a, b) => a - b);
}

/** Sum of squared distances from the mean, as a part of the square of the whole span: 1 / 2 of two points at the ends. */
function spreadOf(years: readonly number[]): number {
  const mean = years.reduce((sum, year) => sum + year, 0) / years.length;
  const span = Math.max(...years) - Math.min(...years);
  return years.reduce((sum, year) => sum + (year - mean) ** 2, 0) / span ** 2;
}

/** Where the person is now: the median of the last three levels at most, so that a change that goes on is not averaged away. */
function currentOf(after: readonly Level[]): number {
  return median(after.slice(-3).map(({ x }) => x));
}

/** The last level has kept half of the change, and three in four of those since the change have. */
function isSustained(after: readonly Level[], base: number, change: number): boolean {
  const kept = after.map(({ x }) => ((x - base) * Math.sign(change)) / Math.abs(change) >= 0.5);
  return kept.at(-1) === true && kept.filter(Boolean).length >= kept.length * 0.75;
}

/** How many results a median of n is worth. */
function weight(n: number): number {
  return n <= 2 ? n : 0.64 * n + 0.7;
}

function methodsDiffer(before: readonly Level[], after: readonly Level[]): boolean {
  const earlier = new Set(before.map(({ method }) => method));
  return after.every(({ method }) => !earlier.has(method));
}

function ageing(
  analyte: Levels['analyte'],
  change: number,
  before: readonly Level[],
  after: readonly Level[],
  isLogarithmic: boolean,
): number {
  if (!isLogarithmic) return 0;
  const years = median(after.map(({ year }) => year)) - median(before.map(({ year }) => year));
  return ageingChange(analyte, change > 0 ? 'rising' : 'falling', years);
}
