import { join } from 'node:path';
import { fileList, openDatabase } from '../database.ts';
import type { SplitShares } from '../events/subject.ts';
import type { DatasetMetadata } from '../types.ts';
import { type Sizes, writeMetadata } from './metadata.ts';
import { type Dealing, dealSubjects, shardsFor, writeDescribed, writeShard } from './shards.ts';

export interface FinishOptions {
  readonly shares: SplitShares;
  readonly metadata: DatasetMetadata;
  readonly dealing: Dealing;
  /** Rows that repeat another in all columns are left out. */
  readonly distinct: boolean;
  /** Shards a split; by the number of events when absent. */
  readonly shards?: number | undefined;
  /** A relation with the columns subject_id and split, where splits are given; people that it lacks are drawn. */
  readonly splits?: string | undefined;
}

/** Makes a MEDS data set in `folder` of runs of events. One shard is in memory at a time. */
export async function finishDataset(runs: readonly string[], folder: string, options: FinishOptions): Promise<Sizes> {
  const database = await openDatabase();
  try {
    await database.connection.run(`create view runs as select * from read_parquet(${fileList(runs)})`);
    const [count] = await database.rows('select count(*) as n from runs');
    const shards = options.shards ?? shardsFor(Number(count?.n ?? 0));
    await dealSubjects(database, { ...options, events: 'runs', shards });
    for (let number = 0; number < shards; number++)
      await writeShard(database, 'runs', folder, number, options.distinct);
    const described = join(folder, '..', 'described.parquet');
    await writeDescribed(database, 'runs', described);
    return await writeMetadata(database, folder, [described], options.metadata);
  } finally {
    database.close();
  }
}
