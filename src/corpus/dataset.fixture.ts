import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { literal, openDatabase } from './database.ts';

/** An event of a test: subject, time as SQL writes it, code, number, text. */
export type Row = readonly [id: bigint, time: string | null, code: string, value?: number | null, text?: string | null];

/** Writes events as they are to a new folder, one shard an entry, and splits when given. */
export async function datasetOf(
  shards: Readonly<Record<string, readonly Row[]>>,
  { splits, metadata }: { splits?: Readonly<Record<string, string>>; metadata?: unknown } = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-test-'));
  const database = await openDatabase({ threads: 1 });
  const write = async (file: string, columns: string, rows: readonly string[]) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const values = rows.length > 0 ? `values ${rows.join(', ')}` : 'select * from (values (null)) where false';
    await database.connection.run(
      `copy (select ${columns} from (${values})) to ${literal(join(folder, file))} (format parquet)`,
    );
  };
  for (const [name, rows] of Object.entries(shards)) {
    await write(
      `data/${name}.parquet`,
      `col0::bigint as subject_id, col1::timestamp as time, col2::varchar as code, col3::float as numeric_value, col4::varchar as text_value`,
      rows.map(([id, time, code, value, text]) => {
        const [at, word] = [time, text ?? null].map((each) => (each === null ? 'null' : literal(each)));
        return `(${id}, ${at}, ${literal(code)}, ${value ?? 'null'}, ${word})`;
      }),
    );
  }
  if (splits) {
    const rows = Object.entries(splits).map(([id, split]) => `(${id}, ${literal(split)})`);
    await write('metadata/subject_splits.parquet', 'col0::bigint as subject_id, col1 as split', rows);
  }
  if (metadata !== undefined) {
    mkdirSync(join(folder, 'metadata'), { recursive: true });
    writeFileSync(join(folder, 'metadata/dataset.json'), JSON.stringify(metadata));
  }
  database.close();
  return folder;
}
