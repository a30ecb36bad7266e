import type { Batch } from './batch.ts';
import type { NetworkConfig, TrainingConfig } from './config.ts';
import { type Landmark, type LandmarkReading, landmarkBatch, type Taught } from './landmark.ts';
import { LandmarkModel, readingOf, type SummaryCache } from './landmark-model.ts';
import type { Life } from './life.ts';
import { Model } from './model.ts';
import { type Random, randomOf } from './random.ts';
import { type Screening, screenedFeatures } from './screen.ts';
import { startHazards } from './start.ts';
import { Summariser, type SummarySpec, standardOf } from './summary.ts';
import { type Hooks, train } from './train/train.ts';

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
  readonly screen?: Screening;
}

/** What a network learns by, beside its plan. */
export interface LandmarkLearning {
  /** Landmarks for early stopping, where the plan's training evaluates. */
  readonly validation?: readonly Landmark[];
  readonly cache?: SummaryCache;
  /** Hazards that teachers give, to learn from in place of what followed. */
  readonly taught?: Taught;
}

/** Landmarks drawn to fit the summaries' standard and the first hazards. */
const SAMPLE = 16_384;

/**
 * Trains one network at landmarks that `draw` gives. The same plan and lives give the same weights.
 */
export async function trainLandmarkModel(
  plan: LandmarkPlan,
  draw: (random: Random) => Landmark,
  {
    validation = [],
    cache = new WeakMap(),
    taught,
    ...hooks
  }: Pick<Hooks, 'onStep' | 'onEvaluation' | 'signal'> & LandmarkLearning = {},
): Promise<LandmarkModel> {
  const { training } = plan;
  const { seed } = training;
  const many = (random: Random, rows: number) => Array.from({ length: rows }, () => draw(random));
  // The same for every seed, so that networks of several seeds read alike.
  const sample = many(randomOf(0, 0), SAMPLE);
  const bare = landmarkBatch(
    sample,
    { query: plan.query, events: false, ...(taught && { taught }) },
    { ...plan.network, summaries: 0 },
    { length: 1 },
  );
  const logHazards = startHazards(plan.network, [bare]);
  const file = { ...fileOf(plan, sample, bare, logHazards), seeds: [seed] };
  const network = { ...plan.network, summaries: file.mean.length };
  const reading = { ...readingOf(file, network), cache };
  const batchOf = (landmarks: readonly Landmark[], by: LandmarkReading = reading): Batch =>
    landmarkBatch(landmarks, by, network, { rows: plan.rows, length: plan.length });
  const learning = { ...reading, ...(taught && { taught }) };
  const shown = (step: number): Batch => {
    const random = randomOf(seed, step);
    return hidden(batchOf(many(random, plan.rows), learning), plan.hide ?? 0, random);
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
    ...(summary.keep && { keep: [...summary.keep] }),
    ...(summary.pairs && { pairs: summary.pairs.map(([start, end]): [number, number] => [start, end]) }),
  };
  const whole = summariesBy(plain);
  if (!screen) {
    const { mean, deviation } = standardOf(whole.summaries, whole.width);
    return { query, length, events, summary: plain, mean: [...mean], deviation: [...deviation] };
  }
  const bins = network.hazardBins;
  const keep = screenedFeatures(whole.summaries, whole.width, batch, { logHazards, bins }, screen);
  const { mean, deviation } = standardOf(whole.summaries, whole.width);
  const kept = (values: Float32Array) => keep.map((k) => values[k] as number);
  // Of what is kept already, where a specification keeps some.
  const all = keep.map((k) => plain.keep?.[k] ?? k);
  return { query, length, events, summary: { ...plain, keep: all }, mean: kept(mean), deviation: kept(deviation) };
}

/** A fixed number of landmarks: their summaries are then made once, which counts where records are long. */
export function pool(draw: (random: Random) => Landmark, size: number): Landmark[] {
  const random = randomOf(1, 1);
  return Array.from({ length: size }, () => draw(random));
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
