/** Reading: megabytes a second, and the memory that a 1 GB bulk export needs. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type { Benchmark } from './figures.ts';

const FILE = 'synthea-r4.ndjson.gz';
const SIZE = 2 ** 30;

export const bench: Benchmark = {
  name: 'ingest',
  about: 'Reading a 1 GB bulk NDJSON export made from Synthea lives: speed and peak memory.',
  needs: [FILE],
  async run(data) {
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
    try {
      const path = join(folder, 'export.ndjson');
      await writeExport(join(data, FILE), path);
      const probe = fileURLToPath(new URL('./ingest-probe.ts', import.meta.url));
      const output = execFileSync(process.execPath, [probe, path], { encoding: 'utf8' });
      const { patients, seconds, peakMb } = JSON.parse(output) as Record<'patients' | 'seconds' | 'peakMb', number>;
      return [
        { name: 'patients read', value: patients },
        { name: 'speed', value: SIZE / 1e6 / seconds, unit: 'MB/s', n: patients },
        { name: 'peak resident memory', value: peakMb, unit: 'MB' },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** One resource a line, all patients mixed as an export by type would have them, repeated under new ids up to the size. */
async function writeExport(source: string, path: string): Promise<void> {
  const out = createWriteStream(path);
  let written = 0;
  for (let copy = 0; written < SIZE; copy++) {
    for await (const line of createInterface({ input: createReadStream(source).pipe(createGunzip()) })) {
      if (!line || written >= SIZE) continue;
      const renamed = line
        .replace(/urn:uuid:([0-9a-f]{8})/g, `urn:uuid:$1${copy}`)
        .replace(/"id":"([0-9a-f]{8})/g, `"id":"$1${copy}`);
      const bundle = JSON.parse(renamed) as { entry: { resource: unknown }[] };
      const lines = `${bundle.entry.map(({ resource }) => JSON.stringify(resource).replaceAll('urn:uuid:', 'Patient/')).join('\n')}\n`;
      written += lines.length;
      if (!out.write(lines)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}
