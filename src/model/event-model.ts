import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import { type Batch, emptyBatch } from './batch.ts';
import { type Explanation, explanationOf, scoreOf } from './explanation.ts';
import { type Future, type Past, sampleFutures } from './futures.ts';
import type { Landmark } from './landmark.ts';
import { eventsUntil } from './life.ts';
import type { OutcomeDefinition } from './life-reader.ts';
import { Model } from './model.ts';
import { type Segment, segmentsOf, writeSegment } from './pack/segment.ts';
import type { Random } from './random.ts';
import { nextEvents, riskWithin, shareInterval } from './risk.ts';
import { YEAR } from './time.ts';
import { Vocabulary, vocabularySchema } from './vocabulary.ts';

/** Codes that are no event of a data set: what packing itself tells. */
export const TOLD_CODES = ['SEX//male', 'SEX//female', 'SEX//unknown', 'QUIET//'] as const;

/** What a model's folder keeps of how its shards were packed. */
const manifestSchema = z.object({
  settings: z.object({ length: z.int().min(8), quietDays: z.int().min(0) }),
  outcomes: z.array(z.object({ name: z.string(), codes: z.array(z.string()).min(1) })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** A person's events as the network reads them, the latest that fit, up to a day. */
interface Reading {
  readonly batch: Batch;
  readonly past: Past;
  /** Days from the last of these to the day asked. */
  readonly since: number;
  /** Age at the day asked, in days. */
  readonly age: number;
}

/** A risk by the hazards of the network: not calibrated, so without an interval. */
export interface RawRisk {
  readonly outcome: string;
  readonly years: number;
  readonly risk: number;
}

/** Share of futures in which a thing happens, with its 95 % interval, beside the closed form. */
export interface SampledRisk extends RawRisk {
  readonly sampled: number;
  readonly low: number;
  readonly high: number;
}

/** A network that `prodrome train` made of whole lives: what comes next, when, and the hazards of named outcomes. */
export class EventModel {
  readonly model: Model;
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
  readonly #manifest: Manifest;

  constructor(model: Model, vocabulary: Vocabulary, manifest: Manifest) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.outcomes = manifest.outcomes;
    this.#manifest = manifest;
  }

  /** Whether a folder holds such a model, and no landmark model. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, 'config.json')) && existsSync(join(folder, 'vocabulary.json'));
  }

  /** @throws ProdromeError `model-invalid` */
  static load(folder: string): EventModel {
    const model = Model.load(folder);
    const read = <T>(name: string, schema: z.ZodType<T>): T => {
      try {
        return schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      } catch {
        throw new ProdromeError('model-invalid', { path: folder, why: `no ${name} that can be read` });
      }
    };
    const vocabulary = new Vocabulary(read('vocabulary.json', vocabularySchema));
    const manifest = read('manifest.json', manifestSchema);
    const { network } = model;
    if (network.vocabulary !== vocabulary.codes || network.outcomes.length !== manifest.outcomes.length)
      throw new ProdromeError('model-invalid', {
        path: folder,
        why: 'network, vocabulary.json and manifest.json differ',
      });
    if (network.summaries > 0 || network.priorRates)
      throw new ProdromeError('model-invalid', {
        path: folder,
        why: 'it reads more than events: ask it where it was made',
      });
    return new EventModel(model, vocabulary, manifest);
  }

  /** Outcomes that had come by the day. */
  present({ life, day }: Landmark): string[] {
    return this.outcomes.filter((_, o) => (life.first[o] ?? Number.POSITIVE_INFINITY) <= day).map(({ name }) => name);
  }

  /**
   * The risk of each outcome within `years` of the day, given that it has not come by then: 1 − exp(−∫ hazard), from the last
   * event's hazards; and the codes that come next, by their probability.
   */
  async ask(landmark: Landmark, years: readonly number[]): Promise<{ risks: RawRisk[]; logRates: Float32Array }> {
    const { batch, since } = this.#read(landmark);
    const { logRates, logHazards } = await this.model.predict(batch);
    const { hazardBins } = this.model.network;
    const present = this.present(landmark);
    const risks = this.outcomes.flatMap(({ name }, o) => {
      if (present.includes(name)) return [];
      const own = logHazards.subarray(o * hazardBins.length, (o + 1) * hazardBins.length);
      const survival = (days: number) => 1 - riskWithin(own, hazardBins, days);
      return years.map((n) => ({
        outcome: name,
        years: n,
        risk: 1 - survival(since + n * YEAR) / Math.max(1e-12, survival(since)),
      }));
    });
    return { risks, logRates };
  }

  /** The codes expected next, by name. */
  next(logRates: Float32Array, count: number): { code: string; probability: number }[] {
    return nextEvents(logRates, count).map(({ code, probability }) => ({
      code: this.vocabulary.file.codes[code] ?? '',
      probability,
    }));
  }

  /** Futures of a person from the day on, and for each outcome with a code of its own in the vocabulary how often it comes. */
  async futures(
    landmark: Landmark,
    { count, years, random }: { count: number; years: number; random: Random },
  ): Promise<{ futures: Future[]; compared: SampledRisk[]; unsampled: string[] }> {
    const { past, age } = this.#read(landmark);
    const { quietDays } = this.#manifest.settings;
    const quiet = quietDays > 0 ? { quiet: { days: quietDays, code: this.vocabulary.codeOf(TOLD_CODES[3]) } } : {};
    const futures = await sampleFutures(this.model, past, {
      ...{ count, days: years * YEAR, random, from: age, ...quiet },
      longest: this.#manifest.settings.length,
    });
    const { risks } = await this.ask(landmark, [years]);
    const codesOf = (outcome: string) =>
      (this.outcomes.find(({ name }) => name === outcome)?.codes ?? [])
        .filter((code) => this.vocabulary.has(code))
        .map((code) => this.vocabulary.codeOf(code));
    const compared = risks.flatMap((risk) => {
      const codes = codesOf(risk.outcome);
      if (codes.length === 0) return [];
      const hits = futures.filter((future) => future.codes.some((code) => codes.includes(code))).length;
      return [{ ...risk, sampled: hits / count, ...shareInterval(hits, count) }];
    });
    const told = new Set(compared.map(({ outcome }) => outcome));
    return { futures, compared, unsampled: risks.map(({ outcome }) => outcome).filter((name) => !told.has(name)) };
  }

  /** What carries the log of an outcome's cumulative hazard within `years` of the last event. */
  async explain(landmark: Landmark, outcome: string, years: number): Promise<Explanation> {
    const o = this.outcomes.findIndex(({ name }) => name === outcome);
    if (o < 0) throw new RangeError(`no outcome ${outcome}`);
    const target = { outcome: o, days: years * YEAR };
    const nameOf = (code: number) => this.vocabulary.file.codes[code] ?? '';
    const { batch } = this.#read(landmark);
    const { logHazards } = await this.model.predict(batch);
    const score = scoreOf(logHazards, this.model.network.hazardBins, target);
    return explanationOf({ models: [this.model], batch, features: [] }, target, score, nameOf);
  }

  close(): Promise<void> {
    return this.model.close();
  }

  #read({ life, day }: Landmark): Reading {
    const { length, quietDays } = this.#manifest.settings;
    const [male = 0, female = 0, unknown = 0, quiet = 0] = TOLD_CODES.map((code) => this.vocabulary.codeOf(code));
    const packing = {
      ...{ length, quietDays, quiet, sexes: [male, female, unknown] as const },
      binOf: (measure: number, z: number) => this.vocabulary.binOf(measure, z),
    };
    const end = eventsUntil(life, day);
    const known = {
      ...life,
      days: life.days.slice(0, end),
      codes: life.codes.slice(0, end),
      measures: life.measures.slice(0, end),
      values: life.values.slice(0, end),
      until: Float64Array.of(day),
    };
    const [whole] = segmentsOf(known, { ...packing, length: Number.POSITIVE_INFINITY });
    if (!whole) throw new ProdromeError('input-empty', { path: 'the record', why: 'no event that the model knows' });
    const segment = latest(whole, length);
    const batch = emptyBatch({ rows: 1, length, queries: 1 }, this.model.network);
    const last = writeSegment(batch, 0, 0, segment, packing).at(-1);
    batch.queryAt[0] = last?.at ?? 0;
    const past = {
      codes: segment.codes,
      measures: segment.measures,
      values: segment.values,
      ages: segment.days.map((each) => each - life.birth),
    };
    return { batch, past, since: day - (last?.day ?? day), age: day - life.birth };
  }
}

/** The latest events of a segment that fit into a row behind the sex. */
function latest(segment: Segment, length: number): Segment {
  const from = segment.codes.length - (length - 1);
  if (from <= 1) return segment;
  const cut = (values: readonly number[]) => [...values.slice(0, 1), ...values.slice(from)];
  return {
    ...segment,
    days: cut(segment.days),
    codes: cut(segment.codes),
    measures: cut(segment.measures),
    values: cut(segment.values),
    before: segment.days[from - 1] ?? segment.before,
  };
}
