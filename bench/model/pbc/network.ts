/** The network of the PBC trial: 226 persons, so a small one, nearly linear. */
import { drawerOf, type LandmarkModel, type Life, type Random } from '../../../src/model/index.ts';
import { type Cohort, type LandmarkSettings, planOf, type StepEntry, trainSeeds } from '../landmark-network.ts';
import { MEASURE_COUNT, SUMMARY, VOCABULARY } from './lives.ts';

const YEAR = 365.25;

const SETTINGS: LandmarkSettings = {
  ...{ width: 16, layers: 1, heads: 2, dropout: 0.1 },
  ...{ length: 1, events: false },
  ...{ steps: 150, rows: 128, learningRate: 5e-4, warmUp: 50, weightDecay: 1 },
  ...{ parts: 2, workers: 1 },
};

const COHORT: Cohort = {
  vocabulary: VOCABULARY,
  measures: MEASURE_COUNT,
  summary: SUMMARY,
  outcomes: [{ name: 'death or transplant', weight: 1 }],
  hazardBins: [0, 0.5, 1, 2, 3, 5, 8].map((years) => years * YEAR),
};

/** Half of the landmarks are the task's day 365, half any day before the last. */
function landmarkDay(life: Life, random: Random): number | undefined {
  const until = life.until[0] as number;
  const [kind, share] = [random(), random()];
  if (kind < 0.5) return until > 365 ? 365 : undefined;
  return Math.floor(share * until * 0.95);
}

/** Trains one network for each seed on trial members with follow-up, and joins them. */
export function trainPbc(
  lives: readonly Life[],
  seeds: readonly number[],
  tell?: (entry: StepEntry) => void,
): Promise<LandmarkModel> {
  return trainSeeds(seeds, (seed) => planOf(COHORT, SETTINGS, seed), drawerOf(lives, landmarkDay), tell);
}
