/** The network of the PBC trial: 226 persons, so a small one, nearly linear. */
import {
  drawerOf,
  LandmarkModel,
  type Life,
  networkConfig,
  QUERY_CODE,
  type Random,
  summaryWidth,
  trainingConfig,
  trainLandmarkModel,
} from '../../../src/model/index.ts';
import { MEASURE_COUNT, SUMMARY, VOCABULARY } from './lives.ts';

const YEAR = 365.25;
const BINS = [0, 0.5, 1, 2, 3, 5, 8].map((years) => years * YEAR);

export const SETTINGS = {
  width: 16,
  layers: 1,
  dropout: 0.1,
  steps: 150,
  rows: 128,
  learningRate: 5e-4,
  weightDecay: 1,
};

/** Half of the landmarks are the task's day 365, half any day before the last. */
function landmarkDay(life: Life, random: Random): number | undefined {
  const until = life.until[0] as number;
  const [kind, share] = [random(), random()];
  if (kind < 0.5) return until > 365 ? 365 : undefined;
  return Math.floor(share * until * 0.95);
}

/** Trains one network for each seed on trial members with follow-up, and joins them. */
export async function trainPbc(
  lives: readonly Life[],
  seeds: readonly number[],
  settings = SETTINGS,
): Promise<LandmarkModel> {
  const network = networkConfig.parse({
    width: settings.width,
    layers: settings.layers,
    heads: 2,
    vocabulary: VOCABULARY,
    measures: MEASURE_COUNT,
    nextEvent: false,
    outcomes: [{ name: 'death or transplant' }],
    hazardBins: BINS,
    summaries: summaryWidth(SUMMARY),
    dropout: settings.dropout,
  });
  const parts: LandmarkModel[] = [];
  for (const seed of seeds) {
    const training = trainingConfig.parse({
      steps: settings.steps,
      learningRate: settings.learningRate,
      warmUp: 50,
      finalRate: 0.02,
      beta2: 0.98,
      weightDecay: settings.weightDecay,
      seed,
      parts: 2,
      workers: 1,
    });
    const plan = {
      network,
      training,
      summary: SUMMARY,
      query: QUERY_CODE,
      length: 1,
      events: false,
      rows: settings.rows,
    };
    parts.push(await trainLandmarkModel(plan, drawerOf(lives, landmarkDay)));
  }
  return LandmarkModel.join(parts);
}

/** Log-hazard of each trial member asked at a day. */
export async function scoresAt(model: LandmarkModel, lives: readonly Life[], day: number): Promise<Float64Array> {
  return (await model.logHazards(lives.map((life) => ({ life, day })))).filter((_, n) => n % BINS.length === 0);
}
