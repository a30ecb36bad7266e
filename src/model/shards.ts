import { closeSync, fstatSync, openSync, readdirSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProdromeError } from '../errors.ts';
import { type Batch, type BatchWidths, emptyBatch } from './batch.ts';
import { xorshift } from './random.ts';
import { headerLength, placesOf, type TensorPlace, writeTensors } from './safetensors.ts';

/*
 * Packed batches on disk: a folder of safetensors files, each one large batch of rows of one length, its fields named and
 * shaped as in `Batch`. Rows are shuffled when they are packed; a training reads blocks of consecutive rows, in a new order
 * each epoch. `scale/train_torch.py` reads the same files in the same order.
 */

/** Names of the arrays of a batch. */
type Field = { [K in keyof Batch]-?: Batch[K] extends Int32Array | Float32Array ? K : never }[keyof Batch];
const FIELDS: readonly Field[] = [
  ...(['codes', 'measures', 'values', 'ages', 'gaps', 'from', 'to'] as const),
  ...(['targetAt', 'targetCodes', 'targetBins', 'targetWeights', 'waits', 'waitHappened', 'waitWeights'] as const),
  ...(['queryAt', 'queryWeights', 'summaries', 'outcomeTimes', 'outcomeEvents', 'outcomeEntries'] as const),
];

const FLOATS = ['values', 'ages', 'gaps', 'waits', 'outcomeTimes'] as const;

/** Writes a batch as one shard; the file appears whole or not at all. */
export function writeShard(path: string, batch: Batch): void {
  const tensors = new Map(
    FIELDS.map((name) => [name, { shape: [batch.rows, batch[name].length / batch.rows], data: batch[name] }]),
  );
  const { rows, length, queries } = batch;
  const metadata = { rows: String(rows), length: String(length), queries: String(queries) };
  const hidden = join(dirname(path), `.${process.pid}.part`);
  writeFileSync(hidden, writeTensors({ metadata, tensors }));
  renameSync(hidden, path);
}

interface Shard {
  readonly path: string;
  readonly rows: number;
  readonly length: number;
  readonly queries: number;
  readonly places: ReadonlyMap<string, TensorPlace>;
}

/** Consecutive rows of a shard: one batch. */
interface Block {
  readonly shard: Shard;
  readonly first: number;
  readonly rows: number;
}

/** The shards of a folder, read a block at a time; memory does not grow with the data. */
export class Shards {
  readonly #blocks: readonly Block[];
  readonly #widths: BatchWidths;

  /**
   * Batches of about `tokens` positions, in rows a multiple of `multiple`; a shard's last rows that fill no batch are left. A shard
   * with fewer rows than a batch is one batch.
   * @throws ProdromeError `model-invalid` for a folder without shards, or a broken one.
   */
  constructor(folder: string, widths: BatchWidths, { tokens, multiple }: { tokens: number; multiple: number }) {
    this.#widths = widths;
    this.#blocks = filesOf(folder).flatMap((name) => {
      const shard = openShard(join(folder, name), widths);
      const [wanted, most] = [tokens / shard.length / multiple, shard.rows / multiple];
      const rows = Math.max(1, Math.floor(Math.min(wanted, most))) * multiple;
      return Array.from({ length: Math.floor(shard.rows / rows) }, (_, i) => ({ shard, first: i * rows, rows }));
    });
    if (this.#blocks.length === 0)
      throw refuse(folder, `no shard in it has ${multiple} rows or more, one for each of training.parts`);
  }

  /** Batches in one epoch. */
  get batches(): number {
    return this.#blocks.length;
  }

  /** The batch of a step, from 1: the blocks in an order drawn anew each epoch, the same for the same seed. */
  batch(step: number, seed: number): Batch {
    const epoch = Math.floor((step - 1) / this.batches);
    const block = this.#blocks[shuffled(this.batches, seed, epoch)[(step - 1) % this.batches] ?? 0];
    if (!block) throw new RangeError('no blocks');
    return readBlock(block, this.#widths);
  }

  /** Every batch once, in the order of the files. */
  *all(): Generator<Batch> {
    for (const block of this.#blocks) yield readBlock(block, this.#widths);
  }
}

/** The numbers below `count` in an order drawn by Fisher and Yates's shuffle. */
export function shuffled(count: number, ...seeds: readonly number[]): Uint32Array {
  const next = xorshift(...seeds);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = next() % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.safetensors') && !name.startsWith('.'))
      .sort();
  } catch {
    throw refuse(folder, 'it is no folder that can be read');
  }
}

function openShard(path: string, widths: BatchWidths): Shard {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Buffer.alloc(8);
    readSync(file, start, 0, 8, 0);
    const head = Buffer.alloc(headerLength(start, size));
    readSync(file, head, 0, head.length, 0);
    const { metadata, places } = placesOf(head, size);
    const [rows = 0, length = 0, queries = 0] = [metadata.rows, metadata.length, metadata.queries].map(Number);
    if (![rows, length, queries].every((n) => Number.isSafeInteger(n) && n >= 0) || rows * length === 0) {
      throw new RangeError('it does not say its rows, length and queries');
    }
    const one = emptyBatch({ rows: 1, length, queries }, widths);
    for (const name of FIELDS) {
      const place = places.get(name);
      const type = one[name] instanceof Float32Array ? 'F32' : 'I32';
      const fits = place?.type === type && place.shape.join() === [rows, one[name].length].join();
      if (!fits) throw new RangeError(`no ${name} of ${type} [${rows}, ${one[name].length}], as the network has it`);
    }
    return { path, rows, length, queries, places };
  } catch (error) {
    throw error instanceof RangeError ? refuse(path, error.message) : error;
  } finally {
    closeSync(file);
  }
}

function readBlock({ shard, first, rows }: Block, widths: BatchWidths): Batch {
  const batch = emptyBatch({ rows, length: shard.length, queries: shard.queries }, widths);
  const file = openSync(shard.path, 'r');
  try {
    for (const name of FIELDS) {
      const { buffer, byteOffset, byteLength } = batch[name];
      const at = (shard.places.get(name)?.from ?? 0) + (first * byteLength) / rows;
      const read = readSync(file, new Uint8Array(buffer, byteOffset, byteLength), 0, byteLength, at);
      if (read !== byteLength) throw refuse(shard.path, `${name} is cut short`);
    }
    for (const name of FLOATS) if (!allFinite(batch[name])) throw refuse(shard.path, `${name} is not finite`);
  } finally {
    closeSync(file);
  }
  return batch;
}

/** Whether all are numbers: 0 times one is 0, and times infinity or no number is none. */
function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += 0 * (values[i] as number);
  return sum === 0;
}

function refuse(path: string, why: string): ProdromeError {
  return new ProdromeError('shards-invalid', { path, why });
}
