/**
 * The foundation model on three data sets. Without a flag: trains and tells cross-validated (NAFLD) and kept-aside figures.
 * `--save FOLDER` trains the shipped checkpoint and writes it; `--score-only --checkpoint FOLDER` scores one on whatever
 * part of the data it is given, without training. `--only nafld,synthea,delphi,membership` picks (`nafld-membership` and
 * `synthea-membership` are its parts, `synthea-fitted` and `synthea-zero-shot` those of `synthea`), and
 * `--only nafld-ablations,delphi-ablations` tells what each part of a network is worth, `nafld-scaling` what more people are;
 * `--scores FOLDER` writes scores;
 * `--seeds 1` cross-validates networks of one seed, not of all that are shipped; with `--scores FOLDER` what each fold gave is kept there
 * and not made again, and `--fold K` makes those of one alone.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LandmarkModel } from '../src/model/index.ts';
import type { Benchmark, Figure, Flags } from './figures.ts';
import { delphiAblations } from './model/delphi/ablations.ts';
import { DELPHI_FILE } from './model/delphi/data.ts';
import { runDelphi } from './model/delphi/run.ts';
import { nafldMembership, syntheaMembership } from './model/membership.ts';
import { nafldAblations, nafldScaling } from './model/nafld/ablations.ts';
import { crossValidate } from './model/nafld/cross-validation.ts';
import { partsIn } from './model/nafld/parts.ts';
import { firstSeeds, isTrainable, trainAndSave as trainNafldAndSave } from './model/nafld/run.ts';
import { figuresOf, nafldScores, PBC_TASK, pbcScores, writeScores } from './model/nafld/score.ts';
import { KINDS, type Kind, scoreSynthea, syntheaIn, trainAndSave, trainAndScore } from './model/synthea/run.ts';

const SHIPPED = fileURLToPath(new URL('../models/demo', import.meta.url));

export const bench: Benchmark = {
  name: 'model',
  about: 'The foundation model: NAFLD cohort and PBC trial, Synthea lives, Delphi trajectories.',
  needs: [],
  flags: {
    'score-only': { type: 'boolean' },
    checkpoint: { type: 'string' },
    save: { type: 'string' },
    only: { type: 'string' },
    scores: { type: 'string' },
    seeds: { type: 'string' },
    fold: { type: 'string' },
  },
  async run(data, flags = {}) {
    const wanted = (name: string) => text(flags, 'only')?.split(',').includes(name) ?? true;
    const log = (line: string) => console.error(line);
    const save = text(flags, 'save');
    if (save !== undefined) {
      await trainCheckpoint(data, save, wanted, log);
      return [];
    }
    if (flags['score-only'] === true)
      return scoreCheckpoint(data, text(flags, 'checkpoint') ?? SHIPPED, wanted, text(flags, 'scores'));
    const figures: Figure[] = [];
    const part = partsIn(data).find(isTrainable);
    const count = text(flags, 'seeds');
    const seeds = firstSeeds(count === undefined ? undefined : Number(count));
    if (wanted('nafld') && part) {
      const [folder, fold] = [text(flags, 'scores'), text(flags, 'fold')];
      const parts = folder === undefined ? undefined : { folder, ...(fold !== undefined && { fold: Number(fold) }) };
      figures.push(...(await crossValidate(part, seeds, log, parts)));
    }
    const synthea = syntheaIn(data);
    const checkpoint = text(flags, 'checkpoint') ?? SHIPPED;
    for (const kind of KINDS)
      if (isWanted(kind, wanted) && synthea) figures.push(...(await trainAndScore(synthea, kind, log)));
    // Only where asked for by name: half an hour each, or a part of another.
    const named = (name: string) => text(flags, 'only') !== undefined && wanted(name);
    if ((wanted('membership') || named('nafld-membership')) && part)
      figures.push(...(await nafldMembership(part, seeds.nafld, text(flags, 'scores'))));
    if ((wanted('membership') || named('synthea-membership')) && synthea)
      figures.push(...(await syntheaMembership(synthea, checkpoint, log, text(flags, 'scores'))));
    const trajectories = join(data, DELPHI_FILE);
    if (named('nafld-ablations') && part) figures.push(...(await nafldAblations(part, log)));
    if (named('nafld-scaling') && part) figures.push(...(await nafldScaling(part, log)));
    if (named('delphi-ablations')) figures.push(...(await delphiAblations(trajectories, log)));
    if (wanted('delphi') && existsSync(trajectories)) figures.push(...(await runDelphi(trajectories, log)));
    return figures;
  },
};

const text = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

/** Both Synthea models by one name, or each by its own. */
const isWanted = (kind: Kind, wanted: (name: string) => boolean): boolean =>
  wanted('synthea') || wanted(kind === 'synthea' ? 'synthea-fitted' : kind);

async function trainCheckpoint(
  data: string,
  out: string,
  wanted: (name: string) => boolean,
  log: (line: string) => void,
) {
  const part = partsIn(data).find(isTrainable);
  if (wanted('nafld') && part) await trainNafldAndSave(part, out, log);
  const synthea = syntheaIn(data);
  for (const kind of KINDS) if (isWanted(kind, wanted) && synthea) await trainAndSave(synthea, kind, out, log);
}

async function scoreCheckpoint(
  data: string,
  checkpoint: string,
  wanted: (name: string) => boolean,
  scores: string | undefined,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const part of wanted('nafld') ? partsIn(data) : []) {
    const seen = isTrainable(part) ? ' (trained on, so no evidence)' : '';
    const [nafld, pbc] = ['nafld', 'pbc'].map((name) => LandmarkModel.load(join(checkpoint, name)));
    if (!nafld || !pbc) continue;
    const all = await nafldScores(nafld, part);
    const trial = await pbcScores(pbc, part);
    if (trial) all.set(PBC_TASK.file, trial);
    if (scores !== undefined) writeScores(join(scores, part.name), all);
    figures.push(...figuresOf(part, all, `nafld ${part.name}${seen}`));
    await nafld.close();
    await pbc.close();
  }
  const synthea = syntheaIn(data);
  for (const kind of KINDS) {
    const folder = join(checkpoint, kind);
    if (isWanted(kind, wanted) && synthea && existsSync(folder))
      figures.push(...(await scoreSynthea(synthea, kind, folder, 'held_out')));
  }
  if (figures.length === 0) throw new Error(`nothing to score in ${data}: give a folder with nafld/ or synthea-meds/`);
  return figures;
}
