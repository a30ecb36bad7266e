/** Holidays and seasons. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { LOWER, type Tokens, UPPER } from '../tokens.ts';
import { wordBefore } from './cues.ts';
import { HOLIDAYS, SEASONS } from './words.ts';

const holidaysByWord = new Map<string, string[]>();
for (const [name] of HOLIDAYS) {
  const first = /^[\p{L}\d]+/u.exec(name)?.[0] ?? name;
  holidaysByWord.set(
    first,
    [...(holidaysByWord.get(first) ?? []), name].sort((a, b) => b.length - a.length),
  );
}

/** A Christmas tree is no date, nor is Christmas disease. */
const NO_HOLIDAY = /^\s+(?:tree|disease|factor|egg|island|eve\s+party\s+size|bunny|patch|lily|scores?|card)/i;

export function holidayAt(doc: Tokens, i: number): Found | undefined {
  const names = holidaysByWord.get(doc.lower[i] ?? '');
  if (!names) return undefined;
  const at = doc.start[i] ?? 0;
  const near = doc.text
    .slice(at, at + 28)
    .toLowerCase()
    .replaceAll('’', "'");
  for (const name of names) {
    if (!near.startsWith(name) || /[\p{L}\d]/u.test(near.charAt(name.length))) continue;
    const end = at + name.length;
    if (NO_HOLIDAY.test(doc.text.slice(end, end + 20))) return undefined;
    if (name === 'eid' || name === 'tet' || name === 'easter' || name === 'new year') {
      if (doc.shape[i] === LOWER && !doc.caseless) return undefined;
      if (doc.shape[i] === UPPER && name.length === 3) return undefined;
    }
    const year = /^(?:\s+of|,)?\s+(?:(?:19|20)\d\d|'\d\d)\b(?![-/]\d)/i.exec(doc.text.slice(end, end + 12))?.[0] ?? '';
    return { start: at, end: end + year.length, category: 'date', why: 'date: holiday', rank: PATTERN };
  }
  return undefined;
}

export function seasonAt(doc: Tokens, i: number, word: string): Found | undefined {
  if (!SEASONS.includes(word)) return undefined;
  const end = doc.end[i] ?? 0;
  const year = /^(?:\s+of|,)?\s+(?:(?:19|20)\d\d|'\d\d)\b(?![-/]\d)/i.exec(doc.text.slice(end, end + 12))?.[0] ?? '';
  const cue = wordBefore(doc, i, 1);
  const cued = cue === 'last' || cue === 'this' || cue === 'next' || cue === 'previous';
  if (word === 'fall' || word === 'spring') {
    const falls =
      year === '' &&
      (!cued ||
        (word === 'fall' && /^\s*(?:and|was|from|resulted|risk|occurred|,)/.test(doc.text.slice(end, end + 12))));
    if (falls) return undefined;
  } else if (year === '' && !cued) return undefined;
  return { start: doc.start[i] ?? 0, end: end + year.length, category: 'date', why: 'date: season', rank: CONTEXT };
}
