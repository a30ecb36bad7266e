/** What belongs to the names found: initials, particles, parts with hyphens, the word before a surname. */
import { commonLevel, DRUG, givenLevel, MEDICAL } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MARK, TITLE, type Tokens, WORD } from '../tokens.ts';
import { afterTitle } from './candidates.ts';
import { initialsAlone, initialsOfNames } from './initials.ts';
import { PLACEHOLDER } from './nobody.ts';
import { didSomething, isDegree, joinedByCarets, particled } from './parts.ts';
import { NAME } from './tagger.ts';
import { BRANDS, CLINICIANS, CREDENTIALS, DEEDS, EPONYM_HEADS, FORE, NEVER, RELATIONS, TITLES } from './words.ts';

const PARTICLES = setOf(
  "de la van von der den da di del dos du le el al bin ibn st mc mac y ter ten ap ben abu della dela o' binti bint",
);
/** Between two surnames, or before the last: "Silva e Sousa", "van 't Hof". */
const BETWEEN_SURNAMES = setOf('e y i t und zu af op het lo las los san santa dal o');

interface Text {
  readonly doc: Tokens;
  readonly tags: Uint8Array;
  readonly why: (string | undefined)[];
  readonly skip: Uint8Array;
  readonly join: (i: number, reason: string) => void;
}

/** So far a name reaches: initials, particles and surnames in a row. */
const REACH = 8;

/** Tokens near a name, or near a letter that stands alone, in order: the others belong to nobody. */
function nearNames({ doc, tags }: Text): Int32Array {
  const near = new Int32Array(doc.length);
  let n = 0;
  let done = 0;
  for (let i = 0; i < doc.length; i += 1) {
    const named =
      tags[i] === NAME ||
      (doc.kind[i] === WORD && (doc.end[i] ?? 0) - (doc.start[i] ?? 0) === 1) ||
      doc.lower[i] === '^' ||
      doc.lower[i] === 'by';
    if (!named) continue;
    const last = Math.min(doc.length - 1, i + REACH);
    for (let j = Math.max(done, i - REACH); j <= last; j += 1) near[n++] = j;
    done = Math.max(done, last + 1);
  }
  return near.subarray(0, n);
}

/** Initials beside a name, particles and hyphens inside one, the other half of a hyphenated name. */
export function belonging(doc: Tokens, tags: Uint8Array, why: (string | undefined)[], skip: Uint8Array): void {
  const join = (i: number, reason: string) => {
    tags[i] = NAME;
    why[i] ??= reason;
  };
  const text: Text = { doc, tags, why, skip, join };
  const near = nearNames(text);
  for (const i of near) besideName(text, i);
  for (let k = near.length - 1; k >= 0; k -= 1) beforeInitial(text, near[k] ?? 0);
  for (const i of near) particled(doc, tags, i, join);
  for (let k = near.length - 1; k >= 0; k -= 1) beforeSurname(text, near[k] ?? 0);
  if (doc.text.includes('^')) joinedByCarets(doc, tags, join);
  const whole = initialsOfNames(doc, tags);
  for (const i of near)
    for (const k of initialsAlone(doc, i, whole) ?? [])
      if (tags[k] === 0 && skip[doc.start[k] ?? 0] !== 1) join(k, 'initials of a person');
  for (let i = 2; i < doc.length; i += 1)
    if (doc.lower[i] === 'calling' || doc.lower[i] === 'speaking') caller(text, i);
  // Initials may stand in a row ("J. R. Smith"): once more from the end.
  for (let k = near.length - 1; k >= 0; k -= 1) rowOfInitials(text, near[k] ?? 0);
}

/** Initials, particles, halves of names with a hyphen. */
function besideName({ doc, tags, why, skip, join }: Text, i: number): void {
  if (doc.kind[i] === MARK && tags[i] !== 0 && why[i] === undefined) tags[i] = 0;
  if (tags[i] !== 0 || doc.kind[i] !== WORD || skip[doc.start[i] ?? 0] === 1) return;
  const lower = doc.lower[i] ?? '';
  const before = (doc.gap[i] ?? 0) <= 1 && tags[i - 1] === NAME;
  const dotted = doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0;
  const after = i + (dotted ? 2 : 1);
  const nextNamed = tags[after] === NAME && (doc.gap[after] ?? 0) <= 1;
  const small =
    doc.caseless &&
    doc.shape[i] === LOWER &&
    !(lower === 's' && doc.gap[i] === 0) &&
    (dotted || before) &&
    (lower !== 'a' || dotted) &&
    lower !== 'i';
  if (lower.length === 1 && (doc.shape[i] !== LOWER || small)) {
    if (PLACEHOLDER.test(lower) && !nextNamed) return;
    if (isDegree(doc, i)) return;
    const afterComma = doc.lower[i - 1] === ',' && tags[i - 2] === NAME && dotted;
    const opening = doc.lower[i - 1] === '.' && tags[i - 2] === NAME && (doc.lower[i - 2] ?? '').length === 1;
    const startsSentence =
      (lower === 'i' && !(dotted && nextNamed)) ||
      (lower === 'a' && !dotted && before && !nextNamed && i + 1 < doc.length && (doc.gap[i + 1] ?? 0) < LINE);
    if (
      (nextNamed && !startsSentence) ||
      (before && !startsSentence && (doc.lower[i - 1] ?? '').length > 1) ||
      afterComma ||
      opening ||
      initialAfterTitle(doc, i)
    )
      join(i, 'initial of a name');
  } else if (
    PARTICLES.has(lower) &&
    nextNamed &&
    ((FORE.has(lower) && doc.gap[after] === 1 && !dotted) ||
      before ||
      doc.shape[i] !== LOWER ||
      tags[i - 2] === NAME ||
      doc.lower[i - 1] === '.')
  ) {
    join(i, 'particle of a name');
  } else if (
    BETWEEN_SURNAMES.has(lower) &&
    (before || (doc.lower[i - 1] === "'" && tags[i - 2] === NAME)) &&
    nextNamed &&
    doc.gap[after] === 1
  ) {
    join(i, 'particle of a name');
  } else if (
    (doc.gap[i] === 0 && doc.lower[i - 1] === '-' && tags[i - 2] === NAME) ||
    (doc.lower[i + 1] === '-' && doc.gap[i + 1] === 0 && doc.gap[i + 2] === 0 && tags[i + 2] === NAME)
  ) {
    if (doc.shape[i] !== LOWER || doc.caseless || PARTICLES.has(lower)) join(i, 'part of a name with a hyphen');
  }
}

/** A given name that is a word, before an initial and a surname. */
function beforeInitial({ doc, tags, join }: Text, i: number): void {
  // "Will S. Marchetti": a given name that is a word.
  const initialled =
    tags[i] === 0 &&
    doc.shape[i] === TITLE &&
    givenLevel(doc.bits[i] ?? 0) >= 1 &&
    tags[i + 1] === NAME &&
    (doc.lower[i + 1] ?? '').length === 1 &&
    doc.gap[i + 1] === 1 &&
    doc.lower[i + 2] === '.' &&
    tags[i + 3] === NAME &&
    doc.gap[i + 3] === 1;
  if (initialled && !NEVER.has(doc.lower[i] ?? '') && !TITLES.has(doc.lower[i] ?? ''))
    join(i, 'before an initial and a surname');
}

/** The word before a surname. */
function beforeSurname({ doc, tags, why, skip, join }: Text, i: number): void {
  // "GERSON ALARID, RN": the word before a surname.
  if (
    tags[i] !== 0 ||
    tags[i + 1] !== NAME ||
    doc.kind[i] !== WORD ||
    doc.kind[i + 1] !== WORD ||
    doc.gap[i + 1] !== 1 ||
    skip[doc.start[i] ?? 0] === 1
  )
    return;
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  if (lower.length < 2 || doc.shape[i] === LOWER || why[i + 1]?.startsWith('after a') === true) return;
  const given = givenLevel(bits) >= 2;
  const modal = lower === 'may' || lower === 'will';
  const spoken = modal && (doc.opens[i] === 0 || didSomething(doc, i + 2));
  const other =
    (NEVER.has(lower) && !spoken) ||
    (BRANDS.has(lower) && !given) ||
    TITLES.has(lower) ||
    CREDENTIALS.has(lower) ||
    RELATIONS.has(lower) ||
    CLINICIANS.has(lower) ||
    DEEDS.has(lower) ||
    EPONYM_HEADS.has(lower);
  if (
    other ||
    commonLevel(bits) > (spoken ? 5 : givenLevel(bits) > 0 ? (didSomething(doc, i + 2) ? 5 : 4) : 2) ||
    ((bits & (DRUG | MEDICAL)) !== 0 && !given)
  )
    return;
  join(i, 'before a surname');
}

/** "This is Ann Bell calling". */
function caller({ doc, tags, join }: Text, i: number): void {
  // "this is sienna brienza calling"
  if (doc.lower[i] !== 'calling' && doc.lower[i] !== 'speaking') return;
  let j = i - 1;
  while (j > i - 5 && j > 1 && doc.kind[j] === WORD && doc.lower[j] !== 'is') j -= 1;
  if (doc.lower[j] !== 'is' || doc.lower[j - 1] !== 'this' || j < i - 4) return;
  for (let k = j + 1; k < i; k += 1)
    if (!TITLES.has(doc.lower[k] ?? '') && tags[k] === 0 && doc.lower[k] !== 'the') join(k, 'a caller');
}

/** "J. R. Smith", "van der Berg". */
function rowOfInitials({ doc, tags, why, join }: Text, i: number): void {
  if (
    tags[i] === 0 &&
    doc.kind[i] === WORD &&
    (doc.lower[i] ?? '').length === 1 &&
    doc.shape[i] !== LOWER &&
    doc.lower[i + 1] === '.' &&
    tags[i + 2] === NAME &&
    (doc.gap[i + 2] ?? 0) <= 1 &&
    (doc.lower[i] !== 'i' || doc.gap[i + 2] === 0)
  )
    join(i, 'initial of a name');
  else if (
    tags[i] === 0 &&
    PARTICLES.has(doc.lower[i] ?? '') &&
    tags[i + 1] === NAME &&
    (why[i + 1] === 'particle of a name' || FORE.has(doc.lower[i] ?? '')) &&
    (doc.gap[i + 1] ?? 0) <= 1
  )
    join(i, 'particle of a name');
}

/** "Mr. J.", "Dr. K": not the X, Y, Z of texts that were de-identified before. */
function initialAfterTitle(doc: Tokens, i: number): boolean {
  return (
    (afterTitle(doc, i) || isPatientInitial(doc, i)) &&
    !PLACEHOLDER.test(doc.lower[i] ?? '') &&
    doc.kind[i + 1] !== 0 &&
    doc.lower[i] !== 'i'
  );
}

/** "Pt J.S.", "patient A.B.": two initials with stops after a word for the patient. */
function isPatientInitial(doc: Tokens, i: number): boolean {
  const first = doc.lower[i - 1] === '.' && (doc.lower[i - 2] ?? '').length === 1 && doc.gap[i] === 0 ? i - 2 : i;
  const word = doc.lower[first - 1] ?? '';
  if (word !== 'pt' && word !== 'patient' && word !== 'client') return false;
  return doc.lower[first + 1] === '.' && (doc.lower[first + 2] ?? '').length === 1 && doc.lower[first + 3] === '.';
}
