import type { Json } from '../json.ts';
import type { RuleSet } from '../rules/rules.ts';

const COUNTRY = /^(us|usa|u\.s\.a?\.?|united states( of america)?|840)$/i;

/**
 * The first three digits of a US ZIP code, 000 where 20,000 people or fewer live (45 CFR 164.514(b)(2)(i)(B)). Undefined for
 * what is no US ZIP code: other countries' codes have other sizes.
 */
export function zip3(code: string, address: Json, rules: RuleSet): string | undefined {
  const { country } = address;
  if (typeof country === 'string' && country.trim() !== '' && !COUNTRY.test(country.trim())) return undefined;
  const digits = /^\s*(\d{3})(?:\d{2}(?:[-\s]?\d{4})?)?\s*$/.exec(code)?.[1];
  if (digits === undefined) return undefined;
  return rules.smallZip3.has(digits) ? '000' : digits;
}

/** States, the District of Columbia and territories, by their two letters and names. */
const STATES = new Set(
  (
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|' +
    'FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|' +
    'MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|' +
    'NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|' +
    'PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|' +
    'WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|' +
    'MP Northern Mariana Islands'
  )
    .split('|')
    .flatMap((each) => [each.slice(0, 2), each.slice(3)])
    .map((each) => each.toLowerCase()),
);

/** A state of the United States as it is; undefined for any other part of a country. */
export function stateOnly(text: string): string | undefined {
  return STATES.has(text.trim().toLowerCase()) ? text : undefined;
}

let countries: ReadonlySet<string> | undefined;

/** Codes of two and three letters, and the English names that Unicode's CLDR has for the codes of ISO 3166-1. */
export function countryOnly(text: string): string | undefined {
  if (/^([A-Z]{2,3}|[a-z]{2,3})$/.test(text)) return text;
  countries ??= new Set(countryNames());
  return countries.has(text.trim().toLowerCase()) || COUNTRY.test(text.trim()) ? text : undefined;
}

function countryNames(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second)?.toLowerCase() ?? []));
}
