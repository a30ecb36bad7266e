/** Reading: megabytes a second, and the memory that a 1 GB bulk export needs. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
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
  about: 'Reading a bulk NDJSON export of 1 GiB, a file a type, made from Synthea lives: speed and peak memory.',
  needs: [FILE],
  async run(data) {
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
    try {
      await writeExport(join(data, FILE), folder);
      const probe = fileURLToPath(new URL('./ingest-probe.ts', import.meta.url));
      const output = execFileSync(process.execPath, [probe, folder], { encoding: 'utf8' });
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

interface Entry {
  readonly resource: { readonly resourceType: string; readonly id: string };
}

/** A bulk export: a file a type, one resource a line, the lives repeated under new ids up to the size. */
async function writeExport(source: string, folder: string): Promise<void> {
  const files = new Map<string, WriteStream>();
  let written = 0;
  for (let copy = 0; written < SIZE; copy++) {
    for await (const line of createInterface({ input: createReadStream(source).pipe(createGunzip()) })) {
      if (!line || written >= SIZE) continue;
      const renamed = line
        .replace(/urn:uuid:([0-9a-f]{8})/g, `urn:uuid:$1${copy}`)
        .replace(/"id":"([0-9a-f]{8})/g, `"id":"$1${copy}`);
      const { entry } = JSON.parse(renamed) as { entry: Entry[] };
      const types = new Map(entry.map(({ resource: { id, resourceType } }) => [id, resourceType]));
      for (const { resource } of entry) {
        const { resourceType } = resource;
        const file = files.get(resourceType) ?? createWriteStream(join(folder, `${resourceType}.ndjson`));
        files.set(resourceType, file);
        const text = Buffer.from(`${relative(JSON.stringify(resource), types)}\n`);
        written += text.length;
        if (!file.write(text)) await once(file, 'drain');
      }
    }
  }
  await Promise.all([...files.values()].map((file) => once(file.end(), 'finish')));
}

/** References by `urn:uuid:` within the bundle as `Type/id`; others, to organisations that the file leaves out, stay. */
function relative(resource: string, types: ReadonlyMap<string, string>): string {
  return resource.replace(/"urn:uuid:([0-9a-f-]+)"/g, (whole, id: string) => {
    const type = types.get(id);
    return type === undefined ? whole : `"${type}/${id}"`;
  });
}
