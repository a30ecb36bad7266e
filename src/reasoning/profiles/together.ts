import type { HpoIndex } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { contributionsOf } from './explain.ts';
import { matchesOf } from './match.ts';
import { breadthLogOdds, breadthOf, countOf, isWhole, scoresOf, shareOf } from './score.ts';
import { type Weights, weightsOf } from './weights.ts';

/** Several diseases at once, and their log-odds together against chance. */
export interface DiseaseSet {
  readonly diseases: readonly number[];
  readonly logOdds: number;
}

/**
 * How much rarer two diseases at once are than one, beyond the priors of both: 5 in 100 people with a molecular diagnosis had two
 * or more (Posey et al., N Engl J Med 2017;376:21–31: 4.9 %; recalled, not looked up). The same again for a third.
 */
const ANOTHER = Math.log(0.05);
/** Bounds of the search: best single diseases, and best for what those leave unexplained. */
const SINGLES = 30;
const RESIDUAL_OF = 2;
const RESIDUALS = 15;
/** Pairs that are tried with a third. */
const PAIRS_EXTENDED = 20;

/** What one disease brings to a set: its log-odds by finding (before the share of each), and the rest of its sum. */
interface Part {
  readonly disease: number;
  readonly breadth: number;
  readonly byFinding: readonly number[];
  /** e to the power of each, less 1: what it adds to the odds of chance. */
  readonly oddsByFinding: readonly number[];
  readonly fixed: number;
}

/**
 * The likeliest sets of up to `most` diseases, best first, single ones among them. A finding is a noisy-OR of the set's members
 * and chance: its odds against chance add up. Single diseases are exact; pairs are searched among the best singles and the best
 * for what those leave unexplained, triples among the best pairs. `logPriors` are logarithms of shares that add up to 1.
 */
export function setsOf(
  index: HpoIndex,
  query: Query,
  scores: Float64Array,
  logPriors: Float64Array,
  ranked: Int32Array,
  most: 1 | 2 | 3,
  weights: Weights = weightsOf(index),
): DiseaseSet[] {
  const parts = candidatesOf(index, query, scores, ranked, weights).map((disease) =>
    partOf(index, query, disease, logPriors[disease] ?? 0, weights),
  );
  const together = (set: readonly Part[]): DiseaseSet => ({
    diseases: set.map(({ disease }) => disease).sort((a, b) => a - b),
    logOdds: logOddsTogether(query, set, weights),
  });
  const singles = parts.map((part) => together([part]));
  if (most === 1) return sorted(singles);
  const pairs = parts.flatMap((first, at) => parts.slice(at + 1).map((second) => together([first, second])));
  if (most === 2) return sorted([...singles, ...pairs]);
  const byDisease = new Map(parts.map((part) => [part.disease, part]));
  const triples = new Map<string, DiseaseSet>();
  for (const pair of sorted(pairs).slice(0, PAIRS_EXTENDED)) {
    const members = pair.diseases.flatMap((disease) => byDisease.get(disease) ?? []);
    for (const third of parts) {
      if (pair.diseases.includes(third.disease)) continue;
      const set = together([...members, third]);
      triples.set(set.diseases.join(), set);
    }
  }
  return sorted([...singles, ...pairs, ...triples.values()]);
}

const sorted = (sets: readonly DiseaseSet[]): DiseaseSet[] =>
  [...sets].sort((a, b) => b.logOdds - a.logOdds || a.diseases.length - b.diseases.length);

/**
 * Log-odds of a set: priors, what each member brings by itself, and for each finding the noisy-OR of all. Findings of one cause
 * depend on one another, those of two causes do not: each finding belongs to the member that tells it best, and counts by the
 * number of findings of that member and of those that nobody tells ({@link shareOf}). For one disease that is its score.
 */
export function logOddsTogether({ present }: Query, set: readonly Part[], weights: Weights): number {
  const groups = set.map(() => 0);
  let untold = 0;
  const told = present.map(({ certainty }, at) => {
    let [odds, most, owner] = [1, 0, -1];
    set.forEach(({ byFinding, oddsByFinding }, member) => {
      const worth = byFinding[at] ?? 0;
      odds += oddsByFinding[at] ?? 0;
      if (worth > most) [most, owner] = [worth, member];
    });
    if (owner < 0) untold += certainty;
    else groups[owner] = (groups[owner] ?? 0) + certainty;
    return { certainty, owner, worth: Math.log(Math.max(odds, 1e-3)) };
  });
  const count = (member: number): number => untold + (groups[member] ?? 0);
  const all = countOf(present);
  const own = set.reduce(
    (sum, { fixed, breadth }, member) => sum + fixed + breadthLogOdds(breadth, count(member), weights),
    ANOTHER * (set.length - 1),
  );
  return told.reduce(
    (sum, { certainty, owner, worth }) => sum + certainty * worth * shareOf(owner < 0 ? all : count(owner)),
    own,
  );
}

/** What a disease brings to any set it is part of; `logPrior` is the logarithm of its share among all diseases. */
export function partOf(
  index: HpoIndex,
  query: Query,
  disease: number,
  logPrior: number,
  weights: Weights = weightsOf(index),
): Part {
  const share = shareOf(countOf(query.present));
  const contributions = contributionsOf(index, query, disease, weights);
  const fixed = contributions.slice(query.present.length).reduce((sum, { logOdds }) => sum + logOdds, logPrior);
  const byFinding = query.present.map(({ certainty }, at) =>
    certainty === 0 ? 0 : (contributions[at]?.logOdds ?? 0) / (certainty * share),
  );
  const oddsByFinding = byFinding.map((worth) => Math.exp(worth) - 1);
  return { disease, breadth: breadthOf(index, disease), byFinding, oddsByFinding, fixed };
}

function candidatesOf(
  index: HpoIndex,
  query: Query,
  scores: Float64Array,
  ranked: Int32Array,
  weights: Weights,
): number[] {
  const singles = best(scores, ranked, SINGLES);
  const candidates = new Set(singles);
  for (const disease of singles.slice(0, RESIDUAL_OF)) {
    const left = untoldBy(index, query, disease);
    if (left.length === 0 || left.length === query.present.length) continue;
    const residual = scoresOf(index, { ...query, present: left }, weights);
    for (const other of best(residual, ranked, RESIDUALS)) candidates.add(other);
  }
  return [...candidates];
}

/** The present findings that a disease's profile does not tell, as they are or more specially. */
export function untoldBy(index: HpoIndex, { present, sex }: Query, disease: number): Query['present'] {
  return present.filter(({ term }) => !matchesOf(index, term, disease, sex).some(({ kind }) => isWhole(kind)));
}

/** The `count` best places, best first. */
export function best(scores: Float64Array, among: Int32Array, count: number): number[] {
  const kept: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const place of among) {
    const score = scores[place] ?? 0;
    if (kept.length >= count && score <= least) continue;
    let at = kept.length;
    while (at > 0 && (scores[kept[at - 1] ?? 0] ?? 0) < score) at--;
    kept.splice(at, 0, place);
    if (kept.length > count) kept.pop();
    least = scores[kept.at(-1) ?? 0] ?? least;
  }
  return kept;
}
