import type { HpoIndex } from '../../knowledge/index.ts';
import { type Explanation, explain, type ProfileContribution } from './explain.ts';
import type { Ranking } from './rank.ts';

/** Why a condition ranks where it does: what it lacks beside the first. */
export type Why =
  | { readonly asked: string; readonly statement: string }
  | {
      readonly asked: string;
      readonly id: string;
      readonly name: string;
      readonly rank: number;
      readonly posterior: number;
      readonly explanation: Pick<Explanation, 'contributions' | 'expected'>;
      /** Where it loses (or wins, above 0) against the first of the list, in log-odds, the largest losses first. */
      readonly against: { readonly id: string; readonly name: string; readonly differences: readonly Difference[] };
      readonly statement: string;
    };

/** One finding as two diseases tell it: log-odds of the one asked about less those of the first. */
export interface Difference {
  readonly finding: string;
  readonly name: string;
  readonly logOdds: number;
  /** How the profile asked about has it, and that of the first; absent where the profile is silent. */
  readonly own?: Pick<ProfileContribution, 'match' | 'frequency'>;
  readonly theirs?: Pick<ProfileContribution, 'match' | 'frequency'>;
}

/** The rank, the sum and the comparison of one condition, named by its id or by (part of) its name: of several the likeliest. */
export function whyOf(index: HpoIndex, ranking: Ranking, ranked: Int32Array, asked: string): Why {
  const { diseases } = ranking.posterior;
  const { place, others } = placeOf(index, ranked, diseases, asked);
  if (place === undefined) return { asked, statement: `“${asked}” is not the name or id of a disease that is ranked.` };
  const posterior = diseases[place] ?? 0;
  const rank = 1 + ranked.filter((other) => (diseases[other] ?? 0) > posterior).length;
  const { id = '', name = '' } = index.diseases[place] ?? {};
  const own = explain(index, ranking.query, place);
  const first = ranking.ranked.find((each) => each.id !== id);
  const differences = first ? differencesOf(own, first, relativePrior(index, ranking, first.id, own)) : [];
  const more = others === 0 ? '' : ` (the likeliest of ${others + 1} with these words in their name)`;
  return {
    asked,
    id,
    name,
    rank,
    posterior,
    explanation: { contributions: own.contributions.filter(({ logOdds }) => logOdds !== 0), expected: own.expected },
    against: { id: first?.id ?? '', name: first?.name ?? '', differences },
    statement: statementOf(`${name}${more}`, rank, first?.name ?? '', differences),
  };
}

function placeOf(
  index: HpoIndex,
  ranked: Int32Array,
  posterior: Float64Array,
  asked: string,
): { place: number | undefined; others: number } {
  const wanted = asked.trim().toLowerCase();
  const named = (is: (id: string, name: string) => boolean) =>
    ranked.filter((place) => {
      const { id = '', name = '' } = index.diseases[place] ?? {};
      return is(id.toLowerCase(), name.toLowerCase());
    });
  const whole = named((id, name) => id === wanted || name === wanted);
  const [place] = whole;
  if (place !== undefined) return { place, others: 0 };
  const part = wanted === '' ? [] : [...named((_, name) => name.includes(wanted))];
  const [best] = part.sort((a, b) => (posterior[b] ?? 0) - (posterior[a] ?? 0) || a - b);
  return { place: best, others: part.length - 1 };
}

/** Prior of the condition less that of the first, both on the index's own scale. */
function relativePrior(index: HpoIndex, { query }: Ranking, firstId: string, own: Explanation): number {
  const first = index.diseases.findIndex(({ id }) => id === firstId);
  return first < 0 ? 0 : own.prior - explain(index, query, first).prior;
}

function differencesOf(own: Explanation, first: Explanation, prior: number): Difference[] {
  const theirs = new Map(first.contributions.map((each) => [keyOf(each), each]));
  const ours = new Map(own.contributions.map((each) => [keyOf(each), each]));
  const rows = [...new Map([...theirs, ...ours])].map(([key, { finding, name, presence }]): Difference => {
    const [mine, other] = [ours.get(key), theirs.get(key)];
    return {
      finding,
      name: presence === 'absent' ? `no ${name}` : name,
      logOdds: (mine?.logOdds ?? 0) - (other?.logOdds ?? 0),
      ...(mine?.match ? { own: toldBy(mine) } : {}),
      ...(other?.match ? { theirs: toldBy(other) } : {}),
    };
  });
  rows.push({ finding: 'prior', name: 'How much is written of it, and how broad it is', logOdds: prior });
  return rows.filter(({ logOdds }) => Math.abs(logOdds) > 1e-9).sort((a, b) => a.logOdds - b.logOdds);
}

const keyOf = ({ presence, finding }: ProfileContribution): string => `${presence} ${finding}`;

const toldBy = ({ match, frequency }: ProfileContribution): Pick<ProfileContribution, 'match' | 'frequency'> => ({
  ...(match ? { match } : {}),
  ...(frequency === undefined ? {} : { frequency }),
});

function statementOf(name: string, rank: number, first: string, differences: readonly Difference[]): string {
  const lost = differences.filter(({ logOdds }) => logOdds < 0).slice(0, 3);
  if (rank === 1) return `${name} is the first of the list.`;
  if (lost.length === 0) return `${name} is number ${rank}; nothing sets it apart from ${first}.`;
  return `${name} is number ${rank}. ${first} is before it most of all by: ${lost.map((each) => each.name).join('; ')}.`;
}
