/** Dates as they are said: "March fourteenth twenty twenty", "the fourteenth of March", "in nineteen ninety-five". */
import { CONTEXT, type Found } from '../found.ts';
import { LINE, type Tokens, WORD } from '../tokens.ts';
import { NUMBER_OF, ORDINAL_OF } from './words.ts';

const isNumberWord = (word: string | undefined): boolean =>
  word !== undefined && (NUMBER_OF.has(word) || ORDINAL_OF.has(word));

/** End of the number words that follow the month at `i` (six at most); the end of the month itself where none do. */
export function spokenAfterMonth(doc: Tokens, i: number): number {
  let end = doc.end[i] ?? 0;
  let words = 0;
  for (let j = i + 1; j < doc.length && words < 7; j += 1) {
    const word = doc.lower[j] ?? '';
    if ((doc.gap[j] ?? 0) >= LINE) break;
    if (isNumberWord(word) || ((word === 'thousand' || word === 'hundred') && words > 0)) {
      end = doc.end[j] ?? end;
      words += 1;
    } else if (
      (word === 'the' || word === 'of' || word === 'and' || word === ',' || word === '-') &&
      isNumberWord(doc.lower[j + 1])
    )
      continue;
    else if (/^(?:\d{1,2}|(?:19|20)\d\d)(?:st|nd|rd|th)?$/.test(word) && words > 0) {
      end = doc.end[j] ?? end;
      words += 1;
    } else break;
  }
  return end;
}

/** Start of "fourteenth of" or "the twenty first" before the month at `i`. */
export function spokenDayBefore(doc: Tokens, i: number): number | undefined {
  let j = i - 1;
  if (doc.lower[j] === 'of') j -= 1;
  const day = doc.lower[j];
  if (day === undefined || !ORDINAL_OF.has(day) || doc.kind[j] !== WORD) return undefined;
  const tens = doc.lower[j - 1] === '-' ? j - 2 : j - 1;
  const ten = doc.lower[tens];
  if (ten === 'twenty' || ten === 'thirty') return doc.start[tens];
  return j === i - 1 && day === 'second' ? undefined : doc.start[j];
}

const YEAR_CUES = new Set([
  'in',
  'since',
  'from',
  'until',
  'of',
  'around',
  'by',
  'till',
  'to',
  'about',
  'year',
  'during',
  'and',
  'late',
  'early',
  'back',
]);

/** "nineteen ninety five", "twenty nineteen", "two thousand and four", after a word that speaks of time. */
export function spokenYear(doc: Tokens, i: number): Found | undefined {
  const first = doc.lower[i] ?? '';
  if (first !== 'nineteen' && first !== 'twenty' && first !== 'two') return undefined;
  if (!YEAR_CUES.has(doc.lower[i - 1] ?? '')) return undefined;
  let j = i + 1;
  const next = doc.lower[j] ?? '';
  if (first === 'two') {
    if (next !== 'thousand') return undefined;
    if (doc.lower[j + 1] === 'and') j += 1;
    if (!isNumberWord(doc.lower[j + 1])) return doc.lower[i - 1] === 'in' ? spanOf(doc, i, i + 1) : undefined;
    j += 1;
  } else if (first === 'twenty') {
    const value = NUMBER_OF.get(next);
    if (value === undefined || !(value >= 10 || next === 'oh')) return undefined;
  } else if (next === 'hundred') j += doc.lower[j + 1] === 'and' ? 2 : 1;
  else if (next !== 'oh' && (NUMBER_OF.get(next) ?? 0) < 10) return undefined;
  if (doc.lower[j + 1] === '-' && isNumberWord(doc.lower[j + 2])) j += 2;
  else if ((NUMBER_OF.get(doc.lower[j + 1] ?? '') ?? 10) < 10) j += 1;
  if (
    /^(?:milligrams?|mg|units?|times|years?|days?|weeks?|months?|minutes?|hours?|percent|pounds?)$/.test(
      doc.lower[j + 1] ?? '',
    )
  )
    return undefined;
  return spanOf(doc, i, j);
}

function spanOf(doc: Tokens, from: number, to: number): Found {
  return {
    start: doc.start[from] ?? 0,
    end: doc.end[to] ?? 0,
    category: 'date',
    why: 'date: spoken year',
    rank: CONTEXT,
  };
}
