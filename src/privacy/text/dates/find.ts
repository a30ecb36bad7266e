/**
 * Dates of a text: those in numbers, those with a month's or a weekday's name, holidays, seasons, and spoken ones. What could
 * be a date and could be a ratio (3/14, 2/6) is a date only where the words around it speak of time.
 */

import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, MIXED, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { CLOCK } from '../vocabulary.ts';
import { matchEnd, STRONG, VERBY, wordAfter, wordBefore } from './cues.ts';
import { holidayAt, seasonAt } from './holidays.ts';
import { withLead } from './lead.ts';
import { monthAt, weekdayAt } from './named.ts';
import { CERTAIN, ORDINAL_DAY, YEAR } from './patterns.ts';
import { twoNumbers } from './ratios.ts';
import { spokenYear } from './spoken.ts';
import { MONTH_OF, WEEKDAY_OF } from './words.ts';

export interface DateOptions {
  /** Seasons are dates too; holidays are unless this is false. */
  readonly holidays: boolean;
}

const UNITS_AFTER_YEAR = setOf(`
mg ml mcg cc iu units unit calories calorie kcal cal g kg lbs pounds dollars steps feet ft m meters miles cells
grams milligrams hours hrs h times % / patients hr days cm ng mmol rads cgy mah w gauss`);
const NOT_YEAR_BEFORE = setOf(`
x # room ext extension suite apt box unit bed $ £ < > / - . , no count wbc of_urine @ + =`);
const ORDINAL_NOUN_END = setOf(`
and or to at for when with because but he she they i we through until by after`);
const IN_YEAR = setOf(`
in since from until during by of year circa around before after till back early late to and about through between`);

export function datesIn(doc: Tokens, options: DateOptions): Found[] {
  const found: Found[] = [];
  let after = 0;
  for (let i = 0; i < doc.length; i += 1) {
    const start = doc.start[i] ?? 0;
    if (start < after) continue;
    const kind = doc.kind[i];
    const span =
      kind === NUMBER || kind === MIXED
        ? numbered(doc, i, options, listed(doc, after, start))
        : kind === WORD
          ? worded(doc, i, options)
          : undefined;
    if (!span) continue;
    found.push(withLead(doc, i, span, after));
    after = span.end;
  }
  return found;
}

/** "1/5, 1/12 and 1/19": a date that follows a date. */
function listed(doc: Tokens, after: number, start: number): boolean {
  return (
    after > 0 &&
    start - after <= 6 &&
    /^(?:,|;)?\s?(?:and|or|&|to)?\s?$/i.test(doc.text.slice(after, start)) &&
    start > after + 1
  );
}

function numbered(doc: Tokens, i: number, options: DateOptions, follows: boolean): Found | undefined {
  const at = doc.start[i] ?? 0;
  const before = doc.text.charAt(at - 1);
  const tight =
    before === '/' ||
    before === '.' ||
    before === ':' ||
    before === '-' ||
    before === '#' ||
    before === '$' ||
    before === '_';
  if (tight && /[\d#/]/.test(doc.text.charAt(at - 2))) return undefined;
  if (before === '#' || before === '$' || before === '_') return undefined;
  const length = (doc.end[i] ?? 0) - at;
  if (length > 10 && doc.kind[i] === NUMBER && length !== 12 && length !== 14) return undefined;
  for (const [pattern, why] of CERTAIN) {
    const end = matchEnd(pattern, doc.text, at);
    if (end <= 0 || !isPlausible(doc, i, at, end, why)) continue;
    const the = why === 'date: day and month' && doc.lower[i - 1] === 'the' && /\sof\s/i.test(doc.text.slice(at, end));
    return { start: the ? (doc.start[i - 1] ?? at) : at, end, category: 'date', why, rank: PATTERN };
  }
  const holiday = options.holidays ? holidayAt(doc, i) : undefined;
  if (holiday) return holiday;
  return twoNumbers(doc, i, at, follows) ?? bareYear(doc, i, at) ?? ordinalDay(doc, i, at);
}

const YEAR_RANGE = /^\d{4}\s?[-/–]/;

function isPlausible(doc: Tokens, i: number, at: number, end: number, why: string): boolean {
  const text = doc.text.slice(at, end);
  if (why === 'date: numbers') {
    const [a = 0, b = 0] = text.split(/\D+/).map(Number);
    return a <= 12 || b <= 12;
  }
  if (why === 'date: day and month') {
    const month =
      /[a-z]+(?=\.?[^a-z]*$|\.?\s)/i
        .exec(text.replace(/(?<=\d)(?:st|nd|rd|th)\b|\b(?:to|or|and|day|of)\b/gi, ''))?.[0]
        ?.toLowerCase() ?? '';
    // "2 may", "10 mar": a verb or a word unless it is written as a month or more of a date follows.
    if (
      !VERBY.has(month) ||
      (doc.caseless && STRONG.has(wordBefore(doc, i, 1))) ||
      /\d{2}\D*$|(?:st|nd|rd|th)|of/i.test(text.slice(text.toLowerCase().indexOf(month)) + text.slice(0, 6))
    )
      return true;
    return /\d\s?[-/]?\s?[A-Z]/.test(text);
  }
  if (why === 'date: years' && YEAR_RANGE.test(text)) {
    const [a = 0, b = 0] = text.split(/\D+/).map(Number);
    return !UNITS_AFTER_YEAR.has(wordAfter(doc, end)) && (b > 1900 ? b >= a : b > a % 100 || text.includes('/'));
  }
  return i >= 0;
}

function bareYear(doc: Tokens, i: number, at: number): Found | undefined {
  if ((doc.end[i] ?? 0) - at !== 4) return undefined;
  const end = matchEnd(YEAR, doc.text, at);
  if (end <= 0) return undefined;
  const cue = wordBefore(doc, i, 1);
  if (NOT_YEAR_BEFORE.has(cue) && doc.gap[i] === 0) return undefined;
  if (NOT_YEAR_BEFORE.has(cue) && cue !== ',' && cue !== '-' && cue !== '.') return undefined;
  const next = wordAfter(doc, end);
  if (UNITS_AFTER_YEAR.has(next)) return undefined;
  // A clock of 24 hours: "at 2015", "2015 hours".
  if (cue === 'at' || (cue === 'to' && wordBefore(doc, i, 2) === 'up')) return undefined;
  if (IN_YEAR.has(cue) || cue === '(' || cue === ',' || isWordCue(doc, i)) {
    return { start: at, end, category: 'date', why: 'date: year', rank: CONTEXT };
  }
  return undefined;
}

function isWordCue(doc: Tokens, i: number): boolean {
  return (
    i > 0 &&
    (doc.kind[i - 1] === WORD || doc.lower[i - 1] === ':' || (doc.gap[i] ?? 0) >= LINE || doc.lower[i - 1] === "'")
  );
}

function ordinalDay(doc: Tokens, i: number, at: number): Found | undefined {
  const end = matchEnd(ORDINAL_DAY, doc.text, at);
  if (end <= 0 || wordBefore(doc, i, 1) !== 'the') return undefined;
  if (!['on', 'since', 'until', 'by', 'before', 'after', 'from', 'till'].includes(wordBefore(doc, i, 2)))
    return undefined;
  const next = wordAfter(doc, end);
  const of = next === 'of' && /^\s+of\s+(?:this|last|next|the|that)\s+month/i.test(doc.text.slice(end, end + 24));
  if (next === '' || /^[.,;)?!]/.test(next) || ORDINAL_NOUN_END.has(next) || of) {
    return { start: at, end, category: 'date', why: 'date: day of a month', rank: CONTEXT };
  }
  return undefined;
}

function worded(doc: Tokens, i: number, options: DateOptions): Found | undefined {
  const word = doc.lower[i] ?? '';
  if (((doc.flags[i] ?? 0) & CLOCK) === 0) return undefined;
  return (
    (MONTH_OF.has(word) ? monthAt(doc, i, word) : undefined) ??
    (WEEKDAY_OF.has(word) ? weekdayAt(doc, i, word) : undefined) ??
    (options.holidays ? (holidayAt(doc, i) ?? seasonAt(doc, i, word)) : undefined) ??
    spokenYear(doc, i)
  );
}
