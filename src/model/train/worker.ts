import { parentPort, workerData } from 'node:worker_threads';
import type { InferenceSession } from 'onnxruntime-node';
import { type Batch, rowsOf } from '../batch.ts';
import type { NetworkConfig, TrainingConfig } from '../config.ts';
import { dropFeeds, normsOf } from '../feeds.ts';
import { gradientOf, lossesOf } from '../gradient.ts';
import { aheadOf } from '../graph/attention.ts';
import { type Losses, trainingGraph } from '../losses.ts';
import { kernelsOver } from '../optimiser/kernels.ts';
import { sessionOf } from '../session.ts';
import { meet, type Shared, viewOf } from './shared.ts';

/** What a worker of a training is started with. */
export interface WorkerData {
  readonly network: NetworkConfig;
  readonly training: TrainingConfig;
  readonly shared: Shared;
  readonly index: number;
  readonly count: number;
}

/** One step of training, or only the losses of a batch. Steps count from 1. */
export type Task =
  | { readonly kind: 'step'; readonly step: number; readonly rate: number; readonly batch: Batch }
  | { readonly kind: 'losses'; readonly batch: Batch };

/** What the first worker says when all are done. */
export interface Done {
  readonly losses: Losses;
  /** Norm of the whole gradient before clipping; 0 where none was taken. */
  readonly norm: number;
}

/** Sessions kept open, one for each shape of batch; the oldest is closed when there are more. */
const SESSIONS = 12;

/** Rows up to this long are not faster with what nobody sees left out: both ways more is copied then. */
const LONG = 512;

const { network, training, shared, index, count } = workerData as WorkerData;
const view = viewOf(shared, network, training.parts);
const kernels = kernelsOver(shared.memory);
const sessions = new Map<string, InferenceSession>();

async function sessionFor({ rows, length, queries, to }: Batch, backward: boolean): Promise<InferenceSession> {
  const ahead = length > LONG ? aheadOf(to, length) : undefined;
  const key = [rows, length, queries, backward, ahead].join();
  const known = sessions.get(key);
  if (known) return known;
  const { losses, device } = training;
  const graph = trainingGraph(
    network,
    losses,
    { rows, length, queries },
    { backward, ahead, portable: device !== 'cpu' },
  );
  const session = await sessionOf(graph, 1, device);
  sessions.set(key, session);
  const [oldest] = sessions.keys();
  if (sessions.size > SESSIONS && oldest !== undefined) {
    await sessions.get(oldest)?.release();
    sessions.delete(oldest);
  }
  return session;
}

/** The parts of a batch that are this worker's. */
async function runParts(task: Task): Promise<void> {
  const norms = normsOf(task.batch);
  const rows = task.batch.rows / training.parts;
  for (let part = index; part < training.parts; part += count) {
    const batch = rowsOf(task.batch, part * rows, rows);
    const session = await sessionFor(batch, task.kind === 'step');
    if (task.kind === 'losses') {
      const { losses } = await lossesOf(session, network, view.weights, { batch, norms, drops: new Map() });
      view.setLosses(part, losses);
      continue;
    }
    const drops = dropFeeds(network, batch, training.seed, task.step, part);
    const gradients = view.gradients[part];
    if (!gradients) throw new RangeError(`no part ${part}`);
    view.setLosses(part, await gradientOf(session, network, view.weights, gradients, { batch, norms, drops }));
  }
}

/** Adds up the parts' gradients, clips the sum and steps the weights: each worker its own stretches. */
function update(step: number, rate: number): number {
  const { weights, mean, square, gradients, stretches, squares } = view;
  const at = (array: Float32Array, i: number) => array.byteOffset + 4 * i;
  const [sum, ...others] = gradients.map(({ flat }) => flat);
  if (!sum) throw new RangeError('no parts');
  const mine = [...stretches.entries()].filter(([i, { from, to }]) => i % count === index && to > from);
  for (const [i, { from, to }] of mine) {
    for (const other of others) kernels.accumulate(at(sum, from), at(other, from), at(sum, to));
    squares[i] = kernels.squares(at(sum, from), at(sum, to));
  }
  meet(view.barrier, count);
  const norm = Math.sqrt(squares.reduce((total, x) => total + x, 0));
  const scale = training.clip > 0 && norm > training.clip ? training.clip / norm : 1;
  const { beta1, beta2, epsilon, weightDecay } = training;
  const [bias1, bias2] = [1 - beta1 ** step, 1 - beta2 ** step];
  for (const [, { from, to, decays }] of mine) {
    const keep = decays ? 1 - rate * weightDecay : 1;
    const places = [weights.flat, mean, square, sum].map((array) => at(array, from));
    const [w = 0, m = 0, v = 0, g = 0] = places;
    const moments = [beta1, 1 - beta1, beta2, 1 - beta2] as const;
    kernels.adamw(
      w,
      m,
      v,
      g,
      at(weights.flat, to),
      scale,
      ...moments,
      keep,
      rate / bias1,
      1 / Math.sqrt(bias2),
      epsilon,
    );
  }
  return norm;
}

parentPort?.on('message', async (task: Task) => {
  await runParts(task);
  meet(view.barrier, count);
  const norm = task.kind === 'step' ? update(task.step, task.rate) : 0;
  meet(view.barrier, count);
  if (index === 0) parentPort?.postMessage({ losses: view.losses(), norm } satisfies Done);
});
