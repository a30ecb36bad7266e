/** Firms after a word of work ("works at Amazon", "retired from FedEx") or a label ("Employer: Best Buy"). */
import { CONTEXT, type Found } from './found.ts';
import { commonLevel, DRUG, MEDICAL } from './lexicon/bits.ts';
import { BODY_WORDS, GENERAL } from './places/words.ts';
import { setOf } from './sets.ts';
import { CAMEL, LINE, LOWER, MARK, TITLE, type Tokens, UPPER, WORD } from './tokens.ts';
import { CLOCK } from './vocabulary.ts';

const WORK = setOf('work works worked working employed retired');
const AT = setOf('at for by from');
const LABELS = setOf('employer employers workplace facility hospital pharmacy');
const WORDS: ReadonlySet<string> = new Set([...WORK, ...LABELS]);
/** What stands after "Employer:" where there is none. */
const NO_FIRM = setOf('none self unemployed retired unknown na n disabled student homemaker');

export function employersIn(doc: Tokens): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 < doc.length; i += 1) {
    const word = doc.lower[i] ?? '';
    if (!WORDS.has(word)) continue;
    const labelled = LABELS.has(word) && doc.lower[i + 1] === ':';
    if (!labelled && !(WORK.has(word) && AT.has(doc.lower[i + 1] ?? ''))) continue;
    const from = doc.lower[i + 2] === 'the' ? i + 3 : i + 2;
    const last = labelled ? lineEnd(doc, from) : firmEnd(doc, from);
    if (last < from) continue;
    found.push({
      start: doc.start[from] ?? 0,
      end: doc.end[last] ?? 0,
      category: 'organisation',
      why: labelled ? 'organisation: after a label' : 'organisation: after a word of work',
      rank: CONTEXT,
    });
  }
  return found;
}

/** The last word of the firm that begins at `from`; before it where there is none. */
function firmEnd(doc: Tokens, from: number): number {
  let last = from - 1;
  while (last < from + 4 && isFirm(doc, last + 1)) last += 1;
  if (doc.caseless || doc.capitals[from] === 1) last = wordsEnd(doc, from);
  if (last < from) return last;
  // One plain word alone is a place of work of many ("works at Home").
  const bits = doc.bits[from] ?? 0;
  const medical = (bits & (DRUG | MEDICAL)) !== 0 && commonLevel(bits) >= 2;
  const cased = !doc.caseless && doc.capitals[from] === 0 && doc.shape[from] === TITLE;
  const plain =
    GENERAL.has(doc.lower[from] ?? '') || BODY_WORDS.has(doc.lower[from] ?? '') || SMALL.has(doc.lower[from] ?? '');
  if (last === from && (plain || medical || (commonLevel(bits) >= 5 && !cased))) return from - 1;
  // "Lowe's"
  const possessive = /^['’]$/.test(doc.lower[last + 1] ?? '') && doc.lower[last + 2] === 's' && doc.gap[last + 2] === 0;
  return possessive ? last + 2 : last;
}

/** Where case says nothing: up to four words to the next small word, of which one is none of everyday speech. */
function wordsEnd(doc: Tokens, from: number): number {
  let last = from - 1;
  let telling = false;
  while (last < from + 3 && doc.kind[last + 1] === WORD && (doc.gap[last + 1] ?? 9) === 1) {
    const flags = doc.flags[last + 1] ?? 0;
    if (SMALL.has(doc.lower[last + 1] ?? '') || (flags & CLOCK) !== 0) break;
    last += 1;
    const level = commonLevel(doc.bits[last] ?? 0);
    telling ||= level <= (last > from ? 3 : 1) && !PLAIN_WORK.has(doc.lower[last] ?? '');
  }
  return telling ? last : from - 1;
}

const SMALL = setOf(
  'a an the his her my our their your this that in on at for from by to as with and or but who where when until since about around over under more full part time home night nights days hours years many most all some any two three four five six seven eight nine ten he she they we you it is was has had which because while so before after due during',
);
/** Kinds of work and of places of work that name none. */
const PLAIN_WORK = setOf(
  'construction retail restaurant factory warehouse office school hospital daycare nursing teaching engineering manufacturing landscaping trucking farming plumbing accounting daycare preschool duty enforcement military navy army marines',
);
/** Two or three capitals after "works at" that are no firm: departments, states, countries. */
const NO_SHORT_FIRM = setOf('er ed icu or us usa uk eu it hr nyc la dc pt ot tv ob gyn nicu picu pacu');

/** Up to five words to the end of the line, of the sentence or to a gap. */
function lineEnd(doc: Tokens, from: number): number {
  if (NO_FIRM.has(doc.lower[from] ?? '') || doc.kind[from] !== WORD || (doc.gap[from] ?? 0) >= LINE) return from - 1;
  let last = from;
  while (last < from + 5 && last + 1 < doc.length) {
    const next = last + 1;
    if ((doc.gap[next] ?? 0) >= LINE || (doc.start[next] ?? 0) - (doc.end[last] ?? 0) > 1) break;
    if (doc.kind[next] === MARK && !/^['’&.-]$/.test(doc.lower[next] ?? '')) break;
    if (doc.lower[next] === '.' && doc.gap[next + 1] !== 0) break;
    if (
      doc.shape[next] === LOWER &&
      !doc.caseless &&
      doc.kind[next] === WORD &&
      !/^(?:s|of|and|the|de)$/.test(doc.lower[next] ?? '')
    )
      break;
    last = next;
  }
  return last;
}

/** A capitalised word of the same line; acronyms of departments (ER, ICU) are no firm. */
function isFirm(doc: Tokens, i: number): boolean {
  const shape = doc.shape[i];
  if (doc.kind[i] !== WORD || doc.gap[i] !== 1) return false;
  const length = (doc.end[i] ?? 0) - (doc.start[i] ?? 0);
  const short = length > 1 && doc.capitals[i] === 0 && !NO_SHORT_FIRM.has(doc.lower[i] ?? '');
  return shape === TITLE || shape === CAMEL || (shape === UPPER && (length > 3 || short));
}
