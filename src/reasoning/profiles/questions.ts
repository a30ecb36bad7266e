import { type HpoIndex, rowOf, termId } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { frequencyOfCode, type MatchKind, visitMatches } from './match.ts';
import { countOf, isWhole, shareOf, worthOf, worthOfAbsence } from './score.ts';
import { best } from './together.ts';
import { weightsOf } from './weights.ts';

/** A question whose answer would tell the likely diseases apart. */
export interface Question {
  readonly finding: string;
  readonly name: string;
  readonly kind: 'history' | 'examination' | 'laboratory' | 'imaging' | 'procedure';
  /** Expected information over all diseases, in bits. */
  readonly information: number;
  /** As for tests of the shelf: 0 free … 5 most costly, 0 none … 5 surgery. */
  readonly cost: number;
  readonly burden: number;
  /** `information` over cost and burden: the order. */
  readonly value: number;
  /** Probability that the answer is yes. */
  readonly yes: number;
}

/** The likeliest diseases whose profiles are asked about, and how many of their findings are weighed. */
const ASKED_ABOUT = 25;
const MOST_WEIGHED = 400;
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

export interface QuestionOptions {
  /** How many are returned; 5. */
  readonly count?: number;
  /** Places of terms to choose from, when not all can be asked. */
  readonly among?: readonly number[];
  /** Cost and burden do not count, only information. */
  readonly free?: boolean;
}

/**
 * The questions worth asking next, best first: expected information over cost and burden. Information is how far the answer would
 * move the probabilities of all diseases (Kullback–Leibler divergence, in bits), by the model's own update: a yes by how each
 * profile meets the finding, a no by the frequencies that are stated. Only findings of which the case says nothing are asked for: not what
 * lies above a present one, nor what lies below an absent one.
 */
export function questionsOf(
  index: HpoIndex,
  query: Query,
  posterior: Float64Array,
  ranked: Int32Array,
  { count = 5, among, free = false }: QuestionOptions = {},
): Question[] {
  const told = new Set(query.present.map(({ term }) => term));
  const absent = new Set(query.absent.map(({ term }) => term));
  for (const { term } of query.present) for (const above of rowOf(index.ancestors, term)) told.add(above);
  const shares = new Float64Array(posterior.length);
  const total = ranked.reduce((sum, disease) => sum + (posterior[disease] ?? 0), 0);
  for (const disease of ranked) shares[disease] = (posterior[disease] ?? 0) / Math.max(total, Number.MIN_VALUE);
  const stamp = new Int32Array(posterior.length).fill(-1);
  return (among ?? weighedOf(index, shares, ranked))
    .filter((term) => !told.has(term) && !rowOf(index.ancestors, term).some((above) => absent.has(above)))
    .map((term, mark) => questionOf(index, query, term, shares, stamp, mark))
    .sort((a, b) => (free ? b.information - a.information : b.value - a.value) || (a.finding < b.finding ? -1 : 1))
    .slice(0, count);
}

/** The findings of the likeliest profiles, those that the most probability rests on first. */
function weighedOf(index: HpoIndex, shares: Float64Array, ranked: Int32Array): number[] {
  const weights = new Map<number, number>();
  for (const disease of best(shares, ranked, ASKED_ABOUT)) {
    for (const term of rowOf(index.annotated, disease))
      weights.set(term, (weights.get(term) ?? 0) + (shares[disease] ?? 0));
  }
  const order = [...weights].sort(([a, x], [b, y]) => y - x || a - b);
  return order.slice(0, MOST_WEIGHED).map(([term]) => term);
}

function questionOf(
  index: HpoIndex,
  query: Query,
  term: number,
  shares: Float64Array,
  stamp: Int32Array,
  mark: number,
): Question {
  const weights = weightsOf(index);
  const ifYes = new Update();
  const ifNo = new Update();
  const [yesShare, noShare] = [shareOf(countOf(query.present) + 1), shareOf(countOf(query.absent) + 1)];
  const chance = Math.min(0.9, BY_CHANCE * Math.exp(-(index.information[term] ?? 0)));
  let yes = chance;
  visitMatches(index, term, query.sex, stamp, mark, (disease, kind, information, code) => {
    const share = shares[disease] ?? 0;
    if (share === 0 || kind === 'never') return;
    const frequency = frequencyOfCode(code);
    yes += share * (Math.min(0.98, Math.max(chance, frequency ?? SHOWS[kind])) - chance);
    const match = { kind, information, ...(frequency === undefined ? {} : { frequency }) };
    ifYes.add(share, yesShare * worthOf(match, weights));
    if (frequency !== undefined && isWhole(kind)) ifNo.add(share, noShare * worthOfAbsence(frequency, true, weights));
  });
  const information = yes * ifYes.bits() + (1 - yes) * ifNo.bits();
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

/** How far new log-odds of some diseases move the probabilities of all: those not added keep theirs but for the common scale. */
class Update {
  #untouched = 1;
  #mass = 0;
  #weighted = 0;

  add(share: number, logOdds: number): void {
    const mass = share * Math.exp(logOdds);
    this.#untouched -= share;
    this.#mass += mass;
    this.#weighted += mass * logOdds;
  }

  /** Kullback–Leibler divergence of the probabilities after from those before, in bits. */
  bits(): number {
    const total = Math.max(0, this.#untouched) + this.#mass;
    return total <= 0 ? 0 : Math.max(0, (this.#weighted / total - Math.log(total)) / Math.LN2);
  }
}

function wayOf(index: HpoIndex, term: number): Pick<Question, 'kind' | 'cost' | 'burden'> {
  const above = new Set([...rowOf(index.ancestors, term)].map((place) => termId(index.termIds, place)));
  return WAYS.find(([branches]) => branches.some((branch) => above.has(branch)))?.[1] ?? EXAMINATION;
}
