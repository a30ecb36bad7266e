/** A date moved by a number of days and written as it was. */
import { table } from '../../../table.ts';
import { leadOf } from '../dates/lead.ts';
import { HOLIDAYS, MONTH_OF, MONTHS, NUMBER_OF, ORDINAL_OF, WEEKDAY_OF, WEEKDAYS } from '../dates/words.ts';

interface Piece {
  readonly text: string;
  readonly kind: 'number' | 'month' | 'weekday' | 'suffix' | 'other';
}

/** How a date is read that names no year, or no day. */
export interface DateFrame {
  /** Undefined: dates are only generalized to their year. */
  readonly shiftDays?: number;
  /** YYYY-MM-DD: the year of a date without one. */
  readonly writtenOn?: string;
}

const DAY = 86_400_000;
const TIME = /(?:[T\s,]|\sat\s|\s@\s)\s?[0-2]?\d:[0-5]\d.*$/i;

/** The date of `text` moved by `shiftDays`; undefined where it cannot be read, or where it may not be shown at all. */
export function shifted(text: string, { shiftDays, writtenOn }: DateFrame): string | undefined {
  if (shiftDays === undefined) return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  const lead = leadOf(text);
  if (lead !== '') {
    const rest = shifted(text.slice(lead.length), { shiftDays, ...(writtenOn === undefined ? {} : { writtenOn }) });
    return rest === undefined ? undefined : lead + rest;
  }
  const year = Number(writtenOn?.slice(0, 4) ?? '2001');
  const time = /^\d{8}T?\d{4,6}$/.test(text) ? text.slice(8) : (TIME.exec(text)?.[0] ?? '');
  const body = text.slice(0, text.length - time.length);
  const moved =
    compact(body, shiftDays) ??
    roman(body, shiftDays) ??
    quarter(body, shiftDays) ??
    pieces(body, shiftDays, year) ??
    season(body, shiftDays, year) ??
    spoken(body, shiftDays, year);
  return moved === undefined ? undefined : moved + time;
}

const at = (year: number, month: number, day: number): number | undefined => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return month >= 0 && month < 12 && date.getUTCMonth() === month ? date.getTime() : undefined;
};
const pad = (value: number, padded: boolean): string => String(value).padStart(padded ? 2 : 1, '0');

function compact(text: string, days: number): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!match) return undefined;
  const date = at(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date === undefined ? undefined : new Date(date + days * DAY).toISOString().slice(0, 10).replaceAll('-', '');
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** "14.III.2021". */
function roman(text: string, days: number): string | undefined {
  const match = /^(\d{1,2})([-/. ]\s?)([ivx]{1,4})([-/. ]\s?)(\d{4})$/i.exec(text);
  if (!match) return undefined;
  const [, day = '', first = '', month = '', second = '', year = ''] = match;
  const date = at(Number(year), ROMAN.indexOf(month.toLowerCase()), Number(day));
  if (date === undefined) return undefined;
  const moved = new Date(date + days * DAY);
  const name = ROMAN[moved.getUTCMonth()] ?? '';
  const written = month === month.toLowerCase() ? name : name.toUpperCase();
  return `${pad(moved.getUTCDate(), day.startsWith('0'))}${first}${written}${second}${moved.getUTCFullYear()}`;
}

/** "Q3 2018": the quarter that its middle moves to. */
function quarter(text: string, days: number): string | undefined {
  const match = /^Q([1-4])(\D+)?(\d{4})$/.exec(text);
  if (!match) return undefined;
  const middle = new Date((at(Number(match[3]), 3 * Number(match[1]) - 2, 15) ?? 0) + days * DAY);
  return `Q${Math.floor(middle.getUTCMonth() / 3) + 1}${match[2] ?? ''}${middle.getUTCFullYear()}`;
}

function cut(text: string): Piece[] {
  return (text.match(/\d+|\p{L}+|[^\d\p{L}]+/gu) ?? []).map((part) => {
    const low = part.toLowerCase();
    if (/^\d/.test(part)) return { text: part, kind: 'number' };
    if (MONTH_OF.has(low)) return { text: part, kind: 'month' };
    if (WEEKDAY_OF.has(low)) return { text: part, kind: 'weekday' };
    return { text: part, kind: /^(?:st|nd|rd|th)$/.test(low) ? 'suffix' : 'other' };
  });
}

type Role = 'year' | 'month' | 'day';

/** Which number is what. With a month's name the others are day and year; without, by their size and order. */
function rolesOf(list: readonly Piece[]): Map<number, Role> | undefined {
  const numbers = [...list.entries()].filter(([, { kind }]) => kind === 'number');
  const named = list.some(({ kind }) => kind === 'month');
  const roles = new Map<number, Role>();
  const value = (k: number) => Number(numbers[k]?.[1].text ?? 0);
  const width = (k: number) => numbers[k]?.[1].text.length ?? 0;
  const set = (k: number, role: Role) => {
    const index = numbers[k]?.[0];
    if (index !== undefined) roles.set(index, role);
  };
  if (named) {
    const days = numbers.filter(([index, { text }]) => {
      const isYear = text.length === 4 || /'$/.test(list[index - 1]?.text ?? '');
      const last =
        index === numbers.at(-1)?.[0] &&
        numbers.length > 1 &&
        text.length === 2 &&
        /[-/.,]/.test(list[index - 1]?.text ?? '') &&
        list[index - 2]?.kind !== 'number';
      const tight =
        text.length === 2 &&
        list[index - 1]?.text === '-' &&
        list[index - 2]?.kind === 'month' &&
        Number(text) > 0 &&
        numbers.length === 2 &&
        index === numbers.at(-1)?.[0];
      const after =
        index === numbers.at(-1)?.[0] && numbers.length > 1 && text.length === 2 && list[index - 2]?.kind === 'month';
      const ends = after && (numbers[0]?.[0] ?? index) < index - 2;
      if (isYear || last || tight || ends) roles.set(index, 'year');
      return !roles.has(index);
    });
    for (const [index, { text }] of days) {
      if (Number(text) > 31) return undefined;
      roles.set(index, 'day');
    }
    return roles;
  }
  if (numbers.length === 3) {
    const order: Role[] =
      width(0) === 4 ? ['year', 'month', 'day'] : value(0) > 12 ? ['day', 'month', 'year'] : ['month', 'day', 'year'];
    for (const [k, role] of order.entries()) set(k, role);
    return roles;
  }
  if (numbers.length === 2) {
    if (width(0) === 4 && (width(1) === 4 || value(1) > 12 || value(1) === 0)) {
      set(0, 'year');
      set(1, 'year');
    } else if (width(0) === 4) {
      set(0, 'year');
      set(1, 'month');
    } else if (width(1) === 4 || value(1) > 31 || (numbers[1]?.[1].text.startsWith('0') && width(0) === 1)) {
      set(0, 'month');
      set(1, 'year');
    } else {
      set(0, value(0) > 12 ? 'day' : 'month');
      set(1, value(0) > 12 ? 'month' : 'day');
    }
    return roles;
  }
  if (numbers.length !== 1) return list.some(({ kind }) => kind === 'weekday') ? roles : undefined;
  set(0, width(0) === 4 ? 'year' : 'day');
  return roles;
}

function pieces(text: string, days: number, frameYear: number): string | undefined {
  const list = cut(text);
  if (
    list.some(
      ({ kind, text: part }) =>
        kind === 'other' && /\p{L}{3}/u.test(part) && !/^(?:the|and|day|thru|through)$/i.test(part),
    )
  )
    return undefined;
  const roles = rolesOf(list);
  if (!roles) return undefined;
  if (roles.size === 0 && !list.some(({ kind }) => kind === 'month' || kind === 'weekday')) return undefined;
  const of = (role: Role) => [...roles].filter(([, r]) => r === role).map(([index]) => list[index]?.text ?? '');
  const monthName = list.find(({ kind }) => kind === 'month')?.text.toLowerCase();
  const monthText = of('month')[0];
  const [yearText] = of('year');
  const full = (short: string | undefined) =>
    short === undefined
      ? frameYear
      : short.length === 4
        ? Number(short)
        : Number(short) + (Number(short) > 40 ? 1900 : 2000);
  const month =
    monthName !== undefined
      ? (MONTH_OF.get(monthName) ?? 0)
      : monthText !== undefined
        ? Number(monthText) - 1
        : undefined;
  const move = (dayText: string | undefined, ownYear: string | undefined) => {
    const day = dayText === undefined ? 15 : Number(dayText);
    const date = at(full(ownYear ?? yearText), month ?? 6, month === undefined && dayText === undefined ? 1 : day);
    return date === undefined ? undefined : new Date(date + days * DAY);
  };
  const padded =
    list.some(({ kind, text: part }) => kind === 'number' && /^0\d$/.test(part)) || of('year')[0] === list[0]?.text;
  const first = move(of('day')[0], undefined);
  if (!first) return undefined;
  let previous = first;
  const out: string[] = [];
  for (const [index, piece] of list.entries()) {
    const role = roles.get(index);
    if (role === 'day') {
      const date = move(piece.text, undefined);
      if (!date) return undefined;
      previous = date;
      out.push(pad(date.getUTCDate(), padded));
    } else if (role === 'year') {
      const date = of('year').length > 1 ? move(undefined, piece.text) : first;
      const value = (date ?? first).getUTCFullYear();
      out.push(piece.text.length === 4 ? String(value) : String(value % 100).padStart(2, '0'));
    } else if (role === 'month') out.push(pad(first.getUTCMonth() + 1, padded));
    else if (piece.kind === 'month') out.push(named(MONTHS, first.getUTCMonth(), piece.text));
    else if (piece.kind === 'weekday')
      out.push(named(WEEKDAYS, ((WEEKDAY_OF.get(piece.text.toLowerCase()) ?? 0) + ((days % 7) + 7)) % 7, piece.text));
    else if (piece.kind === 'suffix') out.push(suffix(previous.getUTCDate()));
    else out.push(piece.text);
  }
  return out.join('');
}

function named(names: readonly string[], index: number, like: string): string {
  const name = names[index] ?? '';
  const short =
    like.length <= 4 && !names.includes(like.toLowerCase())
      ? name.slice(0, 3)
      : like.length === 3 && like.toLowerCase() === 'may'
        ? name
        : name;
  if (like === like.toUpperCase()) return short.toUpperCase();
  return like === like.toLowerCase() ? short : short.charAt(0).toUpperCase() + short.slice(1);
}

function suffix(day: number): string {
  if (day > 3 && day < 21) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const SEASON_MONTHS: Readonly<Record<string, number>> = table({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 0 });

/** A holiday becomes the month it moves to, a season the season; with the year if it had one. */
function season(text: string, days: number, frameYear: number): string | undefined {
  const low = text.toLowerCase().replaceAll('’', "'");
  const digits = /(?:19|20)\d\d|'(\d\d)/.exec(low);
  const year = digits ? (digits[1] === undefined ? Number(digits[0]) : 2000 + Number(digits[1])) : frameYear;
  const word = /^[a-z]+/.exec(low)?.[0] ?? '';
  const tail = (value: number) => (digits ? ` ${value}` : '');
  const seasonMonth = SEASON_MONTHS[word.replace('time', '')];
  if (seasonMonth !== undefined) {
    const date = new Date((at(year, seasonMonth, 15) ?? 0) + days * DAY);
    const name =
      [
        'winter',
        'winter',
        'spring',
        'spring',
        'spring',
        'summer',
        'summer',
        'summer',
        'autumn',
        'autumn',
        'autumn',
        'winter',
      ][date.getUTCMonth()] ?? 'winter';
    return name + tail(date.getUTCFullYear());
  }
  const holiday = HOLIDAYS.find(([name]) => low.startsWith(name));
  if (!holiday) return undefined;
  const [month, day] = holiday[1] ?? [3, 10];
  const date = new Date((at(year, month, day) ?? 0) + days * DAY);
  return `${named(MONTHS, date.getUTCMonth(), 'January')}${tail(date.getUTCFullYear())}`;
}

/** "March fourteenth twenty twenty" is written out in figures once moved. */
function spoken(text: string, days: number, frameYear: number): string | undefined {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const month = words.map((word) => MONTH_OF.get(word)).find((value) => value !== undefined);
  const values: number[] = [];
  let day: number | undefined;
  for (const word of words) {
    const ordinal = ORDINAL_OF.get(word);
    const value = NUMBER_OF.get(word) ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    if (ordinal !== undefined) {
      const tens = values.at(-1);
      if (day === undefined && tens !== undefined && tens >= 20 && tens % 10 === 0 && ordinal < 10) values.pop();
      day ??= ordinal + (tens !== undefined && tens >= 20 && tens % 10 === 0 && ordinal < 10 ? tens : 0);
    } else if (word === 'thousand') values.push(1000);
    else if (value !== undefined) values.push(value);
  }
  const year = spokenYearOf(values, month !== undefined && day === undefined);
  if (month === undefined) {
    if (year.value === undefined) return undefined;
    return String(new Date((at(year.value, 6, 1) ?? 0) + days * DAY).getUTCFullYear());
  }
  const date = at(year.value ?? frameYear, month, day ?? year.day ?? 15);
  if (date === undefined) return undefined;
  const moved = new Date(date + days * DAY);
  const dayPart = day === undefined && year.day === undefined ? '' : ` ${moved.getUTCDate()}`;
  return `${named(MONTHS, moved.getUTCMonth(), 'January')}${dayPart}${year.value === undefined ? '' : `${dayPart ? ',' : ''} ${moved.getUTCFullYear()}`}`;
}

function spokenYearOf(values: readonly number[], dayFirst: boolean): { value?: number; day?: number } {
  const rest = [...values];
  const day =
    dayFirst && rest.length > 0 && (rest[0] ?? 99) <= 31 && !(rest[0] === 20 && (rest[1] ?? 0) >= 10) && rest[0] !== 19
      ? rest.shift()
      : undefined;
  const of = day === undefined ? {} : { day };
  if (rest.length === 0) return of;
  const [a = 0, b = 0, c = 0] = rest;
  if (a > 100) return { ...of, value: a };
  if (a === 2 && b === 1000) return { ...of, value: 2000 + rest.slice(2).reduce((sum, x) => sum + x, 0) };
  if (a === 19 || a === 20) return { ...of, value: a * 100 + b + (b >= 20 && b % 10 === 0 ? c : b === 0 ? c : 0) };
  const two = a + (a >= 20 && a % 10 === 0 ? b : a === 0 ? b : 0);
  return { ...of, value: two > 40 ? 1900 + two : 2000 + two };
}
