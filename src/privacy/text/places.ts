/** Streets, cities, postal codes, hospitals and other bodies, by their form and the words around them. */
import { CONTEXT, type Found, PATTERN } from './found.ts';
import { commonLevel, DRUG, givenLevel, MEDICAL, PLACE, REGION, surnameLevel } from './lexicon/bits.ts';
import type { WordList } from './lexicon/load.ts';
import { EPONYM_HEADS, EPONYMS, FORE, NEVER, TITLES } from './names/words.ts';
import { AUSTRALIAN, BODIES, CENTRES, DOUBTFUL_STREETS, GENERAL, STATES } from './place-words.ts';
import { LINE, LOWER, MARK, MIXED, NUMBER, TITLE, type Tokens, UPPER, WORD } from './tokens.ts';
import { BODY, STREET } from './vocabulary.ts';

const CITY_CUES =
  /(?:\b(?:lives?|living|lived|resid(?:es?|ing|ed)|moved|relocated|born(?: and raised)?|raised|grew up|native|resident|originally|immigrated|emigrated|travell?ed|travell?ing|trips?|vacation(?:ed|ing)?|visit(?:ed|ing|s)?|flew|drove|came|returned|home|stationed|incarcerated|works?|worked|working|transferred|hometown|family)\s(?:\w+\s){0,3}?(?:in|from|to|of|near|outside|around|at)\s(?:the\s)?)$/i;

export interface PlaceOptions {
  readonly words: WordList;
}

export function placesIn(doc: Tokens, { words }: PlaceOptions): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < doc.length; i += 1) {
    if (doc.kind[i] === NUMBER) {
      const box = boxAt(doc, i);
      if (box) found.push(box);
      continue;
    }
    if (doc.kind[i] !== WORD) continue;
    const lower = doc.lower[i] ?? '';
    const flags = doc.flags[i] ?? 0;
    if ((flags & STREET) !== 0) {
      const street = streetAt(doc, i);
      if (street) {
        found.push(street, ...tailOf(doc, street.end));
      }
    }
    if ((flags & BODY) !== 0) {
      const body = bodyAt(doc, i, BODIES.has(lower));
      if (body) found.push(body);
    }
    const city = cityAt(doc, i, words);
    if (city) found.push(city);
    const zip = zipAt(doc, i);
    if (zip) found.push(zip);
  }
  return found;
}

const isName = (doc: Tokens, i: number): boolean => doc.kind[i] === WORD && (doc.shape[i] !== LOWER || doc.caseless);

function boxAt(doc: Tokens, i: number): Found | undefined {
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
function streetAt(doc: Tokens, i: number): Found | undefined {
  const lower = doc.lower[i] ?? '';
  const doubtful = DOUBTFUL_STREETS.has(lower);
  let j = i - 1;
  let names = 0;
  while (j >= 0 && names < 4 && (doc.gap[j + 1] ?? 0) <= 1) {
    const word = doc.lower[j] ?? '';
    if (
      doc.kind[j] === MARK &&
      (word === '-' || word === "'" || (word === '.' && (doc.lower[j - 1] ?? '').length <= 2))
    )
      j -= 1;
    else if (doc.kind[j] === WORD && (doc.shape[j] !== LOWER || doc.caseless || numberBefore(doc, j))) {
      if (TITLES.has(word) && word.length < 4) break;
      if (doc.shape[j] === LOWER && !doc.caseless && (word.length < 3 || ['the', 'down', 'across'].includes(word)))
        break;
      names += 1;
      j -= 1;
    } else if (doc.kind[j] === MIXED && /^\d+(?:st|nd|rd|th)$/.test(word)) {
      names += 1;
      j -= 1;
    } else break;
  }
  if (names === 0) return undefined;
  const numbered = doc.kind[j] === NUMBER || (doc.kind[j] === MIXED && /^\d+[a-z]$/.test(doc.lower[j] ?? ''));
  if (numbered && doc.gap[j + 1] === 1) {
    const number = Number.parseInt(doc.lower[j] ?? '', 10);
    const units =
      /^(?:mg|ml|mcg|cm|mm|units?|tablets?|hours?|days?|weeks?|year|years|x|times|lead|view|french|minutes?)$/.test(
        doc.lower[j + 1] ?? '',
      );
    if (units || Number.isNaN(number) || (lower === 'ct' && doc.shape[i] === UPPER && doc.capitals[i] === 0))
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
    const first = doc.lower[j - 1] === '-' && doc.kind[j - 2] === NUMBER && doc.gap[j - 1] === 0 ? j - 2 : j;
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

const numberBefore = (doc: Tokens, j: number): boolean => {
  for (let k = j - 1; k >= j - 3 && k >= 0; k -= 1) {
    if (doc.kind[k] === NUMBER) return (doc.end[k] ?? 0) - (doc.start[k] ?? 0) >= 2;
    if (doc.kind[k] !== WORD) return false;
  }
  return false;
};

function dotted(doc: Tokens, i: number): number {
  return doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0 && (doc.lower[i] ?? '').length <= 4
    ? (doc.end[i + 1] ?? 0)
    : (doc.end[i] ?? 0);
}

const FLAT =
  /^,?\s{0,2}(?:(?:apt|apartment|suite|ste|unit|flat|floor|fl|rm|room|bldg|building|lot|no)\b\.?\s?#?\s?|#\s?)[\w-]{1,6}/i;
const CITY_STATE =
  /^,?\s{0,2}\n?((?:[A-Z][\p{L}.'-]+\s?){1,4}),?\s{1,2}([A-Z]{2}\b|(?:[A-Z][a-z]+\s?){1,2})?\.?,?(\s{0,2}\d{5}(?:-\d{4})?\b)?/u;

/** Flat, city, state and ZIP after a street. */
function tailOf(doc: Tokens, from: number): Found[] {
  const found: Found[] = [];
  let at = from;
  const flat = FLAT.exec(doc.text.slice(at, at + 30));
  if (flat) {
    found.push({ start: at, end: at + flat[0].length, category: 'address', why: 'address: flat', rank: PATTERN });
    at += flat[0].length;
  }
  const city = CITY_STATE.exec(doc.text.slice(at, at + 70));
  if (city && /^(?:,|\n|\s+[A-Z])/.test(city[0]) && (city[3] !== undefined || /^[A-Z]{2}$/.test(city[2] ?? ''))) {
    found.push({
      start: at,
      end: at + city[0].length,
      category: 'address',
      why: 'address: after a street',
      rank: PATTERN,
    });
  } else {
    const plain =
      /^,\s{1,2}(?:in\s)?((?:[A-Z][a-z]+\s?){1,3})(?=[,.;\n]|$|(?<=\s)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b)/.exec(
        doc.text.slice(at, at + 50),
      );
    if (plain)
      found.push({
        start: at,
        end: at + plain[0].length,
        category: 'place',
        why: 'place: after a street',
        rank: PATTERN,
      });
  }
  return found;
}

/** A hospital, school or firm: back from its kind over the words of its name, one of which must tell it from others. */
function bodyAt(doc: Tokens, i: number, certain: boolean): Found | undefined {
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
    if (FORE.has(word) && telling && start === j + 1) start = j;
    if (doc.shape[j] === LOWER && !small && !doc.caseless) break;
    if (doc.capitals[j] === 1 && small && word !== 'of' && word !== 's') break;
    if (doc.caseless && (commonLevel(doc.bits[j] ?? 0) >= 3 || small) && !GENERAL.has(word)) break;
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
    const of =
      doc.lower[i + 1] === 'of' &&
      certain &&
      (isName(doc, i + 2) || (doc.lower[i + 2] === 'the' && isName(doc, i + 3)));
    if (!of || doc.caseless || GENERAL.has(doc.lower[i + 2] ?? '')) return undefined;
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

/** A city by the list with a word of place before it or a state after it; any capitalised word after "lives in". */
function cityAt(doc: Tokens, i: number, words: WordList): Found | undefined {
  const lower = doc.lower[i] ?? '';
  const shape = doc.shape[i];
  if (shape === LOWER && !doc.caseless) return undefined;
  // "died of Huntington disease"
  if (EPONYMS.has(lower) && (EPONYM_HEADS.has(doc.lower[i + 1] ?? '') || doc.lower[i + 2] === 's')) return undefined;
  const bits = doc.bits[i] ?? 0;
  const before = doc.lower[i - 1] ?? '';
  const preposition =
    before === 'in' ||
    before === 'from' ||
    before === 'to' ||
    before === 'near' ||
    before === 'at' ||
    before === 'of' ||
    before === 'outside' ||
    before === 'through';
  // Cities of several words.
  let end = i;
  let listed = (bits & PLACE) !== 0;
  let name = lower;
  for (let j = i + 1; j < i + 4 && doc.kind[j] === WORD && doc.gap[j] === 1 && doc.shape[j] === shape; j += 1) {
    name = `${name} ${doc.lower[j] ?? ''}`;
    if (((words.get(name) ?? 0) & PLACE) !== 0) {
      end = j;
      listed = true;
    }
  }
  const span = (why: string, last = end): Found => ({
    start: doc.start[i] ?? 0,
    end: doc.end[last] ?? 0,
    category: 'place',
    why,
    rank: CONTEXT,
  });
  if (end > i) return span('place: by the list');
  // "Sacaton, AZ", "Oak Ridge, Tennessee 37830".
  const comma = doc.lower[end + 1] === ',' ? end + 2 : -1;
  if (
    comma > 0 &&
    doc.kind[comma] === WORD &&
    !NEVER.has(lower) &&
    commonLevel(bits) < 4 &&
    !(doc.caseless && !listed)
  ) {
    const state = doc.lower[comma] ?? '';
    const two = ((words.get(`${state} ${doc.lower[comma + 1] ?? ''}`) ?? 0) & REGION) !== 0;
    const credential =
      (!listed || (givenLevel(doc.bits[i - 1] ?? 0) >= 1 && doc.gap[i] === 1 && doc.shape[i - 1] === TITLE)) &&
      (state === 'md' || state === 'pa' || state === 'do' || state === 'ma') &&
      doc.kind[comma + 1] !== NUMBER;
    const coded =
      !credential &&
      STATES.has(state) &&
      doc.shape[comma] === UPPER &&
      (doc.capitals[i] === 0 || listed || doc.kind[comma + 1] === NUMBER);
    const region =
      (doc.bits[comma] ?? 0) & REGION &&
      (doc.bits[i] ?? 0) >= 0 &&
      ((bits & REGION) === 0 || listed) &&
      givenLevel(doc.bits[comma] ?? 0) < 2;
    if (coded || ((region || two) && ((preposition && shape !== LOWER) || listed)))
      return span('place: before a state or country', coded || region ? comma : comma + 1);
  }
  if ((bits & REGION) !== 0 && !listed) return undefined;
  const person = commonLevel(bits) >= 3 || givenLevel(bits) >= 2;
  if (listed && preposition && !(person && before === 'of') && commonLevel(bits) < 4) return span('place: by the list');
  if (!preposition || (shape === UPPER && !listed) || (doc.caseless && !listed)) return undefined;
  if (shape !== TITLE || NEVER.has(lower) || commonLevel(bits) >= 4 || (bits & (DRUG | MEDICAL)) !== 0)
    return undefined;
  const start = doc.start[i] ?? 0;
  if (!CITY_CUES.test(doc.text.slice(Math.max(0, start - 60), start))) return undefined;
  let last = i;
  while (doc.kind[last + 1] === WORD && doc.shape[last + 1] === TITLE && doc.gap[last + 1] === 1 && last < i + 3)
    last += 1;
  return surnameLevel(bits) >= 0 ? span('place: after a word of living or travel', last) : undefined;
}

/** Five digits, four in Australia, after a state's code or name. */
function zipAt(doc: Tokens, i: number): Found | undefined {
  const j = doc.lower[i + 1] === ',' || doc.lower[i + 1] === '.' ? i + 2 : i + 1;
  const lower = doc.lower[i] ?? '';
  const length = AUSTRALIAN.has(lower) && doc.shape[i] === UPPER && doc.shape[i - 1] === TITLE ? 4 : 5;
  if (doc.kind[j] !== NUMBER || (doc.end[j] ?? 0) - (doc.start[j] ?? 0) !== length || (doc.gap[j] ?? 0) >= LINE)
    return undefined;
  const region =
    length === 4 ||
    (STATES.has(lower) && doc.shape[i] === UPPER) ||
    ((doc.bits[i] ?? 0) & (REGION | PLACE)) !== 0 ||
    lower === 'zip' ||
    lower === 'code' ||
    lower === 'zipcode';
  if (!region) return undefined;
  const extra = doc.lower[j + 1] === '-' && doc.kind[j + 2] === NUMBER && doc.gap[j + 2] === 0 ? j + 2 : j;
  return {
    start: doc.start[j] ?? 0,
    end: doc.end[extra] ?? 0,
    category: 'zip',
    why: 'zip: after a place',
    rank: PATTERN,
  };
}
