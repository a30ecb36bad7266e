/** Words in another script (Chinese, Cyrillic, Arabic and so on) inside a text in Latin letters: taken for names. */
import { CONTEXT, type Found } from './found.ts';
import { type Tokens, WORD } from './tokens.ts';

const OTHER_SCRIPT = /^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;
/** Units beyond Latin and its accents, punctuation left out: most texts have none. */
const FAR = /[\u0370-\u1fff\u2c00-\ud7ff\uf900-\uffff]/;
/** Above this share of words the text is itself in that script, which is not read here. */
const FOREIGN_TEXT = 0.3;

export function otherScriptsIn(doc: Tokens): Found[] {
  if (!FAR.test(doc.text)) return [];
  const found: Found[] = [];
  let words = 0;
  for (let i = 0; i < doc.length; i += 1) {
    if (doc.kind[i] !== WORD) continue;
    words += 1;
    const start = doc.start[i] ?? 0;
    if (doc.text.charCodeAt(start) < 0x370 || !OTHER_SCRIPT.test(doc.text.charAt(start))) continue;
    found.push({ start, end: doc.end[i] ?? 0, category: 'name', why: 'a word in another script', rank: CONTEXT });
  }
  return found.length > words * FOREIGN_TEXT && found.length > 6 ? [] : found;
}
