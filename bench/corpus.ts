/** The corpus: a data set built of records, described, and read back; time, peak memory, events a second. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type { Benchmark, Figure } from './figures.ts';

const RECORDS = 'synthea-r4.ndjson.gz';
const LIVES = 'synthea-meds';
const PEOPLE = 1000;
const EVENTS = 1_000_000;

export const bench: Benchmark = {
  name: 'corpus',
  about:
    'Building a data set of 1,000 patients with a million events from FHIR; describing and reading one of 31 million.',
  needs: [RECORDS, LIVES],
  async run(data) {
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
    try {
      const megabytes = await writeRecords(join(data, RECORDS), join(folder, 'records'));
      const built = probe('build', join(folder, 'records'), join(folder, 'set'));
      const described = probe('describe', join(data, LIVES));
      const read = probe('read', join(data, LIVES));
      const figures: Figure[] = [
        { name: 'records', value: megabytes, unit: 'MB of FHIR', n: built.people },
        { name: 'events built', value: built.events },
        { name: 'build', value: built.seconds, unit: 's', peer: '60 s' },
        { name: 'build, peak resident memory of all its processes', value: built.peakMb, unit: 'MB' },
        { name: 'describe', value: described.seconds, unit: 's', n: described.events, peer: '20 s' },
        { name: 'describe, peak resident memory', value: described.peakMb, unit: 'MB', peer: '4096 MB' },
        {
          name: 'read person by person',
          value: read.events / read.seconds / 1e6,
          unit: 'M events/s',
          peer: '1.5 M events/s',
        },
        { name: 'read, peak resident memory', value: read.peakMb, unit: 'MB' },
      ];
      return figures;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

interface Probed {
  readonly people: number;
  readonly events: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** In a process of its own, so that memory is its own, too. */
function probe(...args: string[]): Probed {
  const file = fileURLToPath(new URL('./corpus-probe.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: 'utf8' })) as Probed;
}

interface Entry {
  readonly fullUrl?: string;
  readonly resource: { readonly resourceType: string; readonly id: string };
}

/**
 * A thousand patients with about a thousand events each: one Synthea life gives the Patient, and several more give what happened,
 * under new ids, as if it had happened to the one. Bundles a line, in four files. Returns megabytes.
 */
async function writeRecords(source: string, folder: string): Promise<number> {
  mkdirSync(folder);
  const lives: string[] = [];
  for await (const line of createInterface({ input: createReadStream(source).pipe(createGunzip()) }))
    if (line) lives.push(line);
  const files = Array.from({ length: 4 }, (_, n) => createWriteStream(join(folder, `${n}.ndjson`)));
  let [bytes, events, next] = [0, 0, 0];
  for (let person = 0; person < PEOPLE; person++) {
    const entries: Entry[] = [];
    let patient = '';
    while (events < ((person + 1) * EVENTS) / PEOPLE || patient === '') {
      const suffix = (next * 7919 + 1).toString(16).padStart(8, '0').slice(-8);
      const life = (lives[next++ % lives.length] ?? '').replace(
        /"(urn:uuid:)?[0-9a-f]{8}-(?=[0-9a-f]{4}-)/g,
        (_, urn: string | undefined) => `"${urn ?? ''}${suffix}-`,
      );
      const { entry } = JSON.parse(life) as { entry: Entry[] };
      const own = entry[0]?.fullUrl ?? '';
      const kept = entry.filter((_, index) => patient === '' || index > 0);
      entries.push(...(patient === '' ? kept : (JSON.parse(JSON.stringify(kept).replaceAll(own, patient)) as Entry[])));
      if (patient === '') patient = own;
      events += kept.filter(({ resource }) => COUNTED.has(resource.resourceType)).length;
    }
    const text = `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: entries })}\n`;
    bytes += Buffer.byteLength(text);
    const file = files[person % files.length];
    if (file && !file.write(text)) await once(file, 'drain');
  }
  for (const file of files) {
    file.end();
    await once(file, 'finish');
  }
  return bytes / 1e6;
}

const COUNTED = new Set([
  'Observation',
  'Encounter',
  'Procedure',
  'Immunization',
  'DiagnosticReport',
  'Condition',
  'MedicationRequest',
  'CarePlan',
  'ImagingStudy',
  'AllergyIntolerance',
]);
