import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, literal } from '../database.ts';
import type { SplitShares } from '../events/subject.ts';
import { EVENT_ORDER, PARQUET, SHARD_COLUMNS, SHARD_PARQUET, SPLIT_PLACE } from './sql.ts';

/** Events a shard, about: few enough to sort in memory, enough to compress well. */
const EVENTS_PER_SHARD = 4_000_000;

/** Shards of a data set: the smallest power of two that keeps one near its size. `events` counts all, repeated ones too. */
export function shardsFor(events: number): number {
  let shards = 1;
  while (shards * EVENTS_PER_SHARD < events) shards *= 2;
  return shards;
}

/** How subjects are dealt to shards: equal ranges of the 63 bits, for ids that are hashes, or equal numbers of subjects. */
export type Dealing = 'range' | 'rank';

const LARGEST = 2n ** 63n;

/** The shard of a hashed subject id: shard 0 holds the lowest ids. */
export function shardOf(subjectId: bigint, shards: number): number {
  return Number((subjectId * BigInt(shards)) / LARGEST);
}

/** The table `subjects`: every subject of `events` with its split, drawn by its hash or given by a Parquet file, and its shard. */
export async function dealSubjects(
  { connection }: Database,
  {
    events,
    shares,
    shards,
    dealing,
    splits,
  }: { events: string; shares: SplitShares; shards: number; dealing: Dealing; splits?: string | undefined },
): Promise<void> {
  const drawn = `case when ${SPLIT_PLACE} < ${shares.train} then 'train'
    when ${SPLIT_PLACE} < ${shares.train + shares.tuning} then 'tuning' else 'held_out' end`;
  const shard =
    dealing === 'range'
      ? `(subject_id::hugeint * ${shards} // ${LARGEST}::hugeint)::int`
      : `(ntile(${shards}) over (order by subject_id) - 1)::int`;
  const given =
    splits === undefined
      ? ''
      : `left join (select subject_id, any_value(split) as split from ${splits} group by 1) given using (subject_id)`;
  await connection.run(`create or replace table subjects as
    select subject_id, ${splits === undefined ? drawn : `coalesce(given.split, ${drawn})`} as split, ${shard} as shard
    from (select distinct subject_id from ${events}) ${given}`);
}

/**
 * Writes one shard of each split, `data/SPLIT/NUMBER.parquet`, sorted, `distinct`: without rows that repeat. A file takes its place only when
 * it is whole, so that a shard may be written again at any time. Returns the number of events.
 */
export async function writeShard(
  database: Database,
  events: string,
  folder: string,
  number: number,
  distinct = true,
): Promise<number> {
  const splits = await database.rows(
    `select split, min(subject_id) as low, max(subject_id) as high from subjects where shard = ${number} group by 1 order by 1`,
  );
  let count = 0;
  for (const { split, low, high } of splits) {
    mkdirSync(join(folder, 'data', String(split)), { recursive: true });
    const file = join(folder, 'data', String(split), `${number}.parquet`);
    const partial = `${file}.partial-${process.pid}`;
    const own = `select subject_id from subjects where shard = ${number} and split = ${literal(String(split))}`;
    try {
      // The range lets DuckDB skip the parts of the runs in which the shard cannot be.
      const [result] = await database.rows(`copy (select ${distinct ? 'distinct ' : ''}${SHARD_COLUMNS} from ${events}
        where subject_id between ${low} and ${high} and subject_id in (${own})
        order by ${EVENT_ORDER}) to ${literal(partial)} (${SHARD_PARQUET})`);
      renameSync(partial, file);
      count += Number(result?.Count ?? 0);
    } finally {
      rmSync(partial, { force: true });
    }
  }
  return count;
}

/** What the events say of their codes, counted: of this the metadata of all shards are made. */
export async function writeDescribed({ connection }: Database, events: string, file: string): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  await connection.run(
    `copy (select code, description, parents, count(*) as n from ${events} group by all) to ${literal(partial)} (${PARQUET})`,
  );
  renameSync(partial, file);
}
