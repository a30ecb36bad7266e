import type { Span } from '../mention.ts';

/** A day of the calendar as a text writes it. */
export interface WrittenDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly span: Span;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ISO = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g;
const SLASHED = /(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/.]\d)/g;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-](?:of )?${MONTH}\\.?[\\s,-]{1,2}((?:19|20)\\d\\d)\\b`,
  'gi',
);
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d\\d)\\b`, 'gi');

/**
 * All whole dates of a text, in its order. `03/04/2024` is 3 April where some date of the text can only be day first (a first
 * number above 12, or dots), else 4 March, as in the notes of the United States.
 */
export function daysIn(text: string): WrittenDay[] {
  const found: WrittenDay[] = [];
  const add = (match: RegExpExecArray, year: number, month: number, day: number): void => {
    const written = dayFrom(year, month, day);
    if (written !== undefined) found.push({ day: written, span: [match.index, match.index + match[0].length] });
  };
  for (const match of text.matchAll(ISO)) add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  const slashed = [...text.matchAll(SLASHED)];
  const isDayFirst = slashed.some(([, first, mark]) => Number(first) > 12 || mark === '.');
  for (const match of slashed) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? '')];
    if (isDayFirst) add(match, year, second, first);
    else add(match, year, first, second);
  }
  for (const match of text.matchAll(DAY_FIRST)) add(match, Number(match[3]), monthOf(match[2] ?? ''), Number(match[1]));
  for (const match of text.matchAll(MONTH_FIRST))
    add(match, Number(match[3]), monthOf(match[1] ?? ''), Number(match[2]));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** In so many characters at its top a note gives its own date without a word for it. */
const TOP = 160;
const OWN =
  /\b(?:date(?: of (?:service|visit|exam\w*|study|report|consultation|admission|encounter))?|dos|visit|seen(?: on)?|reviewed(?: on)?|examined(?: on)?|dated|reported|dictated|signed(?:.{0,30}by.{0,40})?|clinic|exam(?:ination)?|collected|performed|encounter)\b[^\n.]{0,20}$/i;
const NOT_OWN =
  /\b(?:dob|d\.o\.b|birth|born|since|until|prior|previous|comparison|compared|last|from|in|on or about)\b[^\n.]{0,14}$/i;

/** The day on which a note says it was written: a date with a word for it, else a date at the top, else none. */
export function noteDayIn(text: string): WrittenDay | undefined {
  const days = daysIn(text).filter(({ span }) => !NOT_OWN.test(before(text, span)) || OWN.test(before(text, span)));
  return days.find(({ span }) => OWN.test(before(text, span))) ?? days.find(({ span }) => span[0] < TOP);
}

const before = (text: string, [start]: Span): string => text.slice(Math.max(0, start - 80), start);

function dayFrom(year: number, month: number, day: number): string | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 50 ? 1900 : 2000);
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
