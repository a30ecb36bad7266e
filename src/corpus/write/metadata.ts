import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, fileList, literal } from '../database.ts';
import { CODES_FILE, DATASET_FILE, openDataset, SPLITS_FILE } from '../dataset.ts';
import type { DatasetMetadata } from '../types.ts';
import { SEPARATOR } from './runs.ts';
import { PARQUET } from './sql.ts';

/** How much there is in a data set. */
export interface Sizes {
  readonly events: number;
  readonly subjects: number;
  readonly codes: number;
  readonly shards: number;
}

/**
 * Writes `metadata/` of a data set whose shards lie in `folder/data/SPLIT/`, out of what the events said of their codes
 * (`described`, files of `writeDescribed`). A data set without a version is named by its content.
 */
export async function writeMetadata(
  database: Database,
  folder: string,
  described: readonly string[],
  metadata: DatasetMetadata,
): Promise<Sizes> {
  mkdirSync(join(folder, 'metadata'), { recursive: true });
  const { shards } = openDataset(folder);
  const events = `read_parquet(${fileList(shards)}, filename = true)`;
  const [splits] =
    await database.rows(`copy (select distinct subject_id, parse_filename(parse_dirpath(filename)) as split
    from ${events} order by subject_id) to ${literal(join(folder, SPLITS_FILE))} (${PARQUET})`);
  const codes = await writeCodes(database, described, join(folder, CODES_FILE));
  const [count] = await database.rows(`select count(*) as n from ${events}`);
  const dataset_version = metadata.dataset_version || (await digestOf([...shards, join(folder, CODES_FILE)]));
  writeFileSync(join(folder, DATASET_FILE), `${JSON.stringify({ ...metadata, dataset_version }, null, 2)}\n`);
  return { events: Number(count?.n ?? 0), subjects: Number(splits?.Count ?? 0), codes, shards: shards.length };
}

/** The first 12 hex digits of SHA-256 of the files: a version that the same content has everywhere. */
async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 12);
}

/** The description that a code has most often, the first by alphabet of equals; all parents that it was seen with. */
async function writeCodes(database: Database, described: readonly string[], file: string): Promise<number> {
  const [result] = await database.rows(`copy (
    with seen as (from read_parquet(${fileList(described)})),
    named as (select code, description, sum(n) as n from seen where description is not null group by all),
    parented as (select code, unnest(string_split(parents, chr(${SEPARATOR.charCodeAt(0)}))) as parent from seen where parents is not null)
    select c.code, d.description, p.parents as parent_codes
    from (select distinct code from seen) c
    left join (select code, first(description order by n desc, description) as description from named group by code) d using (code)
    left join (select code, list_sort(list(distinct parent)) as parents from parented group by code) p using (code)
    order by c.code) to ${literal(file)} (${PARQUET})`);
  return Number(result?.Count ?? 0);
}
