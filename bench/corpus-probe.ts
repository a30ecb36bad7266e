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

/** Ticks of the kernel's clock a second, in which it counts processor time. */
const TICKS = 100;

/** Processor time of a process in seconds, user and system; 0 when it has ended. */
function processorOf(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

/** Resident memory of a process in kB, as the kernel keeps it: now, and at its peak; 0 when it has ended. */
function memoryOf(pid: number | string): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [now = 0, peak = 0] = ['VmRSS', 'VmHWM'].map((name) =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0),
    );
    return { now, peak };
  } catch {
    return { now: 0, peak: 0 };
  }
}

// The workers of a build are processes of their own, and are looked at while they live.
let [together, largest] = [0, 0];
const processor = new Map<string, number>();
function look(): void {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
  const pids = ['self', ...(children === '' ? [] : children.split(' '))];
  for (const pid of pids) processor.set(pid, Math.max(processor.get(pid) ?? 0, processorOf(pid)));
  const all = pids.map(memoryOf);
  together = Math.max(
    together,
    ...all.map(({ peak }) => peak),
    all.reduce((sum, { now }) => sum + now, 0),
  );
  largest = Math.max(largest, ...all.map(({ peak }) => peak));
}
const watch = setInterval(look, 100);

const done = await work();
clearInterval(watch);
look();
const seconds = (performance.now() - start) / 1000;
const cpuSeconds = [...processor.values()].reduce((sum, each) => sum + each, 0);
console.log(JSON.stringify({ ...done, seconds, cpuSeconds, peakMb: together / 1024, largestMb: largest / 1024 }));
