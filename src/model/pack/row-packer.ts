import { type Batch, type BatchWidths, emptyBatch, rowsOf } from '../batch.ts';
import { type Random, randomOf } from '../random.ts';
import type { PackerOptions } from './packer.ts';
import { type Asking, askAt, type Segment, writeSegment } from './segment.ts';

/** Packs pieces of lives into shards of rows of one length. */
export class RowPacker {
  readonly #options: Omit<PackerOptions, 'shorter'>;
  readonly #random: Random;
  readonly #pool: Segment[] = [];
  #shard: Batch | undefined;
  #row = 0;
  #filled = 0;
  #places: Asking[] = [];

  constructor(options: Omit<PackerOptions, 'shorter'>) {
    this.#options = options;
    this.#random = randomOf(options.seed);
  }

  /** Positions of a row. */
  get length(): number {
    return this.#options.packing.length;
  }

  add(segment: Segment): void {
    this.#pool.push(segment);
    while (this.#pool.length > this.#options.pool) this.#placeOne();
  }

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
    this.#places.push(...writeSegment(this.#batch(), this.#row, this.#filled, segment, packing));
    this.#filled += segment.codes.length;
  }

  #closeRow(): void {
    askAt(this.#batch(), this.#row, this.#places, this.#options.widths.outcomes.length, this.#random);
    this.#row += 1;
    this.#filled = 0;
    this.#places = [];
    if (this.#row === this.#options.rows) this.#emit();
  }

  #emit(): void {
    this.#options.onShard(rowsCopied(this.#batch(), this.#row, this.#options.widths));
    this.#shard = undefined;
    this.#row = 0;
  }

  #batch(): Batch {
    const { rows, packing, queries, widths } = this.#options;
    this.#shard ??= emptyBatch({ rows, length: packing.length, queries }, widths);
    return this.#shard;
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
