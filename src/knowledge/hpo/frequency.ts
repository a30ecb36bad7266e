/**
 * Frequencies as `phenotype.hpoa` writes them: a term of the Frequency branch, a ratio `12/45`, or a percentage `22%`.
 * Terms stand for the middle of the interval that their definition gives (HPO, Frequency branch HP:0040279).
 */
const TERMS: Readonly<Record<string, number>> = {
  'HP:0040280': 1,
  'HP:0040281': 0.895,
  'HP:0040282': 0.545,
  'HP:0040283': 0.17,
  'HP:0040284': 0.025,
  'HP:0040285': 0,
};

/**
 * How sure a small study makes: a ratio k of n becomes (k + m/2) / (n + m) with m = 1, so that 1 of 1 is 0.75 and not certainty
 * (Jeffreys prior). 0 of n stays 0 when n is at least 3: looked for and not found.
 */
export function frequencyOf(text: string): number | undefined {
  const known = TERMS[text];
  if (known !== undefined) return known;
  const ratio = /^(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (ratio) {
    const [k, n] = [Number(ratio[1]), Number(ratio[2])];
    if (n === 0 || k > n) return undefined;
    return k === 0 && n >= 3 ? 0 : (k + 0.5) / (n + 1);
  }
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const value = percent ? Number(percent[1]) / 100 : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}
