import type { TrendPoint, TrendStatement } from '../review.ts';
import { dayOf, figure, unitText } from '../words.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';

const WIDTH = 640;
const HEIGHT = 132;
const PAD = { left: 8, right: 52, top: 12, bottom: 20 };

/** One series drawn: the reference range as a band, the values as a line, each point a link to its source. */
export function trendChart(trend: TrendStatement, sources: SourceList): Html {
  const points = trend.points
    .map((point) => ({ ...point, at: Date.parse(point.time) }))
    .filter((point) => Number.isFinite(point.at));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return html``;
  const x = scale(first.at, Math.max(last.at, first.at + 1), PAD.left, WIDTH - PAD.right);
  const [low, high] = extentOf(points);
  const y = scale(low, high, HEIGHT - PAD.bottom, PAD.top);
  const line = points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ');
  const marks = points.map((point) => {
    const outside = isOutside(point) ? ' out' : '';
    return html`<a href="${sources.anchor(point.source)}"><circle class="p${outside}" cx="${x(point.at)}" cy="${y(point.value)}" r="3.2"><title>${dayOf(point.time)}: ${figure(point.value)} ${unitText(trend.unit)}</title></circle></a>`;
  });
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${trend.text}">
<path class="band" d="${bandOf(points, x, y, [low, high])}"/>
${years(first.at, last.at).map(({ at, label }) => html`<g class="tick"><line x1="${x(at)}" x2="${x(at)}" y1="${PAD.top}" y2="${HEIGHT - PAD.bottom}"/><text x="${x(at)}" y="${HEIGHT - 5}">${label}</text></g>`)}
<polyline class="line" points="${line}"/>${marks}
<text class="value" x="${WIDTH - PAD.right + 8}" y="${y(last.value) + 4}">${figure(last.value)}</text></svg>`;
}

type Dated = TrendPoint & { readonly at: number };

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => Math.round((start + ((value - from) / (to - from)) * (end - start)) * 10) / 10;
}

/** From the least to the greatest value, and the nearest limits of the range, with a little air. */
function extentOf(points: readonly Dated[]): [number, number] {
  const values = points.map((point) => point.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least || Math.abs(most) || 1) * 0.12;
  return [least - air, most + air];
}

/** The reference range of each point, stepping where a laboratory has its own. */
function bandOf(
  points: readonly Dated[],
  x: (at: number) => number,
  y: (value: number) => number,
  extent: [number, number],
): string {
  const ranged = points.filter((point) => point.low !== undefined || point.high !== undefined);
  if (ranged.length === 0) return '';
  const inside = (value: number) => y(Math.min(extent[1], Math.max(extent[0], value)));
  const tops = ranged.map((point) => `${x(point.at)},${inside(point.high ?? extent[1])}`);
  const bottoms = ranged.map((point) => `${x(point.at)},${inside(point.low ?? extent[0])}`).reverse();
  return `M${tops.join('L')}L${bottoms.join('L')}Z`;
}

function isOutside({ value, low, high }: TrendPoint): boolean {
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}

/** At most eight new years inside the time shown. */
function years(from: number, to: number): { at: number; label: string }[] {
  const [start, end] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((end - start + 1) / 8));
  const ticks: { at: number; label: string }[] = [];
  for (let year = start; year <= end; year += step) ticks.push({ at: Date.UTC(year, 0, 1), label: String(year) });
  return ticks;
}
