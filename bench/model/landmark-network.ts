/** What the networks of all cohorts share: settings, plan, seeds trained and joined, scores at one day. */
import {
  type Landmark,
  type LandmarkLearning,
  LandmarkModel,
  type LandmarkPlan,
  type Life,
  type NetworkConfig,
  networkConfig,
  QUERY_CODE,
  type Random,
  type SummarySpec,
  summaryWidth,
  trainingConfig,
  trainLandmarkModel,
} from '../../src/model/index.ts';

/** What is varied from cohort to cohort, and in ablations. */
export interface LandmarkSettings {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly dropout: number;
  /** Positions of a row; 1 where only summaries are read. */
  readonly length: number;
  readonly events: boolean;
  readonly steps: number;
  readonly rows: number;
  readonly learningRate: number;
  readonly warmUp: number;
  readonly weightDecay: number;
  /** Share of the summary's features hidden from each row in training; 0 by default. */
  readonly hide?: number;
  /** Pieces a batch is cut into; more workers than these are of no use. */
  readonly parts: number;
  readonly workers: number;
}

/** What is read of a life and what is asked. */
export interface Cohort {
  readonly vocabulary: number;
  readonly measures: number;
  readonly summary: SummarySpec;
  readonly outcomes: NetworkConfig['outcomes'];
  readonly hazardBins: readonly number[];
  /** Whether what a network says of a hazard may differ from bin to bin; false by default. */
  readonly hazardsVary?: boolean;
}

export function planOf(cohort: Cohort, settings: LandmarkSettings, seed: number): LandmarkPlan {
  const { summary, ...asked } = cohort;
  const { width, layers, heads, dropout, length, events, rows, workers, parts } = settings;
  const { steps, learningRate, warmUp, weightDecay } = settings;
  const sizes = { width, layers, heads, dropout, summaries: summaryWidth(summary) };
  const schedule = { steps, learningRate, warmUp, finalRate: 0.02, beta2: 0.98, weightDecay };
  return {
    network: networkConfig.parse({ ...asked, ...sizes, nextEvent: false }),
    training: trainingConfig.parse({ ...schedule, seed, parts, workers }),
    ...{ summary, query: QUERY_CODE, length, events, rows, hide: settings.hide ?? 0 },
  };
}

/** A line of the training log: the loss in nats, of the step's batch, or of the persons kept for tuning. */
export type StepEntry = { readonly seed: number; readonly step: number } & (
  | { readonly loss: number }
  | { readonly tuning: number }
);

/** Trains one network for each seed, and joins them. */
export async function trainSeeds(
  seeds: readonly number[],
  planOfSeed: (seed: number) => LandmarkPlan,
  draw: (random: Random) => Landmark,
  tell: (entry: StepEntry) => void = () => undefined,
  learning: LandmarkLearning = {},
): Promise<LandmarkModel> {
  const parts: LandmarkModel[] = [];
  for (const seed of seeds) {
    const onStep = ({ step, loss }: { step: number; loss: number }) => {
      if (step % 50 === 0) tell({ seed, step, loss: Number(loss.toFixed(4)) });
    };
    const onEvaluation = ({ step, loss }: { step: number; loss: number }) =>
      tell({ seed, step, tuning: Number(loss.toFixed(4)) });
    parts.push(await trainLandmarkModel(planOfSeed(seed), draw, { ...learning, onStep, onEvaluation }));
  }
  return LandmarkModel.join(parts);
}

/** Log-hazard of each outcome in the first bin (where hazards are proportional, that ranks people), [lives × outcomes], at one day. */
export async function scoresAt(model: LandmarkModel, lives: readonly Life[], day: number): Promise<Float64Array> {
  const logHazards = await model.logHazards(lives.map((life) => ({ life, day })));
  return logHazards.filter((_, n) => n % model.network.hazardBins.length === 0);
}
