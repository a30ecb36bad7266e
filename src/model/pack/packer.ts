import { type Batch, type BatchWidths, emptyBatch, rowsOf } from '../batch.ts';
import type { Life } from '../life.ts';
import { type Random, randomOf } from '../random.ts';
import { type Asking, askAt, type Packing, type Segment, segmentsOf, writeSegment } from './segment.ts';

export interface PackerOptions {
  readonly packing: Packing;
  readonly widths: BatchWidths;
  /** Rows of a shard. */
  readonly rows: number;
  /** Places of a row at which outcomes are asked. */
  readonly queries: number;
  /** Segments held to draw from: rows mix people this far apart in the data set. */
  readonly pool: number;
  readonly seed: number;
  /** Takes each full shard. */
  readonly onShard: (batch: Batch) => void;
}

/** Packs lives into shards of rows, several people a row where they fit; memory is that of the pool and of one shard. */
export class Packer {
  readonly #options: PackerOptions;
  readonly #random: Random;
  readonly #pool: Segment[] = [];
  #shard: Batch;
  #row = 0;
  #filled = 0;
  #places: Asking[] = [];

  constructor(options: PackerOptions) {
    this.#options = options;
    this.#random = randomOf(options.seed);
    this.#shard = this.#fresh();
  }

  add(life: Life): void {
    this.#pool.push(...segmentsOf(life, this.#options.packing));
    while (this.#pool.length > this.#options.pool) this.#placeOne();
  }

  /** Packs what is left; the last shard has only the rows that are filled. */
  finish(): void {
    while (this.#pool.length > 0) this.#placeOne();
    if (this.#filled > 0) this.#closeRow();
    if (this.#row > 0) this.#emit();
  }

  #placeOne(): void {
    const drawn = Math.floor(this.#random() * this.#pool.length);
    const segment = this.#pool[drawn];
    const last = this.#pool.pop();
    if (!segment || !last) return;
    if (drawn < this.#pool.length) this.#pool[drawn] = last;
    const { packing } = this.#options;
    if (this.#filled + segment.codes.length > packing.length) this.#closeRow();
    this.#places.push(...writeSegment(this.#shard, this.#row, this.#filled, segment, packing));
    this.#filled += segment.codes.length;
  }

  #closeRow(): void {
    askAt(this.#shard, this.#row, this.#places, this.#options.widths.outcomes.length, this.#random);
    this.#row += 1;
    this.#filled = 0;
    this.#places = [];
    if (this.#row === this.#options.rows) this.#emit();
  }

  #emit(): void {
    this.#options.onShard(rowsCopied(this.#shard, this.#row, this.#options.widths));
    this.#shard = this.#fresh();
    this.#row = 0;
  }

  #fresh(): Batch {
    const { rows, packing, queries, widths } = this.#options;
    return emptyBatch({ rows, length: packing.length, queries }, widths);
  }
}

/** The first rows of a batch, in arrays of their own. */
function rowsCopied(batch: Batch, rows: number, widths: BatchWidths): Batch {
  if (rows === batch.rows) return batch;
  const copy = emptyBatch({ rows, length: batch.length, queries: batch.queries }, widths);
  const part = rowsOf(batch, 0, rows);
  for (const name of Object.keys(copy) as (keyof Batch)[]) {
    const [to, from] = [copy[name], part[name]];
    if (typeof to === 'object' && typeof from === 'object') to.set(from);
  }
  return copy;
}
