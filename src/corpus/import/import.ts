import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { whole } from '../build/build.ts';
import { literal, openDatabase } from '../database.ts';
import { DATASET_FILE, readMetadata } from '../dataset.ts';
import { DEFAULT_SHARES, type SplitShares } from '../events/subject.ts';
import type { DatasetMetadata } from '../types.ts';
import { finishDataset } from '../write/finish.ts';
import type { Sizes } from '../write/metadata.ts';
import { importCsv, type Rejected } from './csv.ts';
import type { Mapping } from './mapping.ts';
import { type Dropped, importMeds, medsSource } from './meds.ts';

export interface ImportOptions {
  /** Version of the software, for `dataset.json`. */
  readonly version: string;
  /** For CSV; without one, the input must be Parquet in the layout of MEDS or near it. */
  readonly mapping?: Mapping | undefined;
  readonly name?: string | undefined;
  readonly shares?: SplitShares;
  readonly shards?: number | undefined;
  /** Marks the data set so that training refuses it. */
  readonly identifiedSource?: boolean;
}

export interface Imported extends Sizes {
  readonly rejected: readonly Rejected[];
  readonly dropped: readonly Dropped[];
}

/**
 * Makes a MEDS 0.4 data set of one in another layout, or of CSV files by a mapping. Splits that the source has are kept, and what
 * it says of its codes. Nothing stands at `output` before all of it does.
 * @throws ProdromeError `input-missing`, `corpus-invalid`, `corpus-csv-invalid`, `output-exists`
 */
export async function importCorpus(input: string, output: string, options: ImportOptions): Promise<Imported> {
  if (!existsSync(input)) throw new ProdromeError('input-missing', { path: input });
  const { mapping } = options;
  const source = mapping === undefined ? medsSource(input) : undefined;
  if (mapping === undefined && source === undefined) {
    throw new ProdromeError('corpus-invalid', { path: input, why: 'no Parquet in it: for CSV, give a --mapping' });
  }
  return whole(output, async (folder) => {
    const runs = join(folder, 'runs');
    mkdirSync(runs);
    const database = await openDatabase();
    let [rejected, dropped]: [Rejected[], Dropped[]] = [[], []];
    try {
      if (mapping) rejected = await importCsv(database, input, mapping, runs);
      else if (source) dropped = await importMeds(database, source, input, runs);
    } finally {
      database.close();
    }
    const sizes = await finishDataset(
      readdirSync(runs)
        .sort()
        .map((file) => join(runs, file)),
      join(folder, 'set'),
      {
        shares: options.shares ?? DEFAULT_SHARES,
        shards: options.shards,
        dealing: 'rank',
        distinct: false,
        splits: source?.splits === undefined ? undefined : `read_parquet(${literal(source.splits)})`,
        metadata: metadataOf(input, output, options),
      },
    );
    return { ...sizes, rejected, dropped };
  });
}

/** What the source says of itself is kept: above all, that no model may learn from it. */
function metadataOf(
  input: string,
  output: string,
  { version, mapping, name, identifiedSource }: ImportOptions,
): DatasetMetadata {
  const from = statSync(input).isDirectory() && existsSync(join(input, DATASET_FILE)) ? readMetadata(input) : undefined;
  const trainable = identifiedSource ? false : from?.trainable;
  return {
    dataset_name: name ?? mapping?.name ?? (from?.dataset_name || basename(resolve(output))),
    dataset_version: mapping?.release ?? (from?.dataset_version || '1'),
    etl_name: 'prodrome corpus import',
    etl_version: version,
    meds_version: '0.4.1',
    ...(trainable === undefined ? {} : { trainable }),
    ...(from?.deidentification === undefined ? {} : { deidentification: from.deidentification }),
    ...(mapping?.license === undefined ? {} : { license: mapping.license }),
  };
}
