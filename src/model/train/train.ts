import { ProdromeError } from '../../errors.ts';
import type { Batch } from '../batch.ts';
import type { NetworkConfig, TrainingConfig } from '../config.ts';
import { type Norms, normsOf } from '../feeds.ts';
import { LOSSES, type Losses } from '../losses.ts';
import { drawWeights, type Start } from '../weights.ts';
import { learningRate } from './schedule.ts';
import { type Team, teamOf } from './team.ts';

/** One step, as it is told to the log. */
export interface StepReport {
  readonly step: number;
  readonly losses: Losses;
  /** The weighted sum of the losses, which is minimised. */
  readonly loss: number;
  /** Norm of the gradient before clipping. */
  readonly norm: number;
  readonly rate: number;
  /** Positions of the batch that are no padding. */
  readonly tokens: number;
}

export interface EvaluationReport {
  readonly step: number;
  readonly losses: Losses;
  readonly loss: number;
  readonly best: boolean;
}

/** Everything that a training needs to go on from where it stood, bit for bit. */
export interface TrainingState {
  /** Steps done. */
  readonly step: number;
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  /** The best evaluation so far; none before the first. */
  readonly best?: { readonly step: number; readonly loss: number; readonly weights: Float32Array };
  /** Evaluations since the best. */
  readonly stale: number;
}

export interface Hooks {
  /** Where the heads start. */
  readonly start?: Start;
  readonly resume?: TrainingState;
  /** The batches that early stopping looks at, the same each time. */
  readonly validation?: () => Iterable<Batch>;
  /** A score to stop by instead of the loss, lower is better: for instance 1 − concordance. */
  readonly score?: (weights: Float32Array) => number | Promise<number>;
  readonly onStep?: (report: StepReport) => void;
  readonly onEvaluation?: (report: EvaluationReport) => void;
  readonly onCheckpoint?: (state: TrainingState) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface Trained {
  /** The best weights where there was an evaluation, else the last. */
  readonly weights: Float32Array;
  readonly state: TrainingState;
}

/**
 * Trains a network. `batches` gives the batch of a step (from 1) and must give the same one when asked again: then the
 * same configuration gives the same weights, bit for bit, with any number of workers, and also when interrupted and
 * resumed. The next batch is made while the workers compute.
 */
export async function train(
  config: { readonly network: NetworkConfig; readonly training: TrainingConfig },
  batches: (step: number) => Batch | Promise<Batch>,
  hooks: Hooks = {},
): Promise<Trained> {
  const { network, training } = config;
  const team = teamOf(network, training);
  try {
    let state = begin(team, training, hooks);
    let batch = state.step < training.steps ? await batches(state.step + 1) : undefined;
    for (let step = state.step + 1; batch && step <= training.steps && !hooks.signal?.aborted; step++) {
      const rate = learningRate(training, step);
      const running = team.step(step, rate, batch);
      const tokens = batch.codes.reduce((count, code) => count + Number(code !== 0), 0);
      batch = step < training.steps ? await batches(step + 1) : undefined;
      const { losses, norm } = await running;
      const loss = weighted(losses, training);
      if (!Number.isFinite(loss) || !Number.isFinite(norm))
        throw new ProdromeError('training-failed', {
          why: `the loss is not finite at step ${step}; lower the learning rate`,
        });
      hooks.onStep?.({ step, losses, loss, norm, rate, tokens });
      state = { ...state, step };
      if (training.evaluateEvery > 0 && (step % training.evaluateEvery === 0 || step === training.steps)) {
        state = await evaluated(team, training, hooks, state);
      }
      const patience = training.patience > 0 && state.stale >= training.patience;
      const due = training.checkpointEvery > 0 && step % training.checkpointEvery === 0;
      if (due || patience || step === training.steps || hooks.signal?.aborted) await hooks.onCheckpoint?.(state);
      if (patience) break;
    }
    const last = copied(state);
    return { weights: last.best?.weights ?? last.weights, state: last };
  } finally {
    await team.close();
  }
}

function begin({ view }: Team, training: TrainingConfig, { resume, start }: Hooks): TrainingState {
  const arrays = { weights: view.weights.flat, mean: view.mean, square: view.square };
  if (!resume) {
    drawWeights(view.weights, training.seed, start);
    return { step: 0, stale: 0, ...arrays };
  }
  view.weights.flat.set(resume.weights);
  view.mean.set(resume.mean);
  view.square.set(resume.square);
  return { ...resume, ...arrays };
}

async function evaluated(
  team: Team,
  training: TrainingConfig,
  { validation, score, onEvaluation }: Hooks,
  state: TrainingState,
): Promise<TrainingState> {
  if (!validation && !score) return state;
  const losses = validation ? await validationLosses(team, validation()) : ZERO;
  const loss = score ? await score(state.weights) : weighted(losses, training);
  const better = !state.best || loss < state.best.loss;
  onEvaluation?.({ step: state.step, losses, loss, best: better });
  if (!better) return { ...state, stale: state.stale + 1 };
  return { ...state, stale: 0, best: { step: state.step, loss, weights: state.weights.slice() } };
}

const ZERO: Losses = { event: 0, wait: 0, value: 0, outcome: 0 };

/** The losses over several batches, each mean over all their targets. */
async function validationLosses(team: Team, batches: Iterable<Batch>): Promise<Losses> {
  const sums: Losses = { ...ZERO };
  const weights: Losses = { ...ZERO };
  for (const batch of batches) {
    const { losses } = await team.losses(batch);
    const norms: Norms = normsOf(batch);
    for (const name of LOSSES) {
      sums[name] += losses[name] * norms[name];
      weights[name] += norms[name];
    }
  }
  const losses: Losses = { ...ZERO };
  for (const name of LOSSES) losses[name] = weights[name] > 0 ? sums[name] / weights[name] : 0;
  return losses;
}

function weighted(losses: Losses, { losses: weights }: TrainingConfig): number {
  return LOSSES.reduce((sum, name) => sum + weights[name] * losses[name], 0);
}

function copied(state: TrainingState): TrainingState {
  return { ...state, weights: state.weights.slice(), mean: state.mean.slice(), square: state.square.slice() };
}
