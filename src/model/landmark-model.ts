import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { Batch } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import type { Explained } from './explanation.ts';
import { type Landmark, type LandmarkReading, landmarkBatch, type Taught } from './landmark.ts';
import { Model, selectOutcomes } from './model.ts';
import { riskWithin } from './risk.ts';
import { Summariser, type SummarySpec, summaryNames, summaryWidth, typicalOf } from './summary.ts';
import { YEAR } from './time.ts';
import { type BoostSettings, boostJob, outcomesOf } from './trees/boost.ts';
import { type Forest, forestHazards, readForest, selectTrees, writeForest } from './trees/forest.ts';
import { strongestFeatures } from './trees/importance.ts';
import { boostTogether } from './trees/team.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a landmark model reads a life, beside its network; `landmark.json` of its folder. */
const landmarkSchema = z.strictObject({
  /** Code of the query token. */
  query: z.int().min(1),
  /** Positions of a row: the latest events and the query. */
  length: z.int().min(1),
  /** False: only the summary is read. */
  events: z.boolean(),
  summary: z.strictObject({
    measures: z.array(z.int().min(1)),
    codes: z.array(z.array(z.int().min(1))),
    clock: z.boolean().optional(),
    pairs: z.array(z.tuple([z.int().min(1), z.int().min(1)])).optional(),
    keep: z.array(z.int().min(0)).optional(),
  }),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  /** Folders of the networks, whose log-hazards are averaged. */
  seeds: z.array(z.int().min(0)).min(1),
  /** The share of boosted trees (`trees.safetensors`) in each log-hazard, the networks having the rest; none by default. */
  trees: z.number().min(0).max(1).optional(),
});
export type LandmarkFile = z.infer<typeof landmarkSchema>;

/** Summaries of landmarks that are asked again and again, under one specification. */
export type SummaryCache = WeakMap<Landmark, Float32Array>;

/** Trees beside the networks: their share in each log-hazard, 0 to 1, and the seed of what each tree sees. */
export type LandmarkBoost = BoostSettings & { readonly share: number; readonly seed: number };

const ROWS = 256;
const FILE = 'landmark.json';
const TREES = 'trees.safetensors';

/**
 * Networks that are asked at landmarks: from the events up to a day, the hazards of named outcomes after it. Several that
 * differ by their seed alone are one model: their log-hazards are averaged. Boosted trees on the same summaries may have a
 * share in them.
 */
export class LandmarkModel {
  readonly network: NetworkConfig;
  readonly #file: LandmarkFile;
  readonly #models: readonly Model[];
  readonly #reading: LandmarkReading;
  readonly #forest: Forest | undefined;

  constructor(file: LandmarkFile, models: readonly Model[], forest?: Forest) {
    const [first] = models;
    if (!first) throw new RangeError('no networks');
    this.network = first.network;
    this.#file = file;
    this.#models = models;
    this.#forest = forest;
    this.#reading = readingOf(file, first.network);
  }

  /** What the model reads of a life. */
  get summary(): SummarySpec {
    return this.#file.summary;
  }

  /** Log-hazards a year at each landmark, [n × O × K], of all networks' mean, blended with the trees' where there are any. */
  async logHazards(landmarks: readonly Landmark[], cache?: SummaryCache): Promise<Float64Array> {
    const reading = { ...this.#reading, ...(cache && { cache }) };
    const width = this.network.outcomes.length * this.network.hazardBins.length;
    const found = new Float64Array(landmarks.length * width);
    for (let first = 0; first < landmarks.length; first += ROWS) {
      const part = landmarks.slice(first, first + ROWS);
      const rows = part.length > 1 ? ROWS : 1;
      const batch = landmarkBatch(part, reading, this.network, { rows, length: this.#file.length });
      found.set((await this.#ofBatch(batch)).subarray(0, part.length * width), first * width);
    }
    return found;
  }

  #blend(logHazards: Float64Array, summaries: Float32Array): void {
    const [forest, share] = [this.#forest, this.#file.trees ?? 0];
    if (!forest) return;
    const { hazardBins } = this.network;
    const rows = logHazards.length / (forest.outcomes * hazardBins.length);
    const own = treeHazards(forest, summaries, rows, hazardBins);
    for (let n = 0; n < logHazards.length; n++)
      logHazards[n] = (1 - share) * (logHazards[n] as number) + share * (own[n] as number);
  }

  /** The same with trees boosted on the summaries of these landmarks. */
  async withTrees(
    landmarks: readonly Landmark[],
    { share, seed, ...settings }: LandmarkBoost,
    {
      cache,
      taught,
      threads = 2,
      validation = [],
      onHazard,
    }: {
      readonly cache?: SummaryCache;
      readonly taught?: Taught;
      readonly threads?: number;
      /** Landmarks of other persons, by whom the number of trees is chosen where the settings have a patience. */
      readonly validation?: readonly Landmark[];
      readonly onHazard?: (hazard: number) => void;
    } = {},
  ): Promise<LandmarkModel> {
    const reading = { ...this.#reading, ...(cache && { cache }), ...(taught && { taught }) };
    const batch = landmarkBatch(landmarks, reading, this.network, { length: 1 });
    const { summaries, hazardBins: bins } = this.network;
    const others =
      validation.length > 0
        ? landmarkBatch(validation, { ...this.#reading, ...(cache && { cache }) }, this.network, { length: 1 })
        : undefined;
    const job = boostJob(batch.summaries, summaries, batch, settings, {
      ...{ seed, bins },
      ...(others && { watched: { rows: others.summaries, outcomes: outcomesOf(others) } }),
    });
    const forest = await boostTogether(job, threads, onHazard);
    return new LandmarkModel({ ...this.#file, trees: share }, this.#models, forest);
  }

  async #ofBatch(batch: Batch): Promise<Float64Array> {
    const found = new Float64Array(batch.rows * this.network.outcomes.length * this.network.hazardBins.length);
    for (const model of this.#models) {
      const { logHazards } = await model.predict(batch, { rates: false });
      for (let n = 0; n < found.length; n++)
        found[n] = (found[n] as number) + (logHazards[n] as number) / this.#models.length;
    }
    this.#blend(found, batch.summaries);
    return found;
  }

  /** A landmark as the model's parts read it, for attributions: see {@link explanationOf}. */
  read(landmark: Landmark, { file }: Vocabulary): Explained {
    const batch = landmarkBatch([landmark], this.#reading, this.network, { length: this.#file.length });
    const features = summaryNames(
      this.#file.summary,
      (m) => file.measures[m - 1]?.name ?? '',
      (c) => file.codes[c] ?? '',
    );
    const withSummaries = (summaries: Float32Array) => {
      const many = Array<Landmark>(summaries.length / this.network.summaries).fill(landmark);
      const rows = landmarkBatch(many, { ...this.#reading, summariser: undefined, standard: undefined }, this.network, {
        length: this.#file.length,
      });
      rows.summaries.set(summaries);
      return this.#ofBatch(rows);
    };
    return {
      models: this.#models,
      batch,
      features,
      ...(this.#forest && { withSummaries, typical: typicalOf(this.#file) }),
    };
  }

  /** Probability of each outcome within `years` of each landmark, [n × O]: 1 − exp(−∫ hazard); see {@link riskOf}. */
  async risks(landmarks: readonly Landmark[], years: number): Promise<Float64Array> {
    return riskOf(this.network, await this.logHazards(landmarks), years);
  }

  /** What models with trees that read alike ask most, as a specification of what to read: at most `most` features. */
  static strongest(models: readonly LandmarkModel[], most: number): SummarySpec {
    const [first] = models;
    if (!first) throw new RangeError('no models');
    const forests = models.flatMap((model) => (model.#forest ? [model.#forest] : []));
    const { summary } = first.#file;
    return { ...summary, keep: strongestFeatures(forests, most).map((k) => summary.keep?.[k] ?? k) };
  }

  /** The models of several folders or seeds as one: same plan and standard, networks of all. */
  static join(parts: readonly LandmarkModel[]): LandmarkModel {
    const [first] = parts;
    if (!first) throw new RangeError('no models');
    const file = { ...first.#file, seeds: parts.flatMap((part) => part.#file.seeds) };
    return new LandmarkModel(
      file,
      parts.flatMap((part) => part.#models),
      first.#forest,
    );
  }

  /** The same with some of its outcomes alone, by their place, under new names: what is not to be told is not kept. */
  select(places: readonly number[], names: readonly string[]): LandmarkModel {
    const outcomes = names.map((name) => ({ name, weight: 1 }));
    const models = this.#models.map((model) => selectOutcomes(model, places, outcomes));
    const forest = this.#forest && selectTrees(this.#forest, places);
    return new LandmarkModel(this.#file, models, forest);
  }

  save(folder: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), `${JSON.stringify(this.#file)}\n`);
    for (const [k, model] of this.#models.entries()) model.save(join(folder, `seed-${this.#file.seeds[k]}`));
    if (this.#forest) writeFileSync(join(folder, TREES), writeForest(this.#forest));
  }

  /** @throws ProdromeError `model-invalid` */
  static load(folder: string): LandmarkModel {
    const path = join(folder, FILE);
    let text: unknown;
    try {
      text = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      throw new ProdromeError('model-invalid', { path: folder, why: `it has no ${FILE} that can be read` });
    }
    const parsed = landmarkSchema.safeParse(text);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new ProdromeError('model-invalid', { path, why: `at ${issue?.path.join('.')}: ${issue?.message}` });
    }
    const models = parsed.data.seeds.map((seed) => Model.load(join(folder, `seed-${seed}`)));
    const width = summaryWidth(parsed.data.summary);
    if (models.some(({ network }) => network.summaries !== width) || parsed.data.mean.length !== width)
      throw new ProdromeError('model-invalid', { path: folder, why: 'summaries and network do not fit' });
    return new LandmarkModel(parsed.data, models, forestIn(folder, parsed.data.trees, models[0]?.network));
  }

  async close(): Promise<void> {
    for (const model of this.#models) await model.close();
  }
}

/** The trees' log-hazards of the first `rows` summaries in the bins of the network, [rows × O × K]. */
function treeHazards(forest: Forest, summaries: Float32Array, rows: number, bins: readonly number[]): Float64Array {
  const own = forestHazards(forest, summaries.subarray(0, rows * forest.features));
  const periodAt = bins.map((start) => forest.periods.findLastIndex((from) => from <= start));
  return Float64Array.from({ length: rows * forest.outcomes * bins.length }, (_, n) => {
    const at = Math.floor(n / bins.length) * forest.periods.length + (periodAt[n % bins.length] as number);
    return own[at] as number;
  });
}

/** @throws ProdromeError `model-invalid` */
function forestIn(folder: string, share: number | undefined, network: NetworkConfig | undefined): Forest | undefined {
  if (share === undefined) return undefined;
  try {
    const forest = readForest(readFileSync(join(folder, TREES)));
    if (forest.features === network?.summaries && forest.outcomes === network.outcomes.length) return forest;
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'it cannot be read';
    throw new ProdromeError('model-invalid', { path: join(folder, TREES), why });
  }
  throw new ProdromeError('model-invalid', { path: join(folder, TREES), why: 'trees and network do not fit' });
}

/** How a file says that lives are read. */
export function readingOf(file: LandmarkFile, network: NetworkConfig): LandmarkReading {
  return {
    query: file.query,
    events: file.events,
    summariser: new Summariser(file.summary, { measures: network.measures, codes: network.vocabulary }),
    standard: { mean: Float32Array.from(file.mean), deviation: Float32Array.from(file.deviation) },
  };
}

/** Probabilities [n × O] of outcomes within `years`, from log-hazards a year [n × O × K]; the last bin goes on without end. */
export function riskOf(
  { hazardBins }: Pick<NetworkConfig, 'hazardBins'>,
  logHazards: Float64Array,
  years: number,
): Float64Array {
  const bins = hazardBins.length;
  return Float64Array.from({ length: logHazards.length / bins }, (_, n) =>
    riskWithin(logHazards.subarray(n * bins, (n + 1) * bins), hazardBins, years * YEAR),
  );
}
