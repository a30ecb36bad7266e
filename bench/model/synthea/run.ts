/** Training on the train split of the Synthea lives, and scoring a checkpoint on a split. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from '../../../src/corpus/index.ts';
import { mulberry32 } from '../../../src/governance/index.ts';
import {
  drawerOf,
  isAtRisk,
  type Landmark,
  type LandmarkModel,
  type Life,
  RiskModel,
  type RisksFile,
  recalibrationOf,
  riskOf,
  scopeOf,
  type Vocabulary,
  YEAR,
} from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { readLives, vocabularyOf } from './lives.ts';
import { landmarkDay, SETTINGS, taskLandmarks, trainSynthea } from './network.ts';
import { meanOf, risksOf, scoreTasks } from './score.ts';
import { readLabels, TASKS } from './tasks.ts';

const SEEDS = [1, 2];
const HORIZONS = [1, 5];
const ABOUT =
  'A demonstration, trained on synthetic lives (Synthea 3.3.0): a simulator’s causes, not medicine’s. Not for care.';

type Log = (line: string) => void;

/** The MEDS folder: the given one, or `synthea-meds/` in it; undefined where neither has labels. */
export const syntheaIn = (data: string): string | undefined =>
  [join(data, 'synthea-meds'), data].find((folder) => existsSync(join(folder, 'labels.parquet')));

export async function trainAndSave(folder: string, out: string, log: Log): Promise<void> {
  const vocabulary = await vocabularyOf(folder);
  const lives = await readLives(folder, vocabulary, ['train', 'tuning']);
  log(`synthea: ${vocabulary.codes} codes, ${vocabulary.measures} measures`);
  await trainOn(lives, vocabulary, out, log);
}

export async function trainOn(
  lives: ReadonlyMap<Split, Life[]>,
  vocabulary: Vocabulary,
  out: string,
  log: Log,
  { seeds = SEEDS, settings = SETTINGS } = {},
): Promise<void> {
  const [train, kept] = [lives.get('train') ?? [], lives.get('tuning') ?? []];
  // The tuning persons calibrate; the number of steps was chosen on them once, and is fixed.
  const model = await trainSynthea(train, vocabulary, seeds, settings, log);
  const drawn = drawerOf(train, landmarkDay);
  const random = mulberry32(11);
  const file: RisksFile = {
    about: ABOUT,
    outcomes: TASKS.map(({ name, codes }) => ({ name: name.replaceAll('_', ' '), codes: [...codes] })),
    horizons: await calibrations(model, kept),
    scope: scopeOf(Array.from({ length: 5000 }, () => drawn(random))),
  };
  new RiskModel(model, vocabulary, file).save(out);
  await model.close();
}

async function calibrations(model: LandmarkModel, lives: readonly Life[]): Promise<RisksFile['horizons']> {
  const landmarks = taskLandmarks(lives);
  const logHazards = await model.logHazards(landmarks);
  return HORIZONS.map((years) => {
    const risks = riskOf(model.network, logHazards, years);
    const outcomes = TASKS.map((_, o) => {
      const rows = landmarks.flatMap((landmark, k) =>
        isAtRisk(landmark.life, o, landmark.day) ? [{ risk: risks[k * TASKS.length + o] as number, landmark }] : [],
      );
      return (
        recalibrationOf(
          rows.map(({ risk }) => risk),
          rows.map(({ landmark }) => cameWithin(landmark, o, years)),
        ) ?? null
      );
    });
    return { years, outcomes };
  });
}

const cameWithin = ({ life, day }: Landmark, outcome: number, years: number): number =>
  Number((life.first[outcome] as number) <= day + years * YEAR);

export async function scoreSynthea(folder: string, checkpoint: string, split: Split): Promise<Figure[]> {
  const model = RiskModel.load(checkpoint);
  const lives = (await readLives(folder, model.vocabulary, [split])).get(split) ?? [];
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
