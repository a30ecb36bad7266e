/** Names by the column of a table that they stand in: "Date | Provider | Patient" and the rows under it. */
import { setOf } from '../sets.ts';
import { LINE, LOWER, MARK, PARAGRAPH, type Tokens, WORD } from '../tokens.ts';
import { CREDENTIALS, TITLES } from './words.ts';

/** Last words of a column's heading under which nothing but people stand. */
const PEOPLE = setOf(
  'name names surname forename firstname lastname patient provider physician clinician doctor nurse surgeon attending pcp consultant therapist author signer contact witness interpreter guarantor',
);
const MOST_WORDS = 3;

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** Marks the tokens of columns of people with 1. */
export function columnsOf(doc: Tokens, out: Uint8Array): void {
  let people: readonly number[] | undefined;
  let columns = 0;
  for (let from = 0; from < doc.length; ) {
    let to = from + 1;
    while (to < doc.length && (doc.gap[to] ?? 0) < LINE) to += 1;
    if ((doc.gap[from] ?? 0) === PARAGRAPH && from > 0) people = undefined;
    const cells = to - from < 60 ? cellsOf(doc, from, to) : [];
    const heading = cells.length > 1 ? headingOf(doc, cells) : undefined;
    if (heading !== undefined) [people, columns] = [heading, cells.length];
    else if (people !== undefined && cells.length === columns && !hasLabel(doc, from, to))
      for (const at of people) {
        const cell = cells[at];
        if (cell) mark(doc, cell, out);
      }
    else people = undefined;
    from = to;
  }
}

const hasLabel = (doc: Tokens, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (doc.lower[i] === ':' && doc.kind[i - 1] === WORD) return true;
  return false;
};

/** Cells are parted by a stroke, a tab or two spaces. */
function cellsOf(doc: Tokens, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let first = from;
  for (let i = from; i < to; i += 1) {
    const stroke = doc.lower[i] === '|';
    const parted = i > first && /^(?:\t|\s\s)/.test(doc.text.slice(doc.end[i - 1] ?? 0, doc.start[i] ?? 0));
    if (!stroke && !parted) continue;
    if (i > first) cells.push({ from: first, to: i });
    first = stroke ? i + 1 : i;
  }
  if (to > first) cells.push({ from: first, to });
  return cells;
}

/** The columns of people where every cell is a short heading without a number; undefined where it is no heading. */
function headingOf(doc: Tokens, cells: readonly Cell[]): readonly number[] | undefined {
  const people: number[] = [];
  for (const [at, { from, to }] of cells.entries()) {
    if (to - from > MOST_WORDS) return undefined;
    for (let i = from; i < to; i += 1)
      if (doc.kind[i] !== WORD && !/^[#/.&-]$/.test(doc.lower[i] ?? '')) return undefined;
    if (PEOPLE.has(doc.lower[to - 1] ?? '')) people.push(at);
  }
  return people.length > 0 ? people : undefined;
}

function mark(doc: Tokens, { from, to }: Cell, out: Uint8Array): void {
  if (to - from > 10) return;
  for (let i = from; i < to; i += 1) {
    if (doc.kind[i] === MARK) continue;
    if (doc.kind[i] !== WORD) return;
    const lower = doc.lower[i] ?? '';
    if (TITLES.has(lower) && to - from > 1 && i === from) continue;
    if (CREDENTIALS.has(lower) && i > from) continue;
    if (doc.shape[i] !== LOWER || doc.caseless || (doc.end[i] ?? 0) - (doc.start[i] ?? 0) <= 4) out[i] = 1;
  }
}
