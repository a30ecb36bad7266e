/** All detectors over one text: what the record knows, patterns, context, the tagger. */
import type { ScrubOptions } from '../scrub.ts';
import { agesIn } from './ages.ts';
import { datesIn } from './dates/find.ts';
import { employersIn } from './employers.ts';
import { type Found, resolved } from './found.ts';
import { knownIn } from './known/find.ts';
import type { KnownIndex } from './known/index.ts';
import type { WordList } from './lexicon/load.ts';
import { withoutSoftBreaks } from './lines.ts';
import { maskMarkup } from './mask.ts';
import { namesIn } from './names/find.ts';
import type { Tagger } from './names/tagger.ts';
import { numbersIn } from './numbers/find.ts';
import { occupationsIn } from './occupations.ts';
import { placesIn } from './places/find.ts';
import { otherScriptsIn } from './scripts.ts';
import { TAG } from './surrogates/index.ts';
import { tokensOf } from './tokens.ts';
import { withWards } from './wards.ts';

/** The lists and weights that detection needs. */
export interface Resources {
  readonly words: WordList;
  readonly tagger: Tagger;
}

/** Spans of what identifies, in order, without overlap. Linear in the text. */
export function detect(text: string, index: KnownIndex, options: ScrubOptions, { words, tagger }: Resources): Found[] {
  const masked = withoutSoftBreaks(withoutTags(maskMarkup(text)));
  const doc = tokensOf(masked, words);
  const solid = [...datesIn(doc, options), ...numbersIn(doc), ...agesIn(doc)];
  const skip = new Uint8Array(masked.length + 1);
  for (const { start, end } of solid) skip.fill(1, start, end);
  const found = [
    ...knownIn(doc, index),
    ...solid,
    ...placesIn(doc, { words }),
    ...employersIn(doc),
    ...otherScriptsIn(doc),
    ...namesIn(doc, tagger, skip),
    ...(options.occupations ? occupationsIn(masked) : []),
  ];
  return resolved(withWards(found, doc), masked);
}

/** Tags of an earlier scrubbing are no text: one mark each. */
function withoutTags(text: string): string {
  return text.includes('[') ? text.replace(TAG, (tag) => `\u25a1${' '.repeat(tag.length - 1)}`) : text;
}
