import type { Scrubbed, ScrubContext, ScrubSpan, ScrubText } from '../scrub.ts';
import { detect, type Resources } from './detect.ts';
import type { Found } from './found.ts';
import { indexOf, type KnownIndex } from './known/index.ts';
import { wordList } from './lexicon/load.ts';
import { tagger } from './names/tagger.ts';
import { replacementFor } from './surrogates/index.ts';

/**
 * Scrubs one text of a patient: finds what identifies and writes a tag or a surrogate in its place. Pure but for the word list
 * and the tagger, which are read once a process.
 */
export const scrubText: ScrubText = (text, context) =>
  scrubWith({ words: wordList(), tagger: tagger() }, text, context);

/** As {@link scrubText}, with a word list and tagger of the caller's. */
export function scrubWith(resources: Resources, text: string, context: ScrubContext): Scrubbed {
  if (text === '') return { text, spans: [] };
  const index = indexOf(context.known);
  const found = detect(text, index, context.options, resources);
  const spans = joined(found, text, context, index);
  let out = '';
  let at = 0;
  for (const span of spans) {
    out += text.slice(at, span.start) + span.replacement;
    at = span.end;
  }
  return { text: out + text.slice(at), spans };
}

const JOINS = /^(?:[ \t\u00a0]{0,2}|[-'’.]|\. |, ?)$/;
const JOINED = new Set(['name', 'address', 'place', 'organisation']);

/** Spans with what replaces them; neighbours of one category become one span. */
function joined(found: readonly Found[], text: string, context: ScrubContext, index: KnownIndex): ScrubSpan[] {
  const spans: ScrubSpan[] = [];
  const tags = context.options.style === 'tags';
  for (const span of found) {
    const replacement = replacementFor(span, text, context, index);
    const last = spans.at(-1);
    const between = last ? text.slice(last.end, span.start) : '\n';
    const joins =
      last !== undefined &&
      last.category === span.category &&
      JOINED.has(span.category) &&
      JOINS.test(between) &&
      !(span.category !== 'address' && between.startsWith(','));
    if (joins) {
      spans[spans.length - 1] = {
        ...last,
        end: span.end,
        replacement: tags ? last.replacement : last.replacement + between + replacement,
      };
    } else spans.push({ start: span.start, end: span.end, category: span.category, replacement, why: span.why });
  }
  return spans;
}
