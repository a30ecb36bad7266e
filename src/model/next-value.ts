import type { Model } from './model.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A value that may come, as its measure's z-score. */
export interface NextValue {
  readonly measure: number;
  readonly z: number;
}

/** Half of the probability lies between these, in the units of the measure; infinite where a bin has no end. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** The head of values: what the next measurement will be, given which test it is and the state before it. */
export class NextValues {
  readonly #model: Model;
  readonly #vocabulary: Vocabulary;
  /** Measure of each code, 0 where it has none. */
  readonly #measureOf: Int32Array;

  constructor(model: Model, vocabulary: Vocabulary) {
    this.#model = model;
    this.#vocabulary = vocabulary;
    this.#measureOf = Int32Array.from(vocabulary.file.codes, (code) => vocabulary.measureOf(code));
  }

  /** The value at a share `u` of the distribution; undefined for a code without values, or a network without the head. */
  drawn(code: number, state: Float32Array, u: number): NextValue | undefined {
    const [measure, p] = [this.#measureOf[code] ?? 0, this.#probabilities(code, state)];
    if (!p) return undefined;
    const edges = this.#edgesOf(measure);
    const bin = binAt(p, u);
    const [low, high] = [edges[bin - 1], edges[bin]];
    // The outermost bins have one edge: as far beyond it as the next bin is half wide.
    const width = edges.length > 1 ? ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / (edges.length - 1) : 1;
    const z = low === undefined ? (high ?? 0) - width / 2 : high === undefined ? low + width / 2 : (low + high) / 2;
    return { measure, z };
  }

  /** The middle half; undefined as in {@link drawn}. */
  range(code: number, state: Float32Array): ValueRange | undefined {
    const [measure, p] = [this.#measureOf[code] ?? 0, this.#probabilities(code, state)];
    if (!p) return undefined;
    const edges = this.#edgesOf(measure);
    const [low, high] = [edges[binAt(p, 0.25) - 1], edges[binAt(p, 0.75)]];
    return {
      low: low === undefined ? Number.NEGATIVE_INFINITY : this.#vocabulary.inUnits(measure, low),
      high: high === undefined ? Number.POSITIVE_INFINITY : this.#vocabulary.inUnits(measure, high),
    };
  }

  #edgesOf(measure: number): readonly number[] {
    return this.#vocabulary.file.measures[measure - 1]?.edges ?? [];
  }

  /** Probability of each bin, as `binLogitsOf` of the network computes it. */
  #probabilities(code: number, state: Float32Array): Float64Array | undefined {
    const { network, weights } = this.#model;
    const measure = this.#measureOf[code] ?? 0;
    if (measure === 0 || network.valueBins === 0) return undefined;
    const { width, valueBins } = network;
    const embedding = weights.get('code').subarray(code * width, (code + 1) * width);
    const [byState, byCode] = [weights.get('bin.state'), weights.get('bin.code')];
    const [out, bias] = [weights.get('bin.out'), weights.get('bin.bias')];
    const logits = Float64Array.from(weights.get('bin.out.bias'));
    for (let j = 0; j < width; j++) {
      let u = bias[j] ?? 0;
      for (let i = 0; i < width; i++)
        u += (state[i] ?? 0) * (byState[i * width + j] ?? 0) + (embedding[i] ?? 0) * (byCode[i * width + j] ?? 0);
      const gated = u * (1 + erf(u));
      for (let b = 0; b < valueBins; b++) logits[b] = (logits[b] ?? 0) + gated * (out[j * valueBins + b] ?? 0);
    }
    // A measure of few distinct values has fewer bins than the network.
    const own = logits.subarray(0, this.#edgesOf(measure).length + 1);
    const top = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const weighed = own.map((logit) => Math.exp(logit - top));
    const total = weighed.reduce((a, b) => a + b, 0);
    return weighed.map((weight) => weight / total);
  }
}

/** The bin in which the distribution reaches a share of it. */
function binAt(probabilities: Float64Array, share: number): number {
  let rest = share;
  const bin = probabilities.findIndex((p) => {
    rest -= p;
    return rest < 0;
  });
  return bin < 0 ? probabilities.length - 1 : bin;
}

/** The error function within 1.5e-7 (Abramowitz & Stegun 1964, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - tail * Math.exp(-x * x));
}
