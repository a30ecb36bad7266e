/**
 * `node bench/fit-differential.ts DATA [HPO]`: fits the weights of src/reasoning/profiles/weights.ts, “none fits” among them, on the
 * published cases, and prints them with their cross-validated figures. At most {@link CAP} cases a disease, so that the
 * much-published ones do not rule; all cases of a disease in one fold. With a folder of a release, each case is fitted twice: with
 * its own paper's annotations, and without them.
 */

import { buildIndex, type HpoIndex, readReleaseFolder } from '../src/knowledge/index.ts';
import {
  best,
  countOf,
  logSum,
  priorLogOdds,
  queryOf,
  rankedPlaces,
  scoresOf,
  weightsOf,
} from '../src/reasoning/index.ts';
import { hpoOf, numbers, type PublishedCase, publishedCases, withNoise } from './differential/cases.ts';
import { placesOf } from './differential/ranks.ts';
import { withoutPaper } from './differential/without-paper.ts';
import { featuresOf, NAMES, NEVER_POSITIVE, valuesOf, WIDTH } from './fit-differential/features.ts';

const CAP = 6;
const FOLDS = 4;
const NEGATIVES = 120;

interface Example {
  readonly fold: number;
  /** One row of features a candidate. */
  readonly rows: Float32Array;
  readonly count: number;
  readonly right: number;
}

/** A case, the index that it is ranked in, and the id of its disease there. */
interface Setting {
  readonly given: PublishedCase;
  readonly index: HpoIndex;
  readonly disease: string;
}

function examplesOf(settings: readonly Setting[]): Example[] {
  const random = numbers(11);
  return settings.flatMap(({ given, index, disease }, nth): Example[] => {
    const truth = placeOf(index, disease);
    const ranked = rankedPlaces(index, ['OMIM']);
    const start = valuesOf(weightsOf(index));
    // Every third case is fitted with noise, so that the weights do not rely on clean lists.
    const query = queryOf(index, nth % 3 === 2 ? withNoise(given, index, random, 3) : given);
    if (truth === undefined || query.present.length === 0) return [];
    const features = featuresOf(index, query);
    const scores = new Float64Array(index.diseases.length);
    for (const disease of ranked) {
      let sum = 0;
      for (let f = 0; f < WIDTH; f++) sum += (start[f] ?? 0) * (features[disease * WIDTH + f] ?? 0);
      scores[disease] = sum;
    }
    const hard = best(scores, ranked, NEGATIVES);
    const some = Array.from({ length: 40 }, () => ranked[Math.floor(random() * ranked.length)] ?? 0);
    const chosen = [truth, ...new Set([...hard, ...some].filter((disease) => disease !== truth))];
    const rows = new Float32Array(chosen.length * WIDTH);
    chosen.forEach((disease, at) => {
      rows.set(features.subarray(disease * WIDTH, (disease + 1) * WIDTH), at * WIDTH);
    });
    return [{ fold: foldOf(given.disease), rows, count: chosen.length, right: 0 }];
  });
}

const foldOf = (text: string): number => [...text].reduce((hash, c) => (hash * 33 + c.charCodeAt(0)) >>> 0, 7) % FOLDS;

/** Mean negative log-likelihood of the right disease, and its gradient, in scaled weights. */
function lossOf(
  examples: readonly Example[],
  weights: Float64Array,
  scale: Float64Array,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  for (const { rows, count, right } of examples) {
    const scores = scoresIn(rows, count, weights, scale);
    const top = scores.reduce((a, b) => Math.max(a, b));
    const odds = scores.map((score) => Math.exp(score - top));
    const total = odds.reduce((a, b) => a + b);
    loss -= Math.log((odds[right] ?? 0) / total);
    odds.forEach((each, at) => {
      const error = each / total - (at === right ? 1 : 0);
      if (Math.abs(error) < 1e-5) return;
      for (let f = 0; f < WIDTH; f++) {
        gradient[f] = (gradient[f] ?? 0) + (error * (rows[at * WIDTH + f] ?? 0)) / (scale[f] ?? 1) / examples.length;
      }
    });
  }
  return loss / examples.length;
}

function scoresIn(rows: Float32Array, count: number, weights: Float64Array, scale: Float64Array): Float64Array {
  return Float64Array.from({ length: count }, (_, at) => {
    let sum = 0;
    for (let f = 0; f < WIDTH; f++) sum += ((weights[f] ?? 0) * (rows[at * WIDTH + f] ?? 0)) / (scale[f] ?? 1);
    return sum;
  });
}

/** Adam (Kingma & Ba 2015) with a little shrinkage toward 0. */
function fitted(examples: readonly Example[], start: Float64Array, scale: Float64Array, steps: number): Float64Array {
  const weights = start.slice();
  const [gradient, mean, square] = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)];
  for (let step = 1; step <= steps; step++) {
    lossOf(examples, weights, scale, gradient);
    const rate = step < steps * 0.6 ? 0.1 : 0.03;
    for (let f = 0; f < WIDTH; f++) {
      const g = (gradient[f] ?? 0) + 1e-4 * (weights[f] ?? 0);
      mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * g;
      square[f] = 0.99 * (square[f] ?? 0) + 0.01 * g * g;
      const by = (mean[f] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[f] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      const next = (weights[f] ?? 0) - rate * by;
      weights[f] = NEVER_POSITIVE.has(NAMES[f] ?? '') ? Math.min(0, next) : next;
    }
  }
  return weights;
}

function report(label: string, ranks: readonly number[], loss: number): void {
  const share = (k: number) => ((100 * ranks.filter((rank) => rank <= k).length) / ranks.length).toFixed(1);
  console.log(
    `${label}: top-1 ${share(1)}, top-3 ${share(3)}, top-10 ${share(10)}, log-loss ${loss.toFixed(4)}, n = ${ranks.length}`,
  );
}

function fitWeights(settings: readonly Setting[]): void {
  const examples = examplesOf(settings);
  const first = settings[0];
  if (!first) return;
  const scale = new Float64Array(WIDTH).fill(1e-6);
  for (const { rows } of examples)
    rows.forEach((value, at) => {
      scale[at % WIDTH] = (scale[at % WIDTH] ?? 0) + value * value;
    });
  const total = examples.reduce((sum, { count }) => sum + count, 0);
  scale.forEach((sum, f) => {
    scale[f] = Math.sqrt(sum / total);
  });
  const scaled = Float64Array.from(valuesOf(weightsOf(first.index)), (value, f) => value * (scale[f] ?? 1));
  const all = fitted(examples, scaled, scale, 80);
  const ranks: number[] = [];
  let loss = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitted(
      examples.filter((each) => each.fold !== fold),
      scaled,
      scale,
      90,
    );
    const held = examples.filter((each) => each.fold === fold);
    loss += lossOf(held, weights, scale, new Float64Array(WIDTH)) * held.length;
    for (const { rows, count, right } of held) {
      const scores = scoresIn(rows, count, weights, scale);
      ranks.push(1 + scores.filter((score) => score > (scores[right] ?? 0)).length);
    }
  }
  report('cross-validated', ranks, loss / ranks.length);
  NAMES.forEach((name, f) => {
    console.log(`${name}: ${((all[f] ?? 0) / (scale[f] ?? 1)).toFixed(3)}`);
  });
}

/** Logistic regression of “the disease is not in the index” on evidence and √findings. */
function fitNone(settings: readonly Setting[]): void {
  const rows = settings.flatMap(({ given, index, disease }): [number, number, number][] => {
    const truth = placeOf(index, disease);
    const ranked = rankedPlaces(index, ['OMIM']);
    const query = queryOf(index, given);
    if (truth === undefined || query.present.length === 0) return [];
    const findings = countOf(query.present);
    const scores = scoresOf(index, query);
    const priors = Float64Array.from(scores, (_, disease) => priorLogOdds(index, disease, findings));
    const evidence = (among: Int32Array) => logSum(scores, among) - logSum(priors, among);
    const without = ranked.filter((place) => place !== truth);
    return [
      [0, evidence(ranked), Math.sqrt(findings)],
      [1, evidence(without), Math.sqrt(findings)],
    ];
  });
  let [at0, perEvidence, perFinding] = [0, 0, 0];
  for (let step = 0; step < 4000; step++) {
    let [a, b, c] = [0, 0, 0];
    for (const [none, evidence, root] of rows) {
      const error = 1 / (1 + Math.exp(-(at0 + perEvidence * evidence + perFinding * root))) - none;
      a += error;
      b += error * evidence;
      c += error * root;
    }
    const rate = 0.2 / rows.length;
    at0 -= rate * a;
    perEvidence -= rate * b;
    perFinding -= rate * c;
  }
  console.log(
    `none fits: at0 ${at0.toFixed(3)}, perEvidence ${perEvidence.toFixed(3)}, perFinding ${perFinding.toFixed(3)}`,
  );
}

/** The place of a disease, looked up in a table that is made once for the diseases of an index. */
function placeOf(index: HpoIndex, id: string): number | undefined {
  const { diseases } = index;
  const table = tables.get(diseases) ?? placesOf(index);
  tables.set(diseases, table);
  return table.get(id);
}

const tables = new WeakMap<HpoIndex['diseases'], ReadonlyMap<string, number>>();

/** The first cases of each disease, in the reduced profiles; or in a release, with and without their own paper. */
function settingsOf(data: string, hpo: string | undefined): Setting[] {
  const all = publishedCases(data);
  const seen = new Map<string, number>();
  const cases = all.filter(({ disease }) => {
    const count = (seen.get(disease) ?? 0) + 1;
    seen.set(disease, count);
    return count <= CAP;
  });
  const index = hpo === undefined ? hpoOf(data) : buildIndex(readReleaseFolder(hpo)).index;
  const as = cases.map((given): Setting => ({ given, index, disease: given.disease }));
  if (hpo === undefined) return as;
  const { of } = withoutPaper(hpo, index, all);
  return [...as, ...cases.map((given): Setting => ({ given, ...of(given) }))];
}

const [, , data = process.env.PRODROME_DATA ?? '', hpo] = process.argv;
const settings = settingsOf(data, hpo);
fitWeights(settings);
fitNone(settings.filter((_, at) => at % 2 === 0));
