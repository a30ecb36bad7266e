/**
 * Names by the frame they stand in, whatever their words: "Drs. Bell, Young and May", "SUGAR, ANN seen in clinic", a line of "Grace
 * Hill, RN", "goes by Chip", "Chaplain Ward visited".
 */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { setOf } from '../sets.ts';
import { CAMEL, LINE, LOWER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CLINICIANS, CREDENTIALS, FORE, NEVER, RELATIONS, TITLES } from './words.ts';

const isOther = (lower: string): boolean =>
  NEVER.has(lower) || RELATIONS.has(lower) || TITLES.has(lower) || CREDENTIALS.has(lower) || CLINICIANS.has(lower);
/** Could be written as a name here: it has a capital, or nothing in the text has. */
const written = (doc: Tokens, i: number): boolean =>
  doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless) && (doc.end[i] ?? 0) - (doc.start[i] ?? 0) > 1;
const isWide = (doc: Tokens, i: number): boolean =>
  i >= doc.length || (doc.gap[i] ?? 0) >= LINE || (doc.start[i] ?? 0) - (doc.end[i - 1] ?? 0) > 1;

/** Marks with 1 the tokens that are names by their frame. */
export function framesOf(doc: Tokens, out: Uint8Array): void {
  for (let i = 0; i < doc.length; i += 1) {
    const lower = doc.lower[i] ?? '';
    if (lower === 'drs') doctors(doc, i, out);
    else if (lower === ',' && doc.gap[i] === 0) surnameFirst(doc, i, out);
    else if ((lower === 'goes' || lower === 'went') && doc.lower[i + 1] === 'by') called(doc, i + 2, out);
    else if (BEARERS.has(lower)) bearer(doc, i, out);
    if (CREDENTIALS.has(lower)) signature(doc, i, out);
  }
}

/** All that follows "Drs.", over commas and "and". */
function doctors(doc: Tokens, at: number, out: Uint8Array): void {
  let i = doc.lower[at + 1] === '.' ? at + 2 : at + 1;
  let names = 0;
  for (; i < doc.length && i < at + 16 && (doc.gap[i] ?? 0) < LINE; i += 1) {
    const lower = doc.lower[i] ?? '';
    if (lower === ',' || lower === '&' || lower === '-' || lower === '/') continue;
    if (lower === 'and') {
      if (names === 0) return;
      // What follows "and" is the last of them.
      for (let k = i + 1; k < i + 3 && written(doc, k) && (doc.gap[k] ?? 9) <= 1; k += 1) {
        if (DEED.test(doc.lower[k] ?? '') || isOther(doc.lower[k] ?? '')) return;
        if (k > i + 1 && (doc.caseless || doc.capitals[k] === 1)) return;
        out[k] = 1;
      }
      return;
    }
    if (!written(doc, i) && !FORE.has(lower)) return;
    if ((doc.caseless || doc.capitals[i] === 1) && DEED.test(lower)) return;
    out[i] = 1;
    names += 1;
  }
}

const DEED = /^(?:was|were|is|are|has|have|had|will|who|for|at|in|on|to|with|from|saw|agree[ds]?)$/;

/** "ROOT, KING seen", "Good, Kipchoge  MRN": at the head of a line or sentence, before a gap, a label or what is done in a clinic. */
function surnameFirst(doc: Tokens, comma: number, out: Uint8Array): void {
  let first = comma - 1;
  while (first > comma - 4 && first > 0 && doc.opens[first] !== 1 && doc.gap[first] === 1 && written(doc, first - 1))
    first -= 1;
  if (doc.opens[first] !== 1 || !written(doc, first)) return;
  const given = comma + 1;
  if (!written(doc, given) || doc.gap[given] === 0 || (doc.gap[given] ?? 9) > 1) return;
  let last = given;
  if (written(doc, last + 1) && doc.gap[last + 1] === 1 && !SEEN.has(doc.lower[last + 1] ?? '')) last += 1;
  if (doc.lower[last + 1] === '.' && (doc.lower[last] ?? '').length === 1) last += 1;
  const ends = isWide(doc, last + 1) || SEEN.has(doc.lower[last + 1] ?? '') || doc.lower[last + 1] === '|';
  if (!ends) return;
  for (let i = first; i <= last; i += 1) if (isOther(doc.lower[i] ?? '') && givenLevel(doc.bits[i] ?? 0) < 2) return;
  const bits = doc.bits[given] ?? 0;
  const clinical = (b: number) => (b & (DRUG | MEDICAL)) !== 0 && givenLevel(b) + surnameLevel(b) < 3;
  if (clinical(bits) || clinical(doc.bits[first] ?? 0)) return;
  const known = givenLevel(bits) >= 2 || (givenLevel(bits) >= 1 && commonLevel(bits) <= 2);
  const foreign =
    commonLevel(bits) === 0 && isWide(doc, last + 1) && last + 1 < doc.length && (doc.gap[last + 1] ?? 0) < LINE;
  if (!known && !foreign) return;
  for (let i = first; i <= last; i += 1) if (doc.kind[i] === WORD) out[i] = 1;
}

const SEEN = setOf('seen admitted discharged presents presented');

/** "Pt goes by Chip". */
function called(doc: Tokens, i: number, out: Uint8Array): void {
  const ends = i + 1 >= doc.length || (doc.gap[i + 1] ?? 0) >= LINE || /^[.,;]$/.test(doc.lower[i + 1] ?? '');
  if (written(doc, i) && ends && !isOther(doc.lower[i] ?? '')) out[i] = 1;
}

/** Who visits, signs or stands by: a name follows where a verb, a mark or the end of the line does. */
const BEARERS = setOf(
  'chaplain surgeon assist officer attorney baby detective constable pastor pharmacist interpreter midwife',
);

function bearer(doc: Tokens, at: number, out: Uint8Array): void {
  const first = at + 1;
  if (!written(doc, first) || doc.gap[first] !== 1 || isOther(doc.lower[first] ?? '')) return;
  if (NO_NAME.has(doc.lower[first] ?? '')) return;
  const second = written(doc, first + 1) && doc.gap[first + 1] === 1 && !AFTER.has(doc.lower[first + 1] ?? '');
  const last = second ? first + 1 : first;
  if (second && (isOther(doc.lower[last] ?? '') || NO_NAME.has(doc.lower[last] ?? ''))) return;
  const next = doc.lower[last + 1] ?? '';
  const ends = isWide(doc, last + 1) || /^[.,;]$/.test(next) || AFTER.has(next);
  const cased = !doc.caseless && doc.capitals[first] === 0;
  const bits = doc.bits[first] ?? 0;
  if (!ends || (!cased && (commonLevel(bits) >= 5 || surnameLevel(bits) + givenLevel(bits) === 0))) return;
  // "Surgeon: none", "Baby girl": words of the clinic are no bearers.
  if ((bits & (DRUG | MEDICAL)) !== 0 && surnameLevel(bits) < 2) return;
  for (let i = first; i <= last; i += 1) out[i] = 1;
}

const AFTER = setOf('visited notified requests requested doing confirmed assisted obtained called at present paged');
const NO_NAME = setOf(
  'services service visit visited notified available requested declined office general on at in to and the was is for of with aspirin boy girl monitor doing born delivered led preference tooth teeth',
);

/** A line that is a name and a credential, "Grace Hill, RN": all words before the first credential. */
function signature(doc: Tokens, i: number, out: Uint8Array): void {
  const shape = doc.shape[i];
  if (doc.kind[i] !== WORD || (shape !== UPPER && shape !== CAMEL && !doc.caseless)) return;
  const length = (doc.end[i] ?? 0) - (doc.start[i] ?? 0);
  if (length < 2) return;
  const end = doc.lower[i + 1] === '-' ? i + 3 : i + 1;
  if (!isWide(doc, end) && !/^[,;]$/.test(doc.lower[end] ?? '')) return;
  const last = doc.lower[i - 1] === ',' ? i - 2 : i - 1;
  let first = last;
  while (first > last - 5 && first > 0 && (doc.gap[first] ?? 0) < LINE) first -= 1;
  if ((doc.gap[first] ?? 0) < LINE && first !== 0) return;
  while (first < last && doc.lower[first] === '-') first += 1;
  for (let k = first; k <= last; k += 1) {
    const lower = doc.lower[k] ?? '';
    const initial = lower.length === 1 && doc.kind[k] === WORD;
    if (lower === '.' || lower === '-' || /^["'“”]$/.test(lower) || initial) continue;
    if (!written(doc, k) || NEVER.has(lower) || CREDENTIALS.has(lower) || doc.lower[k + 1] === ':') return;
    const bits = doc.bits[k] ?? 0;
    if ((bits & (DRUG | MEDICAL)) !== 0 && surnameLevel(bits) + givenLevel(bits) < 2) return;
  }
  const two = last > first || doc.lower[i - 1] === ',';
  if (!two || last < first) return;
  for (let k = first; k <= last; k += 1) if (doc.kind[k] === WORD && !TITLES.has(doc.lower[k] ?? '')) out[k] = 1;
}
