import { type Batch, emptyBatch } from './batch.ts';
import type { Model } from './model.ts';
import type { NextValue } from './next-value.ts';
import type { Random } from './random.ts';
import { SHORTEST_WAIT } from './risk.ts';
import { YEAR } from './time.ts';

/** Events of one person in order of time; arrays of one length. */
export interface Past {
  readonly codes: readonly number[];
  /** Which measure an event's value belongs to, from 1; 0 without a value. */
  readonly measures: readonly number[];
  /** z-scores. */
  readonly values: readonly number[];
  /** Age at each event, in days. */
  readonly ages: readonly number[];
  /** Whether the first is what opens a row of packing, the sex: a moment of its own, and shown however long the past is. */
  readonly opened?: boolean;
}

/** One way a life may go on. */
export interface Future {
  readonly codes: readonly number[];
  /** Age at each event, in days. */
  readonly ages: readonly number[];
  /** Whether it was cut at `events` before the horizon. */
  readonly cut: boolean;
}

export interface FutureOptions {
  /** How many futures to sample. */
  readonly count: number;
  /** How far, in days after `from`. */
  readonly days: number;
  /** Age in days at which the futures begin, at or after the last event; that event's by default. */
  readonly from?: number;
  /** After so many days without an event a token says so, as in packing. */
  readonly quiet?: { readonly days: number; readonly code: number };
  readonly random: Random;
  /** Codes after which nothing comes: death. */
  readonly ending?: ReadonlySet<number>;
  /** Codes that a person can have once only. */
  readonly once?: ReadonlySet<number>;
  /** The value of an event that comes, from the state before it and a random number; undefined: it has none. */
  readonly nextValue?: (code: number, state: Float32Array, u: number) => NextValue | undefined;
  /** Told after each event how many of the futures are whole. */
  readonly onProgress?: (whole: number) => void;
  /** Most events of one future, 1,000 by default. */
  readonly events?: number;
  /** Most positions the network is shown; the latest ones. */
  readonly longest?: number;
}

const LENGTHS = [16, 32, 64, 128, 256, 512, 1024];

/** Positions of the row that so many events are shown in, of few lengths so that few graphs are built; at most `longest`. */
export const roomFor = (events: number, longest: number): number =>
  Math.min(longest, LENGTHS.find((n) => n >= events) ?? longest);

interface Walk {
  readonly codes: number[];
  readonly measures: number[];
  readonly values: number[];
  readonly ages: number[];
  going: boolean;
  cut: boolean;
}

/**
 * Samples how a life may go on, event by event, from the network's competing exponential risks: the wait from the total
 * rate, then the code by its share. The same `random` gives the same futures. The network must have learned next events.
 */
export async function sampleFutures(model: Model, past: Past, options: FutureOptions): Promise<Future[]> {
  const { count, days, random, ending, once, quiet, events = 1000, longest = 256 } = options;
  const from = options.from ?? past.ages.at(-1) ?? 0;
  const horizon = from + days;
  const walks = Array.from(
    { length: count },
    (): Walk => ({ codes: [], measures: [], values: [], ages: [], going: true, cut: false }),
  );
  const had = walks.map(() => new Set(past.codes));
  for (;;) {
    const going = walks.filter((walk) => walk.going);
    options.onProgress?.(count - going.length);
    if (going.length === 0) break;
    const batch = batchOf(model, past, going, rowsFor(going.length, count), longest);
    const { logRates, states } = await model.predict(batch);
    const each = states.length / batch.rows;
    const width = logRates.length / batch.rows;
    let next = 0;
    for (const [place, walk] of walks.entries()) {
      // Drawn for every walk, so that one walk's end does not change the others.
      const [first, second, third] = [random(), random(), random()];
      if (!walk.going) continue;
      const row = next++;
      const rates = logRates.subarray(row * width, (row + 1) * width);
      const possible = (code: number) =>
        code !== 0 && code !== quiet?.code && !(once?.has(code) && had[place]?.has(code));
      const drawn = drawEvent(rates, possible, first, second);
      const last = walk.ages.at(-1) ?? past.ages.at(-1) ?? 0;
      // The wait has no memory: where a quiet time ends first, its token is told and the wait is drawn anew.
      const told = last + (quiet?.days ?? Number.POSITIVE_INFINITY);
      const comes = Math.max(last, from) + drawn.wait;
      const [age, code] = quiet && told > from && told < comes ? [told, quiet.code] : [comes, drawn.code];
      if (age > horizon) {
        walk.going = false;
        continue;
      }
      const value = options.nextValue?.(code, states.subarray(row * each, (row + 1) * each), third);
      walk.codes.push(code);
      walk.measures.push(value?.measure ?? 0);
      walk.values.push(value?.z ?? 0);
      walk.ages.push(age);
      had[place]?.add(code);
      walk.cut = walk.codes.length >= events;
      walk.going = !walk.cut && !ending?.has(code);
    }
  }
  return walks.map(({ codes, ages, cut }) => ({ codes, ages, cut: cut && !ending?.has(codes.at(-1) ?? 0) }));
}

function drawEvent(
  logRates: Float32Array,
  possible: (code: number) => boolean,
  first: number,
  second: number,
): { wait: number; code: number } {
  const rates = Float64Array.from(logRates, (logRate, code) => (possible(code) ? Math.exp(logRate) : 0));
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const wait = -Math.log(1 - first) * (YEAR / total + SHORTEST_WAIT);
  let rest = second * total;
  const code = rates.findIndex((rate) => {
    rest -= rate;
    return rest < 0;
  });
  return { wait, code: code < 0 ? rates.findLastIndex((rate) => rate > 0) : code };
}

/** Rows that so many walks are asked in: all, or a half, a quarter… of them, so that few graphs are built. */
function rowsFor(going: number, count: number): number {
  let rows = count;
  while (Math.ceil(rows / 2) >= going && rows > 1) rows = Math.ceil(rows / 2);
  return rows;
}

function batchOf(model: Model, past: Past, walks: readonly Walk[], rows: number, longest: number): Batch {
  const most = Math.max(...walks.map(({ codes }) => past.codes.length + codes.length));
  const length = roomFor(most, longest);
  const batch = emptyBatch({ rows, length, queries: 1 }, model.network);
  const known = past.codes.length;
  const opening = past.opened ? 1 : 0;
  for (const [row, { codes, measures, values, ages }] of walks.entries()) {
    const total = known + codes.length;
    const shown = Math.min(length, total);
    const ageOf = (i: number) => past.ages[i] ?? ages[i - known] ?? 0;
    for (let t = 0; t < shown; t++) {
      const i = t < opening ? t : total - shown + t;
      const at = row * length + t;
      batch.codes[at] = past.codes[i] ?? codes[i - known] ?? 0;
      batch.measures[at] = past.measures[i] ?? measures[i - known] ?? 0;
      batch.values[at] = past.values[i] ?? values[i - known] ?? 0;
      batch.ages[at] = ageOf(i);
      batch.gaps[at] = i > 0 ? ageOf(i) - ageOf(i - 1) : 0;
    }
    // Events of one moment see each other, as in packing.
    for (let t = shown - 1, end = shown; t >= 0; t--) {
      if (t < shown - 1 && (t < opening || batch.ages[row * length + t] !== batch.ages[row * length + t + 1]))
        end = t + 1;
      batch.to[row * length + t] = end;
    }
    batch.queryAt[row] = Math.max(0, shown - 1);
  }
  return batch;
}
