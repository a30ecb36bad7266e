import { table } from '../../table.ts';
import type { AnalyteId, Coding } from '../../terms/index.ts';
import type { Patient, ReferenceRange } from '../chart.ts';
import { compact, type Json, number, object, objects, string } from '../json.ts';
import { canonicalBound } from '../measure.ts';
import { codeOf, codingsOf, nameOf } from './coding.ts';
import { unitsOf } from './value.ts';

const YEAR = 365.25 * 86_400_000;

/** Units of an age, in years. */
const AGE_UNITS: Readonly<Record<string, number>> = table({
  a: 1,
  y: 1,
  yr: 1,
  year: 1,
  years: 1,
  mo: 1 / 12,
  month: 1 / 12,
  months: 1 / 12,
  wk: 7 / 365.25,
  week: 7 / 365.25,
  weeks: 7 / 365.25,
  d: 1 / 365.25,
  day: 1 / 365.25,
  days: 1 / 365.25,
});

const FEMALE = /^(f|female|woman|women|248152002|lo-female)$/i;
const MALE = /^(m|male|man|men|248153007)$/i;

/** For what is measured, when and in whom: decides which of several ranges counts, and in which unit it is given. */
export interface RangeContext {
  readonly patient: Patient;
  readonly at: number;
  /** The analyte, when the value stands in its canonical unit. */
  readonly analyte: AnalyteId | undefined;
  readonly units: readonly string[];
  readonly codings: readonly Coding[];
}

/**
 * The reference range that applies: of type normal, for this sex and age. Where several are left that differ (by phase of the
 * cycle, say), none is chosen and their texts are given.
 */
export function rangeOf(json: Json, context: RangeContext): ReferenceRange | undefined {
  const given = objects(json, 'referenceRange');
  if (given.length === 0) return undefined;
  const fitting = given.map((range) => ({ range, fit: fitOf(range, context) })).filter(({ fit }) => fit >= 0);
  const best = Math.max(...fitting.map(({ fit }) => fit));
  const ranges = fitting.filter(({ fit }) => fit === best).map(({ range }) => readRange(range, context));
  const [first, ...others] = ranges.filter((range) => range !== undefined);
  if (!first || others.every((other) => isSame(other, first))) return first;
  return compact<ReferenceRange>({ text: [first, ...others].map(describe).join('; ') });
}

function isSame(a: ReferenceRange, b: ReferenceRange): boolean {
  const isWords = a.low === undefined && a.high === undefined;
  return a.low === b.low && a.high === b.high && (!isWords || a.text === b.text);
}

/** How well a range fits the person, negative when it is for somebody or something else. */
function fitOf(range: Json, { patient, at }: RangeContext): number {
  const type = codeOf(range, 'type');
  let fit =
    type === 'normal' ? 4 : type === undefined ? 3 : type === 'therapeutic' ? 1 : type === 'recommended' ? 0 : -100;
  for (const group of objects(range, 'appliesTo')) {
    const names = [...codingsOf(group).map(({ code }) => code), nameOf(group) ?? ''];
    const sex = names.some((name) => FEMALE.test(name))
      ? 'female'
      : names.some((name) => MALE.test(name))
        ? 'male'
        : undefined;
    if (sex === undefined) fit -= 0.5;
    else fit += patient.sex === undefined ? -0.5 : patient.sex === sex ? 10 : -100;
  }
  const age = object(range, 'age');
  if (!age) return fit;
  const years = patient.birthDate === undefined ? Number.NaN : (at - Date.parse(patient.birthDate)) / YEAR;
  if (Number.isNaN(years)) return fit - 0.5;
  const [low, high] = [ageOf(object(age, 'low')), ageOf(object(age, 'high'))];
  const isInside =
    years >= (low ?? 0) && years < (high ?? 200) + (high !== undefined && Number.isInteger(high) ? 1 : 0);
  return isInside ? fit + 10 : -100;
}

function ageOf(quantity: Json | undefined): number | undefined {
  const value = number(quantity, 'value');
  if (quantity === undefined || value === undefined) return undefined;
  return value * (AGE_UNITS[(unitsOf(quantity).units[0] ?? 'a').toLowerCase()] ?? 1);
}

function readRange(range: Json, context: RangeContext): ReferenceRange | undefined {
  const text = string(range, 'text');
  const inText = text === undefined ? {} : boundsInText(text);
  const low = bound(object(range, 'low'), context) ?? convert(inText.low, [], context);
  const high = bound(object(range, 'high'), context) ?? convert(inText.high, [], context);
  if (low !== undefined && high !== undefined && low > high) return text === undefined ? undefined : { text };
  if (low === undefined && high === undefined && text === undefined) return undefined;
  return compact<ReferenceRange>({ low, high, text });
}

function bound(quantity: Json | undefined, context: RangeContext): number | undefined {
  const value = number(quantity, 'value');
  return quantity && convert(value, unitsOf(quantity).units, context);
}

function convert(value: number | undefined, own: readonly string[], { analyte, units, codings }: RangeContext) {
  if (value === undefined || analyte === undefined) return value;
  return canonicalBound(analyte, value, own.length > 0 ? own : units, codings);
}

const BOTH = /^\s*\(?\s*([-+]?\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)\s*\)?\s*([^\d\s].*)?$/;
const ONE = /^\s*(<=?|>=?|≤|≥|up to|less than|greater than|more than)\s*(\d+(?:\.\d+)?)\s*([^\d\s].*)?$/i;

/** The bounds in `3.5-5.1 mmol/L`, `<5`, `up to 40`. */
function boundsInText(text: string): { low?: number; high?: number } {
  const both = BOTH.exec(text);
  if (both) return { low: Number(both[1]), high: Number(both[2]) };
  const one = ONE.exec(text);
  if (!one) return {};
  return /^(>|≥|greater|more)/i.test(one[1] ?? '') ? { low: Number(one[2]) } : { high: Number(one[2]) };
}

function describe({ low, high, text }: ReferenceRange): string {
  if (text !== undefined) return text;
  return low === undefined ? `up to ${high}` : high === undefined ? `from ${low}` : `${low}–${high}`;
}
