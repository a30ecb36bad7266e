import { type HpoIndex, termId } from '../../knowledge/index.ts';
import type { Query } from './case.ts';
import { contributionsOf, type ProfileContribution } from './explain.ts';
import { type Question, questionsOf } from './questions.ts';
import { type RankedDisease, type Ranking, type RankOptions, rankedPlaces } from './rank.ts';
import { type Why, whyOf } from './why.ts';

/** One case's differential as it is written out. */
export interface CaseResult {
  readonly id: string;
  readonly ranked: readonly RankedResult[];
  readonly informativeness: { readonly bits: number; readonly findings: number; readonly statement: string };
  readonly abstain: { readonly advised: boolean; readonly probability: number; readonly statement: string };
  /** Sets of diseases that may be true at once, with what each member tells better than the others. */
  readonly together?: readonly TogetherResult[];
  readonly why?: Why;
  readonly next?: readonly Question[];
  /** Tests for the leading conditions of the shelf: the path, its cost and burden together, and what would change nothing. */
  readonly workUp?: {
    readonly tests: readonly TestResult[];
    readonly cost: number;
    readonly burden: number;
    readonly changeNothing: readonly TestResult[];
  };
  readonly issues: Ranking['issues'];
  readonly knowledge: { readonly hpo: string; readonly licence: string; readonly shelf?: string };
}

interface TogetherResult {
  readonly diseases: readonly string[];
  readonly posterior: number;
  readonly members: readonly { readonly id: string; readonly name: string; readonly tells: readonly string[] }[];
}

interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly information: number;
  readonly cost: number;
  readonly burden: number;
  readonly for: readonly string[];
}

export interface RankedResult {
  readonly rank: number;
  readonly id: string;
  readonly name: string;
  readonly posterior: number;
  readonly logOdds: number;
  readonly prior: number;
  /** What moved the odds: with `prior` they add up to `logOdds`. */
  readonly contributions: readonly ProfileContribution[];
  readonly counterpart?: RankedDisease['counterpart'];
  /** Findings of the case that the disease does not tell: chance explains them. */
  readonly unexplained: readonly string[];
  readonly contradicts: readonly string[];
  readonly expected: RankedDisease['expected'];
}

export interface ResultOptions extends RankOptions {
  /** Ids or names of conditions of which to say why they are not higher. */
  readonly why?: string;
  /** How many questions to propose; none when absent. */
  readonly questions?: number;
}

/** From this probability that nothing fits, or below this of the best, the result says that it should not be relied on. */
const NOTHING_FITS = 0.5;
const TOO_FLAT = 0.1;

/** The written form of a ranking, with what was asked for beside it. */
export function resultOf(index: HpoIndex, ranking: Ranking, options: ResultOptions = {}): CaseResult {
  const { id, ranked, posterior, sets, issues, query } = ranking;
  const places = rankedPlaces(index, options.sources);
  const top = ranked[0]?.posterior ?? 0;
  return {
    id,
    ranked: ranked.map((disease, at) => rankedResult(disease, at + 1)),
    informativeness: informativenessOf(posterior.bits, query.present.length + query.absent.length),
    abstain: abstentionOf(posterior.none, top, query.present.length),
    ...(sets.length > 0 ? { together: sets.map((set) => togetherResult(index, query, set)) } : {}),
    ...(options.why === undefined ? {} : { why: whyOf(index, ranking, places, options.why) }),
    ...(options.questions
      ? { next: questionsOf(index, query, posterior.diseases, places, { count: options.questions }) }
      : {}),
    issues,
    knowledge: { hpo: index.version, licence: index.licence },
  };
}

/** Each present finding goes to the member that tells it best; what none tells is left to chance. */
function togetherResult(
  index: HpoIndex,
  query: Query,
  { diseases, posterior }: Ranking['sets'][number],
): TogetherResult {
  const members = diseases.flatMap((id) => {
    const place = placeOfDisease(index, id);
    return place === undefined ? [] : [{ id, place, worth: contributionsOf(index, query, place) }];
  });
  const owners = query.present.map((_, at) =>
    members.reduce<{ id: string; worth: number } | undefined>((best, { id, worth }) => {
      const own = worth[at]?.logOdds ?? 0;
      return own > (best?.worth ?? 0) ? { id, worth: own } : best;
    }, undefined),
  );
  return {
    diseases,
    posterior,
    members: members.map(({ id, place }) => ({
      id,
      name: index.diseases[place]?.name ?? id,
      tells: query.present.flatMap(({ term }, at) =>
        owners[at]?.id === id ? [index.termNames[term] ?? termId(index.termIds, term)] : [],
      ),
    })),
  };
}

/** The place of a disease by its id; the places of an index are looked up once. */
function placeOfDisease(index: HpoIndex, id: string): number | undefined {
  const known = placesById.get(index) ?? new Map(index.diseases.map((disease, place) => [disease.id, place]));
  placesById.set(index, known);
  return known.get(id);
}

const placesById = new WeakMap<HpoIndex, ReadonlyMap<string, number>>();

function rankedResult(disease: RankedDisease, rank: number): RankedResult {
  const { id, name, posterior, logOdds, prior, contributions, counterpart, expected } = disease;
  const moved = contributions.filter((each) => each.logOdds !== 0);
  return {
    rank,
    id,
    name,
    posterior,
    logOdds,
    prior,
    contributions: moved,
    ...(counterpart ? { counterpart } : {}),
    unexplained: contributions
      .filter((each) => each.presence === 'present' && each.logOdds === 0)
      .map((each) => each.name),
    contradicts: contributions
      .filter((each) => each.logOdds < 0 || (each.presence === 'absent' && each.match !== undefined))
      .map((each) => (each.presence === 'absent' ? `no ${each.name}` : each.name)),
    expected,
  };
}

function informativenessOf(bits: number, findings: number): CaseResult['informativeness'] {
  const halvings = Math.round(bits);
  const statement =
    findings === 0
      ? 'No finding could be used: the order is that of the priors alone.'
      : bits < 1
        ? 'The findings hardly narrow the choice: they fit very many diseases.'
        : `The findings narrow the choice as much as ${halvings} questions that each halve it.`;
  return { bits, findings, statement };
}

/** Whether the list should be relied on, from the chance that nothing described fits and the probability of the first. */
export function abstentionOf(none: number, top: number, present: number): CaseResult['abstain'] {
  const percent = `${Math.round(100 * none)} %`;
  if (present === 0) {
    return {
      advised: true,
      probability: none,
      statement: 'Nothing is known to be present: no disease can be preferred.',
    };
  }
  if (none >= NOTHING_FITS) {
    const statement = `Nothing that Prodrome knows explains this well: the chance that no described disease fits is ${percent}.`;
    return { advised: true, probability: none, statement };
  }
  if (top < TOO_FLAT) {
    const statement = `No disease stands out: the first has ${(100 * top).toFixed(1)} %. Read the list as ideas, not as an answer.`;
    return { advised: true, probability: none, statement };
  }
  return { advised: false, probability: none, statement: `Chance that no described disease fits: ${percent}.` };
}
