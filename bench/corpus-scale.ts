/** Whether memory grows with the number of people: a data set of small lives, and one of twice as many. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from './figures.ts';

/** People of the smaller set; the larger has twice as many. Set to 50000 for the figures at 50,000 and 100,000. */
const PEOPLE = 'PRODROME_BENCH_PEOPLE';
const FEWEST = 10_000;
const RESULTS = 12;

export const bench: Benchmark = {
  name: 'corpus-scale',
  about: `Peak memory of a corpus build of N and of 2 N small people (${PEOPLE}, by default ${FEWEST}).`,
  needs: [],
  async run() {
    const people = Number(process.env[PEOPLE] ?? FEWEST);
    const figures: Figure[] = [];
    for (const count of [people, 2 * people]) figures.push(...(await built(count)));
    return figures;
  },
};

async function built(count: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
  try {
    await write(count, join(folder, 'in'));
    const probe = fileURLToPath(new URL('./corpus-probe.ts', import.meta.url));
    const args = [probe, 'build', join(folder, 'in'), join(folder, 'set')];
    const { people, events, peakMb, seconds } = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8' }),
    ) as {
      people: number;
      events: number;
      peakMb: number;
      seconds: number;
    };
    if (people !== count) throw new Error(`${people} people of ${count}`);
    return [
      { name: `peak resident memory of all processes, ${count} people`, value: peakMb, unit: 'MB', n: events },
      { name: `time, ${count} people`, value: seconds, unit: 's', n: events },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Invented lives of a few visits and results each, one Bundle a line, in four files. */
async function write(count: number, folder: string): Promise<void> {
  mkdirSync(folder);
  const files = Array.from({ length: 4 }, (_, n) => createWriteStream(join(folder, `${n}.ndjson`)));
  for (let person = 0; person < count; person++) {
    const file = files[person % files.length];
    if (file && !file.write(`${life(person)}\n`)) await once(file, 'drain');
  }
  for (const file of files) {
    file.end();
    await once(file, 'finish');
  }
}

function life(person: number): string {
  const subject = { reference: `Patient/p${person}` };
  const day = (n: number): string => `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}T08:00:00Z`;
  const patient = {
    resourceType: 'Patient',
    id: `p${person}`,
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
  const entry = [patient, ...results].map((resource) => ({ resource }));
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}
