import { Worker } from 'node:worker_threads';
import { ProdromeError } from '../../errors.ts';
import type { Batch } from '../batch.ts';
import type { NetworkConfig, TrainingConfig } from '../config.ts';
import { shareFor, type View, viewOf } from './shared.ts';
import type { Done, Task, WorkerData } from './worker.ts';

/** The threads of a training, and the weights that they share. One task at a time. */
export interface Team {
  readonly view: View;
  step(step: number, rate: number, batch: Batch): Promise<Done>;
  losses(batch: Batch): Promise<Done>;
  close(): Promise<void>;
}

export function teamOf(network: NetworkConfig, training: TrainingConfig): Team {
  const shared = shareFor(network, training);
  const count = training.device === 'cpu' ? Math.min(training.workers, training.parts) : 1;
  // The compiled package has .js beside .js, a checkout .ts beside .ts.
  const file = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const workers = Array.from({ length: count }, (_, index) => {
    const data: WorkerData = { network, training, shared, index, count };
    return new Worker(file, { workerData: data });
  });
  let waiting: { resolve: (done: Done) => void; reject: (error: Error) => void } | undefined;
  let failure: Error | undefined;
  for (const worker of workers) {
    worker.on('message', (done: Done) => waiting?.resolve(done));
    worker.on('error', (error) => {
      failure = failureOf(error);
      waiting?.reject(failure);
    });
  }
  const run = (task: Task): Promise<Done> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      if (task.batch.rows % training.parts !== 0) {
        return reject(new RangeError(`${task.batch.rows} rows cannot be cut into ${training.parts} parts`));
      }
      waiting = { resolve, reject };
      for (const worker of workers) worker.postMessage(task);
    });
  return {
    view: viewOf(shared, network, training.parts),
    step: (step, rate, batch) => run({ kind: 'step', step, rate, batch }),
    losses: (batch) => run({ kind: 'losses', batch }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** What a thread failed of; where no graphics processor was found, in words of ours. */
function failureOf(error: unknown): Error {
  const failure = error instanceof Error ? error : new Error(String(error));
  if (!failure.message.includes('WebGPU adapter')) return failure;
  return new ProdromeError('training-failed', {
    why: 'WebGPU finds no graphics processor with a driver for Vulkan, Metal or Direct3D; give training.device: cpu',
  });
}
