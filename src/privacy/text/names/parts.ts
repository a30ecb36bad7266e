/** Parts of a name that stand by their form: particles in small letters, HL7's carets, two initials alone. */
import { CAMEL, LOWER, TITLE, type Tokens, UPPER, WORD } from '../tokens.ts';
import { NAME } from './tagger.ts';
import { DEEDS, EPONYM_HEADS, FORE, NEVER } from './words.ts';

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
  const initial = before === i - 2 && doc.shape[before] === TITLE;
  if (tags[before] !== NAME && !initial) return;
  let last = i;
  while (last < i + 2 && FORE.has(doc.lower[last + 1] ?? '') && doc.gap[last + 1] === 1) last += 1;
  const name = last + 1;
  if (doc.gap[name] !== 1 || (doc.shape[name] !== TITLE && doc.shape[name] !== CAMEL)) return;
  if (NEVER.has(doc.lower[name] ?? '') || EPONYM_HEADS.has(doc.lower[name + 1] ?? '')) return;
  if (initial && tags[before] !== NAME) join(before, 'initial of a name');
  for (let k = i; k <= name; k += 1)
    if (tags[k] !== NAME) join(k, k === name ? 'after a particle' : 'particle of a name');
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

/** Two letters with stops that are other things than a person. */
const ABBREVIATED = new Set(
  'po iv us uk bp hr or er rr im sq pt ot gi gu id od os ou am pm ie eg ng md do pa np rn'.split(' '),
);

/** "F.S. signed", at the head of a sentence and before what people do; "Transcribed by EN". */
export function initialsAlone(doc: Tokens, i: number): readonly number[] | undefined {
  if (doc.shape[i] === LOWER || doc.kind[i] !== WORD) return undefined;
  const lower = doc.lower[i] ?? '';
  if (
    doc.shape[i] === UPPER &&
    (lower.length === 2 || lower.length === 3) &&
    doc.lower[i - 1] === 'by' &&
    (doc.lower[i - 2] === 'transcribed' || doc.lower[i - 2] === 'typed')
  )
    return [i];
  const second = i + 2;
  if (lower.length !== 1 || doc.lower[i + 1] !== '.' || (doc.lower[second] ?? '').length !== 1 || doc.gap[second] !== 0)
    return undefined;
  const opens = doc.opens[i] === 1 || (doc.lower[i - 1] === '.' && doc.gap[i] === 1);
  const next = second + (doc.lower[second + 1] === '.' ? 2 : 1);
  if (
    !opens ||
    next !== second + 2 ||
    doc.gap[next] !== 1 ||
    (doc.lower[next] !== 'signed' && ABBREVIATED.has(lower + (doc.lower[second] ?? '')))
  )
    return undefined;
  const verb = doc.lower[next] ?? '';
  return verb === 'signed' || (DEEDS.has(verb) && !AUXILIARY.has(verb)) ? [i, second] : undefined;
}

const AUXILIARY = new Set(
  'has had is was will would can could does did noted appears appeared continued continues works worked returned'.split(
    ' ',
  ),
);
