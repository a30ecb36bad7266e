/** Names by the credential behind them. */
import { commonLevel, DRUG, givenLevel, MEDICAL, surnameLevel } from '../lexicon/bits.ts';
import { LINE, LOWER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { CREDENTIAL } from '../vocabulary.ts';
import { NAME } from './tagger.ts';
import { CREDENTIALS, NEVER, TITLES } from './words.ts';

const PLAIN = /^(?:and|or|by|with|to|of|for|from|per|see|saw|seen|at|in|on|the|is|was|dr|cc)$/;

/** Words in capitals or with a capital before ", MD" and the like. */
export function credentialled(doc: Tokens, tags: Uint8Array, why: (string | undefined)[]): void {
  for (let i = 2; i < doc.length; i += 1) {
    if (((doc.flags[i] ?? 0) & CREDENTIAL) === 0 || doc.kind[i] !== WORD) continue;
    const shape = doc.shape[i];
    const dotted = doc.lower[i] === 'm' || doc.lower[i] === 'd';
    const caseless = doc.caseless && doc.lower[i - 1] === ',';
    if (
      shape !== UPPER &&
      !dotted &&
      !caseless &&
      !/^(?:PhD|PharmD|PsyD|Jr|Sr|MBBCh|MBChB|DPhil)$/.test(doc.text.slice(doc.start[i], doc.end[i]))
    )
      continue;
    let j = i - 1;
    if (doc.lower[j] === ',') j -= 1;
    else if ((doc.lower[i] ?? '').length < 2 || doc.capitals[i] === 1) continue;
    for (let k = 0; k < 3 && j >= 0; k += 1, j -= 1) {
      if (doc.lower[j] === '.' && (doc.lower[j - 1] ?? '').length === 1) continue;
      const bits = doc.bits[j] ?? 0;
      const fits =
        doc.kind[j] === WORD &&
        (doc.shape[j] !== LOWER || (caseless && !PLAIN.test(doc.lower[j] ?? ''))) &&
        !NEVER.has(doc.lower[j] ?? '') &&
        !TITLES.has(doc.lower[j] ?? '') &&
        !CREDENTIALS.has(doc.lower[j] ?? '');
      if (
        !fits ||
        (commonLevel(bits) >= 3 && surnameLevel(bits) + givenLevel(bits) === 0) ||
        (bits & (DRUG | MEDICAL)) !== 0
      )
        break;
      if (tags[j] === 0) {
        tags[j] = NAME;
        why[j] = 'before a credential';
      }
      if ((doc.gap[j] ?? 0) >= LINE) break;
    }
  }
}
