import { readTensors, writeTensors } from '../safetensors.ts';

/**
 * Boosted trees of hazards: for each outcome, in each period after the landmark, trees of one depth whose leaves add up to a
 * log-hazard a year. Periods have trees of their own, since what tells who is next does not tell who comes later.
 */
export interface Forest {
  readonly outcomes: number;
  /** Starts of the periods in days after the landmark; the first is 0. */
  readonly periods: Float32Array;
  /** Trees of each outcome in each period. */
  readonly trees: number;
  /** Splits on the way to a leaf; a tree has 2^depth − 1 splits and 2^depth leaves. */
  readonly depth: number;
  /** Features read. */
  readonly features: number;
  /** [outcomes × periods] log-hazard a year of the null model. */
  readonly base: Float32Array;
  /** [outcomes × periods × trees × splits] the feature asked; children of split s are 2s + 1, and 2s + 2 above the threshold. */
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  /** [outcomes × periods × trees × leaves] */
  readonly leaf: Float32Array;
}

/** Log-hazard a year of each outcome in each period, [n × outcomes × periods], of n rows of standardised features. */
export function forestHazards(forest: Forest, rows: Float32Array): Float32Array {
  const { outcomes, periods, trees, depth, features, base, feature, threshold, leaf } = forest;
  const [hazards, splits] = [outcomes * periods.length, 2 ** depth - 1];
  const n = rows.length / features;
  const found = new Float32Array(n * hazards);
  for (let i = 0; i < n; i++)
    for (let hazard = 0; hazard < hazards; hazard++) {
      let sum = base[hazard] as number;
      for (let tree = hazard * trees; tree < (hazard + 1) * trees; tree++) {
        let node = 0;
        while (node < splits) {
          const at = tree * splits + node;
          const value = rows[i * features + (feature[at] as number)] as number;
          node = 2 * node + (value > (threshold[at] as number) ? 2 : 1);
        }
        sum += leaf[tree * (splits + 1) + node - splits] as number;
      }
      found[i * hazards + hazard] = sum;
    }
  return found;
}

const NAMES = ['periods', 'base', 'feature', 'threshold', 'leaf'] as const;

/** A forest as a safetensors file. */
export function writeForest(forest: Forest): Uint8Array {
  const { outcomes, trees, depth, features } = forest;
  const tensors = new Map(NAMES.map((name) => [name, { shape: [forest[name].length], data: forest[name] }]));
  const metadata = Object.fromEntries(
    Object.entries({ outcomes, trees, depth, features }).map(([k, n]) => [k, `${n}`]),
  );
  return writeTensors({ metadata, tensors });
}

/** @throws RangeError where the bytes are no forest, or one whose parts do not fit */
export function readForest(bytes: Uint8Array): Forest {
  const { metadata, tensors } = readTensors(bytes);
  const whole = (name: string, most: number) => {
    const value = Number(metadata[name]);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new RangeError(`its ${name} cannot be ${metadata[name]}`);
    return value;
  };
  const [outcomes, trees, depth] = [whole('outcomes', 1e4), whole('trees', 1e5), whole('depth', 12)];
  const features = whole('features', 1e6);
  const splits = 2 ** depth - 1;
  const data = (name: (typeof NAMES)[number], size?: number) => {
    const found = tensors.get(name)?.data;
    if (!found || (size !== undefined && found.length !== size))
      throw new RangeError(`its ${name} is missing or of another size`);
    return found;
  };
  const floats = (name: (typeof NAMES)[number], size?: number) => Float32Array.from(data(name, size));
  const periods = floats('periods');
  const all = outcomes * periods.length * trees;
  const feature = Int32Array.from(data('feature', all * splits));
  if (feature.some((f) => f < 0 || f >= features)) throw new RangeError('it asks for features that there are not');
  return {
    ...{ outcomes, trees, depth, features, periods, feature },
    base: floats('base', outcomes * periods.length),
    threshold: floats('threshold', all * splits),
    leaf: floats('leaf', all * (splits + 1)),
  };
}

/** The trees of some outcomes alone, by their place. */
export function selectTrees(forest: Forest, places: readonly number[]): Forest {
  const of = (values: Float32Array): Float32Array => {
    const each = values.length / forest.outcomes;
    const found = new Float32Array(places.length * each);
    for (const [o, place] of places.entries()) found.set(values.subarray(place * each, (place + 1) * each), o * each);
    return found;
  };
  const { base, feature, threshold, leaf } = forest;
  return {
    ...{ ...forest, outcomes: places.length, feature: Int32Array.from(of(Float32Array.from(feature))) },
    ...{ base: of(base), threshold: of(threshold), leaf: of(leaf) },
  };
}
