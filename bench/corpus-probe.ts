/** Does one thing with a corpus and tells, as JSON, how long it took and how much memory; run by `bench/corpus.ts`. */
import { readFileSync } from 'node:fs';
import { buildCorpus, describeCorpus, readSubjects } from '../src/corpus/index.ts';

const [what, input = '', output = ''] = process.argv.slice(2);
const start = performance.now();

async function work(): Promise<{ people: number; events: number }> {
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

/** Peak resident memory of a process, in kB, as the kernel keeps it; 0 when it has ended. */
function peakOf(pid: number | string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

// The workers of a build are processes of their own, and are looked at while they live.
const peaks = new Map<string, number>();
const watch = setInterval(() => {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
  for (const pid of children === '' ? [] : children.split(' '))
    peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
}, 200);

const done = await work();
clearInterval(watch);
const seconds = (performance.now() - start) / 1000;
const all = [...peaks.values(), peakOf('self')];
console.log(JSON.stringify({ ...done, seconds, peakMb: all.reduce((sum, peak) => sum + peak, 0) / 1024 }));
