/** Training on the dev part of the NAFLD data: the model of all its people. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvExists } from '../csv.ts';
import type { StepEntry } from '../landmark-network.ts';
import { readPbc } from '../pbc/lives.ts';
import { trainPbc } from '../pbc/network.ts';
import { readCohort } from './cohort.ts';
import { lifeOf } from './lives.ts';
import { trainNafld } from './network.ts';
import type { Part } from './parts.ts';

export const SEEDS = [1, 2, 3, 4];
const PBC_SEEDS = [1, 2, 3, 4, 5, 6];

/** Seeds of the networks that are joined. */
export interface Seeds {
  readonly nafld: readonly number[];
  readonly pbc: readonly number[];
}

/** The seeds of the shipped models, or the first few of them. */
export const firstSeeds = (count = PBC_SEEDS.length): Seeds => ({
  nafld: SEEDS.slice(0, count),
  pbc: PBC_SEEDS.slice(0, count),
});

type Log = (line: string) => void;

/** A part that holds follow-up too, so that it can be trained on: only `dev` does. */
export const isTrainable = (part: Part): boolean => csvExists(join(part.folder, 'nafld1_dev.csv'));

export const livesOf = (part: Part) => readCohort((name) => join(part.folder, `${name}_dev.csv`)).map(lifeOf);

/** Trains the models of all people and writes them, each with its training log. */
export async function trainAndSave(part: Part, out: string, log: Log): Promise<void> {
  const pbc = readPbc(join(part.folder, 'pbcseq_dev.csv'));
  const train = [
    ['nafld', (tell: Tell) => trainNafld(livesOf(part), SEEDS, undefined, tell)],
    ['pbc', (tell: Tell) => trainPbc(pbc, PBC_SEEDS, tell)],
  ] as const;
  for (const [name, trained] of train) {
    const entries: StepEntry[] = [];
    const model = await trained((entry) => {
      entries.push(entry);
      log(`${name} ${Object.entries(entry).flat().join(' ')}`);
    });
    model.save(join(out, name));
    await model.close();
    writeFileSync(join(out, name, 'training.ndjson'), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  }
}

type Tell = (entry: StepEntry) => void;
