import { headingAt, opensLine } from './heading-at.ts';
import { isLong, SYSTEM_LABELS } from './headings.ts';
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
    if (stop > start && hasWord(tokens, start, stop)) {
      sentences.push({ from: start, to: stop, section, first, body: afterLabel(tokens, start, stop) });
      first = false;
      if (open?.brief && !(PREAMBLE.has(open.name) && asksOn(tokens, to))) {
        close(to);
        section = fallback;
      }
    }
    from = to;
  };

  let lineStart = true;
  let unitStart = true;
  for (let at = 0; at < tokens.size; at++) {
    if (lineStart && from === at && tokens.low[at] === '<') {
      const end = tagEnd(tokens, at);
      if (end !== undefined) {
        from = end + 1;
        at = end;
        continue;
      }
    }
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
          brief: found.brief || (inline && fallback === 'findings' && PREAMBLE.has(section)),
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

/** What a report says before its findings; told on one line with them, each holds for its sentence. */
const PREAMBLE = new Set(['indication', 'comparison', 'technique', 'history']);
const ASKS = /^(?:\?|rule|query|eval|evaluate|please|hx|history|known|assess|exclude)$/;

/** "Indication: cough. ?pneumonia": the next sentence asks as well. */
const asksOn = (tokens: Tokens, at: number): boolean =>
  tokens.kind[at] !== BREAK &&
  (ASKS.test(tokens.low[at] ?? '') || (tokens.low[at] === 'r' && tokens.low[at + 1] === '/'));

/** The last token of a bare tag of HTML that begins at a token: `<p>`, `</div>`. */
function tagEnd(tokens: Tokens, at: number): number | undefined {
  const name = tokens.low[at + 1] === '/' ? at + 2 : at + 1;
  return tokens.kind[name] === WORD && tokens.low[name + 1] === '>' ? name + 1 : undefined;
}

/** Marks alone are no sentence. */
function hasWord(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.kind[at] === WORD || tokens.kind[at] === NUMBER) return true;
  return false;
}

const isCloser = (low: string | undefined): boolean => low === '"' || low === "'" || low === ')' || low === ']';

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
