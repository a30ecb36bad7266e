/** Training on the train split of the Synthea lives, and scoring a checkpoint on a split. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Split } from '../../../src/corpus/index.ts';
import { auroc, mulberry32 } from '../../../src/governance/index.ts';
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
import { ageSexRisks } from './age-sex.ts';
import { readLives, vocabularyOf } from './lives.ts';
import { type LogEntry, landmarkDay, SETTINGS, taskLandmarks, trainSynthea } from './network.ts';
import { meanOf, risksOf, scoredTasks, subgroupFigures, taskFigures } from './score.ts';
import { readLabels, TASKS } from './tasks.ts';

const SEEDS = [1, 2];
const HORIZONS = [1, 5];
/** What the makers of the data reached on `held_out`; their README has the tasks one by one. */
const PEERS = {
  5: 'boosting 0.805, logistic 0.789, age and sex 0.707 on held_out',
  1: 'boosting 0.854, logistic 0.805, age and sex 0.673 on held_out',
};
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

/** Trains as for the checkpoint, scores it, and keeps nothing. */
export async function trainAndScore(folder: string, log: Log): Promise<Figure[]> {
  const out = mkdtempSync(join(tmpdir(), 'prodrome-synthea-'));
  try {
    await trainAndSave(folder, out, log);
    return await scoreSynthea(folder, out, 'held_out');
  } finally {
    rmSync(out, { recursive: true });
  }
}

export async function trainOn(
  lives: ReadonlyMap<Split, Life[]>,
  vocabulary: Vocabulary,
  out: string,
  log: Log,
  { seeds = SEEDS, settings = SETTINGS } = {},
): Promise<void> {
  const [train, kept] = [lives.get('train') ?? [], lives.get('tuning') ?? []];
  const entries: LogEntry[] = [];
  const note = (entry: LogEntry) => {
    entries.push(entry);
    log(
      `synthea ${Object.entries(entry)
        .map((pair) => pair.join(' '))
        .join(', ')}`,
    );
  };
  // The tuning persons end the training and calibrate.
  const model = await trainSynthea(train, vocabulary, { seeds, settings, tuning: kept, log: note });
  const drawn = drawerOf(train, landmarkDay);
  const random = mulberry32(11);
  const file: RisksFile = {
    about: ABOUT,
    outcomes: TASKS.map(({ name, codes }) => ({ name: name.replaceAll('_', ' '), codes: [...codes] })),
    horizons: await calibrations(model, kept),
    scope: scopeOf(Array.from({ length: 5000 }, () => drawn(random))),
  };
  new RiskModel(model, vocabulary, file).save(out);
  writeFileSync(join(out, 'training.ndjson'), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
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

/** Scores a checkpoint on a split, beside what age and sex give where the folder has a train split to fit them on. */
export async function scoreSynthea(folder: string, checkpoint: string, split: Split): Promise<Figure[]> {
  const model = RiskModel.load(checkpoint);
  const bySplit = await readLives(folder, model.vocabulary, [split, 'train']);
  const byId = new Map([...bySplit.values()].flat().map((life) => [life.id, life]));
  const labels = join(folder, 'labels.parquet');
  const rows = await readLabels(labels, split);
  const scored = scoredTasks(rows, await risksOf(model, byId, rows));
  await model.close();
  const name = `synthea ${split}`;
  const plain = scoredTasks(rows, ageSexRisks(await readLabels(labels, 'train'), rows, byId));
  return [
    ...taskFigures(name, scored, PEERS),
    ...subgroupFigures(name, scored, byId),
    ...[5, 1].flatMap((years) => {
      const mine = plain.filter((one) => one.years === years);
      const peer = years === 5 ? '0.707 on held_out' : '0.673 on held_out';
      return mine.length === 0
        ? []
        : [{ name: `${name} age and sex mean AUROC at ${years} y`, value: meanOf(mine, auroc), n: mine.length, peer }];
    }),
  ];
}
