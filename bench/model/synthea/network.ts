/** The network of the Synthea lives: hazards of the 21 outcomes at a landmark. */
import {
  type Distillation,
  drawerOf,
  eventsUntil,
  type Landmark,
  type LandmarkBoost,
  LandmarkModel,
  type LandmarkPlan,
  type Life,
  networkConfig,
  pool,
  QUERY_CODE,
  type Random,
  type SummaryCache,
  type SummarySpec,
  summaryWidth,
  type Taught,
  taughtOutOfFold,
  trainingConfig,
  trainLandmarkModel,
  type Vocabulary,
} from '../../../src/model/index.ts';
import { summaryOf } from './lives.ts';
import { TASKS } from './tasks.ts';

const YEAR = 365.25;

/** The moment before a day begins: what is strictly before it may be seen. */
export const before = (day: number): number => day - 1e-4;

const BINS = [0, 0.25, 0.5, 1, 2, 3, 5, 8, 12].map((years) => years * YEAR);

export interface SyntheaSettings {
  readonly width: number;
  readonly layers: number;
  readonly dropout: number;
  readonly length: number;
  readonly events: boolean;
  readonly steps: number;
  readonly rows: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  /** Share of the summary's features hidden in training. */
  readonly hide: number;
  /** Features of the summary that are kept, those that say most by themselves. */
  readonly features: number;
  readonly workers: number;
  /** Landmarks of training. */
  readonly pool: number;
  /** Trees beside the networks, with their share in each log-hazard. */
  readonly boost: LandmarkBoost;
  /** Folds of persons, each taught by those trained without it, and the student that learns from them. */
  readonly distil?: Distillation & { readonly student: Student };
}

/** What a student has otherwise than its teachers; trees where it has a boost. */
export type Student = Partial<Omit<SyntheaSettings, 'distil' | 'boost'>> & { readonly boost?: LandmarkBoost };

export const SETTINGS: SyntheaSettings = {
  width: 64,
  layers: 2,
  dropout: 0.2,
  length: 1,
  events: false,
  steps: 800,
  rows: 256,
  learningRate: 1e-3,
  weightDecay: 0.5,
  hide: 0.2,
  features: 1200,
  workers: 2,
  pool: 60_000,
  boost: {
    ...{ seed: 1, share: 0.65, trees: 100, depth: 3, rate: 0.08, features: 0.12, rows: 0.5, least: 2, prior: 4 },
    ...{ periods: [0, YEAR], end: 6 * YEAR },
  },
};

export function syntheaPlan(
  vocabulary: Vocabulary,
  seed: number,
  settings: Omit<SyntheaSettings, 'boost'> = SETTINGS,
  given?: SummarySpec,
): LandmarkPlan {
  const summary = given ?? summaryOf(vocabulary);
  const network = networkConfig.parse({
    width: settings.width,
    layers: settings.layers,
    heads: 4,
    vocabulary: vocabulary.codes,
    measures: vocabulary.measures,
    nextEvent: false,
    outcomes: TASKS.map(({ name }) => ({ name })),
    hazardBins: BINS,
    hazardsVary: true,
    summaries: summaryWidth(summary),
    dropout: settings.dropout,
  });
  const training = trainingConfig.parse({
    steps: settings.steps,
    learningRate: settings.learningRate,
    warmUp: 50,
    finalRate: 0.02,
    beta2: 0.98,
    weightDecay: settings.weightDecay,
    seed,
    parts: 4,
    workers: settings.workers,
    evaluateEvery: 100,
    patience: 4,
  });
  const { length, events, rows, hide } = settings;
  return {
    network,
    training,
    summary,
    query: QUERY_CODE,
    length,
    events,
    rows,
    hide,
    // What is given was screened before.
    ...(!given && { screen: { least: 4, most: settings.features, periods: [0, YEAR] } }),
  };
}

/** The days of the tasks, 1 January of four years. */
const TASK_DAYS = [2005, 2010, 2015, 2020].map((year) => Date.UTC(year, 0, 1) / 86_400_000);

/** Three in ten landmarks are on the tasks' days, the others any day of 1985 to 2024; adults, alive, seen in the two years before. */
export function landmarkDay(life: Life, random: Random): number | undefined {
  const [kind, share] = [random(), random()];
  const any = 5479 + share * 40 * YEAR;
  const day = kind < 0.3 ? (TASK_DAYS[Math.floor((kind / 0.3) * 4)] as number) : Math.floor(any);
  if (day - life.birth < 18 * YEAR || day >= (life.until[0] as number)) return undefined;
  const last = life.days[eventsUntil(life, before(day)) - 1];
  return last !== undefined && day - last < 2 * YEAR ? before(day) : undefined;
}

/** Every task day on which a life can be asked. */
export function taskLandmarks(lives: readonly Life[]): Landmark[] {
  return lives.flatMap((life) =>
    TASK_DAYS.flatMap((_, k) => {
      const day = landmarkDay(life, () => (0.3 * (k + 0.5)) / 4);
      return day === undefined ? [] : [{ life, day }];
    }),
  );
}

/** A line of the training log. */
export type LogEntry = Readonly<Record<string, number | string>>;

export interface SyntheaTraining {
  readonly seeds: readonly number[];
  readonly settings?: SyntheaSettings;
  /** What is read of a life, where it is given and not screened anew. */
  readonly summary?: SummarySpec;
  /** Lives whose loss ends the training early. */
  readonly tuning?: readonly Life[];
  readonly log?: (entry: LogEntry) => void;
}

/** Trains on the landmarks of a pool; with `distil`, teachers first, fold by fold, and from what they say of others the student. */
export async function trainSynthea(
  lives: readonly Life[],
  vocabulary: Vocabulary,
  training: SyntheaTraining,
): Promise<LandmarkModel> {
  const { settings = SETTINGS, log = () => undefined } = training;
  const landmarks = pool(drawerOf(lives, landmarkDay), settings.pool);
  const validation = taskLandmarks(training.tuning ?? []);
  // Whoever reads the same features of the same landmarks finds them summed up.
  const cache: SummaryCache = new WeakMap();
  const given = { vocabulary, validation, cache };
  if (!settings.distil) return trainOn(landmarks, { ...training, ...given, settings });
  let { summary } = training;
  const taught = await taughtOutOfFold(
    landmarks,
    settings.distil,
    async (others, fold) => {
      const note = (entry: LogEntry) => log({ teacher: fold, ...entry });
      const seeds = [1000 + fold];
      const teacher = await trainOn(others, { ...given, settings, seeds, log: note, ...(summary && { summary }) });
      summary = teacher.summary;
      return teacher;
    },
    cache,
  );
  const { boost, ...student } = settings.distil.student;
  const { boost: _, ...others } = settings;
  const own = { ...others, ...student, ...(boost && { boost }) };
  return trainOn(landmarks, { ...training, ...given, settings: own, taught, ...(summary && { summary }) });
}

interface OneTraining extends Omit<SyntheaTraining, 'settings'> {
  readonly settings: Omit<SyntheaSettings, 'boost'> & { readonly boost?: LandmarkBoost };
  readonly vocabulary: Vocabulary;
  readonly validation: readonly Landmark[];
  readonly cache: SummaryCache;
  readonly taught?: Taught;
}

/** Trains one network for each seed, joins them, and boosts trees beside them where there shall be some. */
async function trainOn(
  landmarks: readonly Landmark[],
  { seeds, settings, summary, vocabulary, validation, cache, taught, log = () => undefined }: OneTraining,
): Promise<LandmarkModel> {
  const draw = (random: Random) => landmarks[Math.floor(random() * landmarks.length)] as Landmark;
  const learning = { cache, ...(taught && { taught }) };
  const parts: LandmarkModel[] = [];
  let read = summary;
  for (const seed of seeds) {
    const part = await trainLandmarkModel(syntheaPlan(vocabulary, seed, settings, read), draw, {
      ...learning,
      validation,
      onStep: ({ step, loss }) => {
        if (step % 50 === 0) log({ seed, step, loss });
      },
      onEvaluation: ({ step, loss }) => log({ seed, step, tuning: loss }),
    });
    read = part.summary;
    parts.push(part);
  }
  const joined = LandmarkModel.join(parts);
  if (!settings.boost) return joined;
  return joined.withTrees(landmarks, settings.boost, {
    ...learning,
    threads: settings.workers,
    onHazard: (hazard) => log({ trees: hazard + 1 }),
  });
}
