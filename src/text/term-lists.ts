import { isFiller } from './gaps.ts';
import { SITE } from './lexicon.ts';
import type { Match } from './match.ts';
import { type Tokens, WORD } from './tokens.ts';

const AND: ReadonlySet<string> = new Set(['and', 'or', '&', '/', '+', ',']);

/** What a term that reaches over a list leaves to shorter terms. */
export interface List {
  /** Words that each name a thing of their own. */
  readonly own: readonly (readonly number[])[];
  /** The term's first word is of another thing, and of this one only perhaps. */
  readonly perhaps: boolean;
}

/**
 * Where a term has words on both sides of an "and". "Headache and vomiting": each is a thing of its own beside what they are together.
 * "Bloody diarrhoea and vomiting": what the first word says of the first thing it may or may not say of the second. Undefined for other
 * terms; a place of the body is of both ("joint pain and swelling").
 */
export function listIn(tokens: Tokens, term: Match, found: readonly Match[]): List | undefined {
  const { at } = term;
  for (let index = 1; index < at.length; index++) {
    const gap = gapOf(tokens, at[index - 1] ?? 0, at[index] ?? 0);
    if (!gap.isList) continue;
    const [first, second] = [at.slice(0, index), at.slice(index)];
    const isNamed = (words: readonly number[]) =>
      found.some(({ layer, at: own }) => layer !== SITE && own.length <= words.length && covers(words, own));
    if (!isNamed(second)) continue;
    if (isNamed(first)) return { own: [first, second], perhaps: false };
    if (gap.hasThing && !found.some(({ layer, at: own }) => layer === SITE && covers(first, own)))
      return { own: [second], perhaps: true };
  }
  return undefined;
}

const covers = (words: readonly number[], others: readonly number[]): boolean =>
  others.every((word) => words.includes(word));

/** Ends of words that say how something is, and short ones that do. */
const ADJECTIVE =
  /(?:ed|en|y|ful|ish|ic|al|ous|ive|ing|less|ent|ant|ble|ar)$|^(?:red|sore|numb|weak|dry|hot|cold|stiff|thin|thick|pale|blue|raw)$/;

/** "Rash, peeling fingers": two things of a list, and no rash of the fingers; "swollen, painful knee" is one. */
export function isTwoItems(tokens: Tokens, { at, layer }: Match, found: readonly Match[]): boolean {
  const [first = 0, second = 0] = at;
  if (at.length !== 2 || layer === SITE || tokens.low[first + 1] !== ',' || second === first + 2) return false;
  if (tokens.kind[first] !== WORD || ADJECTIVE.test(tokens.low[first] ?? '')) return false;
  for (let word = first + 2; word < second; word++) if (isFiller(tokens, word)) return false;
  const isPlace = (word: number) => found.some((other) => other.layer === SITE && other.at.includes(word));
  return isPlace(second) && !isPlace(first);
}

/** Whether between two words of a term stands an "and", and before that another thing. */
function gapOf(tokens: Tokens, left: number, right: number): { readonly isList: boolean; readonly hasThing: boolean } {
  let hasThing = false;
  for (let at = left + 1; at < right; at++) {
    if (AND.has(tokens.low[at] ?? '')) return { isList: true, hasThing };
    if (tokens.kind[at] === WORD && !isFiller(tokens, at)) hasThing = true;
  }
  return { isList: false, hasThing };
}
