import { table } from '../../table.ts';

/**
 * Frequencies as `phenotype.hpoa` writes them: a term of the Frequency branch, a ratio `12/45`, or a percentage `22%`.
 * Terms stand for the middle of the interval that their definition gives (HPO, Frequency branch HP:0040279).
 */
const TERMS: Readonly<Record<string, number>> = table({
  'HP:0040280': 1,
  'HP:0040281': 0.895,
  'HP:0040282': 0.545,
  'HP:0040283': 0.17,
  'HP:0040284': 0.025,
  'HP:0040285': 0,
});

/** How many of the patients that a publication describes have the finding. */
export interface Counted {
  readonly having: number;
  readonly of: number;
}

/** The counts of a ratio `12/45`; undefined for what is none, for 0/0 and for more than all. */
export function countedOf(text: string): Counted | undefined {
  const ratio = /^(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (!ratio) return undefined;
  const [having, of] = [Number(ratio[1]), Number(ratio[2])];
  return of === 0 || having > of ? undefined : { having, of };
}

/**
 * How sure a small study makes: k of n becomes (k + m/2) / (n + m) with m = 1, so that 1 of 1 is 0.75 and not certainty (Jeffreys
 * prior; the ratios of ten patients and more in release 2025-01-16 spread as Beta(0.43, 0.59), nearly that prior). 0 of n stays 0
 * when n is at least 3: looked for and not found.
 */
export function frequencyOfCounts({ having, of }: Counted): number {
  return having === 0 && of >= 3 ? 0 : (having + 0.5) / (of + 1);
}

/** The frequency of a written one, 0 to 1; undefined for text that is none of the three forms. */
export function frequencyOf(text: string): number | undefined {
  const known = TERMS[text];
  if (known !== undefined) return known;
  const counted = countedOf(text);
  if (counted) return frequencyOfCounts(counted);
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const value = percent ? Number(percent[1]) / 100 : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}
