/** The network of the Synthea lives: hazards of outcomes at a landmark, and how it is trained. */
import {
  type Distillation,
  type LandmarkBoost,
  type LandmarkPlan,
  type OutcomeDefinition,
  type Screening,
  type SummarySpec,
  type Vocabulary,
  YEAR,
} from '../../../src/model/index.ts';
import { type LandmarkSettings, planOf } from '../landmark-network.ts';
import { summaryOf } from './lives.ts';

const bins = (...years: readonly number[]): number[] => years.map((one) => one * YEAR);

export interface SyntheaSettings extends LandmarkSettings {
  /** Starts of the bins of the hazards, in days. */
  readonly bins: readonly number[];
  /** Which features of the summary are kept, those that say most by themselves. */
  readonly screen: Screening;
  /** Landmarks of training. */
  readonly pool: number;
  /** Trees beside the networks, with their share in each log-hazard. */
  readonly boost: LandmarkBoost;
  /** Folds of persons, each taught by those trained without it, and the student that learns from them. */
  readonly distil?: Distillation & { readonly student: Student };
}

/** What a student has otherwise than its teachers: how many of the features that these ask most, and trees where it has a boost. */
export type Student = Partial<Omit<SyntheaSettings, 'distil' | 'boost'>> & {
  readonly features: number;
  readonly boost?: LandmarkBoost;
};

/**
 * Teachers and a student that is told of nobody. Trees alone teach (their share is the whole): networks beside them gave away more
 * and ranked no better. They grow only while that helps persons who are watched, since what comes after is single persons'.
 */
const TEACHERS = {
  ...{ width: 64, layers: 2, heads: 4, dropout: 0.2, length: 1, events: false, rows: 256 },
  // A teacher's network only carries its summaries: one step.
  ...{ steps: 1, learningRate: 1e-3, warmUp: 50, weightDecay: 0.5, parts: 4, workers: 2 },
  ...{ pool: 50_000, bins: bins(0, 0.25, 0.5, 1, 2, 3, 5, 8) },
} satisfies Partial<SyntheaSettings>;

const GROWN: LandmarkBoost = {
  ...{ seed: 1, share: 1, trees: 200, depth: 3, rate: 0.08, features: 0.05, rows: 0.6, least: 4, prior: 8 },
  ...{ patience: 25, controls: 10, periods: [0, YEAR], end: 6 * YEAR },
};

/**
 * Hazards that teachers give have no chance in them, so that a student's trees may be deep and its leaves small. They have nearly
 * all of each log-hazard: the closer a student follows its teachers, the less it says of whom all but one of them saw.
 */
const STUDENT: Student = {
  ...{ features: 2000, width: 128, steps: 1200, learningRate: 2e-3, weightDecay: 0.1, hide: 0.05, dropout: 0.05 },
  boost: {
    ...{ seed: 2, share: 0.95, trees: 150, depth: 4, rate: 0.1, features: 0.12, rows: 0.5, least: 2, prior: 2 },
    ...{ patience: 20, periods: [0, YEAR], end: 6 * YEAR },
  },
};

/** With heads for the tasks alone. */
export const FITTED: SyntheaSettings = {
  ...TEACHERS,
  ...{ screen: { least: 1.5, most: 6000, periods: [0, YEAR], rows: 16_000 }, boost: GROWN },
  distil: { folds: 3, horizon: 10 * YEAR, student: STUDENT },
};

/** With heads for every condition alike, and for death. */
export const ZERO_SHOT: SyntheaSettings = {
  ...TEACHERS,
  ...{ screen: { least: 1.5, most: 6000, periods: [0, YEAR], rows: 8000 }, boost: { ...GROWN, controls: 8 } },
  distil: { folds: 3, horizon: 10 * YEAR, student: STUDENT },
};

/** What is read, and what is asked. */
export interface Asked {
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
}

export function syntheaPlan(
  { vocabulary, outcomes }: Asked,
  seed: number,
  settings: Omit<SyntheaSettings, 'boost'>,
  given?: SummarySpec,
): LandmarkPlan {
  const { codes, measures } = vocabulary;
  const summary = given ?? summaryOf(vocabulary);
  const read = { vocabulary: codes, measures, summary };
  const named = outcomes.map(({ name }) => ({ name, weight: 1 }));
  const plan = planOf({ ...read, outcomes: named, hazardBins: settings.bins, hazardsVary: true }, settings, seed);
  return {
    ...plan,
    training: { ...plan.training, evaluateEvery: 100, patience: 4 },
    // What is given was screened before.
    ...(!given && { screen: settings.screen }),
  };
}
