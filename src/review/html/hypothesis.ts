import type { Question } from '../outline.ts';
import type { ContributionStatement, HypothesisStatement } from '../review.ts';
import { amongWhom, factor, likelihood, percent, plainUnits, plural } from '../words.ts';
import { decision } from './decision.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';
import { firstStep, todo } from './todo.ts';

/** How many findings for and against are shown at once; the smaller ones are folded. */
const SHOWN = { for: 6, against: 3 } as const;

/** Below this probability a condition that is not the first is folded to one line. */
const OPEN_FROM = 1 / 3;

/** At most so many conditions are open at once. */
const OPEN = 3;

/** A condition with what speaks for it and against it, what is unknown, what would settle it, and what could be done. */
export function questionCard(question: Question, sources: SourceList, ageYears: number | undefined): Html {
  const { rank, hypothesis } = question;
  const { name } = hypothesis.condition;
  const id = `h${rank}`;
  const body = html`${question.remark && html`<p class="remark">${question.remark}</p>`}${firstStep(question, sources)}<div class="two"><div>${evidence(question, sources)}</div><div class="do">${todo(question, sources)}</div></div><footer>${decision(id, name, 'This hypothesis')}<p class="sum">${sumOf(hypothesis, amongWhom(ageYears))}</p></footer>`;
  const alarm = hypothesis.mustNotMiss && html`<span class="tag alarm">must not be missed</span> `;
  const title = html`<h3>${name}</h3> ${alarm}<span class="likely">${likelihood(hypothesis.posterior)}<small> on these findings (${percent(hypothesis.posterior)})</small></span>`;
  if (rank === 1 || (rank <= OPEN && hypothesis.posterior >= OPEN_FROM)) {
    return html`<article class="hyp" id="${id}"><header>${title}</header>${body}</article>`;
  }
  const points = question.speaksFor.slice(0, 3).map((each) => each.finding);
  return html`<article class="hyp" id="${id}"><details><summary>${title}<span class="points">${points.join(' · ')}</span></summary>${body}</details></article>`;
}

/** Prior, sum and posterior, for those who want the arithmetic. */
function sumOf({ prior, posterior, contributions, reviewed }: HypothesisStatement, among: string): string {
  const sum = contributions.reduce((total, { logOdds }) => total + logOdds, 0);
  const exact = (value: number) => `${Number((value * 100).toPrecision(2))} %`;
  const top = posterior > 0.999 ? 'over 99.9 %' : exact(posterior);
  const entry = reviewed ? '' : ' Knowledge entry not yet reviewed by a clinician.';
  return `Arithmetic: ${exact(prior)} ${among}, log-odds ${sum < 0 ? '−' : '+'}${Math.abs(sum).toFixed(1)} from ${plural(contributions.length, 'finding')}, gives ${top}. Not calibrated.${entry}`;
}

function evidence(question: Question, sources: SourceList): Html {
  const told = new Set<string>();
  const rows = (items: readonly ContributionStatement[]) => items.map((each) => row(each, told, sources));
  const [pro, con] = [rows(question.speaksFor), rows(question.speaksAgainst)];
  return html`<h4>Speaks for it</h4>${listOf(pro, SHOWN.for)}${con.length > 0 && html`<h4>Speaks against it</h4>${listOf(con, SHOWN.against)}`}${question.unknown && html`<h4>Not known</h4><p>${capital(question.unknown)}</p>`}`;
}

function listOf(rows: readonly Html[], shown: number): Html {
  const rest = rows.slice(shown);
  const folded =
    rest.length > 0 &&
    html`<details><summary>${plural(rest.length, 'smaller finding')}</summary><ul class="evidence">${rest}</ul></details>`;
  return html`<ul class="evidence">${rows.slice(0, shown)}</ul>${folded}`;
}

/** One finding: how much it moves the odds, its name, the record's words unless they were just told, its newest source. */
function row(each: ContributionStatement, told: Set<string>, sources: SourceList): Html {
  const { finding, logOdds, evidence: words, citations } = each;
  const isNews = words !== '' && told.size !== told.add(words).size;
  const said = isNews && html` <span class="words">${plainUnits(words)}</span>`;
  const width = Math.min(40, Math.abs(logOdds) * 11).toFixed(0);
  const bar = html`<svg class="bar" width="40" height="8" aria-hidden="true"><rect class="${logOdds > 0 ? 'pro' : 'con'}" width="${width}" height="8" rx="2"/></svg>`;
  return html`<li><span class="weight" title="log-odds ${logOdds.toFixed(2)}">${bar}<b>${factor(logOdds)}</b></span><span>${finding}${said} ${sources.chips(citations, 1)}</span></li>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
