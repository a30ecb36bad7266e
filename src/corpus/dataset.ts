import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { DatasetMetadata } from './types.ts';

/** Where the parts of a MEDS data set lie in its folder. */
export const CODES_FILE = 'metadata/codes.parquet';
export const SPLITS_FILE = 'metadata/subject_splits.parquet';
export const DATASET_FILE = 'metadata/dataset.json';

/** A MEDS data set on disk. */
export interface Dataset {
  readonly folder: string;
  /** Paths of `data/**.parquet`, in order of name, numbers by size. */
  readonly shards: readonly string[];
  readonly metadata: DatasetMetadata;
  /** Paths of the metadata tables; undefined where the data set has none. */
  readonly codes?: string;
  readonly splits?: string;
}

const metadataSchema = z.looseObject({
  dataset_name: z.string().default(''),
  dataset_version: z.string().default(''),
  etl_name: z.string().default(''),
  etl_version: z.string().default(''),
  meds_version: z.string().default(''),
  created_at: z.string().optional(),
  license: z.string().optional(),
  trainable: z.boolean().optional(),
  deidentification: z
    .object({
      method: z.string(),
      code_sha256: z.string(),
      rules: z.string(),
      rules_sha256: z.string(),
      key_fingerprint: z.string(),
    })
    .optional(),
});

/**
 * Opens a MEDS data set.
 * @throws ProdromeError `input-missing`, `corpus-invalid` (no shards, or `dataset.json` is not what it should be)
 */
export function openDataset(folder: string): Dataset {
  if (!statSync(folder, { throwIfNoEntry: false })) throw new ProdromeError('input-missing', { path: folder });
  const shards = shardsIn(join(folder, 'data'));
  if (shards.length === 0) {
    throw new ProdromeError('corpus-invalid', { path: folder, why: 'no data/*.parquet in it: give a MEDS data set' });
  }
  const optional = (file: string) => (existsSync(join(folder, file)) ? join(folder, file) : undefined);
  const [codes, splits] = [optional(CODES_FILE), optional(SPLITS_FILE)];
  return {
    folder,
    shards,
    metadata: readMetadata(folder),
    ...(codes === undefined ? {} : { codes }),
    ...(splits === undefined ? {} : { splits }),
  };
}

const byNumber = new Intl.Collator('en', { numeric: true });

function shardsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.parquet'))
    .map((name) => join(folder, name))
    .sort(byNumber.compare);
}

/** @throws ProdromeError `corpus-invalid` */
export function readMetadata(folder: string): DatasetMetadata {
  const path = join(folder, DATASET_FILE);
  if (!existsSync(path)) return metadataSchema.parse({});
  const invalid = (why: string) => new ProdromeError('corpus-invalid', { path, why });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw invalid('it is not JSON');
  }
  const parsed = metadataSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/**
 * Refuses a data set that was made from identified records: a model must not learn from it.
 * A data set made elsewhere says nothing of it and is taken at its owner's word.
 * @throws ProdromeError `corpus-identified`, and as {@link openDataset}
 */
export function assertTrainable(folder: string): void {
  if (openDataset(folder).metadata.trainable === false) throw new ProdromeError('corpus-identified', { path: folder });
}
