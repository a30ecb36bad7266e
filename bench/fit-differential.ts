/**
 * `node bench/fit-differential.ts DATA`: fits the weights of src/reasoning/profiles/weights.ts and of “none fits” in posterior.ts
 * on the published cases, and prints them with their cross-validated figures. At most {@link CAP} cases a disease, so that the
 * much-published ones do not rule; all cases of a disease in one fold.
 */

import type { HpoIndex } from '../src/knowledge/index.ts';
import {
  best,
  countOf,
  logSum,
  priorLogOdds,
  type Query,
  queryOf,
  rankedPlaces,
  scoresOf,
  shareOf,
  visitMatches,
  WEIGHTS,
  type Weights,
} from '../src/reasoning/index.ts';
import { hpoOf, numbers, type PublishedCase, publishedCases, withNoise } from './differential/cases.ts';

const CAP = 6;
const FOLDS = 4;
const NEGATIVES = 120;
const KINDS = ['exact', 'general', 'special', 'kindred'] as const;
const NAMES = [
  ...KINDS.flatMap((kind) => [`${kind}.at0`, `${kind}.perNat`]),
  'sameElsewhere',
  'familyElsewhere',
  'breadth',
  'written',
  'writtenSquare',
  'xRecessiveInWoman',
  'tooYoung',
];
const WIDTH = NAMES.length;
const NEVER_POSITIVE = new Set(['xRecessiveInWoman', 'tooYoung', 'breadth']);

interface Example {
  readonly fold: number;
  /** One row of features a candidate. */
  readonly rows: Float32Array;
  readonly count: number;
  readonly right: number;
}

function valuesOf(weights: Weights): number[] {
  const { exact, general, special, kindred } = weights;
  return [
    ...[exact, general, special, kindred].flatMap(({ at0, perNat }) => [at0, perNat]),
    weights.sameElsewhere,
    weights.familyElsewhere,
    weights.breadth,
    weights.written,
    weights.writtenSquare,
    weights.xRecessiveInWoman,
    weights.tooYoung,
  ];
}

/** The features of all diseases for a case; their sum by weight is the score of score.ts. */
function featuresOf(index: HpoIndex, query: Query): Float32Array {
  const count = index.diseases.length;
  const features = new Float32Array(count * WIDTH);
  const findings = countOf(query.present);
  const share = shareOf(findings);
  const stamp = new Int32Array(count).fill(-1);
  const whole = new Int32Array(count).fill(-1);
  const add = (disease: number, feature: number, value: number) => {
    const at = disease * WIDTH + feature;
    features[at] = (features[at] ?? 0) + value;
  };
  query.present.forEach(({ term, certainty }, mark) => {
    visitMatches(index, term, query.sex, stamp, mark, (disease, kind, information) => {
      if (kind === 'never') return;
      const feature = KINDS.indexOf(kind) * 2;
      if (feature < 4) whole[disease] = mark;
      add(disease, feature, certainty * share);
      add(disease, feature + 1, certainty * share * information);
    });
    index.traits.counterpart.forEach((other, disease) => {
      if (other < 0 || whole[other] !== mark || whole[disease] === mark) return;
      add(disease, index.traits.counterpartKind[disease] === 1 ? 8 : 9, certainty * share);
    });
  });
  const middle = Math.log(14);
  for (let disease = 0; disease < count; disease++) {
    const size = Math.log(1 + (index.traits.size[disease] ?? 0));
    add(disease, 10, (size - middle) * findings * share);
    add(disease, 11, size - middle);
    add(disease, 12, size * size - middle * middle);
    if (query.sex === 'female' && index.traits.xRecessive[disease] === 1) add(disease, 13, 1);
    const from = index.traits.onsetFrom[disease] ?? Number.NaN;
    if (query.ageYears !== undefined && from > query.ageYears)
      add(disease, 14, Math.log1p(from) - Math.log1p(query.ageYears));
  }
  return features;
}

function examplesOf(index: HpoIndex, cases: readonly PublishedCase[], ranked: Int32Array): Example[] {
  const places = new Map(index.diseases.map(({ id }, place) => [id, place]));
  const random = numbers(11);
  const start = valuesOf(WEIGHTS);
  return cases.flatMap((given, nth): Example[] => {
    const truth = places.get(given.disease);
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

function fitWeights(index: HpoIndex, cases: readonly PublishedCase[], ranked: Int32Array): void {
  const examples = examplesOf(index, cases, ranked);
  const scale = new Float64Array(WIDTH).fill(1e-6);
  for (const { rows } of examples)
    rows.forEach((value, at) => {
      scale[at % WIDTH] = (scale[at % WIDTH] ?? 0) + value * value;
    });
  const total = examples.reduce((sum, { count }) => sum + count, 0);
  scale.forEach((sum, f) => {
    scale[f] = Math.sqrt(sum / total);
  });
  const scaled = Float64Array.from(valuesOf(WEIGHTS), (value, f) => value * (scale[f] ?? 1));
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
function fitNone(index: HpoIndex, cases: readonly PublishedCase[], ranked: Int32Array): void {
  const places = new Map(index.diseases.map(({ id }, place) => [id, place]));
  const rows = cases.flatMap((given): [number, number, number][] => {
    const truth = places.get(given.disease);
    const query = queryOf(index, given);
    if (truth === undefined || query.present.length === 0) return [];
    const findings = countOf(query.present);
    const scores = scoresOf(index, query);
    const priors = Float64Array.from(scores, (_, disease) => priorLogOdds(index, disease, findings));
    const evidence = (among: Int32Array) => logSum(scores, among) - logSum(priors, among);
    const without = ranked.filter((disease) => disease !== truth);
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

const data = process.argv[2] ?? process.env.PRODROME_DATA ?? '';
const index = hpoOf(data);
const seen = new Map<string, number>();
const cases = publishedCases(data).filter(({ disease }) => {
  const count = (seen.get(disease) ?? 0) + 1;
  seen.set(disease, count);
  return count <= CAP;
});
const ranked = rankedPlaces(index, ['OMIM']);
fitWeights(index, cases, ranked);
fitNone(
  index,
  cases.filter((_, at) => at % 2 === 0),
  ranked,
);
