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
  /** A slash stands between a number and a word of the term ("20/day") and must in the text. */
  readonly slash: boolean;
  /** True when the words may stand in any order. */
  readonly free: boolean;
}

/** Compiled terms; opaque to callers. */
export interface Lexicon {
  readonly stems: ReadonlyMap<string, number>;
  readonly patterns: readonly (readonly Pattern[] | undefined)[];
  /** Number of distinct terms. */
  readonly size: number;
}

interface Draft {
  readonly words: readonly number[];
  readonly exact: readonly (string | undefined)[] | undefined;
  readonly forms: readonly string[] | undefined;
  readonly slash: boolean;
  readonly free: boolean;
  readonly concepts: string[];
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
}

/**
 * Compiles terms for {@link readNote}. Terms match with inflection, hyphen, space and spelling variants; two to four content words
 * also in another order; an abbreviation in capitals only in capitals. Linear in the number of terms.
 */
export function compileLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const workshop: Workshop = { drafts: new Map(), stems: new Map(), known: new Map(), uses: [] };
  for (const entry of entries) addTerm(workshop, entry);
  const { drafts, stems, uses } = workshop;
  const patterns = new Array<Pattern[] | undefined>(stems.size).fill(undefined);
  for (const { concepts, words, exact, forms, slash, free } of drafts.values()) {
    let anchor = 0;
    for (let index = 1; index < words.length; index++) {
      if ((uses[words[index] ?? 0] ?? 0) < (uses[words[anchor] ?? 0] ?? 0)) anchor = index;
    }
    const first = words[anchor] ?? 0;
    const pattern = { concepts, words, exact, forms, anchor, slash, free };
    const group = patterns[first];
    if (group) group.push(pattern);
    else patterns[first] = [pattern];
  }
  return { stems, patterns, size: drafts.size };
}

const PIECES = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{N}]*)*|[0-9]+(?:\.[0-9]+)?|[+<>%]/gu;
/** Abbreviations: capitals, or a capital inside a word of up to five letters (`CaP`, `PrEP`). */
const CAPITALS = /^(?:[A-Z][A-Z0-9]{1,5}|(?=[A-Za-z]{2,5}$)[A-Za-z]+[A-Z][A-Za-z]*)$/;
const NUMERAL = /^[0-9]/;
const RATIO = /[0-9]\s*\/\s*\p{L}/u;
const MARKS = new Set(['+', '<', '>', '%']);
const MOST_WORDS = 10;
/** Two short words are often written as one: "heart burn", "ear ache". */
const SHORT = 6;
/** Words that are written as two as well: "nose bleed". */
const COMPOUND = /^([a-z]{3,6})(aches?|bleeds?|burn|sweats?|steps?)$/;

function addTerm(workshop: Workshop, { concept, term }: LexiconEntry): void {
  const pieces = term.match(PIECES);
  if (!pieces || pieces.length > 2 * MOST_WORDS) return;
  const lows = pieces.map((piece) => piece.toLowerCase().replaceAll('’', "'"));
  let content = 0;
  for (const low of lows) if (!LINK.has(low)) content++;
  const ids: number[] = [];
  const words: string[] = [];
  let exact: (string | undefined)[] | undefined;
  let ordered = content === 1;
  for (let index = 0; index < lows.length; index++) {
    const low = lows[index] ?? '';
    const piece = pieces[index] ?? '';
    if (MARKS.has(low)) return;
    if (content > 1 && LINK.has(low)) continue;
    if (ORDERED.has(low)) ordered = true;
    if (CAPITALS.test(piece)) {
      exact ??= [];
      exact[ids.length] = piece;
    }
    ids.push(idOf(workshop, low));
    words.push(low);
  }
  if (ids.length > MOST_WORDS || words.every((word) => NUMERAL.test(word))) return;
  const slash = RATIO.test(term);
  put(workshop, concept, {
    words: ids,
    exact,
    forms: exact ? undefined : formsOf(words),
    slash,
    free: isFree(ids, ordered),
  });
  const [first = '', second = ''] = words;
  const halves = words.length === 1 && !exact ? COMPOUND.exec(first) : null;
  if (halves) {
    const apart = [idOf(workshop, halves[1] ?? ''), idOf(workshop, halves[2] ?? '')];
    put(workshop, concept, { words: apart, exact: undefined, forms: undefined, slash: false, free: false });
  }
  if (exact || words.length !== 2) return;
  if ((first.length > SHORT || second.length > SHORT) && !term.includes('-')) return;
  if (first.length > 2 && second.length > 2 && !NUMERAL.test(first)) {
    const joined = [idOf(workshop, first + second)];
    put(workshop, concept, { words: joined, exact: undefined, forms: undefined, slash: false, free: false });
  }
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

function put({ drafts }: Workshop, concept: string, draft: Omit<Draft, 'concepts'>): void {
  const { words, exact, forms, slash, free } = draft;
  const order = free ? [...words].sort((a, b) => a - b) : words;
  const key = `${order.join(' ')}${free ? ' free' : ''}${slash ? ' /' : ''}${exact ? `|${exact.join(' ')}` : ''}${forms ? `|${forms[0]}` : ''}`;
  const known = drafts.get(key);
  if (!known) drafts.set(key, { ...draft, concepts: [concept] });
  else if (!known.concepts.includes(concept)) known.concepts.push(concept);
}
