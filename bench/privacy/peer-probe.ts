/**
 * `node bench/privacy/peer-probe.ts DATA PYTHON`: the same notes, scored in the same way, by Presidio (presidio.py) and by this
 * program: every eightieth text of the corpora through four of the generators, one seed. No part of `npm run bench`, for it
 * needs Presidio in that Python.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { scrubText } from '../../src/privacy/text/index.ts';
import { corpusTexts } from './corpus.ts';
import { generateD } from './d/generator.ts';
import { generateG } from './g/generator.ts';
import { type GoldNote, randomOf } from './gold.ts';
import { generateH } from './h/generator.ts';
import { generateI } from './i/generator.ts';
import { isNatural } from './natural.ts';
import { addTo, emptyScore, type Score } from './score.ts';
import { NO_ONE } from './text.ts';

const EVERY = 80;
const SEED = 4;
const Findings = z.array(z.tuple([z.number(), z.number(), z.string()]));

const [data, python] = process.argv.slice(2);
if (data === undefined || python === undefined)
  throw new Error('name the data folder and a Python that has presidio-analyzer');

const texts = corpusTexts(data).filter((_, k) => k % EVERY === 0);
const notes: GoldNote[] = [generateD, generateG, generateH, generateI].flatMap((generate) => {
  const random = randomOf(SEED);
  return texts.map((text) => generate(text, random));
});

const script = fileURLToPath(new URL('presidio.py', import.meta.url));
const started = performance.now();
const run = spawnSync(python, [script], {
  input: notes.map(({ text }) => JSON.stringify(text)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (run.status !== 0) throw new Error(`presidio.py failed: ${run.stderr.slice(-400)}`);
const seconds = (performance.now() - started) / 1000;
const lines = run.stdout.trim().split('\n');

const peer = emptyScore();
const own = emptyScore();
for (const [k, note] of notes.entries()) {
  const found = Findings.parse(JSON.parse(lines[k] ?? '[]'));
  addTo(
    peer,
    note,
    found.map(([start, end, category]) => ({ start, end, category })),
    isNatural,
  );
  addTo(own, note, scrubText(note.text, NO_ONE).spans, isNatural);
}
const bytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
console.log(`${notes.length} notes, ${bytes} bytes; Presidio ${seconds.toFixed(1)} s by the clock`);
for (const category of [...own.recall.keys()].sort())
  console.log(`recall of ${category}: Presidio ${shown(peer, category)}, Prodrome ${shown(own, category)}`);
console.log(`precision, all: Presidio ${precision(peer)}, Prodrome ${precision(own)}`);

function shown(score: Score, category: string): string {
  const { found = 0, gold = 0 } = score.recall.get(category) ?? {};
  return `${(found / gold).toFixed(4)} of ${gold}`;
}

function precision(score: Score): string {
  let [right, reported] = [0, 0];
  for (const { found, gold } of score.precision.values()) {
    right += found;
    reported += gold;
  }
  return `${(right / reported).toFixed(4)} of ${reported}`;
}
