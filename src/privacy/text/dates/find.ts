/**
 * Dates of a text: those in numbers, those with a month's or a weekday's name, holidays, seasons, and spoken ones. What could
 * be a date and could be a ratio (3/14, 2/6) is a date only where the words around it speak of time.
 */

import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, MIXED, NUMBER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CLOCK } from '../vocabulary.ts';
import { withLead } from './lead.ts';
import { AFTER_MONTH, CERTAIN, ORDINAL_DAY, TWO_NUMBERS, YEAR } from './patterns.ts';
import { spokenAfterMonth, spokenDayBefore, spokenYear } from './spoken.ts';
import { HOLIDAYS, MONTH_OF, NUMBER_OF, ORDINAL_OF, SEASONS, WEEKDAY_OF } from './words.ts';

export interface DateOptions {
  /** Seasons are dates too; holidays are unless this is false. */
  readonly holidays: boolean;
}

/** Words before a date that leave no doubt that one follows. */
const STRONG = setOf(`
on since until till dated date dates visits dob born by before after between through thru doa dos dod lmp edd edc birthdate
admitted discharged seen visit surgery procedure scheduled due appointment follow-up birthday admission discharge as
saw fell fall bm menses given drawn placed removed repaired replaced done taken collected sent received started stopped signed reviewed
examined completed performed inserted closed opened happened occurred arrived left called rang out last`);
const WEAK = setOf(`
in from of for to at last next this and or the during around about early late mid back every each past coming
previous following approximately circa starting beginning ending end middle effective per expired expires returned
updated signed started`);
/** Words near two numbers that make them a ratio, a score or a dose. */
const RATIO = setOf(`
pain strength murmur tablet tablets tab tabs scale score apgar apgars gcs mmse moca bp pressure vision acuity va
grade reflexes dtrs dtr power motor pack packs ppd inch inches cup cups cm mm mg ml times x week weeks day days
month months years year hours od os ou positive criteria nodes systolic ejection pulses station level disc pint
teaspoon dose ratio percentile beers drinks minutes severity sinus out intensity rated rates ns saline per hr hour
lb lbs kg bottle glass half peg fr gauge stage phq gad vi seconds pounds feet mile miles liter liters l spouse
siblings brothers sisters doses vials`);
const UNITS_AFTER_YEAR = setOf(`
mg ml mcg cc iu units unit calories calorie kcal cal g kg lbs pounds dollars steps feet ft m meters miles cells
grams milligrams hours hrs h times % / patients hr days cm ng mmol rads cgy mah w gauss`);
const NOT_YEAR_BEFORE = setOf(`
x # room ext extension suite apt box unit bed $ £ < > / - . , no count wbc of_urine @ + =`);
const ORDINAL_NOUN_END = setOf(`
and or to at for when with because but he she they i we through until by after`);
const IN_YEAR = setOf(`
in since from until during by of year circa around before after till back early late to and about through between`);
/** Months and weekdays whose names are other words too. */
const DOUBTFUL = setOf(`
may march mar jan dec sun sat mon wed fri apr jun jul sep nov feb thu tue april june august oct aug febr`);
const VERBY = setOf(`
may march sat sun mar mon wed dec jan`);

const holidaysByWord = new Map<string, string[]>();
for (const [name] of HOLIDAYS) {
  const first = /^[\p{L}\d]+/u.exec(name)?.[0] ?? name;
  holidaysByWord.set(
    first,
    [...(holidaysByWord.get(first) ?? []), name].sort((a, b) => b.length - a.length),
  );
}

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
    /^(?:,|;)?\s?(?:and|or|&|to)?\s?$/.test(doc.text.slice(after, start)) &&
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
    const the = why === 'date: day and month' && doc.lower[i - 1] === 'the' && /\sof\s/.test(doc.text.slice(at, end));
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

/** Two numbers: a date where the words say so and nothing near makes a ratio of them. */
function twoNumbers(doc: Tokens, i: number, at: number, follows: boolean): Found | undefined {
  TWO_NUMBERS.lastIndex = at;
  const match = TWO_NUMBERS.exec(doc.text);
  if (!match) return undefined;
  const [whole, first = '', mark, second = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  const end = at + whole.length;
  const span: Found = {
    start: at,
    end,
    category: 'date',
    why: 'date: two numbers, in a context of time',
    rank: CONTEXT,
  };
  const cue = wordBefore(doc, i, 1);
  const sure = cue === 'on' || cue === 'since' || cue === 'until' || cue === 'dated';
  if (!isWeekday(doc, i - 1) && nearRatio(doc, i, end, sure ? 1 : 3)) return undefined;
  const dayMonth = (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
  const monthYear = mark === '/' && a >= 1 && a <= 12 && second.length === 2 && (b >= 32 || second.startsWith('0'));
  if (monthYear && first.length + second.length >= 3 && (b >= 50 || second.startsWith('0')) && b !== 60) {
    const decimals = /^[.,]\d/.test(doc.text.slice(end, end + 2));
    return decimals ? undefined : span;
  }
  if (!dayMonth) return undefined;
  // "7/14 - 7/16", "10/14 to 10/24": two such numbers, the later one second.
  const [c = 0, d = 0] =
    /(\d{1,2})[-/](\d{1,2})$/
      .exec(whole.slice(first.length + 1 + second.length))
      ?.slice(1)
      .map(Number) ?? [];
  const range = mark === '/' && c >= 1 && c <= 12 && d >= 1 && d <= 31 && (c > a || (c === a && d > b)) && a <= 12;
  const strong =
    range ||
    follows ||
    // "F/U 12-20"
    (cue === 'u' && doc.lower[i - 2] === '/' && doc.lower[i - 3] === 'f') ||
    STRONG.has(cue) ||
    isWeekday(doc, i - 1) ||
    (STRONG.has(wordBefore(doc, i, 2)) && ['the', 'about', 'or', 'around', ':', '.', '-', 'of', 'was'].includes(cue));
  const next = wordAfter(doc, end);
  if (strong && (mark === '/' || b > 12 || a > b)) return span;
  if (mark !== '/') return undefined;
  const sayRatio = b <= 10 && a <= b;
  const weak = WEAK.has(cue) || (doc.gap[i] ?? 0) >= LINE || cue === ':' || cue === '(';
  const padded = first.startsWith('0') || second.startsWith('0');
  if (padded && b !== 0) return span;
  if (!sayRatio && weak && (b > 12 || a > b) && next !== '%') return span;
  return undefined;
}

function nearRatio(doc: Tokens, i: number, end: number, words: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    const word = doc.lower[i - back];
    if (word === undefined || (doc.gap[i - back + 1] ?? 0) >= LINE || word === '.' || word === ',') break;
    if (RATIO.has(word) && word !== 'day' && word !== 'days' && word !== 'per' && word !== 'out' && word !== 'x')
      return true;
  }
  let j = i;
  while (j < doc.length && (doc.start[j] ?? 0) < end) j += 1;
  for (let on = 0; on < words && j + on < doc.length; on += 1) {
    if ((doc.gap[j + on] ?? 0) >= LINE) break;
    const word = doc.lower[j + on] ?? '';
    if (word === '.' || word === ',' || word === ';' || word === ')') break;
    if (RATIO.has(word)) return on === 0 || !['day', 'out', 'x', 'per', 'days', 'for'].includes(word);
    if (on === 0 && (word === '%' || word === '-')) return true;
  }
  return false;
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

function monthAt(doc: Tokens, i: number, word: string): Found | undefined {
  const at = doc.start[i] ?? 0;
  const from = doc.end[i] ?? 0;
  const shape = doc.shape[i];
  const written = shape === TITLE || (shape === UPPER && word.length >= 3) || (doc.caseless && !VERBY.has(word));
  AFTER_MONTH.lastIndex = from;
  const tail = AFTER_MONTH.exec(doc.text);
  const hyphened = doc.lower[i - 1] === '-' && doc.gap[i] === 0 && doc.gap[i - 1] === 0;
  const cue = wordBefore(doc, i, hyphened ? 2 : 1);
  if (tail && (written || word.length > 3 || /\d{4}|st|nd|rd|th/.test(tail[0]))) {
    const verb = VERBY.has(word) && !written && !STRONG.has(cue) && !WEAK.has(cue) && !/\d{4}/.test(tail[0]);
    if (!verb)
      return {
        start: spokenDayBefore(doc, i) ?? at,
        end: from + tail[0].length,
        category: 'date',
        why: 'date: month and day or year',
        rank: PATTERN,
      };
  }
  const spoken = spokenAfterMonth(doc, i);
  const before = spokenDayBefore(doc, i);
  if (
    (spoken > from || before !== undefined) &&
    (written || !VERBY.has(word) || before !== undefined || WEAK.has(cue) || STRONG.has(cue) || saysOrdinal(doc, i))
  ) {
    return { start: before ?? at, end: Math.max(spoken, from), category: 'date', why: 'date: spoken', rank: CONTEXT };
  }
  const cued = WEAK.has(cue) || STRONG.has(cue) || cue === '(' || cue === '/';
  const end = from;
  if (word.length <= 3 && word !== 'may')
    return written && cued && shape !== UPPER
      ? { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT }
      : undefined;
  if (VERBY.has(word)) {
    const sure = cued && cue !== 'and' && cue !== 'or' && cue !== 'to' && cue !== 'the' && (written || doc.caseless);
    return sure && !/^\s+(?:have|be|not|also|need|want)\b/.test(doc.text.slice(end, end + 8))
      ? { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT }
      : undefined;
  }
  if (DOUBTFUL.has(word) && !cued && !written) return undefined;
  if (doc.shape[i] === LOWER && !doc.caseless && !cued) return undefined;
  return { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT };
}

/** "march twenty second": an ordinal among the next words. */
function saysOrdinal(doc: Tokens, i: number): boolean {
  return (
    ORDINAL_OF.has(doc.lower[i + 1] ?? '') ||
    (NUMBER_OF.has(doc.lower[i + 1] ?? '') && ORDINAL_OF.has(doc.lower[i + 2] ?? ''))
  );
}

function weekdayAt(doc: Tokens, i: number, word: string): Found | undefined {
  const at = doc.start[i] ?? 0;
  const end = doc.end[i] ?? 0;
  const cue = wordBefore(doc, i, 1);
  const cued = WEAK.has(cue) || STRONG.has(cue);
  const shape = doc.shape[i];
  if (word.length <= 5 && word !== 'tues') {
    const dated = /^\.?,?\s{1,2}(?:\d{1,2}[/-]\d|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d)/.test(
      doc.text.slice(end, end + 16),
    );
    if (
      (shape === LOWER && !(doc.caseless && dated)) ||
      (shape === UPPER && !dated) ||
      !(dated || (cued && cue !== 'the' && cue !== 'to'))
    )
      return undefined;
    if (VERBY.has(word) && !dated && !(cue === 'on' || cue === 'last' || cue === 'next')) return undefined;
  } else if (shape === LOWER && !cued && !doc.caseless && wordAfter(doc, end) === 's') return undefined;
  const day = WEEKDAY_DAY.exec(doc.text.slice(end, end + 26))?.[0] ?? '';
  return { start: at, end: end + day.length, category: 'date', why: 'date: weekday', rank: CONTEXT };
}

/** "Tuesday the 8th", "Friday the thirteenth", where no month follows. */
const WEEKDAY_DAY =
  /^,?\s(?:the\s(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)-?\s?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)(?:th)?)|\d{1,2}(?:st|nd|rd|th))\b(?!\s(?:of\s)?(?:day|week|time|visit|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;

function isWeekday(doc: Tokens, i: number): boolean {
  const word = doc.lower[i] === ',' ? doc.lower[i - 1] : doc.lower[i];
  return word !== undefined && WEEKDAY_OF.has(word);
}

/** A Christmas tree is no date, nor is Christmas disease. */
const NO_HOLIDAY = /^\s+(?:tree|disease|factor|egg|island|eve\s+party\s+size|bunny|patch|lily|scores?|card)/i;

function holidayAt(doc: Tokens, i: number): Found | undefined {
  const names = holidaysByWord.get(doc.lower[i] ?? '');
  if (!names) return undefined;
  const at = doc.start[i] ?? 0;
  const near = doc.text
    .slice(at, at + 28)
    .toLowerCase()
    .replaceAll('’', "'");
  for (const name of names) {
    if (!near.startsWith(name) || /[\p{L}\d]/u.test(near.charAt(name.length))) continue;
    const end = at + name.length;
    if (NO_HOLIDAY.test(doc.text.slice(end, end + 20))) return undefined;
    if (name === 'eid' || name === 'tet' || name === 'easter' || name === 'new year') {
      if (doc.shape[i] === LOWER && !doc.caseless) return undefined;
      if (doc.shape[i] === UPPER && name.length === 3) return undefined;
    }
    const year = /^(?:\s+of|,)?\s+(?:(?:19|20)\d\d|'\d\d)\b(?![-/]\d)/i.exec(doc.text.slice(end, end + 12))?.[0] ?? '';
    return { start: at, end: end + year.length, category: 'date', why: 'date: holiday', rank: PATTERN };
  }
  return undefined;
}

function seasonAt(doc: Tokens, i: number, word: string): Found | undefined {
  if (!SEASONS.includes(word)) return undefined;
  const end = doc.end[i] ?? 0;
  const year = /^(?:\s+of|,)?\s+(?:(?:19|20)\d\d|'\d\d)\b(?![-/]\d)/i.exec(doc.text.slice(end, end + 12))?.[0] ?? '';
  const cue = wordBefore(doc, i, 1);
  const cued = cue === 'last' || cue === 'this' || cue === 'next' || cue === 'previous';
  if (word === 'fall' || word === 'spring') {
    const falls =
      year === '' &&
      (!cued ||
        (word === 'fall' && /^\s*(?:and|was|from|resulted|risk|occurred|,)/.test(doc.text.slice(end, end + 12))));
    if (falls) return undefined;
  } else if (year === '' && !cued) return undefined;
  return { start: doc.start[i] ?? 0, end: end + year.length, category: 'date', why: 'date: season', rank: CONTEXT };
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function wordBefore(doc: Tokens, i: number, back: number): string {
  return doc.lower[i - back] ?? '';
}

function wordAfter(doc: Tokens, end: number): string {
  const match = /^\s?([\p{L}]+|[^\s\p{L}\d])/u.exec(doc.text.slice(end, end + 16));
  return match?.[1]?.toLowerCase() ?? '';
}
