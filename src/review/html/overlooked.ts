import { clueText } from '../outline.ts';
import type { ClueStatement, RiskStatement, Statement } from '../review.ts';
import { duration, headline, plainDates, plainUnits, plural } from '../words.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';

/** How many clues are shown at once. */
const SHOWN = 7;

const TAG: Record<ClueStatement['kind'], Html> = {
  pattern: html`<span class="tag alarm">pattern</span>`,
  'not-acted-on': html`<span class="tag warm">not acted on</span>`,
  'not-done': html`<span class="tag warm">not done</span>`,
  unexplained: html`<span class="tag">unexplained</span>`,
};

/** Results and advice that were not followed, and what nothing in the record explains. */
export function overlookedList(clues: readonly ClueStatement[], sources: SourceList): Html {
  const items = clues.map((clue) => clueItem(clue, sources));
  const rest = items.slice(SHOWN);
  const folded =
    rest.length > 0 &&
    html`<details><summary>${plural(rest.length, 'lesser one')}</summary><ul class="plain">${rest}</ul></details>`;
  return html`<ul class="plain">${items.slice(0, SHOWN)}</ul>${folded}`;
}

function clueItem(clue: ClueStatement, sources: SourceList): Html {
  const { first, rest } = headline(plainUnits(plainDates(clueText(clue))));
  const { overdueDays } = clue;
  const overdue =
    overdueDays !== undefined &&
    overdueDays >= 14 &&
    html`<span class="overdue">${duration(overdueDays)} overdue</span>`;
  return html`<li>${TAG[clue.kind]}<b>${first}</b> ${rest} ${overdue} ${sources.chips(clue.citations)}</li>`;
}

/** Statements as they are. That a thing is nowhere in the record has no place to lead to but the patient, which is left out. */
export function statements(items: readonly Statement[], sources: SourceList): Html {
  const places = ({ citations }: Statement) => citations.filter(({ resourceType }) => resourceType !== 'Patient');
  return html`<ul class="plain">${items.map((each) => html`<li>${plainUnits(plainDates(each.text))} ${sources.chips(places(each))}</li>`)}</ul>`;
}

/** Published risks: what is said, then the calculator in small. */
export function risksList(risks: readonly RiskStatement[], sources: SourceList): Html {
  const items = risks.map(({ text, calculator, citations }) => {
    const says = text.replace(` ${calculator}.`, '');
    return html`<li>${plainDates(says)} <small>${calculator}</small> ${sources.chips(citations)}</li>`;
  });
  return html`<ul class="plain">${items}</ul>`;
}
