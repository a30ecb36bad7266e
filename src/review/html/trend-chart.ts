import type { TrendPoint, TrendStatement } from '../review.ts';
import { isOutside } from '../sparkline.ts';
import { dayOf, figure, unitText } from '../words.ts';
import { bandOf, type Dated, limitsOf, type Plot, plotOf, yearsOf } from './chart-scale.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';

/**
 * One series drawn: the reference range as a band with its limits, the values as a line, those outside in another colour and shape.
 * For eyes only: the same values stand in the table under it, so the links of the points are left out of the tab order.
 */
export function trendChart(trend: TrendStatement, sources: SourceList): Html {
  const points = datedOf(trend);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return html``;
  const plot = plotOf(points);
  const { x, y, box } = plot;
  const line = points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ');
  const ticks = yearsOf(first.at, last.at).map(
    ({ at, label }) =>
      html`<line class="tick" x1="${x(at)}" x2="${x(at)}" y1="${box.top}" y2="${box.bottom}"/><text class="axis" x="${x(at)}" y="${box.bottom + 14}" text-anchor="middle">${label}</text>`,
  );
  const limits = limitsOf(last, plot).map(
    (limit) =>
      html`<text class="axis" x="${box.left - 5}" y="${y(limit) + 3.5}" text-anchor="end">${figure(limit)}</text>`,
  );
  return html`<svg class="trend" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="${labelOf(trend, first, last)}">
${ticks}<path class="band" d="${bandOf(points, plot)}"/>${limits}<polyline class="line" points="${line}"/>
${points.map((point) => mark(point, plot, trend.unit, sources))}${firstLabel(first, last, plot)}<text class="value" x="${x(last.at) + 8}" y="${y(last.value) + 4}">${figure(last.value)}</text></svg>`;
}

/** Every value of a trend with its range and source, for those who do not see the drawing, and for a keyboard. */
export function trendTable(trend: TrendStatement, sources: SourceList): Html {
  const rows = [...datedOf(trend)].reverse().map((point) => {
    const { value, low, high, source } = point;
    const range =
      low !== undefined && high !== undefined
        ? `${figure(low)}–${figure(high)}`
        : high !== undefined
          ? `up to ${figure(high)}`
          : low !== undefined && `from ${figure(low)}`;
    const date = html`<a href="${sources.anchor(source)}">${dayOf(point.time)}</a>`;
    return html`<tr${isOutside(point) && html` class="out"`}><td>${date}</td><td>${figure(value)}</td><td>${range}</td></tr>`;
  });
  const head = html`<tr><th scope="col">Date</th><th scope="col">${unitText(trend.unit) || 'Value'}</th><th scope="col">Reference</th></tr>`;
  return html`<details class="values"><summary>${rows.length} values</summary><table>${head}${rows}</table></details>`;
}

function datedOf(trend: TrendStatement): Dated[] {
  return trend.points
    .map((point) => ({ ...point, at: Date.parse(point.time.slice(0, 10)) }))
    .filter((point) => Number.isFinite(point.at));
}

function labelOf({ name, unit }: TrendStatement, first: TrendPoint, last: TrendPoint): string {
  const told = ({ value, time }: TrendPoint) => `${figure(value)} ${unitText(unit)} on ${dayOf(time)}`;
  return `Drawing of ${name}, from ${told(first)} to ${told(last)}`;
}

function mark(point: Dated, { x, y }: Plot, unit: string, sources: SourceList): Html {
  const [cx, cy] = [x(point.at), y(point.value)];
  const shape = isOutside(point)
    ? html`<path class="p out" d="M${cx} ${cy - 4.4}L${cx + 4.4} ${cy}L${cx} ${cy + 4.4}L${cx - 4.4} ${cy}Z">${tip(point, unit)}</path>`
    : html`<circle class="p" cx="${cx}" cy="${cy}" r="2.9">${tip(point, unit)}</circle>`;
  return html`<a href="${sources.anchor(point.source)}" tabindex="-1">${shape}</a>`;
}

const tip = ({ time, value }: Dated, unit: string): Html =>
  html`<title>${dayOf(time)}: ${figure(value)} ${unitText(unit)}</title>`;

/** The first value, above its point or below where there is no room. */
function firstLabel(first: Dated, last: Dated, { x, y, box }: Plot): Html | false {
  if (first === last) return false;
  const at = y(first.value);
  return html`<text class="first" x="${x(first.at)}" y="${at - box.top < 14 ? at + 16 : at - 8}" text-anchor="middle">${figure(first.value)}</text>`;
}
