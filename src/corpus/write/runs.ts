import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import { type Database, literal, openDatabase } from './../database.ts';
import type { MedsEvent } from '../events/event.ts';
import { EVENT_ORDER, PARQUET } from './sql.ts';

/** Rows that are gathered before they are sorted and written, in all the processes of a build together. */
const ROWS_AT_ONCE = 1_000_000;

/** Between the parents of a code, in the runs. */
export const SEPARATOR = '\n';

/** Writes events, in whatever order they come, as sorted runs: Parquet files of which the shards are then made. */
export class RunWriter {
  readonly #database: Database;
  readonly #folder: string;
  readonly #name: string;
  readonly #rowsPerRun: number;
  #appender: DuckDBAppender;
  #rows = 0;
  #runs = 0;
  total = 0;

  private constructor(database: Database, appender: DuckDBAppender, folder: string, name: string, rowsPerRun: number) {
    this.#database = database;
    this.#appender = appender;
    this.#folder = folder;
    this.#name = name;
    this.#rowsPerRun = rowsPerRun;
  }

  /** `name` tells the runs of several writers apart; `writers` is how many there are at one time. */
  static async open(folder: string, name: string, writers = 2): Promise<RunWriter> {
    const database = await openDatabase({ memory: '1GB', threads: 1 });
    await database.connection.run(`create table run (subject_id bigint, micros bigint, code varchar, numeric_value float,
      text_value varchar, source_type varchar, source_id varchar, description varchar, parents varchar)`);
    const appender = await database.connection.createAppender('run');
    return new RunWriter(database, appender, folder, name, Math.max(50_000, Math.round(ROWS_AT_ONCE / writers)));
  }

  async add(events: readonly MedsEvent[]): Promise<void> {
    for (const event of events) this.#append(event);
    this.#rows += events.length;
    this.total += events.length;
    if (this.#rows >= this.#rowsPerRun) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#appender.closeSync();
    this.#database.close();
  }

  #append({ subjectId, time, code, value, text, sourceType, sourceId, description, parents }: MedsEvent): void {
    const appender = this.#appender;
    const varchar = (each: string | null) => (each === null ? appender.appendNull() : appender.appendVarchar(each));
    appender.appendBigInt(subjectId);
    if (time === null) appender.appendNull();
    else appender.appendBigInt(BigInt(time));
    appender.appendVarchar(code);
    if (value === null) appender.appendNull();
    else appender.appendFloat(value);
    for (const each of [text, sourceType, sourceId, description]) varchar(each);
    varchar(parents.length === 0 ? null : parents.join(SEPARATOR));
    appender.endRow();
  }

  async #flush(): Promise<void> {
    if (this.#rows === 0) return;
    this.#appender.closeSync();
    const { connection } = this.#database;
    const file = join(this.#folder, `${this.#name}-${this.#runs++}.parquet`);
    await connection.run(`copy (select subject_id, make_timestamp(micros) as "time", * exclude (subject_id, micros) from run
      order by ${EVENT_ORDER}) to ${literal(file)} (${PARQUET})`);
    await connection.run('truncate run');
    this.#appender = await connection.createAppender('run');
    this.#rows = 0;
  }
}
