/** The network of the NAFLD cohort: one model of all outcomes, trained on many landmarks a person. */
import { drawerOf, type LandmarkModel, type Life, type Random, type SummarySpec } from '../../../src/model/index.ts';
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
}

export const SETTINGS: NafldSettings = {
  ...{ width: 64, layers: 2, heads: 4, dropout: 0.1 },
  ...{ length: 1, events: false },
  ...{ steps: 600, rows: 256, learningRate: 1.5e-3, warmUp: 80, weightDecay: 0.05, hide: 0.15 },
  ...{ parts: 4, workers: 2 },
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

/** Trains one network for each seed on lives with follow-up, and joins them. */
export function trainNafld(
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
  return trainSeeds(seeds, (seed) => planOf(cohort, settings, seed), draw, tell);
}
