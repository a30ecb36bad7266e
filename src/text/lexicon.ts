import type { LexiconEntry } from './mention.ts';
import { stemOf } from './words.ts';

/** Words that carry no meaning of their own inside a term: "pain in the chest" is "chest pain". */
const LINK = new Set('of in the a an to with on at her his my their your for is are was were and or'.split(' '));
/** Words that fix the order of a term in which they stand: "off legs", "up at night", "no energy". */
const ORDERED = new Set(
  "no not never cannot can't can don't doesn't won't unable off up down out over under without on after before from too than more less very all as".split(
    ' ',
  ),
);

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
  /** Those of the concepts that stand beside a longer term: see {@link LexiconEntry.apart}. */
  readonly apart: ReadonlySet<string>;
}

/** A mark after the word with this index (-1: before the first), as often as the term has it. */
export interface Mark {
  readonly after: number;
  readonly mark: string;
  readonly length: number;
}

/** Compiled terms; opaque to callers. */
export interface Lexicon {
  readonly stems: ReadonlyMap<string, number>;
  readonly patterns: readonly (readonly Pattern[] | undefined)[];
  /** Number of distinct terms. */
  readonly size: number;
  /** Entries that no text can match: without a letter, or too long. */
  readonly unusable: readonly LexiconEntry[];
}

interface Draft {
  readonly words: readonly number[];
  readonly exact: readonly (string | undefined)[] | undefined;
  readonly forms: readonly string[] | undefined;
  readonly marks: readonly Mark[] | undefined;
  readonly free: boolean;
  readonly concepts: string[];
  apart: ReadonlySet<string>;
}

/** What is being compiled: terms by their stems, and the stem of each word met so far. */
interface Workshop {
  readonly drafts: Map<string, Draft>;
  /** Stem to its id. */
  readonly stems: Map<string, number>;
  /** Word to the id of its stem. */
  readonly known: Map<string, number>;
  /** In how many terms each stem stands, by id. */
  readonly uses: number[];
  readonly unusable: LexiconEntry[];
}

/**
 * Compiles terms for {@link readNote}. Terms match with inflection, hyphen, space and spelling variants; two to four content words
 * also in another order; an abbreviation in capitals only in capitals. Linear in the number of terms.
 */
export function compileLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const workshop: Workshop = { drafts: new Map(), stems: new Map(), known: new Map(), uses: [], unusable: [] };
  for (const entry of entries) addTerm(workshop, entry);
  const { drafts, stems, uses, unusable } = workshop;
  const patterns = new Array<Pattern[] | undefined>(stems.size).fill(undefined);
  for (const { concepts, words, exact, forms, marks, free, apart } of drafts.values()) {
    let anchor = 0;
    for (let index = 1; index < words.length; index++) {
      if ((uses[words[index] ?? 0] ?? 0) < (uses[words[anchor] ?? 0] ?? 0)) anchor = index;
    }
    const first = words[anchor] ?? 0;
    const pattern = { concepts, words, exact, forms, anchor, marks, free, apart };
    const group = patterns[first];
    if (group) group.push(pattern);
    else patterns[first] = [pattern];
  }
  return { stems, patterns, size: drafts.size, unusable };
}

const PIECES = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{N}]*)*|[0-9]+(?:\.[0-9]+)?|\++|<+|>+|[%/:]/gu;
/** Abbreviations: capitals, or a capital inside a word of up to five letters (`CaP`, `PrEP`). */
const CAPITALS = /^(?:[A-Z][A-Z0-9]{1,5}|(?=[A-Za-z]{2,5}$)[A-Za-z]+[A-Z][A-Za-z]*)$/;
const NUMERAL = /^[0-9]/;
const MARKS = '+<>%/:';
const isMark = (piece: string): boolean => MARKS.includes(piece.charAt(0));
const MOST_WORDS = 10;
/** Two short words are often written as one: "heart burn", "ear ache". */
const SHORT = 6;
/** Words that are written as two as well: "nose bleed". */
const COMPOUND = /^([a-z]{3,6})(aches?|bleeds?|burn|sweats?|steps?)$/;

function addTerm(workshop: Workshop, entry: LexiconEntry): void {
  const { term } = entry;
  const pieces = term.match(PIECES) ?? [];
  const lows = pieces.map((piece) => piece.toLowerCase().replaceAll('’', "'"));
  let content = 0;
  for (const low of lows) if (!LINK.has(low) && !isMark(low)) content++;
  const ids: number[] = [];
  const words: string[] = [];
  let marks: Mark[] | undefined;
  let exact: (string | undefined)[] | undefined;
  let ordered = content === 1;
  for (let index = 0; index < lows.length && ids.length <= MOST_WORDS; index++) {
    const low = lows[index] ?? '';
    const piece = pieces[index] ?? '';
    if (isMark(low)) {
      if (low !== '/' || NUMERAL.test(words.at(-1) ?? '')) {
        marks ??= [];
        marks.push({ after: ids.length - 1, mark: low.charAt(0), length: low.length });
      }
      continue;
    }
    if (content > 1 && LINK.has(low)) continue;
    if (ORDERED.has(low)) ordered = true;
    if (CAPITALS.test(piece)) {
      exact ??= [];
      exact[ids.length] = piece;
    }
    ids.push(idOf(workshop, low));
    words.push(low);
  }
  if (ids.length > MOST_WORDS || words.every((word) => NUMERAL.test(word))) {
    workshop.unusable.push(entry);
    return;
  }
  put(workshop, entry, {
    words: ids,
    exact,
    forms: exact ? undefined : formsOf(words),
    marks,
    free: !marks && isFree(ids, ordered),
  });
  if (exact || marks) return;
  const apart = words.length === 1 ? COMPOUND.exec(words[0] ?? '') : null;
  if (apart) {
    const halves = [idOf(workshop, apart[1] ?? ''), idOf(workshop, apart[2] ?? '')];
    put(workshop, entry, { words: halves, exact: undefined, forms: undefined, marks: undefined, free: false });
  }
  const one = joinedOf(words, term);
  if (one !== undefined) {
    const forms = formsOf([one]);
    put(workshop, entry, { words: [idOf(workshop, one)], exact: undefined, forms, marks: undefined, free: false });
  }
}

/** Two short words, or two with a hyphen, written as one; not where that makes another word of the first ("scar red", "scarred"). */
function joinedOf([first = '', second = '', more]: readonly string[], term: string): string | undefined {
  if (more !== undefined || first.length < 3 || second.length < 3 || NUMERAL.test(first)) return undefined;
  if ((first.length > SHORT || second.length > SHORT) && !term.includes('-')) return undefined;
  const one = first + second;
  return stemOf(one) === stemOf(first) ? undefined : one;
}

function idOf({ stems, known, uses }: Workshop, low: string): number {
  let id = known.get(low);
  if (id === undefined) {
    const stem = NUMERAL.test(low) ? low : stemOf(low);
    id = stems.get(stem);
    if (id === undefined) {
      id = stems.size;
      stems.set(stem, id);
      uses.push(0);
    }
    known.set(low, id);
  }
  uses[id] = (uses[id] ?? 0) + 1;
  return id;
}

/** Of a single word with a stem of four letters or fewer, only the word itself and its plural. */
function formsOf(words: readonly string[]): string[] | undefined {
  const word = words[0] ?? '';
  if (words.length !== 1 || stemOf(word).length > 4) return undefined;
  return word.endsWith('s') ? [word] : [word, `${word}s`, `${word}es`];
}

const isFree = (words: readonly number[], ordered: boolean): boolean =>
  !ordered && words.length >= 2 && words.length <= 4;

const NONE: ReadonlySet<string> = new Set();

function put({ drafts }: Workshop, entry: LexiconEntry, draft: Omit<Draft, 'concepts' | 'apart'>): void {
  const { concept, apart } = entry;
  const { words, exact, forms, marks, free } = draft;
  const order = free ? [...words].sort((a, b) => a - b) : words;
  const key = `${order.join(' ')}${free ? ' free' : ''}${marks ? JSON.stringify(marks) : ''}${exact ? `|${exact.join(' ')}` : ''}${forms ? `|${forms[0]}` : ''}`;
  const known = drafts.get(key);
  if (!known) drafts.set(key, { ...draft, concepts: [concept], apart: apart ? new Set([concept]) : NONE });
  else {
    if (!known.concepts.includes(concept)) known.concepts.push(concept);
    if (apart) known.apart = new Set([...known.apart, concept]);
  }
}
