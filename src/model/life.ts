/**
 * A person's coded life as the network reads it. Times are days on one clock of the person (days from birth, from an index
 * date, from 1970: any, as long as it is one). Events are in order of time.
 */
export interface Life {
  readonly id: number;
  /** Day of birth on the clock. */
  readonly birth: number;
  /** 1 male, 0 female, 0.5 unknown. */
  readonly male: number;
  readonly days: Float64Array | Int32Array;
  /** Code of each event in the vocabulary. */
  readonly codes: Int32Array | Uint16Array;
  /** Measure of each event, from 1; 0 where the event has no value. */
  readonly measures: Int32Array | Uint16Array;
  /** Value as a z-score of its measure; 0 where there is none. */
  readonly values: Float32Array;
  /** For each outcome: the first day it happened, infinite where it never did while the person was followed. */
  readonly first: Float64Array;
  /** For each outcome: the days from which and until which it would have been seen. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Day of death; undefined where none is known. */
  readonly death?: number;
}

/** How many of a life's events happened on or before a day. */
export function eventsUntil({ days }: Pick<Life, 'days'>, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a person can be asked for an outcome at a landmark: it has not happened yet, and follow-up goes on. */
export function isAtRisk(life: Life, outcome: number, day: number): boolean {
  return (life.first[outcome] as number) > day && (life.until[outcome] as number) > day;
}
