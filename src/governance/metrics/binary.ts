/** Discrimination of yes-or-no outcomes: AUROC, AUPRC, and DeLong's interval and paired difference. */
import { ascending, denseRanks } from './rank.ts';

/** Area under the ROC curve: P(score of a case > score of a control), ties half. NaN without cases or without controls. */
export function auroc(score: ArrayLike<number>, outcome: ArrayLike<number>, weight?: ArrayLike<number>): number {
  const order = ascending(score);
  let [cases, controls, won] = [0, 0, 0];
  for (let at = 0; at < order.length; ) {
    const here = score[order[at] as number];
    let [sameCases, sameControls] = [0, 0];
    for (; at < order.length && score[order[at] as number] === here; at++) {
      const i = order[at] as number;
      const w = weight === undefined ? 1 : (weight[i] as number);
      if (outcome[i]) sameCases += w;
      else sameControls += w;
    }
    won += sameCases * (controls + sameControls / 2);
    cases += sameCases;
    controls += sameControls;
  }
  return won / (cases * controls);
}

/** Average precision: precision at each distinct score, weighted by the recall it adds (no interpolation). NaN without cases. */
export function auprc(score: ArrayLike<number>, outcome: ArrayLike<number>, weight?: ArrayLike<number>): number {
  const order = ascending(score).reverse();
  let [hits, shown, area] = [0, 0, 0];
  for (let at = 0; at < order.length; ) {
    const here = score[order[at] as number];
    let gained = 0;
    for (; at < order.length && score[order[at] as number] === here; at++) {
      const i = order[at] as number;
      const w = weight === undefined ? 1 : (weight[i] as number);
      shown += w;
      if (outcome[i]) gained += w;
    }
    hits += gained;
    if (shown > 0) area += (gained * hits) / shown;
  }
  return area / hits;
}

/** DeLong's variance of an AUROC, and of the difference between two on the same persons (DeLong 1988; Sun and Xu 2014). */
export function deLong(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
): { first: number; second: number; difference: number; standardError: number } {
  const a = placements(first, outcome);
  const b = placements(second, outcome);
  const caseVariance = varianceOf(a.cases.map((value, k) => value - (b.cases[k] as number)));
  const controlVariance = varianceOf(a.controls.map((value, k) => value - (b.controls[k] as number)));
  return {
    first: a.auroc,
    second: b.auroc,
    difference: a.auroc - b.auroc,
    standardError: Math.sqrt(caseVariance / a.cases.length + controlVariance / a.controls.length),
  };
}

/** For each case the share of controls below it, for each control the share of cases above it. */
function placements(score: ArrayLike<number>, outcome: ArrayLike<number>) {
  const { ranks, count } = denseRanks(score);
  const [caseAt, controlAt] = [new Float64Array(count), new Float64Array(count)];
  let [m, n] = [0, 0];
  for (let i = 0; i < ranks.length; i++) {
    const into = outcome[i] ? caseAt : controlAt;
    into[ranks[i] as number] = (into[ranks[i] as number] as number) + 1;
    if (outcome[i]) m++;
    else n++;
  }
  const middle = (counts: Float64Array) => {
    let sum = 0;
    return counts.map((c) => {
      sum += c;
      return sum - c / 2;
    });
  };
  const [casesBelow, controlsBelow] = [middle(caseAt), middle(controlAt)];
  const [cases, controls]: [number[], number[]] = [[], []];
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    if (outcome[i]) cases.push((controlsBelow[rank] as number) / n);
    else controls.push(1 - (casesBelow[rank] as number) / m);
  }
  return { cases, controls, auroc: cases.reduce((sum, value) => sum + value, 0) / m };
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
