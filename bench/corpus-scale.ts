/** Whether memory grows with the number of people: data sets of ever more small lives. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from './figures.ts';

const PEOPLE = '10000,20000';
const RESULTS = 12;

export const bench: Benchmark = {
  name: 'corpus-scale',
  about: `Peak memory and time of a corpus build of small people (--people, how many, by default ${PEOPLE}; --bulk: a resource a line).`,
  needs: [],
  flags: { people: { type: 'string' }, bulk: { type: 'boolean' } },
  async run(_data, { people, bulk } = {}) {
    const figures: Figure[] = [];
    for (const count of String(people ?? PEOPLE).split(','))
      figures.push(...(await built(Number(count), bulk === true)));
    return figures;
  },
};

async function built(count: number, bulk: boolean): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
  try {
    await write(count, bulk, join(folder, 'in'));
    const probe = fileURLToPath(new URL('./corpus-probe.ts', import.meta.url));
    const args = [probe, 'build', join(folder, 'in'), join(folder, 'set')];
    const { people, events, peakMb, largestMb, seconds, cpuSeconds } = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8' }),
    ) as {
      people: number;
      events: number;
      peakMb: number;
      largestMb: number;
      seconds: number;
      cpuSeconds: number;
    };
    if (people !== count) throw new Error(`${people} people of ${count}`);
    return [
      {
        name: `peak resident memory of all processes at one time, ${count} people`,
        value: peakMb,
        unit: 'MB',
        n: events,
      },
      { name: `of the largest process, ${count} people`, value: largestMb, unit: 'MB', n: events },
      { name: `time, ${count} people`, value: seconds, unit: 's', n: events },
      { name: `processor time, ${count} people`, value: cpuSeconds, unit: 's', n: events },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Invented lives of a few results each: one Bundle a line in four files, or (`bulk`) one resource a line in a file a type. */
async function write(count: number, bulk: boolean, folder: string): Promise<void> {
  mkdirSync(folder);
  const names = bulk ? ['Patient', 'Observation'] : ['0', '1', '2', '3'];
  const files = names.map((name) => createWriteStream(join(folder, `${name}.ndjson`)));
  const put = async (file: WriteStream | undefined, lines: readonly unknown[]): Promise<void> => {
    if (file && !file.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))) await once(file, 'drain');
  };
  for (let person = 0; person < count; person++) {
    const [patient, ...results] = life(person);
    if (bulk) {
      await put(files[0], [patient]);
      await put(files[1], results);
    } else {
      const entry = [patient, ...results].map((resource) => ({ resource }));
      await put(files[person % files.length], [{ resourceType: 'Bundle', type: 'collection', entry }]);
    }
  }
  for (const file of files) {
    file.end();
    await once(file, 'finish');
  }
}

function life(person: number): object[] {
  const subject = { reference: `Patient/p${person}` };
  const day = (n: number): string => `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}T08:00:00Z`;
  const patient = {
    resourceType: 'Patient',
    id: `p${person}`,
    identifier: [{ system: 'urn:example:mrn', value: `m${person}` }],
    gender: person % 2 === 0 ? 'female' : 'male',
    birthDate: `19${30 + (person % 60)}-02-03`,
  };
  const results = Array.from({ length: RESULTS }, (_, n) => ({
    resourceType: 'Observation',
    id: `o${person}-${n}`,
    status: 'final',
    subject,
    code: { coding: [{ system: 'http://loinc.org', code: ['2160-0', '718-7', '2345-7', '2951-2'][n % 4] }] },
    effectiveDateTime: day(person + n),
    valueQuantity: { value: 1 + ((person * 7 + n) % 90), unit: ['mg/dL', 'g/dL', 'mg/dL', 'mmol/L'][n % 4] },
  }));
  return [patient, ...results];
}
