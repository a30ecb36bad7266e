import type { Batch, BatchWidths } from '../batch.ts';
import type { Life } from '../life.ts';
import { RowPacker } from './row-packer.ts';
import { type Packing, segmentsOf } from './segment.ts';

export interface PackerOptions {
  /** Its `length` is that of the longest rows. */
  readonly packing: Packing;
  /** Lengths of shorter rows beside: a piece of a life goes into the shortest that hold it. */
  readonly shorter?: readonly number[];
  readonly widths: BatchWidths;
  /** Rows of a shard of the longest rows; of shorter ones as many as take the same room. */
  readonly rows: number;
  /** Places of a row at which outcomes are asked. */
  readonly queries: number;
  /** Pieces held to draw from, of the longest rows: rows mix people this far apart in the data set. */
  readonly pool: number;
  readonly seed: number;
  /** Takes each full shard. */
  readonly onShard: (batch: Batch) => void;
}

/** Packs lives into shards of rows, several people a row where they fit; memory is that of the pools and of one shard a length. */
export class Packer {
  readonly #packing: Packing;
  /** The shortest rows first. */
  readonly #packers: readonly RowPacker[];

  constructor({ packing, shorter = [], ...options }: PackerOptions) {
    this.#packing = packing;
    const lengths = [...new Set([...shorter.filter((length) => length < packing.length), packing.length])];
    this.#packers = lengths
      .sort((a, b) => a - b)
      .map((length, k) => {
        const times = Math.floor(packing.length / length);
        const { rows, pool, seed } = options;
        return new RowPacker({
          ...options,
          ...{ packing: { ...packing, length }, rows: rows * times, pool: pool * times },
          seed: seed + lengths.length - 1 - k,
        });
      });
  }

  add(life: Life): void {
    for (const segment of segmentsOf(life, this.#packing))
      this.#packers.find(({ length }) => segment.codes.length <= length)?.add(segment);
  }

  /** Packs what is left; the last shard of each length has only the rows that are filled. */
  finish(): void {
    for (const packer of this.#packers) packer.finish();
  }
}
