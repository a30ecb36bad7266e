import { createHash } from 'node:crypto';
import { Html, html } from '../../review/index.ts';
import { wordsOfKind } from '../events/kinds.ts';
import type { Cell, Count } from '../suppress.ts';
import type { CodeSummary, Description, Quantiles } from './description.ts';
import { boxPlot, shareBar, yearColumns } from './drawings.ts';
import { represented } from './page-represented.ts';
import { scrolled } from './scrolled.ts';
import { STYLE } from './style.ts';
import { countText, figure, groupName, percent, standing } from './words.ts';

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
<p class="standing${trainable === true ? '' : ' warn'}">${sentence(standing(trainable))}</p>
${tiles(description)}
<section aria-labelledby="people"><h2 id="people">Who is in it</h2><p class="hint">${unknowns(description)} Groups of 1 to 10 people are never shown, nor what would give them away.</p><div class="columns">${[
    groups('Sex', description.sex),
    groups('Age at the last event', description.ages),
    groups('Race', description.race),
    groups('Ethnicity', description.ethnicity),
    groups('Split: what a model may do with them', description.splits),
  ]}</div></section>
${represented(description)}
<section aria-labelledby="years"><h2 id="years">When</h2><p class="hint">People with at least one event in the year</p>${yearColumns(years, typeof description.people === 'number' ? description.people : 0)}</section>
<section aria-labelledby="kinds"><h2 id="kinds">Kinds of events</h2><p class="hint extra">With a number, in words: the share of the events that say a result as a number, and as a text. The others only say that something happened.</p>${kindTable(description)}</section>
<section aria-labelledby="codes"><h2 id="codes">Codes</h2><p class="hint">Those of most people first. Missing: people who never have it. The drawing, each on a scale of its own, has half of the values in its box, nine in ten on its line, and the median as a mark${valuesOf > 1 && `; of one in ${valuesOf} people, chosen by a hash`}. ${countText(description.rareCodes)} codes of fewer than 11 people are not listed.</p>${codeTable(description.codes.slice(0, OPEN))}${more(description.codes)}</section>
<footer>${countText(description.shards)} shards. Made by prodrome corpus describe from the data set alone; it loads nothing and sends nothing.</footer>
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
      html`<tr><td${name === 'unknown' && html` class="unknown"`}>${groupName(name)}</td><td class="n">${countText(people)}</td><td class="n">${typeof people === 'number' && percent(people / total)}</td><td class="share">${typeof people === 'number' && shareBar(people / total)}</td></tr>`,
  );
  return html`<div><h3>${title}</h3><table>${rows}</table></div>`;
}

/** Of how many the sex, age, race and ethnicity are not known: what is missing first. */
function unknowns({ sex, ages, race, ethnicity }: Description): string {
  const missing = Object.entries({ sex, age: ages, race, ethnicity }).flatMap(([what, cells]) => {
    const total = cells.reduce((sum, { people }) => sum + (typeof people === 'number' ? people : 0), 0);
    const unknown = cells.find(({ name }) => name === 'unknown')?.people ?? 0;
    if (unknown === 0) return [];
    return typeof unknown === 'number' ? [`${what} of ${percent(unknown / total)}`] : [`${what} of a few`];
  });
  return missing.length === 0
    ? 'Sex, age, race and ethnicity are known of everyone.'
    : `Not known: the ${missing.join(', the ')} of the people.`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function kindTable({ kinds, people }: Description): Html {
  const rows = kinds.map(
    (kind) =>
      html`<tr><td title="${kind.kind}">${wordsOfKind(kind.kind)}</td><td class="n extra">${countText(kind.codes)}</td><td class="n">${kind.events !== null && countText(kind.events)}</td><td class="n extra">${some(kind.withValue)}</td><td class="n extra">${some(kind.withText)}</td><td class="n">${countText(kind.people)}</td><td class="share extra">${typeof people === 'number' && barOf(kind.people, people)}</td></tr>`,
  );
  return scrolled(
    'Kinds of events',
    html`<table><tr><th scope="col">Kind</th><th scope="col" class="n extra">Codes</th><th scope="col" class="n">Events</th><th scope="col" class="n extra">With a number</th><th scope="col" class="n extra">In words</th><th scope="col" class="n">People</th><th scope="col" class="extra">Share of all people</th></tr>${rows}</table>`,
  );
}

/** A share that is not none. */
const some = (share: number | null): string => (share === null || share === 0 ? '' : percent(share));

function barOf(people: Count, all: number): Html | '' {
  if (people === 'few') return '';
  return shareBar(typeof people === 'number' ? people / all : 1);
}

function codeTable(codes: readonly CodeSummary[]): Html {
  const rows = codes.map(({ code, description, people, events, missing, values }) => {
    const [low, , middle, , high] = values ?? [];
    const number = (each: number | undefined, extra = ' extra') =>
      html`<td class="n${extra}">${each !== undefined && figure(each)}</td>`;
    return html`<tr><td class="code">${description || code}<small>${description && code}</small></td><td class="n">${countText(people)}</td><td class="n">${missing === null ? 'hardly any' : percent(missing)}</td><td class="n extra">${countText(events)}</td>${number(low)}${number(middle, '')}${number(high)}<td class="draw extra">${values && boxPlot(values)}</td></tr>`;
  });
  return scrolled(
    'Codes',
    html`<table><tr><th scope="col">Code</th><th scope="col" class="n">People</th><th scope="col" class="n">Missing</th><th scope="col" class="n extra">Events</th><th scope="col" class="n extra">5 %</th><th scope="col" class="n">Median</th><th scope="col" class="n extra">95 %</th><th scope="col" class="extra">Values</th></tr>${rows}</table>`,
  );
}

function more(codes: readonly CodeSummary[]): Html | '' {
  const rest = codes.slice(OPEN, LISTED);
  if (rest.length === 0) return '';
  const beyond = codes.length > LISTED ? `; ${countText(codes.length - LISTED)} more in --format json` : '';
  return html`<details><summary>${countText(rest.length)} more${beyond}</summary>${codeTable(rest)}</details>`;
}
