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

/** A named outcome: the first of any of these codes (names as the data set spells them). */
export interface OutcomeDefinition {
  readonly name: string;
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
}

const MICROSECONDS = 86_400e6;
const BIRTH = 'MEDS_BIRTH';
const DEATH = 'MEDS_DEATH';

/** The name under which an event with a word for a result is coded. */
export const wordCode = (code: string, word: string): string => `${code}//=${word}`;

/**
 * Reads persons of one data set as lives on the clock of days from 1970. Facts without a time (race) stand at birth; birth
 * and sex are no events. Persons without a date of birth cannot be read: undefined.
 */
export class LifeReader {
  readonly #options: LifeReaderOptions;
  readonly #codeOf: Int32Array;
  readonly #measureOf: Int32Array;
  readonly #wordOf: ReadonlyMap<number, number>[];
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
    this.#wordOf = dictionary.codes.map((code) =>
      dictionary.texts.length === 0
        ? new Map()
        : new Map(
            dictionary.texts.flatMap((word, k) => {
              const name = wordCode(code, word);
              return vocabulary.has(name) ? [[k, vocabulary.codeOf(name)]] : [];
            }),
          ),
    );
    const at = new Map(dictionary.codes.map((code, k) => [code, k]));
    const outcomesOf = new Map<number, number[]>();
    for (const [o, { codes }] of outcomes.entries())
      for (const code of codes) {
        const k = at.get(code);
        if (k !== undefined) outcomesOf.set(k, [...(outcomesOf.get(k) ?? []), o]);
      }
    this.#outcomesOf = outcomesOf;
    this.#birth = at.get(BIRTH) ?? -1;
    this.#death = at.get(DEATH) ?? -1;
    this.#sexes = new Map(
      dictionary.codes.flatMap((code, k) => {
        const sex = /^GENDER\/\/(M|F)/i.exec(code)?.[1]?.toUpperCase();
        return sex === undefined ? [] : [[k, sex === 'M' ? 1 : 0]];
      }),
    );
  }

  read({ id, codes, times, values, texts }: CodedEvents): Life | undefined {
    const n = codes.length;
    const { outcomes, end, vocabulary } = this.#options;
    const first = new Float64Array(outcomes.length).fill(Number.POSITIVE_INFINITY);
    const [days, kept, measures, scores] = [
      new Float32Array(n),
      new Uint16Array(n),
      new Uint16Array(n),
      new Float32Array(n),
    ];
    let [birth, death, male, count] = [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 0];
    const born = codes.indexOf(this.#birth);
    if (born >= 0) birth = (times[born] as number) / MICROSECONDS;
    if (Number.isNaN(birth)) return undefined;
    for (let i = 0; i < n; i++) {
      const code = codes[i] as number;
      const time = times[i] as number;
      const day = Number.isNaN(time) ? birth : time / MICROSECONDS;
      if (code === this.#death) death = day;
      male = this.#sexes.get(code) ?? male;
      for (const o of this.#outcomesOf.get(code) ?? []) first[o] = Math.min(first[o] as number, day);
      const text = texts.length > 0 ? (texts[i] as number) : -1;
      const number = (text >= 0 ? this.#wordOf[code]?.get(text) : undefined) ?? (this.#codeOf[code] as number);
      if (number === PADDING_CODE) continue;
      const value = values[i] as number;
      const measure = Number.isNaN(value) ? 0 : (this.#measureOf[code] as number);
      days[count] = day;
      kept[count] = number;
      measures[count] = measure;
      scores[count++] = measure === 0 ? 0 : vocabulary.zOf(measure, value);
    }
    return {
      id: Number(id),
      birth,
      male,
      days: days.slice(0, count),
      codes: kept.slice(0, count),
      measures: measures.slice(0, count),
      values: scores.slice(0, count),
      first,
      from: new Float64Array(outcomes.length).fill(Number.NEGATIVE_INFINITY),
      until: new Float64Array(outcomes.length).fill(Math.min(end, death)),
    };
  }
}

const isStatic = (code: string): boolean => code === BIRTH || code === DEATH || code.startsWith('GENDER//');
