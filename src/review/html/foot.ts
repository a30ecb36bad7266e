import type { Review } from '../review.ts';
import { isFault, plural } from '../words.ts';
import { type Html, html } from './escape.ts';

/** How many kinds of faults are listed. */
const SHOWN_FAULTS = 20;

/** What the page was made from, what was wrong with the input, and what it is not. */
export function foot({ provenance, issues }: Review): Html {
  const { prodrome, knowledge, model, sources } = provenance;
  const trained = model ? `model ${model.name} ${model.version}` : 'no trained model';
  return html`<footer class="foot">${faults(issues)}${literature(sources)}<p>Prodrome ${prodrome} · knowledge ${knowledge.version}, ${plural(knowledge.conditions, 'condition')} · ${trained}. A second read for a clinician: not a diagnosis, not a medical device, not validated for care.</p></footer>`;
}

function faults(all: Review['issues']): Html | false {
  const issues = all.filter(isFault);
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  if (count === 0) return false;
  const shown = issues
    .slice(0, SHOWN_FAULTS)
    .map(({ where, text, count: times = 1 }) => html`<li>${where}: ${text}${times > 1 && ` (${times} times)`}</li>`);
  const more =
    issues.length > SHOWN_FAULTS && html`<li>and ${issues.length - SHOWN_FAULTS} more kinds, in the JSON</li>`;
  return html`<details><summary>${plural(count, 'fault')} in the input; the rest was read</summary><ul>${shown}${more}</ul></details>`;
}

/** The knowledge that the review rests on. A reference from memory says so. */
function literature(sources: Review['provenance']['sources']): Html | false {
  const entries = Object.values(sources);
  if (entries.length === 0) return false;
  const items = entries.map(
    ({ title, year, status }) =>
      html`<li>${title}${year !== undefined && `, ${year}`}${status === 'recalled' && ' (cited from memory)'}</li>`,
  );
  return html`<details><summary>Knowledge used: ${plural(entries.length, 'source')}</summary><ul>${items}</ul></details>`;
}
