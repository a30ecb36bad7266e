import type { HypothesisStatement, Review, SummaryStatement } from '../review.ts';
import { plainDates } from '../words.ts';
import { type Html, html } from './escape.ts';
import type { SourceList } from './sources.ts';

type About = SummaryStatement['about'];

/** How each part is headed, in the order in which a colleague asks for it; who the person is stands at the top of the page. */
const PARTS: readonly (readonly [About, string, RegExp])[] = [
  ['problems', 'Problems', /^$/],
  ['medications', 'Takes', /^Takes /],
  ['allergies', 'Allergies', /^Allergies: /],
  ['procedures', 'Procedures', /^Procedures: /],
  ['family', 'Family', /^Family: /],
  ['social', 'Social', /^Social: /],
  ['past', 'Resolved', /^Resolved: /],
];

/** The history by problem, each line with its source. */
export function history({ summary }: Review, known: readonly HypothesisStatement[], sources: SourceList): Html {
  const parts = PARTS.map(([about, title, lead]) => {
    const lines = summary.filter((each) => each.about === about).flatMap((each) => lineOf(each, lead, sources));
    return lines.length > 0 && html`<h3>${title}</h3><ul class="tight">${lines}</ul>`;
  });
  const names = known.map(({ condition }) => condition.name).join(', ');
  const recognised =
    names !== '' && html`<details><summary>Recognised as known, so not raised</summary><p>${names}.</p></details>`;
  return html`${parts}${recognised}`;
}

function lineOf(line: SummaryStatement, lead: RegExp, sources: SourceList): Html[] {
  const text = plainDates(line.text.replace(lead, '').replace(/\.$/, ''));
  // Medicines are told in one sentence; a list is easier to check. Each ends in its `(since …)`.
  const items = line.about === 'medications' ? text.split(/(?<=\(since [^)]*\)); /) : [text];
  const left = [...line.citations];
  return items.map((item, index) => {
    const since = / \(?since (\w+ \d{4})\)?$/.exec(item);
    const at = left.findIndex((source) => sources.label(source) === since?.[1]);
    // The source says since when: the words need not.
    const own = at < 0 ? [] : left.splice(at, 1);
    const rest = index === items.length - 1 ? left : [];
    return html`<li>${own.length > 0 ? item.slice(0, since?.index) : item} ${sources.chips([...own, ...rest], 1)}</li>`;
  });
}
