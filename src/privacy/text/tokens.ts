/** A text cut into tokens, as parallel arrays: quick to make and to walk. Linear in the text. */
import type { WordList } from './lexicon/load.ts';
import { LOWER, type Stem, UPPER, vocabularyOf } from './vocabulary.ts';

export { CAMEL, LOWER, TITLE, UPPER } from './vocabulary.ts';

export const WORD = 1;
/** Digits alone. */
export const NUMBER = 2;
/** Letters and digits together: A1c, T12, AB123456. */
export const MIXED = 3;
export const MARK = 4;

/** What stands between a token and the one before: nothing, a space, a line break, an empty line. */
export const TIGHT = 0;
export const SPACE = 1;
export const LINE = 2;
export const PARAGRAPH = 3;

export interface Tokens {
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** Of words; 0 for other tokens. */
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  /** In lower case; a mark is itself. */
  readonly lower: readonly string[];
  /** What the word list says: lexicon/bits.ts. */
  readonly bits: Int32Array;
  /** Flags, role, hash and stem of vocabulary.ts; 0 and undefined for marks and numbers. */
  readonly flags: Uint8Array;
  readonly role: Uint8Array;
  readonly hash: Int32Array;
  readonly stems: readonly (Stem | undefined)[];
  /** 1 where the line that the token stands in is written in capitals. */
  readonly capitals: Uint8Array;
  /** 1 where a sentence, line or list item begins. */
  readonly opens: Uint8Array;
  /** The text has hardly a capital: dictation without a case. */
  readonly caseless: boolean;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const BLANK = 3;
const BREAK = 4;

/** Class of each UTF-16 unit; 255 where it was not yet asked for. */
const classes = new Uint8Array(65536).fill(255);

function classOf(unit: number): number {
  const known = classes[unit] ?? OTHER;
  if (known !== 255) return known;
  const char = String.fromCharCode(unit);
  let value = OTHER;
  if (unit >= 0xd800 && unit <= 0xdfff) value = OTHER;
  else if (unit === 0xad || unit === 0x200c || unit === 0x200d || /[\p{L}\p{M}]/u.test(char)) value = LETTER;
  else if (/\p{Nd}/u.test(char)) value = DIGIT;
  else if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 0x85) value = BREAK;
  else if (/\s/.test(char) || unit === 0x200b || unit === 0xfeff || unit === 0) value = BLANK;
  classes[unit] = value;
  return value;
}

const APOSTROPHES = new Set([0x27, 0x2019, 0x2bc, 0x60]);

/** What tokens are first written into; kept, for the arrays of a text are made once it is known how many tokens it has. */
class Scratch {
  readonly size: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly bits: Int32Array;
  readonly hash: Int32Array;
  readonly kind: Uint8Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  readonly flags: Uint8Array;
  readonly role: Uint8Array;
  constructor(size: number, buffer: ArrayBuffer = new ArrayBuffer(size * 21)) {
    this.size = size;
    const wide = (at: number) => new Int32Array(buffer, at * 4 * size, size);
    const narrow = (at: number) => new Uint8Array(buffer, 16 * size + at * size, size);
    [this.start, this.end, this.bits, this.hash] = [wide(0), wide(1), wide(2), wide(3)];
    [this.kind, this.shape, this.gap, this.flags, this.role] = [narrow(0), narrow(1), narrow(2), narrow(3), narrow(4)];
  }
  /** The first `n` tokens, by themselves. */
  cut(n: number): Scratch {
    const made = new Scratch(n);
    for (const name of ['start', 'end', 'bits', 'hash', 'kind', 'shape', 'gap', 'flags', 'role'] as const)
      made[name].set(this[name].subarray(0, n));
    return made;
  }
}

/** Texts up to this length share one scratch. */
const SHARED = 1 << 16;
let shared: Scratch | undefined;

function scratchFor(length: number): Scratch {
  if (length > SHARED) return new Scratch(length);
  shared ??= new Scratch(SHARED);
  return shared;
}

/** Cuts a text (with its markup masked) into tokens. A possessive 's is a token of its own; a hyphen parts words. */
export function tokensOf(text: string, words: WordList): Tokens {
  const scratch = scratchFor(text.length + 1);
  const { start, end, kind, shape, gap, bits, flags, role, hash: hashes } = scratch;
  const stems: (Stem | undefined)[] = [];
  const vocabulary = vocabularyOf(words);
  const lower: string[] = [];
  let n = 0;
  let space = LINE;

  const push = (from: number, to: number, what: number) => {
    const word = text.slice(from, to);
    start[n] = from;
    end[n] = to;
    kind[n] = what;
    gap[n] = space;
    if (what === WORD || what === MIXED) {
      const info = vocabulary.of(word);
      lower.push(info.lower);
      stems.push(info.stem);
      flags[n] = info.flags;
      if (what === WORD) {
        shape[n] = info.shape;
        bits[n] = info.bits;
        role[n] = info.role;
        hashes[n] = info.hash;
      } else {
        shape[n] = 0;
        bits[n] = 0;
        role[n] = 0;
        hashes[n] = 0;
      }
    } else {
      flags[n] = 0;
      shape[n] = 0;
      bits[n] = 0;
      role[n] = 0;
      hashes[n] = 0;
      lower.push(word);
      stems.push(undefined);
    }
    n += 1;
    space = TIGHT;
  };

  for (let at = 0; at < text.length; ) {
    const what = classOf(text.charCodeAt(at));
    if (what === BLANK) {
      if (space === TIGHT) space = SPACE;
      at += 1;
    } else if (what === BREAK) {
      if (!(text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10)) {
        space = space >= LINE && n > 0 ? PARAGRAPH : LINE;
      }
      at += 1;
    } else if (what === OTHER) {
      push(at, at + 1, MARK);
      at += 1;
    } else {
      let to = at + 1;
      let letters = what === LETTER;
      let digits = what === DIGIT;
      for (; to < text.length; to += 1) {
        const next = classOf(text.charCodeAt(to));
        if (next === LETTER) letters = true;
        else if (next === DIGIT) digits = true;
        else if (letters && !digits && APOSTROPHES.has(text.charCodeAt(to)) && joins(text, at, to)) continue;
        else break;
      }
      push(at, to, letters ? (digits ? MIXED : WORD) : NUMBER);
      at = to;
    }
  }
  const cut = scratch.cut(n);
  return {
    text,
    length: n,
    start: cut.start,
    end: cut.end,
    gap: cut.gap,
    kind: cut.kind,
    shape: cut.shape,
    lower,
    bits: cut.bits,
    flags: cut.flags,
    role: cut.role,
    hash: cut.hash,
    stems,
    ...linesOf(cut.kind, cut.shape, cut.gap, n, cut),
    opens: openings(cut.kind, cut.gap, lower, n),
  };
}

/** Whether an apostrophe stands inside a word (O'Brien, don't), not before a possessive s. */
function joins(text: string, from: number, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (classOf(next) !== LETTER) return false;
  const possessive = (next === 0x73 || next === 0x53) && classOf(text.charCodeAt(at + 2)) !== LETTER;
  return !possessive || at === from;
}

/** Which lines are in capitals, and whether the whole text has no case to go by. */
function linesOf(
  kind: Uint8Array,
  shape: Uint8Array,
  gap: Uint8Array,
  n: number,
  { start, end }: Pick<Tokens, 'start' | 'end'>,
) {
  const capitals = new Uint8Array(n);
  let words = 0;
  let titled = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && (gap[to] ?? 0) < LINE) to += 1;
    let upper = 0;
    let other = 0;
    for (let i = from; i < to; i += 1) {
      if (kind[i] !== WORD || (end[i] ?? 0) - (start[i] ?? 0) < 2) continue;
      words += 1;
      if (shape[i] === UPPER) upper += 1;
      else other += 1;
      if (shape[i] !== LOWER) titled += 1;
    }
    if (upper >= 1 && upper >= 4 * other) capitals.fill(1, from, to);
    from = to;
  }
  return { capitals, caseless: words >= 6 && titled <= words * 0.02 };
}

function openings(kind: Uint8Array, gap: Uint8Array, lower: readonly string[], n: number): Uint8Array {
  const opens = new Uint8Array(n);
  let open = true;
  for (let i = 0; i < n; i += 1) {
    if ((gap[i] ?? 0) >= LINE) open = true;
    if (kind[i] === MARK) {
      const mark = lower[i] ?? '';
      if (mark === '.' && kind[i - 1] === WORD && (lower[i - 1] ?? '').length === 1 && (lower[i - 1] ?? '') !== 'i')
        open = false;
      else if ('.?!:;'.includes(mark)) open = true;
      else if (
        mark === '-' ||
        mark === '*' ||
        mark === '•' ||
        mark === '>' ||
        mark === '"' ||
        mark === '“' ||
        mark === '(' ||
        mark === '#'
      )
        continue;
      else if (mark === ',') open = false;
    } else if (kind[i] === NUMBER && open && i + 1 < n && (lower[i + 1] === '.' || lower[i + 1] === ')')) {
      open = true;
    } else {
      if (open) opens[i] = 1;
      open = false;
    }
  }
  return opens;
}
