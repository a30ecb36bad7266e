import { BREAK, MARK, type Tokens, WORD } from './tokens.ts';

/** Tokens [from, to) between commas, semicolons, spaced dashes; `dash`: a dash stands before it. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly dash: boolean;
}

const NEW_VERB = new Set(
  'repeat recheck rpt refer check review follow monitor recommend suggest advise consider arrange order schedule obtain gp pcp send see ask'.split(
    ' ',
  ),
);

/** Cuts a sentence at commas, semicolons, colons, spaced dashes and "and" before a new action; not inside brackets. */
export function clausesOf(tokens: Tokens, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  let depth = 0;
  let dashed = false;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    const mark = tokens.kind[at] === MARK;
    if (mark && (low === '(' || low === '[')) depth++;
    else if (mark && (low === ')' || low === ']')) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const dash = mark && (low === '-' || low === '->') && isApart(tokens, at);
    const splits = dash || (mark && (low === ',' || low === ';' || low === ':' || low === '.'));
    const verb = low === 'and' && NEW_VERB.has(tokens.low[at + 1] ?? '');
    if (splits || verb || (tokens.kind[at] === BREAK && low !== '\n')) {
      if (at > start) clauses.push({ from: start, to: at, dash: dashed });
      dashed = dash;
      start = at + 1;
    }
  }
  if (to > start) clauses.push({ from: start, to, dash: dashed });
  return clauses;
}

const isApart = (tokens: Tokens, at: number): boolean =>
  (tokens.start[at] ?? 0) > (tokens.end[at - 1] ?? 0) && (tokens.start[at + 1] ?? 0) > (tokens.end[at] ?? 0);

const OPENERS = new Set(['and', 'then', 'also', 'plan', 'p']);

/** The first telling word of a clause. */
export function firstWord(tokens: Tokens, clause: Clause): number {
  let at = clause.from;
  while (at < clause.to && (tokens.kind[at] !== WORD || OPENERS.has(tokens.low[at] ?? ''))) at++;
  return at;
}
