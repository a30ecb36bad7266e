import { NUMBER, type Tokens, WORD } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Without these there is no thing at all: "mass not palpable" says that there is none. */
const BEING = words(
  'palpable visible detectable audible demonstrable evident apparent appreciable felt seen heard found noted present detected identified demonstrated appreciated elicited reported enlarged',
);
const NOT = words("not no non isn't aren't wasn't weren't without nil never nor neither");

/** The words of the tokens [from, to) that "non" denies: "non-bloody diarrhoea" has "bloody", "non-ST-elevation MI" has "ST" and "elevation". */
export function deniedByNon(tokens: Tokens, from: number, to: number): ReadonlySet<number> | undefined {
  let denied: Set<number> | undefined;
  for (let at = from; at < to; at++) {
    if (tokens.low[at] !== 'non') continue;
    denied ??= new Set();
    for (let word = at + 1; word < endOfNon(tokens, at + 1, to); word++) denied.add(word);
  }
  return denied;
}

/** After the word or the hyphenated words that "non" before the token `from` denies: an attribute, and not what has it. */
export function endOfNon(tokens: Tokens, from: number, to: number): number {
  let at = isHyphen(tokens, from) ? from + 1 : from;
  if (at >= to || (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER)) return from;
  at++;
  while (at + 1 < to && isHyphen(tokens, at)) at += 2;
  return at;
}

/** A hyphen right between two words. */
const isHyphen = (tokens: Tokens, at: number): boolean =>
  tokens.low[at] === '-' && tokens.start[at] === tokens.end[at - 1] && tokens.end[at] === tokens.start[at + 1];

/**
 * Of the words of a term with a negation between them, those after it: "cough is not productive" denies "productive" of a cough that is
 * there. Undefined where what is denied is that there is any.
 */
export function deniedAfterNot(tokens: Tokens, words: readonly number[]): readonly number[] | undefined {
  const [first = 0] = words;
  const last = words.at(-1) ?? first;
  let at = first + 1;
  while (at < last && !NOT.has(tokens.low[at] ?? '')) at++;
  const denied = words.filter((word) => word > at);
  return denied.some((word) => BEING.has(tokens.low[word] ?? '')) ? undefined : denied;
}
