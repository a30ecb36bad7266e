/** A FHIR date or dateTime, as written (a space in place of the `T` is mended), and the instant at which it begins. */
export interface Moment {
  readonly time: string;
  /** Milliseconds since the epoch; without an offset the time is taken as UTC, so that every machine reads the same. */
  readonly at: number;
}

const FORM =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|z|[+-]\d\d:?\d\d)?)?)?)?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years outside these are errors of entry or stand for "unknown" (0001, 9999) whoever the patient is. */
const [FIRST_YEAR, LAST_YEAR] = [1850, 2200];

/** Reads a FHIR date or dateTime of any precision; undefined when it is not one, or names a day that does not exist. */
export function momentOf(text: string): Moment | undefined {
  const form = FORM.exec(text);
  if (!form) return undefined;
  const year = Number(form[1]);
  const month = form[2] === undefined ? 1 : Number(form[2]);
  const day = form[3] === undefined ? 1 : Number(form[3]);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return undefined;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return undefined;
  if (form[4] === undefined) return { time: text, at: Date.UTC(year, month - 1, day) };
  const [hour, minute, second] = [Number(form[4]), Number(form[5]), Number(form[6] ?? 0)];
  if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60) return undefined;
  const milliseconds = form[7] === undefined ? 0 : Math.floor(Number(`0.${form[7]}`) * 1000);
  const offset = offsetMinutes(form[8]);
  if (offset === undefined) return undefined;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * 60_000;
  return { time: text.charCodeAt(10) === 32 ? `${text.slice(0, 10)}T${text.slice(11)}` : text, at };
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The calendar day where it happened, as far as it is known: `2019`, `2019-03` or `2019-03-02`. */
export function dayOf(time: string): string {
  return time.length > 10 ? time.slice(0, 10) : time;
}

/** Whether day `a` is surely later than day `b`, compared at the precision that both have. */
export function isLaterDay(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) > b.slice(0, length);
}

/** A date some years later, as precise as the date; for an onset that is given as an age. */
export function yearsAfter(date: string, years: number): string | undefined {
  const year = Number(date.slice(0, 4)) + Math.floor(years);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? String(year) : undefined;
}
