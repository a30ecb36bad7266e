import type { Question } from '../outline.ts';
import type { Review } from '../review.ts';
import { ageText, asOfText, dayOf, isStandIn, likelihood, monthSpan, plural } from '../words.ts';
import { type Html, html } from './escape.ts';

export interface PageOptions {
  /** Other dates at which the same record can be read, as links; for the server. */
  readonly dates?: readonly { readonly day: string; readonly href: string }[];
  /** Where "back" leads; for the server. */
  readonly back?: string;
  /** The same review in other forms; for the server. */
  readonly forms?: readonly { readonly label: string; readonly href: string }[];
  /** Address under which `/Type/id` is a whole resource of the record; for the server. */
  readonly resources?: string;
}

/** Who, and as of when. */
export function head(
  { patient, asOf, provenance, issues }: Review,
  { dates = [], back, forms = [] }: PageOptions,
): Html {
  const { sex, ageYears, birthDate, name, id } = patient;
  const { record } = provenance;
  const isReckoned = issues.some(({ code }) => code === 'birth-date-reckoned');
  const facts = [
    sex ?? 'sex unknown',
    ageText(ageYears, birthDate, asOf),
    birthDate !== undefined && !isReckoned && `born ${dayOf(birthDate)}`,
  ].filter(Boolean);
  const person = facts.join(', ');
  const isDated = record.from && record.to && !isStandIn(record.to, issues);
  const span = isDated ? `, ${monthSpan(record.from ?? '', record.to ?? '')}` : '';
  const links = forms.map(({ label, href }) => html` <a href="${href}">${label}</a>`);
  const bar =
    (back || links.length > 0) &&
    html`<nav class="crumbs" aria-label="Site">${back && html`<a href="${back}">All patients</a>`}<span>${links}</span></nav>`;
  return html`<header class="who">${bar}<div class="row"><h1>${name ?? `Patient ${id}`}</h1><p class="as-of">Second read ${isStandIn(asOf, issues) ? 'of' : 'as of'} <b>${asOfText(asOf, issues)}</b></p></div><p>${person.charAt(0).toUpperCase()}${person.slice(1)} · ${plural(record.events, 'event')} and ${plural(record.notes, 'document')}${span}</p>${dateLinks(dates, asOf)}</header>`;
}

/** How many dates are shown at once; the earlier are folded. */
const SHOWN_DATES = 9;

function dateLinks(dates: NonNullable<PageOptions['dates']>, asOf: string): Html | false {
  if (dates.length === 0) return false;
  const links = dates.map(
    ({ day, href }) => html`<a href="${href}"${day === asOf && html` aria-current="page"`}>${labelOf(day)}</a>`,
  );
  const earlier = dates.slice(0, -SHOWN_DATES);
  const isOpen = earlier.some(({ day }) => day === asOf);
  const folded =
    earlier.length > 0 &&
    html`<details${isOpen && html` open`}><summary>earlier</summary>${links.slice(0, -SHOWN_DATES)}</details>`;
  return html`<nav class="dates" aria-label="Read as of an earlier date"><span>Read it as of</span>${folded}${links.slice(-SHOWN_DATES)}</nav>`;
}

/** The end of a year is that year. */
const labelOf = (day: string): string => (day.endsWith('-12-31') ? day.slice(0, 4) : dayOf(day));

/** All questions in a line, when there is more than one. */
export function questionLine(questions: readonly Question[]): Html | false {
  if (questions.length < 2) return false;
  const links = questions.map(
    ({ rank, hypothesis }) =>
      html`<li><a href="#h${rank}">${hypothesis.condition.name}</a> ${likelihood(hypothesis.posterior)}</li>`,
  );
  return html`<ol class="line">${links}</ol>`;
}
