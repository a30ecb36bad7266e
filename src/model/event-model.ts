import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { Batch } from './batch.ts';
import { type EventCalibration, readEventCalibration } from './event-calibration.ts';
import { type EventReading, eventBatchOf, eventReadingOf } from './event-reading.ts';
import { type Explanation, explanationOf, scoreOf } from './explanation.ts';
import { type Future, roomFor, sampleFutures } from './futures.ts';
import type { Landmark } from './landmark.ts';
import { eventsUntil, type Life } from './life.ts';
import { codesMeant, DEATH, type Followed, type OutcomeDefinition } from './life-reader.ts';
import { Model } from './model.ts';
import { NextValues, type ValueRange } from './next-value.ts';
import type { Packing } from './pack/segment.ts';
import type { Random } from './random.ts';
import { nextEvents, riskOfCodes, riskWithin, shareInterval } from './risk.ts';
import { YEAR } from './time.ts';
import { TOLD_CODES } from './told-codes.ts';
import { isStopping } from './tuning-people.ts';
import { Vocabulary, vocabularySchema } from './vocabulary.ts';

/** What a model's folder keeps of how its shards were packed. */
const manifestSchema = z.object({
  settings: z.object({
    length: z.int().min(8),
    quietDays: z.int().min(0),
    followed: z.enum(['data-end', 'last-event']).default('data-end'),
  }),
  outcomes: z.array(z.object({ name: z.string(), codes: z.array(z.string()).min(1) })),
  /** Share of the tuning split that its training may have stopped by; all of it where nothing is said. */
  stopping: z.number().min(0).max(1).default(1),
});
type Manifest = z.infer<typeof manifestSchema>;

interface Waiting {
  /** Place among those asked. */
  readonly k: number;
  readonly landmark: Landmark;
  readonly reading: EventReading;
}

/** Persons asked together. */
const ROWS = 16;

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
  #calibration: EventCalibration | undefined;

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
    const loaded = new EventModel(model, vocabulary, manifest);
    loaded.#calibration = readEventCalibration(folder, loaded);
    return loaded;
  }

  /** How its risks are read, where it was calibrated. */
  get calibration(): EventCalibration | undefined {
    return this.#calibration;
  }

  /** Until when the people were followed that it was trained on. */
  get followed(): Followed {
    return this.#manifest.settings.followed;
  }

  /** The people of the tuning split who calibrate: those by whom no training stopped, or all where all were used for both. */
  calibrating<T extends Pick<Life, 'id'>>(tuning: readonly T[]): readonly T[] {
    const { stopping } = this.#manifest;
    return stopping < 1 ? tuning.filter((life) => !isStopping(life, stopping)) : tuning;
  }

  /** Outcomes that had come by the day. */
  present({ life, day }: Landmark): string[] {
    return this.outcomes.filter((_, o) => (life.first[o] ?? Number.POSITIVE_INFINITY) <= day).map(({ name }) => name);
  }

  /**
   * The risk of each outcome within `years` of the day, given that it has not come by then: 1 − exp(−∫ hazard), from the last
   * event's hazards; the log rates of the codes that come next; and the state of the network, the embedding of the history.
   */
  async ask(
    landmark: Landmark,
    years: readonly number[],
  ): Promise<{ risks: RawRisk[]; logRates: Float32Array; state: Float32Array }> {
    const reading = eventReadingOf(landmark, this.#packing);
    const { logRates, logHazards, states } = await this.model.predict(this.#batchOf([reading]));
    return { risks: this.#risksOf(landmark, reading, logHazards, years), logRates, state: states };
  }

  /** The risks of many, asked together with others whose records are about as long; undefined where there is no event by the day. */
  async askAll(landmarks: readonly Landmark[], years: readonly number[]): Promise<(readonly RawRisk[] | undefined)[]> {
    const found: (readonly RawRisk[] | undefined)[] = landmarks.map(() => undefined);
    const asked = async (group: readonly Waiting[]) => {
      const { logHazards } = await this.model.predict(
        this.#batchOf(
          group.map(({ reading }) => reading),
          ROWS,
        ),
        { rates: false },
      );
      const each = logHazards.length / ROWS;
      for (const [row, { k, landmark, reading }] of group.entries())
        found[k] = this.#risksOf(landmark, reading, logHazards.subarray(row * each, (row + 1) * each), years);
    };
    const waiting = new Map<number, Waiting[]>();
    for (const [k, landmark] of landmarks.entries()) {
      if (eventsUntil(landmark.life, landmark.day) === 0) continue;
      const reading = eventReadingOf(landmark, this.#packing);
      const room = roomFor(reading.segment.codes.length, this.#manifest.settings.length);
      const group = [...(waiting.get(room) ?? []), { k, landmark, reading }];
      waiting.set(room, group.length < ROWS ? group : []);
      if (group.length === ROWS) await asked(group);
    }
    for (const group of waiting.values()) if (group.length > 0) await asked(group);
    return found;
  }

  #risksOf(landmark: Landmark, { since }: EventReading, logHazards: Float32Array, years: readonly number[]): RawRisk[] {
    const { hazardBins } = this.model.network;
    const present = this.present(landmark);
    return this.outcomes.flatMap(({ name }, o) => {
      if (present.includes(name)) return [];
      const own = logHazards.subarray(o * hazardBins.length, (o + 1) * hazardBins.length);
      const survival = (days: number) => 1 - riskWithin(own, hazardBins, days);
      return years.map((n) => ({
        outcome: name,
        years: n,
        risk: 1 - survival(since + n * YEAR) / Math.max(1e-12, survival(since)),
      }));
    });
  }

  /** The codes expected next, by name, and where they have values what half of them will be. */
  next(
    { logRates, state }: { readonly logRates: Float32Array; readonly state: Float32Array },
    count: number,
  ): { code: string; probability: number; value?: ValueRange }[] {
    const values = new NextValues(this.model, this.vocabulary);
    return nextEvents(logRates, count).map(({ code, probability }) => {
      const value = values.range(code, state);
      return { code: this.vocabulary.file.codes[code] ?? '', probability, ...(value && { value }) };
    });
  }

  /**
   * The probability that a code comes within `years`, death competing, if rates stay as they are: in closed form, of any code of
   * the vocabulary. `codes` as of an outcome; undefined where the vocabulary has none of them.
   */
  riskOf(codes: readonly string[], logRates: Float32Array, years: number): number | undefined {
    const meant = codesMeant({ name: '', codes }, this.vocabulary.file.codes).map((code) =>
      this.vocabulary.codeOf(code),
    );
    return meant.length === 0 ? undefined : riskOfCodes(logRates, meant, years * YEAR, [...this.#ending]);
  }

  get #ending(): ReadonlySet<number> {
    return new Set(this.vocabulary.has(DEATH) ? [this.vocabulary.codeOf(DEATH)] : []);
  }

  /** Futures of a person from the day on, and for each outcome with a code of its own in the vocabulary how often it comes. */
  async futures(
    landmark: Landmark,
    {
      count,
      years,
      random,
      onProgress,
    }: { count: number; years: number; random: Random; onProgress?: (whole: number) => void },
  ): Promise<{ futures: Future[]; compared: SampledRisk[]; unsampled: string[] }> {
    const { segment, age } = eventReadingOf(landmark, this.#packing);
    const { codes, measures, values } = segment;
    const ages = segment.days.map((each) => each - landmark.life.birth);
    const past = { codes, measures, values, ages, opened: true };
    const nextValues = new NextValues(this.model, this.vocabulary);
    const { quietDays } = this.#manifest.settings;
    const quiet = quietDays > 0 ? { quiet: { days: quietDays, code: this.vocabulary.codeOf(TOLD_CODES[3]) } } : {};
    const futures = await sampleFutures(this.model, past, {
      ...{ count, days: years * YEAR, random, from: age, ...quiet },
      longest: this.#manifest.settings.length,
      ...(onProgress && { onProgress }),
      nextValue: (code, state, u) => nextValues.drawn(code, state, u),
      ending: this.#ending,
    });
    const { risks } = await this.ask(landmark, [years]);
    const codesOf = (outcome: string) =>
      this.outcomes
        .filter(({ name }) => name === outcome)
        .flatMap((definition) => codesMeant(definition, this.vocabulary.file.codes))
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
    const batch = this.#batchOf([eventReadingOf(landmark, this.#packing)]);
    const { logHazards } = await this.model.predict(batch);
    const score = scoreOf(logHazards, this.model.network.hazardBins, target);
    return explanationOf({ models: [this.model], batch, features: [] }, target, score, nameOf);
  }

  close(): Promise<void> {
    return this.model.close();
  }

  #batchOf(readings: readonly EventReading[], rows?: number): Batch {
    return eventBatchOf(readings, this.#packing, this.model.network, rows);
  }

  get #packing(): Packing {
    const [male = 0, female = 0, unknown = 0, quiet = 0] = TOLD_CODES.map((code) => this.vocabulary.codeOf(code));
    const { length, quietDays } = this.#manifest.settings;
    return {
      ...{ length, quietDays, quiet, sexes: [male, female, unknown] },
      binOf: (measure, z) => this.vocabulary.binOf(measure, z),
    };
  }
}
