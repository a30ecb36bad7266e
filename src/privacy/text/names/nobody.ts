/** What speaks against a word being a name: what else it could be, and how sure the tagger must then be. */
import { commonLevel, DRUG, EPONYM, givenLevel, MEDICAL, REGION, surnameLevel } from '../lexicon/bits.ts';
import { LINE, LOWER, NUMBER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { OF_PEOPLE } from './introduced.ts';
import { NAME } from './tagger.ts';
import { BRANDS, EPONYM_HEADS, EPONYMS, NEVER, TITLES } from './words.ts';

/** What else a word could be raises the chance that it needs: a country, a drug, an eponym, an acronym, a word that opens a sentence. */
export function leastFor(doc: Tokens, i: number, tagBefore: number): number {
  const bits = doc.bits[i] ?? 0;
  // In capitals a verb after a name looks like a surname: "MR PENWELL RESTING".
  if (tagBefore === NAME && (doc.capitals[i] === 1 || doc.caseless) && commonLevel(bits) >= 3 && surnameLevel(bits) < 2)
    return 0.9;
  if (tagBefore === NAME) return LEAST;
  if ((bits & DRUG) !== 0 && givenLevel(bits) + surnameLevel(bits) === 0) return 0.99;
  if ((bits & (REGION | DRUG)) !== 0 || EPONYMS.has(doc.lower[i] ?? '')) return 0.8;
  if ((bits & MEDICAL) !== 0) return 0.7;
  if (doc.shape[i] === UPPER && doc.capitals[i] === 0 && givenLevel(bits) + surnameLevel(bits) === 0) return 0.8;
  if (doc.capitals[i] === 1 && commonLevel(bits) >= 2) return 0.7;
  if (doc.opens[i] === 1 && givenLevel(bits) + surnameLevel(bits) === 0) {
    if (CLINICAL_END.test(doc.lower[i] ?? '')) return 0.97;
    if (commonLevel(bits) >= 2) return 0.8;
  }
  return doc.opens[i] === 1 && commonLevel(bits) >= 4 ? 0.7 : LEAST;
}

/** Eponyms before their noun, drugs, brands, headings: no person unless a name stands before. */
export function isNoPerson(doc: Tokens, i: number, tagBefore: number): boolean {
  const lower = doc.lower[i] ?? '';
  const bits = doc.bits[i] ?? 0;
  if (tagBefore === NAME && doc.shape[i] !== LOWER)
    return (commonLevel(bits) >= 4 || (doc.gap[i] ?? 0) >= LINE) && doc.gap[i] !== 0 && NEVER.has(lower);
  // "4 West": a ward.
  if (doc.kind[i - 1] === NUMBER && /^(?:north|south|east|west|center|tower|main)$/.test(lower)) return true;
  const next = doc.lower[i + 1] ?? '';
  const apostrophe = next === "'" || next === '’';
  const head = apostrophe ? i + (doc.lower[i + 2] === 's' ? 3 : 2) : i + 1;
  if (EPONYM_HEADS.has(doc.lower[head] ?? '') && (doc.gap[head] ?? 0) <= 1 && doc.gap[head] !== 0) {
    const known = EPONYMS.has(lower) || (bits & EPONYM) !== 0;
    const bare = doc.lower[head] ?? '';
    if (known || (bare !== 'test' && bare !== 'level' && bare !== 'repair' && givenLevel(bits) < 2 && !apostrophe))
      return true;
    if (
      /^(?:disease|diseases|syndrome|syndromes|signs?|palsy|cysts?|reflex|phenomenon|procedure|catheter|maneuver|manoeuvre|scores?|lymphoma|sarcoma|thyroiditis|oe?sophagus|contracture|nodes?|triad|criteria|chorea|ataxia|angina|gangrene|hernia|diverticulum|tendon|ligament|granulomatosis|arteritis|purpura|neuroma|encephalopathy)$/.test(
        bare,
      )
    )
      return true;
  }
  // "Guillain-Barre syndrome", "Ehlers-Danlos": all of it goes with the noun.
  if (next === '-' && doc.gap[i + 1] === 0) {
    let j = i + 2;
    while (j < i + 8 && doc.lower[j + 1] === '-' && doc.gap[j + 1] === 0) j += 2;
    if (EPONYM_HEADS.has(doc.lower[j + 1] ?? '') || EPONYMS.has(lower)) return true;
  }
  if (
    doc.lower[i - 1] === '-' &&
    doc.gap[i] === 0 &&
    (EPONYM_HEADS.has(doc.lower[i + 1] ?? '') || EPONYMS.has(doc.lower[i - 2] ?? '')) &&
    tagBefore === 0
  )
    return true;
  if (NEVER.has(lower) || (BRANDS.has(lower) && givenLevel(bits) < 2)) return true;
  // "Sergeant Bishop", "Professor Rao": the title itself.
  if (
    TITLES.has(lower) &&
    doc.gap[i + 1] === 1 &&
    doc.shape[i + 1] !== LOWER &&
    doc.kind[i + 1] === WORD &&
    lower.length > 4
  )
    return true;
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
  if (possessive) return !OF_PEOPLE.has(doc.lower[i + 3] ?? '');
  return (
    givenLevel(doc.bits[i] ?? 0) < 2 &&
    !/^(?:reports|states|denies|said|says|is|was|presents|presented|underwent|came|returns|lives|and)$/.test(next)
  );
}

/** Ends of verbs, adverbs and terms of medicine that hardly any surname has; a surname that has one is in the list as a rule. */
const CLINICAL_END = /.{4}(?:ing|ed|ly|tion|sis|itis|emia|oma|ectomy|graphy|scopy|therapy)$/;

/** Least chance of being a name at which a word is one: below one half, since a name missed costs more than a word lost. */
const LEAST = 0.35;

/** Stand-ins for names in texts that were de-identified before. */
export const PLACEHOLDER = /^(?:x{1,4}|y{1,3}|z{1,3}|xyz|abc|abcd|xx+|name|doe_|redacted)$/;
