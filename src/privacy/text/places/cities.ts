/** Cities by the list, by a state after them, by a word of living or travel before them; postal codes after a place. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { commonLevel, DRUG, givenLevel, MEDICAL, PLACE, REGION, surnameLevel } from '../lexicon/bits.ts';
import type { WordList } from '../lexicon/load.ts';
import { EPONYM_HEADS, EPONYMS, NEVER } from '../names/words.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, NUMBER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { AUSTRALIAN, STATES } from './words.ts';

const CITY_CUES =
  /(?:\b(?:lives?|living|lived|resid(?:es?|ing|ed)|moved|relocated|born(?: and raised)?|raised|grew up|native|resident|originally|immigrated|emigrated|travell?ed|travell?ing|trips?|vacation(?:ed|ing)?|visit(?:ed|ing|s)?|flew|drove|came|returned|home|stationed|incarcerated|works?|worked|working|transferred|hometown|family)\s(?:\w+\s){0,3}?(?:in|from|to|of|near|outside|around|at)\s(?:the\s)?)$/i;

/** A city by the list with a word of place before it or a state after it; any capitalised word after "lives in". */
export function cityAt(doc: Tokens, i: number, words: WordList): Found | undefined {
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
  for (
    let j = i + 1;
    j < i + 5 && doc.kind[j] === WORD && doc.gap[j] === 1 && (doc.shape[j] === shape || SMALL.has(doc.lower[j] ?? ''));
    j += 1
  ) {
    name = `${name} ${doc.lower[j] ?? ''}`;
    if (((words.get(name) ?? 0) & PLACE) !== 0) {
      end = j;
      listed = true;
    }
  }
  const span = (why: string, last = end): Found => ({
    start: doc.start[i] ?? 0,
    end: doc.end[onRiver(doc, last)] ?? 0,
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
      (!listed ||
        (doc.lower[i - 1] === '.' && (doc.lower[i - 2] ?? '').length === 1) ||
        (doc.lower[i - 1] ?? '').length === 1 ||
        (givenLevel(doc.bits[i - 1] ?? 0) >= 1 && doc.gap[i] === 1 && doc.shape[i - 1] === TITLE)) &&
      (state === 'md' || state === 'pa' || state === 'do' || state === 'ma') &&
      !(doc.kind[comma + 1] === NUMBER && (doc.end[comma + 1] ?? 0) - (doc.start[comma + 1] ?? 0) === 5);
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
  for (;;) {
    const step = SMALL.has(doc.lower[last + 1] ?? '') && doc.shape[last + 1] === LOWER ? 2 : 1;
    const next = last + step;
    if (doc.kind[next] !== WORD || doc.shape[next] !== TITLE || doc.gap[next] !== 1 || doc.gap[last + 1] !== 1) break;
    if (next > i + 3) break;
    last = next;
  }
  return surnameLevel(bits) >= 0 ? span('place: after a word of living or travel', last) : undefined;
}

/** Small words inside the names of cities: "Port of Spain", "Rio de Janeiro". */
const SMALL = setOf('of de da do la del los las upon le en el');

/** "Newcastle upon Tyne", "Ashton-under-Lyne", "Stratford-on-Avon". */
function onRiver(doc: Tokens, last: number): number {
  const step = doc.lower[last + 1] === '-' && doc.lower[last + 3] === '-' ? 2 : 1;
  const small = doc.lower[last + step] ?? '';
  const name = last + 2 * step;
  const joins = /^(?:upon|sur)$/.test(small) || (step === 2 && /^(?:on|by|in|the|under|le)$/.test(small));
  return joins && doc.kind[name] === WORD && (doc.shape[name] !== LOWER || doc.caseless) ? name : last;
}

/** "Co. Kerry", "County Kildare". */
export function countyAt(doc: Tokens, i: number): Found | undefined {
  const word = doc.lower[i];
  if ((word !== 'co' && word !== 'county') || (doc.shape[i] === LOWER && !doc.caseless)) return undefined;
  const name = doc.lower[i + 1] === '.' && doc.gap[i + 1] === 0 ? i + 2 : i + 1;
  const after = doc.lower[i - 1] === ',' || word === 'co';
  if (!after || (word === 'co' && name === i + 1 && doc.lower[i - 1] !== ',')) return undefined;
  if (doc.kind[name] !== WORD || doc.gap[name] !== 1 || (doc.shape[name] === LOWER && !doc.caseless)) return undefined;
  if (commonLevel(doc.bits[name] ?? 0) >= 4 || doc.end[name] === (doc.start[name] ?? 0) + 1) return undefined;
  return {
    start: doc.start[i] ?? 0,
    end: doc.end[name] ?? 0,
    category: 'place',
    why: 'place: county',
    rank: CONTEXT,
  };
}

/**
 * Five digits, four in Australia, after a state's code or name, six in India after a city; before "ST 12345" stands a city,
 * whatever its words.
 */
export function zipAt(doc: Tokens, i: number, words: WordList): Found[] {
  const j = doc.lower[i + 1] === ',' || doc.lower[i + 1] === '.' ? i + 2 : i + 1;
  if (doc.kind[j] !== NUMBER || (doc.gap[j] ?? 0) >= LINE) return pinAt(doc, i);
  const lower = doc.lower[i] ?? '';
  const length = AUSTRALIAN.has(lower) && doc.shape[i] === UPPER && doc.shape[i - 1] === TITLE ? 4 : 5;
  if (doc.kind[j] !== NUMBER || (doc.end[j] ?? 0) - (doc.start[j] ?? 0) !== length || (doc.gap[j] ?? 0) >= LINE)
    return pinAt(doc, i);
  const coded = STATES.has(lower) && (doc.shape[i] === UPPER || doc.caseless);
  const two = ((words.get(`${doc.lower[i - 1] ?? ''} ${lower}`) ?? 0) & REGION) !== 0;
  const region =
    length === 4 ||
    coded ||
    two ||
    ((doc.bits[i] ?? 0) & (REGION | PLACE)) !== 0 ||
    lower === 'zip' ||
    lower === 'code' ||
    lower === 'zipcode';
  if (!region) return [];
  const extra = doc.lower[j + 1] === '-' && doc.kind[j + 2] === NUMBER && doc.gap[j + 2] === 0 ? j + 2 : j;
  const zip: Found = {
    start: doc.start[j] ?? 0,
    end: doc.end[extra] ?? 0,
    category: 'zip',
    why: 'zip: after a place',
    rank: PATTERN,
  };
  const city = coded || two ? cityBefore(doc, two ? i - 1 : i) : undefined;
  return city ? [city, zip] : [zip];
}

/** The one to three words between a comma, a colon or the head of the line and ", NM 88001". */
function cityBefore(doc: Tokens, state: number): Found | undefined {
  if (doc.lower[state - 1] !== ',') return undefined;
  const last = state - 2;
  let from = last;
  while (
    from > last - 3 &&
    (doc.gap[from] ?? 9) === 1 &&
    doc.kind[from - 1] === WORD &&
    doc.shape[from - 1] === doc.shape[last] &&
    !(doc.caseless && commonLevel(doc.bits[from - 1] ?? 0) >= 5)
  )
    from -= 1;
  if (doc.kind[last] !== WORD || (doc.shape[last] === LOWER && !doc.caseless)) return undefined;
  return {
    start: doc.start[from] ?? 0,
    end: doc.end[last] ?? 0,
    category: 'place',
    why: 'place: before a state and its code',
    rank: CONTEXT,
  };
}

/** "Pune - 411073", "Mysuru 570 001": after a city of the list. */
function pinAt(doc: Tokens, i: number): Found[] {
  if (((doc.bits[i] ?? 0) & PLACE) === 0) return [];
  const end = doc.end[i] ?? 0;
  const match = /^\s?[-–]?\s?([1-8]\d{2}\s?\d{3})(?![\d.,%/-]?\d)/.exec(doc.text.slice(end, end + 14));
  if (!match) return [];
  const [all, pin = ''] = match;
  const to = end + all.length;
  return [{ start: to - pin.length, end: to, category: 'zip', why: 'zip: six digits', rank: PATTERN }];
}
