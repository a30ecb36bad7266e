import type { PhenotypeCase } from '../../findings/index.ts';
import type { HpoIndex } from '../../knowledge/index.ts';
import { type CaseIssue, type Query, queryOf, type ToHpo } from './case.ts';
import { type Explanation, explain } from './explain.ts';
import { logSum, type Posterior, posteriorOf } from './posterior.ts';
import { breadthLogOdds, breadthOf, countOf, priorLogOdds, scoresOf } from './score.ts';
import { best, type DiseaseSet, setsOf, untoldBy } from './together.ts';
import { weightsOf } from './weights.ts';

export interface RankOptions {
  /** How many diseases are returned; 10. */
  readonly top?: number;
  /** Prefixes of the sources whose diseases are ranked, `OMIM`; all when absent. */
  readonly sources?: readonly string[];
  /**
   * Up to how many diseases at once are considered. When absent, two where the likeliest one leaves much untold (see
   * {@link LEAVES_MUCH}), else one.
   */
  readonly together?: 1 | 2 | 3;
  /** The caller's own prior probabilities by disease id; the rest share what they leave. */
  readonly priors?: ReadonlyMap<string, number>;
  /** The share of such people whose disease no source describes, 0 to 1. */
  readonly undescribed?: number;
  readonly toHpo?: ToHpo;
}

/** A disease with its probability and the reasons. */
export interface RankedDisease extends Explanation {
  readonly id: string;
  readonly name: string;
  readonly posterior: number;
  /** The other source's entry for the same disease or its family. */
  readonly counterpart?: { readonly id: string; readonly name: string; readonly kind: 'same' | 'family' };
}

/** All that one case gives. */
export interface Ranking {
  readonly id: string;
  readonly query: Query;
  readonly ranked: readonly RankedDisease[];
  readonly posterior: Posterior;
  /** Sets of diseases, best first, with their probability; empty when only single ones were asked for. */
  readonly sets: readonly { readonly diseases: readonly string[]; readonly posterior: number }[];
  readonly issues: readonly CaseIssue[];
}

/** How many sets are returned. */
const SETS = 5;

/** Ranks the diseases of an index for one case. Ties keep the order of the index. */
export function rank(index: HpoIndex, given: PhenotypeCase, options: RankOptions = {}): Ranking {
  const query = queryOf(index, given, options.toHpo);
  const ranked = rankedPlaces(index, options.sources);
  const { scores, priors } = scored(index, query, ranked, options.priors);
  const posterior = posteriorOf(index, query, scores, priors, ranked, options.undescribed);
  const { top = 10 } = options;
  const together = options.together ?? (leavesMuch(index, query, scores, ranked) ? 2 : 1);
  const sets = together === 1 ? [] : joined(index, query, scores, priors, ranked, together, posterior);
  return {
    id: given.id,
    query,
    ranked: best(posterior.diseases, ranked, top).map((disease) => ({
      ...entryOf(index, disease),
      posterior: posterior.diseases[disease] ?? 0,
      ...shifted(explain(index, query, disease), (scores[disease] ?? 0) - logSum(priors, ranked)),
    })),
    posterior,
    sets: sets.slice(0, SETS),
    issues: query.issues,
  };
}

/** Two diseases are considered by themselves from this many findings on, when the likeliest one leaves this many untold. */
const LEAVES_MUCH = { present: 6, untold: 2 } as const;

function leavesMuch(index: HpoIndex, query: Query, scores: Float64Array, ranked: Int32Array): boolean {
  const [first] = best(scores, ranked, 1);
  if (first === undefined || query.present.length < LEAVES_MUCH.present) return false;
  return untoldBy(index, query, first).length >= LEAVES_MUCH.untold;
}

/** Scores and priors of all diseases, with the caller's priors put in. */
function scored(
  index: HpoIndex,
  query: Query,
  ranked: Int32Array,
  own: ReadonlyMap<string, number> | undefined,
): { scores: Float64Array; priors: Float64Array } {
  const scores = scoresOf(index, query);
  const findings = countOf(query.present);
  const priors = Float64Array.from(scores, (_, disease) => priorLogOdds(index, disease, findings));
  if (!own || own.size === 0) return { scores, priors };
  const total = logSum(priors, ranked);
  const given = [...ranked].flatMap((disease) => {
    const probability = own.get(index.diseases[disease]?.id ?? '');
    return probability === undefined ? [] : [{ disease, probability: Math.min(1, Math.max(1e-9, probability)) }];
  });
  const sum = given.reduce((all, each) => all + each.probability, 0);
  const others = ranked.filter((disease) => !given.some((each) => each.disease === disease));
  const left = Math.log(Math.max(1e-9, 1 - sum)) - (logSum(priors, others) - total);
  const shares = new Map(given.map(({ disease, probability }) => [disease, Math.log(probability)]));
  for (const disease of ranked) {
    const before = priors[disease] ?? 0;
    const after = (shares.get(disease) ?? before - total + left) + total;
    priors[disease] = after;
    scores[disease] = (scores[disease] ?? 0) + after - before;
  }
  return { scores, priors };
}

/** The probabilities of single diseases become those of being in the likely sets; returns the sets. */
function joined(
  index: HpoIndex,
  query: Query,
  scores: Float64Array,
  priors: Float64Array,
  ranked: Int32Array,
  most: 2 | 3,
  { diseases, none }: Posterior,
): { diseases: string[]; posterior: number }[] {
  const findings = countOf(query.present);
  const total = logSum(priors, ranked);
  const weights = weightsOf(index);
  const alone = Float64Array.from(priors, (prior, disease) => {
    return prior - breadthLogOdds(breadthOf(index, disease), findings, weights) - total;
  });
  const sets = setsOf(index, query, scores, alone, ranked, most);
  const searched = new Set(sets.filter((set) => set.diseases.length === 1).map((set) => set.diseases[0]));
  const rest = Float64Array.from(
    [...ranked].filter((disease) => !searched.has(disease)),
    (disease) => (scores[disease] ?? 0) - total,
  );
  const all = Float64Array.from([...sets.map(({ logOdds }) => logOdds), ...rest]);
  const sum = logSum(all, Int32Array.from(all.keys()));
  for (const disease of ranked) diseases[disease] = Math.exp((scores[disease] ?? 0) - total - sum) * (1 - none);
  for (const { diseases: members, logOdds } of sets) {
    if (members.length === 1) continue;
    for (const member of members) diseases[member] = (diseases[member] ?? 0) + Math.exp(logOdds - sum) * (1 - none);
  }
  return sets.map((set: DiseaseSet) => ({
    diseases: set.diseases.map((disease) => index.diseases[disease]?.id ?? ''),
    posterior: Math.exp(set.logOdds - sum) * (1 - none),
  }));
}

/** The diseases that are ranked: of the sources asked for, without those that their counterparts stand for. */
export function rankedPlaces(index: HpoIndex, sources: readonly string[] | undefined): Int32Array {
  const wanted = new Set(sources?.map((source) => source.toUpperCase()));
  const places: number[] = [];
  index.diseases.forEach(({ id }, place) => {
    const source = id.slice(0, id.indexOf(':')).toUpperCase();
    const covered = index.traits.represented[place] === 1 && (sources === undefined || wanted.has('OMIM'));
    if ((sources === undefined || wanted.has(source)) && !covered) places.push(place);
  });
  return Int32Array.from(places);
}

const KINDS = ['same', 'same', 'family'] as const;

function entryOf(index: HpoIndex, disease: number): Pick<RankedDisease, 'id' | 'name' | 'counterpart'> {
  const { id = '', name = '' } = index.diseases[disease] ?? {};
  const other = index.diseases[index.traits.counterpart[disease] ?? -1];
  if (!other) return { id, name };
  const kind = KINDS[index.traits.counterpartKind[disease] ?? 0] ?? 'same';
  return { id, name, counterpart: { ...other, kind } };
}

/** Puts the prior on the scale on which those of all ranked diseases add up to 1, so that prior and contributions give `logOdds`. */
function shifted(explanation: Explanation, logOdds: number): Explanation {
  const told = explanation.logOdds - explanation.prior;
  return { ...explanation, prior: logOdds - told, logOdds };
}
