import type { TrendStatement } from '../review.ts';
import { figure, monthOf, plural, unitText } from '../words.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';
import { trendChart, trendTable } from './trend-chart.ts';

/** How many trends are drawn at once; the less marked are folded. */
const SHOWN = 6;

/** The trends as small drawings side by side. */
export function trendGrid(trends: readonly TrendStatement[], sources: SourceList): Html {
  const figures = trends.map((trend) => trendFigure(trend, sources));
  const rest = figures.slice(SHOWN);
  const names = trends.slice(SHOWN).map(({ name, direction }) => `${name} ${direction}`);
  const folded =
    rest.length > 0 &&
    html`<details><summary>${plural(rest.length, 'less marked trend')}: ${names.join(', ')}</summary><div class="trends">${rest}</div></details>`;
  return html`<div class="trends">${figures.slice(0, SHOWN)}</div>${folded}`;
}

function trendFigure(trend: TrendStatement, sources: SourceList): Html {
  const { name, direction, unit, points, text } = trend;
  const arrow = direction === 'rising' ? '↗' : '↘';
  // The text begins with name and direction, which the caption has set apart.
  const lead = `${name} ${direction}: `;
  const [first, last] = [points[0], points.at(-1)];
  const drawn =
    first && last
      ? `${figure(first.value)} to ${figure(last.value)} ${unitText(unit)}, ${monthOf(first.time)} to ${monthOf(last.time)}.`
      : '';
  const says = text.startsWith(lead) ? text.slice(lead.length) : drawn || text;
  return html`<figure><figcaption><b>${name}</b> <span class="${direction}">${arrow} ${direction}</span><br><span class="soft">level ${says}</span></figcaption>${trendChart(trend, sources)}${trendTable(trend, sources)}</figure>`;
}
