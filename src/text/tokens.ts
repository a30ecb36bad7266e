import { hashOn, interned, knownWord } from './word-table.ts';

/** Kinds of token. Runs of one and the same punctuation mark are one token, and so are runs of line breaks. */
export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;
export const BREAK = 4;

/**
 * A text cut into tokens, as parallel arrays. `start` and `end` are UTF-16 offsets in the text; `low` is the token in lower
 * case with typographic quotes, dashes and arrows made plain. Words longer than {@link LONGEST} keep their span and an empty `low`.
 */
export interface Tokens {
  readonly text: string;
  readonly size: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly low: readonly string[];
}

export const LONGEST = 40;

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
const LINE = 4;

const ascii = new Uint8Array(128).fill(OTHER);
for (let code = 0; code < 33; code++) ascii[code] = SPACE;
for (let code = 48; code < 58; code++) ascii[code] = DIGIT;
for (let code = 65; code < 91; code++) {
  ascii[code] = LETTER;
  ascii[code + 32] = LETTER;
}
ascii[10] = ascii[12] = ascii[13] = LINE;
ascii[127] = SPACE;

/** Punctuation of other scripts: Arabic, Hebrew, Devanagari, full-width. */
const FOREIGN_MARK = /^\p{P}$/u;

function classOf(code: number): number {
  if (code < 128) return ascii[code] as number;
  if (code === 0xa0 || code === 0xad || code === 0xfeff || code === 0xfffd || (code >= 0x80 && code < 0xa0))
    return SPACE;
  if (code < 0xc0) return code === 0xb5 || code === 0xaa ? LETTER : OTHER;
  if (code === 0xd7 || code === 0xf7) return OTHER;
  if (code === 0x2028 || code === 0x2029) return LINE;
  if (code >= 0x2000 && code <= 0x200f) return SPACE;
  if (code >= 0x2010 && code <= 0x2bff) return code >= 0x2028 && code <= 0x202f ? SPACE : OTHER;
  if (code === 0x3000) return SPACE;
  if (code >= 0x3001 && code <= 0x303f) return OTHER;
  if (code >= 0xd800 && code <= 0xf8ff) return OTHER;
  if (code < 0x37e) return LETTER;
  return FOREIGN_MARK.test(String.fromCharCode(code)) ? OTHER : LETTER;
}

/** Plain forms of typographic marks. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2022': '*',
  '\u00b7': '*',
  '\u25cf': '*',
  '\u25aa': '*',
  '\u2192': '->',
  '\u2193': '↓',
  '\u2191': '↑',
  '\u00d7': 'x',
  '\u2264': '<=',
  '\u2265': '>=',
  '\uff0c': ',',
  '\u3001': ',',
  '\u060c': ',',
  '\u3002': '.',
  '\uff0e': '.',
  '\u06d4': '.',
  '\u0964': '.',
  '\uff1a': ':',
  '\uff1b': ';',
  '\u061b': ';',
  '\uff1f': '?',
  '\u061f': '?',
  '\uff08': '(',
  '\uff09': ')',
};

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** Whether these words stand at a token, one after another. */
export function standsAt(tokens: Tokens, at: number, words: readonly string[]): boolean {
  // The first is the word by which they were looked up; the second tells most of them apart.
  for (let index = 1; index < words.length; index++) if (tokens.low[at + index] !== words[index]) return false;
  return tokens.low[at] === words[0];
}

/** Cuts a text into tokens in one pass. Never throws; every character is in one token or is white space. */
export function tokenise(text: string): Tokens {
  const length = text.length;
  let capacity = Math.max(16, (length >> 2) + 8);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let kind = new Uint8Array(capacity);
  const low: string[] = [];
  let size = 0;

  const push = (from: number, to: number, what: number, lower: string): void => {
    if (size === capacity) {
      capacity *= 2;
      start = grown(start, new Int32Array(capacity));
      end = grown(end, new Int32Array(capacity));
      kind = grown(kind, new Uint8Array(capacity));
    }
    start[size] = from;
    end[size] = to;
    kind[size] = what;
    low.push(lower);
    size++;
  };

  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const sort = classOf(code);
    const from = at;
    if (sort === SPACE) {
      at++;
    } else if (sort === LETTER) {
      at = endOfWord(text, at, length);
      push(from, at, WORD, at - from > LONGEST ? '' : plainWord(text, from, at));
    } else if (sort === DIGIT || (code === 46 && startsDecimal(text, at))) {
      at = endOfNumber(text, at, length);
      push(from, at, NUMBER, at - from > LONGEST ? '' : plainWord(text, from, at));
    } else if (sort === LINE) {
      let lines = 0;
      let ahead = at;
      while (ahead < length) {
        const next = text.charCodeAt(ahead);
        const what = classOf(next);
        if (what === LINE) {
          if (!(next === 10 && ahead > 0 && text.charCodeAt(ahead - 1) === 13)) lines++;
          at = ahead + 1;
        } else if (what !== SPACE) break;
        ahead++;
      }
      push(from, at, BREAK, lines > 1 ? '\n\n' : '\n');
      at = Math.max(at, ahead);
    } else {
      at++;
      if (code === 45 && text.charCodeAt(at) === 62) {
        at++;
        push(from, at, MARK, '->');
      } else if ((code === 60 || code === 62) && text.charCodeAt(at) === 61) {
        at++;
        push(from, at, MARK, text.slice(from, at));
      } else {
        while (at < length && text.charCodeAt(at) === code) at++;
        const mark = text.charAt(from);
        push(from, at, MARK, PLAIN[mark] ?? mark);
      }
    }
  }
  return { text, size, start, end, kind, low };
}

function grown<T extends Int32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function plainWord(text: string, from: number, to: number): string {
  let hash = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return interned(text.slice(from, to).toLowerCase().replaceAll('\u2019', "'"));
    hash = hashOn(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return knownWord(text, from, to, hash);
}

/** Letters and the digits and inner apostrophes that follow them: `HbA1c`, `B12`, `don't`. */
function endOfWord(text: string, from: number, length: number): number {
  let at = from + 1;
  while (at < length) {
    const code = text.charCodeAt(at);
    const sort = classOf(code);
    if (sort === LETTER || sort === DIGIT) at++;
    else if (isApostrophe(code) && at + 1 < length && classOf(text.charCodeAt(at + 1)) === LETTER) at += 2;
    else break;
  }
  return at;
}

/** `.84`: a point that begins a number, not one that ends a sentence or a word. */
function startsDecimal(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (!(next >= 48 && next <= 57)) return false;
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  return classOf(before) === SPACE || classOf(before) === LINE || before === 40 || before === 60 || before === 62;
}

/** Digits with one decimal point, or with thousands in groups of three after commas. */
function endOfNumber(text: string, from: number, length: number): number {
  let at = from;
  let point = false;
  const digit = (index: number): boolean => {
    const code = text.charCodeAt(index);
    return code >= 48 && code <= 57;
  };
  while (at < length) {
    if (digit(at)) at++;
    else if (text.charCodeAt(at) === 46 && !point && digit(at + 1)) {
      point = true;
      at++;
    } else if (
      text.charCodeAt(at) === 44 &&
      !point &&
      at - from <= 3 &&
      digit(at + 1) &&
      digit(at + 2) &&
      digit(at + 3) &&
      !digit(at + 4)
    ) {
      at += 4;
    } else break;
  }
  return at;
}
