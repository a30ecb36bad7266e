import type { Chart } from '../../chart/index.ts';
import { nothing, outlineOf } from '../outline.ts';
import type { Review } from '../review.ts';
import { plural, risksTitle } from '../words.ts';
import { Html, html } from './escape.ts';
import { foot } from './foot.ts';
import { head, type PageOptions, questionLine } from './head.ts';
import { history } from './history.ts';
import { questionCard } from './hypothesis.ts';
import { overlookedList, risksList, statements } from './overlooked.ts';
import { CONTENT_POLICY } from './policy.ts';
import { SCRIPT } from './script.ts';
import { SourceList } from './sources.ts';
import { STYLE } from './style/index.ts';
import { trendGrid } from './trends.ts';

/** The review as one self-contained page: it loads nothing, prints well, and every statement opens its source. */
export function reviewAsHtml(review: Review, chart: Chart, options: PageOptions = {}): string {
  const sources = new SourceList(chart, options.resources);
  const { questions, overlooked, known, limits, otherSteps } = outlineOf(review);
  const main = [
    questions.length > 0
      ? section(
          'What stands out',
          html`${questionLine(questions)}${questions.map((each) => questionCard(each, sources, review.patient.ageYears))}`,
          {
            remark: '× and ÷: how much likelier each finding makes it',
          },
        )
      : section('What stands out', html`<p>${nothing(overlooked.length > 0)}</p>`),
    review.workUp !== undefined && section('The tests together', statements([review.workUp], sources)),
    overlooked.length > 0 &&
      section('Overlooked', overlookedList(overlooked, sources), {
        remark: 'nothing later in the record shows that it was done or explained',
      }),
    otherSteps.length > 0 && section('Other steps', statements(otherSteps, sources)),
    review.trends.length > 0 &&
      section('Trends', trendGrid(review.trends, sources), {
        remark: 'level: median of the first and of the last results; band: reference range; ◆ outside it',
      }),
    review.risks.length > 0 && section(risksTitle(review), risksList(review.risks, sources)),
  ];
  const beside = section('History', history(review, known, sources), { name: 'history' });
  const under = limits.length > 0 && section('Limits', statements(limits, sources));
  return page(`${review.patient.name ?? review.patient.id}: second read`, [
    head(review, options),
    html`<div class="sheet"><div>${main}</div>${beside}</div>`,
    under,
    section('Sources', sources.list(), {
      name: 'sources',
      remark: `${plural(sources.count, 'cited part')} of the record`,
    }),
    foot(review),
  ]);
}

/** A whole document around a body. */
export function page(title: string, body: readonly (Html | false)[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><main>${body}</main><aside id="peek" role="dialog" aria-labelledby="peek-title" hidden><div class="peek-head"><h2 id="peek-title" tabindex="-1">Source</h2><button type="button">Close</button></div><div id="peek-body"></div></aside><script>${new Html(SCRIPT)}</script></body></html>
`.toString();
}

/** A part of a page under its heading. */
export function section(
  title: string,
  body: Html | readonly Html[],
  { remark, name }: { remark?: string; name?: string } = {},
): Html {
  const id = (name ?? title).toLowerCase().replace(/\W+/g, '-');
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${remark && html`<p class="hint">${remark}</p>`}${body}</section>
`;
}
