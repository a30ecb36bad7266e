/**
 * Membership inference: can somebody who has a person's record tell whether the person was trained on? By the model's loss
 * (Yeom et al. 2018), and by how much lower it is than in shadow models that did not see the person (the offline likelihood
 * ratio of Carlini et al. 2022). AUROC, members against persons of the same kind that the model never saw; 0.5 is nothing.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from '../../src/corpus/index.ts';
import { auroc, GroupBootstrap, mulberry32 } from '../../src/governance/index.ts';
import { isAtRisk, type Landmark, type LandmarkModel, type Life, RiskModel, YEAR } from '../../src/model/index.ts';
import type { Figure } from '../figures.ts';
import { kept } from './kept.ts';
import { readCohort, readSplit } from './nafld/cohort.ts';
import { lifeOf } from './nafld/lives.ts';
import { trainNafld } from './nafld/network.ts';
import type { Part } from './nafld/parts.ts';
import { taskLandmarks } from './synthea/landmarks.ts';
import { readLives } from './synthea/lives.ts';
import { askedOf, calendarOf, KINDS, type Kind } from './synthea/run.ts';
import { TASKS } from './synthea/tasks.ts';
import { trainSynthea } from './synthea/training.ts';

type Log = (line: string) => void;

/** Negative log-likelihood of what followed each landmark, summed over outcomes. */
async function lossesOf(model: LandmarkModel, landmarks: readonly Landmark[]): Promise<Float64Array> {
  const logHazards = await model.logHazards(landmarks);
  const { outcomes, hazardBins } = model.network;
  return Float64Array.from(landmarks, ({ life, day }, n) => {
    let loss = 0;
    for (let o = 0; o < outcomes.length; o++) {
      if (!isAtRisk(life, o, day)) continue;
      const [first, until] = [life.first[o] as number, life.until[o] as number];
      const time = Math.min(first, until) - day;
      const entry = Math.max(0, (life.from[o] as number) - day);
      for (const [k, start] of hazardBins.entries()) {
        const end = hazardBins[k + 1] ?? Number.POSITIVE_INFINITY;
        const eta = logHazards[(n * outcomes.length + o) * hazardBins.length + k] as number;
        loss += (Math.exp(eta) * Math.max(0, Math.min(time, end) - Math.max(entry, start))) / YEAR;
        if (first <= until && time > start && time <= end) loss -= eta;
      }
    }
    return loss;
  });
}

/** The figure of one attack: a person's score is the mean of the person's landmarks, the higher the surer of a member. */
function attack(
  name: string,
  landmarks: readonly Landmark[],
  scoreOf: (landmark: number) => number,
  isMember: (life: Life) => boolean,
): Figure {
  const persons = new Map<Life, number[]>();
  for (const [k, { life }] of landmarks.entries()) persons.set(life, [...(persons.get(life) ?? []), scoreOf(k)]);
  const lives = [...persons.keys()];
  const score = lives.map((life) => meanOf(persons.get(life) ?? []));
  const member = lives.map((life) => Number(isMember(life)));
  const bootstrap = new GroupBootstrap(
    lives.map(({ id }) => id),
    500,
  );
  const interval = bootstrap.interval((weight) => auroc(score, member, weight));
  const value = auroc(score, member);
  return { name: `membership inference ${name}: AUROC`, value, ...interval, n: lives.length, peer: 'limit 0.55' };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The NAFLD model of one fold, networks and trees, members against the fold that it did not see, at day 0: by loss, and by likelihood ratio with
 * shadow networks of the same settings. Losses are kept in a folder where one is given.
 */
export async function nafldMembership(part: Part, seeds: readonly number[], folder?: string): Promise<Figure[]> {
  const split = readSplit(part.split, 'nafld');
  const lives = readCohort((name) => join(part.folder, `${name}_dev.csv`)).map(lifeOf);
  const members = lives.filter(({ id }) => split.get(id)?.fold !== 0);
  const landmarks = lives.map((life) => ({ life, day: 0 }));
  const losses = await keptLosses(folder, `losses-seeds-${seeds.join('-')}`, async () => {
    const model = await trainNafld(members, seeds);
    const found = await lossesOf(model, landmarks);
    await model.close();
    return found;
  });
  const train = (shadow: number, seen: readonly Life[]) => trainNafld(seen, [100 + shadow]);
  const shadows = await shadowLosses(landmarks, lives, train, folder);
  const seen = new Set(members);
  return attacks('NAFLD model of one fold', landmarks, losses, shadows, (life) => seen.has(life));
}

/** Shadow models, each of a random half of the persons, trained as the checkpoint is. */
const SHADOWS = 3;

/**
 * The checkpoints of the Synthea lives: as many persons of the train split as there are held out, attacked by loss and by likelihood
 * ratio. Shadow models are trained as the checkpoint was, on half as many landmarks, with the heads that it has kept, and read what
 * it reads, which whoever has it knows. Losses are kept in a folder where one is given.
 */
export async function syntheaMembership(
  folder: string,
  checkpoint: string,
  log: Log,
  losses?: string,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of KINDS) {
    const own = { folder, checkpoint: join(checkpoint, kind), ...(losses && { losses: join(losses, kind) }) };
    if (existsSync(own.checkpoint)) figures.push(...(await attacksOn(kind, own, log)));
  }
  return figures;
}

interface Attacked {
  readonly folder: string;
  readonly checkpoint: string;
  readonly losses?: string;
}

async function attacksOn(kind: Kind, { folder, checkpoint, losses }: Attacked, log: Log): Promise<Figure[]> {
  const model = RiskModel.load(checkpoint);
  const { vocabulary } = model;
  const { summary } = model.landmarks;
  const lives = await readLives(folder, vocabulary, ['train', 'tuning', 'held_out'], TASKS);
  const of = (split: Split) => lives.get(split) ?? [];
  const calendar = await calendarOf(folder, lives);
  const random = mulberry32(5);
  const share = of('held_out').length / of('train').length;
  const members = new Set(of('train').filter(() => random() < share));
  const landmarks = taskLandmarks([...members, ...of('held_out')], calendar);
  const own = await lossesOf(model.landmarks, landmarks);
  await model.close();
  const { settings } = askedOf(kind, vocabulary);
  const half = { ...settings, pool: Math.round(settings.pool / 2) };
  const asked = { vocabulary, outcomes: TASKS, calendar, tuning: of('tuning'), settings: half, summary };
  const train = (shadow: number, seen: readonly Life[]) => {
    log(`${kind} shadow model ${shadow}: ${seen.length} persons`);
    return trainSynthea(seen, { ...asked, seeds: [shadow] });
  };
  const everybody = [...of('train'), ...of('held_out')];
  const shadows = await shadowLosses(landmarks, everybody, train, losses);
  return attacks(`${kind} checkpoint`, landmarks, own, shadows, (life) => members.has(life));
}

/** Mean loss at each landmark of the shadow models that did not see its person; NaN where all did. */
async function shadowLosses(
  landmarks: readonly Landmark[],
  everybody: readonly Life[],
  train: (shadow: number, seen: readonly Life[]) => Promise<LandmarkModel>,
  folder?: string,
): Promise<Float64Array> {
  const [sums, counts] = [new Float64Array(landmarks.length), new Float64Array(landmarks.length)];
  for (let shadow = 1; shadow <= SHADOWS; shadow++) {
    const draw = mulberry32(100 + shadow);
    const seen = new Set(everybody.filter(() => draw() < 0.5));
    const own = await keptLosses(folder, `shadow-${shadow}`, async () => {
      const model = await train(shadow, [...seen]);
      const found = await lossesOf(model, landmarks);
      await model.close();
      return found;
    });
    for (const [k, { life }] of landmarks.entries()) {
      if (seen.has(life)) continue;
      sums[k] = (sums[k] as number) + (own[k] as number);
      counts[k] = (counts[k] as number) + 1;
    }
  }
  return sums.map((sum, k) => sum / (counts[k] as number));
}

const keptLosses = async (folder: string | undefined, name: string, make: () => Promise<Float64Array>) =>
  Float64Array.from(await kept(folder, name, async () => [...(await make())]));

function attacks(
  name: string,
  landmarks: readonly Landmark[],
  losses: Float64Array,
  shadows: Float64Array,
  isMember: (life: Life) => boolean,
): Figure[] {
  const byLoss = (k: number) => -(losses[k] as number);
  const byRatio = (k: number) => (shadows[k] as number) - (losses[k] as number);
  // Persons whom every shadow model saw cannot be compared.
  const compared = [...landmarks.keys()].filter((k) => !Number.isNaN(shadows[k]));
  return [
    attack(`by loss, ${name}`, landmarks, byLoss, isMember),
    attack(
      `by likelihood ratio with ${SHADOWS} shadow models, ${name}`,
      compared.map((k) => landmarks[k] as Landmark),
      (at) => byRatio(compared[at] ?? 0),
      isMember,
    ),
  ];
}
