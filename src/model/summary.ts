import { eventsUntil, type Life } from './life.ts';
import { Timing, type TimingSpec, timingNames, timingWidth } from './summary-timing.ts';
import { YEAR } from './time.ts';

/**
 * What is summed up of a life at a landmark, for the query token and its linear skip: general features (age, sex, how long
 * and how often the person was seen), ten a measure, and five a code.
 */
export interface SummarySpec {
  /** Measures summed up, by their number in the vocabulary. */
  readonly measures: readonly number[];
  /** Codes summed up; a code counts with its group when the group's codes are listed together. */
  readonly codes: readonly (readonly number[])[];
  /** Adds the day itself, in decades from the clock's zero: where practice changed with the calendar. */
  readonly clock?: boolean | undefined;
  /** Adds what the times between events say ({@link TimingSpec}), with these pairs of codes that open and end a state. */
  readonly pairs?: readonly (readonly [number, number])[] | undefined;
  /** Only these features of all, by their index; all by default. */
  readonly keep?: readonly number[] | undefined;
}

const GENERAL = 15;
const PER_MEASURE = 10;
const PER_CODE = 5;
/** Days over which a recent count fades by e. */
const FADING = 2 * YEAR;

/** Number of features of a summary. */
export const summaryWidth = (spec: SummarySpec): number => spec.keep?.length ?? wholeWidth(spec);

const basicWidth = ({ measures, codes }: SummarySpec): number =>
  GENERAL + measures.length * PER_MEASURE + codes.length * PER_CODE;

const timingOf = ({ measures, codes, pairs }: SummarySpec): TimingSpec | undefined =>
  pairs && { measures, codes, pairs };

function wholeWidth(spec: SummarySpec): number {
  const timing = timingOf(spec);
  return basicWidth(spec) + (timing ? timingWidth(timing) : 0);
}

/** Names of the features, in order: for attributions and for reading a linear skip. */
export function summaryNames(spec: SummarySpec, measure: (m: number) => string, code: (c: number) => string): string[] {
  const timing = timingOf(spec);
  const all = [
    ...['age', 'age²', 'male', 'age × male', 'age² × male', 'never seen', 'years known', 'years since last event'],
    ...[
      'events',
      'days seen',
      'days seen in 1 year',
      'days seen in 2 years',
      'days seen in 5 years',
      'days seen a year',
      'decade',
    ],
    ...spec.measures.flatMap((m) =>
      ['missing', 'last', 'mean', 'slope', 'lowest', 'highest', 'count', 'years since', 'last − mean', 'last²'].map(
        (what) => `${measure(m)}: ${what}`,
      ),
    ),
    ...spec.codes.flatMap((group) =>
      ['ever', 'count', 'recency', 'years since first', 'recent count'].map(
        (what) => `${code(group[0] ?? 0)}: ${what}`,
      ),
    ),
    ...(timing ? timingNames(timing, measure, code) : []),
  ];
  return spec.keep?.map((k) => all[k] ?? '') ?? all;
}

/** Sums lives up by one specification; holds scratch space, so one instance a thread. */
export class Summariser {
  readonly width: number;
  readonly #spec: SummarySpec;
  readonly #measureAt: Int32Array;
  readonly #codeAt: Int32Array;
  readonly #m: Float64Array;
  readonly #c: Float64Array;
  readonly #timing: Timing | undefined;
  /** All features, where only some are kept. */
  readonly #whole: Float32Array;

  constructor(spec: SummarySpec, { measures, codes }: { readonly measures: number; readonly codes: number }) {
    this.width = summaryWidth(spec);
    this.#spec = spec;
    this.#measureAt = new Int32Array(measures + 1).fill(-1);
    this.#codeAt = new Int32Array(codes).fill(-1);
    for (const [k, m] of spec.measures.entries()) this.#measureAt[m] = k;
    for (const [k, group] of spec.codes.entries()) for (const code of group) this.#codeAt[code] = k;
    this.#m = new Float64Array(spec.measures.length * 10);
    this.#c = new Float64Array(spec.codes.length * 4);
    const timing = timingOf(spec);
    this.#timing = timing && new Timing(timing, this.#measureAt, this.#codeAt);
    this.#whole = new Float32Array(spec.keep ? wholeWidth(spec) : 0);
  }

  /**
   * The summary of a life at a day, of what happened on or before it. Missing values are 0 with their indicator at 1;
   * counts and times are log(1 + x), times in years.
   */
  write(life: Life, day: number, out: Float32Array, offset = 0): void {
    const { keep } = this.#spec;
    if (!keep) {
      this.#write(life, day, out, offset);
      return;
    }
    this.#write(life, day, this.#whole, 0);
    for (const [k, feature] of keep.entries()) out[offset + k] = this.#whole[feature] as number;
  }

  #write(life: Life, day: number, out: Float32Array, offset: number): void {
    const end = eventsUntil(life, day);
    this.#read(life, end);
    this.#general(life, day, end, out, offset);
    let at = offset + GENERAL;
    for (let k = 0; k < this.#spec.measures.length; k++, at += PER_MEASURE) this.#measure(k, day, out, at);
    for (let k = 0; k < this.#spec.codes.length; k++, at += PER_CODE) this.#code(k, day, out, at);
    this.#timing?.write(life, day, end, out, at);
  }

  #read({ days, codes, measures, values }: Life, end: number): void {
    const [m, c] = [this.#m.fill(0), this.#c.fill(0)];
    for (let i = 0; i < end; i++) {
      const day = days[i] as number;
      const code = this.#codeAt[codes[i] as number] ?? -1;
      if (code >= 0) {
        const at = code * 4;
        if (c[at] === 0) c[at + 1] = day;
        c[at + 3] = c[at] === 0 ? 1 : (c[at + 3] as number) * Math.exp(((c[at + 2] as number) - day) / FADING) + 1;
        c[at] = (c[at] as number) + 1;
        c[at + 2] = day;
      }
      const measure = this.#measureAt[measures[i] as number] ?? -1;
      if (measure < 0) continue;
      const at = measure * 10;
      const [value, n] = [values[i] as number, m[at] as number];
      if (n === 0) {
        m[at + 1] = day;
        m[at + 2] = value;
        m[at + 3] = value;
      }
      const years = (day - (m[at + 1] as number)) / YEAR;
      m[at] = n + 1;
      m[at + 2] = Math.min(m[at + 2] as number, value);
      m[at + 3] = Math.max(m[at + 3] as number, value);
      m[at + 4] = value;
      m[at + 5] = day;
      m[at + 6] = (m[at + 6] as number) + value;
      m[at + 7] = (m[at + 7] as number) + years;
      m[at + 8] = (m[at + 8] as number) + years * value;
      m[at + 9] = (m[at + 9] as number) + years * years;
    }
  }

  #general(life: Life, day: number, end: number, out: Float32Array, at: number): void {
    const age = ((day - life.birth) / YEAR - 50) / 10;
    const [first, last] = [life.days[0] as number, life.days[end - 1] as number];
    const known = end > 0 ? (day - first) / YEAR : 0;
    let [seen, one, two, five] = [0, 0, 0, 0];
    let previous = Number.NaN;
    for (let i = 0; i < end; i++) {
      const now = Math.floor(life.days[i] as number);
      if (now === previous) continue;
      previous = now;
      seen++;
      const years = (day - now) / YEAR;
      if (years <= 1) one++;
      if (years <= 2) two++;
      if (years <= 5) five++;
    }
    const square = (age * age) / 2;
    const features = [age, square, life.male - 0.5, age * (life.male - 0.5), square * (life.male - 0.5)];
    features.push(end === 0 ? 1 : 0, known / 10, end > 0 ? Math.log1p((day - last) / YEAR) : 0, Math.log1p(end));
    features.push(Math.log1p(seen), Math.log1p(one), Math.log1p(two), Math.log1p(five));
    features.push(Math.log1p(seen / Math.max(1, known)), this.#spec.clock ? day / (10 * YEAR) : 0);
    for (const [k, feature] of features.entries()) out[at + k] = feature;
  }

  #measure(k: number, day: number, out: Float32Array, at: number): void {
    const m = this.#m.subarray(k * 10, k * 10 + 10);
    const n = m[0] as number;
    if (n === 0) {
      out.fill(0, at, at + PER_MEASURE);
      out[at] = 1;
      return;
    }
    const [, , lowest = 0, highest = 0, last = 0, lastDay = 0, sum = 0, years = 0, product = 0, squares = 0] = m;
    const spread = squares - (years * years) / n;
    // Least squares a year, drawn towards 0 as by half a year² of spread: a slope over days says little.
    const slope = (product - (years * sum) / n) / (spread + 0.5);
    const features = [0, last, sum / n, slope, lowest, highest, Math.log1p(n), Math.log1p((day - lastDay) / YEAR)];
    features.push(last - sum / n, last * last);
    for (const [j, feature] of features.entries()) out[at + j] = Math.max(-6, Math.min(6, feature));
  }

  #code(k: number, day: number, out: Float32Array, at: number): void {
    const [n = 0, first = 0, last = 0, faded = 0] = this.#c.subarray(k * 4, k * 4 + 4);
    out[at] = n > 0 ? 1 : 0;
    out[at + 1] = Math.log1p(n);
    // 1 for today, 1/2 after a year, 1/6 after five.
    out[at + 2] = n > 0 ? 1 / (1 + (day - last) / YEAR) : 0;
    out[at + 3] = n > 0 ? Math.log1p((day - first) / YEAR) : 0;
    out[at + 4] = n > 0 ? Math.log1p(faded * Math.exp((last - day) / FADING)) : 0;
  }
}

/** Mean and standard deviation of each feature, to standardise summaries with; a feature that hardly varies is set to 0. */
export interface Standard {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** The standard of [n × width] summaries. */
export function standardOf(summaries: Float32Array, width: number): Standard {
  const n = summaries.length / width;
  const [mean, square] = [new Float64Array(width), new Float64Array(width)];
  for (let i = 0; i < summaries.length; i++) {
    const value = summaries[i] as number;
    mean[i % width] = (mean[i % width] as number) + value / n;
    square[i % width] = (square[i % width] as number) + (value * value) / n;
  }
  const deviation = square.map((s, k) => Math.sqrt(Math.max(0, s - (mean[k] as number) ** 2)));
  return { mean: Float32Array.from(mean), deviation: Float32Array.from(deviation) };
}

/**
 * Standardised summaries of a typical history: what most have nothing of is 0, the rest average. On the mean of a feature that few
 * have nobody is, and trees, which ask for thresholds, would take it for having it.
 */
export const typicalOf = ({ mean, deviation }: { readonly [K in keyof Standard]: ArrayLike<number> }): Float32Array =>
  Float32Array.from(mean, (m, f) => {
    const spread = deviation[f] ?? 0;
    return spread > 1e-6 && Math.abs(m) < spread ? Math.max(-5, Math.min(5, -m / spread)) : 0;
  });

/** Standardises [n × width] summaries in place, at most 5 deviations either way. */
export function standardise(summaries: Float32Array, { mean, deviation }: Standard): void {
  const width = mean.length;
  for (let i = 0; i < summaries.length; i++) {
    const spread = deviation[i % width] as number;
    const z = spread < 1e-6 ? 0 : ((summaries[i] as number) - (mean[i % width] as number)) / spread;
    summaries[i] = Math.max(-5, Math.min(5, z));
  }
}
