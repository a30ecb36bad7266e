import { isUrgent, optionText, partsOf, type Question, settlesIt } from '../outline.ts';
import type { HypothesisStatement, OptionStatement, Statement, StepStatement } from '../review.ts';
import { plainDates, plainUnits, plural } from '../words.ts';
import { decision } from './decision.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';

/** What comes first, in a line that is hard to overlook. */
export function firstStep({ first, rank, hypothesis }: Question, sources: SourceList): Html | false {
  if (!first) return false;
  const { name, effort } = partsOf(first);
  const says = html`${name}${settlesIt(first, hypothesis) && ', which would settle it'}${effort && html` <small>${effort}</small>`} ${newly(first, hypothesis, sources)}`;
  if (!isUrgent(first)) return html`<div class="first"><b>Next</b><div>${says}</div></div>`;
  const decide = decision(`h${rank}-referral`, `referral for ${hypothesis.condition.name}`);
  return html`<div class="first now"><b>Now</b><div>${says}${decide}</div></div>`;
}

/** The other tests, what is already known, the referral and the options. */
export function todo(question: Question, sources: SourceList): Html {
  const { first, tests, answered, hypothesis } = question;
  const settling = tests.filter((step) => settlesIt(step, hypothesis));
  const bearing = tests.filter((step) => !settlesIt(step, hypothesis));
  const isSettled = first !== undefined && settlesIt(first, hypothesis);
  return html`${stepList(isSettled ? 'Would settle it too' : 'Would settle it', settling, question, sources)}${stepList('Would add to it', bearing, question, sources)}${known(answered, sources)}${referralItem(question, sources)}${choices(question, sources)}`;
}

/** Orders that the record answers already, and tests that need no repeat. */
function known(answered: readonly StepStatement[], sources: SourceList): Html {
  const redundant = answered
    .filter((step) => step.verdict === 'redundant')
    .map((step) => html`<li><span class="tag warm">redundant order</span> ${said(step, sources)}</li>`);
  const done = answered
    .filter((step) => step.verdict === 'answered')
    .map((step) => html`<li>${said(step, sources)}</li>`);
  const folded =
    done.length > 0 &&
    html`<details><summary>${plural(done.length, 'test')} already done</summary><ul class="steps">${done}</ul></details>`;
  return html`${redundant.length > 0 && html`<ul class="steps">${redundant}</ul>`}${folded}`;
}

function referralItem({ referral, rank, hypothesis }: Question, sources: SourceList): Html | false {
  if (!referral) return false;
  const decide = decision(`h${rank}-referral`, `referral for ${hypothesis.condition.name}`);
  return html`<h4>Referral</h4><ul class="options"><li>${partsOf(referral).name} ${newly(referral, hypothesis, sources)}${decide}</li></ul>`;
}

function stepList(
  title: string,
  steps: readonly StepStatement[],
  { hypothesis }: Question,
  sources: SourceList,
): Html | false {
  if (steps.length === 0) return false;
  const items = steps.map((step) => {
    const { name, effort } = partsOf(step);
    return html`<li>${name}${effort && html` <small>${effort}</small>`} ${newly(step, hypothesis, sources)}</li>`;
  });
  return html`<h4>${title}</h4><ul class="steps">${items}</ul>`;
}

const said = (step: StepStatement, sources: SourceList): Html =>
  html`${plainDates(plainUnits(step.text))} ${sources.chips(step.citations, 1)}`;

function choices({ options, hypothesis, rank }: Question, sources: SourceList): Html {
  const items = options.map((option, index) => ({
    kind: option.kind,
    item: optionItem(option, hypothesis, `h${rank}-o${index}`, sources),
  }));
  const treat = items.filter(({ kind }) => kind === 'treat').map(({ item }) => item);
  const other = items.filter(({ kind }) => kind !== 'treat').map(({ item }) => item);
  const later =
    treat.length > 0 &&
    html`<details><summary>If it is confirmed: ${plural(treat.length, 'treatment option')}</summary><ul class="options">${treat}</ul></details>`;
  return html`${other.length > 0 && html`<h4>Options</h4><ul class="options">${other}</ul>`}${later}`;
}

function optionItem(option: OptionStatement, hypothesis: HypothesisStatement, id: string, sources: SourceList): Html {
  const text = optionText(option, hypothesis);
  const cautions = option.cautions.filter((caution) => !/^none known$/i.test(caution));
  const warning = cautions.length > 0 && html` <small>Not with: ${cautions.join('; ')}.</small>`;
  return html`<li>${plainDates(text)}${warning} ${newly(option, hypothesis, sources)}${decision(id, text.split(/[;:.(]/)[0] ?? text)}</li>`;
}

/** Links to what a statement cites beyond the evidence of its hypothesis, which stands beside it. */
function newly({ citations }: Statement, hypothesis: HypothesisStatement, sources: SourceList): Html {
  const told = new Set(hypothesis.citations.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const fresh = citations.filter(({ resourceType, id }) => !told.has(`${resourceType}/${id}`));
  return sources.chips(fresh, 1);
}
