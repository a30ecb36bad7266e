import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** Memory that DuckDB may use before it spills to disk; the rest of a process's 4 GB is for Node. */
const MEMORY = '2GB';

/** A DuckDB in memory with a temporary folder of its own to spill to. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** The rows of a query as objects; 64-bit integers as bigint. */
  rows(sql: string, values?: readonly DuckDBValue[]): Promise<Record<string, DuckDBValue>[]>;
  close(): void;
}

export interface DatabaseOptions {
  /** As DuckDB writes it, `2GB`. */
  readonly memory?: string;
  readonly threads?: number;
}

export async function openDatabase({ memory = MEMORY, threads }: DatabaseOptions = {}): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-corpus-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(threads ?? Math.min(availableParallelism(), 16)),
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return {
    connection,
    rows: async (sql, values) =>
      (await connection.runAndReadAll(sql, values ? [...values] : undefined)).getRowObjects(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as a SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Files as the list that `read_parquet` takes. */
export const fileList = (paths: readonly string[]): string => `[${paths.map(literal).join(', ')}]`;
