import { clueText, outlineOf } from '../outline.ts';
import type { Review } from '../review.ts';
import { headline, likelihood, plainDates, plainUnits } from '../words.ts';
import { type Html, html } from './escape.ts';

/** What a review says first, in a line or two, for a list of patients. */
export function reviewLine(review: Review): Html {
  const { questions, overlooked } = outlineOf(review);
  const [first, ...others] = questions;
  if (first) {
    const { condition, posterior, mustNotMiss } = first.hypothesis;
    const points = first.speaksFor.slice(0, 3).map(({ finding }) => finding);
    const alarm = mustNotMiss && html` <span class="tag alarm">must not be missed</span>`;
    const more = others.length > 0 && html` <small>and ${others.length} more to consider</small>`;
    return html`<b>${condition.name}</b> <span class="likely">${likelihood(posterior)}</span>${alarm}${more}<br><span class="soft">${points.join(' · ')}</span>`;
  }
  const [clue] = overlooked;
  if (clue)
    return html`<span class="tag warm">overlooked</span>${headline(plainUnits(plainDates(clueText(clue)))).first}`;
  return html`<span class="soft">Nothing stands out</span>`;
}
