/** Words that belong to a date though they give none: "last Tuesday", "mid-May", "the summer of 2018", "the third of May". */
import type { Found } from '../found.ts';
import { setOf } from '../sets.ts';
import { LINE, NUMBER, type Tokens } from '../tokens.ts';

const LEADS = setOf('last next this past coming early mid late');
/** What begins with "the": the others keep the article of their noun ("the May visit"). */
const WITH_ARTICLE = new Set(['date: season', 'date: spoken', 'date: day of a month']);

/** The span of a date at token `i`, from the first of the words that lead to it; not over `floor`, where the date before ends. */
export function withLead(doc: Tokens, i: number, span: Found, floor: number): Found {
  let j = i;
  while (j > 0 && (doc.start[j] ?? 0) > span.start) j -= 1;
  if (doc.kind[j] === NUMBER && span.why !== 'date: year' && span.why !== 'date: day of a month') return span;
  let start = span.start;
  for (let steps = 0; steps < 2 && (doc.gap[j] ?? 0) < LINE; steps += 1) {
    const hyphen = doc.lower[j - 1] === '-' && doc.gap[j] === 0;
    const word = doc.lower[j - (hyphen ? 2 : 1)] ?? '';
    if (!LEADS.has(word) || (hyphen && doc.gap[j - 1] !== 0)) break;
    j -= hyphen ? 2 : 1;
    if ((doc.start[j] ?? 0) < floor) break;
    start = doc.start[j] ?? start;
  }
  const article =
    doc.lower[j - 1] === 'the' &&
    (doc.gap[j] ?? 0) < LINE &&
    (WITH_ARTICLE.has(span.why) || /\sof\s/i.test(doc.text.slice(span.start, span.end)));
  if (article && (doc.start[j - 1] ?? 0) >= floor) start = doc.start[j - 1] ?? start;
  const part = PART.exec(doc.text.slice(Math.max(floor, start - 36), start))?.[0] ?? '';
  start -= part.length;
  return start === span.start ? span : { ...span, start };
}

/** "the second quarter of 2008", "the first week of May". */
const PART =
  /(?<![\p{L}\d])(?:the\s)?(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:quarter|half|week|weekend|part|days?|trimester)|(?:very\s)?(?:end|start|beginning|middle|close|eve|latter\spart))\s(?:of|in)\s$/iu;

/** The leading words of a date's text, with what parts them from the rest; empty where there are none. */
export const leadOf = (text: string): string =>
  /^(?:(?:the|last|next|this|past|coming|early|mid|late|(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)\s(?:quarter|half|week|weekend|part|days?|trimester)|(?:very\s)?(?:end|start|beginning|middle|close|eve|latter\spart))\s(?:of|in))[\s-]+)+/i.exec(
    text,
  )?.[0] ?? '';
