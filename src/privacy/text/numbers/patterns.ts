/** Numbers and addresses of people and machines, as sticky patterns tried where a token begins. */
import type { ScrubCategory } from '../../scrub.ts';
import { type Found, PATTERN } from '../found.ts';
import type { Tokens } from '../tokens.ts';

const sticky = (source: string, flags = 'uy') => new RegExp(source, flags);
const EXTENSION = '(?:,?\\s{0,2}(?:x|ext\\.?|extension)\\s{0,2}\\d{1,6})?';
const NO_MORE = '(?![\\d]|[-/]\\d|\\.\\d)';
const UNITS = '(?! ?(?:mg|mcg|ml|mL|units?|cells|/|%|copies|cc|mm|IU|U/|steps|calories|times|years)\\b)(?!/|%|,\\d{3})';

/** Version 6 with a run of zeros left out: 2001:db8::67:e9. */
const SHORT_V6 = sticky(
  '(?=[\\d:a-fA-F]{0,40}::)(?:[0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5}(?![\\w:])',
);

export type Pattern = readonly [pattern: RegExp, category: ScrubCategory, why: string];

/** Tried at a token that begins with a digit, and at + and ( before one. The first that matches wins. */
export const DIGITS: readonly Pattern[] = [
  [sticky('[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b'), 'id', 'id: UUID'],
  [sticky('(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\\b'), 'device', 'device: MAC address'],
  [sticky('(?:[0-9a-fA-F]{1,4}:){3,7}(?::?[0-9a-fA-F]{1,4}){1,5}(?![\\w:])'), 'ip', 'ip: version 6'],
  [SHORT_V6, 'ip', 'ip: version 6'],
  [
    sticky(
      '(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:/\\d{1,2}|:\\d{2,5})?(?![\\d.]\\d)',
    ),
    'ip',
    'ip: version 4',
  ],
  [sticky('\\(01\\)\\d{14}(?:\\(\\d{2,3}\\)[A-Za-z\\d./-]{1,20}){0,5}'), 'device', 'device: unique device identifier'],
  [
    sticky(`(?:011|00)[\\s.-]\\d{1,3}(?:[\\s.-]\\(?\\d{1,5}\\)?){2,5}${EXTENSION}(?!\\d)`, 'iuy'),
    'phone',
    'phone: international prefix',
  ],
  [sticky(`0\\d(?:[ .-]\\d{2}){4}${EXTENSION}(?!\\d|[ .-]\\d{2}\\b)`, 'iuy'), 'phone', 'phone: five pairs'],
  [sticky(`0\\d{2,4}\\s?/\\s?\\d{4,8}${EXTENSION}(?![\\d/])`, 'iuy'), 'phone', 'phone: area code'],
  [sticky('\\d{3}-\\d{2}-\\d{4}(?!\\d|-\\d)'), 'ssn', 'number: as social security numbers are written'],
  [sticky('\\d{3} \\d{2} \\d{4}(?!\\d| \\d{3})'), 'ssn', 'number: as social security numbers are written'],
  [
    sticky(`\\+\\d{1,3}(?:[\\s.-]?\\(0\\))?(?:[\\s.-]?\\(?\\d{1,5}\\)?){2,6}${EXTENSION}(?!\\d)`, 'iuy'),
    'phone',
    'phone: with country code',
  ],
  [
    sticky(`(?:\\+?1[-.\\s]{1,2})?\\([2-9]\\d{2}\\)[-.\\s]{0,2}\\d{3}[-.\\s]{1,3}\\d{4}${EXTENSION}(?!\\d)`, 'iuy'),
    'phone',
    'phone: ten digits',
  ],
  [
    sticky(
      `(?:1[-.\\s])?[2-9]\\d{2}(?:\\s?[-./]\\s?|\\s)\\d{3}(?:\\s?[-./]\\s?|\\s)\\d{4}${EXTENSION}${NO_MORE}`,
      'iuy',
    ),
    'phone',
    'phone: ten digits',
  ],
  [sticky(`0\\d{1,4}[-.]\\d{6,8}${EXTENSION}(?![\\d-])`, 'iuy'), 'phone', 'phone: area code'],
  [sticky(`\\(0\\d{1,5}\\)\\s?\\d{3,4}\\s?\\d{3,4}${EXTENSION}(?!\\d)`, 'iuy'), 'phone', 'phone: area code'],
  [sticky(`0\\d{4}\\s?\\d{6}${EXTENSION}(?!\\d)`, 'iuy'), 'phone', 'phone: area code'],
  [sticky(`0\\d{2,5}[\\s-]\\d{3,4}(?:[\\s-]\\d{3,4})?${EXTENSION}(?!\\d|[/.]\\d)`, 'iuy'), 'phone', 'phone: area code'],
  [sticky(`0\\d[\\s-]\\d{4}[\\s-]\\d{4}${EXTENSION}(?!\\d|[/.]\\d)`, 'iuy'), 'phone', 'phone: area code'],
  [sticky('\\d{3}[\\s-]\\d{3}[\\s-]\\d{4}(?!\\d)'), 'id', 'number: as NHS numbers are written'],
  [sticky(`[2-9]\\d{2}[-.]\\d{4}${EXTENSION}${NO_MORE}${UNITS}`, 'iuy'), 'phone', 'phone: seven digits'],
  [sticky('\\d(?:[ .-]\\d){6,15}(?![\\d.])'), 'id', 'number: digit by digit'],
  [sticky('\\d{5}-\\d{4}(?!\\d|-)'), 'zip', 'zip: nine digits'],
  [
    sticky('\\d{4}([\\s-])\\d{4}\\1\\d{4}(?:\\1\\d{1,4})?(?!\\d|[\\s-]\\d{3})'),
    'account',
    'account: as card numbers are written',
  ],
  [sticky(`\\d{2,4}-\\d{2,8}(?:-\\d{1,8}){1,3}(?!\\d)${UNITS}`), 'id', 'number: groups joined by hyphens'],
  [sticky(`\\d{5,}-\\d{1,4}(?!\\d)${UNITS}`), 'id', 'number: long, with a suffix'],
  [sticky(`\\d{7,20}(?![\\d.]\\d)(?!\\d)${UNITS}`), 'id', 'number: seven digits or more'],
];

/** Tried at a token of capitals, or of letters and digits. */
export const LETTERED: readonly Pattern[] = [
  [sticky('[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b'), 'id', 'id: UUID'],
  [sticky('(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\\b'), 'device', 'device: MAC address'],
  [sticky('(?:[0-9a-fA-F]{1,4}:){3,7}(?::?[0-9a-fA-F]{1,4}){1,5}(?![\\w:])'), 'ip', 'ip: version 6'],
  [SHORT_V6, 'ip', 'ip: version 6'],
  [
    sticky('(?=(?:[A-HJ-NPR-Z]{0,14}\\d){3})(?=\\d{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}\\b'),
    'vehicle',
    'vehicle: identification number',
  ],
  [
    sticky('[A-Z]{2}\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]\\b'),
    'ssn',
    'number: as national insurance numbers are written',
  ],
  [sticky('[A-Z]{2}\\d{2}\\s?[A-Z]{3}\\b(?!\\s?\\d)'), 'vehicle', 'vehicle: plate'],
  [
    sticky(
      '(?:GIR\\s?0AA|[A-PR-UWYZ](?:[A-HK-Y]?\\d[\\dA-HJKMNPR-Y]?)\\s?\\d[ABD-HJLNP-UW-Z]{2})\\b(?<!\\d(?:MG|ML|MM|GM|LB|MD|NG|UG|DL|PM|HR|ST|ND|RD|TH)\\b)',
    ),
    'zip',
    'zip: postcode',
  ],
  // The letters that the post office leaves out are found too where a space parts the halves: people mistype them.
  [
    sticky(
      '(?!T\\d[NXA]\\s)(?:[A-Z]\\d[\\dA-HJKMNPR-Y]?\\s\\d(?!GM|LB|MD|NG|UG|DL|PM|AM|HR|ST|ND|RD|TH|PO|IV)|[A-Z]{2}\\d[\\dA-HJKMNPR-Y]?\\s\\d)(?!MG|ML|MM|CM)[A-Z]{2}\\b',
    ),
    'zip',
    'zip: postcode',
  ],
  [sticky('(?!T\\d[NXA]\\s)[A-Z]\\d[A-Z]\\s\\d[A-Z]\\d\\b'), 'zip', 'zip: postal code'],
  [sticky('(?:[AC-FHKNPRTV-Y]\\d{2}|D6W)\\s(?=\\d{0,3}[A-Z])(?=[A-Z]{0,3}\\d)[A-Z\\d]{4}\\b'), 'zip', 'zip: Eircode'],
  [sticky('[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z]\\s\\d[ABCEGHJ-NPRSTV-Z]\\d\\b'), 'zip', 'zip: postal code'],
  [
    sticky('(?!G\\d+P\\d)[A-Z]{1,5}[-_]?\\d{2,4}-\\d{3,8}(?:-\\d{1,6})?\\b', 'iuy'),
    'id',
    'id: letters and number groups',
  ],
  [sticky('(?!G\\d+P\\d)[A-Z]{1,5}[-_]?\\d{5,}[A-Z]?\\b(?![.,]?\\d)', 'iuy'), 'id', 'id: letters and a long number'],
  [
    sticky(
      '(?!\\d+(?:mg|mcg|ml|iu|units?|cc|mm|x|kg|hrs?|min|am|pm|st|nd|rd|th|g|s|k|u)\\b)(?=\\w{0,30}[A-Z])(?=(?:[A-Z]{0,12}\\d){4})(?!G\\d+P\\d)[A-Z0-9]{6,40}(?:-[A-Z0-9]{2,20}){0,4}\\b',
      'iuy',
    ),
    'id',
    'id: letters and digits mixed',
  ],
];

export const EMAIL = sticky('[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,6}', 'iuy');
export const URL = sticky('(?:https?|ftps?)://[^\\s<>"\'\\]|]+|www\\.[^\\s<>"\'\\]|]+', 'iuy');
/** A domain without a scheme; with a path it may hold an id. */
export const DOMAIN = sticky(
  '[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){0,5}\\.(?:com|org|net|edu|gov|info|io|co\\.uk|nhs\\.uk|ac\\.uk|org\\.uk|health|care|us|ca|de|fr)\\b(?:/[^\\s<>"\'\\]|]*)?',
  'iuy',
);
export const SPOKEN_EMAIL = sticky(
  '[\\p{L}\\d]{1,40}(?:\\s(?:dot|underscore|dash)\\s[\\p{L}\\d]{1,40}){0,4}\\s(?:at|@)\\s[\\p{L}\\d]{1,40}(?:\\sdot\\s[\\p{L}\\d]{1,40}){0,4}\\sdot\\s(?:com|org|net|edu|co|uk|gov)\\b',
  'iuy',
);

/** The first of the patterns that matches where a token begins. */
export function first(patterns: readonly Pattern[], doc: Tokens, at: number): Found | undefined {
  if (at < 0) return undefined;
  for (const [pattern, category, why] of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(doc.text)) return { start: at, end: pattern.lastIndex, category, why, rank: PATTERN };
  }
  return undefined;
}
