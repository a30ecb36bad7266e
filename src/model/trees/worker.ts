import { parentPort, workerData } from 'node:worker_threads';
import { type BoostJob, boost } from './boost.ts';

/** What a thread of the boosting is started with: it does every `count`-th outcome and period, and says when one is done. */
export interface BoostWorkerData {
  readonly job: BoostJob;
  readonly index: number;
  readonly count: number;
}

const { job, index, count } = workerData as BoostWorkerData;
boost(job, { index, count, onHazard: (hazard) => parentPort?.postMessage(hazard) });
