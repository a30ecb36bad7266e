import type { ChartIssue } from '../chart/index.ts';
import { dayOf, monthOf } from '../reasoning/index.ts';
import { DAY_ZERO } from '../text/index.ts';

export { dayOf, monthOf };

/** Dates of a sentence as people write them; what stands in quotation marks is the record's and stays. */
export function plainDates(text: string): string {
  return outsideQuotations(text, (own) => own.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayOf));
}

/** Changes what stands outside quotation marks; a quotation holds its source's words, and other quotations within them. */
function outsideQuotations(text: string, change: (own: string) => string): string {
  let depth = 0;
  return text
    .split(/([“”])/)
    .map((part) => {
      if (part === '“') depth++;
      else if (part === '”') depth = Math.max(0, depth - 1);
      else return depth === 0 ? change(part) : part;
      return part;
    })
    .join('');
}

/** Whether a date is only the day that stands for the unknown one of an undated text; it is not shown as if somebody had said it. */
export const isStandIn = (time: string | undefined, issues: readonly ChartIssue[]): boolean =>
  time?.slice(0, 10) === DAY_ZERO && issues.some(({ code }) => code === 'date-assumed');

/** "second read as of 31 Dec 2017", or of a text that gives no date. */
export const asOfText = (asOf: string, issues: readonly ChartIssue[]): string =>
  isStandIn(asOf, issues) ? 'an undated text' : dayOf(asOf);

/** `54 years`, of small children `9 months`, `3 weeks` or `2 days`; `ageYears` is whole years, `birthDate` and `asOf` are YYYY-MM-DD. */
export function ageText(ageYears: number | undefined, birthDate?: string, asOf?: string): string {
  if (ageYears === undefined || Number.isNaN(ageYears)) return 'age unknown';
  const days = Math.floor((Date.parse(asOf ?? '') - Date.parse(birthDate ?? '')) / 86_400_000);
  if (ageYears >= 2 || Number.isNaN(days) || (birthDate ?? '').length < 10) return plural(Math.floor(ageYears), 'year');
  if (days < 14) return plural(Math.max(0, days), 'day');
  return days < 61 ? plural(Math.floor(days / 7), 'week') : plural(Math.floor(days / 30.44), 'month');
}

/** Among whom a prior is: it goes by age only where that is known. */
export const amongWhom = (ageYears: number | undefined): string =>
  ageYears === undefined || Number.isNaN(ageYears) ? 'averaged over all ages, as the age is unknown' : 'by age and sex';

/** `Mar 2016 to May 2018`, or one month alone. */
export const monthSpan = (from: string, to: string): string =>
  monthOf(from) === monthOf(to) ? monthOf(to) : `${monthOf(from)} to ${monthOf(to)}`;

/** `3 weeks`, `8 months`, `2 years` from a number of days. */
export function duration(days: number): string {
  if (days < 14) return plural(days, 'day');
  if (days < 60) return plural(Math.round(days / 7), 'week');
  if (days < 690) return plural(Math.round(days / 30.44), 'month');
  return plural(Math.round(days / 365.25), 'year');
}

/** Of the part that tells risks. */
export const risksTitle = ({ provenance }: { readonly provenance: { readonly model: unknown } }): string =>
  provenance.model === null ? 'Risks by published scores' : 'Risks by published scores and a trained model';

/** A number as a clinician writes it: three significant digits, no trailing zeros, thousands whole. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return String(Number(value.toFixed(digits)));
}

/**
 * `less than 1 %`, `3 %`, `45 %`, `over 95 %`. Nothing here is calibrated finely enough to tell 96 from 99 in a hundred, so neither
 * does the wording; the JSON has the number.
 */
export function percent(probability: number): string {
  const value = probability * 100;
  if (value < 1) return 'less than 1 %';
  if (value > 95) return 'over 95 %';
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}

/**
 * A probability in words. The steps from a third upwards are those of the IPCC guidance note on uncertainty (Mastrandrea 2010); below, a
 * condition is listed because it must not be missed, and `unlikely` would tell the reader to stop.
 */
export function likelihood(probability: number): string {
  if (probability >= 0.9) return 'very likely';
  if (probability >= 0.66) return 'likely';
  if (probability >= 0.33) return 'about as likely as not';
  if (probability >= 0.1) return 'possible';
  return 'less likely';
}

/** How many times a finding multiplies the odds, from its log-odds: `×9`, `÷1.5`. */
export function factor(logOdds: number): string {
  const times = Math.exp(Math.abs(logOdds));
  return `${logOdds < 0 ? '÷' : '×'}${times >= 10 ? Math.round(times) : Number(times.toFixed(1))}`;
}

/** UCUM as people read it: `10*3/uL` → `×10³/µL`. */
export function unitText(unit: string): string {
  return unit
    .replace(/^10\*(\d)/, (_, power: string) => `×10${'⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(power))}`)
    .replace(/\bu(?=[A-Z]|mol|g\b|L\b)/, 'µ')
    .replace('{1.73_m2}', '1.73 m²')
    .replace('mm[Hg]', 'mmHg')
    .replace('Cel', '°C')
    .replace('m[IU]/L', 'mIU/L')
    .replace('[IU]', 'IU')
    .replace(/^\{?([A-Za-z-]*)\}?$/, (all, name: string) => (all.startsWith('{') ? name : all))
    .replace(/^1$/, '');
}

/** A result as people read it: the units after its numbers (`472 10*3/uL` → `472 ×10³/µL`); words of a note stay. */
export function plainUnits(text: string): string {
  return outsideQuotations(text, (own) =>
    own.replace(
      /(\d )((?:10\*\d|ug|umol|uL|uU|m?\[IU\]|mm\[Hg\]|Cel|mL\/min\/\{)[^\s(),;]*)/g,
      (_, number: string, unit: string) => number + unitText(unit),
    ),
  );
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first sentence of a statement, and what follows it. A full stop inside a quotation ends nothing. */
export function headline(text: string): { first: string; rest: string } {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[“”]|[.?!](?=”?\s+[A-Z“])/g)) {
    if (sign === '“') depth++;
    else if (sign === '”') depth--;
    else if (depth <= 0) return { first: text.slice(0, index + 1), rest: text.slice(index + 1).trim() };
  }
  return { first: text, rest: '' };
}

/** Whether something said of the input is a fault: what a text leaves open, and how it was settled, stands among the limits. */
export const isFault = ({ code }: Pick<ChartIssue, 'code'>): boolean =>
  code !== 'date-assumed' && code !== 'birth-date-reckoned';
