import { NUMBER, type Tokens } from './tokens.ts';

/**
 * What speaks for one meaning of an abbreviation. In `before` and `after` `#` is a number; words are in lower case, and `near`
 * words stand anywhere in the sentence.
 */
export interface SenseCues {
  readonly before?: ReadonlySet<string>;
  readonly after?: ReadonlySet<string>;
  readonly near?: ReadonlySet<string>;
  readonly sections?: ReadonlySet<string>;
}

export interface AbbreviationSense extends SenseCues {
  /** Id of the concept that is meant; none: something that is no concept of the lexicon ("PE tubes", "CP angle"). */
  readonly means?: string;
}

/** Meanings of one abbreviation (or word) beside its usual one. */
export interface Senses {
  /** What speaks for the usual meaning: any concept that has the abbreviation as a term and is no other sense. */
  readonly usual?: SenseCues;
  readonly others: readonly AbbreviationSense[];
}

/** By the abbreviation in lower case. */
export type AbbreviationSenses = ReadonlyMap<string, Senses>;

/** A neighbour decides; a section weighs more than a word in the sentence; two such words outweigh the section. */
const BESIDE = 4;
const SECTION = 2;
const NEAR = 1.5;
const MOST_NEAR = 3;
/** What the usual meaning has before anything is said for it: one near word for another meaning is enough. */
const USUAL = 1;

/**
 * The meaning of the token `at` in the sentence [from, to): `usual`, or one of the other senses. The sense for which most
 * speaks wins, and of equals the usual one.
 */
export function senseOf(
  tokens: Tokens,
  at: number,
  from: number,
  to: number,
  section: string | undefined,
  { usual, others }: Senses,
): 'usual' | AbbreviationSense {
  let best: 'usual' | AbbreviationSense = 'usual';
  let most = USUAL + (usual ? weightOf(tokens, at, from, to, section, usual) : 0);
  for (const sense of others) {
    const weight = weightOf(tokens, at, from, to, section, sense);
    if (weight > most) {
      most = weight;
      best = sense;
    }
  }
  return best;
}

function weightOf(
  tokens: Tokens,
  at: number,
  from: number,
  to: number,
  section: string | undefined,
  { before, after, near, sections }: SenseCues,
): number {
  let weight = 0;
  if (before && at > 0 && before.has(tokens.kind[at - 1] === NUMBER ? '#' : (tokens.low[at - 1] ?? '')))
    weight += BESIDE;
  if (after && at + 1 < tokens.size && after.has(tokens.kind[at + 1] === NUMBER ? '#' : (tokens.low[at + 1] ?? '')))
    weight += BESIDE;
  if (section !== undefined && sections?.has(section)) weight += SECTION;
  if (near) {
    let met = 0;
    for (let other = from; other < to && met < MOST_NEAR; other++) {
      if (other !== at && near.has(tokens.low[other] ?? '')) met++;
    }
    weight += met * NEAR;
  }
  return weight;
}

/** Of the concepts that have an abbreviation as their term, those that the sense means. Concepts are `kind:id`. */
export function meantOf(
  concepts: readonly string[],
  sense: 'usual' | AbbreviationSense,
  { others }: Senses,
): readonly string[] {
  if (sense !== 'usual') return concepts.filter((concept) => idOf(concept) === sense.means);
  return concepts.filter((concept) => !others.some(({ means }) => means === idOf(concept)));
}

const idOf = (concept: string): string => concept.slice(concept.indexOf(':') + 1);
