/**
 * Addresses that are not written as in English: the word of the street first or at the end of a longer word, the number behind it
 * ("Goethestraße 12", "Via Roma 3", "12 rue de la Paix"), plots and flats by their number, quarters of India.
 */
import { type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LOWER, MIXED, NUMBER, TITLE, type Tokens, WORD } from '../tokens.ts';
import { COMPOUND_STREET, NUMBERED_STREET, QUARTERS, STREET_BEFORE, UNITS } from './words.ts';

const SMALL = setOf(
  'de la le les du des del della di da do dos das el los las y e der den dem am im an von zur zum of',
);

const named = (doc: Tokens, i: number): boolean => doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless);
const tight = (doc: Tokens, i: number): boolean => (doc.gap[i] ?? 9) <= 1;
/** Up to four digits, a letter behind them perhaps. */
const isHouse = (doc: Tokens, i: number, isFirst = false): boolean =>
  (doc.kind[i] === NUMBER || doc.kind[i] === MIXED) &&
  (isFirst || tight(doc, i)) &&
  /^\d{1,4}[a-z]?$/.test(doc.lower[i] ?? '');

export function foreignStreetAt(doc: Tokens, i: number): Found | undefined {
  const lower = doc.lower[i] ?? '';
  if (NUMBERED_STREET.has(lower) && isHouse(doc, i - 1, true) && doc.gap[i] === 1) return prefixed(doc, i);
  if (!named(doc, i)) return undefined;
  if (COMPOUND_STREET.test(lower)) return compound(doc, i);
  if (STREET_BEFORE.has(lower)) return prefixed(doc, i);
  if (QUARTERS.has(lower)) return quarter(doc, i);
  return lower === 'am' && doc.shape[i] === TITLE ? atTheMarket(doc, i) : undefined;
}

const found = (doc: Tokens, from: number, to: number, why: string): Found => ({
  start: doc.start[from] ?? 0,
  end: doc.end[to] ?? 0,
  category: 'address',
  why,
  rank: PATTERN,
});

/** "Lindenweg 8", "Bahnhofstr. 12a". */
function compound(doc: Tokens, i: number): Found | undefined {
  const number = doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0 ? i + 2 : i + 1;
  return isHouse(doc, number) ? found(doc, i, number, 'address: street and number') : undefined;
}

/** "Calle Mayor 5", "12 rue des Lilas", "Via Roma, 3". */
function prefixed(doc: Tokens, i: number): Found | undefined {
  let last = i;
  if (doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0) last += 1;
  let names = 0;
  while (names < 4 && tight(doc, last + 1) && (named(doc, last + 1) || SMALL.has(doc.lower[last + 1] ?? ''))) {
    last += 1;
    if (!SMALL.has(doc.lower[last] ?? '')) names += 1;
  }
  if (names === 0) return undefined;
  const number = doc.lower[last + 1] === ',' ? last + 2 : last + 1;
  if (isHouse(doc, i - 1, true) && doc.gap[i] === 1) return found(doc, i - 1, last, 'address: number and street');
  return doc.shape[i] !== LOWER && isHouse(doc, number)
    ? found(doc, i, number, 'address: street and number')
    : undefined;
}

/** "Am Markt 80". */
function atTheMarket(doc: Tokens, i: number): Found | undefined {
  return doc.shape[i + 1] === TITLE && doc.gap[i + 1] === 1 && isHouse(doc, i + 2) && doc.lower[i + 3] === ','
    ? found(doc, i, i + 2, 'address: street and number')
    : undefined;
}

/** "12th Cross, Gandhi Nagar". */
function quarter(doc: Tokens, i: number): Found | undefined {
  if (doc.gap[i] !== 1) return undefined;
  if (doc.lower[i] === 'cross')
    return /^\d{1,2}(?:st|nd|rd|th)$/.test(doc.lower[i - 1] ?? '') && doc.lower[i + 1] === ','
      ? found(doc, i - 1, i, 'address: quarter')
      : undefined;
  let first = i;
  while (first > i - 3 && doc.gap[first] === 1 && named(doc, first - 1) && doc.shape[first - 1] === doc.shape[i])
    first -= 1;
  const plain = doc.lower[i] === 'layout' || doc.lower[i] === 'colony' || doc.lower[i] === 'sector';
  return first === i || plain ? undefined : found(doc, first, i, 'address: quarter');
}

const UNIT = /^(?:flat|apartment|apt|unit|suite|plot|door|house|shop|villa|h|d)\.?\s(?:no\.?\s?)?[\w/-]{1,8}(?=,\s)/i;

/** "Flat 12, ", "Plot No. 80, ", "H. No. 5, " before more of an address. */
export function unitAt(doc: Tokens, i: number): Found | undefined {
  if (!UNITS.has(doc.lower[i] ?? '') || (doc.shape[i] === LOWER && !doc.caseless)) return undefined;
  const start = doc.start[i] ?? 0;
  const match = UNIT.exec(doc.text.slice(start, start + 28));
  if (!match || !/\d/.test(match[0])) return undefined;
  const short = /^[hd]\b/i.test(match[0]);
  if (short && !/no/i.test(match[0])) return undefined;
  return { start, end: start + match[0].length, category: 'address', why: 'address: flat or plot', rank: PATTERN };
}

const CODE_CITY =
  /^,?\s{0,2}\n?\s?(?:[A-Z]{1,2}-)?(\d{4,5})[ ](\p{Lu}[\p{L}-]{1,30}(?:[ ](?:\p{Lu}[\p{L}-]+|am|an der|im|upon)){0,2})/u;
const LOWER_CODE_CITY = /^,?\s{0,2}\n?\s?(\d{4,5})[ ]([\p{L}-]{2,30})/u;

/** "…, 50665 Göttingen" after a street: code and city. */
export function codeAndCity(text: string, from: number, caseless: boolean): Found[] {
  const near = text.slice(from, from + 70);
  const match = CODE_CITY.exec(near) ?? (caseless ? LOWER_CODE_CITY.exec(near) : null);
  if (!match) return [];
  const [all, code = '', city = ''] = match;
  const end = from + all.length;
  const at = end - city.length;
  return [
    {
      start: at - 1 - code.length,
      end: at - 1,
      category: 'zip',
      why: 'zip: after a street',
      rank: PATTERN,
    },
    { start: at, end, category: 'place', why: 'place: after a street', rank: PATTERN },
  ];
}
