/** What is known of a word as it is written, worked out once a word list and kept: lookups by token are the price of speed. */
import { HOLIDAYS, MONTH_OF, SEASONS, WEEKDAY_OF } from './dates/words.ts';
import type { WordList } from './lexicon/load.ts';
import {
  BRANDS,
  CLINICIANS,
  CREDENTIALS,
  DEEDS,
  EPONYM_HEADS,
  EPONYMS,
  NEVER,
  RELATIONS,
  TITLES,
} from './names/words.ts';
import { LABELS } from './numbers/labels.ts';
import { ADDRESS_WORDS, BODY_WORDS, COMPOUND_STREET, STREET_WORDS } from './places/words.ts';

/** A month, a weekday, a season, a holiday's first word, or the first word of a spoken year. */
export const CLOCK = 1;
/** Announces a number that identifies. */
export const LABEL = 2;
/** A digit in words. */
export const SAID = 4;
/** I'd, don't, they're. */
export const CONTRACTED = 8;
export const STREET = 16;
export const BODY = 32;
export const CREDENTIAL = 64;
/** Part of an address of another kind than number and street: places/foreign.ts. */
export const ADDRESS = 128;

export const LOWER = 1;
export const TITLE = 2;
export const UPPER = 3;
/** McDonald, iPhone. */
export const CAMEL = 4;

/** One for all spellings of a word that differ in case: whether the text at hand has it in lower case. */
export interface Stem {
  seen: number;
}

export interface WordInfo {
  readonly lower: string;
  readonly bits: number;
  readonly shape: number;
  readonly flags: number;
  /** Place in the lists of names/words.ts, from 1; 0 in none. */
  readonly role: number;
  readonly hash: number;
  readonly stem: Stem;
}

/** The role of titles, the last of the lists. */
export const TITLE_ROLE = 9;

/** Words kept at most; then the store begins anew. */
const STORE = 60_000;

export class Vocabulary {
  readonly #list: WordList;
  #words = new Map<string, WordInfo>();
  #stems = new Map<string, Stem>();
  constructor(list: WordList) {
    this.#list = list;
  }

  of(word: string): WordInfo {
    const known = this.#words.get(word);
    if (known) return known;
    if (this.#words.size >= STORE) {
      this.#words = new Map();
      this.#stems = new Map();
    }
    const lower = plain(word.toLowerCase());
    let stem = this.#stems.get(lower);
    if (!stem) {
      stem = { seen: 0 };
      this.#stems.set(lower, stem);
    }
    const info = {
      lower,
      bits: this.#list.get(lower) ?? 0,
      shape: shapeOf(word, word.toLowerCase()),
      flags: flagsOf(lower),
      role: ROLES.get(lower) ?? 0,
      hash: hash(lower),
      stem,
    };
    this.#words.set(word, info);
    return info;
  }
}

const vocabularies = new WeakMap<WordList, Vocabulary>();

export function vocabularyOf(list: WordList): Vocabulary {
  const old = vocabularies.get(list);
  if (old) return old;
  const fresh = new Vocabulary(list);
  vocabularies.set(list, fresh);
  return fresh;
}

/** FNV-1a. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

const plain = (low: string): string => (low.includes('\u00ad') ? low.replaceAll('\u00ad', '') : low);

function shapeOf(word: string, low: string): number {
  if (word === low) return /^\p{Lo}/u.test(word) ? TITLE : LOWER;
  if (word.slice(1) === low.slice(1)) return TITLE;
  if (word === word.toUpperCase()) return word.length === 1 ? TITLE : UPPER;
  return word.charAt(0) === low.charAt(0) ? LOWER : CAMEL;
}

/** A later list wins. */
const ROLES = new Map<string, number>();
const LISTS = [DEEDS, NEVER, BRANDS, EPONYMS, EPONYM_HEADS, RELATIONS, CLINICIANS, CREDENTIALS, TITLES];
for (const [at, list] of LISTS.entries()) for (const word of list) ROLES.set(word, at + 1);

const CLOCK_WORDS = new Set([
  ...MONTH_OF.keys(),
  ...WEEKDAY_OF.keys(),
  ...SEASONS,
  ...HOLIDAYS.map(([name]) => /^[\p{L}\d]+/u.exec(name)?.[0] ?? name),
  'nineteen',
  'twenty',
  'two',
]);
const SAID_WORDS = new Set('zero oh o one two three four five six seven eight nine double triple'.split(' '));

function flagsOf(lower: string): number {
  return (
    (CLOCK_WORDS.has(lower) ? CLOCK : 0) |
    (LABELS.has(lower) ? LABEL : 0) |
    (SAID_WORDS.has(lower) ? SAID : 0) |
    (/['’](?:m|ve|ll|d|re|t)$/.test(lower) ? CONTRACTED : 0) |
    (STREET_WORDS.has(lower) ? STREET : 0) |
    (BODY_WORDS.has(lower) ? BODY : 0) |
    (CREDENTIALS.has(lower) ? CREDENTIAL : 0) |
    (ADDRESS_WORDS.has(lower) || COMPOUND_STREET.test(lower) ? ADDRESS : 0)
  );
}
