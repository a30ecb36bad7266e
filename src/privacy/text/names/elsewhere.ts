/** The names of a text wherever else they stand in it. */
import { commonLevel, DRUG, MEDICAL } from '../lexicon/bits.ts';
import { CAMEL, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { NAME } from './tagger.ts';
import { BRANDS, DEEDS, EPONYM_HEADS, NEVER } from './words.ts';

/** The text's sure names wherever else they stand. */
export function elsewhere(
  doc: Tokens,
  tags: Uint8Array,
  why: (string | undefined)[],
  sure: ReadonlySet<string>,
  skip: Uint8Array,
): void {
  if (sure.size === 0) return;
  for (let i = 0; i < doc.length; i += 1) {
    if (tags[i] !== 0 || doc.kind[i] !== WORD || !sure.has(doc.lower[i] ?? '') || skip[doc.start[i] ?? 0] === 1)
      continue;
    const common = commonLevel(doc.bits[i] ?? 0);
    const shape = doc.shape[i];
    const eponym =
      EPONYM_HEADS.has(doc.lower[i + 1] ?? '') ||
      (doc.lower[i + 2] === 's' && EPONYM_HEADS.has(doc.lower[i + 3] ?? ''));
    if (eponym || NEVER.has(doc.lower[i] ?? '') || BRANDS.has(doc.lower[i] ?? '')) continue;
    const cased =
      (shape === TITLE || shape === CAMEL || (shape === UPPER && doc.capitals[i] === 0)) &&
      !(common >= 4 && doc.opens[i] === 1 && !DEEDS.has(doc.lower[i + 1] ?? ''));
    const plain = common < 2 && ((doc.bits[i] ?? 0) & (DRUG | MEDICAL)) === 0;
    if (cased || plain) {
      tags[i] = NAME;
      why[i] = 'a name elsewhere in the text';
    }
  }
}
