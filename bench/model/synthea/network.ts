/** The network of the Synthea lives: hazards of outcomes at a landmark, and how it is trained. */
import {
  type Distillation,
  type LandmarkBoost,
  type LandmarkPlan,
  networkConfig,
  type OutcomeDefinition,
  QUERY_CODE,
  type SummarySpec,
  summaryWidth,
  trainingConfig,
  type Vocabulary,
  YEAR,
} from '../../../src/model/index.ts';
import { summaryOf } from './lives.ts';

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
  steps: 600,
  rows: 256,
  learningRate: 1e-3,
  weightDecay: 0.5,
  hide: 0.2,
  features: 1500,
  workers: 2,
  pool: 50_000,
  boost: {
    ...{ seed: 1, share: 0.65, trees: 80, depth: 3, rate: 0.1, features: 0.08, rows: 0.6, least: 2, prior: 4 },
    ...{ periods: [0, YEAR], end: 6 * YEAR, controls: 8 },
  },
  distil: {
    ...{ folds: 3, horizon: 10 * YEAR },
    student: { width: 128, steps: 1500, learningRate: 2e-3, weightDecay: 0.1, hide: 0.05, dropout: 0.05 },
  },
};

/** What is read, and what is asked. */
export interface Asked {
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
}

export function syntheaPlan(
  { vocabulary, outcomes }: Asked,
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
    outcomes: outcomes.map(({ name }) => ({ name })),
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
    ...(!given && { screen: { least: 4, most: settings.features, periods: [0, YEAR], rows: 6000 } }),
  };
}
