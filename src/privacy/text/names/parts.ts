/** Parts of a name that stand by their form: particles in small letters, HL7's carets, two initials alone. */
import { DRUG, MEDICAL } from '../lexicon/bits.ts';
import { CAMEL, LOWER, TITLE, type Tokens, WORD } from '../tokens.ts';
import { NAME } from './tagger.ts';
import { DEEDS, EPONYM_HEADS, EPONYMS, FORE, NEVER, SOLE_PARTICLES } from './words.ts';

/** "Tamsin N. von Trotha", "Milo van Buren", "al-Hassan": a particle in small letters and the capitalised word after it. */
export function particled(doc: Tokens, tags: Uint8Array, i: number, join: (i: number, reason: string) => void): void {
  const lower = doc.lower[i] ?? '';
  if (doc.kind[i] !== WORD || doc.shape[i] !== LOWER) return;
  const hyphen = doc.lower[i + 1] === '-' && doc.gap[i + 1] === 0 && doc.gap[i + 2] === 0;
  if (hyphen && (lower === 'al' || lower === 'el')) {
    if (doc.shape[i + 2] !== TITLE || tags[i] !== 0) return;
    join(i, 'particle of a name');
    if (tags[i + 2] !== NAME) join(i + 2, 'after a particle');
    return;
  }
  if (!FORE.has(lower) || doc.gap[i] !== 1) return;
  const before = doc.lower[i - 1] === '.' && (doc.lower[i - 2] ?? '').length === 1 ? i - 2 : i - 1;
  const bare = (doc.lower[before] ?? '').length === 1 && doc.shape[before] === TITLE && tags[before - 1] === NAME;
  const initial = bare || (before === i - 2 && doc.shape[before] === TITLE);
  if (tags[before] !== NAME && !initial && !beginsSurname(doc, i)) return;
  let last = i;
  while (last < i + 2 && FORE.has(doc.lower[last + 1] ?? '') && doc.gap[last + 1] === 1) last += 1;
  // "van 't Hof"
  if (/^['’]$/.test(doc.lower[last + 1] ?? '') && doc.lower[last + 2] === 't') last += 2;
  const name = last + 1;
  if (doc.gap[name] !== 1 || (doc.shape[name] !== TITLE && doc.shape[name] !== CAMEL)) return;
  if (NEVER.has(doc.lower[name] ?? '') || EPONYM_HEADS.has(doc.lower[name + 1] ?? '')) return;
  if (initial && tags[before] !== NAME) join(before, 'initial of a name');
  for (let k = i; k <= name; k += 1)
    if (tags[k] !== NAME && doc.kind[k] === WORD) join(k, k === name ? 'after a particle' : 'particle of a name');
}

/** "bin Rashid has", "with van der Merwe": small letters before a capital are the head of a surname where no noun of place or medicine is near. */
function beginsSurname(doc: Tokens, i: number): boolean {
  if (doc.caseless || doc.capitals[i] === 1 || !SOLE_PARTICLES.has(doc.lower[i] ?? '')) return false;
  let last = i;
  while (last < i + 2 && FORE.has(doc.lower[last + 1] ?? '') && doc.gap[last + 1] === 1) last += 1;
  const bits = doc.bits[last + 1] ?? 0;
  if (EPONYMS.has(doc.lower[last + 1] ?? '') || (bits & (DRUG | MEDICAL)) !== 0) return false;
  const after = doc.lower[last + 2] ?? '';
  // "de Musset sign", "a van Gogh": eponyms, and what follows an article.
  return !EPONYM_HEADS.has(after) && !/^(?:a|an|the)$/.test(doc.lower[i - 1] ?? '') && doc.kind[i - 1] !== 0;
}

/** M.D., R.N., Ph.D., D.O.: no initials. */
export function isDegree(doc: Tokens, i: number): boolean {
  const [a = '', b = ''] = doc.lower[i + 1] === '.' ? [doc.lower[i], doc.lower[i + 2]] : [];
  const [c = '', d = ''] = doc.lower[i - 1] === '.' ? [doc.lower[i - 2], doc.lower[i]] : [];
  const degree = /^(?:md|do|rn|pa|np|dds|phd|dmd|ma|ms|bs|ba)$/;
  return (degree.test(a + b) && doc.gap[i + 2] === 0) || (degree.test(c + d) && doc.gap[i] === 0);
}

/** A verb in the past or with its s: "Will Huynh tolerated" is no question, as "Will Huynh tolerate" is. */
export function didSomething(doc: Tokens, i: number): boolean {
  const verb = doc.lower[i] ?? '';
  return DEEDS.has(verb) && !/^(?:will|would|can|could)$/.test(verb) && doc.gap[i] === 1;
}

/** HL7's "SNOW^RAMONA^L": all parts where one is a name. */
export function joinedByCarets(doc: Tokens, tags: Uint8Array, join: (i: number, reason: string) => void): void {
  for (let i = 0; i < doc.length; i += 1) {
    if (doc.kind[i] !== WORD || doc.lower[i + 1] !== '^' || doc.gap[i + 1] !== 0) continue;
    let last = i;
    while (
      doc.lower[last + 1] === '^' &&
      doc.gap[last + 1] === 0 &&
      doc.gap[last + 2] === 0 &&
      doc.kind[last + 2] === WORD
    )
      last += 2;
    let named = doc.lower[i - 1] === ':' && (doc.lower[i - 2] === 'patient' || doc.lower[i - 2] === 'name');
    for (let k = i; k <= last; k += 2) named ||= tags[k] === NAME;
    if (named) for (let k = i; k <= last; k += 2) if (tags[k] !== NAME) join(k, 'part of a name with carets');
    i = last;
  }
}
