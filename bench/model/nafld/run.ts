/** Training on the dev part of the NAFLD data: cross-validated figures, and the model of all. */
import { join } from 'node:path';
import { SurvivalSample } from '../../../src/governance/index.ts';
import type { LandmarkModel } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { csvExists } from '../csv.ts';
import { readPbc } from '../pbc/lives.ts';
import { trainPbc } from '../pbc/network.ts';
import { readCohort, readSplit } from './cohort.ts';
import { lifeOf } from './lives.ts';
import { trainNafld } from './network.ts';
import type { Part } from './parts.ts';
import { nafldScores, PBC_TASK, pbcScores, type TaskScores } from './score.ts';
import { readLabels } from './tasks.ts';

export const SEEDS = [1, 2, 3, 4];
export const PBC_SEEDS = [1, 2, 3, 4, 5, 6];
const FOLDS = 5;

type Log = (line: string) => void;

/** A part that holds follow-up too, so that it can be trained on: only `dev` does. */
export const isTrainable = (part: Part): boolean => csvExists(join(part.folder, 'nafld1_dev.csv'));

const livesOf = (part: Part) => readCohort((name) => join(part.folder, `${name}_dev.csv`)).map(lifeOf);

export async function trainAll(part: Part, log: Log): Promise<{ nafld: LandmarkModel; pbc: LandmarkModel }> {
  return {
    nafld: await trainNafld(livesOf(part), SEEDS, undefined, log),
    pbc: await trainPbc(readPbc(join(part.folder, 'pbcseq_dev.csv')), PBC_SEEDS),
  };
}

/** Mean C-index over five folds of whole matched sets: each fold scored by networks that saw none of its sets. */
export async function crossValidate(part: Part, log: Log): Promise<Figure[]> {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const split = readSplit(part.split, 'nafld');
  const lives = livesOf(part);
  const byTask = new Map<string, number[]>();
  const add = (file: string, scores: TaskScores) =>
    byTask.set(file, [...(byTask.get(file) ?? []), cOf(part, file, scores)]);
  for (const fold of folds) {
    const inFold = (id: number) => split.get(id)?.fold === fold;
    const model = await trainNafld(
      lives.filter(({ id }) => !inFold(id)),
      SEEDS,
      undefined,
      log,
    );
    for (const [file, scores] of await nafldScores(model, part, inFold)) add(file, scores);
    await model.close();
  }
  const pbcSplit = readSplit(part.split, 'pbc');
  const members = readPbc(join(part.folder, 'pbcseq_dev.csv'));
  for (const fold of folds) {
    const inFold = (id: number) => pbcSplit.get(id)?.fold === fold;
    const model = await trainPbc(
      members.filter(({ id }) => !inFold(id)),
      PBC_SEEDS,
    );
    const scores = await pbcScores(model, part, inFold);
    if (scores) add(PBC_TASK.file, scores);
    await model.close();
  }
  const means = [...byTask].map(([file, cs]) => ({ file, c: cs.reduce((a, b) => a + b, 0) / cs.length }));
  const nine = means.filter(({ file }) => file !== PBC_TASK.file);
  return [
    ...means.map(({ file, c }) => ({ name: `nafld cross-validated ${file} C-index`, value: c })),
    {
      name: 'nafld cross-validated mean C-index of nine tasks',
      value: nine.reduce((sum, { c }) => sum + c, 0) / nine.length,
      peer: 'boosting .739 (README of the data), .743 (trial)',
    },
  ];
}

function cOf(part: Part, file: string, scores: TaskScores): number {
  const labels = readLabels(part.folder, file).filter(({ id }) => scores.has(id));
  return new SurvivalSample({
    time: labels.map(({ time }) => time),
    event: labels.map(({ event }) => event),
    score: labels.map(({ id }) => scores.get(id) as number),
  }).concordance();
}
