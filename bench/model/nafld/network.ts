/** The network of the NAFLD cohort: one model of all outcomes, trained on many landmarks a person. */
import {
  drawerOf,
  LandmarkModel,
  type LandmarkPlan,
  type Life,
  networkConfig,
  QUERY_CODE,
  type Random,
  summaryWidth,
  trainingConfig,
  trainLandmarkModel,
} from '../../../src/model/index.ts';
import { MEASURES } from './cohort.ts';
import { SUMMARY, VOCABULARY } from './lives.ts';
import { OUTCOMES } from './tasks.ts';

const YEAR = 365.25;

/** What was varied in cross-validation; docs/model.md has the figures. */
export interface NafldSettings {
  readonly width: number;
  readonly layers: number;
  readonly dropout: number;
  readonly length: number;
  readonly events: boolean;
  readonly steps: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly workers: number;
}

export const SETTINGS: NafldSettings = {
  width: 64,
  layers: 2,
  dropout: 0.1,
  length: 1,
  events: false,
  steps: 600,
  learningRate: 1.5e-3,
  weightDecay: 0.05,
  workers: 2,
};

/** Starts of the hazards' bins in years after the landmark; follow-up is at most 20 years. */
const BINS = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 9, 12, 15, 18].map((years) => years * YEAR);

export function nafldPlan(seed: number, settings: NafldSettings = SETTINGS): LandmarkPlan {
  const network = networkConfig.parse({
    width: settings.width,
    layers: settings.layers,
    heads: 4,
    vocabulary: VOCABULARY,
    measures: MEASURES.length,
    nextEvent: false,
    // The outcomes of the tasks count whole, their parts and the other diagnoses for three tenths.
    outcomes: OUTCOMES.map(({ name }, k) => ({ name, weight: k < 5 ? 1 : 0.3 })),
    hazardBins: BINS,
    summaries: summaryWidth(SUMMARY),
    dropout: settings.dropout,
  });
  const training = trainingConfig.parse({
    steps: settings.steps,
    learningRate: settings.learningRate,
    warmUp: 80,
    finalRate: 0.02,
    beta2: 0.98,
    weightDecay: settings.weightDecay,
    seed,
    parts: 4,
    workers: settings.workers,
  });
  const { length, events } = settings;
  return { network, training, summary: SUMMARY, query: QUERY_CODE, length, events, rows: 256 };
}

/** A day to ask a person at: 15 % day 1825, 35 % later than day 0, 20 % before, else day 0 (also where those are not possible). */
function landmarkDay(life: Life, random: Random): number {
  const until = life.until[0] as number;
  const first = life.days[0] ?? 0;
  const [kind, share] = [random(), random()];
  if (kind < 0.15 && until > 1825) return 1825;
  if (kind < 0.5) return Math.floor(share * until * 0.95);
  if (kind < 0.7 && first < 0) return Math.floor(share * first);
  return 0;
}

/** Trains one network for each seed on lives with follow-up, and joins them. */
export async function trainNafld(
  lives: readonly Life[],
  seeds: readonly number[],
  settings: NafldSettings = SETTINGS,
  log: (line: string) => void = () => undefined,
): Promise<LandmarkModel> {
  const draw = drawerOf(lives, landmarkDay);
  const parts: LandmarkModel[] = [];
  for (const seed of seeds) {
    const onStep = ({ step, loss }: { step: number; loss: number }) => {
      if (step % 100 === 0) log(`nafld seed ${seed} step ${step} loss ${loss.toFixed(4)}`);
    };
    parts.push(await trainLandmarkModel(nafldPlan(seed, settings), draw, { onStep }));
  }
  return LandmarkModel.join(parts);
}

/** Log-hazard of each outcome in the first bin (hazards are proportional), [lives × outcomes], of lives asked at one day. */
export async function scoresAt(model: LandmarkModel, lives: readonly Life[], day: number): Promise<Float64Array> {
  const logHazards = await model.logHazards(lives.map((life) => ({ life, day })));
  return logHazards.filter((_, n) => n % BINS.length === 0);
}
