/**
 * Trains the tagger: `node src/privacy/text/train/train.ts DATA`, where DATA is the folder that holds craft-md-cases.csv.gz (MIT
 * licence; vignettes serve as clinical prose). Writes knowledge/privacy/tagger.bin.gz, the same bytes each time.
 * Softmax regression by AdaGrad (Duchi, Hazan and Singer 2011) over hashed features, weights rounded to 8 bits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { EPONYM, givenLevel, PLACE } from '../lexicon/bits.ts';
import { type WordList, wordList } from '../lexicon/load.ts';
import { isCandidate } from '../names/candidates.ts';
import { FEATURES, featuresAt, ROWS, viewOf } from '../names/features.ts';
import { TAGGER_FILE, TAGS } from '../names/tagger.ts';
import { tokensOf } from '../tokens.ts';
import { hash } from '../vocabulary.ts';
import { type Labelled, noteOf, poolsOf } from './generate.ts';

const NOTES = 60_000;
const EPOCHS = 2;
const RATE = 0.15;
/** Share of words that lose what the list says of them as names and places, so that the tagger learns to do without. */
const HIDDEN = 0.35;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that holds craft-md-cases.csv.gz');

/** Sentences of the vignettes without titles or dates that could be of people. */
function proseOf(csv: string): string[] {
  return csv
    .split(/(?<=[.?!])\s+|"/)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) => sentence.length > 30 && sentence.length < 400 && /^[A-Z]/.test(sentence) && sentence.endsWith('.'),
    )
    .filter((sentence) => !/\b(?:Mr|Mrs|Ms|Dr|Miss)\b/.test(sentence));
}

function hiddenList(words: WordList, seed: number): WordList {
  const salt = Math.imul(seed, 0x9e3779b1);
  return {
    ...words,
    get: (word: string) => {
      const bits = words.get(word) ?? 0;
      const names = (bits & 15) !== 0 || (bits & PLACE) !== 0;
      if (!names || (((hash(word) ^ salt) >>> 7) % 100) / 100 >= HIDDEN) return bits;
      return bits & ~(15 | PLACE | (givenLevel(bits) > 0 ? 0x180 : 0)) & ~EPONYM;
    },
  } as unknown as WordList;
}

const words = wordList();
const pools = poolsOf(words);
const prose = proseOf(gunzipSync(readFileSync(join(folder, 'craft-md-cases.csv.gz'))).toString('utf8'));
const weights = new Float32Array(ROWS * TAGS);
const squares = new Float32Array(ROWS * TAGS);
const rows = new Int32Array(FEATURES);
const scores = new Float64Array(TAGS);

/** One note: each candidate token moves the weights toward its tag; tags before it are the true ones, or at times the guessed. */
function learn(note: Labelled, seed: number, update: boolean): { right: number; total: number } {
  const doc = tokensOf(note.text, hiddenList(words, seed));
  const view = viewOf(doc);
  let at = 0;
  let right = 0;
  let total = 0;
  for (let i = 0; i < doc.length; i += 1) {
    const start = doc.start[i] ?? 0;
    while (at < note.spans.length && (note.spans[at]?.end ?? 0) <= start) at += 1;
    const span = note.spans[at];
    const gold = span !== undefined && start >= span.start ? span.tag : 0;
    if (!isCandidate(doc, i, view.tags[i - 1] ?? 0)) {
      // Initials, hyphens and particles inside a name carry its tag on.
      view.tags[i] = gold !== 0 && view.tags[i - 1] === gold ? gold : 0;
      continue;
    }
    const n = featuresAt(view, i, rows);
    scores.fill(0);
    for (let k = 0; k < n; k += 1)
      for (let t = 0; t < TAGS; t += 1) scores[t] = (scores[t] ?? 0) + (weights[(rows[k] ?? 0) * TAGS + t] ?? 0);
    const top = Math.max(...scores);
    let sum = 0;
    for (let t = 0; t < TAGS; t += 1) sum += Math.exp((scores[t] ?? 0) - top);
    let guess = 0;
    for (let t = 1; t < TAGS; t += 1) if ((scores[t] ?? 0) > (scores[guess] ?? 0)) guess = t;
    total += 1;
    if (guess === gold) right += 1;
    if (update) {
      for (let t = 0; t < TAGS; t += 1) {
        const gradient = Math.exp((scores[t] ?? 0) - top) / sum - (t === gold ? 1 : 0);
        if (Math.abs(gradient) < 0.002) continue;
        for (let k = 0; k < n; k += 1) {
          const cell = (rows[k] ?? 0) * TAGS + t;
          const square = (squares[cell] ?? 0) + gradient * gradient;
          squares[cell] = square;
          weights[cell] = (weights[cell] ?? 0) - (RATE * gradient) / Math.sqrt(square + 1e-3);
        }
      }
    }
    view.tags[i] = update && (hash(String(seed + i)) & 3) !== 0 ? gold : guess;
  }
  return { right, total };
}

for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  let right = 0;
  let total = 0;
  for (let k = 0; k < NOTES; k += 1) {
    const seed = 1 + k + epoch * NOTES;
    const result = learn(noteOf(seed, pools, prose), seed, true);
    right += result.right;
    total += result.total;
    if ((k + 1) % 10_000 === 0) {
      console.log(
        `epoch ${epoch + 1}, ${k + 1} notes: ${((100 * right) / total).toFixed(2)} % of ${total} candidate tokens`,
      );
      right = 0;
      total = 0;
    }
  }
}

let largest = 0;
for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
const scale = Math.min(largest, 6) / 127;
const bytes = Buffer.alloc(4 + weights.length);
bytes.writeFloatLE(scale, 0);
for (const [k, weight] of weights.entries())
  bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(weight / scale))), 4 + k);
writeFileSync(TAGGER_FILE, gzipSync(bytes, { level: 9 }));
console.log(`scale ${scale}, written to ${TAGGER_FILE}`);
