/**
 * The trained tagger: a softmax over four tags, token by token from left to right, each seeing the tags before it. Weights are
 * 8-bit; train/train.ts makes them, knowledge/privacy/README.md is their data sheet.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { FEATURES, featuresAt, ROWS, type View } from './features.ts';

export const NAME = 1;
export const PLACE_TAG = 2;
export const ORGANISATION = 3;
export const TAGS = 4;

export const TAGGER_FILE = fileURLToPath(new URL('../../../../knowledge/privacy/tagger.bin.gz', import.meta.url));

/** A row of four weights for each feature; `scale` turns a sum of them into log-odds. */
export interface Tagger {
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
}

let loaded: Tagger | undefined;

export function tagger(): Tagger {
  if (loaded) return loaded;
  const bytes = gunzipSync(readFileSync(TAGGER_FILE));
  const scale = bytes.readFloatLE(0);
  loaded = { weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4, ROWS * TAGS), scale };
  return loaded;
}

const rows = new Int32Array(FEATURES);

/** Chances of the four tags for token `i`, written into `chances`. */
export function chancesAt({ weights, scale }: Tagger, view: View, i: number, chances: Float64Array): void {
  const n = featuresAt(view, i, rows);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < n; k += 1) {
    const row = (rows[k] ?? 0) * TAGS;
    a += weights[row] ?? 0;
    b += weights[row + 1] ?? 0;
    c += weights[row + 2] ?? 0;
    d += weights[row + 3] ?? 0;
  }
  const top = Math.max(a, b, c, d);
  const [ea, eb, ec, ed] = [
    Math.exp((a - top) * scale),
    Math.exp((b - top) * scale),
    Math.exp((c - top) * scale),
    Math.exp((d - top) * scale),
  ];
  const sum = ea + eb + ec + ed;
  chances[0] = ea / sum;
  chances[1] = eb / sum;
  chances[2] = ec / sum;
  chances[3] = ed / sum;
}
