import { type Html, html } from '../../review/index.ts';
import type { Count } from '../suppress.ts';
import type { Quantiles } from './description.ts';
import { countText, figure } from './words.ts';

/** A bar of a share, 0 to 1, on a ground; `mark` is a second share as a line. Beside its number: for eyes only. */
export function shareBar(share: number, mark?: number): Html {
  const width = (each: number) => (Math.min(1, Math.max(0, each)) * 100).toFixed(2);
  const line =
    mark === undefined ? '' : html`<line class="reference" x1="${width(mark)}" x2="${width(mark)}" y1="0" y2="10"/>`;
  return html`<svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="10"/><rect class="fill" width="${width(share)}" height="10"/>${line}</svg>`;
}

/** Five percentiles as a box with whiskers, each on a scale of its own. */
export function boxPlot(quantiles: Quantiles): Html {
  const [low, lower, middle, upper, high] = quantiles;
  const x = (value: number) => (high > low ? 2 + (96 * (value - low)) / (high - low) : 50).toFixed(1);
  return html`<svg viewBox="0 0 100 12" role="img" aria-label="nine in ten from ${figure(low)} to ${figure(high)}, half from ${figure(lower)} to ${figure(upper)}, median ${figure(middle)}"><line class="whisker" x1="${x(low)}" x2="${x(high)}" y1="6" y2="6"/><rect class="box fill" x="${x(lower)}" width="${Math.max(0.5, Number(x(upper)) - Number(x(lower))).toFixed(1)}" y="2" height="8"/><line class="median" x1="${x(middle)}" x2="${x(middle)}" y1="1" y2="11"/></svg>`;
}

interface Year {
  readonly year: number;
  readonly people: Count;
}

const [WIDTH, HEIGHT, TOP, BOTTOM] = [900, 200, 22, 26];

/** People with an event, by year: a column a year; years of too few people are left empty. */
export function yearColumns(years: readonly Year[], all: number): Html {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return html``;
  const most = roundUp(
    Math.max(1, ...years.map(({ people }) => (typeof people === 'number' ? people : people === 'few' ? 0 : all))),
  );
  const step = WIDTH / (last - first + 1);
  const y = (people: number) => (HEIGHT - BOTTOM - TOP) * (1 - people / most) + TOP;
  const columns = years.map(({ year, people }) => {
    if (people === 'few') return '';
    const height = typeof people === 'number' ? people : all;
    const x = (year - first) * step;
    return html`<rect class="fill" x="${x.toFixed(1)}" y="${y(height).toFixed(1)}" width="${Math.max(1, step - 1.5).toFixed(1)}" height="${(y(0) - y(height)).toFixed(1)}"><title>${year}: ${countText(people)} people</title></rect>`;
  });
  const grid = [0.5, 1].map((part) => {
    const at = y(most * part).toFixed(1);
    return html`<line class="rule" x1="0" x2="${WIDTH}" y1="${at}" y2="${at}"/><text class="axis" x="0" y="${Number(at) - 4}">${countText(most * part)}</text>`;
  });
  const every = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each <= 7) ?? 100;
  const labels = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => year % every === 0)
    .map(
      (year) =>
        html`<text class="axis" x="${((year - first + 0.5) * step).toFixed(1)}" y="${HEIGHT - 3}" text-anchor="middle">${year}</text>`,
    );
  return html`<svg class="years" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="People with an event by year, ${first} to ${last}, the axis to ${countText(most)}">${columns}${grid}${labels}</svg>`;
}

/** The next 2, 4, 6, 8 or 10 times a power of ten, of which the half is round, too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}
