/** What belongs to the names found: credentials' bearers, initials, particles, and the same names elsewhere in the text. */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { CAMEL, LINE, LOWER, MARK, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CREDENTIAL } from '../vocabulary.ts';
import { afterTitle } from './candidates.ts';
import { didSomething, initialsAlone, isDegree, joinedByCarets, particled } from './parts.ts';
import { PLACEHOLDER } from './rules.ts';
import { NAME } from './tagger.ts';
import { BRANDS, CLINICIANS, CREDENTIALS, DEEDS, EPONYM_HEADS, FORE, NEVER, RELATIONS, TITLES } from './words.ts';

/** Words in capitals or with a capital before ", MD" and the like. */
export function credentialled(doc: Tokens, tags: Uint8Array, why: (string | undefined)[]): void {
  for (let i = 2; i < doc.length; i += 1) {
    if (((doc.flags[i] ?? 0) & CREDENTIAL) === 0 || doc.kind[i] !== WORD) continue;
    const shape = doc.shape[i];
    const dotted = doc.lower[i] === 'm' || doc.lower[i] === 'd';
    if (
      shape !== UPPER &&
      !dotted &&
      !/^(?:PhD|PharmD|PsyD|Jr|Sr|MBBCh|MBChB|DPhil)$/.test(doc.text.slice(doc.start[i], doc.end[i]))
    )
      continue;
    let j = i - 1;
    if (doc.lower[j] === ',') j -= 1;
    else if ((doc.lower[i] ?? '').length < 2 || doc.capitals[i] === 1) continue;
    for (let k = 0; k < 3 && j >= 0; k += 1, j -= 1) {
      if (doc.lower[j] === '.' && (doc.lower[j - 1] ?? '').length === 1) continue;
      const bits = doc.bits[j] ?? 0;
      const fits =
        doc.kind[j] === WORD &&
        doc.shape[j] !== LOWER &&
        !NEVER.has(doc.lower[j] ?? '') &&
        !TITLES.has(doc.lower[j] ?? '') &&
        !CREDENTIALS.has(doc.lower[j] ?? '');
      if (
        !fits ||
        (commonLevel(bits) >= 3 && surnameLevel(bits) + givenLevel(bits) === 0) ||
        (bits & (DRUG | MEDICAL)) !== 0
      )
        break;
      if (tags[j] === 0) {
        tags[j] = NAME;
        why[j] = 'before a credential';
      }
      if ((doc.gap[j] ?? 0) >= LINE) break;
    }
  }
}

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
  'st',
  'mc',
  'mac',
  'y',
  'ter',
  'ten',
  'ap',
  'ben',
  'abu',
  'della',
  'dela',
  "o'",
  'binti',
  'bint',
]);

/** Between two surnames, or before the last: "Silva e Sousa", "van 't Hof". */
const BETWEEN_SURNAMES = new Set([
  'e',
  'y',
  'i',
  't',
  'und',
  'zu',
  'af',
  'op',
  'het',
  'lo',
  'las',
  'los',
  'san',
  'santa',
  'dal',
  'o',
]);

/** Initials beside a name, particles and hyphens inside one, the other half of a hyphenated name. */
export function belonging(doc: Tokens, tags: Uint8Array, why: (string | undefined)[], skip: Uint8Array): void {
  const join = (i: number, reason: string) => {
    tags[i] = NAME;
    why[i] ??= reason;
  };
  for (let i = 0; i < doc.length; i += 1) {
    if (doc.kind[i] === MARK && tags[i] !== 0 && why[i] === undefined) tags[i] = 0;
    if (tags[i] !== 0 || doc.kind[i] !== WORD || skip[doc.start[i] ?? 0] === 1) continue;
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
      if (PLACEHOLDER.test(lower) && !nextNamed) continue;
      if (isDegree(doc, i)) continue;
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
  for (let i = doc.length - 4; i >= 0; i -= 1) {
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
  for (let i = 1; i < doc.length; i += 1) particled(doc, tags, i, join);
  for (let i = doc.length - 2; i >= 0; i -= 1) {
    // "GERSON ALARID, RN": the word before a surname.
    if (
      tags[i] !== 0 ||
      tags[i + 1] !== NAME ||
      doc.kind[i] !== WORD ||
      doc.kind[i + 1] !== WORD ||
      doc.gap[i + 1] !== 1 ||
      skip[doc.start[i] ?? 0] === 1
    )
      continue;
    const lower = doc.lower[i] ?? '';
    const bits = doc.bits[i] ?? 0;
    if (lower.length < 2 || doc.shape[i] === LOWER || why[i + 1]?.startsWith('after a') === true) continue;
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
      continue;
    join(i, 'before a surname');
  }
  joinedByCarets(doc, tags, join);
  for (let i = 0; i < doc.length; i += 1) {
    const person = initialsAlone(doc, i);
    if (person)
      for (const k of person) if (tags[k] === 0 && skip[doc.start[k] ?? 0] !== 1) join(k, 'initials of a person');
  }
  for (let i = 2; i < doc.length; i += 1) {
    // "this is sienna brienza calling"
    if (doc.lower[i] !== 'calling' && doc.lower[i] !== 'speaking') continue;
    let j = i - 1;
    while (j > i - 5 && j > 1 && doc.kind[j] === WORD && doc.lower[j] !== 'is') j -= 1;
    if (doc.lower[j] !== 'is' || doc.lower[j - 1] !== 'this' || j < i - 4) continue;
    for (let k = j + 1; k < i; k += 1)
      if (!TITLES.has(doc.lower[k] ?? '') && tags[k] === 0 && doc.lower[k] !== 'the') join(k, 'a caller');
  }
  // Initials may stand in a row ("J. R. Smith"): once more from the end.
  for (let i = doc.length - 3; i >= 0; i -= 1) {
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

/** The text's sure names wherever else they stand. */
export function elsewhere(
  doc: Tokens,
  tags: Uint8Array,
  why: (string | undefined)[],
  sure: ReadonlySet<string>,
  skip: Uint8Array,
): void {
  if (sure.size === 0) return;
  for (let i = 0; i < doc.length; i += 1) {
    if (tags[i] !== 0 || doc.kind[i] !== WORD || !sure.has(doc.lower[i] ?? '') || skip[doc.start[i] ?? 0] === 1)
      continue;
    const common = commonLevel(doc.bits[i] ?? 0);
    const shape = doc.shape[i];
    const eponym =
      EPONYM_HEADS.has(doc.lower[i + 1] ?? '') ||
      (doc.lower[i + 2] === 's' && EPONYM_HEADS.has(doc.lower[i + 3] ?? ''));
    if (eponym || NEVER.has(doc.lower[i] ?? '') || BRANDS.has(doc.lower[i] ?? '')) continue;
    const cased =
      (shape === TITLE || shape === CAMEL || (shape === UPPER && doc.capitals[i] === 0)) &&
      !(common >= 4 && doc.opens[i] === 1 && !DEEDS.has(doc.lower[i + 1] ?? ''));
    const plain = common < 2 && ((doc.bits[i] ?? 0) & (DRUG | MEDICAL)) === 0;
    if (cased || plain) {
      tags[i] = NAME;
      why[i] = 'a name elsewhere in the text';
    }
  }
}
