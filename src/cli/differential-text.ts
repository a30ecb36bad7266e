import type { CaseResult } from '../reasoning/index.ts';
import type { Unreadable } from './differential.ts';

const SHOWN_FINDINGS = 6;

/** A result for reading in a terminal. */
export function textOf(result: CaseResult | Unreadable): string {
  const lines = [`${result.id}`];
  for (const { message } of result.issues) lines.push(`  ! ${message}`);
  if (!('abstain' in result)) return `${lines.join('\n')}\n\n`;
  lines.push(`  ${result.informativeness.statement} ${result.abstain.statement}`);
  for (const { rank, id, name, posterior, contributions, contradicts, unexplained, expected } of result.ranked) {
    lines.push(`${String(rank).padStart(4)}. ${percent(posterior).padStart(7)}  ${name} (${id})`);
    const pro = contributions.filter(({ logOdds }) => logOdds > 0).slice(0, SHOWN_FINDINGS);
    if (pro.length > 0)
      lines.push(`        for: ${pro.map((each) => `${each.name} ${signed(each.logOdds)}`).join('; ')}`);
    if (contradicts.length > 0) lines.push(`        against: ${contradicts.slice(0, SHOWN_FINDINGS).join('; ')}`);
    if (unexplained.length > 0) lines.push(`        not explained: ${unexplained.slice(0, SHOWN_FINDINGS).join('; ')}`);
    if (rank <= 3 && expected.length > 0)
      lines.push(`        ask about: ${expected.map((each) => each.name).join('; ')}`);
  }
  for (const { members, posterior } of result.together ?? []) {
    if (members.length < 2) continue;
    lines.push(`  together ${percent(posterior)}: ${members.map(({ name, id }) => `${name} (${id})`).join(' + ')}`);
    for (const { name, tells } of members) lines.push(`        ${name} tells: ${tells.join('; ') || 'nothing alone'}`);
  }
  if (result.why) lines.push(...whyLines(result.why));
  for (const { name, kind, information, cost, burden } of result.next ?? []) {
    lines.push(`  next (${kind}): ${name}? ${information.toFixed(2)} bits, cost ${cost}, burden ${burden}`);
  }
  if (result.workUp && result.workUp.tests.length > 0) {
    const { tests, cost, burden, changeNothing } = result.workUp;
    lines.push(`  tests (together cost ${cost}, burden ${burden} of 5): ${tests.map(({ name }) => name).join('; ')}`);
    if (changeNothing.length > 0) {
      lines.push(
        `  would change nothing now: ${changeNothing
          .slice(0, SHOWN_FINDINGS)
          .map(({ name }) => name)
          .join('; ')}`,
      );
    }
  }
  lines.push(`  HPO ${result.knowledge.hpo}. ${result.knowledge.licence}.`);
  return `${lines.join('\n')}\n\n`;
}

/** Each row: what it does to the odds against the first of the list, and how the two profiles tell it. */
function whyLines(why: NonNullable<CaseResult['why']>): string[] {
  if (!('rank' in why)) return [`  why: ${why.statement}`];
  const { against, posterior, explanation } = why;
  const isCompared = against.differences.some(({ own, theirs }) => own || theirs);
  const rows = against.differences.map(({ name, logOdds, own, theirs, finding }) => {
    const told = finding === 'prior' || !isCompared ? '' : `: ${inProfile(own)} here, ${inProfile(theirs)} there`;
    return `        ${signed(logOdds).padStart(6)}  ${name}${told}`;
  });
  const head = isCompared
    ? `against ${against.name} (log-odds; below 0 speaks for the latter):`
    : 'what moves its odds (log-odds; below 0 speaks against it):';
  const expected = explanation.expected.map((each) => each.name).join('; ');
  return [
    `  why: ${why.statement} It has ${percent(posterior)}.`,
    ...(rows.length > 0 ? [`        ${head}`, ...rows] : []),
    ...(expected === '' ? [] : [`        would speak for it, not told yet: ${expected}`]),
  ];
}

const MATCHES: Readonly<Record<NonNullable<Match['match']>, string>> = {
  exact: 'in the profile',
  general: 'in the profile, more specially',
  special: 'in the profile, more generally',
  kindred: 'something akin in the profile',
  elsewhere: 'in the other source’s profile',
  never: 'looked for and found in nobody',
};
type Match = NonNullable<
  Extract<NonNullable<CaseResult['why']>, { rank: number }>['against']['differences'][number]['own']
>;

const inProfile = (told: Match | undefined): string =>
  told?.match === undefined
    ? 'not told'
    : `${MATCHES[told.match]}${told.frequency === undefined ? '' : ` (${Math.round(100 * told.frequency)} %)`}`;

/** `12.3 %` of a share, 0 to 1. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
