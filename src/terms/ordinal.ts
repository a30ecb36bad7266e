import { table } from '../table.ts';
import type { Coding } from './coding.ts';

/** A graded result of a dipstick, a serology or a culture. `positive` has no grade; `indeterminate` is borderline or equivocal. */
export type Ordinal = 'negative' | 'trace' | '1+' | '2+' | '3+' | '4+' | 'positive' | 'indeterminate';

/** SNOMED CT qualifiers, LOINC answers and HL7 interpretations. */
const BY_CODE: Readonly<Record<string, Ordinal>> = table({
  '10828004': 'positive',
  '52101004': 'positive',
  '260373001': 'positive',
  '11214006': 'positive',
  '263654008': 'positive',
  '260385009': 'negative',
  '2667000': 'negative',
  '260415000': 'negative',
  '131194007': 'negative',
  '17621005': 'negative',
  '260405006': 'trace',
  '260347006': '1+',
  '260348001': '2+',
  '260349009': '3+',
  '260350009': '4+',
  '419984006': 'indeterminate',
  '82334004': 'indeterminate',
  '42425007': 'indeterminate',
  'LA6576-8': 'positive',
  'LA11882-0': 'positive',
  'LA9633-4': 'positive',
  'LA15255-5': 'positive',
  'LA6577-6': 'negative',
  'LA11883-8': 'negative',
  'LA9634-2': 'negative',
  'LA15256-3': 'negative',
  'LA11884-6': 'indeterminate',
  POS: 'positive',
  DET: 'positive',
  RR: 'positive',
  WR: 'positive',
  NEG: 'negative',
  ND: 'negative',
  NR: 'negative',
  IND: 'indeterminate',
  E: 'indeterminate',
});

/**
 * What a result that is not a number says: `NEG`, `Not detected`, `Non-reactive`, `<1:40` are negative; `Reactive`,
 * `1:160`, `Weakly positive` are positive; `2+`, `++`, `moderate` are 2+. Undefined when it says none of these. The codings
 * of a result in words, where it has some, go before its words.
 */
export function ordinalOf(
  result: string | Coding | readonly Coding[],
  coded: readonly Coding[] = [],
): Ordinal | undefined {
  if (typeof result === 'string') return (coded.length > 0 ? ordinalOf(coded) : undefined) ?? ofText(result);
  const codings: readonly Coding[] = 'code' in result ? [result] : result;
  for (const { code, display } of codings) {
    const found = BY_CODE[code] ?? (display === undefined ? undefined : ofText(display));
    if (found) return found;
  }
  return undefined;
}

const NEGATIVE =
  /\b(negative|neg|non[\s-]?reactive|nonreactive|not[\s-](detected|seen|present|found|isolated|identified)|undetected|undetectable|absent|nil|none( (seen|detected|found))?|no (growth|evidence|antibod\w+|organisms?|blood|protein)|not reactive|normal)\b|^(n|nd|-|\(-\)|no)$/;
const UNSURE = /\b(indeterminate|equivocal|borderline|inconclusive|grey zone|gray zone|doubtful)\b/;
const POSITIVE =
  /\b(positive|pos|reactive|detected|present|weakly positive|isolated|heterozygous|homozygous|finding of|abnormal|in urine|(haemat|hemat|protein|glycos|keton)uria)\b|^(\(\+\)|p|yes)$/;
const GRADES: readonly (readonly [RegExp, Ordinal])[] = [
  [/(?:^|[\s=(])(?:4\+|\+4|\+{4})(?:$|[\s),.])/, '4+'],
  [/(?:^|[\s=(])(?:3\+|\+3|\+{3})(?:$|[\s),.])|^large$/, '3+'],
  [/(?:^|[\s=(])(?:2\+|\+2|\+{2})(?:$|[\s),.])|^moderate$/, '2+'],
  [/(?:^|[\s=(])(?:1\+|\+1|\+)(?:$|[\s),.])|^small$/, '1+'],
  [/\btrace\b|^tr\.?$|^\+\/-$|^\(?±\)?$/, 'trace'],
];

function ofText(text: string): Ordinal | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const titre = titreOf(plain);
  if (titre) return titre.comparator === '<' ? 'negative' : 'positive';
  if (UNSURE.test(plain)) return 'indeterminate';
  if (NEGATIVE.test(plain) && !/\bnot negative\b|^ab/.test(plain)) return 'negative';
  const grade = GRADES.find(([pattern]) => pattern.test(plain));
  if (grade) return grade[1];
  return POSITIVE.test(plain) ? 'positive' : undefined;
}

/** The titre in a text: `1:160` is 160; `<1:40` is 40 with the comparator `<`. Undefined when there is none. */
export function titreOf(text: string): { readonly value: number; readonly comparator?: '<' | '>' } | undefined {
  const match = /([<>])?\s*=?\s*\b1\s*[:/]\s*(\d{1,6})\b/.exec(text);
  if (!match) return undefined;
  const value = Number(match[2]);
  if (value < 5) return undefined;
  return match[1] === '<' || match[1] === '>' ? { value, comparator: match[1] } : { value };
}
