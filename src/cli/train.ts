import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import { checkpointOf, printedRun, readRun, runTraining } from '../model/index.ts';
import { progress } from './progress.ts';

/** `prodrome train`: a line that tells the loss, tokens a second and the time left; one line for each evaluation. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { resume: { type: 'boolean' }, print: { type: 'boolean' } },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new ProdromeError('usage', { why: 'give one CONFIG' });
  const run = readRun(path, { elsewhere: values.print ?? false });
  if (values.print) {
    console.log(JSON.stringify(printedRun(run), null, 2));
    return 0;
  }
  if (!values.resume && existsSync(checkpointOf(run)))
    console.error(`A training left a checkpoint in ${run.out}; without --resume, this one begins anew.`);
  // As asked by Ctrl-C, or by whatever ends a job.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const line = progress();
  await runTraining(run, {
    resume: values.resume ?? false,
    signal: stop.signal,
    seconds: () => performance.now() / 1000,
    onProgress: ({ step, steps, loss, tokensPerSecond, secondsLeft }) =>
      line(
        `step ${step}/${steps}  loss ${loss.toFixed(4)}  ${Math.round(tokensPerSecond).toLocaleString('en')} tokens/s  ` +
          `${duration(secondsLeft)} left`,
        step === steps,
      ),
    onEvaluation: ({ step, loss, best }) =>
      console.error(
        `${process.stderr.isTTY ? '\r\u001b[K' : ''}step ${step}: validation ${loss.toFixed(4)}${best ? ', the best so far' : ''}`,
      ),
  });
  console.log(
    `${process.stderr.isTTY && stop.signal.aborted ? '\n' : ''}${stop.signal.aborted ? 'Stopped: the best so far is in' : 'The model is in'} ${run.out}` +
      (stop.signal.aborted ? '; prodrome train --resume goes on.' : ''),
  );
  return 0;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
