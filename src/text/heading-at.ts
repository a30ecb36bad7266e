import { HEADINGS, type Heading } from './headings.ts';
import { BREAK, type Tokens, WORD } from './tokens.ts';

/** A heading found. */
export interface Found {
  readonly section: string;
  /** Token index after the heading. */
  readonly to: number;
  /** Told without colon: the section is this sentence alone. */
  readonly brief: boolean;
}

/** After these a word in capitals is no heading but the first of its sentence: "HISTORY OF STROKE". */
const GOES_ON = new Set(
  'of is was are were and with for in to the a as has had include includes shows showed at on by or no not'.split(' '),
);

/** Marks of plain-text layout (Markdown, underlined headings). */
const MARKUP = /^[*_#=~]$/;
const isMarkup = (tokens: Tokens, at: number): boolean =>
  at >= 0 && (MARKUP.test(tokens.low[at] ?? '') || (tokens.low[at] === '>' && tokens.end[at] === tokens.start[at + 1]));

/** The token after the marks, or the closing tag, that end a heading. */
function afterMarkup(tokens: Tokens, from: number): number {
  let at = from;
  while (MARKUP.test(tokens.low[at] ?? '') && tokens.start[at] === tokens.end[at - 1]) at++;
  if (tokens.low[at] === '<' && tokens.low[at + 1] === '/' && tokens.low[at + 3] === '>') at += 4;
  return at;
}

/** Whether a heading begins at a token, and where its text begins. */
export function headingAt(tokens: Tokens, at: number, lineStart: boolean): Found | undefined {
  const group = HEADINGS.get(tokens.low[at] ?? '');
  if (!group) return undefined;
  for (const heading of group) {
    let to = at;
    for (const word of heading.words) {
      if (tokens.low[to] !== word) {
        to = -1;
        break;
      }
      to++;
    }
    if (to < 0) continue;
    const found = afterHeading(tokens, at, to, heading, lineStart);
    if (found) return found;
  }
  return undefined;
}

function afterHeading(tokens: Tokens, at: number, to: number, heading: Heading, lineStart: boolean): Found | undefined {
  const section = heading.section;
  const next = tokens.low[to];
  if (next === ':' || next === ':-') return { section, to: afterMarkup(tokens, to + 1), brief: false };
  const closed = afterMarkup(tokens, to);
  if (closed > to && tokens.start[to] === tokens.end[to - 1]) {
    // "**Plan** start aspirin", "**Plan**:", "<b>Plan</b>": marks around the words make the heading.
    if (tokens.low[closed] === ':') return { section, to: closed + 1, brief: false };
    if (lineStart && isMarkup(tokens, at - 1)) return { section, to: closed, brief: false };
  }
  if (next === '[' || next === '(') {
    for (let ahead = to + 1; ahead < to + 7; ahead++) {
      if (tokens.low[ahead] === ']' || tokens.low[ahead] === ')') {
        if (tokens.low[ahead + 1] === ':') return { section, to: ahead + 2, brief: false };
        break;
      }
    }
  }
  const raw = tokens.text.slice(tokens.start[at], tokens.end[to - 1]);
  const capitals = raw === raw.toUpperCase();
  if (lineStart) {
    if (to >= tokens.size || tokens.kind[to] === BREAK)
      return raw.length > 1 ? { section, to, brief: false } : undefined;
    if (next === '-' && tokens.start[to] !== tokens.end[to - 1] && raw.length > 1)
      return { section, to: to + 1, brief: false };
    if (capitals && raw.length >= 4 && !heading.bare && !GOES_ON.has(next ?? '')) return { section, to, brief: false };
  }
  if (heading.bare && (capitals || /^[A-Z]/.test(raw)) && tokens.kind[to] === WORD) return { section, to, brief: true };
  return undefined;
}

/** Whether the line that begins at a token begins with a heading or a label with its colon. */
export function opensLine(tokens: Tokens, at: number): boolean {
  if (headingAt(tokens, at, true)) return true;
  for (let ahead = at + 1; ahead < at + 4; ahead++) if (tokens.low[ahead] === ':') return true;
  return false;
}
