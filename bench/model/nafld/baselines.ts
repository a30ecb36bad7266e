/**
 * What a model has to beat, fitted by code of ours for each task at its landmark alone, by the data set's README: Cox by age
 * and sex, elastic nets on the last values and on these with the times since, and boosted trees on all summaries. Penalties are chosen on one fold of
 * training.
 */
import { SurvivalSample } from '../../../src/governance/index.ts';
import {
  type BoostSettings,
  boost,
  boostJob,
  forestHazards,
  type Life,
  Summariser,
  type SummarySpec,
  standardise,
  standardOf,
  YEAR,
} from '../../../src/model/index.ts';
import { fitCox, type Penalty, predictor } from '../cox.ts';

/** People of a task: what is known of them at its landmark, and what came. */
export interface TaskRows {
  readonly lives: readonly Life[];
  readonly time: readonly number[];
  readonly event: readonly number[];
}

/** Scores lives as a baseline fitted on `training`, its strength chosen by `tuning`; higher is earlier. */
export type Baseline = (
  day: number,
  training: TaskRows,
  tuning: TaskRows,
) => (lives: readonly Life[]) => ArrayLike<number>;

/** The widths of the vocabulary that summaries are made over. */
export interface Reading {
  readonly summary: SummarySpec;
  readonly measures: number;
  readonly codes: number;
}

export function baselinesOf(reading: Reading): ReadonlyMap<string, Baseline> {
  const { measures, codes } = reading.summary;
  const [age, sex, general, perMeasure, perCode] = [0, 2, 15, 10, 5];
  const each = (features: { measure: readonly number[]; code: readonly number[] }) => [
    ...[age, sex],
    ...measures.flatMap((_, k) => features.measure.map((f) => general + perMeasure * k + f)),
    ...codes.flatMap((_, k) => features.code.map((f) => general + perMeasure * measures.length + perCode * k + f)),
  ];
  const last = each({ measure: [0, 1], code: [0] });
  const full = each({ measure: [0, 1, 7], code: [0, 3] });
  return new Map<string, Baseline>([
    ['Cox by age and sex', coxOn(reading, [age, sex], [{ lambda: 0, alpha: 0 }])],
    ['elastic net on last values', coxOn(reading, last, PENALTIES)],
    ['elastic net with times since', coxOn(reading, full, PENALTIES)],
    ['boosted trees', treesOn(reading)],
  ]);
}

const PENALTIES: readonly Penalty[] = [0, 0.5, 1].flatMap((alpha) => [0.01, 1e-3].map((lambda) => ({ alpha, lambda })));

function coxOn(reading: Reading, picked: readonly number[], penalties: readonly Penalty[]): Baseline {
  const summariser = new Summariser(reading.summary, reading);
  return (day, training, tuning) => {
    const summaries = (lives: readonly Life[]) => {
      const all = summariesOf(summariser, lives, day);
      return Float32Array.from({ length: lives.length * picked.length }, (_, n) => {
        const row = Math.floor(n / picked.length);
        return all[row * summariser.width + (picked[n % picked.length] as number)] as number;
      });
    };
    const whole = [...training.lives, ...tuning.lives];
    const standard = standardOf(summaries(whole), picked.length);
    const featuresOf = (lives: readonly Life[]) => {
      const found = summaries(lives);
      standardise(found, standard);
      return Float64Array.from(found);
    };
    const data = ({ lives, time, event }: TaskRows) => ({
      ...{ features: featuresOf(lives), width: picked.length },
      ...{ time, event },
    });
    const [learnt, asked] = [data(training), data(tuning)];
    let [best, highest]: [Penalty | undefined, number] = [penalties[0], Number.NEGATIVE_INFINITY];
    let start: Float64Array | undefined;
    for (const penalty of penalties.length > 1 ? penalties : []) {
      start = fitCox(learnt, penalty, start);
      const c = new SurvivalSample({ ...asked, score: predictor(asked, start) }).concordance();
      if (c > highest) [best, highest] = [penalty, c];
    }
    const both = {
      lives: whole,
      time: [...training.time, ...tuning.time],
      event: [...training.event, ...tuning.event],
    };
    const beta = fitCox(data(both), best ?? { lambda: 0, alpha: 0 }, start);
    return (lives) => predictor({ features: featuresOf(lives), width: picked.length }, beta);
  };
}

function summariesOf(summariser: Summariser, lives: readonly Life[], day: number): Float32Array {
  const all = new Float32Array(lives.length * summariser.width);
  for (const [row, life] of lives.entries()) summariser.write(life, day, all, row * summariser.width);
  return all;
}

/** Fixed beforehand, near what the trial on these data found best for trees. */
const TREES: BoostSettings = {
  ...{ trees: 120, depth: 2, rate: 0.08, features: 0.5, rows: 0.7, least: 10, prior: 5 },
  ...{ periods: [0], end: 25 * YEAR },
};

/** Trees on all features of the summary. */
function treesOn(reading: Reading): Baseline {
  const summariser = new Summariser(reading.summary, reading);
  return (day, training, tuning) => {
    const all = [training, tuning];
    const rows = summariesOf(
      summariser,
      all.flatMap(({ lives }) => lives),
      day,
    );
    const outcomes = {
      outcomeTimes: Float32Array.from(all.flatMap(({ time }) => time)),
      outcomeEvents: Float32Array.from(all.flatMap(({ event }) => event)),
      outcomeEntries: new Float32Array(rows.length / summariser.width),
    };
    const job = boostJob(rows, summariser.width, outcomes, TREES, { seed: 1 });
    boost(job);
    return (lives) => forestHazards(job.forest, summariesOf(summariser, lives, day));
  };
}
