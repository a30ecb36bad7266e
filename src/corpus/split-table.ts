import type { DuckDBDataChunk } from '@duckdb/node-api';
import { type Database, literal } from './database.ts';
import type { Dataset } from './dataset.ts';
import type { Split } from './types.ts';
import { itemsOf } from './vectors.ts';

const SPLITS: readonly Split[] = ['train', 'tuning', 'held_out'];

/** Which split each person is in: 9 bytes a person, sorted by id, as a data set may have millions. */
export class SplitTable {
  readonly #ids: BigInt64Array;
  readonly #splits: Int8Array;

  private constructor(ids: BigInt64Array, splits: Int8Array) {
    this.#ids = ids;
    this.#splits = splits;
  }

  /** The splits that a data set names; nobody is in one where it names none. */
  static async of({ connection, rows }: Database, { splits }: Dataset): Promise<SplitTable> {
    if (splits === undefined) return new SplitTable(new BigInt64Array(), new Int8Array());
    const known = `from read_parquet(${literal(splits)}) where subject_id is not null`;
    const [count] = await rows(`select count(distinct subject_id)::int as n ${known}`);
    const [ids, numbers] = [new BigInt64Array(Number(count?.n ?? 0)), new Int8Array(Number(count?.n ?? 0))];
    const number = `case any_value(split) ${SPLITS.map((split, k) => `when ${literal(split)} then ${k}`).join(' ')} else -1 end`;
    const result = await connection.stream(
      `select subject_id::bigint, (${number})::tinyint ${known} group by 1 order by 1`,
    );
    let at = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const [some, their] = columnsOf(chunk);
      ids.set(some, at);
      numbers.set(their, at);
      at += chunk.rowCount;
    }
    return new SplitTable(ids, numbers);
  }

  get(id: bigint): Split | undefined {
    let [low, high] = [0, this.#ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#ids[middle] ?? 0n;
      if (found === id) return SPLITS[this.#splits[middle] ?? -1];
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}

function columnsOf(chunk: DuckDBDataChunk): [BigInt64Array, Int8Array] {
  const ids = itemsOf(chunk.getColumnVector(0), BigInt64Array);
  return [ids.subarray(0, chunk.rowCount), itemsOf(chunk.getColumnVector(1), Int8Array).subarray(0, chunk.rowCount)];
}
