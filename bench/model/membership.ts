/**
 * Membership inference: can somebody who has a person's record tell from the model's loss whether the person was trained on
 * (Yeom et al. 2018)? AUROC of the loss, members against persons of the same kind that the model never saw; 0.5 is nothing.
 */

import { join } from 'node:path';
import type { Split } from '../../src/corpus/index.ts';
import { auroc, GroupBootstrap, mulberry32 } from '../../src/governance/index.ts';
import { isAtRisk, type Landmark, type LandmarkModel, RiskModel, YEAR } from '../../src/model/index.ts';
import type { Figure } from '../figures.ts';
import { readCohort, readSplit } from './nafld/cohort.ts';
import { lifeOf } from './nafld/lives.ts';
import { trainNafld } from './nafld/network.ts';
import type { Part } from './nafld/parts.ts';
import { SEEDS } from './nafld/run.ts';
import { readLives } from './synthea/lives.ts';
import { taskLandmarks } from './synthea/network.ts';

type Log = (line: string) => void;

/** Negative log-likelihood of what followed each landmark, summed over its outcomes. */
async function lossesOf(model: LandmarkModel, landmarks: readonly Landmark[]): Promise<Float64Array> {
  const logHazards = await model.logHazards(landmarks);
  const { outcomes, hazardBins } = model.network;
  return Float64Array.from(landmarks, ({ life, day }, n) => {
    let loss = 0;
    for (const [o] of outcomes.entries()) {
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

async function membership(
  name: string,
  model: LandmarkModel,
  members: readonly Landmark[],
  others: readonly Landmark[],
): Promise<Figure> {
  const score = [...(await lossesOf(model, members)), ...(await lossesOf(model, others))].map((loss) => -loss);
  const member = [...members.map(() => 1), ...others.map(() => 0)];
  const bootstrap = new GroupBootstrap(
    [...members, ...others].map(({ life }) => life.id),
    200,
  );
  const interval = bootstrap.interval((weight) => auroc(score, member, weight));
  return {
    name: `membership inference by loss, ${name}: AUROC`,
    value: auroc(score, member),
    ...interval,
    n: score.length,
    peer: 'limit 0.55',
  };
}

/** The NAFLD networks of one fold, members against the fold they did not see, at day 0. */
export async function nafldMembership(part: Part, log: Log): Promise<Figure> {
  const split = readSplit(part.split, 'nafld');
  const lives = readCohort((name) => join(part.folder, `${name}_dev.csv`)).map(lifeOf);
  const kept = lives.filter(({ id }) => split.get(id)?.fold === 0);
  const members = lives.filter(({ id }) => split.get(id)?.fold !== 0);
  const model = await trainNafld(members, SEEDS, undefined, log);
  const at = (list: typeof lives) => list.map((life) => ({ life, day: 0 }));
  const figure = await membership('NAFLD networks of one fold', model, at(members), at(kept));
  await model.close();
  return figure;
}

/** The checkpoint's Synthea networks: as many of the train split as there are held out. */
export async function syntheaMembership(folder: string, checkpoint: string): Promise<Figure> {
  const model = RiskModel.load(checkpoint);
  const lives = await readLives(folder, model.vocabulary, ['train', 'held_out']);
  const of = (split: Split) => lives.get(split) ?? [];
  const random = mulberry32(5);
  const share = of('held_out').length / of('train').length;
  const figure = await membership(
    'Synthea networks of the checkpoint',
    model.landmarks,
    taskLandmarks(of('train').filter(() => random() < share)),
    taskLandmarks(of('held_out')),
  );
  await model.close();
  return figure;
}
