import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BoostJob } from './boost.ts';
import type { Forest } from './forest.ts';
import type { BoostWorkerData } from './worker.ts';

/** Boosts the trees of a job, its outcomes and periods shared out among threads; the same forest with any number of them. */
export async function boostTogether(
  job: BoostJob,
  threads: number,
  onHazard: (hazard: number) => void = () => undefined,
): Promise<Forest> {
  // The compiled package has .js beside .js, a checkout .ts beside .ts.
  const file = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const count = Math.min(threads, job.forest.base.length);
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const data: BoostWorkerData = { job, index, count };
      const worker = new Worker(file, { workerData: data });
      worker.on('message', onHazard);
      await once(worker, 'exit');
    }),
  );
  return job.forest;
}
