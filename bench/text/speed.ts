import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { lexiconOf } from '../../src/findings/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { ANALYTES } from '../../src/terms/index.ts';
import { readNote } from '../../src/text/index.ts';
import { type Figure, median } from '../figures.ts';
import { readCsv } from './csv.ts';
import { MEDEC_FILE } from './medec.ts';

const NOTES = 100_000;
const SETTLED = 10_000;
/** Length of a note of the many: what is measured is what stays of it. */
const SHORT = 200;
const WARM = 3;
const RUNS = 5;
const HUGE = 20_000_000;
const PROBE = join(import.meta.dirname, 'lexicon-probe.ts');

interface Probed {
  readonly wall: number;
  readonly own: number;
  readonly cpu: number;
  readonly terms: number;
  readonly concepts: number;
}

/**
 * Reading with the whole shelf and its lexicon: megabytes a second of one core, time to make the lexicon in a process of its own,
 * memory over 100,000 short notes, one note of 20 MB. Seconds are of the processor time of the reading thread, so that other work
 * of the machine counts less.
 */
export function speed(data: string): Figure[] {
  const probes = Array.from(
    { length: RUNS },
    () => JSON.parse(execFileSync(process.execPath, [PROBE], { encoding: 'utf8' })) as Probed,
  );
  const lexicon = lexiconOf(loadKnowledge());
  const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
  const notes = readCsv(gunzipSync(readFileSync(join(data, MEDEC_FILE))).toString('utf8')).map(({ Text = '' }) => Text);
  const bytes = notes.reduce((sum, note) => sum + Buffer.byteLength(note), 0);
  const options = { measures, writtenAt: 0 };
  const read = (): void => {
    for (const note of notes) readNote(note, lexicon, options);
  };
  for (let run = 0; run < WARM; run++) read();
  const seconds = Math.min(...Array.from({ length: RUNS }, () => processorSeconds(read)));
  let settled = 0;
  for (let index = 0; index < NOTES; index++) {
    if (index === SETTLED) settled = liveMemory();
    readNote(shortNote(notes, index), lexicon, options);
  }
  const grown = Math.max(0, liveMemory() - settled);
  const huge = notes
    .join('\n\n')
    .repeat(Math.ceil(HUGE / bytes))
    .slice(0, HUGE);
  const hugeSeconds = processorSeconds(() => readNote(huge, lexicon, options));
  const [first] = probes;
  return [
    { name: 'reading, of one core', value: bytes / 1e6 / seconds, unit: 'MB/s', n: notes.length },
    { name: 'reading one note of 20 MB, of one core', value: HUGE / 1e6 / hugeSeconds, unit: 'MB/s', n: 1 },
    { name: 'concepts', value: first?.concepts ?? 0 },
    {
      name: `lexicon of ${first?.terms} terms made, processor time of its thread`,
      value: median(probes.map(({ own }) => own)),
      unit: 'ms',
      n: RUNS,
    },
    {
      name: 'lexicon made, processor time with the compiler and collector',
      value: median(probes.map(({ cpu }) => cpu)),
      unit: 'ms',
      n: RUNS,
    },
    { name: 'lexicon made, by the clock', value: Math.min(...probes.map(({ wall }) => wall)), unit: 'ms', n: RUNS },
    { name: `memory grown from note ${SETTLED} to ${NOTES}`, value: grown, unit: 'MB', n: NOTES },
  ];
}

/** A piece of a note with a number that no other has: a text of its own, with words that were not met before. */
function shortNote(notes: readonly string[], index: number): string {
  const note = notes[index % notes.length] ?? '';
  const start = (index * 97) % Math.max(1, note.length - SHORT);
  return Buffer.from(`${note.slice(start, start + SHORT)} Patient${index}.`).toString();
}

function processorSeconds(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1e6;
}

/** What is still in use after the garbage is collected, in MiB. */
function liveMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
