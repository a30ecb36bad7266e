import type { TrendPoint } from '../review.ts';

export type Dated = TrendPoint & { readonly at: number };

/** A drawing's frame in its own units, and where a time and a value fall in it. */
export interface Plot {
  readonly box: typeof BOX;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** Least and greatest value drawn. */
  readonly extent: readonly [number, number];
}

/** Wide enough for eight years of labels, and close to the width at which it is shown, so that its letters keep their size. */
const BOX = { width: 400, height: 136, left: 40, right: 348, top: 14, bottom: 114 } as const;

/** The scales of a series. The range's limits are drawn when they are near the values. */
export function plotOf(points: readonly Dated[]): Plot {
  const ats = points.map(({ at }) => at);
  const extent = extentOf(points);
  return {
    box: BOX,
    x: scale([Math.min(...ats), Math.max(...ats)], [BOX.left + 8, BOX.right]),
    y: scale(extent, [BOX.bottom, BOX.top]),
    extent,
  };
}

function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Plot['x'] {
  const size = to - from || 1;
  return (value) => Math.round((start + ((value - from) / size) * (end - start)) * 10) / 10;
}

function extentOf(points: readonly Dated[]): [number, number] {
  const values = points.map(({ value }) => value);
  let [least, most] = [Math.min(...values), Math.max(...values)];
  const near = (most - least || Math.abs(most) || 1) * 0.75;
  for (const { low, high } of points) {
    if (low !== undefined && low < least && least - low <= near) least = low;
    if (high !== undefined && high > most && high - most <= near) most = high;
  }
  const air = (most - least || Math.abs(most) || 1) * 0.1;
  return [least - air, most + air];
}

/** The reference range as an area, stepping half-way between two points where it changes. */
export function bandOf(points: readonly Dated[], { x, y, extent, box }: Plot): string {
  const inside = (value: number) => y(Math.min(extent[1], Math.max(extent[0], value)));
  return points
    .map(({ at, low, high }, index) => {
      if (low === undefined && high === undefined) return '';
      const [before, after] = [points[index - 1], points[index + 1]];
      const from = before ? (x(before.at) + x(at)) / 2 : box.left;
      const to = after ? (x(at) + x(after.at)) / 2 : box.right + 6;
      const [top, bottom] = [inside(high ?? extent[1]), inside(low ?? extent[0])];
      // Neighbours overlap by a hair: no seam shows between them.
      return `M${round(from)} ${top}H${round(to + (after ? 0.4 : 0))}V${bottom}H${round(from)}Z`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The limits of the newest range that fall into the drawing. */
export function limitsOf({ low, high }: TrendPoint, { extent }: Plot): number[] {
  return [low, high].filter((limit) => limit !== undefined).filter((limit) => limit >= extent[0] && limit <= extent[1]);
}

/** The beginnings of at most six years inside the time shown. */
export function yearsOf(from: number, to: number): { at: number; label: string }[] {
  const [start, end] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((end - start + 1) / 6));
  const ticks: { at: number; label: string }[] = [];
  for (let year = start; year <= end; year += step) ticks.push({ at: Date.UTC(year, 0, 1), label: String(year) });
  return ticks;
}
