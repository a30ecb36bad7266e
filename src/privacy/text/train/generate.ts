/** Training text, made from frames: each note with the spans that its tagger should find. Deterministic in its seed. */
import { commonLevel, DRUG, FEMALE, givenLevel, MALE, MEDICAL, PLACE, REGION, surnameLevel } from '../lexicon/bits.ts';
import type { WordList } from '../lexicon/load.ts';
import { NAME, ORGANISATION, PLACE_TAG } from '../names/tagger.ts';
import { NEVER } from '../names/words.ts';
import { hash } from '../vocabulary.ts';
import { LOOKS_LIKE, NOTHING } from './frames/nothing.ts';
import { PEOPLE } from './frames/people.ts';
import { HOSPITALS, ORGANISATIONS, PLACES } from './frames/places.ts';
import { LABELS, ROLES, SHORTHAND } from './frames/roles.ts';
import { EPONYM_PHRASES, HEADINGS, SOLO_EPONYMS, TESTS } from './frames/words.ts';
import { PARTICLES, strange } from './tongues.ts';

export interface Labelled {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly tag: number }[];
}

/** mulberry32: small, quick, the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A tenth of all names is kept out of training, for the benchmark to insert. */
export const isKeptAside = (name: string): boolean => (hash(name.toLowerCase()) >>> 8) % 10 === 0;

export interface Pools {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly cities: readonly string[];
  readonly regions: readonly string[];
  readonly drugs: readonly string[];
  readonly conditions: readonly string[];
  readonly wordNames: readonly string[];
  /** Common words that nobody is called by in the lists; all the same somebody is. */
  readonly plainWords: readonly string[];
  /** Words that head sentences without being names. */
  readonly rareWords: readonly string[];
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What slots are filled with. Common names come more often than rare ones, as among people. */
export function poolsOf(words: WordList): Pools {
  const given: string[] = [];
  const surnames: string[] = [];
  const cities: string[] = [];
  const regions: string[] = [];
  const drugs: string[] = [];
  const conditions: string[] = [];
  const wordNames: string[] = [];
  const plainWords: string[] = [];
  const rareWords: string[] = [];
  for (const [word, bits] of words) {
    const common = commonLevel(bits);
    const name = titled(word);
    if ((bits & PLACE) !== 0 && !isKeptAside(word))
      cities.push(word.replace(/(?:^|[\s-])\p{L}/gu, (x) => x.toUpperCase()));
    if ((bits & REGION) !== 0) regions.push(word.replace(/(?:^|\s)\p{L}/gu, (x) => x.toUpperCase()));
    if ((bits & DRUG) !== 0 && !word.includes(' ')) drugs.push(word);
    if ((bits & MEDICAL) !== 0 && common < 3 && word.length > 4) conditions.push(word);
    if (!/^[a-z]{2,}$/.test(word) || isKeptAside(word)) continue;
    const g = givenLevel(bits);
    const s = surnameLevel(bits);
    const sex = (bits & (MALE | FEMALE)) !== 0;
    if (g > 0 && sex && common < 5) for (let k = 0; k < (g === 3 ? 12 : g === 2 ? 3 : 1); k += 1) given.push(name);
    if (s > 0 && common < 5) for (let k = 0; k < (s === 3 ? 24 : s === 2 ? 4 : 1); k += 1) surnames.push(name);
    if (g + s > 0 && common >= 3) wordNames.push(name);
    if (common >= 3 && word.length >= 3 && word.length <= 8 && !/(?:ing|ed|ly)$/.test(word) && !NEVER.has(word))
      plainWords.push(name);
    if (common >= 1 && common <= 4 && word.length >= 4 && g + s < 2) rareWords.push(name);
  }
  return { given, surnames, cities, regions, drugs, conditions, wordNames, plainWords, rareWords };
}

const MODALS = ['Will', 'May', 'Can', 'Did', 'Does', 'Should', 'Could'];
const DATES = ['03/14/2019', '2/3', 'March 3', 'June 2018', '12 May 2020', 'Tuesday', '2015', '04/2017', '10:30'];

class Writer {
  text = '';
  readonly spans: { start: number; end: number; tag: number }[] = [];
  readonly #random: () => number;
  readonly #pools: Pools;
  readonly #people: Record<string, string>;
  constructor(random: () => number, pools: Pools) {
    this.#random = random;
    this.#pools = pools;
    this.#people = { FIRST: this.#first(), LAST: this.#last() };
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.#random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
  chance(p: number): boolean {
    return this.#random() < p;
  }
  #first(): string {
    const kind = this.#random();
    if (kind < 0.07) return this.pick(this.#pools.wordNames);
    if (kind < 0.09) return this.pick(this.#pools.plainWords);
    if (kind < 0.22) {
      const made = strange(this.#random, 'given');
      return this.chance(0.1) ? `${made}-${strange(this.#random, 'given').toLowerCase()}` : made;
    }
    const name = this.pick(this.#pools.given);
    return this.chance(0.03) ? `${name}-${this.pick(this.#pools.given)}` : this.#misspelt(name);
  }
  #last(): string {
    const kind = this.#random();
    if (kind < 0.05) return this.pick(this.#pools.wordNames);
    if (kind < 0.075) return this.pick(this.#pools.plainWords);
    const name = kind < 0.25 ? strange(this.#random, 'family') : this.pick(this.#pools.surnames);
    const form = this.#random();
    if (form < 0.06) return this.pick(PARTICLES) + name;
    if (form < 0.1) return `${name}-${this.pick(this.#pools.surnames)}`;
    if (form < 0.12) return `${name} ${this.chance(0.3) ? 'y ' : ''}${strange(this.#random, 'family')}`;
    return this.#misspelt(name);
  }
  /** Sometimes a letter is lost, doubled or swapped, or an accent put on, so that the tagger cannot lean on the list alone. */
  #misspelt(name: string): string {
    if (!this.chance(0.12) || name.length < 4) return name;
    const at = 1 + Math.floor(this.#random() * (name.length - 2));
    const kind = this.#random();
    if (kind < 0.3) return name.slice(0, at) + name.slice(at + 1);
    if (kind < 0.6) return name.slice(0, at) + name.charAt(at) + name.slice(at);
    if (kind < 0.8) return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
    const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ', c: 'ç', s: 'š', z: 'ž' };
    return name.slice(0, at) + (accents[name.charAt(at)] ?? name.charAt(at)) + name.slice(at + 1);
  }

  put(text: string): void {
    this.text += text;
  }
  mark(text: string, tag: number): void {
    const start = this.text.length;
    this.text += text;
    this.spans.push({ start, end: this.text.length, tag });
  }

  /** Writes one frame, slots filled. */
  frame(frame: string): void {
    for (const piece of frame.split(
      /\b(FULL|FIRST|LAST|MR|DR|REL|CITY|STATE|HOSP|ORG|DRUG|Drug|COND|Cond|EPON|SOLO|TEST|DATE|NUM|AGE|HEAD|WORD|Rare|ROLE|LABEL)\b/,
    )) {
      this.slot(piece);
    }
  }

  slot(piece: string): void {
    const fill = this.#slots[piece];
    if (fill) fill();
    else this.put(piece);
  }

  readonly #slots: Readonly<Record<string, () => void>> = {
    FIRST: () =>
      this.mark(
        this.#own('FIRST', () => this.#first()),
        NAME,
      ),
    REL: () => this.mark(this.#first(), NAME),
    LAST: () =>
      this.mark(
        this.#own('LAST', () => this.#last()),
        NAME,
      ),
    FULL: () => this.mark(this.#full(this.chance(0.5) ? this.#people : this.#stranger()), NAME),
    MR: () => this.#mister(),
    DR: () => this.#clinician(),
    CITY: () => this.mark(this.pick(this.#pools.cities), PLACE_TAG),
    STATE: () => this.put(this.pick(this.#pools.regions)),
    HOSP: () => this.inner(this.pick(HOSPITALS)),
    ORG: () => this.inner(this.pick(ORGANISATIONS)),
    DRUG: () => this.put(this.pick(this.#pools.drugs)),
    Drug: () => this.put(titled(this.pick(this.#pools.drugs))),
    COND: () => this.put(this.#condition()),
    Cond: () => this.put(titled(this.pick(this.#pools.conditions))),
    EPON: () => this.put(this.pick(EPONYM_PHRASES)),
    SOLO: () => this.put(this.pick(SOLO_EPONYMS)),
    TEST: () => this.put(this.pick(TESTS)),
    DATE: () => this.put(this.pick(DATES)),
    NUM: () => this.put(String(Math.floor(this.#random() * 10 ** (1 + Math.floor(this.#random() * 4))))),
    AGE: () => this.put(String(1 + Math.floor(this.#random() * 98))),
    HEAD: () => this.put(this.pick(HEADINGS)),
    WORD: () => this.put(this.pick(MODALS)),
    Rare: () => this.put(this.pick(this.#pools.rareWords)),
    ROLE: () => this.put(this.chance(0.4) ? titled(this.pick(ROLES)) : this.pick(ROLES)),
    LABEL: () => this.put(this.pick(LABELS)),
  };

  #own(which: 'FIRST' | 'LAST', fresh: () => string): string {
    return this.chance(0.5) ? (this.#people[which] ?? '') : fresh();
  }
  #stranger(): Record<string, string> {
    return { FIRST: this.#first(), LAST: this.#last() };
  }
  #condition(): string {
    const one = this.pick(this.#pools.conditions);
    return this.chance(0.3) ? `${one} ${this.pick(this.#pools.conditions)}` : one;
  }
  #mister(): void {
    this.put(`${this.pick(['Mr.', 'Mrs.', 'Ms.', 'Miss', 'Mr', 'Mrs', 'Ms', 'Mister'])} `);
    if (this.chance(0.08)) this.mark(`${this.pick([...'ABCDEFGHJKLMNPRSTW'])}.`, NAME);
    else if (this.chance(0.2)) this.mark(`${this.#first()} ${this.#last()}`, NAME);
    else
      this.mark(
        this.#own('LAST', () => this.#last()),
        NAME,
      );
  }
  #clinician(): void {
    if (this.chance(0.12)) {
      this.mark(`${this.#first()} ${this.#last()}`, NAME);
      this.put(this.pick([', MD', ', M.D.', ' MD', ', DO', ', NP']));
      return;
    }
    this.put(`${this.pick(['Dr.', 'Dr.', 'Dr', 'Doctor', 'Prof.', 'DR.'])} `);
    this.mark(this.chance(0.25) ? this.#full(this.#stranger()) : this.#last(), NAME);
  }

  /** The name of a hospital or employer: one span over all that its slots write. */
  inner(frame: string): void {
    const start = this.text.length;
    const kept = this.spans.length;
    this.frame(frame);
    this.spans.length = kept;
    this.spans.push({ start, end: this.text.length, tag: ORGANISATION });
  }

  #full({ FIRST = '', LAST = '' }: Record<string, string>): string {
    const initial = this.pick([...'ABCDEFGHJKLMNPRSTW']);
    const kind = this.#random();
    if (kind < 0.6) return `${FIRST} ${LAST}`;
    if (kind < 0.7) return `${FIRST} ${initial}. ${LAST}`;
    if (kind < 0.75) return `${FIRST} ${initial} ${LAST}`;
    if (kind < 0.83) return `${LAST}, ${FIRST}`;
    if (kind < 0.88) return `${FIRST.charAt(0)}. ${LAST}`;
    if (kind < 0.91) return `${LAST}, ${FIRST} ${initial}.`;
    if (kind < 0.94) return `${FIRST} ${this.#first()} ${LAST}`;
    if (kind < 0.95) return `${FIRST} "${this.#first()}" ${LAST}`;
    if (kind < 0.97) return `${FIRST.toUpperCase()} ${LAST.toUpperCase()}`;
    return `${FIRST} ${LAST.toUpperCase()}`;
  }
}

/** One note of some frames and some sentences of `prose` (clinical text without names), in one of the styles that notes have. */
export function noteOf(seed: number, pools: Pools, prose: readonly string[]): Labelled {
  const random = randomOf(seed);
  const writer = new Writer(random, pools);
  const count = 4 + Math.floor(random() * 14);
  for (let k = 0; k < count; k += 1) {
    const kind = random();
    if (kind < 0.26) writer.frame(writer.pick(PEOPLE));
    else if (kind < 0.42) writer.frame(writer.pick(SHORTHAND));
    else if (kind < 0.5) writer.frame(writer.pick(PLACES));
    else if (kind < 0.64) writer.frame(writer.pick(NOTHING));
    else if (kind < 0.74) writer.frame(writer.pick(LOOKS_LIKE));
    else writer.frame(withPerson(writer.pick(prose), random));
    const gap = random();
    writer.put(gap < 0.6 ? ' ' : gap < 0.9 ? '\n' : '\n\n');
  }
  const style = random();
  const { text, spans } = writer;
  if (style < 0.13) return { text: upper(text), spans };
  if (style < 0.24) return { text: lower(text), spans };
  if (style < 0.28) return { text: lower(text).replace(/[.,:;'-]/g, ' '), spans };
  return { text, spans };
}

/** Case changed letter by letter, so that no offset moves. */
const upper = (text: string): string =>
  text.replace(/\p{Ll}/gu, (x) => (x.toUpperCase().length === 1 ? x.toUpperCase() : x));
const lower = (text: string): string =>
  text.replace(/\p{Lu}/gu, (x) => (x.toLowerCase().length === 1 ? x.toLowerCase() : x));

/** Prose with a person put where its text speaks of one. */
function withPerson(sentence: string, random: () => number): string {
  if (
    /\b(?:FULL|FIRST|LAST|MR|DR|REL|CITY|STATE|HOSP|ORG|DRUG|COND|EPON|SOLO|TEST|DATE|NUM|AGE|HEAD|WORD|Rare|ROLE|LABEL)\b/.test(
      sentence,
    )
  )
    return '';
  const who = ['MR', 'FIRST', 'FULL', 'LAST'][Math.floor(random() * 4)] ?? 'MR';
  if (random() < 0.45) return sentence;
  return sentence
    .replace(/^(?:He|She)\b/, who)
    .replace(/\b[Tt]he patient\b/, () => (random() < 0.7 ? who : 'the patient, FULL,'))
    .replace(/^An? (?=\d+-(?:year|month)-old)/, () => (random() < 0.7 ? 'FULL is a ' : 'MR, a '))
    .replace(/\bhis (wife|mother|son|daughter|brother)\b/, 'his $1 REL')
    .replace(/\bher (husband|mother|son|daughter|sister)\b/, 'her $1 REL')
    .replace(/\b(?:the|her|his|a) physician\b/, 'DR');
}
