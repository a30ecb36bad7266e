/** Streets, cities, postal codes, hospitals and other bodies, by their form and the words around them. */
import type { Found } from '../found.ts';
import type { WordList } from '../lexicon/load.ts';
import { NUMBER, type Tokens, WORD } from '../tokens.ts';
import { ADDRESS, BODY, STREET } from '../vocabulary.ts';
import { bodyAt } from './bodies.ts';
import { cityAt, countyAt, zipAt } from './cities.ts';
import { foreignStreetAt, unitAt } from './foreign.ts';
import { boxAt, streetAt } from './streets.ts';
import { tailOf } from './tail.ts';
import { BODIES } from './words.ts';

export interface PlaceOptions {
  readonly words: WordList;
}

export function placesIn(doc: Tokens, { words }: PlaceOptions): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < doc.length; i += 1) {
    if (doc.kind[i] === NUMBER) {
      const box = boxAt(doc, i);
      if (box) found.push(box, ...tailOf(doc, box.end));
      continue;
    }
    if (doc.kind[i] !== WORD) continue;
    const lower = doc.lower[i] ?? '';
    const flags = doc.flags[i] ?? 0;
    if ((flags & STREET) !== 0) {
      const street = streetAt(doc, i);
      if (street) {
        found.push(street, ...tailOf(doc, street.end));
      }
    }
    if ((flags & BODY) !== 0) {
      const body = bodyAt(doc, i, BODIES.has(lower));
      if (body) found.push(body);
    }
    if ((flags & ADDRESS) !== 0) {
      const foreign = foreignStreetAt(doc, i) ?? unitAt(doc, i);
      if (foreign) found.push(foreign, ...tailOf(doc, foreign.end));
      const county = countyAt(doc, i);
      if (county) found.push(county);
    }
    const city = cityAt(doc, i, words);
    if (city) found.push(city);
    const zip = zipAt(doc, i, words);
    if (zip) found.push(...zip);
  }
  return found;
}
