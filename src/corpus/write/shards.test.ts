import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { DEFAULT_SHARES } from '../events/subject.ts';
import { dealSubjects, shardOf, shardsFor, writeShard } from './shards.ts';

/** A shard of 300,000 events, three row groups, written with so many threads. */
async function written(threads: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-test-'));
  const database = await openDatabase({ threads });
  await database.connection.run(`create table runs as select (hash(n % 700) >> 1)::bigint as subject_id,
    make_timestamp(((hash(n) % 1000000000) * 1000000)::bigint) as "time", 'LAB//' || (n % 50) as code, (n % 997)::float as numeric_value,
    null::varchar as text_value, 'Observation' as source_type, n::varchar as source_id from range(300000) t(n)`);
  const shares = { ...DEFAULT_SHARES, train: 1, tuning: 0, held_out: 0 };
  await dealSubjects(database, { events: 'runs', shares, shards: 1, dealing: 'range' });
  expect(await writeShard(database, 'runs', folder, 0)).toBe(300_000);
  database.close();
  return createHash('sha256')
    .update(readFileSync(join(folder, 'data/train/0.parquet')))
    .digest('hex');
}

describe('writeShard', () => {
  it('writes the same bytes with any number of threads', async () => {
    expect(await written(7)).toBe(await written(1));
  });
});

describe('shards', () => {
  it('are equal ranges of the ids', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), fc.integer({ min: 1, max: 4096 }), (id, shards) => {
        const shard = BigInt(shardOf(id, shards));
        expect(shard * 2n ** 63n <= id * BigInt(shards) && id * BigInt(shards) < (shard + 1n) * 2n ** 63n).toBe(true);
      }),
    );
  });

  it('are as many as the events ask for', () => {
    expect([0, 4_000_000, 4_000_001, 31_000_000].map(shardsFor)).toEqual([1, 1, 2, 8]);
  });
});
