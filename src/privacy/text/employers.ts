/** Firms after a word of work: "works at Amazon", "retired from FedEx". */
import { CONTEXT, type Found } from './found.ts';
import { commonLevel, DRUG, MEDICAL } from './lexicon/bits.ts';
import { setOf } from './sets.ts';
import { CAMEL, TITLE, type Tokens, UPPER, WORD } from './tokens.ts';

const WORK = setOf('work works worked working employed retired');
const AT = setOf('at for by from');

export function employersIn(doc: Tokens): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 < doc.length; i += 1) {
    if (!WORK.has(doc.lower[i] ?? '') || !AT.has(doc.lower[i + 1] ?? '')) continue;
    const from = doc.lower[i + 2] === 'the' ? i + 3 : i + 2;
    let last = from - 1;
    while (last < from + 4 && isFirm(doc, last + 1)) last += 1;
    if (last < from) continue;
    // One plain word alone is a place of work of many ("works at Home").
    const bits = doc.bits[from] ?? 0;
    if (last === from && (commonLevel(bits) >= 5 || (bits & (DRUG | MEDICAL)) !== 0)) continue;
    found.push({
      start: doc.start[from] ?? 0,
      end: doc.end[last] ?? 0,
      category: 'organisation',
      why: 'organisation: after a word of work',
      rank: CONTEXT,
    });
  }
  return found;
}

/** A capitalised word of the same line; acronyms of departments (ER, ICU) are no firm. */
function isFirm(doc: Tokens, i: number): boolean {
  const shape = doc.shape[i];
  if (doc.kind[i] !== WORD || doc.gap[i] !== 1) return false;
  return shape === TITLE || shape === CAMEL || (shape === UPPER && (doc.end[i] ?? 0) - (doc.start[i] ?? 0) > 3);
}
