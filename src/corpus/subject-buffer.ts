import { ProdromeError } from '../errors.ts';
import type { Split, Subject } from './types.ts';

/** The columns of some events, as they come. */
export interface EventColumns {
  readonly times: Float64Array;
  readonly codes: Uint32Array;
  readonly values: Float32Array;
  readonly texts: Int32Array;
}

/** Gathers the events of one person out of pieces; used again for the next one. */
export class SubjectBuffer {
  id = -1n;
  length = 0;
  readonly #path: string;
  #times = new Float64Array(4096);
  #codes = new Uint32Array(4096);
  #values = new Float32Array(4096);
  #texts = new Int32Array(4096);

  /** `path`: the shard, for errors. */
  constructor(path: string) {
    this.#path = path;
  }

  restart(id: bigint): void {
    this.id = id;
    this.length = 0;
  }

  /**
   * Adds the events [start, end) of some columns.
   * @throws ProdromeError `corpus-invalid` when they are not in the order of time
   */
  add({ times, codes, values, texts }: EventColumns, start: number, end: number): void {
    const from = this.length;
    this.length += end - start;
    if (this.length > this.#times.length) this.#grow();
    this.#times.set(times.subarray(start, end), from);
    this.#codes.set(codes.subarray(start, end), from);
    this.#values.set(values.subarray(start, end), from);
    this.#texts.set(texts.subarray(start, end), from);
    this.#assertOrder(Math.max(from, 1));
  }

  /** What was gathered, as arrays of its own. */
  take(split: Split | undefined): Subject {
    return {
      id: this.id,
      ...(split === undefined ? {} : { split }),
      times: this.#times.slice(0, this.length),
      codes: this.#codes.slice(0, this.length),
      values: this.#values.slice(0, this.length),
      texts: this.#texts.slice(0, this.length),
    };
  }

  #assertOrder(from: number): void {
    const times = this.#times;
    for (let index = from; index < this.length; index++) {
      const [before = Number.NaN, time = Number.NaN] = [times[index - 1], times[index]];
      if (time < before || (Number.isNaN(time) && !Number.isNaN(before))) {
        throw new ProdromeError('corpus-invalid', {
          path: this.#path,
          why: 'events are not in the order of time: bring it in with prodrome corpus import',
        });
      }
    }
  }

  #grow(): void {
    const capacity = Math.max(this.length, this.#times.length * 2);
    const larger = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#times = larger(this.#times, new Float64Array(capacity));
    this.#codes = larger(this.#codes, new Uint32Array(capacity));
    this.#values = larger(this.#values, new Float32Array(capacity));
    this.#texts = larger(this.#texts, new Int32Array(capacity));
  }
}
