import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { streamLines } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { fileList, openDatabase } from '../database.ts';
import type { SplitShares } from '../events/subject.ts';
import type { DatasetMetadata } from '../types.ts';
import { type Sizes, writeMetadata } from '../write/metadata.ts';
import { RunWriter } from '../write/runs.ts';
import { dealSubjects, shardOf, writeDescribed, writeShard } from '../write/shards.ts';
import { whole } from './build.ts';

const text = z.string().nullable();

/** One line of `prodrome corpus build -`; the subject id is read from the text, as it is longer than a double holds. */
const lineSchema = z.object({
  time: z.number().nullable(),
  code: z.string().min(1),
  numeric_value: z.number().nullable(),
  text_value: text,
  source_type: text,
  source_id: text,
  description: text,
  parent_codes: z.array(z.string()),
});

export interface StageOptions {
  /** The number of the shard, and of all shards. */
  readonly index: number;
  readonly of: number;
  readonly shares: SplitShares;
}

/**
 * Writes one shard of a data set, made of the events of its subjects in any order (NDJSON of {@link filterBundles}), into a
 * folder where all shards gather. To do a shard again, or twice at once, is harmless: it is the same, and takes its place whole.
 * @throws ProdromeError `corpus-line-invalid`
 */
export async function stageShard(
  input: Readable,
  folder: string,
  { index, of, shares }: StageOptions,
): Promise<number> {
  const runs = join(folder, `runs-${index}.partial-${process.pid}`);
  mkdirSync(runs, { recursive: true });
  mkdirSync(join(folder, 'described'), { recursive: true });
  try {
    await writeRuns(input, runs, index, of);
    const files = readdirSync(runs).map((file) => join(runs, file));
    if (files.length === 0) return 0;
    const database = await openDatabase();
    try {
      await database.connection.run(`create view runs as select * from read_parquet(${fileList(files)})`);
      await dealSubjects(database, { events: 'runs', shares, shards: of, dealing: 'range' });
      await writeDescribed(database, 'runs', join(folder, 'described', `${index}.parquet`));
      return await writeShard(database, 'runs', join(folder, 'set'), index);
    } finally {
      database.close();
    }
  } finally {
    rmSync(runs, { recursive: true, force: true });
  }
}

async function writeRuns(input: Readable, runs: string, index: number, of: number): Promise<void> {
  const writer = await RunWriter.open(runs, 'run');
  try {
    let number = 0;
    for await (const content of streamLines(input, 'standard input')) {
      number++;
      const line = content.toString('utf8');
      if (line.trim() === '') continue;
      const { time, code, ...event } = parse(line, number);
      const subjectId = BigInt(/^\{"subject_id":(\d{1,19}),/.exec(line)?.[1] ?? '0');
      if (subjectId <= 0n) throw invalid(number, 'subject_id must come first and be a positive integer');
      if (shardOf(subjectId, of) !== index)
        throw invalid(number, `it belongs to shard ${shardOf(subjectId, of)}, not ${index}`);
      await writer.add([
        {
          subjectId,
          time,
          code,
          value: event.numeric_value,
          text: event.text_value,
          sourceType: event.source_type,
          sourceId: event.source_id,
          description: event.description,
          parents: event.parent_codes,
        },
      ]);
    }
  } finally {
    await writer.close();
  }
}

function parse(line: string, number: number): z.infer<typeof lineSchema> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw invalid(number, 'it is not JSON');
  }
  const parsed = lineSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalid(number, `${parsed.error.issues[0]?.path.join('.') ?? ''} is not as it should be`);
}

function invalid(line: number, why: string): ProdromeError {
  return new ProdromeError('corpus-line-invalid', { line, why });
}

/**
 * Makes a data set of staged shards.
 * @throws ProdromeError `corpus-invalid` when nothing was staged, `output-exists`
 */
export async function finishStage(stage: string, output: string, metadata: DatasetMetadata): Promise<Sizes> {
  const described = join(stage, 'described');
  const files = existsSync(described)
    ? readdirSync(described)
        .filter((name) => name.endsWith('.parquet'))
        .sort()
    : [];
  if (files.length === 0) throw new ProdromeError('corpus-invalid', { path: stage, why: 'no shard was staged in it' });
  return whole(output, async (folder) => {
    move(join(stage, 'set'), join(folder, 'set'));
    const database = await openDatabase();
    try {
      return await writeMetadata(
        database,
        join(folder, 'set'),
        files.map((name) => join(described, name)),
        metadata,
      );
    } finally {
      database.close();
    }
  });
}

/** Moves a folder, over a border of file systems if need be. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
  }
}
