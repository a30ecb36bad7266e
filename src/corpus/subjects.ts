import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { ProdromeError } from '../errors.ts';
import { type Database, type DatabaseOptions, fileList, literal, openDatabase } from './database.ts';
import { assertTrainable, type Dataset, openDataset } from './dataset.ts';
import { SplitTable } from './split-table.ts';
import { SubjectBuffer } from './subject-buffer.ts';
import type { CodeDictionary, Split, Subject } from './types.ts';
import { itemsOf } from './vectors.ts';

export interface ReadSubjectsOptions extends DatabaseOptions {
  /** Only people of this split; all when absent. */
  readonly split?: Split;
  /** Opens a data set of identified records, too, which no model may learn from; without it, such a set is refused. */
  readonly allowIdentified?: boolean;
  /** Reads `text_value`, too, as numbers of {@link CodeDictionary.texts}; what is longer than {@link LONGEST_WORD} is a text, and is not read. */
  readonly texts?: boolean;
}

/** Characters of the longest result in words, as in a data set of `prodrome corpus build`. */
const LONGEST_WORD = 200;

/** A data set that is open to be read from beginning to end, as often as wanted, one pass at a time. */
export interface SubjectReader {
  readonly dictionary: CodeDictionary;
  /**
   * People in the order of the shards, each with all of their events.
   * @throws ProdromeError `corpus-invalid` when a shard is not sorted by subject and time
   */
  subjects(): AsyncGenerator<Subject>;
  close(): void;
}

/**
 * Streams the people of a MEDS data set; see {@link openSubjects}, which also gives the dictionary of the codes.
 * @throws ProdromeError as {@link openSubjects} and {@link SubjectReader.subjects}
 */
export async function* readSubjects(folder: string, options: ReadSubjectsOptions = {}): AsyncGenerator<Subject> {
  const reader = await openSubjects(folder, options);
  try {
    yield* reader.subjects();
  } finally {
    reader.close();
  }
}

/**
 * Opens a MEDS data set for reading person by person. Only one person and a few thousand events are held at a time.
 * @throws ProdromeError `input-missing`, `corpus-invalid`, `corpus-identified`; when a split is asked for and the data set has no splits, `corpus-invalid`
 */
export async function openSubjects(folder: string, options: ReadSubjectsOptions = {}): Promise<SubjectReader> {
  if (!options.allowIdentified) assertTrainable(folder);
  const dataset = openDataset(folder);
  if (options.split !== undefined && dataset.splits === undefined) {
    throw new ProdromeError('corpus-invalid', {
      path: folder,
      why: 'it has no metadata/subject_splits.parquet: prodrome corpus import makes one',
    });
  }
  const database = await openDatabase({ memory: '1GB', ...options });
  try {
    const dictionary = await dictionaryOf(database, dataset, options.texts ?? false);
    const splits = await SplitTable.of(database, dataset);
    return {
      dictionary,
      subjects: () => stream(database.connection, dataset, options, splits),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Codes become an ENUM: DuckDB then turns a code into its number once for each entry of a shard's own dictionary, and not once
 * for each event; the number arrives as a typed array. The codes are those of the events, listed in `codes.parquet` or not.
 */
async function dictionaryOf(database: Database, dataset: Dataset, texts: boolean): Promise<CodeDictionary> {
  const { connection } = database;
  const events = `read_parquet(${fileList(dataset.shards)})`;
  const codes = dataset.codes === undefined ? undefined : `read_parquet(${literal(dataset.codes)})`;
  const listed = codes === undefined ? '' : `union select code from ${codes}`;
  await connection.run(`create table code_names as select code from (select distinct code from ${events} ${listed})
    where code is not null order by code`);
  await connection.run('create type code_name as enum (select code from code_names order by code)');
  const described = await database.rows(
    codes === undefined
      ? `select code, '' as description from code_names order by code`
      : `select n.code, coalesce(any_value(c.description), '') as description from code_names n
         left join ${codes} c on c.code = n.code group by n.code order by n.code`,
  );
  if (texts) {
    await connection.run(
      `create type text_value as enum (select distinct text_value from ${events} where length(text_value) <= ${LONGEST_WORD} order by 1)`,
    );
  }
  const textRows = texts ? await database.rows('select unnest(enum_range(null::text_value)) as text') : [];
  return {
    codes: described.map(({ code }) => String(code)),
    descriptions: described.map(({ description }) => String(description)),
    texts: textRows.map(({ text }) => String(text)),
  };
}

async function* stream(
  connection: DuckDBConnection,
  { shards }: Dataset,
  { split, texts = false }: ReadSubjectsOptions,
  splits: SplitTable,
): AsyncGenerator<Subject> {
  for (const shard of shards) {
    const buffer = new SubjectBuffer(shard);
    const seen = new Set<bigint>();
    const finished = (): Subject | undefined => {
      if (buffer.length === 0) return undefined;
      if (seen.has(buffer.id)) throw notSorted(shard);
      seen.add(buffer.id);
      const own = splits.get(buffer.id);
      return split !== undefined && own !== split ? undefined : buffer.take(own);
    };
    const result = await connection.stream(selectionOf(shard, texts));
    for (;;) {
      const chunk = await result.fetchChunk();
      // Asked of the database anew each time.
      const rows = chunk?.rowCount ?? 0;
      if (!chunk || rows === 0) break;
      const columns = columnsOf(chunk);
      for (let start = 0; start < rows; ) {
        const id = columns.ids[start] ?? 0n;
        if (id !== buffer.id) {
          const subject = finished();
          if (subject) yield subject;
          buffer.restart(id);
        }
        let end = start + 1;
        while (end < rows && columns.ids[end] === id) end++;
        buffer.add(columns, start, end);
        start = end;
      }
    }
    const last = finished();
    if (last) yield last;
  }
}

function notSorted(path: string): ProdromeError {
  return new ProdromeError('corpus-invalid', {
    path,
    why: 'the events of one subject do not stand together: bring it in with prodrome corpus import',
  });
}

/** The columns of a shard as numbers without nulls; in the order of the file, which DuckDB keeps for a plain projection. */
function selectionOf(shard: string, texts: boolean): string {
  const text = texts ? `coalesce(enum_code(try_cast(text_value as text_value))::int, -1)` : '-1::int';
  return `select subject_id, coalesce(epoch_us("time")::double, 'nan'::double), enum_code(cast(code as code_name))::uinteger,
      coalesce(numeric_value::float, 'nan'::float), ${text} from read_parquet(${literal(shard)})`;
}

function columnsOf(chunk: DuckDBDataChunk) {
  return {
    ids: itemsOf(chunk.getColumnVector(0), BigInt64Array),
    times: itemsOf(chunk.getColumnVector(1), Float64Array),
    codes: itemsOf(chunk.getColumnVector(2), Uint32Array),
    values: itemsOf(chunk.getColumnVector(3), Float32Array),
    texts: itemsOf(chunk.getColumnVector(4), Int32Array),
  };
}
