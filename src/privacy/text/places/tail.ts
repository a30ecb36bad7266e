/** What follows a street in an address: flat, postcode, city, state. */
import { type Found, PATTERN } from '../found.ts';
import type { Tokens } from '../tokens.ts';
import { codeAndCity } from './foreign.ts';

const FLAT =
  /^,?\s{0,2}(?:(?:apt|apartment|suite|ste|unit|flat|floor|fl|rm|room|bldg|building|lot|no|trlr|trailer|space|spc|rear|penthouse)\b\.?\s?#?\s?|#\s?)[\w-]{1,6}/i;
const CITY_STATE =
  /^,?\s{0,2}\n?((?:[A-Z][\p{L}.'-]+\s?){1,4}),?\s{1,2}([A-Z]{2}\b|(?:[A-Z][a-z]+\s?){1,2})?\.?,?(\s{0,2}\d{5}(?:-\d{4})?\b)?/u;

/** Small letters with the capitals that an address has, letter by letter, so that no offset moves. */
function asWritten(text: string): string {
  return text.replace(/[\p{L}\d]+/gu, (word) =>
    word.length <= 2 || /\d/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** Flat, city, state and ZIP after a street. */
export function tailOf(doc: Tokens, from: number): Found[] {
  const found: Found[] = [];
  let at = from;
  const slice = (from: number, length: number): string => {
    const near = doc.text.slice(from, from + length);
    return doc.caseless ? asWritten(near) : near;
  };
  const flat = FLAT.exec(doc.text.slice(at, at + 30));
  if (flat) {
    found.push({ start: at, end: at + flat[0].length, category: 'address', why: 'address: flat', rank: PATTERN });
    at += flat[0].length;
  }
  const coded = codeAndCity(doc.text, at, doc.caseless);
  if (coded.length > 0) return [...found, ...coded];
  const city = CITY_STATE.exec(slice(at, 70));
  if (city && /^(?:,|\n|\s+[A-Z])/.test(city[0]) && (city[3] !== undefined || /^[A-Z]{2}$/.test(city[2] ?? ''))) {
    found.push({
      start: at,
      end: at + city[0].length,
      category: 'address',
      why: 'address: after a street',
      rank: PATTERN,
    });
  } else {
    const plain =
      /^,\s{1,2}(?:in\s)?((?:\p{Lu}\p{L}+\s?|upon\s|on\s){1,3})(?=\s?[,.;\n-]|$|\s\d{4}\b|\s?\d{3}\s?\d{3}\b|(?<=\s)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b)/u.exec(
        slice(at, 50),
      );
    if (plain) {
      found.push({
        start: at,
        end: at + plain[0].length,
        category: 'place',
        why: 'place: after a street',
        rank: PATTERN,
      });
      at += plain[0].length;
      const post = /^\s?[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/.exec(slice(at, 12));
      if (post)
        found.push({ start: at, end: at + post[0].length, category: 'zip', why: 'zip: after a street', rank: PATTERN });
      const pin = /^\s?[-–]?\s?(\d{3}\s?\d{3}|\d{4})(?!\d)/.exec(doc.text.slice(at, at + 12));
      if (pin)
        found.push({ start: at, end: at + pin[0].length, category: 'zip', why: 'zip: after a street', rank: PATTERN });
    }
  }
  return found;
}
