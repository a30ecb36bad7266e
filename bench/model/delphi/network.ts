/**
 * The event model on trajectories: a decoder whose next-event rates start from what age, sex and the relative risks of past
 * diagnoses say, and learn the rest.
 */
import { mulberry32 } from '../../../src/governance/index.ts';
import {
  type Batch,
  emptyBatch,
  Model,
  type NetworkConfig,
  networkConfig,
  train,
  trainingConfig,
} from '../../../src/model/index.ts';
import { FIRST_DISEASE, type Trajectory } from './data.ts';
import { codeOf, type Knowledge, NEVER, VOCABULARY, writePriors } from './priors.ts';
import type { Score } from './protocol.ts';

export const SETTINGS = {
  width: 96,
  layers: 3,
  heads: 4,
  dropout: 0.2,
  length: 128,
  rows: 16,
  steps: 2500,
  learningRate: 1e-3,
  weightDecay: 0.3,
  /** Share of the sum of log relative risks that the rates start from: plain sums count shared causes twice. */
  strength: 0.6,
  patience: 0,
  /** False: no position is told how long ago the one before was. */
  gaps: true,
  /** Weight of the loss of the waits beside that of which event comes. */
  wait: 1,
  workers: 2,
};

export function delphiNetwork(settings = SETTINGS): NetworkConfig {
  const { width, layers, heads, dropout } = settings;
  return networkConfig.parse({ width, layers, heads, dropout, vocabulary: VOCABULARY, priorRates: true });
}

const shared = (n: number) => new Float32Array(new SharedArrayBuffer(4 * n));

type Shape = Pick<typeof SETTINGS, 'rows' | 'length' | 'gaps'>;

/** One batch: trajectories one after the other in rows, as far as they fit; those longer than a row keep their end. */
function packed(trajectories: Iterable<Trajectory>, { rows, length, gaps }: Shape, knowledge: Knowledge) {
  const batch: Batch = {
    ...emptyBatch({ rows, length, queries: 0 }, { summaries: 0, outcomes: [] }),
    priors: shared(rows * length * VOCABULARY).fill(NEVER),
  };
  const places: { trajectory: Trajectory; start: number; cut: number }[] = [];
  let [row, column] = [0, 0];
  for (const trajectory of trajectories) {
    const n = Math.min(length, trajectory.tokens.length);
    if (column + n > length) [row, column] = [row + 1, 0];
    if (row >= rows) break;
    place(batch, trajectory, row, column, n, knowledge);
    if (!gaps) batch.gaps.fill(0);
    places.push({ trajectory, start: row * length + column, cut: trajectory.tokens.length - n });
    column += n;
  }
  return { batch, places };
}

function place(batch: Batch, whole: Trajectory, row: number, column: number, n: number, knowledge: Knowledge): void {
  const cut = whole.tokens.length - n;
  const priors = new Float32Array(whole.tokens.length * VOCABULARY);
  writePriors(whole, knowledge.risksOf(whole), knowledge, priors);
  const start = row * batch.length + column;
  batch.priors?.set(priors.subarray(cut * VOCABULARY), start * VOCABULARY);
  for (let k = 0; k < n; k++) {
    const [at, i] = [start + k, cut + k];
    const age = whole.ages[i] as number;
    batch.codes[at] = codeOf(whole.tokens[i] as number);
    batch.ages[at] = age;
    batch.gaps[at] = i > 0 ? age - (whole.ages[i - 1] as number) : 0;
    batch.from[at] = column;
    batch.to[at] = column + k + 1;
    const next = whole.tokens[i + 1];
    if (next === undefined) continue;
    batch.waits[at] = (whole.ages[i + 1] as number) - age;
    batch.waitWeights[at] = 1;
    batch.targetAt[at] = column + k;
    if (next < FIRST_DISEASE) continue;
    batch.waitHappened[at] = 1;
    batch.targetCodes[at] = codeOf(next);
    batch.targetWeights[at] = 1;
  }
}

type Log = (line: string) => void;

/** Trains on most of the trajectories, stopped early by the others; the same seed gives the same weights. */
export async function trainDelphi(
  trajectories: readonly Trajectory[],
  tuning: readonly Trajectory[],
  knowledge: Knowledge,
  seed: number,
  log: Log,
  settings = SETTINGS,
): Promise<Model> {
  const network = delphiNetwork(settings);
  const { learningRate, weightDecay, steps } = settings;
  const training = trainingConfig.parse({
    ...{ steps, learningRate, weightDecay, seed },
    ...{ warmUp: 50, finalRate: 0.05, evaluateEvery: 50, patience: settings.patience },
    ...{ parts: 2, workers: settings.workers, losses: { event: 1, wait: settings.wait, value: 0, outcome: 0 } },
  });
  const batchOf = (step: number): Batch => {
    const random = mulberry32(seed * 1e6 + step);
    const drawn = function* () {
      for (;;) yield trajectories[Math.floor(random() * trajectories.length)] as Trajectory;
    };
    return packed(drawn(), settings, knowledge).batch;
  };
  const validation = function* () {
    for (let rest = tuning; rest.length > 0; ) {
      const { batch, places } = packed(rest, settings, knowledge);
      rest = rest.slice(places.length);
      yield batch;
    }
  };
  const { weights } = await train({ network, training }, batchOf, {
    validation,
    onStep: ({ step, losses }) => {
      if (step % 20 === 0)
        log(`delphi seed ${seed} step ${step} event ${losses.event.toFixed(3)} wait ${losses.wait.toFixed(3)}`);
    },
    onEvaluation: ({ step, loss, best }) =>
      log(`delphi seed ${seed} step ${step} tuning loss ${loss.toFixed(4)}${best ? ', best' : ''}`),
  });
  return Model.of(network, weights, { about: { seed, settings } });
}

/** Log rates after each position of a trajectory, by networks whose log rates are averaged. */
export function scorerOf(models: readonly Model[], knowledge: Knowledge, settings = SETTINGS) {
  let ready = new Map<Trajectory, Float32Array>();
  return (all: readonly Trajectory[]) =>
    async (trajectory: Trajectory, index: number): Promise<Score> => {
      if (!ready.has(trajectory)) {
        const { batch, places } = packed(all.slice(index), settings, knowledge);
        ready = new Map();
        for (const model of models) {
          const { logRates } = await model.predict(batch, { at: 'all' });
          for (const { trajectory: one, start, cut } of places) {
            const n = one.tokens.length;
            const sums = ready.get(one) ?? new Float32Array(n * VOCABULARY);
            for (let k = cut * VOCABULARY; k < n * VOCABULARY; k++)
              sums[k] = (sums[k] as number) + (logRates[(start - cut) * VOCABULARY + k] as number) / models.length;
            ready.set(one, sums);
          }
        }
      }
      const found = ready.get(trajectory);
      if (!found) throw new RangeError('a trajectory was not scored');
      return (position, token) => found[position * VOCABULARY + codeOf(token)] as number;
    };
}
