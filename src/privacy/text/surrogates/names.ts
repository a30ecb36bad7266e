/** Names to put in the place of names: the same for the same name within a patient, of the same sex where that shows. */
import type { ScrubContext } from '../../scrub.ts';
import { folded } from '../fold.ts';
import type { KnownIndex } from '../known/index.ts';
import {
  commonLevel,
  DRUG,
  EPONYM,
  FEMALE,
  givenLevel,
  MALE,
  MEDICAL,
  PLACE,
  REGION,
  surnameLevel,
} from '../lexicon/bits.ts';
import { wordList } from '../lexicon/load.ts';
import { BRANDS, EPONYMS, NEVER } from '../names/words.ts';

interface Lists {
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly family: readonly string[];
}

let lists: Lists | undefined;

function names(): Lists {
  if (lists) return lists;
  const male: string[] = [];
  const female: string[] = [];
  const family: string[] = [];
  for (const [word, bits] of wordList()) {
    const other = (bits & (DRUG | EPONYM | MEDICAL | PLACE | REGION)) !== 0 || commonLevel(bits) > 0;
    if (other || !/^[a-z]{4,9}$/.test(word) || EPONYMS.has(word) || NEVER.has(word) || BRANDS.has(word)) continue;
    if (givenLevel(bits) === 3 && (bits & FEMALE) === 0) male.push(word);
    else if (givenLevel(bits) === 3 && (bits & MALE) === 0) female.push(word);
    else if (surnameLevel(bits) >= 2 && givenLevel(bits) === 0) family.push(word);
  }
  lists = { male, female, family };
  return lists;
}

/** A number from the first bytes of a keyed value. */
export const numberOf = (bytes: Uint8Array, from = 0): number =>
  (((bytes[from] ?? 0) << 24) |
    ((bytes[from + 1] ?? 0) << 16) |
    ((bytes[from + 2] ?? 0) << 8) |
    (bytes[from + 3] ?? 0)) >>>
  0;

const PARTICLES = new Set([
  'de',
  'la',
  'van',
  'von',
  'der',
  'den',
  'da',
  'di',
  'del',
  'dos',
  'du',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
]);

/** In the place of one word of a name; `as` is "given:john", "family:smith" or "initials:js" where the record knows it. */
export function nameFor(word: string, as: string | undefined, context: ScrubContext, index: KnownIndex): string {
  const low = folded(word);
  if (as?.startsWith('initials:'))
    return word.replace(/\p{L}/gu, (letter) => cased(initialFor(letter, context, index), letter));
  if (low.length === 1) return cased(initialFor(low, context, index), word);
  if (PARTICLES.has(low) && as === undefined) return word;
  const [kind, key] = as?.split(':') ?? [undefined, low];
  return cased(pick(key ?? low, kind, context, index), word);
}

function initialFor(letter: string, context: ScrubContext, index: KnownIndex): string {
  const low = folded(letter);
  for (const [word, part] of index.parts) {
    if (part.role === 'patient' && word === part.as && word.startsWith(low))
      return pick(part.as, part.kind, context, index).charAt(0);
  }
  const code = numberOf(context.keyed('name', `initial ${low}`)) % 25;
  const all = 'abcdefghijklmnopqrstuvwxyz'.replace(low, '');
  return all.charAt(code);
}

function pick(key: string, kind: string | undefined, context: ScrubContext, index: KnownIndex): string {
  const bits = wordList().get(key) ?? 0;
  const given = kind === 'given' || (kind === undefined && givenLevel(bits) > surnameLevel(bits));
  const { male, female, family } = names();
  const bytes = context.keyed('name', key);
  const list = !given
    ? family
    : (bits & MALE) !== 0 && (bits & FEMALE) === 0
      ? male
      : (bits & FEMALE) !== 0 && (bits & MALE) === 0
        ? female
        : (bytes[8] ?? 0) % 2 === 0
          ? male
          : female;
  for (let step = 0; step < 32; step += 1) {
    const name = list[(numberOf(bytes) + step) % list.length] ?? '';
    if (name !== key && !index.parts.has(name)) return name;
  }
  return 'person';
}

/** In the case of the word it stands for. */
export function cased(name: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return name.toUpperCase();
  if (like === like.toLowerCase() && like !== like.toUpperCase()) return name;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
