/** Scores of the Synthea tasks: AUROC, AUPRC and calibration of each, their means with intervals, and by sex and age. */
import { auprc, auroc, calibrationOf, GroupBootstrap } from '../../../src/governance/index.ts';
import { calibrated, type Life, type RiskModel, YEAR } from '../../../src/model/index.ts';
import type { Figure } from '../../figures.ts';
import { type LabelRow, TASKS } from './tasks.ts';

/** The label rows of one task at one horizon, with a score each. */
export interface Scored {
  readonly task: string;
  readonly years: number;
  readonly rows: readonly LabelRow[];
  readonly risks: readonly number[];
  readonly outcomes: readonly number[];
}

/** The same recalibrated, where the model's file says how. */
export const calibratedRisks = (
  { file }: Pick<RiskModel, 'file'>,
  rows: readonly LabelRow[],
  plain: Float64Array,
): Float64Array =>
  plain.map((risk, k) => {
    const { years, task } = rows[k] as LabelRow;
    const recalibration = file.horizons.find((one) => one.years === years)?.outcomes[task];
    return recalibration && !Number.isNaN(risk) ? calibrated(recalibration, risk).risk : risk;
  });

/** Tasks with at least 8 events at one year, all at five, as the data set's README says. */
export function scoredTasks(rows: readonly LabelRow[], risks: Float64Array): Scored[] {
  return [5, 1].flatMap((years) =>
    TASKS.flatMap(({ name }, task) => {
      const mine = rows.flatMap((row, k) =>
        row.task === task && row.years === years && !Number.isNaN(risks[k]) ? [{ row, risk: risks[k] as number }] : [],
      );
      const outcomes = mine.map(({ row }) => row.outcome);
      if (outcomes.reduce((sum, outcome) => sum + outcome, 0) < (years === 1 ? 8 : 1)) return [];
      return [{ task: name, years, rows: mine.map(({ row }) => row), risks: mine.map(({ risk }) => risk), outcomes }];
    }),
  );
}

type Metric = (risks: ArrayLike<number>, outcomes: ArrayLike<number>, weight?: ArrayLike<number>) => number;

const slope: Metric = (risks, outcomes) => calibrationOf(risks, outcomes).slope;

/** Figures of each task, and the means over tasks with 95 % intervals by resampling persons, the same for all tasks. */
export function taskFigures(
  name: string,
  scored: readonly Scored[],
  peers: Readonly<Record<number, string>>,
): Figure[] {
  const each = scored.flatMap(({ task, years, risks, outcomes }) =>
    Object.entries({ AUROC: auroc, AUPRC: auprc, 'calibration slope': slope }).map(([what, metric]) => ({
      name: `${name} ${task} ${years} y ${what}`,
      value: metric(risks, outcomes),
      n: outcomes.length,
    })),
  );
  return [...each, ...meanFigures(name, scored, peers)];
}

/** The means over tasks alone. */
export function meanFigures(
  name: string,
  scored: readonly Scored[],
  peers: Readonly<Record<number, string>>,
): Figure[] {
  return [5, 1].flatMap((years): Figure[] => {
    const mine = scored.filter((one) => one.years === years);
    const peer = peers[years];
    return [
      { ...meanFigure(`${name} mean AUROC at ${years} y`, mine, auroc), ...(peer !== undefined && { peer }) },
      meanFigure(`${name} mean AUPRC at ${years} y`, mine, auprc),
      { name: `${name} mean calibration slope at ${years} y`, value: meanOf(mine, slope), n: mine.length },
    ];
  });
}

export function meanOf(scored: readonly Scored[], metric: Metric, weights?: readonly ArrayLike<number>[]): number {
  const values = scored
    .map(({ risks, outcomes }, k) => metric(risks, outcomes, weights?.[k]))
    .filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanFigure(name: string, scored: readonly Scored[], metric: Metric): Figure {
  const persons = scored.flatMap(({ rows }) => rows.map(({ subject }) => subject));
  const bootstrap = new GroupBootstrap(persons, 200);
  const interval = bootstrap.interval((weight) => {
    let from = 0;
    const weights = scored.map(({ rows }) => {
      from += rows.length;
      return weight.subarray(from - rows.length, from);
    });
    return meanOf(scored, metric, weights);
  });
  return { name, value: meanOf(scored, metric), ...interval, n: scored.length };
}

/** Fewest events, and fewest without, that a task needs in a subgroup. */
const LEAST = 11;

/** By sex and band of age at the prediction: mean AUROC of the tasks that have enough there, and events seen over expected. */
export function subgroupFigures(name: string, scored: readonly Scored[], lives: ReadonlyMap<number, Life>): Figure[] {
  const groupsOf = ({ subject, day }: LabelRow): string[] => {
    const life = lives.get(subject);
    if (!life) return [];
    const age = (day - life.birth) / YEAR;
    return [
      life.male === 1 ? 'men' : 'women',
      age < 40 ? 'age 18 to 39' : age < 65 ? 'age 40 to 64' : 'age 65 and over',
    ];
  };
  return [5, 1].flatMap((years) =>
    ['women', 'men', 'age 18 to 39', 'age 40 to 64', 'age 65 and over'].flatMap((group) => {
      const cut = scored
        .filter((one) => one.years === years)
        .map((one) => cutTo(one, (row) => groupsOf(row).includes(group)));
      const enough = cut.filter(({ outcomes }) => {
        const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
        return events >= LEAST && outcomes.length - events >= LEAST;
      });
      const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      // Over all tasks: those with many events here would be chosen by what is measured.
      const seen = total(cut.map(({ outcomes }) => total(outcomes)));
      const expected = total(cut.map(({ risks }) => total(risks)));
      const ratio = {
        name: `${name} ${group} events seen over expected at ${years} y`,
        value: seen / expected,
        n: seen,
      };
      const mean = meanFigure(`${name} ${group} mean AUROC at ${years} y`, enough, auroc);
      return enough.length === 0 ? [ratio] : [mean, ratio];
    }),
  );
}

function cutTo(scored: Scored, isIn: (row: LabelRow) => boolean): Scored {
  const kept = scored.rows.flatMap((row, k) => (isIn(row) ? [k] : []));
  const of = <T>(values: readonly T[]): T[] => kept.map((k) => values[k] as T);
  return { ...scored, rows: of(scored.rows), risks: of(scored.risks), outcomes: of(scored.outcomes) };
}
