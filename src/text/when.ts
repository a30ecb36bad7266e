import { isYear } from './assertion/time.ts';
import { countOf, daysOf, FRACTION } from './durations.ts';
import type { Attributes } from './mention.ts';
import { NUMBER, type Tokens } from './tokens.ts';

const DAY = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
/** Feasts and seasons by their month, 1 to 12; seasons of the northern half, by their middle. Coarse: a month. */
const SEASONS: Readonly<Record<string, number>> = {
  christmas: 12,
  xmas: 12,
  hanukkah: 12,
  thanksgiving: 11,
  diwali: 10,
  halloween: 10,
  easter: 4,
  spring: 4,
  summer: 7,
  autumn: 10,
  winter: 1,
};
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const HISTORY = new Set(['history', 'hx', 'hist', 'ho']);
const BEGAN = new Set('began begun started starting onset noticed developed appeared came first'.split(' '));
const QUALIFIERS = new Set(
  'last this early late mid around about approx approximately roughly ~ the past previous end of beginning start'.split(
    ' ',
  ),
);

const OPENS = new Set(['x', 'for', 'past', 'last', '~', 'over']);
const ARTICLES = new Set(['a', 'an', 'the']);

type Timing = { -readonly [key in 'durationDays' | 'sinceYear' | 'onset']?: Attributes[key] };

/**
 * Duration and onset told of the concept in the tokens [first, last], looked for in [begin, end): "for 3 months", "x 3/52",
 * "3-week history of", "since March 2019", "since last Christmas", "began 2 days ago". With `written` (milliseconds, UTC) a
 * duration gives the onset and an onset the duration. The longer end of a range counts.
 */
export function timingOf(
  tokens: Tokens,
  first: number,
  last: number,
  begin: number,
  end: number,
  written: number | undefined,
): Timing {
  const found: Timing = {};
  for (let at = begin; at < first; at++) readBefore(tokens, at, first, found, written);
  for (let at = last + 1; at < end; at++) readAfter(tokens, at, end, found, written);
  if (found.onset === undefined && found.sinceYear !== undefined) found.onset = String(found.sinceYear);
  return found;
}

/** "3-week history of", "3/7 hx", "2 days of". */
function readBefore(tokens: Tokens, at: number, first: number, found: Timing, written: number | undefined): void {
  const length = lengthAt(tokens, at, first);
  if (!length || found.durationDays !== undefined) return;
  let next = length.to;
  while (tokens.low[next] === '-' || tokens.low[next] === 'long' || tokens.low[next] === "'") next++;
  const low = tokens.low[next] ?? '';
  const isOf = low === 'of' && next < first && tokens.low[at - 1] !== 'age';
  const isHistory = HISTORY.has(low) || (low === 'h' && tokens.low[next + 1] === '/');
  if (isOf || isHistory) put(found, length, written);
}

function readAfter(tokens: Tokens, at: number, end: number, found: Timing, written: number | undefined): void {
  const low = tokens.low[at] ?? '';
  if (low === 'since') readSince(tokens, at + 1, end, found, written);
  if (found.durationDays !== undefined) return;
  const short = low.startsWith('x') ? /^x(\d+)([dwmy])$/.exec(low) : undefined;
  if (short) {
    const unit = daysOf(short[2] ?? '') ?? 1;
    put(found, { days: Number(short[1]) * unit, unit, to: at + 1 }, written);
    return;
  }
  if (low === 'yesterday' && written !== undefined && BEGAN.has(tokens.low[at - 1] ?? '')) {
    put(found, { days: 1, unit: 1, to: at + 1 }, written);
    return;
  }
  const opens = OPENS.has(low);
  if (!opens && tokens.kind[at] !== NUMBER && countOf(tokens, at) === undefined) return;
  if (
    !opens &&
    tokens.kind[at] !== NUMBER &&
    !/^(?:ago|hx)$/.test(tokens.low[at + 2] ?? '') &&
    tokens.low[at + 3] !== 'ago'
  )
    return;
  const length = lengthAt(tokens, opens ? at + 1 : at, end);
  if (!length) return;
  if (tokens.low[length.to] === 'ago') {
    if (written !== undefined) found.onset ??= dateBefore(written, length.days, length.unit);
    let before = at - 1;
    while (before > 0 && QUALIFIERS.has(tokens.low[before] ?? '')) before--;
    if (BEGAN.has(tokens.low[before] ?? '')) found.durationDays = Math.round(length.days);
  } else if (tokens.low[length.to] !== 'old' && tokens.low[length.to] !== 'later') put(found, length, written);
}

interface Length {
  readonly days: number;
  /** Days of the unit in which it is told: how exactly it is told. */
  readonly unit: number;
  /** The token after it. */
  readonly to: number;
}

function put(found: Timing, { days, unit }: Length, written: number | undefined): void {
  if (unit < 1 || !(days > 0)) return;
  found.durationDays = Math.round(days);
  if (written !== undefined) found.onset ??= dateBefore(written, days, unit);
}

/** "3 months", "a couple of weeks", "6-8 wks", "2 to 3 years", "3/52", "three-week". */
function lengthAt(tokens: Tokens, at: number, end: number): Length | undefined {
  let from = at;
  while (from < end && QUALIFIERS.has(tokens.low[from] ?? '')) from++;
  if (ARTICLES.has(tokens.low[from] ?? '') && countOf(tokens, from + 1) !== undefined) from++;
  let count = countOf(tokens, from);
  if (count === undefined) {
    const unit = /^(?:last|past)$/.test(tokens.low[from - 1] ?? '') ? daysOf(tokens.low[from] ?? '') : undefined;
    return unit === undefined ? undefined : { days: unit, unit, to: from + 1 };
  }
  let next = from + 1;
  if (/^(?:-|to|or)$/.test(tokens.low[next] ?? '')) {
    const upper = countOf(tokens, next + 1);
    if (upper !== undefined) {
      count = Math.max(count, upper);
      next += 2;
    }
  }
  if (tokens.low[next] === '/' && tokens.kind[next + 1] === NUMBER && tokens.low[next + 2] !== '/') {
    const unit = FRACTION[tokens.low[next + 1] ?? ''];
    return unit === undefined ? undefined : { days: count * unit, unit, to: next + 2 };
  }
  while (/^(?:-|of|more|further|or|so|\+)$/.test(tokens.low[next] ?? '') && next < from + 4) next++;
  const unit = next < end ? daysOf(tokens.low[next] ?? '') : undefined;
  return unit === undefined ? undefined : { days: count * unit, unit, to: next + 1 };
}

/** What stands after "since". */
function readSince(tokens: Tokens, at: number, end: number, found: Timing, written: number | undefined): void {
  let next = at;
  while (next < end && QUALIFIERS.has(tokens.low[next] ?? '')) next++;
  if (next >= Math.max(end, at + 1) && !isYear(tokens.low[next] ?? '')) return;
  const low = tokens.low[next] ?? '';
  const onset = onsetAt(tokens, next, low, tokens.low[at] === 'last', written);
  if (onset === undefined) {
    const unit = tokens.low[next - 1] === 'last' ? daysOf(low) : undefined;
    if (unit !== undefined && unit >= 1) put(found, { days: unit, unit, to: next + 1 }, written);
    return;
  }
  found.onset ??= onset;
  found.sinceYear ??= Number(onset.slice(0, 4));
  if (written !== undefined) {
    const days = Math.round((written - Date.parse(`${onset}${'-01-01'.slice(0, 10 - onset.length)}`)) / DAY);
    if (onset.length > 4 && days >= 0) found.durationDays ??= Math.max(1, days);
  }
}

function onsetAt(
  tokens: Tokens,
  at: number,
  low: string,
  isLast: boolean,
  written: number | undefined,
): string | undefined {
  if (isYear(low)) {
    const [dash, month] = [tokens.low[at + 1], tokens.low[at + 2] ?? ''];
    return dash === '-' && /^(?:0[1-9]|1[0-2])$/.test(month) ? `${low}-${month}` : low;
  }
  if (tokens.kind[at] === NUMBER && tokens.low[at + 1] === '/' && isYear(tokens.low[at + 2] ?? '')) {
    const month = Number(low);
    return month >= 1 && month <= 12 ? `${tokens.low[at + 2]}-${two(month)}` : undefined;
  }
  const month = MONTH_NAME.test(low) ? MONTHS.indexOf(low.slice(0, 3)) + 1 : SEASONS[low];
  if (month !== undefined) {
    if (low === 'may' && tokens.text.charCodeAt(tokens.start[at] ?? 0) !== 77) return undefined;
    const year = tokens.low[at + 1] === ',' ? tokens.low[at + 2] : tokens.low[at + 1];
    if (isYear(year ?? '')) return `${year}-${two(month)}`;
    return written === undefined ? undefined : latestMonth(written, month, isLast);
  }
  if (written === undefined) return undefined;
  if (low === 'yesterday') return dateBefore(written, 1, 1);
  if (low === 'morning' || low === 'today') return dateBefore(written, 0, 1);
  const weekday = WEEKDAYS.indexOf(low);
  if (weekday < 0) return undefined;
  const back = (new Date(written).getUTCDay() - weekday + 7) % 7 || 7;
  return dateBefore(written, back, 1);
}

/** The latest such month that does not lie after the note; "last" December, told in December, is that of the year before. */
function latestMonth(written: number, month: number, isLast: boolean): string {
  const date = new Date(written);
  const now = date.getUTCMonth() + 1;
  const year = date.getUTCFullYear() - (month > now || (isLast && month === now) ? 1 : 0);
  return `${year}-${two(month)}`;
}

/** The date so many days before, as exact as the unit: a day, a month, a year. */
function dateBefore(written: number, days: number, unit: number): string {
  const time = written - days * DAY;
  if (Math.abs(time) > 8.64e15) return new Date(written).toISOString().slice(0, 4);
  const date = new Date(time).toISOString();
  return date.slice(0, unit < 28 ? 10 : unit < 365 ? 7 : 4);
}

const two = (number: number): string => String(number).padStart(2, '0');
