/** The network of the Synthea lives: hazards of the 21 outcomes at a landmark. */
import {
  drawerOf,
  eventsUntil,
  type Landmark,
  LandmarkModel,
  type LandmarkPlan,
  type Life,
  networkConfig,
  pooled,
  QUERY_CODE,
  type Random,
  summaryWidth,
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
  readonly workers: number;
}

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
  workers: 2,
};

export function syntheaPlan(vocabulary: Vocabulary, seed: number, settings: SyntheaSettings = SETTINGS): LandmarkPlan {
  const summary = summaryOf(vocabulary);
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
  });
  const { length, events, rows, hide } = settings;
  return { network, training, summary, query: QUERY_CODE, length, events, rows, hide, screen: { least: 4, most: 800 } };
}

/** The days of the tasks, 1 January of four years. */
const TASK_DAYS = [2005, 2010, 2015, 2020].map((year) => Date.UTC(year, 0, 1) / 86_400_000);

/** Half of the landmarks are the tasks' days, half any day of 1998 to 2023; adults, alive, seen in the two years before. */
export function landmarkDay(life: Life, random: Random): number | undefined {
  const [kind, share] = [random(), random()];
  const any = 10_227 + share * 26 * YEAR;
  const day = kind < 0.5 ? (TASK_DAYS[Math.floor(kind * 8)] as number) : Math.floor(any);
  if (day - life.birth < 18 * YEAR || day >= (life.until[0] as number)) return undefined;
  const last = life.days[eventsUntil(life, before(day)) - 1];
  return last !== undefined && day - last < 2 * YEAR ? before(day) : undefined;
}

/** Every task day on which a life can be asked. */
export function taskLandmarks(lives: readonly Life[]): Landmark[] {
  return lives.flatMap((life) =>
    TASK_DAYS.flatMap((_, k) => {
      const day = landmarkDay(life, () => (k + 0.5) / 8);
      return day === undefined ? [] : [{ life, day }];
    }),
  );
}

/** Landmarks of training: about three a person. */
const POOL = 30_000;

/** Trains one network for each seed, and joins them. */
export async function trainSynthea(
  lives: readonly Life[],
  vocabulary: Vocabulary,
  seeds: readonly number[],
  settings: SyntheaSettings = SETTINGS,
  log: (line: string) => void = () => undefined,
): Promise<LandmarkModel> {
  const draw = pooled(drawerOf(lives, landmarkDay), POOL);
  const parts: LandmarkModel[] = [];
  for (const seed of seeds) {
    const onStep = ({ step, loss }: { step: number; loss: number }) => {
      if (step % 50 === 0) log(`synthea seed ${seed} step ${step} loss ${loss.toFixed(4)}`);
    };
    parts.push(await trainLandmarkModel(syntheaPlan(vocabulary, seed, settings), draw, { onStep }));
  }
  return LandmarkModel.join(parts);
}
