import { type AbbreviationSense, meantOf, type Senses, senseOf } from './abbreviations.ts';
import { gapsBetween } from './gaps.ts';
import type { Lexicon, Pattern } from './lexicon.ts';
import { longest } from './longest.ts';
import { lastWithMarks } from './marks.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';
import { stemOf } from './words.ts';

/** A term found: its pattern and the tokens of its words in order. */
export interface Match {
  readonly concepts: readonly string[];
  readonly apart: ReadonlySet<string>;
  readonly layer: Pattern['layer'];
  readonly site: Pattern['site'];
  /** Token indices of the words, ascending. */
  readonly at: readonly number[];
  /** Last token that belongs to it (the second half of a hyphenated word). */
  readonly last: number;
  /** A negation stands between the words: "thyroid not enlarged". */
  readonly negated: boolean;
  /** Its first word belongs to another thing, and only perhaps to this one: "bloody diarrhoea and vomiting". */
  readonly perhaps?: true;
}

/** Stem ids of all tokens (-1 where the lexicon has no such word), and of words joined by a hyphen. */
export interface Stems {
  readonly ids: Int32Array;
  readonly joined: ReadonlyMap<number, number>;
  readonly scratch: Scratch;
}

/** What one lexicon keeps from note to note: stems already worked out, and by stem id the last sentence in which it stood. */
interface Scratch {
  readonly ids: Map<string, number>;
  readonly seen: Int32Array;
  sentence: number;
}

const scratches = new WeakMap<Lexicon, Scratch>();
/** Words remembered; when there are more, all are worked out anew: those of most notes come again at once. */
const MOST_KNOWN = 50_000;

function scratchOf(lexicon: Lexicon): Scratch {
  let scratch = scratches.get(lexicon);
  if (!scratch) {
    scratch = { ids: new Map(), seen: new Int32Array(lexicon.stems.size), sentence: 0 };
    scratches.set(lexicon, scratch);
  }
  return scratch;
}

export function stemsOf(tokens: Tokens, lexicon: Lexicon): Stems {
  const scratch = scratchOf(lexicon);
  const ids = new Int32Array(tokens.size).fill(-1);
  const joined = new Map<number, number>();
  const idOf = (low: string): number => {
    let id = scratch.ids.get(low);
    if (id === undefined) {
      id = lexicon.stems.get(stemOf(low)) ?? -1;
      if (scratch.ids.size >= MOST_KNOWN) scratch.ids.clear();
      scratch.ids.set(low, id);
    }
    return id;
  };
  for (let at = 0; at < tokens.size; at++) {
    const kind = tokens.kind[at];
    if (kind === WORD) {
      const low = tokens.low[at] ?? '';
      ids[at] = isPluralOfCapitals(tokens, at) ? (lexicon.stems.get(low.slice(0, -1)) ?? -1) : idOf(low);
      if (
        tokens.low[at + 1] === '-' &&
        tokens.kind[at + 2] === WORD &&
        tokens.start[at + 2] === (tokens.end[at] ?? 0) + 1
      ) {
        const id = idOf(low + (tokens.low[at + 2] ?? ''));
        if (id >= 0) joined.set(at, id);
      }
    } else if (kind === NUMBER) {
      ids[at] = lexicon.stems.get(tokens.low[at] ?? '') ?? -1;
    }
  }
  return { ids, joined, scratch };
}

/** "UTIs". */
function isPluralOfCapitals(tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] ?? 0;
  const before = tokens.text.charCodeAt(end - 2);
  return tokens.text.charCodeAt(end - 1) === 115 && before >= 65 && before <= 90;
}

const of = ({ concepts, apart, layer, site }: Pattern) => ({ concepts, apart, layer, site });

/** How far from one another two neighbouring words of a term may stand, in tokens. */
const REACH = 8;

/** All terms in the tokens [from, to), longest first won: a term whose words all belong to a longer one is left out. */
export function matchesIn(
  tokens: Tokens,
  stems: Stems,
  lexicon: Lexicon,
  from: number,
  to: number,
  section?: string,
  report = false,
): Match[] {
  const found: Match[] = [];
  const meaning = meaningsIn(tokens, lexicon, from, to, section);
  const { ids, scratch } = stems;
  const { seen } = scratch;
  // Numbers sentences anew before they no longer fit in 32 bits.
  if (scratch.sentence >= 2 ** 31 - 2) {
    seen.fill(0);
    scratch.sentence = 0;
  }
  const here = ++scratch.sentence;
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? -1;
    if (id >= 0) seen[id] = here;
  }
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? -1;
    if (id >= 0) {
      const { patterns, others } = lexicon.filedAt(id);
      for (let index = 0; index < others.length; index++) {
        const other = others[index] ?? 0;
        if (seen[other] !== here) continue;
        const pattern = patterns[index] as Pattern;
        if (!isComplete(pattern, seen, here)) continue;
        const match = matchAt(tokens, ids, pattern, at, from, to);
        if (match) addMeant(found, match, match.at.length === 1 ? meaning(at) : undefined);
      }
    }
    const joined = stems.joined.get(at);
    if (joined !== undefined && at + 2 < to) {
      for (const pattern of lexicon.filedAt(joined).patterns) {
        if (pattern.words.length === 1 && pattern.exact === undefined && !pattern.marks) {
          found.push({ ...of(pattern), at: [at, at + 2], last: at + 2, negated: false });
        }
      }
    }
  }
  return found.length > 1 ? longest(found, tokens, from, to, report) : found;
}

function isComplete({ words }: Pattern, seen: Int32Array, here: number): boolean {
  for (let index = 0; index < words.length; index++) if (seen[words[index] ?? 0] !== here) return false;
  return true;
}

interface Meaning {
  readonly sense: 'usual' | AbbreviationSense;
  readonly senses: Senses;
}

/** The meaning of an abbreviation at a token, worked out once for each; undefined for words of one meaning. */
function meaningsIn(
  tokens: Tokens,
  { senses }: Lexicon,
  from: number,
  to: number,
  section: string | undefined,
): (at: number) => Meaning | undefined {
  let known: Map<number, Meaning> | undefined;
  return (at) => {
    const own = senses.get(tokens.low[at] ?? '');
    if (!own) return undefined;
    known ??= new Map();
    let meaning = known.get(at);
    if (!meaning) {
      meaning = { sense: senseOf(tokens, at, from, to, section, own), senses: own };
      known.set(at, meaning);
    }
    return meaning;
  };
}

function addMeant(found: Match[], match: Match, meaning: Meaning | undefined): void {
  if (!meaning) {
    found.push(match);
    return;
  }
  const concepts = meantOf(match.concepts, meaning.sense, meaning.senses);
  if (concepts.length === match.concepts.length) found.push(match);
  else if (concepts.length > 0) found.push({ ...match, concepts });
}

function fits(tokens: Tokens, pattern: Pattern, word: number, at: number): boolean {
  const exact = pattern.exact?.[word];
  if (exact === undefined) {
    if (pattern.forms && !pattern.forms.includes(tokens.low[at] ?? '')) return false;
    if (pattern.words.length > 1) return true;
    return !isAbbreviation(tokens, at);
  }
  const start = tokens.start[at] ?? 0;
  const length = (tokens.end[at] ?? 0) - start;
  if (length !== exact.length && !(length === exact.length + 1 && tokens.text.charCodeAt(start + exact.length) === 115))
    return false;
  return tokens.text.startsWith(exact, start);
}

/** "FIT" is a test, not a fit: two or three capitals are no plain word, unless the text around them is in capitals too. */
function isAbbreviation(tokens: Tokens, at: number): boolean {
  const low = tokens.low[at] ?? '';
  if (low.length < 2 || low.length > 3 || tokens.kind[at] !== WORD) return false;
  if (tokens.text.slice(tokens.start[at], tokens.end[at]) === low || !isCapitals(tokens, at)) return false;
  for (const near of [at - 1, at + 1, at - 2, at + 2]) {
    if (tokens.kind[near] === WORD && (tokens.low[near] ?? '').length > 3) return !isCapitals(tokens, near);
  }
  return true;
}

function isCapitals(tokens: Tokens, at: number): boolean {
  const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
  return raw === raw.toUpperCase();
}

function matchAt(
  tokens: Tokens,
  ids: Int32Array,
  pattern: Pattern,
  at: number,
  from: number,
  to: number,
): Match | undefined {
  if (!fits(tokens, pattern, pattern.anchor, at)) return undefined;
  const { words, anchor } = pattern;
  const count = words.length;
  if (count === 1 && !pattern.marks) return { ...of(pattern), at: [at], last: at, negated: false };
  const ordered = inOrder(tokens, ids, pattern, at, from, to);
  if (pattern.marks) {
    const end = ordered && lastWithMarks(tokens, pattern.marks, ordered, from, to);
    return ordered && end !== undefined ? { ...of(pattern), at: ordered, last: end, negated: false } : undefined;
  }
  if (ordered) {
    const verdict = gapsBetween(tokens, ordered, to, false);
    if (verdict > 0) return { ...of(pattern), at: ordered, last: ordered[count - 1] ?? at, negated: verdict === 2 };
  }
  if (!pattern.free) return undefined;
  const places = [at];
  for (let word = 0; word < count; word++) {
    if (word === anchor) continue;
    const place = nearest(tokens, ids, pattern, word, at, places, from, to);
    if (place < 0) return undefined;
    places.push(place);
  }
  places.sort((a, b) => a - b);
  const verdict = gapsBetween(tokens, places, to, true);
  return verdict > 0
    ? { ...of(pattern), at: places, last: places[count - 1] ?? at, negated: verdict === 2 }
    : undefined;
}

function inOrder(
  tokens: Tokens,
  ids: Int32Array,
  pattern: Pattern,
  at: number,
  from: number,
  to: number,
): number[] | undefined {
  const { words, anchor } = pattern;
  const places = new Array<number>(words.length).fill(at);
  for (let word = anchor + 1, place = at; word < words.length; word++) {
    const limit = Math.min(to, place + REACH + 1);
    let next = place + 1;
    while (next < limit && !(ids[next] === words[word] && fits(tokens, pattern, word, next))) next++;
    if (next >= limit) return undefined;
    places[word] = place = next;
  }
  for (let word = anchor - 1, place = at; word >= 0; word--) {
    const limit = Math.max(from, place - REACH);
    let next = place - 1;
    while (next >= limit && !(ids[next] === words[word] && fits(tokens, pattern, word, next))) next--;
    if (next < limit) return undefined;
    places[word] = place = next;
  }
  return places;
}

function nearest(
  tokens: Tokens,
  ids: Int32Array,
  pattern: Pattern,
  word: number,
  at: number,
  taken: readonly number[],
  from: number,
  to: number,
): number {
  const id = pattern.words[word];
  for (let step = 1; step <= REACH; step++) {
    for (const place of [at + step, at - step]) {
      if (
        place >= from &&
        place < to &&
        ids[place] === id &&
        !taken.includes(place) &&
        fits(tokens, pattern, word, place)
      )
        return place;
    }
  }
  return -1;
}
