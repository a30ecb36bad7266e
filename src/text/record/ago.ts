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
  const next = after.search(/;| and |, but |\bnow\b|\btoday\b|, down\b|, up\b/);
  return `${before.slice(cut + 1)}${text.slice(start, end)}${next < 0 ? after : after.slice(0, next)}`;
}
