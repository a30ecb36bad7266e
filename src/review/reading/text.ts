import { type Paint, Paper, type Piece } from '../text/paper.ts';
import { dayOf, plural } from '../words.ts';
import { LOOKS, type Look, type Mark, marksOf, piecesOf } from './marks.ts';
import type { Reading } from './reading.ts';

const PAINT: Readonly<Record<Look, Paint>> = {
  present: 'accent',
  possible: 'warm',
  absent: 'dim',
  past: 'dim',
  other: 'dim',
  value: 'bold',
  asked: 'alarm',
  listed: 'accent',
};

/** Readings for a terminal: a legend, each text with its marks in brackets, and a list. The signs say it all without colour. */
export function readingsAsText(
  readings: readonly Reading[],
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const paper = new Paper(width, colour);
  paper.put(legend());
  for (const reading of readings) put(paper, reading);
  return paper.toString();
}

const legend = (): Piece[] =>
  Object.entries(LOOKS).flatMap(([look, { sign, says }], index): Piece[] => [
    index > 0 ? '  ' : '',
    [`[${sign}`, PAINT[look as Look]],
    [` ${says}]`, PAINT[look as Look]],
  ]);

function put(paper: Paper, reading: Reading): void {
  const { title, kind, day, text } = reading;
  const marks = marksOf(reading);
  paper.section(
    title,
    [kind === 'note' ? 'read as a note' : `read as a ${kind} report`, day && dayOf(day)].filter(Boolean).join(', '),
  );
  for (const line of linesOf(text, marks)) paper.put(line);
  const groups = Map.groupBy(marks, ({ look }) => look);
  for (const [look, { says }] of Object.entries(LOOKS)) {
    const own = groups.get(look as Look) ?? [];
    if (own.length === 0) continue;
    paper.section(`${says.charAt(0).toUpperCase()}${says.slice(1)}`, String(own.length));
    for (const { name, how } of once(own)) paper.put([name, [`  ${how}`, 'dim']], '  ');
  }
  if (marks.length === 0) paper.put(['Nothing was recognised in this text.']);
  for (const remark of reading.remarks) paper.put([[remark, 'dim']], '• ');
  if (reading.sections.length > 0) {
    paper.section('Sections', plural(reading.sections.length, 'heading'));
    paper.put([reading.sections.map(({ name }) => name.replaceAll('-', ' ')).join(', ')], '  ');
  }
}

function once(marks: readonly Mark[]): Mark[] {
  const seen = new Set<string>();
  return marks.filter(({ name, how }) => seen.size !== seen.add(`${name} ${how}`).size);
}

/** The lines of a text, its marks in brackets with their signs. */
function linesOf(text: string, marks: readonly Mark[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const add = (words: string, paint?: Paint) => {
    words.split(/\r\n|[\n\r]/).forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(paint ? [part, paint] : part);
    });
  };
  for (const { span, marks: own } of piecesOf(text.length, marks)) {
    const words = text.slice(...span);
    const [first] = own;
    if (!first) add(words);
    else add(`[${signsOf(own)} ${words.trim()}]${/\s$/.test(words) ? ' ' : ''}`, PAINT[first.look]);
  }
  return lines;
}

/** The different signs of a stretch, as few as tell it. */
const signsOf = (marks: readonly Mark[]): string => [...new Set(marks.map(({ look }) => LOOKS[look].sign))].join('');
