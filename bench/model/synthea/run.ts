/** Training on the train split of the Synthea lives, and scoring a checkpoint on a split. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from '../../../src/corpus/index.ts';
import { LandmarkModel, Vocabulary, vocabularySchema } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { readLives, vocabularyOf } from './lives.ts';
import { trainSynthea } from './network.ts';
import { meanOf, risksOf, scoreTasks } from './score.ts';
import { readLabels } from './tasks.ts';

const SEEDS = [1, 2];
const VOCABULARY = 'vocabulary.json';

type Log = (line: string) => void;

/** The MEDS folder: the given one, or `synthea-meds/` in it; undefined where neither has labels. */
export const syntheaIn = (data: string): string | undefined =>
  [join(data, 'synthea-meds'), data].find((folder) => existsSync(join(folder, 'labels.parquet')));

export async function trainAndSave(folder: string, out: string, log: Log): Promise<void> {
  const vocabulary = await vocabularyOf(folder);
  const lives = await readLives(folder, vocabulary, ['train', 'tuning']);
  log(`synthea: ${vocabulary.codes} codes, ${vocabulary.measures} measures`);
  const model = await trainSynthea(
    { train: lives.get('train') ?? [], tuning: lives.get('tuning') ?? [] },
    vocabulary,
    SEEDS,
    undefined,
    log,
  );
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, VOCABULARY), `${JSON.stringify(vocabulary.file)}\n`);
  model.save(out);
  await model.close();
}

export async function scoreSynthea(folder: string, checkpoint: string, split: Split): Promise<Figure[]> {
  const file = vocabularySchema.parse(JSON.parse(readFileSync(join(checkpoint, VOCABULARY), 'utf8')));
  const model = LandmarkModel.load(checkpoint);
  const lives = (await readLives(folder, new Vocabulary(file), [split])).get(split) ?? [];
  const rows = await readLabels(join(folder, 'labels.parquet'), split);
  const scores = scoreTasks(rows, await risksOf(model, lives, rows));
  await model.close();
  const figures: Figure[] = scores.flatMap(({ task, years, n, auroc, auprc, slope }) => [
    { name: `synthea ${split} ${task} ${years} y AUROC`, value: auroc, n },
    { name: `synthea ${split} ${task} ${years} y AUPRC`, value: auprc, n },
    { name: `synthea ${split} ${task} ${years} y calibration slope`, value: slope, n },
  ]);
  for (const [years, peer] of [
    [5, 'boosting 0.805, logistic 0.789, age and sex 0.707 on held_out'],
    [1, 'boosting 0.854, logistic 0.805, age and sex 0.673 on held_out'],
  ] as const)
    figures.push(
      { name: `synthea ${split} mean AUROC at ${years} y`, value: meanOf(scores, years, 'auroc'), peer },
      { name: `synthea ${split} mean AUPRC at ${years} y`, value: meanOf(scores, years, 'auprc') },
      { name: `synthea ${split} mean calibration slope at ${years} y`, value: meanOf(scores, years, 'slope') },
    );
  return figures;
}
