import type { Source } from '../chart/index.ts';
import type { HypothesisStatement, Review, Statement, StepStatement, TrendStatement } from './review.ts';
import { sparkline } from './sparkline.ts';
import { dayOf, figure, percent, plural, unitText } from './words.ts';

export interface TextOptions {
  /** Columns to fold to; 80 by default. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** The review for a terminal or a printer: short, ordered by what matters, each line ending in its sources. */
export function reviewAsText(review: Review, { width = 80, colour = false }: TextOptions = {}): string {
  const page = new Page(Math.max(40, width), colour);
  head(page, review);
  const raised = review.differential.filter((each) => !each.documented);
  page.section('Worth a look', raised.length === 0 && review.clues.length === 0 ? 'nothing that stands out' : '');
  for (const clue of review.clues) page.bullet(clue.text, sources(clue));
  if (raised.length > 0) {
    page.section('Could be');
    for (const [index, hypothesis] of raised.entries()) hypothesisLines(page, hypothesis, index + 1);
  }
  if (review.trends.length > 0) {
    page.section('Trends');
    for (const trend of review.trends.slice(0, SHOWN_TRENDS)) trendLines(page, trend);
    const rest = review.trends.slice(SHOWN_TRENDS).map((trend) => `${trend.name} ${trend.direction}`);
    if (rest.length > 0) page.bullet(`Less marked: ${rest.join(', ')}.`, '');
  }
  if (review.risks.length > 0) {
    page.section('Risks');
    for (const risk of review.risks) page.bullet(risk.text, sources(risk));
  }
  if (review.nextSteps.length > 0) {
    page.section('Next steps');
    for (const step of review.nextSteps) page.bullet(step.text, sources(step), MARK[step.verdict]);
  }
  if (review.options.length > 0) {
    page.section('Options, yours to accept, reject or refine');
    for (const option of review.options) {
      const cautions = option.cautions.length > 0 ? ` Not with: ${option.cautions.join('; ')}.` : '';
      page.bullet(option.text + cautions, sources(option), '[ ]');
    }
  }
  page.section('History');
  for (const line of review.summary) page.bullet(line.text, sources(line));
  page.section('Limits');
  for (const limit of review.limits) page.bullet(limit.text, '');
  if (review.issues.length > 0) {
    const count = review.issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
    page.bullet(`${plural(count, 'fault')} in the input; --format json lists each with its place.`, '');
  }
  foot(page, review);
  return page.toString();
}

/** How many trends are drawn; the others are named. */
const SHOWN_TRENDS = 7;

const MUST_NOT_BE_MISSED = 'must not be missed';

const MARK: Record<StepStatement['verdict'], string> = { propose: '→', answered: '✓', redundant: '×' };

function head(page: Page, { patient, asOf }: Review): void {
  const age = patient.ageYears === undefined ? '' : `, ${patient.ageYears} years`;
  const name = `${patient.name ?? `Patient ${patient.id}`}${age}${patient.sex ? `, ${patient.sex}` : ''}`;
  page.fold(name, '', (text) => page.bold(text));
  page.line(page.dim(`Second read as of ${dayOf(asOf)}`));
}

function hypothesisLines(page: Page, hypothesis: HypothesisStatement, rank: number): void {
  const { name } = hypothesis.condition;
  const alarm = hypothesis.mustNotMiss ? MUST_NOT_BE_MISSED : '';
  page.fold(`${rank}. ${name}  ${percent(hypothesis.posterior)} ${alarm}`.trimEnd(), '', (text) =>
    text.replace(name, page.bold).replace(MUST_NOT_BE_MISSED, page.red),
  );
  const shown = hypothesis.contributions.filter((each) => Math.abs(each.logOdds) >= 0.1).slice(0, 8);
  for (const { finding, logOdds, evidence, citations } of shown) {
    const sign = logOdds > 0 ? '+' : '−';
    const more = citations.length > 1 ? ` (${citations.length} sources)` : '';
    page.bullet(`${finding}: ${evidence}${more}`, '', `  ${sign}${Math.abs(logOdds).toFixed(1)}`);
  }
}

function trendLines(page: Page, trend: TrendStatement): void {
  page.bullet(trend.text, sources(trend), trend.direction === 'rising' ? '↗' : '↘');
  const values = trend.points.map((point) => point.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  page.line(
    `    ${sparkline(trend.points, page.width - 30)}  ${page.dim(`${figure(least)}–${figure(most)} ${unitText(trend.unit)}`)}`,
  );
}

function foot(page: Page, { provenance }: Review): void {
  page.line('');
  const model = provenance.model ? `model ${provenance.model.name} ${provenance.model.version}` : 'no trained model';
  const { version, conditions } = provenance.knowledge;
  page.fold(
    `Prodrome ${provenance.prodrome}, knowledge ${version} (${plural(conditions, 'condition')}), ${model}. A second read for a clinician; not a diagnosis, not a device.`,
    '',
    (text) => page.dim(text),
  );
}

/** Where it stands: the newest two sources, and how many more. */
function sources({ citations }: Statement): string {
  const shown = citations.slice(-2).map(place);
  const more = citations.length - shown.length;
  return `[${shown.join(', ')}${more > 0 ? `, +${more}` : ''}]`;
}

function place({ resourceType, id, span }: Source): string {
  return `${resourceType}/${id.slice(0, 8)}${span ? `:${span[0]}` : ''}`;
}

/** Lines folded to a width, with or without colour. */
class Page {
  readonly width: number;
  private readonly colour: boolean;
  private readonly lines: string[] = [];

  constructor(width: number, colour: boolean) {
    this.width = width;
    this.colour = colour;
  }

  bold = (text: string): string => this.paint('1', text);
  dim = (text: string): string => this.paint('2', text);
  red = (text: string): string => this.paint('31', text);

  line(text: string): void {
    this.lines.push(text);
  }

  section(title: string, remark = ''): void {
    this.line('');
    this.fold(remark ? `${title}: ${remark}` : title, '', (text) =>
      text.replace(title, (all) => this.paint('1;36', all)),
    );
  }

  bullet(text: string, source: string, mark = '•'): void {
    const indent = ' '.repeat(mark.length + 3);
    const [first = '', ...rest] = fold(`${text}${source ? ` ${source}` : ''}`, this.width - indent.length);
    const paintSource = (line: string) =>
      source ? line.replace(/\[[^\]]*\]?$|^[^[]*\]$/, (all) => this.dim(all)) : line;
    this.line(`  ${mark} ${paintSource(first)}`);
    for (const line of rest) this.line(indent + paintSource(line));
  }

  fold(text: string, indent: string, paint: (text: string) => string): void {
    for (const line of fold(text, this.width - indent.length)) this.line(indent + paint(line));
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private paint(code: string, text: string): string {
    return this.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

/** What a record could hold to command a terminal: escape and other control characters, and marks that turn text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const COMMANDING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Breaks text at spaces into lines of at most `width` characters, without anything that a terminal would obey. */
function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(COMMANDING, ' ').split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
