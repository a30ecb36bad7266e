/** Columns of features cut into bins, at most 64 each. */
export interface Binned {
  readonly count: number;
  readonly width: number;
  readonly bins: number;
  /** Bin of each row, one column a feature. */
  readonly columns: readonly Uint8Array[];
  /** Upper edge of a bin: values at or below it are in it or in one before. */
  edge(feature: number, bin: number): number;
  /** The bin whose upper edge this is. */
  binOf(feature: number, edge: number): number;
}

const BINS = 64;
/** Rows from which edges are found. */
const SAMPLE = 10_000;

/** Cuts each column of [n × width] values at quantiles: half of the edges of all values, half of those unlike the commonest. */
export function binned(rows: Float32Array, width: number): Binned {
  const count = rows.length / width;
  const edges: Float32Array[] = [];
  const columns: Uint8Array[] = [];
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  for (let f = 0; f < width; f++) {
    const values = new Float32Array(Math.ceil(count / stride));
    for (let i = 0; i < values.length; i++) values[i] = rows[i * stride * width + f] as number;
    const own = edgesOf(values.sort());
    const column = new Uint8Array(count);
    for (let i = 0; i < count; i++) column[i] = below(own, rows[i * width + f] as number);
    edges.push(own);
    columns.push(column);
  }
  return {
    count,
    width,
    bins: BINS,
    columns,
    edge: (feature, bin) => edges[feature]?.[bin] ?? Number.POSITIVE_INFINITY,
    binOf: (feature, edge) => (Number.isFinite(edge) ? below(edges[feature] as Float32Array, edge) : BINS),
  };
}

/** How many edges lie below a value. */
function below(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rising edges of sorted values, midway between neighbours, none above all values. */
function edgesOf(sorted: Float32Array): Float32Array {
  const common = sorted[Math.floor(sorted.length / 2)] as number;
  const found = new Set<number>();
  for (const values of [sorted, sorted.filter((value) => value !== common)])
    for (let k = 1; k < BINS / 2; k++) {
      const at = Math.floor((k * values.length) / (BINS / 2));
      let next = at + 1;
      while (next < values.length && values[next] === values[at]) next++;
      if (next < values.length) found.add(Math.fround(((values[at] as number) + (values[next] as number)) / 2));
    }
  if (common !== sorted.at(-1)) {
    const next = sorted.find((value) => value > common);
    if (next !== undefined) found.add(Math.fround((common + next) / 2));
  }
  const before = sorted.findLast((value) => value < common);
  if (before !== undefined) found.add(Math.fround((before + common) / 2));
  return Float32Array.from(found)
    .sort()
    .slice(0, BINS - 1);
}
