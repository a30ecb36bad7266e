import type { Cell } from '../suppress.ts';
import type { Description, Quantiles } from './description.ts';
import { countText, figure, percent, standing } from './words.ts';

/** Codes that are listed. */
const LISTED = 40;

/** A description for a terminal. */
export function descriptionAsText(description: Description): string {
  const { name, version, people, events, codeCount, rareCodes, deaths, years, kinds, codes } = description;
  const active = years.filter((each) => each.people !== 'few');
  const [first, last] = [active[0]?.year, active.at(-1)?.year];
  const lines = [
    `${name}${version ? `, version ${version}` : ''}: ${standing(description.trainable)}`,
    `${countText(people)} people, ${countText(events)} events, ${countText(codeCount)} codes (${countText(rareCodes)} of fewer than 11 people), ` +
      `${countText(deaths)} deaths${first === undefined ? '' : `, ${first} to ${last}`}`,
    `events a person: ${spread(description.eventsAPerson)}`,
    `years a person: ${spread(description.yearsAPerson)}`,
    '',
    ...groups('split', description.splits),
    ...groups('sex', description.sex),
    ...groups('age at the last event', description.ages),
    ...groups('race', description.race),
    ...groups('ethnicity', description.ethnicity),
    ...represented(description),
    '',
    ...table(
      ['kind', 'codes', 'people', 'events'],
      kinds.map((kind) => [
        kind.kind,
        countText(kind.codes),
        countText(kind.people),
        kind.events === null ? '' : countText(kind.events),
      ]),
    ),
    '',
    ...table(
      ['code', 'people', 'missing', 'events', '5 %', 'median', '95 %', 'description'],
      codes
        .slice(0, LISTED)
        .map(({ code, people: n, missing, events: m, values, description: words }) => [
          code,
          countText(n),
          missing === null ? 'hardly any' : percent(missing),
          countText(m),
          ...[values?.[0], values?.[2], values?.[4]].map((each) => (each === undefined ? '' : figure(each))),
          words.slice(0, 50),
        ]),
    ),
  ];
  if (codes.length > LISTED) lines.push(`… and ${countText(codes.length - LISTED)} more: --format json has them all`);
  if (description.valuesOf > 1)
    lines.push(`Percentiles are of one in ${description.valuesOf} people, chosen by a hash.`);
  return `${lines.join('\n')}\n`;
}

function spread(quantiles: Quantiles | undefined): string {
  if (quantiles === undefined) return 'too few people to say';
  const [low, lower, middle, upper, high] = quantiles.map(figure);
  return `median ${middle}, half of them ${lower} to ${upper}, nine in ten ${low} to ${high}`;
}

function groups(title: string, cells: readonly Cell[]): string[] {
  return cells.length === 0
    ? []
    : [`${title}: ${cells.map(({ name, people }) => `${name} ${countText(people)}`).join(', ')}`];
}

function represented({ representation, reference }: Description): string[] {
  if (reference === undefined)
    return [
      'No reference population was given (--reference FILE): whether these people stand for any other is not known.',
    ];
  const rows = representation.map(({ attribute, group, share, low, high, reference: wanted, ratio }) => [
    `${attribute} ${group}`,
    share === undefined || low === undefined || high === undefined
      ? '<11'
      : `${percent(share)} (${percent(low)}–${percent(high)})`,
    percent(wanted),
    ratio === undefined ? '' : figure(Number(ratio.toFixed(2))),
  ]);
  return ['', `Against ${reference}:`, ...table(['group', 'here (95 % interval)', 'there', 'ratio'], rows)];
}

/** Columns under their heads; all but the first and the last to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const isText = column === 0 || (column === head.length - 1 && head[column] === 'description');
        return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}
