import { isUrgent, optionText, partsOf, type Question, settlesIt } from '../outline.ts';
import type { ContributionStatement, StepStatement } from '../review.ts';
import { factor, likelihood, percent, plainDates, plainUnits, plural } from '../words.ts';
import { label } from './label.ts';
import type { Paper, Piece } from './paper.ts';

/** How many findings for and against are told of the first condition, and of the others. */
const SHOWN = { first: { for: 5, against: 2 }, other: { for: 3, against: 1 } } as const;

/** Below this probability a condition that is not the first is told in two lines. */
const FULL_FROM = 1 / 3;

/** At most so many conditions are told in full. */
const FULL = 2;

/** A condition: how likely, what comes first, what speaks for and against it, what is unknown, what would settle it. */
export function questionLines(paper: Paper, question: Question): void {
  const { rank, hypothesis, speaksFor, speaksAgainst, unknown, remark } = question;
  const { condition, posterior, mustNotMiss } = hypothesis;
  const title: Piece[] = [
    [condition.name, 'bold'],
    `: ${likelihood(posterior)} on these findings (${percent(posterior)})${mustNotMiss ? ';' : ''}`,
    ...(mustNotMiss ? [[' must not be missed', 'alarm'] as const] : []),
  ];
  if (rank > 1) paper.gap();
  paper.put(title, `${rank} `);
  if (rank > 1 && (posterior < FULL_FROM || rank > FULL)) {
    const points = speaksFor.slice(0, 3).map(({ finding }) => finding);
    paper.put([[points.join('; '), 'dim']], MARGIN);
    return;
  }
  const shown = rank === 1 ? SHOWN.first : SHOWN.other;
  if (remark) paper.put([[remark, 'dim']], MARGIN);
  firstLine(paper, question);
  findings(paper, 'for', speaksFor, shown.for);
  findings(paper, 'against', speaksAgainst, shown.against);
  if (unknown) paper.put([unknown], mark('unknown'));
  steps(paper, question);
}

const MARGIN = '  ';

/** The word before a line of a condition, as wide for each. */
const mark = (word: string): string => `${MARGIN}${word.padEnd(8)} `;

function firstLine(paper: Paper, { first, hypothesis }: Question): void {
  if (!first) return;
  const { name, effort } = partsOf(first);
  const says: Piece[] = [
    `${name}${settlesIt(first, hypothesis) ? ', which would settle it' : ''}`,
    ...(effort ? [[` (${effort})`, 'dim'] as const] : []),
  ];
  paper.put(says, mark(isUrgent(first) ? 'now' : 'next'), isUrgent(first) ? 'alarm' : 'accent');
}

function findings(paper: Paper, word: string, items: readonly ContributionStatement[], shown: number): void {
  const told = new Set<string>();
  items.slice(0, shown).forEach(({ finding, logOdds, evidence, citations }, index) => {
    const isNews = evidence !== '' && told.size !== told.add(evidence).size;
    const weight: Piece = [`${factor(logOdds).padEnd(4)} `.replaceAll(' ', '\u00a0'), 'dim'];
    paper.put(
      [
        weight,
        finding,
        ...(isNews ? [[`: ${plainUnits(evidence)}`, 'dim'] as const] : []),
        ' ',
        [label(citations), 'dim'],
      ],
      mark(index === 0 ? word : ''),
    );
  });
  const rest = items.length - shown;
  if (rest > 0) paper.put([[`and ${plural(rest, 'smaller finding')}`, 'dim']], mark(''));
}

function steps(paper: Paper, { rank, hypothesis, tests, answered, referral, options }: Question): void {
  const names = (items: readonly StepStatement[]) => items.map((step) => partsOf(step).name).join('; ');
  const settling = tests.filter((step) => settlesIt(step, hypothesis));
  const bearing = tests.filter((step) => !settlesIt(step, hypothesis));
  if (settling.length > 0) paper.put([`would be settled by ${names(settling)}`], mark('test'));
  if (bearing.length > 0) paper.put([names(bearing)], mark(settling.length > 0 ? 'also' : 'test'));
  for (const step of answered.filter(({ verdict }) => verdict === 'redundant')) {
    paper.put([plainDates(plainUnits(step.text))], mark('not'), 'warm');
  }
  const done = answered.filter(({ verdict }) => verdict === 'answered' && rank === 1);
  if (done.length > 0) paper.put([[done.map(({ test }) => test.name).join('; '), 'dim']], mark('done'));
  if (referral) paper.put([partsOf(referral).name], mark('refer'));
  for (const option of options.filter(({ kind }) => kind !== 'treat')) {
    paper.put([optionText(option, hypothesis)], mark('option'));
  }
  // What comes after the diagnosis is told of the first only, and by name.
  const treatments = options
    .filter(({ kind }) => kind === 'treat' && rank === 1)
    .map((option) => optionText(option, hypothesis).replace(/( \(.*\))?\.*$/, ''));
  if (treatments.length > 0) paper.put([`if confirmed: ${treatments.join('; ')}`], mark('treat'));
}
