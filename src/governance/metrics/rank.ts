/** Ranks and cumulative weights: what every ranking metric stands on. */

/** Dense ranks of scores, 0 for the lowest; equal doubles share a rank. `count` is the number of distinct scores. */
export function denseRanks(scores: ArrayLike<number>): { ranks: Int32Array; count: number } {
  const order = ascending(scores);
  const ranks = new Int32Array(scores.length);
  let rank = -1;
  let previous = Number.NaN;
  for (const i of order) {
    const score = scores[i] as number;
    if (score !== previous) rank++;
    previous = score;
    ranks[i] = rank;
  }
  return { ranks, count: rank + 1 };
}

/** Indices that sort the values from low to high, ties by index. */
export function ascending(values: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
}

/** A Fenwick tree (Fenwick 1994): adds a weight at a rank and sums the weights up to a rank, each in O(log n). */
export class CumulativeWeights {
  readonly #tree: Float64Array;
  total = 0;

  constructor(size: number) {
    this.#tree = new Float64Array(size + 1);
  }

  clear(): void {
    this.#tree.fill(0);
    this.total = 0;
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    for (let k = rank + 1; k < this.#tree.length; k += k & -k) this.#tree[k] = (this.#tree[k] as number) + weight;
  }

  /** Sum of the weights at ranks below `rank`. */
  below(rank: number): number {
    let sum = 0;
    for (let k = rank; k > 0; k -= k & -k) sum += this.#tree[k] as number;
    return sum;
  }
}
