import type { Outcomes } from '../at-risk.ts';
import { randomOf } from '../random.ts';
import { type Binned, binned } from './bins.ts';
import type { Forest } from './forest.ts';
import { Watch, type Watched } from './stopping.ts';
import { caseCohort, type Stretches, stretchesOf } from './stretches.ts';

export interface BoostSettings {
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's step that is taken. */
  readonly rate: number;
  /** Shares of the features and of the rows that a tree sees. */
  readonly features: number;
  readonly rows: number;
  /** Fewest expected events on either side of a split. */
  readonly least: number;
  /** Events' worth of evidence for no effect in each leaf. */
  readonly prior: number;
  /** Starts of the periods in days, and where follow-up is cut. */
  readonly periods: readonly number[];
  readonly end: number;
  /** Rows without the event that are looked at for each with it, by chance, each counting for as many as there are; all by default. */
  readonly controls?: number;
  /** Trees in a row that gain nothing on persons who are watched, after which no more are grown; see {@link Watch}. */
  readonly patience?: number;
  /** Places of the outcomes that trees are grown for, those of others staying bare; all by default. */
  readonly only?: readonly number[];
}

/** What trees are boosted from, all in shared memory: standardised features [n × width], and what came after each row. */
export interface BoostJob {
  readonly rows: Float32Array;
  readonly outcomes: Outcomes;
  /** Starts of the bins, in days, in which teachers give hazards; periods start where one of them does. */
  readonly bins: readonly number[];
  readonly settings: BoostSettings;
  readonly seed: number;
  readonly forest: Forest;
  /** Persons by whom the number of trees is chosen, where settings have a patience. */
  readonly watched?: { readonly rows: Float32Array; readonly outcomes: Outcomes };
}

/** Of a batch, what trees are boosted from: that alone goes to threads. */
export const outcomesOf = ({ outcomeTimes, outcomeEvents, outcomeEntries, outcomeHazards }: Outcomes): Outcomes => ({
  ...{ outcomeTimes, outcomeEvents, outcomeEntries },
  ...(outcomeHazards && { outcomeHazards }),
});

/** A job whose forest is still without trees. */
export function boostJob(
  rows: Float32Array,
  width: number,
  followed: Outcomes,
  settings: BoostSettings,
  {
    seed,
    bins = [0],
    watched,
  }: Pick<BoostJob, 'watched'> & { readonly seed: number; readonly bins?: readonly number[] },
): BoostJob {
  const after = outcomesOf(followed);
  const outcomes = after.outcomeTimes.length / (rows.length / width);
  const { trees, depth } = settings;
  const periods = Float32Array.from(settings.periods);
  const [all, splits] = [outcomes * periods.length * trees, 2 ** depth - 1];
  const floats = (n: number) => new Float32Array(new SharedArrayBuffer(4 * n));
  const forest: Forest = {
    ...{ outcomes, periods, trees, depth, features: width },
    base: floats(outcomes * periods.length),
    feature: new Int32Array(new SharedArrayBuffer(4 * all * splits)),
    threshold: floats(all * splits),
    leaf: floats(all * (splits + 1)),
  };
  return { rows, outcomes: after, bins, settings, seed, forest, ...(watched && { watched }) };
}

/**
 * Boosts trees for piecewise-exponential hazards (Friedman 2001 for the boosting, Friedman 1982 for the likelihood) into a
 * job's forest: with E the years at risk of a row in a period, d its events and η its log-hazard so far, the loss is
 * Σ E e^η − d η; each tree takes Newton's step on it, leaf by leaf: Σ (d − E e^η) / (Σ E e^η + prior). Does every `count`-th
 * outcome and period from `index` on; they do not depend on one another.
 */
export function boost(
  { rows, outcomes, bins, settings, seed, forest, watched }: BoostJob,
  { index = 0, count = 1, onHazard = (_: number): void => undefined } = {},
): void {
  const columns = binned(rows, forest.features);
  const periods = settings.periods.length;
  for (let hazard = index; hazard < forest.outcomes * periods; hazard += count) {
    const of = { outcome: Math.floor(hazard / periods), outcomes: forest.outcomes, period: hazard % periods };
    if (settings.only && !settings.only.includes(of.outcome)) continue;
    const random = randomOf(seed, hazard);
    const stretches = caseCohort(stretchesOf(outcomes, of, settings, bins), settings, random);
    const own = watched && { rows: watched.rows, ...stretchesOf(watched.outcomes, of, settings, bins) };
    boostHazard(forest, hazard, columns, stretches, settings, random, own);
    onHazard(hazard);
  }
}

function boostHazard(
  forest: Forest,
  hazard: number,
  columns: Binned,
  stretches: Stretches,
  settings: BoostSettings,
  random: () => number,
  watched?: Watched,
): void {
  const { row, years, events } = stretches;
  const n = row.length;
  const came = events.reduce((sum, event) => sum + event, 0);
  const base = Math.log((came + 0.5) / (years.reduce((sum, part) => sum + part, 0) + 1));
  forest.base[hazard] = base;
  const watch = watched && settings.patience !== undefined ? new Watch(watched, base) : undefined;
  const eta = new Float64Array(n).fill(base);
  const [gradient, curvature] = [new Float64Array(n), new Float64Array(n)];
  for (let tree = hazard * settings.trees; tree < (hazard + 1) * settings.trees; tree++) {
    for (let s = 0; s < n; s++) {
      const expected = Math.exp(eta[s] as number) * (years[s] as number);
      gradient[s] = (events[s] as number) - expected;
      curvature[s] = expected;
    }
    const own = sampled(n, settings.rows, random);
    const chosen = sampled(columns.width, settings.features, random);
    const grower: Grower = { columns, row, gradient, curvature, chosen, settings, forest, tree };
    grow(grower, 0, own, histogramOf(grower, own));
    addTree(eta, forest, tree, columns, row);
    if (watch && !watch.add(forest, tree, settings.patience ?? 0)) break;
  }
  // Trees that are not kept say nothing.
  const leaves = 2 ** settings.depth;
  if (watch)
    forest.leaf.fill(0, (hazard * settings.trees + watch.count()) * leaves, (hazard + 1) * settings.trees * leaves);
}

/** Each of the first `n` numbers with the same chance, in order. */
function sampled(n: number, share: number, random: () => number): Int32Array {
  const drawn = new Int32Array(n);
  let count = 0;
  for (let k = 0; k < n; k++) if (random() < share) drawn[count++] = k;
  return drawn.slice(0, count);
}

/** What a tree is grown from: gradients and curvatures of the stretches, and the features that it may ask. */
interface Grower {
  readonly columns: Binned;
  readonly row: Int32Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly chosen: Int32Array;
  readonly settings: BoostSettings;
  readonly forest: Forest;
  readonly tree: number;
}

/** Sums of gradient and curvature by bin of each chosen feature, [chosen × bins × 2]. */
function histogramOf({ columns, row, gradient, curvature, chosen }: Grower, own: Int32Array): Float64Array {
  const sums = new Float64Array(chosen.length * columns.bins * 2);
  for (let k = 0; k < chosen.length; k++) {
    const start = k * columns.bins * 2;
    const column = columns.columns[chosen[k] as number] as Uint8Array;
    for (let j = 0; j < own.length; j++) {
      const s = own[j] as number;
      const at = start + 2 * (column[row[s] as number] as number);
      sums[at] = (sums[at] as number) + (gradient[s] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curvature[s] as number);
    }
  }
  return sums;
}

/** Splits a node and all below it; `own` are its stretches, `sums` their histogram. */
function grow(grower: Grower, node: number, own: Int32Array, sums: Float64Array): void {
  const { columns, row, settings, forest, tree } = grower;
  const splits = 2 ** settings.depth - 1;
  if (node >= splits) {
    let [g, h] = [0, 0];
    for (const s of own) {
      g += grower.gradient[s] as number;
      h += grower.curvature[s] as number;
    }
    forest.leaf[tree * (splits + 1) + node - splits] = (settings.rate * g) / (h + settings.prior);
    return;
  }
  const found = bestSplit(grower, sums);
  // Where no split is worth it all go left, and the leaves on the right are never reached.
  const [feature, bin] = found ?? [0, columns.bins];
  forest.feature[tree * splits + node] = feature;
  forest.threshold[tree * splits + node] = columns.edge(feature, bin);
  const [left, right] = parted(own, columns.columns[feature] as Uint8Array, row, bin);
  const deeper = 2 * node + 1 < splits;
  // The histogram of the larger child is what the smaller leaves of the parent's.
  const small = left.length < right.length ? left : right;
  const fewer = deeper ? histogramOf(grower, small) : sums;
  const rest = deeper ? sums.map((sum, at) => sum - (fewer[at] as number)) : sums;
  grow(grower, 2 * node + 1, left, small === left ? fewer : rest);
  grow(grower, 2 * node + 2, right, small === right ? fewer : rest);
}

/** Stretches whose row is at most `bin` in a column, and the others, each in order. */
function parted(own: Int32Array, column: Uint8Array, row: Int32Array, bin: number): [Int32Array, Int32Array] {
  const [left, right] = [new Int32Array(own.length), new Int32Array(own.length)];
  let [l, r] = [0, 0];
  for (let j = 0; j < own.length; j++) {
    const s = own[j] as number;
    if ((column[row[s] as number] as number) > bin) right[r++] = s;
    else left[l++] = s;
  }
  return [left.subarray(0, l), right.subarray(0, r)];
}

/** The split that lowers the loss most: its feature and the last bin that goes left; undefined where none does. */
function bestSplit({ columns, chosen, settings }: Grower, sums: Float64Array): [number, number] | undefined {
  const { least, prior } = settings;
  let [best, found]: [number, [number, number] | undefined] = [1e-6, undefined];
  for (const [k, f] of chosen.entries()) {
    const start = k * columns.bins * 2;
    let [g, h] = [0, 0];
    for (let at = start; at < start + columns.bins * 2; at += 2) {
      g += sums[at] as number;
      h += sums[at + 1] as number;
    }
    const whole = (g * g) / (h + prior);
    let [gl, hl] = [0, 0];
    for (let bin = 0; bin < columns.bins - 1; bin++) {
      gl += sums[start + 2 * bin] as number;
      hl += sums[start + 2 * bin + 1] as number;
      if (hl < least) continue;
      if (h - hl < least) break;
      const gain = (gl * gl) / (hl + prior) + ((g - gl) * (g - gl)) / (h - hl + prior) - whole;
      if (gain > best) [best, found] = [gain, [f, bin]];
    }
  }
  return found;
}

/** Adds a tree to the log-hazards of all stretches, in its sample or not. */
function addTree(eta: Float64Array, forest: Forest, tree: number, columns: Binned, row: Int32Array): void {
  const splits = 2 ** forest.depth - 1;
  const asked = Array.from(forest.feature.subarray(tree * splits, (tree + 1) * splits));
  const bins = asked.map((f, node) => columns.binOf(f, forest.threshold[tree * splits + node] as number));
  const read = asked.map((f) => columns.columns[f] as Uint8Array);
  for (let s = 0; s < eta.length; s++) {
    let node = 0;
    while (node < splits) {
      const bin = (read[node] as Uint8Array)[row[s] as number] as number;
      node = 2 * node + (bin > (bins[node] as number) ? 2 : 1);
    }
    eta[s] = (eta[s] as number) + (forest.leaf[tree * (splits + 1) + node - splits] as number);
  }
}
