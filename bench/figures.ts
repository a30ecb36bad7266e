/** One measured figure. `low` and `high` bound a 95 % interval where there is one; `peer` names what it is compared with. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  readonly n?: number;
  readonly peer?: string;
}

/** Values of a benchmark's own flags. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** One benchmark: what it measures, the files it needs in the data folder, and how. */
export interface Benchmark {
  readonly name: string;
  readonly about: string;
  /** Files or folders, relative to the data folder; none for a benchmark that makes its own input. */
  readonly needs: readonly string[];
  /** Flags of its own, beside `--data` and `--json`. */
  readonly flags?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  run(data: string, flags?: Flags): Promise<Figure[]>;
}

/** The middle of an odd number of values, the mean of the middle two of an even one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [upper = Number.NaN, lower = upper] = [sorted[half], sorted[half - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** Wilson's 95 % interval of a proportion (Wilson 1927). */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: (middle - half) / (1 + (z * z) / n), high: (middle + half) / (1 + (z * z) / n) };
}
