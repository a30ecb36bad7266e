import type { Chart, ChartEvent, Patient, QuantityValue, Source } from '../chart/index.ts';
import { table } from '../table.ts';
import { ANALYTES, type AnalyteId, fromCanonical, referenceRange, SYSTEM } from '../terms/index.ts';
import type { Evidence } from './finding.ts';
import { quoted } from './quoted.ts';

export type Flag = 'low' | 'normal' | 'high';

/** Where normal ends, in the canonical unit. `source`: `record` when the laboratory gave it, else an id of `TERM_SOURCES`. */
export interface PointRange {
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
}

/** One value of one analyte at one time. */
export interface Point {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** As written in the record. */
  readonly time: string;
  /** Age then; absent when the birth date is unknown. */
  readonly ageYears?: number;
  /** In the analyte's canonical unit. */
  readonly value: number;
  readonly comparator?: '<' | '<=' | '>' | '>=';
  /** As it stands in the record; for a derived value, what was calculated. */
  readonly original: { readonly value: number; readonly unit: string };
  readonly range?: PointRange;
  readonly flag?: Flag;
  /** What the record calls it. */
  readonly name: string;
  readonly loinc?: string;
  readonly source: Source;
  /** For a derived value: the results that it was calculated from, `source` being the first of them. */
  readonly inputs?: readonly Source[];
  readonly evidence: Evidence;
}

/** All values of one analyte, by time. */
export interface Series {
  readonly analyte: AnalyteId;
  /** Canonical UCUM unit of the values. */
  readonly unit: string;
  readonly points: readonly Point[];
  /** LOINC codes seen, most frequent first. */
  readonly loinc: readonly string[];
}

export type SeriesMap = ReadonlyMap<AnalyteId, Series>;

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

/**
 * The results of a chart as one series an analyte, in canonical units, sorted by time. Undated results are left out. The same
 * value of one day is one point. The laboratory's own reference range decides the flag, then the laboratory's own
 * interpretation, then the usual range for the sex and the age at that time; pregnancy is not considered.
 */
export function seriesOf(chart: Chart): SeriesMap {
  const points = new Map<AnalyteId, Map<string, Point>>();
  for (const event of chart.events) {
    const { analyte, value, at } = event;
    if (analyte === undefined || value?.type !== 'quantity' || Number.isNaN(at)) continue;
    const unit = ANALYTES.get(analyte)?.unit;
    if (unit === undefined || value.unit !== unit) continue;
    const seen = points.get(analyte) ?? new Map<string, Point>();
    points.set(analyte, seen);
    const key = `${Math.floor(at / DAY)} ${value.comparator ?? ''}${value.value}`;
    if (!seen.has(key)) seen.set(key, pointOf(analyte, event, value, chart.patient));
  }
  return new Map([...points].map(([analyte, seen]) => [analyte, seriesFrom(analyte, [...seen.values()])]));
}

/** A series of points in any order. */
export function seriesFrom(analyte: AnalyteId, points: readonly Point[]): Series {
  const counts = new Map<string, number>();
  for (const { loinc } of points) if (loinc !== undefined) counts.set(loinc, (counts.get(loinc) ?? 0) + 1);
  return {
    analyte,
    unit: ANALYTES.get(analyte)?.unit ?? '',
    points: points.toSorted((a, b) => a.at - b.at),
    loinc: [...counts].toSorted((a, b) => b[1] - a[1]).map(([code]) => code),
  };
}

/** An event gives the same point at whatever date its chart is reviewed. */
const known = new WeakMap<ChartEvent, Point>();

function pointOf(analyte: AnalyteId, event: ChartEvent, value: QuantityValue, patient: Patient): Point {
  const point = known.get(event) ?? makePoint(analyte, event, value, patient);
  known.set(event, point);
  return point;
}

function makePoint(analyte: AnalyteId, event: ChartEvent, value: QuantityValue, patient: Patient): Point {
  const ageYears = ageAt(event.at, patient);
  const range = rangeOf(analyte, event, patient, ageYears);
  const flag = flagOf(value.value, value.comparator, event, range);
  const loinc = event.codings.find(({ system }) => system === SYSTEM.loinc)?.code;
  const time = event.time ?? new Date(event.at).toISOString();
  return {
    at: event.at,
    time,
    ...(ageYears === undefined ? {} : { ageYears }),
    value: value.value,
    ...(value.comparator ? { comparator: value.comparator } : {}),
    original: value.original,
    ...(range ? { range } : {}),
    ...(flag ? { flag } : {}),
    name: event.name,
    ...(loinc === undefined ? {} : { loinc }),
    source: event.source,
    evidence: {
      source: event.source,
      time,
      at: event.at,
      // Of thousands of results a review quotes a few: their words are made when asked for.
      get text() {
        return textOf(analyte, event, value, range);
      },
    },
  };
}

/** Age in years at a time; undefined when the birth date is unknown. */
export function ageAt(at: number, patient: Patient): number | undefined {
  const birth = Date.parse(patient.birthDate ?? '');
  return Number.isNaN(birth) ? undefined : (at - birth) / YEAR;
}

function rangeOf(
  analyte: AnalyteId,
  event: ChartEvent,
  patient: Patient,
  ageYears: number | undefined,
): PointRange | undefined {
  const { low, high } = event.range ?? {};
  if (low !== undefined || high !== undefined) {
    return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), source: 'record' };
  }
  return referenceRange(analyte, { sex: patient.sex, ageYears });
}

const INTERPRETED: Readonly<Record<string, Flag>> = table({
  h: 'high',
  hh: 'high',
  hu: 'high',
  '>': 'high',
  l: 'low',
  ll: 'low',
  lu: 'low',
  '<': 'low',
  n: 'normal',
});

function flagOf(
  value: number,
  comparator: QuantityValue['comparator'],
  event: ChartEvent,
  range: PointRange | undefined,
): Flag | undefined {
  if (range?.source !== 'record') {
    const interpreted = event.interpretation?.map((code) => INTERPRETED[code]).find((flag) => flag !== undefined);
    if (interpreted) return interpreted;
  }
  return flagAgainst(value, range, comparator);
}

/** Low, normal or high against a range; `<5` is never high and `>90` never low. */
export function flagAgainst(
  value: number,
  range: PointRange | undefined,
  comparator?: QuantityValue['comparator'],
): Flag | undefined {
  if (!range) return undefined;
  if (range.low !== undefined && value < range.low && !comparator?.startsWith('>')) return 'low';
  if (range.high !== undefined && value > range.high && !comparator?.startsWith('<')) return 'high';
  return 'normal';
}

/**
 * `Ferritin 9 ng/mL (15–150)`, in the units of the record; `“Ferritin 9” (usual 15–150 ng/mL)` of a result that a text tells, in its
 * own words. A range that the record does not give is called the usual one.
 */
function textOf(analyte: AnalyteId, event: ChartEvent, value: QuantityValue, range: PointRange | undefined): string {
  const { original, comparator = '' } = value;
  const own = (bound: number | undefined) => {
    const told =
      bound === undefined ? undefined : fromCanonical(analyte, bound, original.unit || value.unit, event.codings);
    // A limit of ours is no more exact for being converted.
    return told === undefined || range?.source === 'record' ? told : Number(told.toPrecision(3));
  };
  const name = ANALYTES.get(analyte)?.name ?? event.name;
  const told = range && { low: own(range.low), high: own(range.high), source: range.source };
  const number = `${comparator}${figure(original.value)}`;
  if (event.words === undefined) return valueText(name, number, original.unit, told);
  const words = quoted(event.words);
  const bounds = boundsOf(told);
  const unit = bounds === '' ? '' : unitOf(original.unit);
  // Of several numbers in the words, which is meant is said in ours.
  return (event.words.match(/\d+(?:[.,]\d+)*/g) ?? []).length === 1
    ? `${words}${inBrackets([`${bounds}${unit}`])}`
    : `${name} ${number}${inBrackets([`${bounds}${unit}`, words])}`;
}

/** `Name 9 unit (15–150)`, for evidence. */
export function valueText(name: string, value: string, unit: string, range: Bounds | undefined): string {
  return `${name} ${value}${unitOf(unit)}${inBrackets([boundsOf(range)])}`;
}

/** Units that are only annotations are not written. */
function unitOf(unit: string): string {
  if (/^(1|\{.*\})?$/.test(unit)) return '';
  return ` ${unit === 'mL/min/{1.73_m2}' ? 'mL/min/1.73 m²' : unit.replace(/[[\]]/g, '')}`;
}

/** A range in the unit that is told. */
interface Bounds {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly source: string;
}

function boundsOf({ low, high, source }: Partial<Bounds> = { source: 'record' }): string {
  const bounds =
    low !== undefined && high !== undefined
      ? `${figure(low)}–${figure(high)}`
      : high !== undefined
        ? `up to ${figure(high)}`
        : low !== undefined
          ? `from ${figure(low)}`
          : '';
  return bounds === '' || source === 'record' ? bounds : `usual ${bounds}`;
}

function inBrackets(parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

/** A number as a clinician writes it: at most four significant digits. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 6 : 4)));
}
