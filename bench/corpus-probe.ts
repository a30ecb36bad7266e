/** Does one thing with a corpus and tells, as JSON, how long it took and how much memory; run by `bench/corpus.ts`. */
import { readFileSync } from 'node:fs';
import { buildCorpus, describeCorpus, readSubjects } from '../src/corpus/index.ts';

const [what, input = '', output = ''] = process.argv.slice(2);
const start = performance.now();

async function work(): Promise<{ people: number; events: number; workers?: number }> {
  if (what === 'build') {
    const { subjects, events } = await buildCorpus(input, output, {
      version: 'bench',
      identifiedSource: true,
      workers: 2,
    });
    return { people: subjects, events };
  }
  if (what === 'describe') {
    const { people, events } = await describeCorpus(input, { threads: 2 });
    return { people: typeof people === 'number' ? people : 0, events };
  }
  let [people, events] = [0, 0];
  for await (const { codes } of readSubjects(input, { threads: 2 })) {
    people++;
    events += codes.length;
  }
  return { people, events };
}

const done = await work();
const seconds = (performance.now() - start) / 1000;
// The kernel keeps the peak of this process; workers of a build are smaller, as each holds one patient at a time.
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
console.log(JSON.stringify({ ...done, seconds, peakMb: Number(peak ?? 0) / 1024 }));
