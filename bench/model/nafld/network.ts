/** The network of the NAFLD cohort: one model of all outcomes, trained on many landmarks a person. */
import {
  drawerOf,
  type LandmarkBoost,
  type LandmarkModel,
  type Life,
  pool,
  type Random,
  type SummarySpec,
} from '../../../src/model/index.ts';
import { type Cohort, type LandmarkSettings, planOf, type StepEntry, trainSeeds } from '../landmark-network.ts';
import { MEASURES } from './cohort.ts';
import { SUMMARY, VOCABULARY } from './lives.ts';
import { OUTCOMES } from './tasks.ts';

const YEAR = 365.25;

/** What was varied in cross-validation; docs/model.md has the figures. */
export interface NafldSettings extends LandmarkSettings {
  /** One landmark a person, day 0, instead of many. */
  readonly single?: boolean;
  /** Only outcomes of these numbers count. */
  readonly outcomes?: readonly number[];
  /** What is summed up; {@link SUMMARY} by default. */
  readonly summary?: SummarySpec;
  /** Trees beside the networks, boosted on so many landmarks a person; none by default. */
  readonly trees?: LandmarkBoost & { readonly landmarks: number };
}

export const SETTINGS: NafldSettings = {
  ...{ width: 64, layers: 2, heads: 4, dropout: 0.1 },
  ...{ length: 1, events: false },
  ...{ steps: 600, rows: 256, learningRate: 1.5e-3, warmUp: 80, weightDecay: 0.05, hide: 0.15 },
  ...{ parts: 4, workers: 2 },
  trees: {
    // As much as membership inference allows (docs/model.md). Counts are of landmarks, twelve a person, a quarter of them a tree.
    ...{ share: 0.3, seed: 1, landmarks: 12 },
    ...{ trees: 150, depth: 2, rate: 0.08, features: 0.3, rows: 0.25, least: 100, prior: 200 },
    ...{ periods: [0], end: 25 * YEAR },
  },
};

const COHORT: Cohort = {
  vocabulary: VOCABULARY,
  measures: MEASURES.length,
  summary: SUMMARY,
  // The outcomes of the tasks count whole, their parts and the other diagnoses for three tenths.
  outcomes: OUTCOMES.map(({ name }, k) => ({ name, weight: k < 5 ? 1 : 0.3 })),
  // Starts in years after the landmark; follow-up is at most 20 years.
  hazardBins: [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 9, 12, 15, 18].map((years) => years * YEAR),
};

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

/** Trains one network for each seed on lives with follow-up, joins them, and boosts trees beside them. */
export async function trainNafld(
  lives: readonly Life[],
  seeds: readonly number[],
  settings: NafldSettings = SETTINGS,
  tell: (entry: StepEntry) => void = () => undefined,
): Promise<LandmarkModel> {
  const draw = drawerOf(lives, settings.single ? () => 0 : landmarkDay);
  const counts = (k: number) => settings.outcomes?.includes(k) ?? true;
  const cohort = {
    ...{ ...COHORT, summary: settings.summary ?? SUMMARY },
    outcomes: COHORT.outcomes.map((outcome, k) => (counts(k) ? outcome : { ...outcome, weight: 0 })),
  };
  const networks = await trainSeeds(seeds, (seed) => planOf(cohort, settings, seed), draw, tell);
  if (!settings.trees) return networks;
  const { landmarks, ...boost } = settings.trees;
  return networks.withTrees(pool(draw, landmarks * lives.length), boost, { threads: settings.workers });
}
