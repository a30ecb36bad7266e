import type { Chart } from '../../chart/index.ts';
import type {
  ClueStatement,
  ContributionStatement,
  HypothesisStatement,
  OptionStatement,
  Review,
  Statement,
  StepStatement,
  TrendStatement,
} from '../review.ts';
import { dayOf, percent, plural } from '../words.ts';
import { Html, html } from './escape.ts';
import { SourceList } from './sources.ts';
import { SCRIPT, STYLE } from './style.ts';
import { trendChart } from './trend-chart.ts';

export interface PageOptions {
  /** Other dates at which the same record can be read, as links; for the server. */
  readonly dates?: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** Where "back" leads; for the server. */
  readonly back?: string;
}

/** The review as one self-contained page: it loads nothing, prints well, and every number opens its source. */
export function reviewAsHtml(review: Review, chart: Chart, options: PageOptions = {}): string {
  const sources = new SourceList(chart);
  const raised = review.differential.filter((each) => !each.documented);
  const known = review.differential.filter((each) => each.documented);
  const parts = [
    section('Worth a look', clues(review.clues, sources)),
    raised.length > 0 &&
      section(
        'Could be',
        raised.map((each) => hypothesis(each, sources)),
        'most probable first; what speaks for it and against it',
      ),
    review.trends.length > 0 &&
      section('Trends', trends(review.trends, sources), 'the band is the laboratory’s reference range'),
    review.risks.length > 0 && section('Risks', list(review.risks, sources)),
    review.nextSteps.length > 0 && section('Next steps', steps(review.nextSteps, sources)),
    review.options.length > 0 &&
      section(
        'Options',
        review.options.map((each, index) => option(each, index, sources)),
        'yours to accept, reject or refine',
      ),
    section('History', [...list(review.summary, sources), ...(known.length > 0 ? [knownLine(known, sources)] : [])]),
    section('Limits', list(review.limits, sources)),
  ];
  return page(`${review.patient.name ?? review.patient.id}: second read`, [
    head(review, options),
    ...parts,
    section('Sources', sources.list()),
    foot(review),
  ]);
}

/** A whole document around a body. */
export function page(title: string, body: readonly (Html | false)[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><main>${body}</main><aside id="peek" aria-label="Source" hidden><button type="button" aria-label="Close">×</button><div id="peek-body"></div></aside><script>${new Html(SCRIPT)}</script></body></html>
`.toString();
}

export function section(title: string, body: Html | readonly Html[], remark?: string): Html {
  return html`<section><h2>${title}${remark && html` <small>${remark}</small>`}</h2>${body}</section>`;
}

function head({ patient, asOf }: Review, { dates, back }: PageOptions): Html {
  const facts = [patient.ageYears === undefined ? '' : `${patient.ageYears} years`, patient.sex ?? ''].filter(Boolean);
  const links = dates?.map(
    ({ label, href, current }) => html`<a href="${href}"${current && new Html(' aria-current="page"')}>${label}</a>`,
  );
  return html`<header class="who">${back && html`<p><a href="${back}">All patients</a></p>`}<h1>${patient.name ?? `Patient ${patient.id}`}</h1><p>${facts.join(', ')} · second read as of ${dayOf(asOf)}</p>${links && html`<nav class="dates" aria-label="Read as of">${links}</nav>`}</header>`;
}

const list = (statements: readonly Statement[], sources: SourceList): Html[] => [
  html`<ul class="plain">${statements.map((each) => html`<li>${each.text} ${sources.chips(each.citations)}</li>`)}</ul>`,
];

/** How many trends are drawn at once; the less marked are folded. */
const SHOWN_TRENDS = 7;

function trends(items: readonly TrendStatement[], sources: SourceList): Html {
  const figures = items.map(
    (trend) =>
      html`<figure><figcaption>${trend.text} ${sources.chips(trend.citations)}</figcaption>${trendChart(trend, sources)}</figure>`,
  );
  const rest = figures.slice(SHOWN_TRENDS);
  const folded =
    rest.length > 0 && html`<details><summary>${plural(rest.length, 'less marked trend')}</summary>${rest}</details>`;
  return html`${figures.slice(0, SHOWN_TRENDS)}${folded}`;
}

const CLUE_TAG = {
  pattern: html`<span class="tag alarm">pattern</span>`,
  'not-acted-on': html`<span class="tag warm">not acted on</span>`,
  'not-done': html`<span class="tag warm">not done</span>`,
  unexplained: html`<span class="tag">unexplained</span>`,
} as const;

function clues(items: readonly ClueStatement[], sources: SourceList): Html {
  if (items.length === 0) return html`<p>Nothing in this record stands out.</p>`;
  return html`<ul class="plain">${items.map((clue) => html`<li>${CLUE_TAG[clue.kind]}${clue.text} ${sources.chips(clue.citations)}</li>`)}</ul>`;
}

/** How many findings a hypothesis shows at once; the smaller ones are folded. */
const SHOWN = 7;

function hypothesis(each: HypothesisStatement, sources: SourceList): Html {
  const rows = each.contributions
    .filter(({ logOdds }) => Math.abs(logOdds) >= 0.05)
    .map((contribution) => contributionRow(contribution, sources));
  const [main, rest] = [rows.slice(0, SHOWN), rows.slice(SHOWN)];
  const smaller =
    rest.length > 0 &&
    html`<details><summary>${plural(rest.length, 'smaller finding')}</summary><table class="for">${rest}</table></details>`;
  return html`<article class="hyp"><h3>${each.condition.name}${each.mustNotMiss && html` <span class="tag alarm">must not be missed</span>`}<span class="p">${percent(each.posterior)}</span></h3><p class="prior">from ${percent(each.prior)} by age and sex; bars are log-odds and add up${!each.reviewed && '; entry not yet reviewed by a clinician'}</p><table class="for">${main}</table>${smaller}</article>`;
}

function contributionRow(contribution: ContributionStatement, sources: SourceList): Html {
  const { finding, logOdds, evidence, citations } = contribution;
  const width = Math.min(48, Math.abs(logOdds) * 13).toFixed(0);
  const sign = logOdds > 0 ? '+' : '−';
  return html`<tr><td class="bar"><i class="${logOdds > 0 ? 'pro' : 'con'}" style="width:${width}px"></i><b>${sign}${Math.abs(logOdds).toFixed(1)}</b></td><td>${finding} <span class="words">${evidence}</span> ${sources.chips(citations)}</td></tr>`;
}

const VERDICT = {
  propose: html`<span class="tag good">propose</span>`,
  answered: html`<span class="tag">answered</span>`,
  redundant: html`<span class="tag warm">redundant</span>`,
} as const;

const steps = (items: readonly StepStatement[], sources: SourceList): Html =>
  html`<ul class="plain">${items.map((step) => html`<li>${VERDICT[step.verdict]}${step.text} ${sources.chips(step.citations)}</li>`)}</ul>`;

function option(each: OptionStatement, index: number, sources: SourceList): Html {
  const cautions = each.cautions.length > 0 && html` <small>Not with: ${each.cautions.join('; ')}.</small>`;
  const choice = (name: string) => html`<label><input type="radio" name="option-${index}"> ${name}</label>`;
  return html`<article class="hyp">${each.text}${cautions} ${sources.chips(each.citations)}<fieldset>${['accept', 'reject', 'refine'].map(choice)}<input type="text" aria-label="Why, or how" placeholder="why, or how"></fieldset></article>`;
}

function knownLine(known: readonly HypothesisStatement[], sources: SourceList): Html {
  const names = known.map(
    (each) =>
      html`<span class="tag">${each.condition.name}</span>${sources.chips(each.citations.slice(0, 1).length > 0 ? [each.citations[0]] : each.citations)} `,
  );
  return html`<p>Known to the knowledge shelf: ${names}</p>`;
}

function foot({ provenance, issues }: Review): Html {
  const { prodrome, knowledge, model, record } = provenance;
  const faults = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const shown = issues
    .slice(0, 20)
    .map(
      (issue) => html`<li>${issue.where}: ${issue.text}${issue.count && issue.count > 1 && ` (×${issue.count})`}</li>`,
    );
  return html`<footer>${faults > 0 && html`<details><summary>${plural(faults, 'fault')} in the input</summary><ul>${shown}</ul></details>`}<p>Prodrome ${prodrome} · knowledge ${knowledge.version} (${knowledge.conditions} conditions) · ${model ? `model ${model.name} ${model.version}` : 'no trained model'} · ${record.events} events, ${record.notes} documents. A second read for a clinician: not a diagnosis, not a medical device, not validated for care.</p></footer>`;
}
