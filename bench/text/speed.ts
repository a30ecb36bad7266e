import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { ANALYTES } from '../../src/terms/index.ts';
import { compileLexicon, type LexiconEntry, readNote } from '../../src/text/index.ts';
import { type Figure, median } from '../figures.ts';
import { readCsv } from './csv.ts';
import { MEDEC_FILE } from './medec.ts';

const NOTES = 100_000;
const RUNS = 5;

/** Reading with the whole shelf: megabytes a second, time to compile the lexicon, memory over 100,000 notes. */
export function speed(data: string): Figure[] {
  const entries = entriesOfShelf();
  const compile = Array.from({ length: RUNS }, () => timed(() => compileLexicon(entries)));
  const lexicon = compileLexicon(entries);
  const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
  const notes = readCsv(gunzipSync(readFileSync(join(data, MEDEC_FILE))).toString('utf8')).map(({ Text = '' }) => Text);
  const bytes = notes.reduce((sum, note) => sum + Buffer.byteLength(note), 0);
  const read = (): void => {
    for (const note of notes) readNote(note, lexicon, { measures });
  };
  read();
  const seconds = median(Array.from({ length: RUNS }, () => timed(read))) / 1000;
  const before = resident();
  for (let index = 0; index < NOTES; index++) readNote(notes[index % notes.length] ?? '', lexicon, { measures });
  return [
    { name: 'reading', value: bytes / 1e6 / seconds, unit: 'MB/s', n: notes.length },
    { name: `lexicon of ${entries.length} terms compiled`, value: median(compile), unit: 'ms', n: RUNS },
    { name: 'lexicon compiled, first time', value: compile[0] ?? 0, unit: 'ms' },
    { name: `memory grown over ${NOTES} notes`, value: Math.max(0, resident() - before), unit: 'MB', n: NOTES },
  ];
}

function entriesOfShelf(): LexiconEntry[] {
  const { findings, conditions, tests } = loadKnowledge();
  const entries: LexiconEntry[] = [];
  for (const { id, terms = [] } of findings.values()) for (const term of terms) entries.push({ concept: id, term });
  for (const { id, name, synonyms } of conditions.values())
    for (const term of [name, ...synonyms]) entries.push({ concept: id, term });
  for (const { id, doneBy } of tests.values())
    for (const term of doneBy.terms ?? []) entries.push({ concept: id, term });
  return entries;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const resident = (): number => process.memoryUsage().rss / 2 ** 20;
