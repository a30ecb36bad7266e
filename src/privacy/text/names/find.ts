/**
 * People, and places and organisations that the tagger sees, in one text. First the tagger with the rules that overrule it
 * (titles, eponyms, drugs); then what belongs to a name (initials, particles); then the same names elsewhere in the text.
 */
import { CONTEXT, type Found, TAGGER } from '../found.ts';
import { commonLevel, DRUG, EPONYM, givenLevel, MEDICAL, REGION, surnameLevel } from '../lexicon/bits.ts';
import { CAMEL, LINE, LOWER, MARK, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CREDENTIAL } from '../vocabulary.ts';
import { afterTitle, isCandidate } from './candidates.ts';
import { viewOf } from './features.ts';
import { chancesAt, NAME, ORGANISATION, PLACE_TAG, type Tagger } from './tagger.ts';
import { BRANDS, CLINICIANS, CREDENTIALS, DEEDS, EPONYM_HEADS, EPONYMS, NEVER, RELATIONS, TITLES } from './words.ts';

/** Least chance of being a name at which a word is one: below one half, since a name missed costs more than a word lost. */
const LEAST = 0.35;
/** Chance from which a word is taken for a name elsewhere in the text too. */
const SURE = 0.9;
/** Stand-ins for names in texts that were de-identified before. */
const PLACEHOLDER = /^(?:x{1,4}|y{1,3}|z{1,3}|xyz|abc|abcd|xx+|name|doe_|redacted)$/;
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

/** `skip` marks the units of the text that other detectors have taken as numbers, dates or addresses of the network. */
export function namesIn(doc: Tokens, tagger: Tagger, skip: Uint8Array): Found[] {
  const view = viewOf(doc);
  const why: (string | undefined)[] = [];
  const chances = new Float64Array(4);
  const sure = new Set<string>();
  for (let i = 0; i < doc.length; i += 1) {
    if (!isCandidate(doc, i, view.tags[i - 1] ?? 0) || skip[doc.start[i] ?? 0] === 1) {
      // A hyphen or an initial's full stop does not end a name.
      if (
        doc.kind[i] === MARK &&
        doc.gap[i] === 0 &&
        (doc.lower[i] === '-' || doc.lower[i] === "'" || doc.lower[i] === '.')
      )
        view.tags[i] = view.tags[i - 1] ?? 0;
      continue;
    }
    const lower = doc.lower[i] ?? '';
    const titled = afterTitle(doc, i);
    if (titled && !PLACEHOLDER.test(lower) && !isPlainAfterTitle(doc, i)) {
      view.tags[i] = NAME;
      why[i] = 'after a title';
      if (lower.length > 2) sure.add(lower);
      continue;
    }
    const rule = PLACEHOLDER.test(lower) ? undefined : byRule(doc, i, view.tags);
    if (rule !== undefined) {
      view.tags[i] = NAME;
      why[i] = rule;
      if (lower.length > 2 && commonLevel(doc.bits[i] ?? 0) < 3) sure.add(lower);
      continue;
    }
    if (PLACEHOLDER.test(lower) || isNoPerson(doc, i, view.tags[i - 1] ?? 0)) continue;
    chancesAt(tagger, view, i, chances);
    const [out = 0, name = 0, place = 0, organisation = 0] = chances;
    if (1 - out < leastFor(doc, i, view.tags[i - 1] ?? 0)) continue;
    const tag = name >= place && name >= organisation ? NAME : place >= organisation ? PLACE_TAG : ORGANISATION;
    view.tags[i] = tag;
    why[i] = `tagger: ${tag === NAME ? 'name' : tag === PLACE_TAG ? 'place' : 'organisation'}, ${(1 - out).toFixed(2)}`;
    if (tag === NAME && name > SURE && lower.length > 2) sure.add(lower);
  }
  credentialled(doc, view.tags, why);
  belonging(doc, view.tags, why, skip);
  elsewhere(doc, view.tags, why, sure, skip);
  return spansOf(doc, view.tags, why);
}

/** What else a word could be raises the chance that it needs: a country, a drug, an eponym, an acronym, a word that opens a sentence. */
function leastFor(doc: Tokens, i: number, tagBefore: number): number {
  const bits = doc.bits[i] ?? 0;
  if (tagBefore === NAME) return LEAST;
  if ((bits & DRUG) !== 0 && givenLevel(bits) + surnameLevel(bits) === 0) return 0.95;
  if ((bits & (REGION | DRUG)) !== 0 || EPONYMS.has(doc.lower[i] ?? '')) return 0.8;
  if ((bits & MEDICAL) !== 0) return 0.7;
  if (doc.shape[i] === UPPER && doc.capitals[i] === 0 && givenLevel(bits) + surnameLevel(bits) === 0) return 0.8;
  if (doc.capitals[i] === 1 && commonLevel(bits) >= 2) return 0.7;
  return doc.opens[i] === 1 && commonLevel(bits) >= 4 ? 0.7 : LEAST;
}

/** "Doctor, I feel", "Dr. will see": words that go on after a title that stands for the person. */
function isPlainAfterTitle(doc: Tokens, i: number): boolean {
  const bits = doc.bits[i] ?? 0;
  const lower = doc.lower[i] ?? '';
  const before = doc.lower[i - 1] ?? '';
  const common = commonLevel(bits);
  const title = before === '.' ? (doc.lower[i - 2] ?? '') : before;
  if (doc.shape[i] === LOWER) {
    if (!doc.caseless)
      return common >= 3 || title === 'miss' || title === 'doctor' || title === 'sir' || title === 'doctors';
    return (
      common >= (title === 'doctor' || title === 'miss' ? 3 : 5) && !(givenLevel(bits) >= 2 || surnameLevel(bits) >= 3)
    );
  }
  if (before === '.' && (title === 'doctor' || title === 'miss' || title === 'doctors')) return true;
  if (title === 'doctor' && (doc.gap[i] ?? 0) >= LINE) return true;
  const number = title === 'doctor' || title === 'doctors';
  return (
    (NEVER.has(lower) && common >= 4 && surnameLevel(bits) < 3) ||
    (number && common === 5 && surnameLevel(bits) < 2) ||
    (RELATIONS.has(lower) && common >= 3 && number)
  );
}

/** A name by what stands before it, whatever the tagger thinks; the reason, or undefined. */
function byRule(doc: Tokens, i: number, tags: Uint8Array): string | undefined {
  if (afterInitial(doc, i, tags)) return 'after a name and an initial';
  if (doc.shape[i] === LOWER) return undefined;
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  const common = commonLevel(bits);
  const plain = NEVER.has(lower) || BRANDS.has(lower) || CREDENTIALS.has(lower) || TITLES.has(lower);
  const gap = doc.gap[i] ?? 0;
  // "Beaulah Parkinson": the word after a given name.
  const title = doc.shape[i] === TITLE || doc.shape[i] === CAMEL;
  if (
    title &&
    gap === 1 &&
    tags[i - 1] === NAME &&
    doc.kind[i - 1] === WORD &&
    !plain &&
    common <= 3 &&
    (bits & DRUG) === 0
  )
    return 'after a name';
  if (plain || PLURAL_GREETED.has(lower)) return undefined;
  const clinical = (bits & (DRUG | MEDICAL)) !== 0;
  if (doc.capitals[i] === 1 && gap === 1 && common <= 2 && !clinical && !DEEDS.has(lower)) {
    if (tags[i - 1] === NAME && doc.kind[i - 1] === WORD) return 'after a name';
    if (RELATIONS.has(doc.lower[i - 1] ?? '') && AFTER_RELATIVE.has(doc.lower[i + 1] ?? '')) return 'after a relation';
  }
  if (doc.lower[i - 1] === ',' && tags[i - 2] === NAME && common <= 4 && isListed(doc, i - 2, tags))
    return 'surname, given name';
  if (gap === 1 && GREETINGS.has(doc.lower[i - 1] ?? '') && greetingEnds(doc, i)) return 'after a greeting';
  if (
    gap === 1 &&
    doc.lower[i - 1] === ',' &&
    GREETINGS.has(doc.lower[i - 2] ?? '') &&
    greetingEnds(doc, i) &&
    common < 4
  )
    return 'after a greeting';
  if (gap >= LINE && CLOSINGS.has(doc.lower[i - 2] ?? '') && doc.lower[i - 1] === ',' && endsLine(doc, i))
    return 'under a closing';
  if (gap === 1 && doc.lower[i - 1] === '.' && soleInitial(doc, i) && common < 2 && (bits & (DRUG | MEDICAL)) === 0)
    return 'after an initial';
  return undefined;
}

const AFTER_RELATIVE = new Set([
  'at',
  'is',
  'was',
  'has',
  'had',
  ',',
  '.',
  '(',
  'called',
  'calls',
  'states',
  'here',
  'present',
  'and',
  'updated',
  'aware',
  'notified',
  'will',
]);

/** The name that ends at `i` begins its line or follows a colon: "Patient: SOLIS, KORBIN". */
function isListed(doc: Tokens, i: number, tags: Uint8Array): boolean {
  let j = i;
  while (j > 0 && (tags[j] === NAME || doc.lower[j] === '-') && (doc.gap[j] ?? 0) < LINE) j -= 1;
  return doc.lower[j] === ':' || (doc.gap[j + 1] ?? 0) >= LINE || (j === 0 && tags[0] === NAME);
}

const GREETINGS = new Set(['hi', 'hello', 'hey', 'dear']);
const CLOSINGS = new Set([
  'thanks',
  'regards',
  'sincerely',
  'best',
  'cheers',
  'wishes',
  'yours',
  'truly',
  'faithfully',
  'you',
  'love',
  'respectfully',
  'cordially',
]);
const PLURAL_GREETED = new Set([
  'colleague',
  'colleagues',
  'all',
  'team',
  'everyone',
  'there',
  'friend',
  'friends',
  'again',
  'how',
  'good',
  'what',
  'nice',
  'thank',
  'welcome',
  'please',
  'so',
  'today',
  'my',
  'is',
  'are',
  'can',
  'well',
  'come',
  'young',
  'little',
  'this',
  'do',
  'did',
  'have',
  'let',
  'guys',
  'folks',
]);

function greetingEnds(doc: Tokens, i: number): boolean {
  const end = doc.kind[i + 1] === WORD && doc.shape[i + 1] === TITLE && doc.gap[i + 1] === 1 ? i + 2 : i + 1;
  return end >= doc.length || (doc.gap[end] ?? 0) >= LINE || ',.:;!?-'.includes(doc.lower[end] ?? '?x');
}

/** One to three words alone on their line. */
function endsLine(doc: Tokens, i: number): boolean {
  let j = i;
  while (j < i + 4 && j + 1 < doc.length && (doc.gap[j + 1] ?? 0) < LINE) j += 1;
  return j < i + 4;
}

/** "S. Chediak": a capital and a full stop that end no sentence. "p.o. Aspirin", "L. Ankle" are another matter. */
function soleInitial(doc: Tokens, i: number): boolean {
  const initial = doc.lower[i - 2] ?? '';
  return (
    initial.length === 1 &&
    doc.kind[i - 2] === WORD &&
    doc.shape[i - 2] !== LOWER &&
    doc.gap[i - 1] === 0 &&
    doc.lower[i - 3] !== '.' &&
    doc.gap[i - 2] !== 0 &&
    doc.kind[i - 3] !== 0 &&
    !NEVER.has(doc.lower[i - 3] ?? '') &&
    !/^(?:hepatitis|vitamin|type|grade|class|stage|group|factor|part|plan)$/.test(doc.lower[i - 3] ?? '') &&
    initial !== 'i'
  );
}

/** "Axel N. Spikes", "Ethel A Gambhir". */
function afterInitial(doc: Tokens, i: number, tags: Uint8Array): boolean {
  if (doc.shape[i] === LOWER || (doc.gap[i] ?? 0) !== 1) return false;
  const dot = doc.lower[i - 1] === '.' && doc.gap[i - 1] === 0;
  const initial = dot ? i - 2 : i - 1;
  if (
    initial < 1 ||
    (doc.lower[initial] ?? '').length !== 1 ||
    doc.kind[initial] !== WORD ||
    doc.shape[initial] === LOWER ||
    doc.gap[initial] !== 1
  )
    return false;
  if (!dot && doc.lower[initial] === 'i') return false;
  const before = doc.lower[initial - 1] ?? '';
  return tags[initial - 1] === NAME && before.length > 1;
}

/** Eponyms before their noun, drugs, brands, headings: no person unless a name stands before. */
function isNoPerson(doc: Tokens, i: number, tagBefore: number): boolean {
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  if (tagBefore === NAME && doc.shape[i] !== LOWER)
    return commonLevel(bits) >= 4 && doc.gap[i] !== 0 && NEVER.has(lower);
  const next = doc.lower[i + 1] ?? '';
  const apostrophe = next === "'" || next === '’';
  const head = apostrophe ? i + (doc.lower[i + 2] === 's' ? 3 : 2) : i + 1;
  if (EPONYM_HEADS.has(doc.lower[head] ?? '') && (doc.gap[head] ?? 0) <= 1 && doc.gap[head] !== 0) {
    const known = EPONYMS.has(lower) || (bits & EPONYM) !== 0;
    const bare = doc.lower[head] ?? '';
    if (known || (bare !== 'test' && bare !== 'level' && bare !== 'repair' && givenLevel(bits) < 2 && !apostrophe))
      return true;
    if (
      /^(?:disease|syndrome|sign|palsy|reflex|phenomenon|procedure|catheter|maneuver|score|lymphoma|sarcoma|tumor)$/.test(
        bare,
      )
    )
      return true;
  }
  // "Guillain-Barre syndrome", "Ehlers-Danlos": all of it goes with the noun.
  if (next === '-' && doc.gap[i + 1] === 0) {
    let j = i + 2;
    while (doc.lower[j + 1] === '-' && doc.gap[j + 1] === 0) j += 2;
    if (EPONYM_HEADS.has(doc.lower[j + 1] ?? '') || EPONYMS.has(lower)) return true;
  }
  if (
    doc.lower[i - 1] === '-' &&
    doc.gap[i] === 0 &&
    (EPONYM_HEADS.has(doc.lower[i + 1] ?? '') || EPONYMS.has(doc.lower[i - 2] ?? '')) &&
    tagBefore === 0
  )
    return true;
  if (NEVER.has(lower) || BRANDS.has(lower)) return true;
  return EPONYMS.has(lower) && isEponymAlone(doc, i, apostrophe);
}

/** An eponym without its noun: a person all the same where a given name or a verb of people is beside it. */
function isEponymAlone(doc: Tokens, i: number, possessive: boolean): boolean {
  const before = doc.bits[i - 1] ?? 0;
  const beside =
    doc.kind[i - 1] === WORD && doc.shape[i - 1] !== LOWER && givenLevel(before) >= 1 && (doc.gap[i] ?? 0) <= 1;
  const next = doc.lower[i + 1] ?? '';
  const after = doc.bits[i + 1] ?? 0;
  const given =
    next === ','
      ? givenLevel(doc.bits[i + 2] ?? 0) >= 2 && doc.shape[i + 2] === TITLE
      : doc.shape[i + 1] === TITLE && surnameLevel(after) >= 1 && commonLevel(after) < 3;
  if (beside || given) return false;
  if (possessive) return true;
  return (
    givenLevel(doc.bits[i] ?? 0) < 2 &&
    !/^(?:reports|states|denies|said|says|is|was|presents|presented|underwent|came|returns|lives|and)$/.test(next)
  );
}

/** Words in capitals or with a capital before ", MD" and the like. */
function credentialled(doc: Tokens, tags: Uint8Array, why: (string | undefined)[]): void {
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

/** Initials beside a name, particles and hyphens inside one, the other half of a hyphenated name. */
function belonging(doc: Tokens, tags: Uint8Array, why: (string | undefined)[], skip: Uint8Array): void {
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
    if (lower.length === 1 && doc.shape[i] !== LOWER) {
      if (PLACEHOLDER.test(lower) && !nextNamed) continue;
      if (isDegree(doc, i)) continue;
      const afterComma = doc.lower[i - 1] === ',' && tags[i - 2] === NAME && dotted;
      const opening = doc.lower[i - 1] === '.' && tags[i - 2] === NAME && (doc.lower[i - 2] ?? '').length === 1;
      const startsSentence =
        (lower === 'i' && !(dotted && nextNamed)) || (lower === 'a' && !dotted && before && !nextNamed);
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
      (before || doc.shape[i] !== LOWER || tags[i - 2] === NAME || doc.lower[i - 1] === '.')
    ) {
      join(i, 'particle of a name');
    } else if (
      (doc.gap[i] === 0 && doc.lower[i - 1] === '-' && tags[i - 2] === NAME) ||
      (doc.lower[i + 1] === '-' && doc.gap[i + 1] === 0 && doc.gap[i + 2] === 0 && tags[i + 2] === NAME)
    ) {
      if (doc.shape[i] !== LOWER || doc.caseless) join(i, 'part of a name with a hyphen');
    }
  }
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
    const other =
      NEVER.has(lower) ||
      BRANDS.has(lower) ||
      TITLES.has(lower) ||
      CREDENTIALS.has(lower) ||
      RELATIONS.has(lower) ||
      CLINICIANS.has(lower) ||
      DEEDS.has(lower) ||
      EPONYM_HEADS.has(lower);
    if (other || commonLevel(bits) > (givenLevel(bits) > 0 ? 4 : 2) || (bits & (DRUG | MEDICAL)) !== 0) continue;
    join(i, 'before a surname');
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
      doc.lower[i] !== 'i'
    )
      join(i, 'initial of a name');
    else if (
      tags[i] === 0 &&
      PARTICLES.has(doc.lower[i] ?? '') &&
      tags[i + 1] === NAME &&
      why[i + 1] === 'particle of a name' &&
      (doc.gap[i + 1] ?? 0) <= 1
    )
      join(i, 'particle of a name');
  }
}

/** M.D., R.N., Ph.D., D.O.: no initials. */
function isDegree(doc: Tokens, i: number): boolean {
  const [a = '', b = ''] = doc.lower[i + 1] === '.' ? [doc.lower[i], doc.lower[i + 2]] : [];
  const [c = '', d = ''] = doc.lower[i - 1] === '.' ? [doc.lower[i - 2], doc.lower[i]] : [];
  const degree = /^(?:md|do|rn|pa|np|dds|phd|dmd|ma|ms|bs|ba)$/;
  return (degree.test(a + b) && doc.gap[i + 2] === 0) || (degree.test(c + d) && doc.gap[i] === 0);
}

/** "Mr. J.", "Dr. K": not the X, Y, Z of texts that were de-identified before. */
function initialAfterTitle(doc: Tokens, i: number): boolean {
  return afterTitle(doc, i) && !PLACEHOLDER.test(doc.lower[i] ?? '') && doc.kind[i + 1] !== 0 && doc.lower[i] !== 'i';
}

/** The text's sure names wherever else they stand. */
function elsewhere(
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

function spansOf(doc: Tokens, tags: Uint8Array, why: readonly (string | undefined)[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < doc.length; i += 1) {
    const tag = tags[i] ?? 0;
    const reason = why[i];
    if (tag === 0 || reason === undefined) continue;
    found.push({
      start: doc.start[i] ?? 0,
      end: doc.end[i] ?? 0,
      category: tag === NAME ? 'name' : tag === PLACE_TAG ? 'place' : 'organisation',
      why: reason,
      rank: reason.startsWith('tagger') ? TAGGER : CONTEXT,
    });
  }
  return found;
}
