import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { type Database, fileList, identifier, literal } from '../database.ts';
import { CODES_FILE, SPLITS_FILE } from '../dataset.ts';
import { PARQUET, RUN_COLUMNS } from '../write/sql.ts';

/** Events in Parquet, in the layout of MEDS 0.4 or near it. */
export interface MedsSource {
  readonly files: readonly string[];
  readonly codes?: string;
  readonly splits?: string;
}

/** The shards of a MEDS data set, of a folder of Parquet files, or one file; undefined when there is no Parquet. */
export function medsSource(path: string): MedsSource | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ProdromeError('input-missing', { path });
  if (stats.isFile()) return path.endsWith('.parquet') ? { files: [path] } : undefined;
  const root = existsSync(join(path, 'data')) ? join(path, 'data') : path;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.parquet') && (root !== path || !name.startsWith('metadata')))
    .sort()
    .map((name) => join(root, name));
  if (files.length === 0) return undefined;
  const [codes, splits] = [join(path, CODES_FILE), join(path, SPLITS_FILE)];
  return { files, ...(existsSync(codes) ? { codes } : {}), ...(existsSync(splits) ? { splits } : {}) };
}

/** Other names of the columns: of earlier MEDS, of ESGPT and of MEDS-like exports. */
const NAMES = {
  subject_id: ['subject_id', 'patient_id', 'person_id'],
  time: ['time', 'timestamp', 'start', 'datetime'],
  code: ['code'],
  numeric_value: ['numeric_value', 'numerical_value', 'value_as_number', 'value'],
  text_value: ['text_value', 'string_value', 'value_as_string'],
  source_type: ['source_type', 'table', 'source_table'],
  source_id: ['source_id', 'row_id'],
} as const;

type Column = keyof typeof NAMES;

/** Rows that were left out, and why. */
export interface Dropped {
  readonly why: string;
  readonly rows: number;
}

/**
 * Writes the events of a foreign layout as runs: columns by their other names, numbers and texts told apart, times of any kind as
 * microseconds without a zone. Rows without a subject or a code are left out and counted.
 * @throws ProdromeError `corpus-invalid` when there is no subject, time or code among the columns
 */
export async function importMeds(
  database: Database,
  source: MedsSource,
  path: string,
  runs: string,
): Promise<Dropped[]> {
  const relation = `read_parquet(${fileList(source.files)}, union_by_name = true)`;
  const described = await database.rows(`describe from ${relation}`).catch(() => {
    throw new ProdromeError('corpus-invalid', { path, why: 'its files are not Parquet of one layout' });
  });
  const types = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  const named = (column: Column) => NAMES[column].find((name) => types.has(name));
  for (const column of ['subject_id', 'time', 'code'] as const) {
    if (named(column) === undefined) {
      throw new ProdromeError('corpus-invalid', {
        path,
        why: `no column ${NAMES[column].join(' or ')} (its columns: ${[...types.keys()].join(', ')})`,
      });
    }
  }
  const cell = (column: Column) => {
    const name = named(column);
    return name === undefined ? undefined : identifier(name);
  };
  const value = named('numeric_value') ?? '';
  const isText = types.get(value) === 'VARCHAR';
  const number = value === '' ? 'null::float' : `try_cast(${identifier(value)} as float)`;
  const words = isText
    ? `case when try_cast(${identifier(value)} as float) is null then ${identifier(value)} end`
    : 'null::varchar';
  const parents = 'null::varchar';
  const codes = source.codes === undefined ? undefined : `read_parquet(${literal(source.codes)})`;
  const metadata = codes === undefined ? undefined : await codeColumns(database, codes);
  await database.connection.run(`create view foreign_events as select try_cast(${cell('subject_id')} as bigint) as subject_id,
    try_cast(${cell('time')} as timestamp) as "time", ${cell('time')} is not null and try_cast(${cell('time')} as timestamp) is null as is_bad,
    nullif(trim(${cell('code')}::varchar), '') as code, case when isfinite(${number}) then ${number} end as numeric_value,
    ${cell('text_value') ?? words}::varchar as text_value, ${cell('source_type') ?? 'null'}::varchar as source_type,
    ${cell('source_id') ?? 'null'}::varchar as source_id from ${relation}`);
  const joined = metadata === undefined ? `foreign_events` : `foreign_events left join (${metadata}) m using (code)`;
  const extra =
    metadata === undefined ? `null::varchar as description, ${parents} as parents` : 'm.description, m.parents';
  const good = 'subject_id is not null and subject_id >= 0 and code is not null and not is_bad';
  await database.connection.run(`copy (select ${RUN_COLUMNS} from (select foreign_events.*, ${extra} from ${joined}) where ${good})
    to ${literal(join(runs, '0.parquet'))} (${PARQUET})`);
  const [counts] = await database.rows(`select count(*) filter (subject_id is null or subject_id < 0)::int as subject,
    count(*) filter (code is null)::int as code, count(*) filter (is_bad)::int as "time" from foreign_events`);
  return [
    { why: 'no subject, or one that is no positive integer', rows: Number(counts?.subject ?? 0) },
    { why: 'no code', rows: Number(counts?.code ?? 0) },
    { why: 'a time that is none', rows: Number(counts?.time ?? 0) },
  ].filter(({ rows }) => rows > 0);
}

/** Code, description and parents of `metadata/codes.parquet`, once a code. */
async function codeColumns(database: Database, codes: string): Promise<string> {
  const described = await database.rows(`describe from ${codes}`);
  const has = (name: string) => described.some(({ column_name: column }) => column === name);
  return `select code, any_value(${has('description') ? 'description' : 'null::varchar'}) as description,
    any_value(${has('parent_codes') ? 'array_to_string(parent_codes, chr(10))' : 'null::varchar'}) as parents from ${codes} group by code`;
}
