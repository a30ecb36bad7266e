/** Names by what stands beside them: a role, a relation in brackets, another name across a stroke, a nickname in quotes. */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { CAMEL, LINE, LOWER, MARK, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { NAME } from './tagger.ts';
import { BRANDS, CLINICIANS, CREDENTIALS, EPONYM_HEADS, NEVER, RELATIONS, TITLES } from './words.ts';

/** Roles that stand before a surname as a title does. */
const ROLES = setOf(
  'officer constable chaplain reverend rev attorney detective sergeant deputy trooper inspector pastor rabbi imam nurse surgeon coach baby justice councillor senator principal paramedic rn lpn cna née nee aka alias',
);
/** What follows a role without being a name. */
const NO_BEARER = setOf(
  'general practitioner services service manager assistant aspirin boy girl involved notified aware visited visit case anesthetist teeth tooth powder shampoo monitor specialist educator midwife navigator led only on at in to the and was is for of with gown blues wipes',
);

const capitalised = (doc: Tokens, i: number): boolean =>
  doc.shape[i] === TITLE || doc.shape[i] === CAMEL || (doc.shape[i] === UPPER && doc.capitals[i] === 1);

const isOther = (doc: Tokens, i: number): boolean => {
  const lower = doc.lower[i] ?? '';
  return (
    NEVER.has(lower) ||
    BRANDS.has(lower) ||
    CREDENTIALS.has(lower) ||
    TITLES.has(lower) ||
    CLINICIANS.has(lower) ||
    RELATIONS.has(lower)
  );
};

/** "Officer Bell", "Chaplain Lor", "Baby Okoye". */
export function afterRole(doc: Tokens, i: number): boolean {
  if (doc.gap[i] !== 1 || !ROLES.has(doc.lower[i - 1] ?? '') || !capitalised(doc, i)) return false;
  const lower = doc.lower[i] ?? '';
  if (NO_BEARER.has(lower) || isOther(doc, i)) return false;
  const bits = doc.bits[i] ?? 0;
  if ((bits & (DRUG | MEDICAL)) !== 0 && givenLevel(bits) + surnameLevel(bits) === 0) return false;
  if (EPONYM_HEADS.has(doc.lower[i + 1] ?? '')) return false;
  const plain = doc.shape[i] === UPPER || doc.shape[i - 1] === LOWER;
  return commonLevel(bits) < (plain ? 3 : 5) || surnameLevel(bits) + givenLevel(bits) >= (plain ? 2 : 1);
}

type Join = (i: number, reason: string) => void;

/** What can be told once the names of the text are found. */
export function besides(doc: Tokens, tags: Uint8Array, skip: Uint8Array, join: Join): void {
  const free = (i: number): boolean =>
    i >= 0 && i < doc.length && tags[i] === 0 && doc.kind[i] === WORD && skip[doc.start[i] ?? 0] !== 1;
  for (let i = 1; i + 1 < doc.length; i += 1) {
    if (doc.lower[i] === 'and') lastOfList(doc, tags, i, free, join);
    if (doc.kind[i] !== MARK) continue;
    const lower = doc.lower[i] ?? '';
    if (lower === '/') {
      stroke(doc, tags, i, free, join);
      if (isTypist(doc, i)) {
        if (tags[i - 1] === 0) join(i - 1, 'initials of who dictated');
        if (tags[i + 1] === 0) join(i + 1, 'initials of who typed');
      }
    } else if (lower === '(' && RELATIONS.has(doc.lower[i + 1] ?? '') && /^[),]$/.test(doc.lower[i + 2] ?? '')) {
      for (let j = i - 1; j > i - 4 && (doc.gap[j + 1] ?? 9) <= 1; j -= 1) {
        if (!free(j)) {
          if (tags[j] === NAME) continue;
          break;
        }
        if (!bears(doc, j)) break;
        join(j, 'before a relation in brackets');
      }
    } else if (/^["“(]$/.test(lower) && tags[i - 1] === NAME && /^["”)]$/.test(doc.lower[i + 2] ?? '')) {
      if (free(i + 1) && tags[i + 3] === NAME && doc.shape[i + 1] !== LOWER) join(i + 1, 'nickname within a name');
    } else if (lower === '-' && doc.gap[i] === 0 && doc.gap[i + 1] === 0) syllables(doc, tags, i, free, join);
  }
}

const bears = (doc: Tokens, i: number): boolean =>
  (doc.shape[i] !== LOWER || (doc.caseless && commonLevel(doc.bits[i] ?? 0) < 4)) && !isOther(doc, i);

/** "Ann, Lech, and Skip", "Ann and May agree": the last of people told in a row, where case tells a name. */
function lastOfList(doc: Tokens, tags: Uint8Array, i: number, free: (i: number) => boolean, join: Join): void {
  const other = i + 1;
  const comma = doc.lower[i - 1] === ',';
  const last = comma ? i - 2 : i - 1;
  if (tags[last] !== NAME || !free(other) || doc.gap[other] !== 1 || doc.gap[i] !== 1) return;
  if (doc.shape[other] !== TITLE || doc.capitals[other] === 1 || isOther(doc, other)) return;
  const listed = comma || (doc.lower[last - 1] === ',' && tags[last - 2] === NAME);
  const bits = doc.bits[other] ?? 0;
  const known = givenLevel(bits) >= 2 || (listed && givenLevel(bits) + surnameLevel(bits) > 0);
  const foreign = commonLevel(bits) === 0 && (bits & (DRUG | MEDICAL)) === 0;
  if (!known && !foreign) return;
  if (EPONYM_HEADS.has(doc.lower[other + 1] ?? '')) return;
  join(other, 'last of a list of people');
}

/** "Bajwa / Stone / Day": a name across a stroke from a name. */
function stroke(doc: Tokens, tags: Uint8Array, i: number, free: (i: number) => boolean, join: Join): void {
  const pairs = [
    [i - 1, i + 1],
    [i + 1, i - 1],
  ] as const;
  for (const [known, other] of pairs) {
    if (
      tags[known] !== NAME ||
      !free(other) ||
      (doc.lower[other] ?? '').length < 2 ||
      !capitalised(doc, other) ||
      isOther(doc, other)
    )
      continue;
    const bits = doc.bits[other] ?? 0;
    if ((bits & (DRUG | MEDICAL)) !== 0 && givenLevel(bits) + surnameLevel(bits) === 0) continue;
    if (commonLevel(bits) >= 5 && surnameLevel(bits) === 0) continue;
    join(other, 'across a stroke from a name');
  }
}

/** "DB/ib" alone on its line, at the end of a dictation. */
function isTypist(doc: Tokens, i: number): boolean {
  if (doc.gap[i] !== 0 || doc.gap[i + 1] !== 0 || doc.kind[i - 1] !== WORD || doc.kind[i + 1] !== WORD) return false;
  const [a, b] = [doc.lower[i - 1] ?? '', doc.lower[i + 1] ?? ''];
  if (a.length < 2 || a.length > 3 || b.length < 2 || b.length > 3) return false;
  if (doc.shape[i - 1] !== UPPER && !(doc.caseless && doc.shape[i - 1] === LOWER)) return false;
  const begins = i - 1 === 0 || (doc.gap[i - 1] ?? 0) >= LINE;
  const ends = i + 2 >= doc.length || (doc.gap[i + 2] ?? 0) >= LINE || doc.lower[i + 2] === ':';
  return begins && ends;
}

/** Before a hyphen without being part of a name. */
const PREFIXES = setOf(
  'pre post non anti co re self semi multi intra peri sub inter extra ex de un mid well full half low high in on off up all c a t x',
);

/** Behind a name and a hyphen without being part of it: "Rhoda-like". */
const SUFFIXES = setOf(
  'like led type free run made same to and or the of is was at in on for with as by if so he she has had who',
);

/** "Soon-ja", "Joon-ho": a given name of two syllables, the second small and no English. */
function syllables(doc: Tokens, tags: Uint8Array, i: number, free: (i: number) => boolean, join: Join): void {
  const second = doc.lower[i + 1] ?? '';
  if (doc.shape[i + 1] !== LOWER || doc.kind[i + 1] !== WORD || doc.caseless || second.length > 6) return;
  if (tags[i - 1] === NAME) {
    if (
      free(i + 1) &&
      second.length > 1 &&
      (commonLevel(doc.bits[i + 1] ?? 0) <= 4 || (second.length <= 4 && !SUFFIXES.has(second)))
    )
      join(i + 1, 'part of a name with a hyphen');
    return;
  }
  const first = doc.lower[i - 1] ?? '';
  const foreign =
    second.length <= 5 &&
    /[aeiou]/.test(second) &&
    (commonLevel(doc.bits[i + 1] ?? 0) <= 1 ||
      (commonLevel(doc.bits[i + 1] ?? 0) <= 4 &&
        givenLevel(doc.bits[i + 1] ?? 0) + surnameLevel(doc.bits[i + 1] ?? 0) > 0)) &&
    !/^(?:neg|pos|op|ups?|ins?|offs?|outs?|on)$/.test(second) &&
    ((doc.bits[i + 1] ?? 0) & (DRUG | MEDICAL)) === 0 &&
    ((doc.bits[i - 1] ?? 0) & (DRUG | MEDICAL)) === 0;
  if (
    !foreign ||
    !free(i - 1) ||
    doc.shape[i - 1] !== TITLE ||
    PREFIXES.has(first) ||
    NEVER.has(first) ||
    first.length > 6
  )
    return;
  join(i - 1, 'given name of two syllables');
  if (free(i + 1)) join(i + 1, 'given name of two syllables');
}
