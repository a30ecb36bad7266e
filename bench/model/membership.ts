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
import { headsOf, TASKS } from './synthea/tasks.ts';
import { trainSynthea } from './synthea/training.ts';

type Log = (line: string) => void;

/** Negative log-likelihood of what followed each landmark, summed over outcomes, which are the lives' own at `places`. */
async function lossesOf(
  model: LandmarkModel,
  landmarks: readonly Landmark[],
  places: readonly number[] = [...model.network.outcomes.keys()],
): Promise<Float64Array> {
  const logHazards = await model.logHazards(landmarks);
  const { outcomes, hazardBins } = model.network;
  return Float64Array.from(landmarks, ({ life, day }, n) => {
    let loss = 0;
    for (const [o, place] of places.entries()) {
      if (!isAtRisk(life, place, day)) continue;
      const [first, until] = [life.first[place] as number, life.until[place] as number];
      const time = Math.min(first, until) - day;
      const entry = Math.max(0, (life.from[place] as number) - day);
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
  const shadows = await shadowLosses(landmarks, lives, train, folder === undefined ? {} : { folder });
  const seen = new Set(members);
  return attacks('NAFLD model of one fold', landmarks, losses, shadows, (life) => seen.has(life));
}

/** Shadow models, each of a random half of the persons, trained as the checkpoint is. */
const SHADOWS = 3;

/**
 * The checkpoints of the Synthea lives: as many persons of the train split as there are held out, attacked by loss and by likelihood
 * ratio. Shadow models are trained as the checkpoint was, on half as many landmarks, and read what it reads, which whoever has it
 * knows. Losses are kept in a folder where one is given.
 */
export async function syntheaMembership(
  folder: string,
  checkpoint: string,
  log: Log,
  losses?: string,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of KINDS)
    if (existsSync(join(checkpoint, kind)))
      figures.push(...(await attacksOn(kind, folder, join(checkpoint, kind), log, losses && join(losses, kind))));
  return figures;
}

async function attacksOn(
  kind: Kind,
  folder: string,
  checkpoint: string,
  log: Log,
  losses: string | undefined,
): Promise<Figure[]> {
  const model = RiskModel.load(checkpoint);
  const { vocabulary } = model;
  const { summary } = model.landmarks;
  const { outcomes, settings } = askedOf(kind, vocabulary);
  const heads = headsOf({ outcomes: outcomes.map(({ name }) => ({ name, weight: 1 })) });
  const lives = await readLives(folder, vocabulary, ['train', 'tuning', 'held_out'], outcomes);
  const of = (split: Split) => lives.get(split) ?? [];
  const calendar = await calendarOf(folder, lives);
  const random = mulberry32(5);
  const share = of('held_out').length / of('train').length;
  const members = new Set(of('train').filter(() => random() < share));
  const landmarks = taskLandmarks([...members, ...of('held_out')], calendar);
  const own = await lossesOf(model.landmarks, landmarks, heads);
  await model.close();
  const half = { ...settings, pool: Math.round(settings.pool / 2) };
  const train = async (shadow: number, seen: readonly Life[]) => {
    log(`${kind} shadow model ${shadow}: ${seen.length} persons`);
    const asked = { vocabulary, outcomes, calendar, tuning: of('tuning') };
    const trained = await trainSynthea(seen, { ...asked, seeds: [shadow], settings: half, summary });
    return trained.select(
      headsOf(trained.network),
      TASKS.map(({ name }) => name),
    );
  };
  const everybody = [...of('train'), ...of('held_out')];
  const kept = losses === undefined ? {} : { folder: losses };
  const shadows = await shadowLosses(landmarks, everybody, train, { places: heads, ...kept });
  return attacks(`${kind} checkpoint`, landmarks, own, shadows, (life) => members.has(life));
}

/** Mean loss at each landmark of the shadow models that did not see its person; NaN where all did. */
async function shadowLosses(
  landmarks: readonly Landmark[],
  everybody: readonly Life[],
  train: (shadow: number, seen: readonly Life[]) => Promise<LandmarkModel>,
  { places, folder }: { readonly places?: readonly number[]; readonly folder?: string } = {},
): Promise<Float64Array> {
  const [sums, counts] = [new Float64Array(landmarks.length), new Float64Array(landmarks.length)];
  for (let shadow = 1; shadow <= SHADOWS; shadow++) {
    const draw = mulberry32(100 + shadow);
    const seen = new Set(everybody.filter(() => draw() < 0.5));
    const own = await keptLosses(folder, `shadow-${shadow}`, async () => {
      const model = await train(shadow, [...seen]);
      const found = await lossesOf(model, landmarks, places);
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
