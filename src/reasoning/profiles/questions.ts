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
/** Terms that only a picture shows, whatever branch they lie in. */
const ON_IMAGING =
  /epiphys|metaphys|ossif|synostosis|radiograph|\bbone (age|density)|mineral density|\b(mri|ct|echocardio\w*|ultrasound|imaging)\b|white matter/i;
const IMAGING = { kind: 'imaging', cost: 3, burden: 1 } as const;
const EXAMINATION = { kind: 'examination', cost: 0, burden: 0 } as const;

export interface QuestionOptions {
  /** How many are returned; 5. */
  readonly count?: number;
  /**
   * Places of terms to choose from, where only these can be answered: a form, what a record holds. That such a list has a finding
   * says that somebody looked for it, so the order is another: see {@link listedWorth}.
   */
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
  const shares = new Float64Array(posterior.length);
  const total = ranked.reduce((sum, disease) => sum + (posterior[disease] ?? 0), 0);
  for (const disease of ranked) shares[disease] = (posterior[disease] ?? 0) / Math.max(total, Number.MIN_VALUE);
  const stamp = new Int32Array(posterior.length).fill(-1);
  const questions = openOf(index, query, among ?? weighedOf(index, shares, ranked))
    .map((term, mark) => {
      const question = questionOf(index, query, term, shares, stamp, mark);
      const worth = among ? listedWorth(index, query, term, question) : question.information;
      return { term, question, order: free ? worth : worth / effortOf(question) };
    })
    .sort((a, b) => b.order - a.order || (a.question.finding < b.question.finding ? -1 : 1));
  return varied(index, questions, count).map(({ question: { bitsOfYes: _, ...question } }) => question);
}

/** Of findings so near to each other, the best one stands in front, the others behind all else: one answer mostly tells them all. */
const NEAR = 0.75;

/** The `count` best in their order, those that are near to a better one last. */
function varied<Each extends { readonly term: number }>(index: HpoIndex, best: readonly Each[], count: number): Each[] {
  const [front, behind]: [Each[], Each[]] = [[], []];
  for (const each of best) {
    if (front.length >= count) break;
    const own = index.information[each.term] ?? 0;
    const isNear = front.some(({ term }) => {
      return sharedInformation(index, each.term, term) >= NEAR * Math.max(own, index.information[term] ?? 0);
    });
    (isNear ? behind : front).push(each);
  }
  return [...front, ...behind].slice(0, count);
}

/** Information content, in nats, of the nearest term that two lie below; 0 where there is none. */
function sharedInformation({ ancestors, information }: HpoIndex, one: number, other: number): number {
  const others = new Set(rowOf(ancestors, other));
  const common = rowOf(ancestors, one).find((each) => others.has(each));
  return common === undefined ? 0 : (information[common] ?? 0);
}

/**
 * What a finding of a given list is worth asking. On a list, a finding is about as likely to be there as not, whatever the
 * likeliest diseases say: its chance has a floor. The rarer it is among diseases, the more its presence says for whichever disease has
 * it, also for one that has next to no probability yet; the information counted under the present probabilities misses that.
 * And what is akin to a finding that was looked for and not found is less likely to be there. The form and its figures were chosen on
 * published cases, one half of their diseases beside the other: docs/decisions/2026-11-29-the-next-question.md.
 */
function listedWorth(index: HpoIndex, { absent }: Query, term: number, { bitsOfYes, yes }: Weighed): number {
  const kinship = absent.reduce((most, other) => Math.max(most, sharedInformation(index, term, other.term)), 0);
  const { floor, leastBits, rarity, kinToAbsent } = LISTED;
  const tilt = rarity * (index.information[term] ?? 0) - kinToAbsent * kinship;
  return (floor + yes) * (bitsOfYes + leastBits) * Math.exp(tilt);
}

/** Floor of the chance, least bits of a yes, and per nat of information what rarity adds and kinship with an absent finding takes. */
const LISTED = { floor: 0.1, leastBits: 1e-4, rarity: 0.5, kinToAbsent: 0.3 } as const;

const effortOf = ({ cost, burden }: Pick<Question, 'cost' | 'burden'>): number => 1 + cost + burden ** 1.5;

/** A question, and how far a yes would move the probabilities, in bits. */
type Weighed = Question & { readonly bitsOfYes: number };

/** The findings that may be asked where no list is given, in no order that matters: those of the likeliest profiles. */
export function askableOf(index: HpoIndex, query: Query, posterior: Float64Array, ranked: Int32Array): number[] {
  return openOf(index, query, weighedOf(index, posterior, ranked));
}

/** Of some findings those of which the case says nothing. */
function openOf({ ancestors }: HpoIndex, { present, absent }: Query, terms: readonly number[]): number[] {
  const told = new Set(present.flatMap(({ term }) => [term, ...rowOf(ancestors, term)]));
  const missing = new Set(absent.map(({ term }) => term));
  return terms.filter((term) => !told.has(term) && !rowOf(ancestors, term).some((above) => missing.has(above)));
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
): Weighed {
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
  const bitsOfYes = ifYes.bits();
  const information = yes * bitsOfYes + (1 - yes) * ifNo.bits();
  const way = wayOf(index, term);
  return {
    finding: termId(index.termIds, term),
    name: index.termNames[term] ?? '',
    ...way,
    information,
    value: information / effortOf(way),
    yes,
    bitsOfYes,
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
  if (ON_IMAGING.test(index.termNames[term] ?? '')) return IMAGING;
  const above = new Set([...rowOf(index.ancestors, term)].map((place) => termId(index.termIds, place)));
  return WAYS.find(([branches]) => branches.some((branch) => above.has(branch)))?.[1] ?? EXAMINATION;
}
