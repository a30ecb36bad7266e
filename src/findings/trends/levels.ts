import { ANALYTES, type AnalyteId, logSpread } from '../../terms/index.ts';
import type { Point, Series } from '../series.ts';
import { isGrowing } from './ageing.ts';
import { median, theilSen } from './statistics.ts';

/** A value of the person on the scale on which change is judged: one a fortnight or so, however many were measured. */
export interface Level {
  /** Years since 1970. */
  readonly year: number;
  /** Natural logarithm of the value; the value itself for scores and other things that are not ratios. */
  readonly x: number;
  readonly value: number;
  /** Which test it was: its LOINC code and unit. */
  readonly method: string;
  readonly points: readonly Point[];
}

/** The levels of a series and how much they vary without meaning anything. */
export interface Levels {
  readonly analyte: AnalyteId;
  readonly levels: readonly Level[];
  /** Standard deviation of one level: analytical and biological, the rounding of the record, the person's own restlessness. */
  readonly sigma: number;
  readonly isLogarithmic: boolean;
  /** Less than half a year, every value outside its range on one side: only a course further and further out shows anything. */
  readonly isShort: boolean;
}

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** Results so close together are one episode of care, an illness or a recheck, and count as one. */
const EPISODE = 14 * DAY;
/** In a short course a week apart is apart. */
const SHORT_EPISODE = 7 * DAY;
const LEAST = 30 * DAY;
/** What an illness of days does not move: results of one season need not be taken together. */
const STEADY: ReadonlySet<AnalyteId> = new Set(['body-weight', 'bmi']);
/** No more levels than this: longer series are read in wider steps. */
const MOST = 40;
/** Of the logarithm, for analytes without published variation. */
const UNKNOWN_SPREAD = 0.25;
/** Standard deviation of repeated measurements for what is not a ratio, in its own unit. Estimates. */
const LINEAR: Readonly<Record<AnalyteId, number>> = {
  'dxa-t-score': 0.25,
  'phq-9': 2.2,
  'gad-7': 2,
  mmse: 1.3,
  moca: 1.4,
  epworth: 1.5,
  'audit-c': 1,
  'pain-score': 1.5,
  'body-temperature': 0.3,
  'osmolar-gap': 4,
  'anion-gap': 1.5,
};

/**
 * Reads a series as levels; undefined when there are fewer than three, or all within half a year; within a month where every
 * value lies outside its range on the same side.
 */
export function levelsOf(series: Series): Levels | undefined {
  const { analyte } = series;
  if (ANALYTES.get(analyte)?.result !== 'quantity') return undefined;
  const points = series.points.filter(({ ageYears }) => !isGrowing(analyte, ageYears));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const isShort = last.at - first.at < YEAR / 2;
  if (isShort && (last.at - first.at < LEAST || !isOutside(points))) return undefined;
  const linear = LINEAR[analyte];
  const step = stepOf(points);
  const floor = (step / 2) * Math.max(median(points.map(({ value }) => value)), 0.01);
  const scale = (value: number) => (linear === undefined ? Math.log(Math.max(value, floor)) : value);
  const wide = points.length > MOST || !STEADY.has(analyte) ? (last.at - first.at) / MOST : 0;
  const levels = episodesOf(points, isShort ? SHORT_EPISODE : Math.max(EPISODE, wide)).map((episode) =>
    levelOf(episode, scale),
  );
  if (levels.length < 3) return undefined;
  const rounding = (linear === undefined ? step : 10 ** -1) / Math.sqrt(12);
  const biological = linear ?? logSpread(analyte) ?? UNKNOWN_SPREAD;
  const sigma = Math.max(Math.hypot(biological, rounding), restlessness(levels));
  return { analyte, levels, sigma, isLogarithmic: linear === undefined, isShort };
}

function isOutside(points: readonly Point[]): boolean {
  const side = points[0]?.flag;
  return side !== undefined && side !== 'normal' && points.every(({ flag }) => flag === side);
}

function episodesOf(points: readonly Point[], length: number): Point[][] {
  const episodes: Point[][] = [];
  for (const point of points) {
    const current = episodes.at(-1);
    const start = current?.[0];
    if (current && start && point.at - start.at <= length) current.push(point);
    else episodes.push([point]);
  }
  return episodes;
}

function levelOf(points: readonly Point[], scale: (value: number) => number): Level {
  const value = median(points.map((point) => point.value));
  const middle = points[points.length >> 1];
  return {
    year: median(points.map(({ at }) => at)) / YEAR,
    x: scale(value),
    value,
    method: `${middle?.loinc ?? middle?.name ?? ''} ${middle?.original.unit ?? ''}`,
    points,
  };
}

/** The step in which the values were written (0.1 for 4.1 and 4.4), as a fraction of the typical value. */
function stepOf(points: readonly Point[]): number {
  const decimals = Math.max(...points.map(({ original }) => decimalsOf(original.value)));
  const typical = Math.abs(median(points.map(({ original }) => original.value)));
  return Math.min(1, 10 ** -decimals / Math.max(typical, 10 ** -decimals));
}

function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.');
  return Math.min(6, decimals.length);
}

/**
 * Standard deviation from one level to the next, which neither a step nor a drift raises: of the jumps as they are, or less
 * the slope of the line through all, whichever is smaller. From five levels on.
 */
function restlessness(levels: readonly Level[]): number {
  if (levels.length < 5) return 0;
  const { slope } = theilSen(
    levels.map(({ year }) => year),
    levels.map(({ x }) => x),
  );
  const jumps = pairs(levels).map(([a, b]) => Math.abs(b.x - a.x));
  const straightened = pairs(levels).map(([a, b]) => Math.abs(b.x - a.x - slope * (b.year - a.year)));
  return (1.4826 * Math.min(median(jumps), median(straightened))) / Math.SQRT2;
}

function pairs(levels: readonly Level[]): [Level, Level][] {
  return levels.slice(1).flatMap((level, i): [Level, Level][] => {
    const before = levels[i];
    return before ? [[before, level]] : [];
  });
}
