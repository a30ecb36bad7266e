/** Intervals by resampling whole groups (persons, matched sets), the same resamples for every method compared. */

/** The generator mulberry32: uniform doubles in [0, 1), the same from the same 32-bit seed everywhere. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Draws groups with replacement; a person's weight in a resample is the number of times the person's group was drawn. */
export class GroupBootstrap {
  readonly #member: Int32Array;
  readonly #groups: number;
  readonly resamples: number;
  readonly seed: number;

  /** `group`: each person's group; resample b uses mulberry32(seed + b) over the distinct groups in ascending order. */
  constructor(group: ArrayLike<number>, resamples = 1000, seed = 20240601) {
    const distinct = [...new Set(Array.from(group))].sort((a, b) => a - b);
    const index = new Map(distinct.map((g, k) => [g, k]));
    this.#member = Int32Array.from(group, (g) => index.get(g) ?? 0);
    this.#groups = distinct.length;
    this.resamples = resamples;
    this.seed = seed;
  }

  weights(b: number): Float64Array {
    const random = mulberry32(this.seed + b);
    const drawn = new Float64Array(this.#groups);
    for (let k = 0; k < this.#groups; k++) {
      const g = Math.floor(random() * this.#groups);
      drawn[g] = (drawn[g] as number) + 1;
    }
    return Float64Array.from(this.#member, (g) => drawn[g] as number);
  }

  /** The statistic on every resample. */
  values(statistic: (weight: Float64Array) => number): Float64Array {
    return Float64Array.from({ length: this.resamples }, (_, b) => statistic(this.weights(b)));
  }

  /** 95 % interval of a statistic of weighted persons; give a difference for a paired comparison. */
  interval(statistic: (weight: Float64Array) => number): Interval {
    return percentiles(this.values(statistic));
  }
}

/** The 2.5 and 97.5 % quantiles, NaN left out, by linear interpolation (type 7 of Hyndman and Fan 1996). */
export function percentiles(values: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Quantile of values sorted from low to high, type 7; NaN of none. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const value = sorted[low] as number;
  return value + (at - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - value);
}
