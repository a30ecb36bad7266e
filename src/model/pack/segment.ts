import type { Batch } from '../batch.ts';
import { isAtRisk, type Life } from '../life.ts';
import type { Random } from '../random.ts';

/** How lives become rows of a causal batch. */
export interface Packing {
  /** Positions of a row. */
  readonly length: number;
  /** After so many days without an event a token says so, and again; 0: never. */
  readonly quietDays: number;
  /** Codes of that token, and of the one that opens each segment: male, female, unknown sex. */
  readonly quiet: number;
  readonly sexes: readonly [male: number, female: number, unknown: number];
  /** Quantile bin of a value, from 0. */
  readonly binOf: (measure: number, z: number) => number;
}

/** A piece of a life that fits into a row: the sex, then events in order of time. */
export interface Segment {
  readonly life: Life;
  readonly days: readonly number[];
  readonly codes: readonly number[];
  readonly measures: readonly number[];
  readonly values: readonly number[];
  /** Day of the event before the first one; that of the first where there is none. */
  readonly before: number;
  /** Day until which nothing more happened, where this is the end of what is known; undefined where the life goes on. */
  readonly until?: number;
}

/** A life in segments of at most `length` positions. */
export function segmentsOf(life: Life, packing: Packing): Segment[] {
  const told = withQuietTimes(life, packing);
  const segments: Segment[] = [];
  const room = packing.length - 1;
  const [male, female, unknown] = packing.sexes;
  const sex = life.male === 1 ? male : life.male === 0 ? female : unknown;
  const { length } = told.days;
  for (let start = 0; start < length; start += room) {
    const part = (opening: number, values: readonly number[]) => {
      const cut = values.slice(start, start + room);
      cut.unshift(opening);
      return cut;
    };
    segments.push({
      life,
      days: part(life.birth, told.days),
      codes: part(sex, told.codes),
      measures: part(0, told.measures),
      values: part(0, told.values),
      before: told.days[start - 1] ?? told.days[0] ?? life.birth,
      ...(start + room >= length && { until: endOf(life) }),
    });
  }
  return segments;
}

/** Until when a person is followed; without outcomes, until the last event. */
function endOf({ until, days }: Life): number {
  const last = days.at(-1) ?? Number.NEGATIVE_INFINITY;
  return until.length === 0
    ? last
    : Math.max(
        last,
        until.reduce((a, b) => Math.max(a, b)),
      );
}

/** Events in order of time, one list a column. */
interface Told {
  readonly days: number[];
  readonly codes: number[];
  readonly measures: number[];
  readonly values: number[];
}

function withQuietTimes(life: Life, { quietDays, quiet }: Packing): Told {
  const told: Told = { days: [], codes: [], measures: [], values: [] };
  const tell = (day: number, code: number, measure: number, value: number) => {
    told.days.push(day);
    told.codes.push(code);
    told.measures.push(measure);
    told.values.push(value);
  };
  const tellQuiet = (until: number) => {
    if (quietDays <= 0) return;
    for (let day = (told.days.at(-1) ?? until) + quietDays; day < until; day += quietDays) tell(day, quiet, 0, 0);
  };
  const { days, codes, measures, values } = life;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] ?? 0;
    tellQuiet(day);
    tell(day, codes[i] ?? 0, measures[i] ?? 0, values[i] ?? 0);
  }
  if (days.length > 0) tellQuiet(endOf(life));
  return told;
}

/** Where an outcome may be asked: after the last event of a moment. */
export interface Asking {
  readonly life: Life;
  readonly day: number;
  /** Position in its row. */
  readonly at: number;
}

/**
 * Writes a segment into a row from position `start`, and gives the positions that may ask. Events of one moment see each
 * other and all before them. The last of them predicts the events of the next moment, each a target, and the wait for
 * them: as many events as come count, so that rates are events a year. Quiet times end a wait without an event.
 */
export function writeSegment(batch: Batch, row: number, start: number, segment: Segment, packing: Packing): Asking[] {
  const { life, days, codes, measures, values } = segment;
  const base = row * batch.length;
  const asking: Asking[] = [];
  let before = -1;
  for (let first = 0; first < codes.length; ) {
    const day = days[first] ?? 0;
    let end = first + 1;
    // The sex is a moment of its own.
    while (first > 0 && end < codes.length && days[end] === day) end++;
    for (let i = first; i < end; i++) {
      const n = base + start + i;
      batch.codes[n] = codes[i] ?? 0;
      batch.measures[n] = measures[i] ?? 0;
      batch.values[n] = values[i] ?? 0;
      batch.ages[n] = day - life.birth;
      batch.gaps[n] = i === 0 ? 0 : day - (first === 1 ? segment.before : (days[first - 1] ?? day));
      batch.from[n] = start;
      batch.to[n] = start + end;
      if (before < 0 || codes[i] === packing.quiet) continue;
      batch.targetAt[n] = start + before;
      batch.targetCodes[n] = codes[i] ?? 0;
      batch.targetWeights[n] = 1;
      const measure = measures[i] ?? 0;
      if (measure > 0) batch.targetBins[n] = packing.binOf(measure, values[i] ?? 0);
    }
    if (before >= 0)
      setWait(batch, base + start + before, day - (days[before] ?? day), real(codes, first, end, packing));
    if (first > 0) {
      before = end - 1;
      asking.push({ life, day, at: start + before });
    }
    first = end;
  }
  if (before >= 0 && segment.until !== undefined) {
    setWait(batch, base + start + before, Math.max(0, segment.until - (days[before] ?? 0)), 0);
  }
  return asking;
}

function real(codes: readonly number[], first: number, end: number, { quiet }: Packing): number {
  let count = 0;
  for (let i = first; i < end; i++) if (codes[i] !== quiet) count++;
  return count;
}

function setWait(batch: Batch, n: number, days: number, events: number): void {
  batch.waits[n] = days;
  batch.waitHappened[n] = events;
  batch.waitWeights[n] = 1;
}

/** Asks a row's outcomes at places drawn among those that may ask; fewer where there are fewer. */
export function askAt(batch: Batch, row: number, places: readonly Asking[], outcomes: number, random: Random): void {
  const left = [...places];
  for (let q = 0; q < batch.queries && left.length > 0; q++) {
    const [place] = left.splice(Math.floor(random() * left.length), 1);
    if (!place) return;
    const n = row * batch.queries + q;
    batch.queryAt[n] = place.at;
    batch.queryWeights[n] = 1;
    const { life, day } = place;
    for (let o = 0; o < outcomes; o++) {
      if (!isAtRisk(life, o, day)) continue;
      const [first = 0, until = 0, from = 0] = [life.first[o], life.until[o], life.from[o]];
      batch.outcomeTimes[n * outcomes + o] = Math.min(first, until) - day;
      batch.outcomeEvents[n * outcomes + o] = first <= until ? 1 : 0;
      batch.outcomeEntries[n * outcomes + o] = Math.max(0, from - day);
    }
  }
}
