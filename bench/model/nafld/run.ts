/** Training on the dev part of the NAFLD data: the model of all its people. */
import { join } from 'node:path';
import type { LandmarkModel } from '../../../src/model/index.ts';
import { csvExists } from '../csv.ts';
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

export async function trainAll(part: Part, log: Log): Promise<{ nafld: LandmarkModel; pbc: LandmarkModel }> {
  return {
    nafld: await trainNafld(livesOf(part), SEEDS, undefined, log),
    pbc: await trainPbc(readPbc(join(part.folder, 'pbcseq_dev.csv')), PBC_SEEDS),
  };
}
