import { HEADINGS, type Heading, isLong, SYSTEM_LABELS } from './headings.ts';
import type { Span } from './mention.ts';
import { endsSentence, isSoftBreak } from './sentences.ts';
import { BREAK, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** A stretch of text under one heading. `span` is without the heading, `heading` is its own span. */
export interface Section {
  readonly name: string;
  readonly heading?: Span;
  readonly span: Span;
}

/** A sentence as token indices [from, to), heading words left out. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly section: string | undefined;
  /** First sentence under its heading. */
  readonly first: boolean;
  /** The label of a body system that opens it ("GU: no stones"), as token index after the label; else `from`. */
  readonly body: number;
}

export interface Structure {
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
}

/** No sentence is longer, in tokens: work on one sentence is bounded whatever the text is. */
export const LONGEST_SENTENCE = 240;

interface Found {
  readonly section: string;
  /** Token index after the heading. */
  readonly to: number;
  /** Told without colon: the section is this sentence alone. */
  readonly brief: boolean;
}

/** Cuts tokens into sections and sentences. One pass; `fallback` is the section of text under no heading. */
export function structureOf(tokens: Tokens, fallback: string | undefined): Structure {
  const sections: Section[] = [];
  const sentences: Sentence[] = [];
  let section = fallback;
  let open: { name: string; heading: Span; from: number; inline: boolean; brief: boolean } | undefined;
  let first = false;
  let from = 0;

  const close = (token: number): void => {
    if (open) {
      const end = token > 0 ? (tokens.end[token - 1] ?? 0) : 0;
      sections.push({ name: open.name, heading: open.heading, span: [open.from, Math.max(open.from, end)] });
      open = undefined;
    }
  };
  const endSentence = (to: number): void => {
    let start = from;
    while (start < to && tokens.kind[start] === BREAK) start++;
    let stop = to;
    while (stop > start && tokens.kind[stop - 1] === BREAK) stop--;
    if (stop > start) {
      sentences.push({ from: start, to: stop, section, first, body: afterLabel(tokens, start, stop) });
      first = false;
      if (open?.brief) {
        close(to);
        section = fallback;
      }
    }
    from = to;
  };

  let lineStart = true;
  let unitStart = true;
  for (let at = 0; at < tokens.size; at++) {
    if (unitStart && tokens.kind[at] === WORD) {
      const found = headingAt(tokens, at, lineStart);
      if (found) {
        endSentence(at);
        close(at);
        section = found.section;
        first = true;
        const last = found.to - 1;
        const inline = !(found.to >= tokens.size || tokens.kind[found.to] === BREAK);
        open = {
          name: section,
          heading: [tokens.start[at] ?? 0, tokens.end[last] ?? 0],
          from: tokens.end[last] ?? 0,
          inline,
          brief: found.brief,
        };
        from = found.to;
        at = last;
        lineStart = false;
        unitStart = true;
        continue;
      }
    }
    const kind = tokens.kind[at];
    if (kind === BREAK) {
      if (from < at && isSoftBreak(tokens, at) && !opensLine(tokens, at + 1)) {
        lineStart = false;
        unitStart = false;
        continue;
      }
      endSentence(at + 1);
      if (open?.inline && !open.brief && endsWithLine(tokens, at, open.name)) {
        close(at);
        section = fallback;
      }
      lineStart = true;
      unitStart = true;
      continue;
    }
    if (kind === MARK && endsSentence(tokens, at)) {
      let to = at + 1;
      while (
        to < tokens.size &&
        tokens.kind[to] === MARK &&
        isCloser(tokens.low[to]) &&
        tokens.start[to] === tokens.end[to - 1]
      )
        to++;
      endSentence(to);
      at = to - 1;
      lineStart = false;
      unitStart = true;
      continue;
    }
    if (at - from >= LONGEST_SENTENCE) {
      endSentence(at + 1);
      unitStart = true;
      continue;
    }
    if (lineStart && (kind === MARK || kind === NUMBER)) {
      unitStart = true;
    } else {
      const low = tokens.low[at];
      unitStart =
        kind === MARK &&
        (low === ';' || low === ',' || low === ')' || low === '-' || low === '.' || low === '[' || low === ']');
      lineStart = false;
    }
  }
  endSentence(tokens.size);
  close(tokens.size);
  return { sections, sentences };
}

const isCloser = (low: string | undefined): boolean => low === '"' || low === "'" || low === ')' || low === ']';

/** Whether a heading begins at a token, and where its text begins. */
function headingAt(tokens: Tokens, at: number, lineStart: boolean): Found | undefined {
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
  if (next === ':' || next === ':-') return { section, to: to + 1, brief: false };
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
function opensLine(tokens: Tokens, at: number): boolean {
  if (headingAt(tokens, at, true)) return true;
  for (let ahead = at + 1; ahead < at + 4; ahead++) if (tokens.low[ahead] === ':') return true;
  return false;
}

/** After these a word in capitals is no heading but the first of its sentence: "HISTORY OF STROKE". */
const GOES_ON = new Set(
  'of is was are were and with for in to the a as has had include includes shows showed at on by or no not'.split(' '),
);

/** A background section told on the line of its heading ends with that line, unless the next line is visibly its continuation. */
function endsWithLine(tokens: Tokens, at: number, section: string): boolean {
  const next = at + 1;
  if (next >= tokens.size) return true;
  const low = tokens.low[next] ?? '';
  if (tokens.kind[next] === MARK && (low === '*' || low === '-' || low === '#')) return false;
  if (tokens.kind[next] === NUMBER && (tokens.low[next + 1] === '.' || tokens.low[next + 1] === ')')) return false;
  if (section === 'review-of-systems' || section === 'examination') {
    if (SYSTEM_LABELS.has(low)) return false;
  }
  if (isLong(section) && section !== 'indication') return false;
  return true;
}

/** Index after the label of a body system at the start of a sentence ("GU:", "CV -", "Neuro"), else `from`. */
function afterLabel(tokens: Tokens, from: number, to: number): number {
  if (tokens.kind[from] !== WORD || !SYSTEM_LABELS.has(tokens.low[from] ?? '')) return from;
  if (from + 1 < to && tokens.low[from + 1] === ':') return from + 2;
  return from;
}
