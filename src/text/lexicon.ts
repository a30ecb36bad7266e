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
  readonly words: Int32Array;
  /** For a word in capitals the exact spelling that is asked for, else undefined. */
  readonly exact: readonly (string | undefined)[] | undefined;
  /** Index in `words` of the rarest word: the pattern is looked up by it. */
  readonly anchor: number;
  /** For a term of one short word, the forms that count: inflection of so short a word would be another ("fit", "fitted"). */
  readonly forms: readonly string[] | undefined;
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
  readonly stems: readonly string[];
  readonly exact: readonly (string | undefined)[] | undefined;
  readonly forms: readonly string[] | undefined;
  readonly free: boolean;
  readonly concepts: string[];
}

/** What is being compiled: terms by their stems, and the stem of each word met so far. */
interface Workshop {
  readonly drafts: Map<string, Draft>;
  readonly stemmed: Map<string, string>;
}

/**
 * Compiles terms for {@link readNote}. Terms match with inflection, hyphen, space and spelling variants; two to four content words
 * also in another order; an abbreviation in capitals only in capitals. Linear in the number of terms.
 */
export function compileLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const workshop: Workshop = { drafts: new Map(), stemmed: new Map() };
  for (const entry of entries) addTerm(workshop, entry);
  const { drafts } = workshop;
  const uses = new Map<string, number>();
  for (const { stems } of drafts.values()) for (const stem of stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);

  const stems = new Map<string, number>();
  const patterns: Pattern[][] = [];
  for (const draft of drafts.values()) {
    let anchor = 0;
    const words = new Int32Array(draft.stems.length);
    draft.stems.forEach((stem, index) => {
      let id = stems.get(stem);
      if (id === undefined) {
        id = stems.size;
        stems.set(stem, id);
        patterns.push([]);
      }
      words[index] = id;
      if ((uses.get(stem) ?? 0) < (uses.get(draft.stems[anchor] ?? '') ?? 0)) anchor = index;
    });
    const { concepts, exact, forms, free } = draft;
    patterns[words[anchor] ?? 0]?.push({ concepts, words, exact, forms, anchor, free });
  }
  return { stems, patterns, size: drafts.size };
}

const PIECES = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{N}]*)*|[0-9]+(?:\.[0-9]+)?|[+<>%]/gu;
/** Abbreviations: capitals, or a capital inside a word of up to four letters (`CaP`). */
const CAPITALS = /^(?:[A-Z][A-Z0-9]{1,5}|[A-Za-z]{1,2}[a-z][A-Z]|[a-zA-Z][A-Z][a-z]?)$/;
const NUMERAL = /^[0-9]/;

function addTerm({ drafts, stemmed }: Workshop, { concept, term }: LexiconEntry): void {
  const pieces = term.match(PIECES);
  if (!pieces) return;
  const lows = pieces.map((piece) => piece.toLowerCase().replaceAll('’', "'"));
  const content = lows.reduce((count, low) => count + (LINK.has(low) ? 0 : 1), 0);
  const stems: string[] = [];
  const words: string[] = [];
  const exact: (string | undefined)[] = [];
  let anyExact = false;
  let ordered = false;
  for (let index = 0; index < lows.length; index++) {
    const low = lows[index] ?? '';
    const piece = pieces[index] ?? '';
    if (low === '+' || low === '<' || low === '>' || low === '%') return;
    if (content > 1 && LINK.has(low)) continue;
    if (ORDERED.has(low) || content === 1) ordered = true;
    const capitals = CAPITALS.test(piece);
    if (capitals) anyExact = true;
    stems.push(NUMERAL.test(low) ? low : stemIn(stemmed, low));
    words.push(low);
    exact.push(capitals ? piece : undefined);
  }
  if (stems.length > 10) return;
  put(drafts, concept, stems, anyExact ? exact : undefined, formsOf(stems, words, anyExact), ordered);
  if (anyExact || stems.length > 3) return;
  for (let index = 0; index + 1 < stems.length; index++) {
    const joined = `${words[index]}${words[index + 1]}`;
    if (joined.length < 6 || NUMERAL.test(joined)) continue;
    const variant = [...stems.slice(0, index), stemIn(stemmed, joined), ...stems.slice(index + 2)];
    put(drafts, concept, variant, undefined, undefined, ordered);
  }
}

function stemIn(stemmed: Map<string, string>, low: string): string {
  let stem = stemmed.get(low);
  if (stem === undefined) {
    stem = stemOf(low);
    stemmed.set(low, stem);
  }
  return stem;
}

/** Of a single word with a stem of four letters or fewer, only the word itself and its plural. */
function formsOf(stems: readonly string[], words: readonly string[], anyExact: boolean): string[] | undefined {
  const word = words[0] ?? '';
  if (anyExact || words.length !== 1 || (stems[0] ?? '').length > 4) return undefined;
  return word.endsWith('s') ? [word] : [word, `${word}s`, `${word}es`];
}

function put(
  drafts: Map<string, Draft>,
  concept: string,
  stems: readonly string[],
  exact: readonly (string | undefined)[] | undefined,
  forms: readonly string[] | undefined,
  ordered: boolean,
): void {
  const free = !ordered && stems.length >= 2 && stems.length <= 4;
  const key = `${free ? [...stems].sort().join(' ') : stems.join(' ')}|${exact?.join(' ') ?? ''}|${forms?.[0] ?? ''}`;
  const known = drafts.get(key);
  if (!known) drafts.set(key, { stems, exact, forms, free, concepts: [concept] });
  else if (!known.concepts.includes(concept)) known.concepts.push(concept);
}
