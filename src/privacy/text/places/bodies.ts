/** Hospitals, schools and firms by their kind. */
import { CONTEXT, type Found } from '../found.ts';
import { commonLevel, MEDICAL, PLACE, surnameLevel } from '../lexicon/bits.ts';
import { CREDENTIALS, FORE, NEVER, SURE_TITLES } from '../names/words.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MARK, type Tokens, UPPER, WORD } from '../tokens.ts';
import { BODIES, CENTRES, GENERAL } from './words.ts';

const isName = (doc: Tokens, i: number): boolean => doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless);

/** Who comes to a body, and is sent from it. */
const SENT = setOf(
  'treated seen transferred referred admitted discharged evaluated operation surgery performed records came comes brought presents presented followed hospitalized hospitalised resident',
);

/**
 * Where no case tells names: the first of the words that stand between "at", "from" or "to" and the kind of a body, none of them
 * a small word ("treated at maple leaf dialysis"); `i` itself where there is none.
 */
function afterPreposition(doc: Tokens, i: number): number {
  let j = i;
  while (j > i - 5 && j > 1 && (doc.gap[j] ?? 9) <= 1) {
    const word = doc.lower[j - 1] ?? '';
    if (word === 'at' || word === 'from' || word === 'to')
      return SENT.has(doc.lower[j - 2] ?? '') || (isPair(doc, i) && j < i - 1) ? j : i;
    if (doc.kind[j - 1] !== WORD || STOPS.has(word)) return i;
    j -= 1;
    // A line of a letterhead: nothing but the name of the body.
    if ((doc.gap[j] ?? 0) >= LINE || j === 0) return i + 1 >= doc.length || (doc.gap[i + 1] ?? 0) >= LINE ? j : i;
  }
  return i;
}

/** Kinds of two words, of which the first tells no body from another. */
const isPair = (doc: Tokens, i: number): boolean => PAIRS.has(`${doc.lower[i - 1] ?? ''} ${doc.lower[i] ?? ''}`);
const PAIRS = new Set([
  'urgent care',
  'assisted living',
  'senior living',
  'family medicine',
  'internal medicine',
  'family practice',
  'medical center',
  'medical centre',
  'health center',
  'health centre',
  'nursing home',
  'care home',
  'care center',
  'dental group',
  'medical group',
  'eye institute',
  'cancer center',
]);

const PREPOSITIONS = setOf('at from to in on with by into');
const STOPS = setOf('a an the his her my our their your this that another any and or in on of by for with is was');

/** A hospital, school or firm: back from its kind over the words of its name, one of which must tell it from others. */
export function bodyAt(doc: Tokens, i: number, certain: boolean): Found | undefined {
  if (doc.shape[i] === LOWER && !doc.caseless) return undefined;
  let j = i - 1;
  let telling = false;
  let start = i;
  const floor = doc.caseless || doc.capitals[i] === 1 ? afterPreposition(doc, i) : i;
  for (let steps = 0; steps < 8 && j >= 0 && (doc.gap[j + 1] ?? 0) <= 1; steps += 1) {
    const word = doc.lower[j] ?? '';
    if (doc.kind[j] === MARK) {
      if (
        word === "'" ||
        word === '’' ||
        word === '-' ||
        word === '&' ||
        (word === '.' && /^(?:st|mt|ft|dr|jr)$/.test(doc.lower[j - 1] ?? ''))
      ) {
        j -= 1;
        continue;
      }
      break;
    }
    if (doc.kind[j] !== WORD || (floor < i && j < floor)) break;
    const small =
      word === 'of' ||
      word === 'the' ||
      word === 'and' ||
      word === 'for' ||
      FORE.has(word) ||
      (word === 's' && doc.gap[j] === 0);
    // "Mr Church", "PCP Temple", "Ann Bell, MD of Lakeside Clinic"
    if ((doc.capitals[i] === 1 || doc.caseless) && PREPOSITIONS.has(word)) break;
    if (SURE_TITLES.has(word) || word === 'pcp' || word === 'attending') break;
    if (CREDENTIALS.has(word) && doc.shape[j] === UPPER && doc.capitals[j] === 0) break;
    if (FORE.has(word) && telling && start === j + 1) start = j;
    if (doc.shape[j] === LOWER && !small && !doc.caseless) break;
    if (doc.capitals[j] === 1 && small && word !== 'of' && word !== 's') break;
    const possessive = word === 's' && doc.gap[j] === 0;
    const kin = word === 'saint' || word === 'st' || possessive;
    if (doc.caseless && (commonLevel(doc.bits[j] ?? 0) >= 3 || small) && !GENERAL.has(word) && !kin && j < floor) break;
    if (!small) {
      const bits = doc.bits[j] ?? 0;
      if (NEVER.has(word) && !GENERAL.has(word) && commonLevel(bits) >= 4) break;
      if (
        doc.capitals[j] === 1 &&
        j < floor &&
        commonLevel(bits) >= 4 &&
        !GENERAL.has(word) &&
        surnameLevel(bits) < 2 &&
        (bits & PLACE) === 0
      )
        break;
      if (!(doc.opens[j] === 1 && commonLevel(bits) === 5) || (word === 'our' && doc.lower[j + 1] === 'lady'))
        start = j;
      const plain =
        GENERAL.has(word) ||
        ((bits & MEDICAL) !== 0 && commonLevel(bits) <= 2 && /(?:al|ic|ary|ive|ous|logy)$/.test(word)) ||
        (doc.opens[j] === 1 && commonLevel(bits) === 5);
      if (!plain && (certain || doc.shape[j] !== LOWER || (doc.caseless && (commonLevel(bits) <= 2 || j >= floor))))
        telling = true;
    }
    j -= 1;
  }
  if (!telling) {
    // "University of Kansas", "Hospital of Saint Raphael".
    const placed =
      certain &&
      (start < i || doc.lower[i - 1] === 'university') &&
      ((doc.bits[i + 1] ?? 0) & PLACE) !== 0 &&
      isName(doc, i + 1) &&
      doc.gap[i + 1] === 1;
    if (placed)
      return {
        start: doc.start[Math.min(start, doc.lower[i - 1] === 'university' ? i - 1 : start)] ?? 0,
        end: doc.end[i + 1] ?? 0,
        category: 'organisation',
        why: 'organisation: a kind and its place',
        rank: CONTEXT,
      };
    const of =
      doc.lower[i + 1] === 'of' &&
      certain &&
      (isName(doc, i + 2) || (doc.lower[i + 2] === 'the' && isName(doc, i + 3)));
    if (!of || (doc.caseless && ((doc.bits[i + 2] ?? 0) & PLACE) === 0) || GENERAL.has(doc.lower[i + 2] ?? ''))
      return undefined;
    let end = i + 2;
    const caseless = doc.caseless || doc.capitals[i] === 1;
    const goesOn = (at: number): boolean =>
      !caseless ||
      ((doc.bits[at] ?? 0) & PLACE) !== 0 ||
      BODIES.has(doc.lower[at] ?? '') ||
      CENTRES.has(doc.lower[at] ?? '') ||
      isPair(doc, at + 1);
    while (isName(doc, end + 1) && (doc.gap[end + 1] ?? 0) === 1 && end < i + 5 && goesOn(end + 1)) end += 1;
    return {
      start: doc.start[start] ?? 0,
      end: doc.end[end] ?? 0,
      category: 'organisation',
      why: 'organisation: by its kind',
      rank: CONTEXT,
    };
  }
  if (
    !certain &&
    doc.lower[i] !== 'center' &&
    doc.lower[i] !== 'centre' &&
    doc.capitals[i] === 1 &&
    (floor === i || !SENT.has(doc.lower[floor - 2] ?? ''))
  )
    return undefined;
  let end = i;
  // "University Hospital Cork", "Royal Infirmary of Stirling", "Mercy Hospital of Boone"
  const of = doc.lower[i + 1] === 'of' && certain ? i + 2 : i + 1;
  if (
    certain &&
    doc.shape[of] === doc.shape[i] &&
    doc.gap[of] === 1 &&
    (of === i + 2 || ((doc.bits[of] ?? 0) & PLACE) !== 0) &&
    (of === i + 2 || !doc.caseless) &&
    doc.kind[of] === WORD &&
    !(doc.capitals[i] === 1 && of === i + 2 && ((doc.bits[of] ?? 0) & PLACE) === 0)
  )
    end = of;
  while (
    (BODIES.has(doc.lower[end + 1] ?? '') ||
      CENTRES.has(doc.lower[end + 1] ?? '') ||
      doc.lower[end + 1] === 'system') &&
    (doc.gap[end + 1] ?? 0) === 1 &&
    (doc.shape[end + 1] !== LOWER || doc.caseless)
  )
    end += 1;
  return {
    start: doc.start[start] ?? 0,
    end: doc.end[end] ?? 0,
    category: 'organisation',
    why: 'organisation: by its kind',
    rank: CONTEXT,
  };
}
