import { clueText, nothing, type Outline, outlineOf } from './outline.ts';
import type { Review, SummaryStatement, TrendStatement } from './review.ts';
import { sparkline } from './sparkline.ts';
import { label } from './text/label.ts';
import { Paper, type Piece } from './text/paper.ts';
import { questionLines } from './text/question.ts';
import {
  ageText,
  asOfText,
  duration,
  headline,
  isFault,
  isStandIn,
  monthSpan,
  plainDates,
  plainUnits,
  plural,
  risksTitle,
} from './words.ts';

export interface TextOptions {
  /** Columns to fold to, 80 by default; at least 40, and at most 120, beyond which lines are hard to follow. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** How much is told of each part; the page and the JSON have the rest. */
const SHOWN = { clues: 6, reasons: 3, trends: 6 } as const;

/** The review for a terminal: most important first, short, each statement ending in where it stands. */
export function reviewAsText(review: Review, { width = 80, colour = false }: TextOptions = {}): string {
  const paper = new Paper(Math.min(120, Math.max(40, width)), colour);
  const outline = outlineOf(review);
  head(paper, review);
  paper.section('What stands out');
  if (outline.questions.length === 0) paper.put([nothing(outline.overlooked.length > 0)]);
  for (const question of outline.questions) questionLines(paper, question);
  if (review.workUp) listed(paper, 'The tests together', [review.workUp]);
  overlooked(paper, outline);
  trends(paper, review.trends);
  listed(paper, 'Other steps', outline.otherSteps);
  listed(paper, risksTitle(review), review.risks);
  history(paper, review.summary);
  listed(paper, 'Limits', outline.limits);
  foot(paper, review);
  return paper.toString();
}

function head(paper: Paper, { patient, asOf, provenance, issues }: Review): void {
  const { name, id, sex, ageYears, birthDate } = patient;
  const { record } = provenance;
  const age = ageText(ageYears, birthDate, asOf);
  paper.spread(
    [`${name ?? `Patient ${id}`}, ${sex ?? 'sex unknown'}, ${age}`, 'bold'],
    `second read, ${asOfText(asOf, issues)}`,
  );
  const isDated = record.from && record.to && !isStandIn(record.to, issues);
  const span = isDated ? `, ${monthSpan(record.from ?? '', record.to ?? '')}` : '';
  paper.put([[`${plural(record.events, 'event')} and ${plural(record.notes, 'document')}${span}`, 'dim']]);
}

function overlooked(paper: Paper, { overlooked: clues }: Outline): void {
  if (clues.length === 0) return;
  paper.section('Overlooked', '(nothing later shows that it was done or explained)');
  for (const [index, clue] of clues.slice(0, SHOWN.clues).entries()) {
    const { first, rest } = headline(plainUnits(plainDates(clueText(clue))));
    const late = clue.overdueDays ?? 0;
    const overdue: Piece[] = late >= 14 ? [[` ${duration(late)} overdue`, 'warm']] : [];
    paper.put(
      [
        [first, 'bold'],
        ...(rest && index < SHOWN.reasons ? [` ${rest}`] : []),
        ...overdue,
        ' ',
        [label(clue.citations), 'dim'],
      ],
      '• ',
    );
  }
  const more = clues.slice(SHOWN.clues).map((clue) => headline(clueText(clue)).first.replace(/\.$/, ''));
  if (more.length > 0) paper.put([[`${plural(more.length, 'lesser one')}, in --format html`, 'dim']], '• ');
}

/** Columns of a drawing. */
const DRAWING = 16;

/** Names too long for a column, as clinicians write them. */
const SHORT: Readonly<Record<string, string>> = {
  'Estimated glomerular filtration rate': 'eGFR',
  'Erythrocyte sedimentation rate': 'ESR',
  'Thyroid-stimulating hormone': 'TSH',
  'Urine albumin to creatinine ratio': 'Urine ACR',
  'Urine protein to creatinine ratio': 'Urine PCR',
};
const shortOf = (name: string): string => SHORT[name] ?? name;

function trends(paper: Paper, items: readonly TrendStatement[]): void {
  if (items.length === 0) return;
  paper.section('Trends', '(median of the first and of the last results)');
  const shown = items.slice(0, SHOWN.trends);
  const column = Math.min(26, Math.max(...shown.map(({ name }) => shortOf(name).length)));
  for (const trend of shown) {
    const { name, direction, points } = trend;
    const bars = sparkline(points, DRAWING).map(({ sign, isOutside }): Piece => [sign, isOutside ? 'alarm' : 'accent']);
    const pad = ' '.repeat(Math.max(0, DRAWING - bars.length) + 2);
    const move = movement(trend);
    paper.put(
      [solid(`${shortOf(name).padEnd(column)}  `), ...bars, solid(pad), solid(move.first), ' ', solid(move.rest)],
      direction === 'rising' ? '↗ ' : '↘ ',
    );
  }
  const rest = items.slice(SHOWN.trends).map(({ name, direction }) => `${name} ${direction}`);
  if (rest.length > 0) paper.put([[`less marked: ${rest.join(', ')}`, 'dim']], '  ');
}

/** From where to where, and then when, as short as it can be said. */
function movement({ name, direction, text }: TrendStatement): { first: string; rest: string } {
  const lead = `${name} ${direction}: `;
  const says = (text.startsWith(lead) ? text.slice(lead.length) : text)
    .replace(/\.$/, '')
    .replace(/(?:\w{3} )?(\d{4}) to (?:\w{3} )?(\d{4})/, '$1–$2')
    .replace(', still inside the reference range', ', in range');
  const comma = says.indexOf(', ');
  return comma < 0 ? { first: says, rest: '' } : { first: says.slice(0, comma + 1), rest: says.slice(comma + 2) };
}

/** Text that is not broken at its spaces. */
const solid = (text: string): string => text.replaceAll(' ', '\u00a0');

function listed(paper: Paper, title: string, statements: Review['limits']): void {
  if (statements.length === 0) return;
  paper.section(title);
  for (const { text, citations } of statements)
    paper.put([plainDates(plainUnits(text)), ' ', [label(citations), 'dim']], '• ');
}

const HISTORY: readonly SummaryStatement['about'][] = [
  'medications',
  'allergies',
  'procedures',
  'family',
  'social',
  'past',
];

/** The history, problems in one paragraph; who the person is stands at the top. */
function history(paper: Paper, summary: readonly SummaryStatement[]): void {
  const problems = summary.filter(({ about }) => about === 'problems');
  const others = HISTORY.flatMap((part) => summary.filter(({ about }) => about === part));
  if (problems.length + others.length === 0) return;
  paper.section('History');
  if (problems.length > 0) {
    const names = problems.map(({ text }) => text.replace(/\.$/, '')).join('; ');
    paper.put([`Problems: ${names}. `, [label(problems.flatMap(({ citations }) => citations)), 'dim']], '• ');
  }
  for (const { text, citations } of others) paper.put([plainDates(text), ' ', [label(citations), 'dim']], '• ');
}

function foot(paper: Paper, { provenance, issues }: Review): void {
  const { prodrome, knowledge, model } = provenance;
  const faults = issues.filter(isFault).reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  if (faults > 0)
    paper.put([`${plural(faults, 'fault')} in the input; --format json lists each with its place.`], '• ');
  const trained = model ? `model ${model.name} ${model.version}` : 'no trained model';
  paper.gap();
  paper.put([
    [
      `Prodrome ${prodrome}, knowledge ${knowledge.version} (${plural(knowledge.conditions, 'condition')}), ${trained}. A second read for a clinician: not a diagnosis, not a device, not validated for care.`,
      'dim',
    ],
  ]);
}
