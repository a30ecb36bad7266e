/**
 * Dates are moved by whole days in the calendar, and what follows the day is left as written: so two moments of a patient
 * stay exactly as far apart as they were, to the second, and times of day and zones stay as they are.
 */

/** Days since 1970-01-01 of a day of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day as YYYY-MM-DD; undefined outside the years 1 to 9999, which FHIR cannot write. */
export function dayText(days: number): string | undefined {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) return undefined;
  const yearText = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${yearText}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** `T…` as written; empty for a day. */
  readonly rest: string;
}

/** The parts of a FHIR date, dateTime or instant; undefined for what is none, or names no day that exists. */
export function datePartsOf(text: string): DateParts | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year === 0) return undefined;
  if (match[2] === undefined) return { year, rest: '' };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month, rest: '' };
  const day = Number(match[3]);
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return { year, month, day, rest: match[4] ?? '' };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A date moved by whole days. A year or a month is a span of days that moves, too: it becomes the year or month in which
 * the moved span begins, or, for what ends something (`last`), the one in which it ends. So a start never comes to lie after,
 * nor an end before, any day that was within it; and with shifts of less than a year, years stay whole years apart.
 */
export function shifted(text: string, days: number, last = false): string | undefined {
  if (text.length >= 10) {
    const from = dayNumber(text.slice(0, 10));
    if (from === undefined || !(text.length === 10 || REST.test(text.slice(10)))) return undefined;
    const moved = dayText(from + days);
    return moved === undefined ? undefined : moved + text.slice(10);
  }
  const parts = datePartsOf(text);
  if (!parts) return undefined;
  const { year, month } = parts;
  if (month === undefined) return dayText((last ? daysOf(year, 12, 31) : daysOf(year, 1, 1)) + days)?.slice(0, 4);
  return dayText(daysOf(year, month, last ? daysIn(year, month) : 1) + days)?.slice(0, 7);
}

const REST = /^T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;
/** Days by their text: a patient's moments share days. */
const numbers = new Map<string, number | undefined>();

/** The number of a day written YYYY-MM-DD; undefined for what is none. */
function dayNumber(text: string): number | undefined {
  const found = numbers.get(text);
  if (found !== undefined || numbers.has(text)) return found;
  const parts = datePartsOf(text);
  const made =
    parts?.month === undefined || parts.day === undefined ? undefined : daysOf(parts.year, parts.month, parts.day);
  if (numbers.size >= 100_000) numbers.clear();
  numbers.set(text, made);
  return made;
}

/** The year of a date; an instant must be whole, so it becomes the first moment of its year. */
export function yearOnly(text: string, isInstant: boolean): string | undefined {
  if (!datePartsOf(text)) return undefined;
  const year = text.slice(0, 4);
  return isInstant ? `${year}-01-01T00:00:00Z` : year;
}

/** Whole years from one date to another, by the calendar; what is not said counts as the first of it. */
export function yearsBetween(from: DateParts, to: DateParts): number {
  const isBefore =
    (to.month ?? 1) < (from.month ?? 1) || ((to.month ?? 1) === (from.month ?? 1) && (to.day ?? 1) < (from.day ?? 1));
  return to.year - from.year - (isBefore ? 1 : 0);
}
