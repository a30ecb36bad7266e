/** `npm run bench -- NAME [--data FOLDER] [--json FILE] [its own flags]`: runs one benchmark; without a name, lists them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHMARKS, COMMON } from './benchmarks.ts';
import type { Figure } from './figures.ts';

async function main(args: string[]): Promise<number> {
  const [name] = parseArgs({ args, allowPositionals: true, strict: false, options: COMMON }).positionals;
  const load = name === undefined ? undefined : BENCHMARKS[name];
  if (!load) return list(name);
  const { bench } = await load();
  const { values } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...bench.flags, ...COMMON },
  });
  const data = values.data ?? process.env.PRODROME_DATA ?? '';
  const missing = bench.needs.filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0) {
    console.error(
      `bench ${bench.name}: no ${missing.join(', ')} in ${data || 'PRODROME_DATA, which is not set'}: name the folder with --data`,
    );
    return 2;
  }
  const figures = await bench.run(data, values);
  for (const figure of figures) console.log(lineOf(figure));
  if (values.json !== undefined) {
    const report = {
      name: bench.name,
      commit: commit(),
      machine: machine(),
      data: await hashes(data, bench.needs),
      figures,
    };
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  return 0;
}

async function list(name: string | undefined): Promise<number> {
  if (name !== undefined) console.error(`bench: no benchmark ${name}; there are:`);
  for (const load of Object.values(BENCHMARKS)) {
    const { bench } = await load();
    console.log(
      `${bench.name.padEnd(10)} ${bench.about}${bench.needs.length > 0 ? ` Needs ${bench.needs.join(', ')}.` : ''}`,
    );
  }
  return name === undefined ? 0 : 2;
}

function lineOf({ name, value, low, high, unit, n, peer }: Figure): string {
  const shown = (x: number) => String(Number(x.toPrecision(4)));
  const interval = low !== undefined && high !== undefined ? ` (${shown(low)}–${shown(high)})` : '';
  return `${name}: ${shown(value)}${interval}${unit ? ` ${unit}` : ''}${n === undefined ? '' : `, n = ${n}`}${peer ? `, against ${peer}` : ''}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const machine = () =>
  `${cpus()[0]?.model ?? arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

async function hashes(data: string, needs: readonly string[]): Promise<{ file: string; sha256: string }[]> {
  const files = needs.flatMap((need) =>
    statSync(join(data, need)).isDirectory()
      ? readdirSync(join(data, need), { recursive: true, encoding: 'utf8' }).map((file) => join(need, file))
      : [need],
  );
  const wanted = files.filter((file) => statSync(join(data, file)).isFile()).sort();
  return Promise.all(wanted.map(async (file) => ({ file, sha256: await sha256(join(data, file)) })));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

process.exitCode = await main(process.argv.slice(2));
