/** Streets and post office boxes, and what follows a street in an address: flat, postcode, city, state. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { TITLES } from '../names/words.ts';
import { LOWER, MARK, MIXED, NUMBER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { DOUBTFUL_STREETS } from './words.ts';

const isName = (doc: Tokens, i: number): boolean => doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless);

export function boxAt(doc: Tokens, i: number): Found | undefined {
  if (doc.lower[i - 1] !== 'box') return undefined;
  const before = /p\.?\s?o\.?\s?$/i.exec(doc.text.slice(Math.max(0, (doc.start[i - 1] ?? 0) - 6), doc.start[i - 1]));
  if (!before) return undefined;
  return {
    start: (doc.start[i - 1] ?? 0) - before[0].length,
    end: doc.end[i] ?? 0,
    category: 'address',
    why: 'address: post office box',
    rank: PATTERN,
  };
}

/** "123 North Oak Street, Apt 4B", "Oak Street"; back from the street word to its number. */
export function streetAt(doc: Tokens, i: number): Found | undefined {
  const lower = doc.lower[i] ?? '';
  const doubtful = DOUBTFUL_STREETS.has(lower);
  let j = i - 1;
  let names = 0;
  while (j >= 0 && names < 4 && (doc.gap[j + 1] ?? 0) <= 1) {
    const word = doc.lower[j] ?? '';
    if (isLettered(doc, j)) break;
    if (
      doc.kind[j] === MARK &&
      (word === '-' || word === "'" || word === '’' || (word === '.' && (doc.lower[j - 1] ?? '').length <= 2))
    )
      j -= 1;
    // "St Mary's Avenue"
    else if (word === 's' && doc.gap[j] === 0 && /['’]/.test(doc.lower[j - 1] ?? '')) j -= 2;
    else if (doc.kind[j] === WORD && (doc.shape[j] !== LOWER || doc.caseless || numberBefore(doc, j))) {
      if (TITLES.has(word) && word.length < 4 && !numberBefore(doc, j)) break;
      if (
        doc.shape[j] === LOWER &&
        !doc.caseless &&
        (word.length < 3 ||
          ['the', 'down', 'across', 'with', 'by', 'and', 'for', 'from', 'saw', 'per', 'sees', 'under'].includes(word))
      )
        break;
      names += 1;
      j -= 1;
    } else if (doc.kind[j] === MIXED && /^\d+(?:st|nd|rd|th)$/.test(word)) {
      names += 1;
      j -= 1;
    } else break;
  }
  if (names === 0) return undefined;
  const lettered = isLettered(doc, j);
  const numbered =
    lettered ||
    doc.kind[j] === NUMBER ||
    (doc.kind[j] === MIXED && /^(?:\d+[a-z]|[nsew]\d+[nsew]\d+)$/.test(doc.lower[j] ?? ''));
  if (numbered && doc.gap[j + 1] === 1) {
    const number = Number.parseInt((doc.lower[lettered ? j - 2 : j] ?? '').replace(/^[nsew]/, ''), 10);
    const units =
      /^(?:mg|ml|mcg|cm|mm|units?|tablets?|hours?|days?|weeks?|year|years|x|times|lead|view|french|minutes?)$/.test(
        doc.lower[j + 1] ?? '',
      );
    // "15 MG Road": Mahatma Gandhi's.
    const gandhi = doc.lower[j + 1] === 'mg' && j + 2 === i && lower === 'road';
    if (
      (units && !gandhi) ||
      Number.isNaN(number) ||
      (lower === 'ct' && doc.shape[i] === UPPER && doc.capitals[i] === 0)
    )
      return undefined;
    if (doubtful && doc.shape[i] === LOWER && !doc.caseless) return undefined;
    if (
      (lower === 'dr' || lower === 'st') &&
      isName(doc, i + 1) &&
      (doc.gap[i + 1] ?? 0) === 1 &&
      doc.lower[i + 1] !== 'apt' &&
      doc.lower[i + 1] !== 'suite'
    ) {
      if (lower === 'dr' || doc.lower[i + 1] === 'john') return undefined;
    }
    const first = lettered
      ? j - 2
      : /^[-/]$/.test(doc.lower[j - 1] ?? '') && doc.kind[j - 2] === NUMBER && doc.gap[j - 1] === 0
        ? j - 2
        : j;
    return {
      start: doc.start[first] ?? 0,
      end: dotted(doc, i),
      category: 'address',
      why: 'address: number and street',
      rank: PATTERN,
    };
  }
  if (
    doubtful ||
    doc.shape[i] !== TITLE ||
    ![
      'street',
      'avenue',
      'road',
      'lane',
      'boulevard',
      'ave',
      'rd',
      'blvd',
      'parkway',
      'highway',
      'terrace',
      'crescent',
    ].includes(lower)
  )
    return undefined;
  // Lane is a given name too: a street only after a word of place.
  if (
    lower === 'lane' &&
    !['on', 'at', 'of', 'off', 'near', 'from', 'to', 'down', 'along', ':'].includes(doc.lower[j] ?? '')
  )
    return undefined;
  return {
    start: doc.start[j + 1] ?? 0,
    end: dotted(doc, i),
    category: 'address',
    why: 'address: street',
    rank: CONTEXT,
  };
}

/** The B of "634-B State Road". */
const isLettered = (doc: Tokens, j: number): boolean =>
  doc.kind[j] === WORD &&
  doc.end[j] === (doc.start[j] ?? 0) + 1 &&
  doc.gap[j] === 0 &&
  doc.lower[j - 1] === '-' &&
  doc.gap[j - 1] === 0 &&
  doc.kind[j - 2] === NUMBER;

const numberBefore = (doc: Tokens, j: number): boolean => {
  for (let k = j - 1; k >= j - 3 && k >= 0; k -= 1) {
    if (doc.kind[k] === NUMBER) return (doc.end[k] ?? 0) - (doc.start[k] ?? 0) >= 2;
    if (doc.kind[k] === MIXED) return /^[nsew]\d+[nsew]\d+$/.test(doc.lower[k] ?? '');
    if (isLettered(doc, k)) return true;
    if (doc.kind[k] !== WORD) return false;
  }
  return false;
};

function dotted(doc: Tokens, i: number): number {
  return doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0 && (doc.lower[i] ?? '').length <= 4
    ? (doc.end[i + 1] ?? 0)
    : (doc.end[i] ?? 0);
}
