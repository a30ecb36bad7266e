/** Training on the train split of the Synthea lives, and scoring a checkpoint on a split. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Split } from '../../../src/corpus/index.ts';
import { auroc, mulberry32 } from '../../../src/governance/index.ts';
import {
  calibrated,
  drawerOf,
  isAtRisk,
  type Landmark,
  type LandmarkModel,
  type Life,
  peerFit,
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
import { type Calendar, landmarkDayOf, taskLandmarks } from './landmarks.ts';
import { conditionsOf, readLives, vocabularyOf } from './lives.ts';
import { completions, rareOutcomes } from './memorisation.ts';
import { type Asked, FITTED, type SyntheaSettings, ZERO_SHOT } from './network.ts';
import { calibratedRisks, meanFigures, meanOf, scoredTasks, subgroupFigures, taskFigures } from './score.ts';
import { headsOf, readLabels, readTaskDays, TASKS } from './tasks.ts';
import { type LogEntry, trainSynthea } from './training.ts';
import { plainRisks } from './zero-shot.ts';

const SEEDS = [1];
const HORIZONS = [1, 5];
/** What the makers of the data reached on `held_out`; their README has the tasks one by one. */
const PEERS = {
  5: 'boosting 0.805, logistic 0.789, age and sex 0.707 on held_out',
  1: 'boosting 0.854, logistic 0.805, age and sex 0.673 on held_out',
};
const LABELS = 'labels.parquet';
const ABOUT =
  'A demonstration, trained on synthetic lives (Synthea 3.3.0): a simulator’s causes, not medicine’s. Not for care.';

type Log = (line: string) => void;

/** The MEDS folder: the given one, or `synthea-meds/` in it; undefined where neither has labels. */
export const syntheaIn = (data: string): string | undefined =>
  [join(data, 'synthea-meds'), data].find((folder) => existsSync(join(folder, LABELS)));

/** The two models, by the names of their folders: fitted to the tasks, and zero-shot, with a head for every condition alike. */
export const KINDS = ['synthea', 'synthea-zero-shot'] as const;
export type Kind = (typeof KINDS)[number];

/** What a model of a kind is asked, and how it is trained. */
export const askedOf = (
  kind: Kind,
  vocabulary: Vocabulary,
): Omit<Asked, 'vocabulary'> & { settings: SyntheaSettings } =>
  kind === 'synthea'
    ? { outcomes: TASKS, settings: FITTED }
    : { outcomes: conditionsOf(vocabulary), settings: ZERO_SHOT };

export async function trainAndSave(folder: string, kind: Kind, out: string, log: Log): Promise<void> {
  const vocabulary = await vocabularyOf(folder);
  const { outcomes } = askedOf(kind, vocabulary);
  const lives = await readLives(folder, vocabulary, ['train', 'tuning'], outcomes);
  log(`${kind}: ${vocabulary.codes} codes, ${vocabulary.measures} measures, ${outcomes.length} outcomes`);
  await trainOn(lives, { vocabulary, outcomes, calendar: await calendarOf(folder, lives) }, kind, join(out, kind), log);
}

/** The days on which the tasks of a folder ask, and until which its lives are followed. */
export async function calendarOf(folder: string, lives: ReadonlyMap<Split, readonly Life[]>): Promise<Calendar> {
  let end = 0;
  for (const { until } of [...lives.values()].flat()) end = Math.max(end, until[0] as number);
  return { asked: await readTaskDays(join(folder, LABELS)), end };
}

/** Trains as for the checkpoint, scores it, and keeps nothing. */
export async function trainAndScore(folder: string, kind: Kind, log: Log): Promise<Figure[]> {
  const out = mkdtempSync(join(tmpdir(), 'prodrome-synthea-'));
  try {
    await trainAndSave(folder, kind, out, log);
    return await scoreSynthea(folder, kind, join(out, kind), 'held_out');
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function trainOn(
  lives: ReadonlyMap<Split, Life[]>,
  asked: Asked & { readonly calendar: Calendar },
  kind: Kind,
  out: string,
  log: Log,
): Promise<void> {
  const { calendar, vocabulary } = asked;
  const { settings } = askedOf(kind, vocabulary);
  const [train, kept] = [lives.get('train') ?? [], lives.get('tuning') ?? []];
  const entries: LogEntry[] = [];
  const note = (entry: LogEntry) => {
    // How far the trees are is progress, not a result.
    if (!('trees' in entry)) entries.push(entry);
    log(
      `${kind} ${Object.entries(entry)
        .map((pair) => pair.join(' '))
        .join(', ')}`,
    );
  };
  // The tuning persons end the training and calibrate.
  const model = await trainSynthea(train, { ...asked, seeds: SEEDS, settings, tuning: kept, log: note });
  const drawn = drawerOf(train, landmarkDayOf(calendar));
  const random = mulberry32(11);
  const file: RisksFile = {
    about: ABOUT,
    outcomes: TASKS.map(({ name, codes }) => ({
      name: name.replaceAll('_', ' '),
      codes: [...codes],
    })),
    horizons: await calibrations(model, taskLandmarks(kept, calendar)),
    scope: scopeOf(Array.from({ length: 5000 }, () => drawn(random))),
  };
  // Heads that no task asks for are not kept: those of rare conditions would give away who had them.
  const told = model.select(
    headsOf(model.network),
    TASKS.map(({ name }) => name),
  );
  new RiskModel(told, vocabulary, file).save(out);
  writeFileSync(join(out, 'training.ndjson'), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  await told.close();
  await model.close();
}

async function calibrations(model: LandmarkModel, landmarks: readonly Landmark[]): Promise<RisksFile['horizons']> {
  const logHazards = await model.logHazards(landmarks);
  const { outcomes: heads } = model.network;
  const of = headsOf(model.network);
  return HORIZONS.map((years) => {
    const risks = riskOf(model.network, logHazards, years);
    const each = of.map((head) => {
      const rows = landmarks.flatMap((landmark, k) =>
        isAtRisk(landmark.life, head, landmark.day)
          ? [{ risk: risks[k * heads.length + head] as number, landmark }]
          : [],
      );
      const found =
        recalibrationOf(
          rows.map(({ risk }) => risk),
          rows.map(({ landmark }) => cameWithin(landmark, head, years)),
        ) ?? null;
      const asked = rows.map(({ landmark: { life, day } }) => ({ age: day - life.birth, male: life.male }));
      const told = found && rows.map(({ risk }) => calibrated(found, risk).risk);
      return { found, peers: told && [...peerFit(asked, told)] };
    });
    return { years, outcomes: each.map(({ found }) => found), peers: each.map(({ peers }) => peers) };
  });
}

const cameWithin = ({ life, day }: Landmark, outcome: number, years: number): number =>
  Number((life.first[outcome] as number) <= day + years * YEAR);

/**
 * Scores a checkpoint on a split, calibrated and before, beside what age and sex give where the folder has a train split to fit them
 * on.
 */
export async function scoreSynthea(folder: string, kind: Kind, checkpoint: string, split: Split): Promise<Figure[]> {
  const model = RiskModel.load(checkpoint);
  const bySplit = await readLives(folder, model.vocabulary, [split, 'train'], TASKS);
  const byId = new Map([...bySplit.values()].flat().map((life) => [life.id, life]));
  const labels = join(folder, LABELS);
  const rows = await readLabels(labels, split);
  const own = await plainRisks(model.landmarks, byId, rows);
  const scored = scoredTasks(rows, calibratedRisks(model, rows, own));
  const remembered = await memorisation(model.landmarks, kind, bySplit, split);
  await model.close();
  const name = `${kind} ${split}`;
  const plain = scoredTasks(rows, ageSexRisks(await readLabels(labels, 'train'), rows, byId));
  return [
    ...taskFigures(name, scored, PEERS),
    ...subgroupFigures(name, scored, byId),
    ...meanFigures(`${name} before calibration`, scoredTasks(rows, own), {}),
    ...[5, 1].flatMap((years) => {
      const mine = plain.filter((one) => one.years === years);
      const peer = years === 5 ? '0.707 on held_out' : '0.673 on held_out';
      return mine.length === 0
        ? []
        : [{ name: `${name} age and sex mean AUROC at ${years} y`, value: meanOf(mine, auroc), n: mine.length, peer }];
    }),
    ...remembered,
  ];
}

/** Prompted completion for as many persons of training as there are others, every so-manyth; none where no split is of training. */
async function memorisation(
  model: LandmarkModel,
  kind: Kind,
  lives: ReadonlyMap<Split, readonly Life[]>,
  split: Split,
): Promise<Figure[]> {
  const [train, others] = [lives.get('train') ?? [], lives.get(split) ?? []];
  if (train.length === 0 || others.length === 0) return [];
  const rare = rareOutcomes(train);
  const every = Math.ceil(train.length / others.length);
  const members = train.filter((_, k) => k % every === 0);
  const name = (of: string) => `${kind} memorisation, prompted with ${of} persons`;
  return [await completions(name('train'), model, members, rare), await completions(name(split), model, others, rare)];
}
