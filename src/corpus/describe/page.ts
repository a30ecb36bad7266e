import { createHash } from 'node:crypto';
import { Html, html } from '../../review/index.ts';
import type { Cell, Count } from '../suppress.ts';
import type { CodeSummary, Description, Quantiles } from './description.ts';
import { boxPlot, shareBar, yearColumns } from './drawings.ts';
import type { Representation } from './representation.ts';
import { STYLE } from './style.ts';
import { countText, figure, percent, standing } from './words.ts';

/** Codes that are open to see; the rest of {@link LISTED} are under a fold. */
const OPEN = 40;
const LISTED = 1000;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** A description as one page that loads nothing. */
export function descriptionAsHtml(description: Description): string {
  const { name, version, source, trainable, years, valuesOf } = description;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${name}: what is in it</title><style>${new Html(STYLE)}</style></head>
<body><main><h1>${name}</h1><p>${[version && `Version ${version}`, source && `made by ${source}`].filter(Boolean).join(', ')}</p>
${trainable === false && html`<p class="warn">${standing(trainable)}.</p>`}
${tiles(description)}
<section aria-labelledby="people"><h2 id="people">Who is in it</h2><p class="hint">Groups of 1 to 10 people are never shown, nor what would give them away.</p><div class="columns">${[
    groups('Sex', description.sex),
    groups('Age at the last event', description.ages),
    groups('Race', description.race),
    groups('Ethnicity', description.ethnicity),
    groups('Split', description.splits),
  ]}</div></section>
${represented(description)}
<section aria-labelledby="years"><h2 id="years">When</h2><p class="hint">People with at least one event in the year</p>${scrolled('Years', yearColumns(years, typeof description.people === 'number' ? description.people : 0))}</section>
<section aria-labelledby="kinds"><h2 id="kinds">Kinds of events</h2>${kindTable(description)}</section>
<section aria-labelledby="codes"><h2 id="codes">Codes</h2><p class="hint">Those of most people first. Missing: people who never have it. Box: half of the values, line: nine in ten, mark: median${valuesOf > 1 && `; of one in ${valuesOf} people, chosen by a hash`}. ${countText(description.rareCodes)} codes of fewer than 11 people are not listed.</p>${codeTable(description.codes.slice(0, OPEN))}${more(description.codes)}</section>
<footer>${standing(trainable)}. ${countText(description.shards)} shards.</footer>
</main></body></html>
`.toString();
}

function tiles({ people, events, codeCount, deaths, years, eventsAPerson, yearsAPerson }: Description): Html {
  const active = years.filter((each) => each.people !== 'few');
  const [first, last] = [active[0], active.at(-1)];
  const middle = (quantiles: Quantiles | undefined) =>
    quantiles ? figure(Number(quantiles[2].toFixed(1))) : '<11 people';
  const list: [string, string][] = [
    [countText(people), 'people'],
    [countText(events), 'events'],
    [countText(codeCount), 'codes'],
    [first && last ? `${first.year}–${last.year}` : '–', 'years'],
    [middle(eventsAPerson), 'events a person, median'],
    [middle(yearsAPerson), 'years a person, median'],
    [countText(deaths), 'deaths'],
  ];
  return html`<ul class="tiles">${list.map(([value, what]) => html`<li><b>${value}</b><span>${what}</span></li>`)}</ul>`;
}

function groups(title: string, cells: readonly Cell[]): Html | '' {
  if (cells.length === 0) return '';
  const total = cells.reduce((sum, { people }) => sum + (typeof people === 'number' ? people : 0), 0) || 1;
  const rows = cells.map(
    ({ name, people }) =>
      html`<tr><td>${name}</td><td class="n">${countText(people)}</td><td class="n">${typeof people === 'number' && percent(people / total)}</td><td class="share">${typeof people === 'number' && shareBar(people / total)}</td></tr>`,
  );
  return html`<div><h3>${title}</h3><table>${rows}</table></div>`;
}

/** Ratios beyond these are marked: the four-fifths rule of thumb (recalled), and its inverse. */
const [FEW, MANY] = [0.8, 1.25];

function represented({ reference, representation }: Description): Html {
  if (reference === undefined) {
    return html`<section aria-labelledby="represented"><h2 id="represented">Whom it stands for</h2><p class="hint">No reference population was given (--reference FILE), so nothing is said of whether these people stand for any other.</p></section>`;
  }
  const row = ({ attribute, group, share, low, high, reference: wanted, ratio }: Representation) => {
    const isOff = ratio !== undefined && (ratio < FEW || ratio > MANY);
    const here = share === undefined ? '<11' : percent(share);
    const interval = low === undefined || high === undefined ? '' : `${percent(low)}–${percent(high)}`;
    return html`<tr><td>${attribute}: ${group}</td><td class="n">${here}</td><td class="n">${interval}</td><td class="n">${percent(wanted)}</td><td class="n${isOff && ' off'}">${ratio?.toFixed(2)}</td><td class="share">${share !== undefined && shareBar(share, wanted)}</td></tr>`;
  };
  return html`<section aria-labelledby="represented"><h2 id="represented">Whom it stands for</h2><p class="hint">Beside ${reference}. Marked: less than ${FEW} or more than ${MANY} times its share there; the line in the bar is the share there.</p>${scrolled('Representation', html`<table><tr><th scope="col">Group</th><th scope="col" class="n">Here</th><th scope="col" class="n">95 % interval</th><th scope="col" class="n">There</th><th scope="col" class="n">Ratio</th><th></th></tr>${representation.map(row)}</table>`)}</section>`;
}

function kindTable({ kinds, people }: Description): Html {
  const rows = kinds.map(
    (kind) =>
      html`<tr><td>${kind.kind}</td><td class="n">${countText(kind.codes)}</td><td class="n">${kind.events !== null && countText(kind.events)}</td><td class="n">${countText(kind.people)}</td><td class="share">${typeof people === 'number' && barOf(kind.people, people)}</td></tr>`,
  );
  return scrolled(
    'Kinds of events',
    html`<table><tr><th scope="col">Kind</th><th scope="col" class="n">Codes</th><th scope="col" class="n">Events</th><th scope="col" class="n">People</th><th scope="col">of all</th></tr>${rows}</table>`,
  );
}

function barOf(people: Count, all: number): Html | '' {
  if (people === 'few') return '';
  return shareBar(typeof people === 'number' ? people / all : 1);
}

function codeTable(codes: readonly CodeSummary[]): Html {
  const rows = codes.map(({ code, description, people, events, missing, values }) => {
    const [low, , middle, , high] = values ?? [];
    const numbers = [low, middle, high].map((each) => html`<td class="n">${each !== undefined && figure(each)}</td>`);
    return html`<tr><td class="code">${description || code}<small>${description && code}</small></td><td class="n">${countText(people)}</td><td class="n">${missing === null ? 'hardly any' : percent(missing)}</td><td class="n">${countText(events)}</td>${numbers}<td class="draw">${values && boxPlot(values)}</td></tr>`;
  });
  return scrolled(
    'Codes',
    html`<table><tr><th scope="col">Code</th><th scope="col" class="n">People</th><th scope="col" class="n">Missing</th><th scope="col" class="n">Events</th><th scope="col" class="n">5 %</th><th scope="col" class="n">Median</th><th scope="col" class="n">95 %</th><th></th></tr>${rows}</table>`,
  );
}

function more(codes: readonly CodeSummary[]): Html | '' {
  const rest = codes.slice(OPEN, LISTED);
  if (rest.length === 0) return '';
  const beyond = codes.length > LISTED ? `; ${countText(codes.length - LISTED)} more in --format json` : '';
  return html`<details><summary>${countText(rest.length)} more${beyond}</summary>${codeTable(rest)}</details>`;
}

/** What is wide scrolls within its own frame, by keyboard as well. */
function scrolled(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
