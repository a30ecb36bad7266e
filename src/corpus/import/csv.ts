import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { type Database, identifier, literal } from '../database.ts';
import { PARQUET, RUN_COLUMNS } from '../write/sql.ts';
import { headOf } from './csv-head.ts';
import { columnsOf, PROBLEMS, selectionOf, withoutRepeats } from './csv-sql.ts';
import type { Mapping, MappingFile } from './mapping.ts';

/** Rows of a file that gave no event, by why. Never their content. */
export interface Rejected {
  readonly file: string;
  readonly code: string;
  readonly why: string;
  readonly rows: number;
  /** Of the first of them; the head of the file is line 1. */
  readonly line: number;
}

/**
 * Writes the events of CSV files, by a mapping, as runs.
 * @throws ProdromeError `input-missing`, `corpus-csv-invalid` (not CSV, or a column is missing)
 */
export async function importCsv(
  database: Database,
  folder: string,
  mapping: Mapping,
  runs: string,
): Promise<Rejected[]> {
  const rejected: Rejected[] = [];
  for (const [index, file] of mapping.files.entries()) {
    const path = join(folder, file.path);
    if (!existsSync(path)) throw new ProdromeError('input-missing', { path });
    await loadFile(database, file, path);
    for (const [number, rule] of file.events.entries()) {
      const { connection } = database;
      const selection = selectionOf(rule, file, mapping, 'csv');
      await connection.run(`create or replace temp table mapped as ${withoutRepeats(selection, rule.repeated)}`);
      await connection.run(`copy (select ${RUN_COLUMNS} from mapped where problem is null)
        to ${literal(join(runs, `${index}-${number}.parquet`))} (${PARQUET})`);
      const problems = await database.rows(
        'select problem, count(*)::int as n, min(line)::bigint as line from mapped where problem is not null group by 1 order by 1',
      );
      for (const { problem, n, line } of problems) {
        const why = PROBLEMS[String(problem) as keyof typeof PROBLEMS];
        rejected.push({ file: file.path, code: rule.code, why, rows: Number(n), line: Number(line) });
      }
    }
  }
  return rejected;
}

/** The table `csv`: the columns that are used, as texts, missing ones null, and the line. */
async function loadFile({ connection }: Database, file: MappingFile, path: string): Promise<void> {
  const invalid = (why: string) => new ProdromeError('corpus-csv-invalid', { path, why });
  const head = headOf(path, file.delimiter);
  if (head === undefined) throw invalid('it has no first line with the names of the columns');
  for (const column of columnsOf(file)) {
    if (!head.includes(column)) {
      throw invalid(`it has no column ${column} (its columns: ${head.slice(0, 12).join(', ')})`);
    }
  }
  if (new Set(head).size < head.length) throw invalid('two of its columns have one name');
  const columns = head.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const source = `read_csv(${literal(path)}, columns = {${columns}}, auto_detect = false, header = true,
    delim = ${literal(file.delimiter)}, quote = '"', escape = '"', strict_mode = true)`;
  const missing = file.missing.map(literal).join(', ');
  const cells = [...columnsOf(file)].map((column) => {
    const cell = identifier(column);
    return missing === '' ? cell : `case when trim(${cell}) not in (${missing}) then ${cell} end as ${cell}`;
  });
  await connection
    .run(
      `create or replace temp table csv as select row_number() over () + 1 as line, ${cells.join(', ')} from ${source}`,
    )
    .catch((error: unknown) => {
      throw invalid(reasonOf(error));
    });
}

/** The line and the kind of fault that DuckDB names; not its message, which quotes the row. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, line] = /CSV Error on Line: (\d+)/.exec(message) ?? [];
  const kinds = [
    'Expected Number of Columns',
    'unterminated quote',
    'Value with unterminated quote',
    'Invalid unicode',
    'not utf-8',
  ];
  const kind = kinds.find((each) => message.toLowerCase().includes(each.toLowerCase()));
  return `${kind === undefined ? 'it cannot be read as CSV' : kind.toLowerCase()}${line === undefined ? '' : `, line ${line}`}`;
}
