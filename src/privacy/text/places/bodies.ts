/** Hospitals, schools and firms by their kind. */
import { CONTEXT, type Found } from '../found.ts';
import { commonLevel, MEDICAL, PLACE, surnameLevel } from '../lexicon/bits.ts';
import { CREDENTIALS, FORE, NEVER, SURE_TITLES } from '../names/words.ts';
import { LOWER, MARK, type Tokens, UPPER, WORD } from '../tokens.ts';
import { BODIES, CENTRES, GENERAL } from './words.ts';

const isName = (doc: Tokens, i: number): boolean => doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless);

/** A hospital, school or firm: back from its kind over the words of its name, one of which must tell it from others. */
export function bodyAt(doc: Tokens, i: number, certain: boolean): Found | undefined {
  if (doc.shape[i] === LOWER && !doc.caseless) return undefined;
  let j = i - 1;
  let telling = false;
  let start = i;
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
    if (doc.kind[j] !== WORD) break;
    const small =
      word === 'of' ||
      word === 'the' ||
      word === 'and' ||
      word === 'for' ||
      FORE.has(word) ||
      (word === 's' && doc.gap[j] === 0);
    // "Mr Church", "PCP Temple", "Ann Bell, MD of Lakeside Clinic"
    if (SURE_TITLES.has(word) || word === 'pcp' || word === 'attending') break;
    if (CREDENTIALS.has(word) && doc.shape[j] === UPPER && doc.capitals[j] === 0) break;
    if (FORE.has(word) && telling && start === j + 1) start = j;
    if (doc.shape[j] === LOWER && !small && !doc.caseless) break;
    if (doc.capitals[j] === 1 && small && word !== 'of' && word !== 's') break;
    const possessive = word === 's' && doc.gap[j] === 0;
    const kin = word === 'saint' || word === 'st' || possessive;
    if (doc.caseless && (commonLevel(doc.bits[j] ?? 0) >= 3 || small) && !GENERAL.has(word) && !kin) break;
    if (!small) {
      const bits = doc.bits[j] ?? 0;
      if (NEVER.has(word) && !GENERAL.has(word) && commonLevel(bits) >= 4) break;
      if (
        doc.capitals[j] === 1 &&
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
      if (!plain && (certain || doc.shape[j] !== LOWER)) telling = true;
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
    while (isName(doc, end + 1) && (doc.gap[end + 1] ?? 0) === 1 && end < i + 5) end += 1;
    return {
      start: doc.start[start] ?? 0,
      end: doc.end[end] ?? 0,
      category: 'organisation',
      why: 'organisation: by its kind',
      rank: CONTEXT,
    };
  }
  if (!certain && doc.lower[i] !== 'center' && doc.lower[i] !== 'centre' && doc.capitals[i] === 1) return undefined;
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
