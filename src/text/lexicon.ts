import type { AbbreviationSenses } from './abbreviations.ts';
import type { LexiconEntry, SiteOf } from './mention.ts';
import { type Piece, Vocabulary } from './pieces.ts';
import { stemOf } from './words.ts';

/** Terms of a layer contend for the words of a text with one another; see {@link LexiconEntry.yields}. */
export const FIRM = 0;
export const YIELDING = 1;
export const SITE = 2;
export type Layer = typeof FIRM | typeof YIELDING | typeof SITE;

/** One way to write one term, in stems. */
export interface Pattern {
  readonly concepts: readonly string[];
  /** Stem ids, in the order of the term, without link words. */
  readonly words: readonly number[];
  /** For a word in capitals the exact spelling that is asked for, else undefined. */
  readonly exact: readonly (string | undefined)[] | undefined;
  /** Index in `words` of the rarest word: the pattern is looked up by it. */
  readonly anchor: number;
  /** For a term of one short word, the forms that count: inflection of so short a word would be another ("fit", "fitted"). */
  readonly forms: readonly string[] | undefined;
  /** Marks that the term asks for: `20/day`, `protein 2+`, `AST > ALT`, `1:160`. */
  readonly marks: readonly Mark[] | undefined;
  /** True when the words may stand in any order. */
  readonly free: boolean;
  readonly layer: Layer;
  /** Those of the concepts that stand beside a longer term: see {@link LexiconEntry.apart}. */
  readonly apart: ReadonlySet<string>;
  /** Of an anatomical site. */
  readonly site: SiteOf | undefined;
}

/** A mark after the word with this index (-1: before the first), as often as the term has it. */
export interface Mark {
  readonly after: number;
  readonly mark: string;
  readonly length: number;
}

type Draft = { -readonly [key in keyof Pattern]: Pattern[key] } & { concepts: string[] };

/** Patterns that are looked up by one stem. */
export interface Filed {
  readonly patterns: readonly Pattern[];
  /** For each of them the rarest of its other stems, or the stem itself: where that is not in the sentence, the pattern is not. */
  readonly others: Int32Array;
}

/** Compiled terms; opaque to callers. */
export interface Lexicon {
  readonly stems: ReadonlyMap<string, number>;
  /** The patterns that are looked up by a stem; made when first asked for. */
  readonly filedAt: (stem: number) => Filed;
  /** Entries that no text can match: without a letter, or too long. */
  readonly unusable: readonly LexiconEntry[];
  readonly senses: AbbreviationSenses;
}

/** How an entry is written: as it stands, or as one word for two, or as two for one. */
const PLAIN = 0;
const JOINED = 1;
const PARTED = 2;

/**
 * Compiles terms for {@link readNote}. Terms match with inflection, hyphen, space and spelling variants; two to four content words
 * also in another order; an abbreviation in capitals only in capitals, and with the meaning that `senses` finds in its
 * neighbours. Linear in the number of terms. Here each term is only filed under its rarest word; what else it asks of a text is
 * worked out when that word is first met, so a short note does not pay for the whole lexicon.
 */
export function compileLexicon(entries: readonly LexiconEntry[], senses: AbbreviationSenses = NO_SENSES): Lexicon {
  const vocabulary = new Vocabulary();
  const unusable: LexiconEntry[] = [];
  /** Ids of the words of all spellings, one after another; for each spelling its end in them, its entry and how it is written. */
  const ids: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  const words: Piece[] = [];
  const file = (entry: number, way: number): void => {
    ends.push(ids.length);
    owners.push(entry * 3 + way);
  };
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry) continue;
    const pieces = vocabulary.cut(entry.term);
    const count = wordsOf(pieces, words);
    if (count === 0) {
      unusable.push(entry);
      continue;
    }
    for (let at = 0; at < count; at++) ids.push(vocabulary.use(words[at] as Piece));
    file(index, PLAIN);
    if (count > 2 || pieces.some(isSpecial)) continue;
    const [first, second] = words;
    if (!first) continue;
    const halves = count === 1 ? COMPOUND.exec(first.low) : undefined;
    if (halves) {
      ids.push(vocabulary.use(vocabulary.piece(halves[1] ?? '')), vocabulary.use(vocabulary.piece(halves[2] ?? '')));
      file(index, PARTED);
    }
    const one = count === 2 && second ? joinedOf(first, second, entry.term) : undefined;
    if (one) {
      ids.push(vocabulary.use(vocabulary.piece(one)));
      file(index, JOINED);
    }
  }
  const { stems, uses } = vocabulary;
  const { starts, items } = filed(ids, ends, uses, stems.size);
  const made: (Filed | undefined)[] = new Array(stems.size);
  const filedAt = (stem: number): Filed => {
    let all = made[stem];
    if (!all) {
      const drafts: Draft[] = [];
      for (let at = starts[stem] ?? 0; at < (starts[stem + 1] ?? 0); at++) {
        const owner = owners[items[at] ?? 0] ?? 0;
        const entry = entries[Math.floor(owner / 3)];
        if (!entry) continue;
        const end = ends[items[at] ?? 0] ?? 0;
        const draft = draftOf(vocabulary, entry, owner % 3, ids.slice(ends[(items[at] ?? 0) - 1] ?? 0, end));
        draft.anchor = rarest(draft.words, 0, draft.words.length, uses);
        const twin = drafts.find((other) => isSame(other, draft));
        if (twin) merge(twin, draft);
        else drafts.push(draft);
      }
      all = { patterns: drafts, others: Int32Array.from(drafts, (draft) => otherOf(draft, stem, uses)) };
      made[stem] = all;
    }
    return all;
  };
  return { stems, filedAt, unusable, senses };
}

function otherOf({ words }: Pattern, stem: number, uses: readonly number[]): number {
  let other = stem;
  for (const word of words) {
    if (word !== stem && (other === stem || (uses[word] ?? 0) < (uses[other] ?? 0))) other = word;
  }
  return other;
}

/** Spellings by the stem of their rarest word, as a compressed list: those of stem s are items[starts[s]] to items[starts[s + 1]]. */
function filed(ids: readonly number[], ends: readonly number[], uses: readonly number[], size: number) {
  const starts = new Int32Array(size + 1);
  const anchors = new Int32Array(ends.length);
  for (let spelling = 0, from = 0; spelling < ends.length; spelling++) {
    const to = ends[spelling] ?? 0;
    const stem = ids[from + rarest(ids, from, to, uses)] ?? 0;
    anchors[spelling] = stem;
    starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
    from = to;
  }
  for (let stem = 0; stem < size; stem++) starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(ends.length);
  for (let spelling = 0; spelling < ends.length; spelling++) {
    const stem = anchors[spelling] ?? 0;
    items[next[stem] ?? 0] = spelling;
    next[stem] = (next[stem] ?? 0) + 1;
  }
  return { starts, items };
}

const NO_SENSES: AbbreviationSenses = new Map();
const MOST_WORDS = 10;
/** Two short words are often written as one: "heart burn", "ear ache". */
const SHORT = 6;
/** Words that are written as two as well: "nose bleed". */
const COMPOUND = /^([a-z]{3,6})(aches?|bleeds?|burn|sweats?|steps?)$/;
/** Endings that, put after a word, only inflect it. */
const INFLECTION = /^.{0,2}(?:ed|es|ing|ness|sis)$/;
const NONE: ReadonlySet<string> = new Set();

const isSpecial = ({ isMark, isCapitals }: Piece): boolean => isMark || isCapitals;

/** The place, counted from `from`, of the word in the fewest terms; of equals the one with the lowest id, so in any order the same. */
function rarest(words: readonly number[], from: number, to: number, uses: readonly number[]): number {
  let anchor = from;
  for (let index = from + 1; index < to; index++) {
    const [here = 0, best = 0] = [words[index], words[anchor]];
    const less = (uses[here] ?? 0) - (uses[best] ?? 0);
    if (less < 0 || (less === 0 && here < best)) anchor = index;
  }
  return anchor - from;
}

/** Puts the words of a term without link words and marks into `words`; how many they are, 0 when no text could match it. */
function wordsOf(pieces: readonly Piece[], words: Piece[]): number {
  let content = 0;
  for (const piece of pieces) if (!piece.isLink && !piece.isMark) content++;
  let count = 0;
  let numerals = 0;
  for (const piece of pieces) {
    if (piece.isMark || (content > 1 && piece.isLink)) continue;
    words[count++] = piece;
    if (piece.isNumeral) numerals++;
  }
  words.length = count;
  return count > MOST_WORDS || numerals === count ? 0 : count;
}

/** Two short words, or two with a hyphen, written as one; not where that makes another word of the first ("scar red", "scarred"). */
function joinedOf(first: Piece, second: Piece, term: string): string | undefined {
  const [one, two] = [first.low, second.low];
  if (one.length < 3 || two.length < 3 || first.isNumeral) return undefined;
  if ((one.length > SHORT || two.length > SHORT) && !term.includes('-')) return undefined;
  return INFLECTION.test(two) && stemOf(one + two) === stemOf(one) ? undefined : one + two;
}

/** Of a single word with a stem of four letters or fewer, only the word itself and its plural. */
function formsOf(word: string): string[] | undefined {
  if (stemOf(word).length > 4) return undefined;
  return word.endsWith('s') ? [word] : [word, `${word}s`, `${word}es`];
}

/** One spelling of an entry, with all that it asks of a text. */
function draftOf(vocabulary: Vocabulary, entry: LexiconEntry, way: number, words: readonly number[]): Draft {
  const { concept, apart, yields, site } = entry;
  const pieces = vocabulary.piecesOf(entry.term);
  let marks: Mark[] | undefined;
  let exact: (string | undefined)[] | undefined;
  const own: Piece[] = [];
  wordsOf(pieces, own);
  if (way === PLAIN) {
    let at = -1;
    for (const piece of pieces) {
      if (!piece.isMark) {
        if (own[at + 1] === piece) at++;
        if (own[at] === piece && piece.isCapitals) {
          exact ??= [];
          exact[at] = piece.raw;
        }
      } else if (piece.raw !== '/' || own[at]?.isNumeral) {
        marks ??= [];
        marks.push({ after: at, mark: piece.raw.charAt(0), length: piece.raw.length });
      }
    }
  }
  const [first, second] = own;
  const alone =
    words.length > 1 || exact || !first ? undefined : first.low + (way === JOINED ? (second?.low ?? '') : '');
  const hasOrder = pieces.some(({ isOrdered }) => isOrdered) || own.some(({ isLink }) => isLink);
  return {
    concepts: [concept],
    words,
    exact,
    anchor: 0,
    forms: alone === undefined ? undefined : formsOf(alone),
    marks,
    free: way === PLAIN && !marks && !hasOrder && own.length > 1 && own.length <= 4,
    layer: site ? SITE : yields ? YIELDING : FIRM,
    apart: apart ? new Set([concept]) : NONE,
    site,
  };
}

function isSame(one: Draft, other: Draft): boolean {
  if (one.layer !== other.layer || one.free !== other.free || one.words.length !== other.words.length) return false;
  if (one.forms?.[0] !== other.forms?.[0] || one.site?.side !== other.site?.side) return false;
  if (one.free && !one.exact && !other.exact) {
    // Both ways, as a word may stand twice: "joint to joint" is not "joint pain".
    for (const word of one.words) if (!other.words.includes(word)) return false;
    for (const word of other.words) if (!one.words.includes(word)) return false;
  } else {
    for (let index = 0; index < one.words.length; index++) {
      if (one.words[index] !== other.words[index] || one.exact?.[index] !== other.exact?.[index]) return false;
    }
  }
  if (!one.marks && !other.marks) return true;
  return JSON.stringify(one.marks) === JSON.stringify(other.marks);
}

function merge(into: Draft, { concepts, apart }: Draft): void {
  for (const concept of concepts) if (!into.concepts.includes(concept)) into.concepts.push(concept);
  if (apart.size > 0) into.apart = new Set([...into.apart, ...apart]);
}
