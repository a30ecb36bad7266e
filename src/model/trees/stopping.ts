import type { Forest } from './forest.ts';
import type { Stretches } from './stretches.ts';

/** Persons that trees are not grown on, by whom their number is chosen: standardised features [n × width], and their stretches. */
export interface Watched extends Stretches {
  readonly rows: Float32Array;
}

/** Share of what the best number of trees gains that fewer must have to be taken. */
const ENOUGH = 0.98;

/**
 * Follows the loss Σ E e^η − d η of persons that trees of one hazard are not grown on, tree by tree, and says how many are worth
 * keeping: the fewest that have nearly all that the best number gains. What comes after follows single persons more than it helps.
 */
export class Watch {
  readonly #watched: Watched;
  readonly #eta: Float64Array;
  /** Loss with 0, 1, 2 … trees. */
  readonly #losses: number[];

  constructor(watched: Watched, base: number) {
    this.#watched = watched;
    this.#eta = new Float64Array(watched.row.length).fill(base);
    this.#losses = [this.#loss()];
  }

  /** Adds a tree of the forest, by its place there; true while one of the last `patience` trees was the best so far. */
  add(forest: Forest, tree: number, patience: number): boolean {
    const { features, depth, feature, threshold, leaf } = forest;
    const { rows, row } = this.#watched;
    const splits = 2 ** depth - 1;
    for (let s = 0; s < row.length; s++) {
      const from = (row[s] as number) * features;
      let node = 0;
      while (node < splits) {
        const at = tree * splits + node;
        const value = rows[from + (feature[at] as number)] as number;
        node = 2 * node + (value > (threshold[at] as number) ? 2 : 1);
      }
      this.#eta[s] = (this.#eta[s] as number) + (leaf[tree * (splits + 1) + node - splits] as number);
    }
    this.#losses.push(this.#loss());
    return this.#losses.length - 1 - this.#best() < patience;
  }

  /** How many of the trees are worth keeping. */
  count(): number {
    const first = this.#losses[0] as number;
    const gain = first - (this.#losses[this.#best()] as number);
    return this.#losses.findIndex((loss) => first - loss >= ENOUGH * gain);
  }

  #best(): number {
    return this.#losses.indexOf(Math.min(...this.#losses));
  }

  #loss(): number {
    const { years, events } = this.#watched;
    return this.#eta.reduce(
      (sum, eta, s) => sum + Math.exp(eta) * (years[s] as number) - eta * (events[s] as number),
      0,
    );
  }
}
