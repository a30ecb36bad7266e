/** Months and weekdays by name. */
import { CONTEXT, type Found, PATTERN } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, LOWER, TITLE, type Tokens, UPPER } from '../tokens.ts';
import { STRONG, VERBY, WEAK, wordAfter, wordBefore } from './cues.ts';
import { AFTER_MONTH } from './patterns.ts';
import { spokenAfterMonth, spokenDayBefore } from './spoken.ts';
import { NUMBER_OF, ORDINAL_OF, WEEKDAY_OF } from './words.ts';

/** Months and weekdays whose names are other words too. */
const DOUBTFUL = setOf(`
may march mar jan dec sun sat mon wed fri apr jun jul sep nov feb thu tue april june august oct aug febr`);

export function monthAt(doc: Tokens, i: number, word: string): Found | undefined {
  const at = doc.start[i] ?? 0;
  const from = doc.end[i] ?? 0;
  const shape = doc.shape[i];
  const written = shape === TITLE || (shape === UPPER && word.length >= 3) || (doc.caseless && !VERBY.has(word));
  AFTER_MONTH.lastIndex = from;
  const tail = AFTER_MONTH.exec(doc.text);
  const hyphened = doc.lower[i - 1] === '-' && doc.gap[i] === 0 && doc.gap[i - 1] === 0;
  const cue = wordBefore(doc, i, hyphened ? 2 : 1);
  const said = doc.caseless && (STRONG.has(cue) || /^(?:in|from|to|until|of)$/.test(cue) || (doc.gap[i] ?? 0) >= LINE);
  if (tail && (written || said || word.length > 3 || /\d{4}|st|nd|rd|th/.test(tail[0]))) {
    const verb = VERBY.has(word) && !written && !STRONG.has(cue) && !WEAK.has(cue) && !/\d{4}/.test(tail[0]);
    if (!verb)
      return {
        start: spokenDayBefore(doc, i) ?? at,
        end: from + tail[0].length,
        category: 'date',
        why: 'date: month and day or year',
        rank: PATTERN,
      };
  }
  const spoken = spokenAfterMonth(doc, i);
  const before = spokenDayBefore(doc, i);
  if (
    (spoken > from || before !== undefined) &&
    (written || !VERBY.has(word) || before !== undefined || WEAK.has(cue) || STRONG.has(cue) || saysOrdinal(doc, i))
  ) {
    return { start: before ?? at, end: Math.max(spoken, from), category: 'date', why: 'date: spoken', rank: CONTEXT };
  }
  const cued = WEAK.has(cue) || STRONG.has(cue) || cue === '(' || cue === '/';
  const end = from;
  if (word.length <= 3 && word !== 'may')
    return written && cued && shape !== UPPER
      ? { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT }
      : undefined;
  if (VERBY.has(word)) {
    const sure = cued && cue !== 'and' && cue !== 'or' && cue !== 'to' && cue !== 'the' && (written || doc.caseless);
    return sure && !/^\s+(?:have|be|not|also|need|want)\b/.test(doc.text.slice(end, end + 8))
      ? { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT }
      : undefined;
  }
  if (DOUBTFUL.has(word) && !cued && !written) return undefined;
  if (doc.shape[i] === LOWER && !doc.caseless && !cued) return undefined;
  return { start: at, end, category: 'date', why: 'date: month', rank: CONTEXT };
}

/** "march twenty second": an ordinal among the next words. */
function saysOrdinal(doc: Tokens, i: number): boolean {
  return (
    ORDINAL_OF.has(doc.lower[i + 1] ?? '') ||
    (NUMBER_OF.has(doc.lower[i + 1] ?? '') && ORDINAL_OF.has(doc.lower[i + 2] ?? ''))
  );
}

export function weekdayAt(doc: Tokens, i: number, word: string): Found | undefined {
  const at = doc.start[i] ?? 0;
  const end = doc.end[i] ?? 0;
  const cue = wordBefore(doc, i, 1);
  const cued = WEAK.has(cue) || STRONG.has(cue);
  const shape = doc.shape[i];
  if (word.length <= 5 && word !== 'tues') {
    const dated = /^\.?,?\s{1,2}(?:\d{1,2}[/-]\d|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d)/.test(
      doc.text.slice(end, end + 16),
    );
    if (
      (shape === LOWER && !(doc.caseless && dated)) ||
      (shape === UPPER && !dated) ||
      !(dated || (cued && cue !== 'the' && cue !== 'to'))
    )
      return undefined;
    if (VERBY.has(word) && !dated && !(cue === 'on' || cue === 'last' || cue === 'next')) return undefined;
  } else if (shape === LOWER && !cued && !doc.caseless && wordAfter(doc, end) === 's') return undefined;
  const day = WEEKDAY_DAY.exec(doc.text.slice(end, end + 26))?.[0] ?? '';
  return { start: at, end: end + day.length, category: 'date', why: 'date: weekday', rank: CONTEXT };
}

/** "Tuesday the 8th", "Friday the thirteenth", where no month follows. */
const WEEKDAY_DAY =
  /^,?\s(?:the\s(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)-?\s?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)(?:th)?)|\d{1,2}(?:st|nd|rd|th))\b(?!\s(?:of\s)?(?:day|week|time|visit|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;

export function isWeekday(doc: Tokens, i: number): boolean {
  const word = doc.lower[i] === ',' ? doc.lower[i - 1] : doc.lower[i];
  return word !== undefined && WEEKDAY_OF.has(word);
}
