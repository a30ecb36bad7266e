import { daysOf, numberOf } from '../durations.ts';
import type { Span } from '../mention.ts';

const AGO =
  /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few|few|a couple of)\s(hour|day|week|wk|month|mo|year|yr|decade)s?\s(?:ago|earlier|previously|prior|before)\b/i;
const LAST = /\b(?:last|the previous)\s(week|month|year)\b/i;
const YESTERDAY = /\byesterday\b/i;
const IN_YEAR =
  /\b(?:in|since|of)\s(?:(?:early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december)[\s-])?((?:19|20)\d\d)\b/i;

/**
 * How many days before its text was written something in a sentence was: "three months ago", "last year", "in 2019" (`day`,
 * YYYY-MM-DD, is when it was written). Undefined where the sentence gives no time, or several.
 */
export function daysBefore(sentence: string, day: string): number | undefined {
  const ago = AGO.exec(sentence);
  if (ago) {
    const count = (ago[1] ?? '').toLowerCase().replace(/^a (few|couple)(?: of)?$/, '$1');
    const number = /^\d/.test(count) ? Number(count) : (numberOf(count) ?? 1);
    return Math.round(number * (daysOf((ago[2] ?? '').toLowerCase()) ?? 0));
  }
  const last = LAST.exec(sentence);
  if (last) return Math.round(daysOf((last[1] ?? '').toLowerCase()) ?? 0);
  if (YESTERDAY.test(sentence)) return 1;
  const year = IN_YEAR.exec(sentence);
  if (year) {
    const before = (Date.parse(day) - Date.UTC(Number(year[1]), 6, 1)) / 86_400_000;
    return before > 0 ? Math.round(before) : undefined;
  }
  return undefined;
}

/** The words of a clause around a span: between the marks that end one, so that another clause's time is not taken for its own. */
export function clauseAround(text: string, [start, end]: Span, [from, to]: Span): string {
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const cut = Math.max(
    before.lastIndexOf(';'),
    before.lastIndexOf(' and '),
    before.lastIndexOf(', but '),
    before.lastIndexOf(' now '),
  );
  const own = afterOwn(text.slice(start, end), after);
  const next = own.search(/;| and |, but |\bnow\b|\btoday\b|, down\b|, up\b/);
  return `${before.slice(cut + 1).replace(ASIDE, ' ')}${text.slice(start, end)}${next < 0 ? own : own.slice(0, next)}`;
}

const ASIDE = /\([^()]*\)/g;
/** "Hb 9.1 (three months ago)". */
const TIME_ALONE =
  /^\s*\((?=(?:from|taken|on|in|about)?\s*(?:(?:\d{1,3}|[a-z]+)\s)?[a-z]+\s(?:ago|earlier|before)\b|last\b|yesterday\b|in\s)/i;

/**
 * What stands after a value, without the times of others: what is in brackets is of the value before it, "187 (was 88 a year ago), calcium
 * 2.9", and a value within brackets has the time told there.
 */
function afterOwn(value: string, after: string): string {
  const isWithin = value.lastIndexOf('(') > value.lastIndexOf(')');
  if (isWithin) return after.split(')')[0] ?? '';
  const [first = ''] = TIME_ALONE.test(after) ? (/^\s*\([^()]*\)/.exec(after) ?? []) : [];
  return `${first}${after.slice(first.length).replace(ASIDE, ' ')}`;
}
