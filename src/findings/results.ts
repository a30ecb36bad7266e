import type { Chart } from '../chart/index.ts';
import { ANALYTES, type Convention, conventionOf, ordinalOf, referenceRange, type Told } from '../terms/index.ts';
import type { Evidence } from './finding.ts';
import type { Result } from './measured.ts';
import { evidenceOf } from './mentioned.ts';
import { analyteMeant, valueMeant } from './note-numbers.ts';
import { isCopied, type ReadNote } from './notes.ts';
import type { Point, SeriesMap } from './series.ts';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** A number in a note within this time of a laboratory's own result of the analyte is that result, quoted. */
const QUOTED = 120 * DAY;

/** All results of all analytes, from series, from results in words, and from the numbers and claims of notes. */
export function resultsOf(series: SeriesMap, chart: Chart, notes: readonly ReadNote[]): Map<string, Result[]> {
  const birth = Date.parse(chart.patient.birthDate ?? '');
  const ageAt = (at: number) => (Number.isNaN(birth) ? 45 : (at - birth) / YEAR);
  const results = new Map<string, Result[]>();
  const add = (analyte: string, result: Result) => {
    const list = results.get(analyte);
    if (list) list.push(result);
    else results.set(analyte, [result]);
  };
  for (const [analyte, { points }] of series) {
    for (const point of points) add(analyte, resultOfPoint(point, ageAt(point.at)));
  }
  for (const event of chart.events) {
    if (event.analyte === undefined || event.value?.type !== 'text') continue;
    const ordinal = ordinalOf(event.value.text, event.value.codings);
    if (ordinal === undefined) continue;
    add(event.analyte, {
      at: event.at,
      ageYears: ageAt(event.at),
      ordinal: ordinal === 'negative' ? 'negative' : 'positive',
      strength: 1,
      certainty: ordinal === 'trace' ? 0.5 : 0.95,
      evidence: {
        source: event.source,
        ...(event.time ? { time: event.time } : {}),
        at: event.at,
        text: `${event.name}: ${event.value.text}`,
      },
    });
  }
  const convention = conventionOf(toldIn(series, notes));
  for (const read of notes) addNoteResults(read, series, chart, { ageYears: ageAt(read.note.at), convention }, add);
  for (const list of results.values()) list.sort((a, b) => timeOf(a) - timeOf(b));
  return results;
}

/** What tells in which units a record speaks: the newest result of each analyte as it was given, and the numbers of notes. */
function* toldIn(series: SeriesMap, notes: readonly ReadNote[]): Generator<Told> {
  for (const [analyte, { points }] of series) {
    const newest = points.findLast(({ inputs }) => inputs === undefined);
    if (newest) yield { analyte, ...newest.original };
  }
  for (const { reading } of notes) yield* reading.measurements;
}

/** Undated results come first: they say nothing of what is newest. */
const timeOf = ({ at }: Result): number => (Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at);

function resultOfPoint(point: Point, ageYears: number): Result {
  return {
    at: point.at,
    ageYears,
    value: point.value,
    ...(point.flag ? { flag: point.flag } : {}),
    strength: strengthOf(point.value, point.range),
    certainty: 0.95,
    evidence: point.evidence,
  };
}

/** Numbers and words of a note about an analyte that no laboratory result of about that time carries. */
function addNoteResults(
  read: ReadNote,
  series: SeriesMap,
  chart: Chart,
  { ageYears, convention }: { readonly ageYears: number; readonly convention: Convention | undefined },
  add: (analyte: string, result: Result) => void,
): void {
  const { note, reading } = read;
  const isQuoted = (analyte: string) =>
    series.get(analyte)?.points.some((point) => Math.abs(point.at - note.at) < QUOTED) ?? false;
  for (const measurement of reading.measurements) {
    const analyte = ANALYTES.get(analyteMeant(read, measurement) ?? '');
    // An earlier value told again is no result of this note's date.
    if (!analyte || measurement.past || isQuoted(analyte.id) || isCopied(read, measurement.span)) continue;
    const canonical = valueMeant(analyte.id, analyte.unit, measurement, { convention, sex: chart.patient.sex });
    if (!canonical) continue;
    const range = referenceRange(analyte.id, { ...(chart.patient.sex ? { sex: chart.patient.sex } : {}), ageYears });
    const flag = flagOf(canonical.value, range);
    add(analyte.id, {
      // Of a value and its repeat, the repeat is the later.
      at: measurement.again ? note.at + 1 : note.at,
      ageYears,
      value: canonical.value,
      ...(flag ? { flag } : {}),
      strength: strengthOf(canonical.value, range),
      certainty: 0.75,
      evidence: { ...evidenceOf(read, measurement), ...(measurement.again ? { at: note.at + 1 } : {}) },
    });
  }
  for (const statement of reading.labStatements) {
    const analyte = analyteMeant(read, statement);
    const told = analyte === undefined ? undefined : toldBy(statement.claim, analyte);
    if (!told || !analyte || isQuoted(analyte) || isCopied(read, statement.span)) continue;
    const evidence: Evidence = evidenceOf(read, statement);
    add(analyte, { at: note.at, ageYears, ...told, strength: 1, evidence });
  }
}

/** What a result in words says: of a quantity, "negative" is not raised and "positive" is ("troponin negative"). */
function toldBy(claim: string, analyte: string): Pick<Result, 'flag' | 'ordinal' | 'certainty'> | undefined {
  if (claim === 'low' || claim === 'high' || claim === 'normal') return { flag: claim, certainty: 0.65 };
  if (claim !== 'negative' && claim !== 'positive') return undefined;
  const isQuantity = ANALYTES.get(analyte)?.result === 'quantity';
  return {
    ordinal: claim,
    ...(isQuantity ? { flag: claim === 'positive' ? ('high' as const) : ('normal' as const) } : {}),
    certainty: 0.75,
  };
}

function flagOf(value: number, range: { low?: number; high?: number } | undefined) {
  if (!range) return undefined;
  if (range.low !== undefined && value < range.low) return 'low';
  if (range.high !== undefined && value > range.high) return 'high';
  return 'normal';
}

/** 1 at the limit of the range, growing by the ratio to the limit. */
function strengthOf(value: number, range: { low?: number; high?: number } | undefined): number {
  if (range?.high !== undefined && value > range.high && range.high > 0) return value / range.high;
  if (range?.low !== undefined && value < range.low && value > 0) return range.low / value;
  return 1;
}
