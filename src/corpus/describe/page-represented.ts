import { type Html, html } from '../../review/index.ts';
import type { Description } from './description.ts';
import { shareBar } from './drawings.ts';
import type { Representation } from './representation.ts';
import { scrolled } from './scrolled.ts';
import { groupName, interval, percent } from './words.ts';

/** Ratios beyond these are marked: the four-fifths rule of thumb (recalled), and its inverse. */
const [FEW, MANY] = [0.8, 1.25];

/** The section that sets the people beside a reference population, an attribute after the other. */
export function represented({ reference, representation }: Description): Html {
  if (reference === undefined) {
    return html`<section aria-labelledby="represented"><h2 id="represented">Whom it stands for</h2><p class="hint">No reference population was given (--reference FILE), so nothing is said of whether these people stand for any other.</p></section>`;
  }
  const attributes = [...new Set(representation.map(({ attribute }) => attribute))];
  const bodies = attributes.map((attribute) => {
    const rows = representation.filter((each) => each.attribute === attribute);
    return html`<tbody><tr class="band"><th scope="rowgroup" colspan="6">${attribute}</th></tr>${rows.map(row)}</tbody>`;
  });
  const named = (standing: string) =>
    representation
      .filter(({ ratio }) => standingOf(ratio) === standing)
      .map(({ attribute, group }) => (attribute === 'age' ? `age ${group}` : groupName(group)))
      .join(', ');
  const [fewer, more] = [named('fewer'), named('more')];
  const told =
    [fewer && `Fewer than there: ${fewer}.`, more && `More than there: ${more}.`].filter(Boolean).join(' ') ||
    'No group is far from its share there.';
  return html`<section aria-labelledby="represented"><h2 id="represented">Whom it stands for</h2><p class="hint">Beside ${reference}. ${told} Marked: less than ${FEW} or more than ${MANY} times the share there, which is the line in the bar. The interval is of chance alone, not of who comes to care.</p>${scrolled('Representation', html`<table><thead><tr><th scope="col">Group</th><th scope="col" class="n">Here</th><th scope="col" class="n extra">95 % interval</th><th scope="col" class="n">There</th><th scope="col" class="n">Ratio</th><th scope="col" class="share">Share</th></tr></thead>${bodies}</table>`)}</section>`;
}

function row({ group, share, low, high, reference, ratio }: Representation): Html {
  const standing = standingOf(ratio);
  const within = low === undefined || high === undefined ? '' : interval(low, high);
  const mark = standing !== '' && html`<span class="off">${standing === 'fewer' ? '▼' : '▲'} </span>`;
  return html`<tr><td>${groupName(group)}</td><td class="n">${share === undefined ? '<11' : percent(share)}</td><td class="n extra">${within}</td><td class="n">${percent(reference)}</td><td class="n${standing !== '' && ' off'}">${mark}${ratio?.toFixed(2)}</td><td class="share">${share !== undefined && shareBar(share, reference)}</td></tr>`;
}

function standingOf(ratio: number | undefined): '' | 'fewer' | 'more' {
  if (ratio === undefined) return '';
  return ratio < FEW ? 'fewer' : ratio > MANY ? 'more' : '';
}
