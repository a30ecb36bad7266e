import type { TrendPoint } from './review.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** A line of bars, one a value in time order; when there are more values than columns, means of neighbours. */
export function sparkline(points: readonly TrendPoint[], columns: number): string {
  const values = points.map((point) => point.value);
  const size = Math.max(1, Math.ceil(values.length / Math.max(8, columns)));
  const means: number[] = [];
  for (let at = 0; at < values.length; at += size) {
    const part = values.slice(at, at + size);
    means.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const height = most - least || 1;
  return means.map((value) => BARS.charAt(Math.round(((value - least) / height) * (BARS.length - 1)))).join('');
}
