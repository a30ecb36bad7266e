/** What the record says of its people, places and numbers, made ready for search; kept by the object of identifiers. */
import type { KnownIdentifiers, ScrubCategory } from '../../scrub.ts';
import { folded } from '../fold.ts';
import { CREDENTIALS, SURE_TITLES } from '../names/words.ts';
import { NICKNAMES } from './nicknames.ts';

export interface Part {
  /** The record's own spelling, folded: what the surrogate is made from. */
  readonly as: string;
  readonly kind: 'given' | 'family';
  readonly role: string;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly category: ScrubCategory;
  readonly why: string;
}

export interface KnownIndex {
  readonly parts: ReadonlyMap<string, Part>;
  /** Parts of five letters or more, for fuzzy search. */
  readonly long: readonly (readonly [word: string, part: Part])[];
  readonly initials: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Letters and digits of numbers, lower case. */
  readonly numbers: ReadonlyMap<string, ScrubCategory>;
  readonly birthYear: string;
}

const indexes = new WeakMap<KnownIdentifiers, KnownIndex>();

export function indexOf(known: KnownIdentifiers): KnownIndex {
  const old = indexes.get(known);
  if (old) return old;
  const fresh = build(known);
  indexes.set(known, fresh);
  return fresh;
}

const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'del',
  'dos',
  'du',
  'ter',
  'ten',
  'the',
  'of',
  'and',
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
]);
const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}\d'’]+/gu) ?? []).map(folded).filter((word) => word !== '');

function build(known: KnownIdentifiers): KnownIndex {
  const parts = new Map<string, Part>();
  const initials = new Map<string, string>();
  const phrases = new Map<string, Phrase[]>();
  const numbers = new Map<string, ScrubCategory>();

  const addPart = (word: string, part: Part) => {
    if (word.length < 2 || PARTICLES.has(word) || SURE_TITLES.has(word) || CREDENTIALS.has(word) || /\d/.test(word))
      return;
    if (!parts.has(word)) parts.set(word, part);
  };
  const addName = (text: string, kind: Part['kind'], role: string) => {
    const words = wordsIn(text);
    // A surname that is nothing but a particle ("Von") is a name all the same.
    const [only = '', second] = words;
    if (kind === 'family' && second === undefined && only.length >= 3 && PARTICLES.has(only) && !parts.has(only))
      parts.set(only, { as: only, kind, role });
    for (const word of words) addPart(word, { as: word, kind, role });
    if (words.length > 1) addPart(words.join(''), { as: words.join(''), kind, role });
    if (kind !== 'given') return;
    for (const word of words) for (const nick of NICKNAMES.get(word) ?? []) addPart(nick, { as: word, kind, role });
  };
  for (const person of known.people) {
    for (const name of person.family) addName(name, 'family', person.role);
    for (const name of person.given) addName(name, 'given', person.role);
    for (const whole of person.whole) {
      const words = wordsIn(whole).filter((word) => !SURE_TITLES.has(word) && !CREDENTIALS.has(word));
      for (const [at, word] of words.entries()) {
        const last = whole.includes(',') ? at === 0 : at === words.length - 1;
        addName(word, last ? 'family' : 'given', person.role);
      }
    }
    const [given = '', family = ''] = [person.given[0] ?? '', person.family[0] ?? ''].map((name) => folded(name));
    if (given && family) {
      const middle = folded(person.given[1] ?? '').charAt(0);
      initials.set(given.charAt(0) + family.charAt(0), person.role);
      if (middle) initials.set(given.charAt(0) + middle + family.charAt(0), person.role);
    }
  }
  const addPhrase = (text: string, category: ScrubCategory, why: string) => {
    const words = wordsIn(text);
    const [first] = words;
    if (first === undefined || (words.length === 1 && first.length < 4)) return;
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), { words, category, why }].sort((a, b) => b.words.length - a.words.length),
    );
  };
  for (const name of known.organisations) addPhrase(name, 'organisation', 'known: organisation of the record');
  for (const line of known.addresses) addPhrase(line, 'address', 'known: address of the record');
  for (const place of known.places) addPhrase(place, 'place', 'known: place of the record');
  const addNumber = (text: string, category: ScrubCategory) => {
    const bare = folded(text).replace(/[^\p{L}\d]/gu, '');
    if (bare.length >= 4 && /\d/.test(bare)) numbers.set(bare, category);
    return bare;
  };
  for (const zip of known.zips) addNumber(zip, 'zip');
  for (const id of known.ids) addNumber(id, 'id');
  for (const phone of known.phones) {
    const bare = addNumber(phone, 'phone');
    if (bare.length === 11 && bare.startsWith('1')) numbers.set(bare.slice(1), 'phone');
    if (bare.startsWith('44')) numbers.set(`0${bare.slice(2).replace(/^0/, '')}`, 'phone');
    if (bare.length >= 10) numbers.set(bare.slice(-7), 'phone');
  }
  const long = [...parts].filter(([word]) => word.length >= 4);
  return { parts, long, initials, phrases, numbers, birthYear: known.birthDate?.slice(0, 4) ?? '' };
}
