import type { Life } from './life.ts';
import { PADDING_CODE, type Vocabulary } from './vocabulary.ts';

/** One person's events as a corpus gives them: numbers of codes in its dictionary, microseconds since 1970 (NaN: no time). */
export interface CodedEvents {
  readonly id: bigint;
  readonly codes: Uint32Array;
  readonly times: Float64Array;
  /** NaN where there is none. */
  readonly values: Float32Array;
  /** Numbers of words in the dictionary, -1 where there is none; may be empty. */
  readonly texts: Int32Array;
}

export interface Dictionary {
  readonly codes: readonly string[];
  readonly texts: readonly string[];
}

/** A named outcome: the first of any of these codes. */
export interface OutcomeDefinition {
  readonly name: string;
  /** As the data set spells them; a `*` at the end stands for all that follows: `DIAGNOSIS//ICD//10//I50*`. */
  readonly codes: readonly string[];
  /** Id of the condition on the knowledge shelf, where its codes do not say. */
  readonly condition?: string | undefined;
}

export interface LifeReaderOptions {
  readonly vocabulary: Vocabulary;
  readonly dictionary: Dictionary;
  readonly outcomes: readonly OutcomeDefinition[];
  /** Day (from 1970) on which the data set ends; a person is followed until then, or until death. */
  readonly end: number;
  /**
   * Until when who has not died is followed: until the data set's `end`, or until the last event of the person's own, where dates
   * are moved by person or people leave unseen. The end by default.
   */
  readonly followed?: Followed | undefined;
}

export type Followed = 'data-end' | 'last-event';

const MICROSECONDS = 86_400e6;
const BIRTH = 'MEDS_BIRTH';
/** The code of a death. It is an event where the vocabulary has it, and an outcome where one is defined so. */
export const DEATH = 'MEDS_DEATH';

/** The name under which an event with a word for a result is coded. */
export const wordCode = (code: string, word: string): string => `${code}${WORD}${word}`;
const WORD = '//=';

/** Those of some codes that an outcome's codes mean. */
export function codesMeant({ codes: meant }: OutcomeDefinition, codes: readonly string[]): string[] {
  const exact = new Set(meant);
  const prefixes = meant.filter((code) => code.endsWith('*')).map((code) => code.slice(0, -1));
  return codes.filter((code) => exact.has(code) || prefixes.some((prefix) => code.startsWith(prefix)));
}

/** Whether a code says birth or sex: what is known of a person throughout, and no event. */
export const isStatic = (code: string): boolean => code === BIRTH || SEX.test(code);

const SEX = /^(?:GENDER|SEX)\/\/(M|F)/i;

/**
 * Reads persons of one data set as lives on the clock of days from 1970, exact to the microsecond, in order of time. Facts without
 * a time (race) stand at birth; birth and sex are no events. A value that is not finite is none. Persons without a date of birth
 * cannot be read: undefined.
 */
export class LifeReader {
  readonly #options: LifeReaderOptions;
  readonly #codeOf: Int32Array;
  readonly #measureOf: Int32Array;
  readonly #wordOf: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly #outcomesOf: ReadonlyMap<number, readonly number[]>;
  readonly #birth: number;
  readonly #death: number;
  readonly #sexes: ReadonlyMap<number, number>;

  constructor(options: LifeReaderOptions) {
    const { vocabulary, dictionary, outcomes } = options;
    this.#options = options;
    this.#codeOf = Int32Array.from(dictionary.codes, (code) =>
      isStatic(code) ? PADDING_CODE : vocabulary.codeOf(code),
    );
    this.#measureOf = Int32Array.from(dictionary.codes, (code) => vocabulary.measureOf(code));
    const at = new Map(dictionary.codes.map((code, k) => [code, k]));
    this.#wordOf = wordsOf(vocabulary, at, new Map(dictionary.texts.map((word, k) => [word, k])));
    const outcomesOf = new Map<number, number[]>();
    for (const [o, outcome] of outcomes.entries())
      for (const code of codesMeant(outcome, dictionary.codes)) {
        const k = at.get(code);
        if (k !== undefined) outcomesOf.set(k, [...(outcomesOf.get(k) ?? []), o]);
      }
    this.#outcomesOf = outcomesOf;
    this.#birth = at.get(BIRTH) ?? -1;
    this.#death = at.get(DEATH) ?? -1;
    this.#sexes = new Map(
      dictionary.codes.flatMap((code, k) => {
        const sex = SEX.exec(code)?.[1]?.toUpperCase();
        return sex === undefined ? [] : [[k, sex === 'M' ? 1 : 0]];
      }),
    );
  }

  read({ id, codes, times, values, texts }: CodedEvents): Life | undefined {
    const n = codes.length;
    const { outcomes, end, followed, vocabulary } = this.#options;
    const first = new Float64Array(outcomes.length).fill(Number.POSITIVE_INFINITY);
    const [days, kept, measures, scores] = [
      new Float64Array(n),
      numbersUpTo(vocabulary.codes, n),
      numbersUpTo(vocabulary.measures + 1, n),
      new Float32Array(n),
    ];
    const born = codes.indexOf(this.#birth);
    const birth = born < 0 ? Number.NaN : (times[born] as number) / MICROSECONDS;
    if (Number.isNaN(birth)) return undefined;
    let [death, male, count, last] = [Number.POSITIVE_INFINITY, 0.5, 0, birth];
    for (let i = 0; i < n; i++) {
      const code = codes[i] as number;
      const time = times[i] as number;
      const day = Number.isNaN(time) ? birth : time / MICROSECONDS;
      if (code === this.#death) {
        // Nobody knows when: it ends no follow-up.
        if (Number.isNaN(time)) continue;
        death = Math.min(death, day);
      }
      if (day > last) last = day;
      male = this.#sexes.get(code) ?? male;
      for (const o of this.#outcomesOf.get(code) ?? []) first[o] = Math.min(first[o] as number, day);
      const text = texts.length > 0 ? (texts[i] as number) : -1;
      const number = (text >= 0 ? this.#wordOf.get(code)?.get(text) : undefined) ?? (this.#codeOf[code] as number);
      if (number === PADDING_CODE) continue;
      const value = values[i] as number;
      const measure = Number.isFinite(value) ? (this.#measureOf[code] as number) : 0;
      days[count] = day;
      kept[count] = number;
      measures[count] = measure;
      scores[count++] = measure === 0 ? 0 : vocabulary.zOf(measure, value);
    }
    const until = Math.min(death, followed === 'last-event' && death === Number.POSITIVE_INFINITY ? last : end);
    const events = { days, codes: kept, measures, values: scores };
    return {
      ...{ id: Number(id), birth, male },
      ...(isSorted(days, count) ? cutTo(events, count) : sorted(events, count)),
      first,
      from: new Float64Array(outcomes.length).fill(Number.NEGATIVE_INFINITY),
      until: new Float64Array(outcomes.length).fill(until),
      ...(death < Number.POSITIVE_INFINITY && { death }),
    };
  }
}

/** For each code of a dictionary the words that the vocabulary has of it, and what it reads them as. */
function wordsOf(
  { file }: Vocabulary,
  codes: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, number>,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const [number, name] of file.codes.entries()) {
    const end = name.indexOf(WORD);
    const [code, word] = [codes.get(name.slice(0, end)), words.get(name.slice(end + WORD.length))];
    if (end < 0 || code === undefined || word === undefined) continue;
    found.set(code, (found.get(code) ?? new Map<number, number>()).set(word, number));
  }
  return found;
}

type Events = Pick<Life, 'days' | 'codes' | 'measures' | 'values'>;

/** Room for numbers below `count`, no wider than they need. */
const numbersUpTo = (count: number, length: number) =>
  count <= 2 ** 16 ? new Uint16Array(length) : new Int32Array(length);

function isSorted(days: Float64Array, count: number): boolean {
  for (let i = 1; i < count; i++) if ((days[i] as number) < (days[i - 1] as number)) return false;
  return true;
}

const cutTo = ({ days, codes, measures, values }: Events, count: number): Events => ({
  days: days.slice(0, count),
  codes: codes.slice(0, count),
  measures: measures.slice(0, count),
  values: values.slice(0, count),
});

/** What is known before birth stands behind facts without a time in the data set. */
function sorted(events: Events, count: number): Events {
  const order = Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => (events.days[a] as number) - (events.days[b] as number) || a - b);
  const told = cutTo(events, count);
  for (const [to, from] of order.entries()) {
    told.days[to] = events.days[from] as number;
    told.codes[to] = events.codes[from] as number;
    told.measures[to] = events.measures[from] as number;
    told.values[to] = events.values[from] as number;
  }
  return told;
}
