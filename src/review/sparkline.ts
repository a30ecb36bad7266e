import type { TrendPoint } from './review.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** One bar of a drawing in text: a value, or the mean of neighbours. */
export interface Bar {
  readonly sign: string;
  /** Whether any of its values is outside the laboratory's range. */
  readonly isOutside: boolean;
}

/** Bars in time order, one a value; when there are more values than columns, means of neighbours. */
export function sparkline(points: readonly TrendPoint[], columns: number): Bar[] {
  const size = Math.max(1, Math.ceil(points.length / Math.max(8, columns)));
  const parts: TrendPoint[][] = [];
  for (let at = 0; at < points.length; at += size) parts.push(points.slice(at, at + size));
  const means = parts.map((part) => part.reduce((sum, { value }) => sum + value, 0) / part.length);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const height = most - least || 1;
  return parts.map((part, index) => ({
    sign: BARS.charAt(Math.round((((means[index] ?? least) - least) / height) * (BARS.length - 1))),
    isOutside: part.some(isOutside),
  }));
}

/** Whether a value is beyond a limit of its own laboratory's range. */
export function isOutside({ value, low, high }: TrendPoint): boolean {
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}
