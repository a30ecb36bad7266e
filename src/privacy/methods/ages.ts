import { table } from '../../table.ts';
import type { RecordContext } from '../context.ts';
import type { Json } from '../json.ts';
import { datePartsOf, shifted, yearsBetween } from './dates.ts';

/** Ages over 89 become one category, 90 or older (45 CFR 164.514(b)(2)(i)(C)). */
export const OLDEST = 90;

/** UCUM units of time, as parts of a year. */
const YEARS: Readonly<Record<string, number>> = table({ a: 1, a_j: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 });
const NAMES: Readonly<Record<string, string>> = table({
  year: 'a',
  years: 'a',
  yr: 'a',
  yrs: 'a',
  y: 'a',
  month: 'mo',
  months: 'mo',
  week: 'wk',
  weeks: 'wk',
  day: 'd',
  days: 'd',
});

/** A quantity of time over 89 years, as one of 90; any other as it is. */
export function topCoded(quantity: Json): Json {
  const { value, code, unit } = quantity;
  const name =
    typeof code === 'string' ? code : typeof unit === 'string' ? (NAMES[unit.trim().toLowerCase()] ?? '') : '';
  const part = Object.hasOwn(YEARS, name) ? YEARS[name] : undefined;
  if (part === undefined || typeof value !== 'number' || value * part < OLDEST) return quantity;
  return { ...quantity, value: part === 1 ? OLDEST : Math.ceil(OLDEST / part) };
}

/**
 * The year from which a person of 90 or older is said to have been born, so that they count as exactly 90; undefined for
 * anyone younger. Age counts at death, or on `asOf`.
 */
export function birthFloor(birthDate: string | undefined, death: string | undefined, asOf: string): number | undefined {
  const born = birthDate === undefined ? undefined : datePartsOf(birthDate);
  const end = datePartsOf(death ?? asOf) ?? datePartsOf(asOf);
  if (!born || !end || yearsBetween(born, end) < OLDEST) return undefined;
  return end.year - OLDEST;
}

/** A birth date of the patient, shifted; of a person of 90 or older the year alone, of which they would be 90. */
export function shiftedBirth(text: string, { patient: { shiftDays, floor } }: RecordContext): string | undefined {
  if (shiftDays === undefined) return undefined;
  return floor === undefined ? shifted(text, shiftDays) : shifted(floor, shiftDays);
}

/** The same of a relative, of whom nobody says when they died. */
export function shiftedBirthOfOther(text: string, { patient, tools }: RecordContext): string | undefined {
  if (patient.shiftDays === undefined) return undefined;
  const floor = birthFloor(text, undefined, tools.asOf);
  return shifted(floor === undefined ? text : String(floor), patient.shiftDays);
}
