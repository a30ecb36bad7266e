/**
 * A corpus of a hundred million events, packed and trained on within 4 GB: the Synthea lives several times over, each copy of a
 * person moved in time, with other values and a twentieth of the events left out, so that no two lives are alike.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseYaml, stringify as yamlOf } from 'yaml';
import type { Benchmark, Figure } from './figures.ts';

const SOURCE = 'synthea-meds';
const COPIES = 4;
const STEPS = 20;

export const bench: Benchmark = {
  name: 'pack-scale',
  about: `Peak memory and speed of packing, and of ${STEPS} steps of training, on the Synthea lives --copies times (${COPIES}) over.`,
  needs: [SOURCE],
  flags: { copies: { type: 'string' } },
  async run(data, { copies } = {}) {
    const count = typeof copies === 'string' ? Number(copies) : COPIES;
    if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`--copies ${copies} is no whole number from 1`);
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
    try {
      const events = await write(join(data, SOURCE), join(folder, 'set'), count);
      const packing = await measured(['pack', join(folder, 'set'), join(folder, 'packed')]);
      rmSync(join(folder, 'set'), { recursive: true });
      const config = shortRun(join(folder, 'packed'));
      const training = await measured(['train', config]);
      const n = { n: events };
      return [
        { name: 'pack, peak resident memory', value: packing.peak, unit: 'MB', ...n },
        { name: 'pack, events a second of the clock', value: events / packing.seconds, ...n },
        { name: 'pack, events a second of processor time', value: events / packing.processor, ...n },
        { name: `train, ${STEPS} steps, peak resident memory`, value: training.peak, unit: 'MB', ...n },
        { name: `train, ${STEPS} steps, start and end counted`, value: training.seconds, unit: 's', ...n },
      ] satisfies Figure[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Writes the data set and counts its events. */
async function write(source: string, folder: string, copies: number): Promise<number> {
  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'metadata'));
  writeFileSync(join(folder, 'metadata', 'dataset.json'), readFileSync(join(source, 'metadata', 'dataset.json')));
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '1' });
  const connection = await instance.connect();
  const one = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
  try {
    await connection.run("set TimeZone = 'UTC'");
    let events = 0;
    for (let copy = 0; copy < copies; copy++)
      for (const shard of readdirSync(join(source, 'data'))) {
        const to = join(folder, 'data', `${copy}-${shard}`);
        await connection.run(`copy (
          select subject_id + ${copy} * 1000000 as subject_id,
            "time" + to_days((hash(subject_id, ${copy}) % 400)::int) as "time", code,
            (numeric_value * (1 + 0.02 * ((hash(subject_id, "time", code, ${copy}) % 3)::float - 1)))::float as numeric_value,
            text_value
          from read_parquet('${join(source, 'data', shard)}')
          where "time" is null or code like 'MEDS_%' or hash("time", code, subject_id, ${copy}) % 20 > 0
        ) to '${to}' (format parquet)`);
        events += await one(`select count(*) from read_parquet('${to}')`);
      }
    const splits = join(source, 'metadata', 'subject_splits.parquet');
    await connection.run(`copy (
      select subject_id + copy * 1000000 as subject_id, split from read_parquet('${splits}'), range(${copies}) as r(copy)
    ) to '${join(folder, 'metadata', 'subject_splits.parquet')}' (format parquet)`);
    return events;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The configuration that packing wrote, with few steps. */
function shortRun(packed: string): string {
  const path = join(packed, 'run.yaml');
  const run = parseYaml(readFileSync(path, 'utf8')) as { training: object };
  writeFileSync(
    path,
    yamlOf({ ...run, training: { ...run.training, steps: STEPS, evaluateEvery: STEPS, workers: 2 } }),
  );
  return path;
}

/** Runs a command of Prodrome; its peak resident memory in MB, its seconds by the clock and of the processor. */
async function measured(args: readonly string[]): Promise<{ peak: number; seconds: number; processor: number }> {
  const cli = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  const seen = { peak: 0, processor: 0 };
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      seen.peak = Math.max(seen.peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
      // After the name in brackets: fields 14 and 15 of proc(5), in hundredths of a second.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      seen.processor = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has just ended.
    }
  }, 100);
  const [status] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  if (status !== 0) throw new Error(`prodrome ${args[0]} ended with ${status}`);
  return { ...seen, seconds: (performance.now() - start) / 1000 };
}
