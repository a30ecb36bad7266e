/** A life as the event model is told it: what is new, what comes back after long, what changed, and once a year that time goes on. */
import { mulberry32 } from '../../../src/governance/index.ts';
import { type Batch, emptyBatch, type Life, YEAR } from '../../../src/model/index.ts';

/** A code without a value is told again after so many days, a measure when it has moved by so many deviations. */
const AGAIN = 3 * YEAR;
const MOVED = 0.75;

/** Told events in order of time, as arrays of one length. */
export interface Stream {
  readonly life: Life;
  readonly days: Float64Array;
  readonly codes: Int32Array;
  readonly measures: Int32Array;
  readonly values: Float32Array;
  /** 1 where the event is a target: a condition, or death. */
  readonly targets: Uint8Array;
}

export interface StreamCodes {
  /** Codes that are predicted, all alike. */
  readonly targets: ReadonlySet<number>;
  readonly death: number;
  /** The token that says a year has gone by, and that asks at a landmark. */
  readonly year: number;
  /** Index of death among the outcomes of a life. */
  readonly deathAt: number;
}

export function streamOf(life: Life, codes: StreamCodes): Stream {
  const told: { day: number; code: number; measure: number; value: number; target: number }[] = [];
  const last = new Map<number, { day: number; value: number }>();
  for (let i = 0; i < life.days.length; i++) {
    const [day, code] = [life.days[i] as number, life.codes[i] as number];
    const [measure, value] = [life.measures[i] as number, life.values[i] as number];
    const before = last.get(code);
    const target = Number(codes.targets.has(code));
    const isNews =
      measure > 0 ? !before || Math.abs(value - before.value) >= MOVED : !before || day - before.day >= AGAIN;
    if (!isNews && target === 0) continue;
    last.set(code, { day, value });
    told.push({ day, code, measure, value, target });
  }
  const died = life.first[codes.deathAt] as number;
  const end = life.until[codes.deathAt] as number;
  const quiet = { measure: 0, value: 0 };
  if (Number.isFinite(died)) told.push({ ...quiet, day: died, code: codes.death, target: 1 });
  const phase = mulberry32(life.id)();
  for (let day = life.birth + (1 + phase) * YEAR; day < end; day += YEAR)
    told.push({ ...quiet, day, code: codes.year, target: 0 });
  told.sort((a, b) => a.day - b.day);
  return {
    life,
    days: Float64Array.from(told, ({ day }) => day),
    codes: Int32Array.from(told, ({ code }) => code),
    measures: Int32Array.from(told, ({ measure }) => measure),
    values: Float32Array.from(told, ({ value }) => value),
    targets: Uint8Array.from(told, ({ target }) => target),
  };
}

/** A stretch of a stream that fills a row: events from one index up to another. */
export interface Window {
  readonly stream: Stream;
  readonly from: number;
  readonly to: number;
  /** Asks after the last event, on this day. */
  readonly ask?: number;
}

/**
 * Windows as a causal batch. Events of one moment see each other, and the last of them predicts the next moment's: its wait,
 * and each target in it. What is told and is no target ends a wait without an event.
 */
export function windowBatch(
  windows: readonly Window[],
  length: number,
  { year }: StreamCodes,
  rows = windows.length,
): Batch {
  const batch = emptyBatch({ rows, length, queries: 1 }, { summaries: 0, outcomes: [] });
  for (const [row, { stream, from, to, ask }] of windows.entries()) {
    const { days, codes, measures, values, targets, life } = stream;
    let moment = 0;
    let before = -1;
    for (let i = from; i < to; i++) {
      const at = row * length + i - from;
      if (i > from && days[i] !== days[i - 1]) [before, moment] = [i - from - 1, i - from];
      batch.codes[at] = codes[i] as number;
      batch.measures[at] = measures[i] as number;
      batch.values[at] = values[i] as number;
      batch.ages[at] = (days[i] as number) - life.birth;
      batch.gaps[at] = before < 0 ? 0 : (days[i] as number) - (days[from + before] as number);
      for (let k = moment; k <= i - from; k++) batch.to[row * length + k] = i - from + 1;
      if (before < 0) continue;
      const known = row * length + before;
      batch.waits[known] = batch.gaps[at] as number;
      batch.waitWeights[known] = 1;
      if (targets[i] === 0) continue;
      batch.waitHappened[known] = (batch.waitHappened[known] as number) + 1;
      batch.targetAt[at] = before;
      batch.targetCodes[at] = codes[i] as number;
      batch.targetWeights[at] = 1;
    }
    const end = to - from;
    if (ask === undefined) {
      batch.queryAt[row] = Math.max(0, end - 1);
      continue;
    }
    const at = row * length + end;
    batch.codes[at] = year;
    batch.ages[at] = ask - life.birth;
    batch.gaps[at] = end > 0 ? ask - (days[to - 1] as number) : 0;
    batch.to[at] = end + 1;
    batch.queryAt[row] = end;
  }
  return batch;
}
