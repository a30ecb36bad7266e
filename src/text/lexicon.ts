import type { LexiconEntry } from './mention.ts';
import { tokenise, WORD } from './tokens.ts';
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
  readonly free: boolean;
  readonly concepts: string[];
}

/**
 * Compiles terms for {@link readNote}. Terms match with inflection, hyphen, space and spelling variants; two to four content words
 * also in another order; an abbreviation in capitals only in capitals. Linear in the number of terms.
 */
export function compileLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const drafts = new Map<string, Draft>();
  const uses = new Map<string, number>();
  for (const entry of entries) addTerm(drafts, entry);
  for (const draft of drafts.values()) for (const stem of draft.stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);

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
    const { concepts, exact, free } = draft;
    patterns[words[anchor] ?? 0]?.push({ concepts, words, exact, anchor, free });
  }
  return { stems, patterns, size: drafts.size };
}

const CAPITALS = /^[A-Z][A-Z0-9]{1,6}$/;

function addTerm(drafts: Map<string, Draft>, entry: LexiconEntry): void {
  const tokens = tokenise(entry.term);
  const stems: string[] = [];
  const lows: string[] = [];
  const exact: (string | undefined)[] = [];
  let anyExact = false;
  let ordered = false;
  let plus = '';
  const content = countContent(entry.term);
  for (let index = 0; index < tokens.size; index++) {
    const low = tokens.low[index] ?? '';
    if (tokens.kind[index] !== WORD) {
      if (/^[0-9]/.test(low)) {
        stems.push(low);
        lows.push(low);
        exact.push(undefined);
      } else if (low === '+' || low === '<' || low === '>' || low === '%') plus += low;
      continue;
    }
    if (content > 1 && LINK.has(low)) continue;
    if (ORDERED.has(low)) ordered = true;
    const raw = entry.term.slice(tokens.start[index], tokens.end[index]);
    const capitals = CAPITALS.test(raw) && raw.length <= 6;
    if (capitals) anyExact = true;
    stems.push(stemOf(low));
    lows.push(low);
    exact.push(capitals ? raw : undefined);
  }
  if (stems.length === 0 || stems.length > 10 || plus !== '') return;
  put(drafts, entry.concept, stems, anyExact ? exact : undefined, ordered);
  const last = stems.length;
  if (!anyExact && last <= 3) {
    for (let index = 0; index + 1 < last; index++) {
      const joined = stemOf(`${lows[index]}${lows[index + 1]}`);
      if (joined.length < 6) continue;
      put(drafts, entry.concept, [...stems.slice(0, index), joined, ...stems.slice(index + 2)], undefined, ordered);
    }
  }
}

function countContent(term: string): number {
  let count = 0;
  for (const word of term.toLowerCase().split(/[^a-z0-9']+/)) if (word !== '' && !LINK.has(word)) count++;
  return count;
}

function put(
  drafts: Map<string, Draft>,
  concept: string,
  stems: readonly string[],
  exact: readonly (string | undefined)[] | undefined,
  ordered: boolean,
): void {
  const free = !ordered && stems.length >= 2 && stems.length <= 4;
  const key = `${free ? [...stems].sort().join(' ') : stems.join(' ')}|${exact?.join(' ') ?? ''}`;
  const known = drafts.get(key);
  if (known) {
    if (!known.concepts.includes(concept)) known.concepts.push(concept);
    return;
  }
  drafts.set(key, { stems, exact, free, concepts: [concept] });
}
