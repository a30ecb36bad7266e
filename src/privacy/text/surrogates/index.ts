/** What is written in the place of a span: a tag, or an invented value that reads as the text did. */
import type { ScrubContext } from '../../scrub.ts';
import { folded } from '../fold.ts';
import type { Found } from '../found.ts';
import type { KnownIndex } from '../known/index.ts';
import { shifted } from './dates.ts';
import { cased, nameFor, numberOf } from './names.ts';

const TOWNS =
  'Ashbourne Millbrook Fairhaven Westover Kingsley Elmridge Norwood Brightwater Stonefield Lakemont Oakdale Hartsville Redcliff Maplewood Thornton Glenwood Ridgefield Summerton Eastvale Pinehurst'.split(
    ' ',
  );
/** Words of a street or a body that stay, so that it still reads as one. */
const KEPT =
  /^(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|place|pl|boulevard|blvd|way|terrace|circle|cir|highway|hwy|parkway|pkwy|square|apt|apartment|suite|ste|unit|flat|floor|po|box|p|o|north|south|east|west|n|s|e|w|hospital|clinic|medical|center|centre|university|college|school|high|elementary|general|memorial|regional|community|children|children's|health|nursing|home|rehabilitation|institute|church|pharmacy|of|the|and|for|saint|system|healthcare|inc|llc|company|department|surgery|manor|hospice)$/i;

/** The tag of a category: `[NAME]`. */
export const tagOf = (category: string): string => `[${category.toUpperCase()}]`;
/** Every tag, for finding them in a text that was scrubbed before. */
export const TAG =
  /\[(?:NAME|DATE|AGE|PHONE|FAX|EMAIL|URL|IP|SSN|MRN|PLAN|ACCOUNT|LICENCE|VEHICLE|DEVICE|ID|ADDRESS|PLACE|ZIP|ORGANISATION|OCCUPATION|OTHER|REDACTED)\]/g;

export function replacementFor(span: Found, text: string, context: ScrubContext, index: KnownIndex): string {
  const own = text.slice(span.start, span.end);
  if (context.options.style === 'tags') return tagOf(span.category);
  const key = folded(own).replace(/\s+/g, ' ').trim();
  const bytes = () => context.keyed(span.category, key);
  switch (span.category) {
    case 'name':
      return own.replace(/[\p{L}\p{M}'’\u00ad]+/gu, (word) => nameFor(word, span.as, context, index));
    case 'date':
      return shifted(own, context) ?? tagOf('date');
    case 'age':
      return '90+';
    case 'email':
      return `${letters(bytes(), 8)}@example.org`;
    case 'url':
      return `${/^https?:/i.test(own) ? 'https://' : ''}example.org/${letters(bytes(), 8)}`;
    case 'ip':
      return own.includes(':')
        ? `2001:db8::${(numberOf(bytes()) % 65536).toString(16)}`
        : `192.0.2.${numberOf(bytes()) % 256}`;
    case 'place':
      return cased((TOWNS[numberOf(bytes()) % TOWNS.length] ?? 'Ashbourne').toLowerCase(), own);
    case 'organisation':
    case 'address':
      return own.replace(/[\p{L}\p{M}'’]+|\d+/gu, (word) =>
        KEPT.test(word)
          ? word
          : /\d/.test(word)
            ? alike(word, context.keyed(span.category, word))
            : nameFor(word, `family:${folded(word)}`, context, index),
      );
    case 'occupation':
    case 'other':
      return tagOf(span.category);
    default:
      return alike(own, bytes());
  }
}

const letters = (bytes: Uint8Array, count: number): string =>
  Array.from({ length: count }, (_, k) => String.fromCharCode(97 + ((bytes[k] ?? 0) % 26))).join('');

/** The same shape with other digits and letters. The first digit of a number does not become 0. */
function alike(text: string, bytes: Uint8Array): string {
  let k = 0;
  return text.replace(/[\p{L}\d]/gu, (char) => {
    const byte = (bytes[k % 32] ?? 0) ^ (k >= 32 ? k : 0);
    k += 1;
    if (/\d/.test(char)) return String(char === '0' ? byte % 10 : 1 + (byte % 9));
    const letter = String.fromCharCode(97 + (byte % 26));
    return char === char.toUpperCase() ? letter.toUpperCase() : letter;
  });
}
