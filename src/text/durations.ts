import { NUMBER, type Tokens } from './tokens.ts';

/** Days of a unit of time, as notes write it. */
const UNITS: ReadonlyMap<string, number> = mapOf({
  d: 1,
  day: 1,
  days: 1,
  night: 1,
  nights: 1,
  h: 1 / 24,
  hr: 1 / 24,
  hrs: 1 / 24,
  hour: 1 / 24,
  hours: 1 / 24,
  min: 0,
  mins: 0,
  minute: 0,
  minutes: 0,
  w: 7,
  wk: 7,
  wks: 7,
  week: 7,
  weeks: 7,
  fortnight: 14,
  m: 30.4,
  mo: 30.4,
  mos: 30.4,
  mth: 30.4,
  mths: 30.4,
  month: 30.4,
  months: 30.4,
  y: 365,
  yr: 365,
  yrs: 365,
  year: 365,
  years: 365,
  decade: 3650,
  decades: 3650,
});
const NUMBERS: ReadonlyMap<string, number> = mapOf({
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  few: 3,
  several: 4,
  couple: 2,
  many: 10,
  some: 3,
  half: 0.5,
});

function mapOf(rows: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(rows));
}

/** Days of a unit of time, or undefined for another word. */
export const daysOf = (word: string): number | undefined => UNITS.get(word);

/** A number in a word: "three", "several" (estimates of what is meant). */
export const numberOf = (word: string): number | undefined => NUMBERS.get(word);

/** A number in digits or in a word. */
export function countOf(tokens: Tokens, at: number): number | undefined {
  if (tokens.kind[at] === NUMBER) return Number((tokens.low[at] ?? '').replaceAll(',', ''));
  return numberOf(tokens.low[at] ?? '');
}

/** Days of the clinicians' fractions: 3/12 is three months, 6/52 six weeks, 10/7 ten days. */
export const FRACTION: Readonly<Record<string, number>> = { '12': 30.4, '52': 7, '7': 1 };
