import { type HpoIndex, rowOf, termId } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { type MatchKind, matchesOf } from './match.ts';
import { best } from './together.ts';

/** A question whose answer would tell the likely diseases apart. */
export interface Question {
  readonly finding: string;
  readonly name: string;
  readonly kind: 'history' | 'examination' | 'laboratory' | 'imaging';
  /** Expected information over the likely diseases, in bits. */
  readonly information: number;
  /** As for tests of the shelf: 0 free … 5 most costly, 0 none … 5 surgery. */
  readonly cost: number;
  readonly burden: number;
  /** `information` over cost and burden: the order. */
  readonly value: number;
  /** Probability that the answer is yes. */
  readonly yes: number;
}

/** Diseases over which information is counted, and those whose profiles are asked about. */
const LIKELY = 60;
const ASKED_ABOUT = 25;
/** Chance that a disease shows a finding, by how its profile tells it, where no frequency is known. Estimates. */
const SHOWS: Readonly<Record<MatchKind, number>> = {
  exact: 0.45,
  general: 0.45,
  special: 0.2,
  kindred: 0.08,
  never: 0.01,
};
/** Chance of a finding that the profile does not tell, as a multiple of the share of diseases that have it. Estimate. */
const BY_CHANCE = 0.3;

/**
 * What a finding is learnt by, from the HPO branch it lies in: the first branch that it is under. Cost and burden are orders of
 * magnitude as in `knowledge/tests`. Estimates.
 */
const WAYS: readonly (readonly [branches: readonly string[], Pick<Question, 'kind' | 'cost' | 'burden'>])[] = [
  // Constitutional symptoms, prenatal life and birth, function of the nervous system, voice, abdominal symptoms, infections.
  [
    ['HP:0025142', 'HP:0001197', 'HP:0012638', 'HP:0001608', 'HP:0011458', 'HP:0002719'],
    { kind: 'history', cost: 0, burden: 0 },
  ],
  // Blood, metabolism, proteins, immune system, cells.
  [['HP:0001871', 'HP:0001939', 'HP:0010876', 'HP:0002715', 'HP:0025354'], { kind: 'laboratory', cost: 1, burden: 1 }],
  // Head and neck, skin and hair, limbs.
  [['HP:0000152', 'HP:0001574', 'HP:0040064'], { kind: 'examination', cost: 0, burden: 0 }],
  // Structure of the nervous system, heart and vessels, kidney, gut, lung, skeleton.
  [
    ['HP:0012639', 'HP:0030680', 'HP:0012210', 'HP:0012718', 'HP:0012252', 'HP:0011842'],
    { kind: 'imaging', cost: 3, burden: 1 },
  ],
];
const EXAMINATION = { kind: 'examination', cost: 0, burden: 0 } as const;

/**
 * The questions worth asking next, best first: expected information over the likely diseases, over cost and burden. Only findings
 * of which the case says nothing are asked for. `among`: places of terms to choose from, when not all can be asked; `free`: cost
 * and burden do not count, only information.
 */
export function questionsOf(
  index: HpoIndex,
  query: Query,
  posterior: Float64Array,
  ranked: Int32Array,
  { count = 5, among, free = false }: { count?: number; among?: readonly number[]; free?: boolean } = {},
): Question[] {
  const likely = best(posterior, ranked, LIKELY);
  const total = likely.reduce((sum, disease) => sum + (posterior[disease] ?? 0), 0);
  const shares = likely.map((disease) => (posterior[disease] ?? 0) / Math.max(total, Number.MIN_VALUE));
  const told = new Set([...query.present, ...query.absent].map(({ term }) => term));
  for (const { term } of query.present) for (const above of rowOf(index.ancestors, term)) told.add(above);
  const terms = among ?? [
    ...new Set(likely.slice(0, ASKED_ABOUT).flatMap((disease) => [...rowOf(index.annotated, disease)])),
  ];
  return terms
    .filter((term) => !told.has(term))
    .map((term) => questionOf(index, query, term, likely, shares))
    .sort((a, b) => (free ? b.information - a.information : b.value - a.value) || (a.finding < b.finding ? -1 : 1))
    .slice(0, count);
}

function questionOf(
  index: HpoIndex,
  query: Query,
  term: number,
  likely: readonly number[],
  shares: readonly number[],
): Question {
  const chance = BY_CHANCE * Math.exp(-(index.information[term] ?? 0));
  let [yes, within] = [0, 0];
  likely.forEach((disease, at) => {
    const shown = chanceOf(index, term, disease, query.sex, chance);
    yes += (shares[at] ?? 0) * shown;
    within += (shares[at] ?? 0) * entropy(shown);
  });
  const information = Math.max(0, entropy(yes) - within);
  const way = wayOf(index, term);
  return {
    finding: termId(index.termIds, term),
    name: index.termNames[term] ?? '',
    ...way,
    information,
    value: information / (1 + way.cost + way.burden ** 1.5),
    yes,
  };
}

/** The chance that a person with the disease shows the finding. */
function chanceOf(index: HpoIndex, term: number, disease: number, sex: Query['sex'], chance: number): number {
  const [match] = matchesOf(index, term, disease, sex);
  if (!match) return Math.min(0.9, chance);
  return Math.min(0.98, Math.max(chance, match.frequency ?? SHOWS[match.kind]));
}

function wayOf(index: HpoIndex, term: number): Pick<Question, 'kind' | 'cost' | 'burden'> {
  const above = new Set([...rowOf(index.ancestors, term)].map((place) => termId(index.termIds, place)));
  return WAYS.find(([branches]) => branches.some((branch) => above.has(branch)))?.[1] ?? EXAMINATION;
}

/** Entropy of a yes-or-no of probability p, in bits. */
const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));
