/** Delphi's simulated trajectories: simple models by its protocol, then the event model. No weights are kept. */
import type { Figure } from '../../figures.ts';
import { DEATH, readTrajectories, TOKENS, type Trajectory } from './data.ts';
import { SETTINGS, scorerOf, trainDelphi } from './network.ts';
import { fitFrailty, type Knowledge, type Risks, risksBy } from './priors.ts';
import { type CodeScore, meanAuc, scoreCodes, withNoEvents } from './protocol.ts';
import { addCounts, BaseRates, countPairs, relativeRisks, type Shrinkage } from './relative-risks.ts';

const GAPS = [0.1, 365.25];
const FOLDS = 5;
const SHRINKAGE: Shrinkage = { code: 10, block: 10, chapter: 20 };
/** Persons of the train file by whom training is stopped. */
const TUNING = 1000;
const SEEDS = [1, 2, 3];

type Log = (line: string) => void;

/** The trajectories, and what simple models know of them. */
export interface Prepared {
  readonly learnt: readonly Trajectory[];
  readonly tuning: readonly Trajectory[];
  readonly scored: readonly Trajectory[];
  readonly base: BaseRates;
  /** [TOKENS × TOKENS] log relative risks counted on all that is learnt from. */
  readonly all: Float32Array;
  readonly knowledge: Knowledge;
}

/** `share` of the people of training are learnt from, in the relative risks and by networks. */
export function prepared(path: string, log: Log, share = 1): Prepared {
  const { train, val, names } = readTrajectories(path);
  const quiet = (list: readonly Trajectory[]) => list.map(withNoEvents);
  const people = train.slice(0, Math.round(share * (train.length - TUNING)));
  const [learnt, tuning, scored] = [quiet(people), quiet(train.slice(-TUNING)), quiet(val)];
  const base = new BaseRates(learnt);
  // Relative risks are counted in five parts, so that a trajectory of training is given those of the others.
  const parts = Array.from({ length: FOLDS }, (_, fold) =>
    countPairs(
      learnt.filter((_, k) => k % FOLDS === fold),
      base,
    ),
  );
  const all = relativeRisks(addCounts(parts), names, SHRINKAGE);
  const others = parts.map((_, fold) => relativeRisks(addCounts(parts, fold), names, SHRINKAGE));
  const foldOf = new Map(learnt.map((trajectory, k) => [trajectory, k % FOLDS]));
  const drawn = [...others, all].map((logs) => risksBy(logs, SETTINGS.strength));
  const whole: Knowledge = {
    base,
    risksOf: (trajectory) => drawn[foldOf.get(trajectory) ?? FOLDS] as Risks,
    frailty: 1,
  };
  const knowledge = { ...whole, frailty: fitFrailty(learnt, whole) };
  log(`delphi: relative risks counted; share of their excess kept: ${knowledge.frailty.toFixed(3)}`);
  return { learnt, tuning, scored, base, all, knowledge };
}

export async function runDelphi(path: string, log: Log): Promise<Figure[]> {
  const { learnt, tuning, scored, base, all, knowledge } = prepared(path, log);
  const figures: Figure[] = [];
  const tell = async (name: string, scorer: Parameters<typeof scoreCodes>[2], peers: Peers = {}) => {
    const scores = await scoreCodes(scored, GAPS, scorer);
    figures.push(...figuresOf(name, scores, peers));
    for (const figure of figures.slice(-4)) log(`${figure.name}: ${figure.value.toFixed(4)}`);
  };
  await tell(
    'delphi age and sex',
    ({ male, ages }) =>
      (position, token) =>
        base.rate(male, ages[position] as number, token),
    {
      all: '0.524',
    },
  );
  const past = (trajectory: Trajectory) => (position: number, token: number) => {
    let log = Math.log(base.rate(trajectory.male, trajectory.ages[position] as number, token));
    for (let i = 0; i <= position; i++) log += all[(trajectory.tokens[i] as number) * TOKENS + token] as number;
    return log;
  };
  await tell('delphi age, sex and relative risks', past, {
    all: '0.617',
    common: '0.644',
    year: '0.598',
    death: '0.945',
  });
  const models = [];
  for (const seed of SEEDS) {
    models.push(await trainDelphi(learnt, tuning, knowledge, seed, log));
    const peers = { all: 'Delphi’s code 0.631', common: '0.640', year: '0.606', death: '0.914' };
    await tell(
      `delphi event model, ${models.length} seed${models.length > 1 ? 's' : ''}`,
      scorerOf(models, knowledge)(scored),
      peers,
    );
  }
  for (const model of models) await model.close();
  return figures;
}

type Peers = { readonly all?: string; readonly common?: string; readonly year?: string; readonly death?: string };

function figuresOf(name: string, [near = [], year = []]: readonly CodeScore[][], peers: Peers): Figure[] {
  const figure = (what: string, value: number, peer: string | undefined): Figure => ({
    name: `${name}: ${what}`,
    value,
    ...(peer && { peer }),
  });
  const death = near.find(({ token }) => token === DEATH)?.auc ?? Number.NaN;
  return [
    { ...figure('mean AUC over codes', meanAuc(near), peers.all), n: near.length },
    figure(
      'of codes with 25 or more cases',
      meanAuc(near, ({ cases }) => cases >= 25),
      peers.common,
    ),
    figure('a year ahead', meanAuc(year), peers.year),
    figure('of death', death, peers.death),
  ];
}
