/** Methods beside one another on the same people: C-index by folds, and differences with paired intervals. */
import { GroupBootstrap, percentiles, SurvivalSample } from '../../../src/governance/index.ts';
import type { Figure } from '../../figures.ts';
import type { Label } from './tasks.ts';

/** Out-of-fold scores of one task: each person's by networks and baselines that did not see the person's matched set. */
export interface TaskResult {
  readonly name: string;
  readonly labels: readonly Label[];
  readonly foldOf: (id: number) => number;
  /** Scores by method, then person; the first method is the one compared. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const RESAMPLES = 200;
const FIVE_YEARS = 1825;

/** One method on one task: statistics as means over the folds, since scores of two folds are not on one scale. */
class Folds {
  readonly #folds: readonly { readonly sample: SurvivalSample; readonly ids: readonly number[] }[];

  constructor({ labels, foldOf }: TaskResult, scores: ReadonlyMap<number, number>) {
    const folds = [...new Set(labels.map(({ id }) => foldOf(id)))].sort((a, b) => a - b);
    this.#folds = folds.map((fold) => {
      const own = labels.filter(({ id }) => foldOf(id) === fold);
      const sample = new SurvivalSample({
        time: own.map(({ time }) => time),
        event: own.map(({ event }) => event),
        score: own.map(({ id }) => scores.get(id) ?? Number.NaN),
      });
      return { sample, ids: own.map(({ id }) => id) };
    });
  }

  #mean(of: (sample: SurvivalSample, weight?: Float64Array) => number, weightOf?: (id: number) => number): number {
    const values = this.#folds.map(({ sample, ids }) =>
      of(sample, weightOf && Float64Array.from(ids, (id) => weightOf(id))),
    );
    return values.reduce((a, b) => a + b, 0) / values.length;
  }

  concordance(weightOf?: (id: number) => number): number {
    return this.#mean((sample, weight) => sample.concordance(weight), weightOf);
  }

  auroc(): number {
    return this.#mean((sample) => sample.auroc(FIVE_YEARS));
  }
}

/**
 * C-index of every method; the first method's difference to the best of the others, task by task and in the mean, with 95 %
 * intervals over resampled groups; and how many tasks are above and below.
 */
export function comparisonOf(
  prefix: string,
  results: readonly TaskResult[],
  groupOf: (id: number) => number,
): Figure[] {
  const ids = [...new Set(results.flatMap(({ labels }) => labels.map(({ id }) => id)))];
  const place = new Map(ids.map((id, k) => [id, k]));
  const bootstrap = new GroupBootstrap(ids.map(groupOf), RESAMPLES);
  const figures: Figure[] = [];
  const pairs = results.map((result) => {
    const methods = [...result.scores].map(([name, scores]) => ({ name, folds: new Folds(result, scores) }));
    const measured = methods.map((method) => ({ ...method, c: method.folds.concordance() }));
    const [own, ...others] = measured;
    const [best] = others.sort((a, b) => b.c - a.c);
    if (!own || !best) throw new RangeError(`${result.name}: nothing to compare`);
    for (const { name, c } of measured)
      figures.push({ name: `${prefix} ${result.name} C-index, ${name}`, value: c, n: result.labels.length });
    figures.push({
      ...{ name: `${prefix} ${result.name} AUROC at 5 years, ${own.name}`, value: own.folds.auroc() },
      peer: `${best.name} ${best.folds.auroc().toFixed(4)}`,
    });
    return { result, own, best, difference: own.c - best.c, resampled: new Float64Array(RESAMPLES) };
  });
  const means = new Float64Array(RESAMPLES);
  for (let b = 0; b < RESAMPLES; b++) {
    const weights = bootstrap.weights(b);
    const weightOf = (id: number) => weights[place.get(id) ?? -1] ?? 0;
    for (const { own, best, resampled } of pairs) {
      resampled[b] = own.folds.concordance(weightOf) - best.folds.concordance(weightOf);
      means[b] = (means[b] as number) + (resampled[b] as number) / pairs.length;
    }
  }
  let [above, surelyAbove, surelyBelow] = [0, 0, 0];
  for (const { result, best, difference, resampled } of pairs) {
    const interval = percentiles(resampled);
    if (difference > 0) above++;
    if (interval.low > 0) surelyAbove++;
    if (interval.high < 0) surelyBelow++;
    figures.push({
      ...{ name: `${prefix} ${result.name} difference`, value: difference, ...interval },
      peer: `${best.name}, the best of ours for the task`,
    });
  }
  const total = { n: pairs.length };
  figures.push(
    { name: `${prefix} tasks above the best baseline`, value: above, ...total },
    { name: `${prefix} tasks above it, interval without 0`, value: surelyAbove, ...total },
    { name: `${prefix} tasks below it, interval without 0`, value: surelyBelow, ...total },
  );
  if (pairs.length > 1)
    figures.push({
      ...{ name: `${prefix} mean difference of ${pairs.length} tasks`, ...percentiles(means) },
      value: pairs.reduce((sum, { difference }) => sum + difference, 0) / pairs.length,
    });
  return figures;
}

/** Mean C-index of the first method over the tasks, among the people of each subgroup alone. */
export function subgroupFigures(
  prefix: string,
  results: readonly TaskResult[],
  subgroups: ReadonlyMap<string, (id: number) => boolean>,
): Figure[] {
  const methods = results.map((result) => new Folds(result, [...result.scores.values()][0] ?? new Map()));
  return [...subgroups].map(([name, isIn]) => {
    const cs = methods.map((folds) => folds.concordance((id) => Number(isIn(id))));
    const people = new Set(results.flatMap(({ labels }) => labels.map(({ id }) => id)).filter(isIn));
    return {
      name: `${prefix} mean C-index of ${results.length} tasks, ${name}`,
      value: cs.reduce((a, b) => a + b, 0) / cs.length,
      n: people.size,
    };
  });
}
