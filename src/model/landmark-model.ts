import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { Batch } from './batch.ts';
import type { NetworkConfig, TrainingConfig } from './config.ts';
import { type Landmark, type LandmarkReading, landmarkBatch } from './landmark.ts';
import type { Life } from './life.ts';
import { Model } from './model.ts';
import { randomOf } from './random.ts';
import { riskWithin } from './risk.ts';
import { screenedFeatures } from './screen.ts';
import { startHazards } from './start.ts';
import { Summariser, type SummarySpec, standardOf, summaryWidth } from './summary.ts';
import { YEAR } from './time.ts';
import { type Hooks, train } from './train/train.ts';

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
    keep: z.array(z.int().min(0)).optional(),
  }),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  /** Folders of the networks, whose log-hazards are averaged. */
  seeds: z.array(z.int().min(0)).min(1),
});
type LandmarkFile = z.infer<typeof landmarkSchema>;

/** What is trained: sizes, schedule, summaries and how many rows a step has. */
export interface LandmarkPlan {
  readonly network: NetworkConfig;
  readonly training: TrainingConfig;
  readonly summary: SummarySpec;
  readonly query: number;
  readonly length: number;
  readonly events: boolean;
  readonly rows: number;
  /** Share of the summary's features that are hidden from each row while training, the others raised in turn; 0 by default. */
  readonly hide?: number;
  /** Keeps only summary features that say something by themselves; see {@link screenedFeatures}. */
  readonly screen?: { readonly least: number; readonly most: number };
}

/** A uniform number in [0, 1) at each call. */
export type Random = () => number;

/** Landmarks drawn to fit the summaries' standard and the first hazards. */
const SAMPLE = 16_384;
const ROWS = 256;
const FILE = 'landmark.json';

/**
 * Networks that are asked at landmarks: from the events up to a day, the hazards of named outcomes after it. Several that
 * differ by their seed alone are one model: their log-hazards are averaged.
 */
export class LandmarkModel {
  readonly network: NetworkConfig;
  readonly #file: LandmarkFile;
  readonly #models: readonly Model[];
  readonly #reading: LandmarkReading;

  constructor(file: LandmarkFile, models: readonly Model[]) {
    const [first] = models;
    if (!first) throw new RangeError('no networks');
    this.network = first.network;
    this.#file = file;
    this.#models = models;
    this.#reading = readingOf(file, first.network);
  }

  /** Log-hazards a year at each landmark, [n × O × K], of all networks' mean. */
  async logHazards(landmarks: readonly Landmark[]): Promise<Float64Array> {
    const width = this.network.outcomes.length * this.network.hazardBins.length;
    const found = new Float64Array(landmarks.length * width);
    for (let first = 0; first < landmarks.length; first += ROWS) {
      const part = landmarks.slice(first, first + ROWS);
      const rows = part.length > 1 ? ROWS : 1;
      const batch = landmarkBatch(part, this.#reading, this.network, { rows, length: this.#file.length });
      for (const model of this.#models) {
        const { logHazards } = await model.predict(batch, { rates: false });
        for (let n = 0; n < part.length * width; n++)
          found[first * width + n] =
            (found[first * width + n] as number) + (logHazards[n] as number) / this.#models.length;
      }
    }
    return found;
  }

  /** Probability of each outcome within `years` of each landmark, [n × O]: 1 − exp(−∫ hazard); see {@link riskOf}. */
  async risks(landmarks: readonly Landmark[], years: number): Promise<Float64Array> {
    return riskOf(this.network, await this.logHazards(landmarks), years);
  }

  /** The models of several folders or seeds as one: same plan and standard, networks of all. */
  static join(parts: readonly LandmarkModel[]): LandmarkModel {
    const [first] = parts;
    if (!first) throw new RangeError('no models');
    const file = { ...first.#file, seeds: parts.flatMap((part) => part.#file.seeds) };
    return new LandmarkModel(
      file,
      parts.flatMap((part) => part.#models),
    );
  }

  save(folder: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), `${JSON.stringify(this.#file)}\n`);
    for (const [k, model] of this.#models.entries()) model.save(join(folder, `seed-${this.#file.seeds[k]}`));
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
    return new LandmarkModel(parsed.data, models);
  }

  async close(): Promise<void> {
    for (const model of this.#models) await model.close();
  }
}

function readingOf(file: LandmarkFile, network: NetworkConfig): LandmarkReading {
  return {
    query: file.query,
    events: file.events,
    summariser: new Summariser(file.summary, { measures: network.measures, codes: network.vocabulary }),
    standard: { mean: Float32Array.from(file.mean), deviation: Float32Array.from(file.deviation) },
  };
}

/**
 * Trains one network at landmarks that `draw` gives. The same plan and lives give the same weights. `validation`: landmarks
 * for early stopping, where the plan's training evaluates.
 */
export async function trainLandmarkModel(
  plan: LandmarkPlan,
  draw: (random: Random) => Landmark,
  { validation = [], ...hooks }: Pick<Hooks, 'onStep' | 'onEvaluation' | 'signal'> & { validation?: Landmark[] } = {},
): Promise<LandmarkModel> {
  const { training } = plan;
  const { seed } = training;
  const many = (random: Random, rows: number) => Array.from({ length: rows }, () => draw(random));
  // The same for every seed, so that networks of several seeds read alike.
  const sample = many(randomOf(0, 0), SAMPLE);
  const bare = landmarkBatch(
    sample,
    { query: plan.query, events: false },
    { ...plan.network, summaries: 0 },
    { length: 1 },
  );
  const logHazards = startHazards(plan.network, [bare]);
  const file = { ...fileOf(plan, sample, bare, logHazards), seeds: [seed] };
  const network = { ...plan.network, summaries: file.mean.length };
  const reading = { ...readingOf(file, network), cache: new WeakMap<Landmark, Float32Array>() };
  const batchOf = (landmarks: readonly Landmark[]): Batch =>
    landmarkBatch(landmarks, reading, network, { rows: plan.rows, length: plan.length });
  const shown = (step: number): Batch => {
    const random = randomOf(seed, step);
    return hidden(batchOf(many(random, plan.rows)), plan.hide ?? 0, random);
  };
  const trained = await train({ network, training }, shown, {
    ...hooks,
    start: { logHazards },
    ...(validation.length > 0 && {
      validation: function* () {
        for (let at = 0; at < validation.length; at += plan.rows) yield batchOf(validation.slice(at, at + plan.rows));
      },
    }),
  });
  return new LandmarkModel(file, [Model.of(network, trained.weights)]);
}

/** Dropout of the inputs (Srivastava et al. 2014): with thousands of rare features it is what keeps a network from learning persons. */
function hidden(batch: Batch, share: number, random: Random): Batch {
  if (share > 0) {
    const { summaries } = batch;
    for (let i = 0; i < summaries.length; i++)
      summaries[i] = random() < share ? 0 : (summaries[i] as number) / (1 - share);
  }
  return batch;
}

/** Reading and standard of a plan, fitted on landmarks of its training lives; `batch` holds their outcomes. */
function fileOf(
  { summary, query, length, events, network, screen }: LandmarkPlan,
  sample: readonly Landmark[],
  batch: Batch,
  logHazards: Float64Array,
) {
  const summariesBy = (spec: SummarySpec) => {
    const summariser = new Summariser(spec, { measures: network.measures, codes: network.vocabulary });
    const summaries = new Float32Array(sample.length * summariser.width);
    for (const [row, { life, day }] of sample.entries()) summariser.write(life, day, summaries, row * summariser.width);
    return { summaries, width: summariser.width };
  };
  const plain = {
    measures: [...summary.measures],
    codes: summary.codes.map((codes) => [...codes]),
    ...(summary.clock && { clock: true }),
  };
  const all = summariesBy(plain);
  if (!screen) {
    const { mean, deviation } = standardOf(all.summaries, all.width);
    return { query, length, events, summary: plain, mean: [...mean], deviation: [...deviation] };
  }
  const bins = network.hazardBins;
  const keep = screenedFeatures(all.summaries, all.width, batch, { logHazards, bins }, screen);
  const { mean, deviation } = standardOf(all.summaries, all.width);
  const kept = (values: Float32Array) => keep.map((k) => values[k] as number);
  return { query, length, events, summary: { ...plain, keep }, mean: kept(mean), deviation: kept(deviation) };
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

/** Draws from a fixed number of landmarks: their summaries are then made once, which counts where records are long. */
export function pooled(draw: (random: Random) => Landmark, size: number): (random: Random) => Landmark {
  const pool: Landmark[] = [];
  const first = randomOf(1, 1);
  while (pool.length < size) pool.push(draw(first));
  return (random) => pool[Math.floor(random() * size)] as Landmark;
}

/** Draws a life with equal chance, and a day by `dayOf` until one is possible; tries each life a few times. */
export function drawerOf(
  lives: readonly Life[],
  dayOf: (life: Life, random: Random) => number | undefined,
): (random: Random) => Landmark {
  return (random) => {
    for (let attempt = 0; attempt < 10_000; attempt++) {
      const life = lives[Math.floor(random() * lives.length)];
      const day = life && dayOf(life, random);
      if (life && day !== undefined) return { life, day };
    }
    throw new RangeError('no life of the training set can be asked at a landmark');
  };
}
