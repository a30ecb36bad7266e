import { YEAR } from './time.ts';

/**
 * What the times between events say, beside the counts and last values of a summary: how long the last interval of a code was
 * and when the next is due by it (visits and tests are planned), what was lately, what is still open (a medicine started and
 * not ended), and how a measure changed since the time before.
 */
export interface TimingSpec {
  readonly measures: readonly number[];
  readonly codes: readonly (readonly number[])[];
  /** Codes that open a state, each with the code that ends it. */
  readonly pairs: readonly (readonly [number, number])[];
}

const PER_MEASURE = 3;
const PER_CODE = 3;
/** Days over which a count of late events fades by e: a quarter. */
const LATELY = YEAR / 4;
/** Days over which the weight of a past value fades by e. */
const REMEMBERED = 2 * YEAR;
/** An interval is between different days. */
const SAME = 1;

export const timingWidth = ({ measures, codes, pairs }: TimingSpec): number =>
  measures.length * PER_MEASURE + codes.length * PER_CODE + pairs.length;

/** Names of the features, in order. */
export function timingNames(spec: TimingSpec, measure: (m: number) => string, code: (c: number) => string): string[] {
  const each = (name: string, what: readonly string[]) => what.map((one) => `${name}: ${one}`);
  return [
    ...spec.measures.flatMap((m) => each(measure(m), ['change', 'recent mean', 'spread'])),
    ...spec.codes.flatMap((group) => each(code(group[0] ?? 0), ['last interval', 'due', 'count of late'])),
    ...spec.pairs.map(([start]) => `${code(start)}: open`),
  ];
}

/** Places in the scratch space of a code and of a measure. */
const CODE = { last: 0, interval: 1, lately: 2, size: 3 } as const;
const MEASURE = { count: 0, last: 1, before: 2, day: 3, weight: 4, faded: 5, sum: 6, squares: 7, size: 8 } as const;

/** Writes the features of one specification; holds scratch space, so one instance a thread. */
export class Timing {
  readonly width: number;
  readonly #spec: TimingSpec;
  readonly #measureAt: Int32Array;
  readonly #codeAt: Int32Array;
  readonly #lastDay: Float64Array;
  readonly #c: Float64Array;
  readonly #m: Float64Array;

  constructor(spec: TimingSpec, measureAt: Int32Array, codeAt: Int32Array) {
    this.width = timingWidth(spec);
    this.#spec = spec;
    this.#measureAt = measureAt;
    this.#codeAt = codeAt;
    this.#lastDay = new Float64Array(codeAt.length);
    this.#c = new Float64Array(spec.codes.length * CODE.size);
    this.#m = new Float64Array(spec.measures.length * MEASURE.size);
  }

  /** The features at a day, from a life's first `end` events. */
  write(
    { days, codes, measures, values }: Readonly<Record<'days' | 'codes' | 'measures' | 'values', ArrayLike<number>>>,
    day: number,
    end: number,
    out: Float32Array,
    offset: number,
  ): void {
    this.#lastDay.fill(Number.NEGATIVE_INFINITY);
    this.#m.fill(0);
    const c = this.#c.fill(0);
    for (let k = 0; k < this.#spec.codes.length; k++) c[k * CODE.size + CODE.last] = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < end; i++) {
      const [now, code] = [days[i] as number, codes[i] as number];
      this.#lastDay[code] = now;
      const group = this.#codeAt[code] ?? -1;
      if (group >= 0) this.#addCode(group * CODE.size, now);
      const measure = this.#measureAt[measures[i] as number] ?? -1;
      if (measure >= 0) this.#addValue(measure * MEASURE.size, now, values[i] as number);
    }
    let at = offset;
    for (let k = 0; k < this.#spec.measures.length; k++, at += PER_MEASURE) this.#writeMeasure(k, out, at);
    for (let k = 0; k < this.#spec.codes.length; k++, at += PER_CODE) this.#writeCode(k, day, out, at);
    for (const [start, stop] of this.#spec.pairs) {
      const opened = this.#lastDay[start] as number;
      out[at++] = Number.isFinite(opened) && opened >= (this.#lastDay[stop] as number) ? 1 : 0;
    }
  }

  #addCode(at: number, now: number): void {
    const c = this.#c;
    const since = now - (c[at + CODE.last] as number);
    if (since >= SAME && Number.isFinite(since)) c[at + CODE.interval] = since;
    c[at + CODE.lately] = (c[at + CODE.lately] as number) * Math.exp(-since / LATELY) + 1;
    c[at + CODE.last] = now;
  }

  #addValue(at: number, now: number, value: number): void {
    const m = this.#m;
    const fading = Math.exp(((m[at + MEASURE.day] as number) - now) / REMEMBERED);
    const kept = (m[at + MEASURE.count] as number) === 0 ? 0 : fading;
    m[at + MEASURE.before] = (m[at + MEASURE.count] as number) === 0 ? value : (m[at + MEASURE.last] as number);
    m[at + MEASURE.count] = (m[at + MEASURE.count] as number) + 1;
    m[at + MEASURE.last] = value;
    m[at + MEASURE.day] = now;
    m[at + MEASURE.weight] = (m[at + MEASURE.weight] as number) * kept + 1;
    m[at + MEASURE.faded] = (m[at + MEASURE.faded] as number) * kept + value;
    m[at + MEASURE.sum] = (m[at + MEASURE.sum] as number) + value;
    m[at + MEASURE.squares] = (m[at + MEASURE.squares] as number) + value * value;
  }

  #writeMeasure(k: number, out: Float32Array, at: number): void {
    const from = k * MEASURE.size;
    const of = (place: number) => this.#m[from + place] as number;
    const n = of(MEASURE.count);
    if (n === 0) {
      out.fill(0, at, at + PER_MEASURE);
      return;
    }
    const mean = of(MEASURE.sum) / n;
    out[at] = of(MEASURE.last) - of(MEASURE.before);
    out[at + 1] = of(MEASURE.faded) / of(MEASURE.weight);
    out[at + 2] = Math.sqrt(Math.max(0, of(MEASURE.squares) / n - mean * mean));
  }

  #writeCode(k: number, day: number, out: Float32Array, at: number): void {
    const from = k * CODE.size;
    const interval = this.#c[from + CODE.interval] as number;
    const since = day - (this.#c[from + CODE.last] as number);
    out[at] = Math.log1p(interval / YEAR);
    // Years until one more interval has passed, at most two either way; 0 where there is no interval yet.
    out[at + 1] = interval > 0 ? Math.max(-2, Math.min(2, (interval - since) / YEAR)) : 0;
    out[at + 2] = Number.isFinite(since)
      ? Math.log1p((this.#c[from + CODE.lately] as number) * Math.exp(-since / LATELY))
      : 0;
  }
}
