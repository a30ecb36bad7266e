/** Discrimination with censored times: Harrell's C and the cumulative/dynamic AUROC. */
import { ascending, CumulativeWeights, denseRanks } from './rank.ts';

/** Persons with a time (any unit, the same for all), whether the event came then, and a score: higher means earlier. */
export interface Survival {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
  readonly score: ArrayLike<number>;
}

/**
 * A survival sample sorted once, so that resampling persons costs O(n log n) without sorting again.
 * A weight is a person's number of copies; undefined means 1 each.
 */
export class SurvivalSample {
  readonly #data: Survival;
  readonly #byTime: Int32Array;
  readonly #byScore: Int32Array;
  readonly #ranks: Int32Array;
  readonly #tree: CumulativeWeights;
  /** Persons that pass the filter of the C-index: all, or those with time above a limit. */
  readonly #after: number;

  constructor(data: Survival, after = Number.NEGATIVE_INFINITY) {
    const { ranks, count } = denseRanks(data.score);
    this.#data = data;
    this.#byTime = ascending(data.time);
    this.#byScore = ascending(data.score);
    this.#ranks = ranks;
    this.#tree = new CumulativeWeights(count);
    this.#after = after;
  }

  /**
   * Harrell's C (Harrell 1982): among pairs where i has an event and j is known to have lasted longer (censored on the same
   * day counts as longer; two events on one day are not compared), the share where i scores higher, ties half.
   * NaN without a comparable pair.
   */
  concordance(weight?: ArrayLike<number>): number {
    const { time, event } = this.#data;
    const order = this.#byTime;
    this.#tree.clear();
    let pairs = 0;
    let concordant = 0;
    for (let end = order.length; end > 0; ) {
      const now = time[order[end - 1] as number] as number;
      if (now <= this.#after) break;
      let start = end;
      while (start > 0 && time[order[start - 1] as number] === now) start--;
      const group = order.subarray(start, end);
      for (const j of group) if (!event[j]) this.#tree.add(this.#ranks[j] as number, weightOf(weight, j));
      for (const i of group) {
        const w = event[i] ? weightOf(weight, i) : 0;
        if (w === 0) continue;
        const rank = this.#ranks[i] as number;
        const lower = this.#tree.below(rank);
        const same = this.#tree.below(rank + 1) - lower;
        pairs += w * this.#tree.total;
        concordant += w * (lower + same / 2);
      }
      for (const j of group) if (event[j]) this.#tree.add(this.#ranks[j] as number, weightOf(weight, j));
      end = start;
    }
    return concordant / pairs;
  }

  /**
   * Probability of being uncensored just before each person's time: Kaplan–Meier of censoring,
   * G(x−) = Π over u < x of (1 − censored at u / at risk at u); persons with an event at u are at risk at u.
   */
  uncensored(weight?: ArrayLike<number>): Float64Array {
    const { time, event } = this.#data;
    const order = this.#byTime;
    const survival = new Float64Array(order.length);
    let atRisk = 0;
    for (const i of order) atRisk += weightOf(weight, i);
    let g = 1;
    for (let start = 0; start < order.length; ) {
      const now = time[order[start] as number] as number;
      let end = start;
      let leaving = 0;
      let censored = 0;
      for (; end < order.length && time[order[end] as number] === now; end++) {
        const i = order[end] as number;
        survival[i] = g;
        leaving += weightOf(weight, i);
        if (!event[i]) censored += weightOf(weight, i);
      }
      if (atRisk > 0) g *= 1 - censored / atRisk;
      atRisk -= leaving;
      start = end;
    }
    return survival;
  }

  /**
   * Cumulative/dynamic AUROC at a horizon with inverse-probability-of-censoring weights (Uno 2007; Hung and Chiang 2010): cases
   * had the event by the horizon, controls lasted beyond it, ties half. NaN without cases or without controls.
   */
  auroc(horizon: number, weight?: ArrayLike<number>): number {
    const { time, event, score } = this.#data;
    const g = this.uncensored(weight);
    let [cases, controls, won] = [0, 0, 0];
    const order = this.#byScore;
    for (let start = 0; start < order.length; ) {
      const here = score[order[start] as number];
      let [sameCases, sameControls] = [0, 0];
      for (; start < order.length && score[order[start] as number] === here; start++) {
        const i = order[start] as number;
        if ((time[i] as number) > horizon) sameControls += weightOf(weight, i);
        else if (event[i]) sameCases += weightOf(weight, i) / (g[i] as number);
      }
      won += sameCases * (controls + sameControls / 2);
      cases += sameCases;
      controls += sameControls;
    }
    return won / (cases * controls);
  }
}

const weightOf = (weight: ArrayLike<number> | undefined, i: number): number =>
  weight === undefined ? 1 : (weight[i] as number);
