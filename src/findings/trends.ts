import { ANALYTES, type AnalyteId } from '../terms/index.ts';
import type { Evidence } from './finding.ts';
import type { Point, Series, SeriesMap } from './series.ts';
import { type Change, changeOf } from './trends/changes.ts';
import { type Level, levelsOf } from './trends/levels.ts';
import { median, theilSen } from './trends/statistics.ts';

/** One end of a trend: the person's level there (canonical unit), and the time of the first or the last result. */
export interface TrendEnd {
  readonly value: number;
  readonly time: string;
  readonly at: number;
}

/** A change of the person's own level that has lasted until the last result. */
export interface Trend {
  readonly analyte: AnalyteId;
  readonly direction: 'rising' | 'falling';
  /** `rcv`: from the person's baseline to now, beyond the reference change value; `drift`: little by little, by Mann–Kendall. */
  readonly kind: 'rcv' | 'drift';
  /** LOINC codes of the results in the window, most frequent first; for a derived analyte those of what it derives from. */
  readonly loinc: readonly string[];
  readonly unit: string;
  readonly from: TrendEnd;
  readonly to: TrendEnd;
  /** Theil–Sen, canonical units a year, with its approximate 95 % interval. */
  readonly slopePerYear: number;
  readonly slopeInterval: readonly [number, number];
  /** Two-sided; for `rcv` multiplied by the number of places where the change could have been. */
  readonly p: number;
  /** The last results (three at most) lie inside the reference range. */
  readonly withinReference: boolean;
  /** The change, less what ageing explains, over the reference change value: 1 is at the limit, 2 twice as far. */
  readonly strength: number;
  /** For ranking: clinical attention that the direction deserves, strength, place in the range, how recent. */
  readonly importance: number;
  /** Every result of the window. */
  readonly evidence: readonly Evidence[];
  /** The measure that shows the same change better: a trend with it is no news of its own. */
  readonly echoOf?: AnalyteId;
}

/** Directions that deserve less attention than this are not reported: a bilirubin that falls. */
const LEAST_ATTENTION = 0.1;

/** What is mostly measured in acute illness, and what it then takes to show a change of the person's own level. */
const ACUTE: ReadonlySet<AnalyteId> = new Set([
  'crp',
  'procalcitonin',
  'd-dimer',
  'troponin',
  'lactate',
  'leukocytes',
  'neutrophils',
  'body-temperature',
]);
const FEWEST_ACUTE = 6;

/** Several names of one thing: after the first that shows it, the others rank low. */
const FAMILIES: readonly (readonly AnalyteId[])[] = [
  ['calcium', 'corrected-calcium', 'ionized-calcium'],
  ['body-weight', 'bmi', 'waist'],
  ['hemoglobin', 'hematocrit', 'erythrocytes'],
  ['mcv', 'mch', 'mchc'],
  ['egfr', 'creatinine', 'cystatin-c', 'kfre-5y', 'kfre-2y'],
  ['hba1c', 'fasting-glucose', 'glucose'],
  ['transferrin-saturation', 'iron'],
  ['globulin', 'total-protein'],
  ['alt', 'ast'],
  ['ldl', 'cholesterol'],
  ['systolic-bp', 'diastolic-bp'],
  ['leukocytes', 'neutrophils'],
];

/** Measures that always move with another, and add a line but no news where that one is shown. */
const ECHO_OF: Partial<Record<AnalyteId, AnalyteId>> = {
  hematocrit: 'hemoglobin',
  erythrocytes: 'hemoglobin',
  bmi: 'body-weight',
  mch: 'mcv',
  'corrected-calcium': 'calcium',
};

function withEcho(trend: Trend, found: readonly Trend[]): Trend {
  const leading = ECHO_OF[trend.analyte];
  const shown = found.some(({ analyte, direction }) => analyte === leading && direction === trend.direction);
  return leading !== undefined && shown ? { ...trend, echoOf: leading } : trend;
}

/**
 * The trends of a person, most important first: each series against the person's own earlier level. Not reported: what came
 * and went, what came back into its range, what ageing explains, and changes in a direction that nobody need see.
 */
export function trendsOf(series: SeriesMap): Trend[] {
  const found = [...series.values()].flatMap((one) => knownTrendOf(one) ?? []);
  const main = new Map(FAMILIES.flatMap((family) => leadersOf(family, found)));
  return found
    .map((trend) => withEcho(trend, found))
    .map((trend): Trend => (main.get(trend.analyte) === false ? { ...trend, importance: trend.importance / 4 } : trend))
    .sort((a, b) => b.importance - a.importance || (a.analyte < b.analyte ? -1 : 1));
}

/** The trend of a series by its last point. */
const known = new WeakMap<Point, { readonly series: Series; readonly trend: Trend | undefined }>();

/** The trend of a series, worked out once for the same points: most series have none new from one date to the next. */
function knownTrendOf(series: Series): Trend | undefined {
  const { points } = series;
  const last = points.at(-1);
  if (!last) return undefined;
  const before = known.get(last);
  const trend = before && isSame(before.series, series) ? before.trend : trendOf(series);
  known.set(last, { series, trend });
  return trend;
}

const isSame = (one: Series, other: Series): boolean =>
  one.analyte === other.analyte &&
  one.points.length === other.points.length &&
  one.points.every((point, at) => point === other.points[at]);

/** For each analyte of a family that shows a trend, whether it is the one to show. */
function leadersOf(family: readonly AnalyteId[], found: readonly Trend[]): [AnalyteId, boolean][] {
  const present = family.filter((analyte) => found.some((trend) => trend.analyte === analyte));
  return present.map((analyte, index) => [analyte, index === 0]);
}

/** The trend of one series, if there is one that lasts until its last result. */
export function trendOf(series: Series): Trend | undefined {
  const read = levelsOf(series);
  const change = read && changeOf(read);
  if (!read || !change) return undefined;
  const direction = change.size > 0 ? 'rising' : 'falling';
  const attention = ANALYTES.get(series.analyte)?.attention[direction] ?? 0;
  const window = read.levels.slice(change.start);
  const points = window.flatMap((level) => level.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || attention < LEAST_ATTENTION || isRecovery(window, change)) return undefined;
  if (ACUTE.has(series.analyte) && window.length < FEWEST_ACUTE) return undefined;
  const ends = Math.min(3, window.length >> 1);
  const base = change.kind === 'rcv' ? window.slice(0, change.before) : window.slice(0, ends);
  const recent = points.slice(-3);
  const line = theilSen(
    window.map(({ year }) => year),
    window.map(({ value }) => value),
  );
  const withinReference = recent.every(({ flag }) => flag === 'normal');
  return {
    analyte: series.analyte,
    direction,
    kind: change.kind,
    loinc: codesOf(points, series),
    unit: series.unit,
    from: { value: median(base.map(({ value }) => value)), time: first.time, at: first.at },
    to: { value: currentValue(window), time: last.time, at: last.at },
    slopePerYear: line.slope,
    slopeInterval: line.interval,
    p: change.p,
    withinReference,
    strength: change.strength,
    importance:
      attention *
      Math.sqrt(Math.min(change.strength, 4)) *
      (withinReference ? 1 : 1.4) *
      recency(window, withinReference),
    evidence: points.map(({ evidence }) => evidence),
  };
}

function currentValue(window: readonly Level[]): number {
  return median(window.slice(-Math.min(3, window.length >> 1)).map(({ value }) => value));
}

/** From outside the range back into it: good news, and no trend to follow. */
function isRecovery(window: readonly Level[], { kind, before, size }: Change): boolean {
  const base = (kind === 'rcv' ? window.slice(0, before) : window.slice(0, 3)).flatMap(({ points }) => points);
  const side = size > 0 ? 'low' : 'high';
  const isOutside = ({ flag }: Point) => flag === side;
  const now = window.slice(-3).flatMap(({ points }) => points);
  return base.filter(isOutside).length * 2 > base.length && now.every(({ flag }) => flag === 'normal' || flag === side);
}

/**
 * 1 for a change that is going on; halved for every six years (twelve outside the range) that the level has been where it is.
 * It has been there since it first had three quarters of the change.
 */
function recency(window: readonly Level[], withinReference: boolean): number {
  const [base, now] = [window[0], currentLevel(window)];
  const reached = window.find(({ x }) => base !== undefined && (x - base.x) / (now - base.x) >= 0.75);
  const last = window.at(-1)?.year ?? 0;
  return 0.5 ** ((last - (reached?.year ?? last)) / (withinReference ? 6 : 12));
}

function currentLevel(window: readonly Level[]): number {
  return median(window.slice(-3).map(({ x }) => x));
}

function codesOf(points: readonly Point[], series: Series): string[] {
  const seen = new Set(points.flatMap(({ loinc }) => loinc ?? []));
  const codes = series.loinc.filter((code) => seen.has(code));
  return codes.length > 0 ? codes : [...series.loinc];
}
