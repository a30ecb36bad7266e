/** Ages over 89, the only ones that Safe Harbor counts as identifying. */

import { NUMBER_OF } from './dates/words.ts';
import { type Found, PATTERN } from './found.ts';
import { MIXED, NUMBER, type Tokens } from './tokens.ts';

const UNIT = '(?:years?|yrs?|y\\.?\\s?/?\\s?o\\.?|yo|year|winters)\\b';
const AFTER = new RegExp(
  `^(?:\\s|-|–)?(?:${UNIT}(?!\\s?(?:ago|history|before|since|prior|earlier|later))|\\s?[MF]\\s(?:with|presents?|presenting|who|c/o|s/p|admitted|here)\\b|(?:\\s?(?:male|female|woman|man|lady|gentleman)\\b))`,
  'iu',
);
const BEFORE =
  /(?:\bage[ds]?\b|\baged?\s(?:of|is|was|at)|\bage\s?[:=]|\bturned|\bturning|\bturns|\bnow|\bis|\bwas|\bshe's|\bhe's|\bat)\s{0,2}[:(]?\s{0,2}$/iu;
const SURE_BEFORE =
  /(?:\bage[ds]?\b|\bage\s(?:of|is|was|at)|\bage\s?[:=]|\bturned|\bturning|\bturns)\s{0,2}[:(]?\s{0,2}$/iu;
/** The least age that is hidden (45 CFR 164.514(b)(2)(i)(C): "all ages over 89"). */
const HIDDEN = 90;
const OLDEST = 125;

export function agesIn(doc: Tokens): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < doc.length; i += 1) {
    const start = doc.start[i] ?? 0;
    const word = doc.lower[i] ?? '';
    const first = word.charCodeAt(0);
    if (doc.kind[i] === NUMBER || doc.kind[i] === MIXED) {
      if (first !== 0x39 && first !== 0x31) continue;
      const match = /^(9\d|1[0-2]\d)(?:y\/?o?|yrs?|year|m|f|yom|yof)?$/.exec(word);
      const age = Number(match?.[1] ?? 0);
      if (!match || age < HIDDEN || age > OLDEST) continue;
      const digits = match[1]?.length ?? 0;
      const before = doc.text.slice(Math.max(0, start - 14), start);
      if (/[\d./]$/.test(before)) continue;
      const end = start + digits;
      const sure =
        word.length > digits ||
        AFTER.test(doc.text.slice(end, end + 24)) ||
        (SURE_BEFORE.test(before) && !/^\s?(?:%|mg|bpm|\/|°|F\b)/.test(doc.text.slice(end, end + 5)));
      if (sure) found.push({ start, end, category: 'age', why: 'age over 89', rank: PATTERN });
    } else if (word === 'ninety' || (word === 'one' && doc.lower[i + 1] === 'hundred')) {
      let j = i + (word === 'one' ? 1 : 0);
      for (let more = 0; more < 3; more += 1) {
        const next = doc.lower[j + 1] === '-' || doc.lower[j + 1] === 'and' ? j + 2 : j + 1;
        if (!NUMBER_OF.has(doc.lower[next] ?? '')) break;
        j = next;
      }
      const end = doc.end[j] ?? 0;
      const before = doc.text.slice(Math.max(0, start - 14), start);
      if (
        AFTER.test(doc.text.slice(end, end + 24)) ||
        SURE_BEFORE.test(before) ||
        (BEFORE.test(before) && /^\s?(?:[.,]|and)/.test(doc.text.slice(end, end + 4)) && word === 'ninety')
      ) {
        found.push({ start, end, category: 'age', why: 'age over 89, in words', rank: PATTERN });
      }
    } else if (word === 'nonagenarian' || word === 'centenarian' || word === 'nineties') {
      if (
        word === 'nineties' &&
        !/(?:his|her|their|my)\s(?:early\s|mid\s|late\s|mid-)?$/i.test(doc.text.slice(Math.max(0, start - 12), start))
      )
        continue;
      found.push({ start, end: doc.end[i] ?? 0, category: 'age', why: 'age over 89, in words', rank: PATTERN });
    }
  }
  return found;
}
