import { z } from 'zod';
import { icd9Ancestors } from './icd9.ts';
import { icd10Ancestors } from './icd10.ts';

/** A measure with a continuous value: how it is standardised, and where its quantile bins begin. */
const measureSchema = z.strictObject({
  name: z.string(),
  /** Whether the logarithm is standardised: where all values are positive and their distribution is skewed. */
  log: z.boolean(),
  mean: z.number(),
  deviation: z.number().positive(),
  /**
   * z-score of a zero where the logarithm is standardised. A vocabulary without it reads a zero as the average.
   */
  zero: z.number().optional(),
  /** Inner edges of the quantile bins, rising, on the scale of the z-score. */
  edges: z.array(z.number()),
});

/** `vocabulary.json` of a model's folder. */
export const vocabularySchema = z.strictObject({
  /** Name of each code; 0 is padding and 1 the query. */
  codes: z.array(z.string()).min(2),
  /** Measures, numbered from 1: measure m is `measures[m - 1]`. */
  measures: z.array(measureSchema),
  /** What codes are called, where the data set says. */
  descriptions: z.record(z.string(), z.string()).optional(),
});
export type VocabularyFile = z.infer<typeof vocabularySchema>;
export type Measure = z.infer<typeof measureSchema>;

export const PADDING_CODE = 0;
export const QUERY_CODE = 1;

/**
 * A code and what it is read as where a data set has too few of it, nearest first: up ICD-10 and ICD-9-CM (category, block,
 * chapter), their procedures and ATC (by their first characters), and at last the kind of event alone (`CONDITION//`). A code is a
 * kind, then its system and its value: `CONDITION//ICD-10-CM/E11.9//…`, `DIAGNOSIS//ICD//10//E119`, `ICD10CM/E11.9`.
 */
export function backOff(code: string): string[] {
  const kindEnd = code.indexOf('//');
  const slash = code.indexOf('/');
  const kind = kindEnd >= 0 ? [code.slice(0, kindEnd + 2)] : slash >= 0 ? [code.slice(0, slash + 1)] : [];
  const [, prefix = '', atc, procedure, revision, value = ''] = CODED.exec(code) ?? [];
  const ancestors = atc
    ? prefixesOf(value, [5, 4, 3, 1])
    : procedure || /PROC/i.test(prefix)
      ? prefixesOf(value.replace('.', ''), [3, 2])
      : revision === '9'
        ? icd9Ancestors(value)
        : revision === '10'
          ? icd10Ancestors(value)
          : [];
  return [...new Set([code, ...ancestors.map((ancestor) => prefix + ancestor), ...kind])];
}

/** Where the system and the value of a code stand: all before the value; ATC or ICD, its procedures, its revision; the value. */
const CODED =
  /^((?:[^/]*\/\/)?(?:(ATC)\w*|ICD-?(?:\/\/)?(?=9|10)(?:(?:9|10)-?(PCS|Proc\w*)|(9|10)[\w-]*))\/{1,2})([^/]+)/i;

const prefixesOf = (value: string, lengths: readonly number[]): string[] =>
  lengths.filter((length) => length < value.length).map((length) => value.slice(0, length));

/** What a vocabulary is made from: how many persons have each code, and a sample of each code's values. */
export class VocabularyBuilder {
  readonly #persons = new Map<string, number>();
  readonly #values = new Map<string, number[]>();
  readonly #sample: number;

  /** `sample`: values kept of each measure, the first ones met in turn with a stride that doubles. */
  constructor(sample = 4096) {
    this.#sample = sample;
  }

  addPerson(codes: Iterable<string>): void {
    const seen = new Set<string>();
    for (const code of codes) for (const name of backOff(code)) seen.add(name);
    for (const name of seen) this.#persons.set(name, (this.#persons.get(name) ?? 0) + 1);
  }

  readonly #strides = new Map<string, { stride: number; met: number }>();

  /** A value that is not finite is none. */
  addValue(code: string, value: number): void {
    if (!Number.isFinite(value)) return;
    const values = this.#values.get(code) ?? [];
    const count = this.#strides.get(code) ?? { stride: 1, met: 0 };
    if (values.length === 0) this.#values.set(code, values);
    if (count.met++ % count.stride === 0) values.push(value);
    this.#strides.set(code, count);
    if (values.length < 2 * this.#sample) return;
    this.#values.set(
      code,
      values.filter((_, k) => k % 2 === 0),
    );
    count.stride *= 2;
  }

  /** The vocabulary of codes that at least `persons` have; rarer ones are read as the nearest they back off to. */
  build({ persons = 20, bins = 10 }: { persons?: number; bins?: number } = {}): Vocabulary {
    const codes = [...this.#persons].filter(([, n]) => n >= persons).map(([name]) => name);
    const known = new Set(codes);
    const measures = [...this.#values]
      .filter(([code, values]) => known.has(code) && values.length >= persons)
      .map(([code, values]) => measureOf(code, values, bins));
    return new Vocabulary({
      codes: ['padding', 'query', ...codes.sort()],
      measures: measures.sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  }
}

/** z-scores reach so far either way: what lies beyond is mostly an error of entry. */
const FARTHEST = 6;
const bounded = (z: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, z));

/**
 * How a measure is standardised. A zero on a logarithmic scale is an amount below the limit of detection: it is read as half of the
 * lowest value but for errors of entry (half of the limit, as for skewed values: Hornung & Reed 1990).
 */
function measureOf(name: string, values: readonly number[], bins: number): Measure {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] as number;
  // Skewed and positive: the upper tail is more than half again as long as the lower.
  const log = (sorted[0] as number) > 0 && at(0.95) - at(0.5) > 1.5 * (at(0.5) - at(0.05));
  const moved = log ? sorted.map(Math.log) : sorted;
  // Trimmed to the middle 98 %, so that errors of entry do not set the scale.
  const kept = moved.subarray(Math.floor(0.01 * moved.length), Math.max(2, Math.ceil(0.99 * moved.length)));
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  const variance = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length;
  // Values that are all the same, but for rounding.
  const deviation = variance > 1e-12 * mean ** 2 ? Math.sqrt(variance) : 1;
  const edges = Array.from({ length: bins - 1 }, (_, k) => {
    const edge = moved[Math.min(moved.length - 1, Math.floor(((k + 1) * moved.length) / bins))] as number;
    return (edge - mean) / deviation;
  });
  const zero = log && { zero: bounded(((kept[0] as number) - Math.LN2 - mean) / deviation) };
  return { name, log, mean, deviation, ...zero, edges: [...new Set(edges)] };
}

/** Codes and measures by name: what a network's numbers stand for. */
export class Vocabulary {
  readonly file: VocabularyFile;
  readonly #codes: ReadonlyMap<string, number>;
  readonly #measures: ReadonlyMap<string, number>;

  constructor(file: VocabularyFile) {
    this.file = file;
    this.#codes = new Map(file.codes.map((name, k) => [name, k]));
    this.#measures = new Map(file.measures.map(({ name }, k) => [name, k + 1]));
  }

  get codes(): number {
    return this.file.codes.length;
  }

  get measures(): number {
    return this.file.measures.length;
  }

  /** Number of a code, or of the nearest that it backs off to; 0 where even its kind is unknown. */
  codeOf(code: string): number {
    for (const name of backOff(code)) {
      const known = this.#codes.get(name);
      if (known !== undefined) return known;
    }
    return PADDING_CODE;
  }

  /** Whether a code is in the vocabulary as itself. */
  has(code: string): boolean {
    return this.#codes.has(code);
  }

  /** Number of a code's measure, from 1; 0 where its values are not read. */
  measureOf(code: string): number {
    return this.#measures.get(code) ?? 0;
  }

  /**
   * Value of a measure as a z-score, at most 6 deviations either way. Where the logarithm is standardised a zero is below detection
   * ({@link measureOf}), and a value below zero, which no such measure can have, says nothing: 0.
   */
  zOf(measure: number, value: number): number {
    const scale = this.file.measures[measure - 1];
    if (!scale || (scale.log && value < 0)) return 0;
    if (scale.log && value === 0) return scale.zero ?? 0;
    return bounded(((scale.log ? Math.log(value) : value) - scale.mean) / scale.deviation);
  }

  /** The value that a z-score of a measure stands for, in the measure's units. */
  inUnits(measure: number, z: number): number {
    const scale = this.file.measures[measure - 1];
    if (!scale) return Number.NaN;
    const moved = scale.mean + z * scale.deviation;
    return scale.log ? Math.exp(moved) : moved;
  }

  /** Quantile bin of a z-score of a measure, from 0. */
  binOf(measure: number, z: number): number {
    const edges = this.file.measures[measure - 1]?.edges ?? [];
    const above = edges.findIndex((edge) => z < edge);
    return above < 0 ? edges.length : above;
  }
}
