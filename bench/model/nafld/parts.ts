/** The parts of the NAFLD data: folders with allowed inputs and labels, `dev` or kept aside, all of one layout. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { csvExists } from '../csv.ts';

export interface Part {
  readonly name: string;
  readonly folder: string;
  /** Folder of `split.csv`: of the part, or the one above. */
  readonly split: string;
}

/** Every folder that holds `labels/` and inputs: the given one, its folders, and those of its `nafld/`. */
export function partsIn(data: string): Part[] {
  const inside = (folder: string) =>
    existsSync(folder) && statSync(folder).isDirectory()
      ? readdirSync(folder)
          .sort()
          .map((name) => join(folder, name))
      : [];
  const candidates = [data, ...inside(data), ...inside(join(data, 'nafld'))];
  return [...new Set(candidates)].filter(isPart).map((folder) => ({
    name: basename(folder),
    folder,
    split: csvExists(join(folder, 'split.csv')) ? folder : dirname(folder),
  }));
}

const isPart = (folder: string): boolean =>
  existsSync(join(folder, 'labels')) &&
  ['inputs_d0', 'inputs_d1825', 'inputs_d365_pbc'].some((inputs) => existsSync(join(folder, inputs)));
