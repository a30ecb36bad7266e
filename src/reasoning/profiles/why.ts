import type { HpoIndex } from '../../knowledge/index.ts';
import { type Explanation, explain } from './explain.ts';
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

interface Difference {
  readonly finding: string;
  readonly name: string;
  readonly logOdds: number;
}

/** The rank, the sum and the comparison of one condition, named by its id or by (part of) its name. */
export function whyOf(index: HpoIndex, ranking: Ranking, ranked: Int32Array, asked: string): Why {
  const place = placeOf(index, ranked, asked);
  if (place === undefined) return { asked, statement: `${asked} is not among the diseases that are ranked.` };
  const { diseases } = ranking.posterior;
  const posterior = diseases[place] ?? 0;
  const rank = 1 + ranked.filter((other) => (diseases[other] ?? 0) > posterior).length;
  const { id = '', name = '' } = index.diseases[place] ?? {};
  const own = explain(index, ranking.query, place);
  const first = ranking.ranked.find((each) => each.id !== id);
  const differences = first ? differencesOf(own, first, relativePrior(index, ranking, first.id, own)) : [];
  return {
    asked,
    id,
    name,
    rank,
    posterior,
    explanation: { contributions: own.contributions.filter(({ logOdds }) => logOdds !== 0), expected: own.expected },
    against: { id: first?.id ?? '', name: first?.name ?? '', differences },
    statement: statementOf(name, rank, first?.name ?? '', differences),
  };
}

function placeOf(index: HpoIndex, ranked: Int32Array, asked: string): number | undefined {
  const wanted = asked.trim().toLowerCase();
  const names = [...ranked].map((place) => ({ place, ...index.diseases[place] }));
  return (
    names.find(({ id }) => id?.toLowerCase() === wanted) ??
    names.find(({ name }) => name?.toLowerCase() === wanted) ??
    names.find(({ name }) => name?.toLowerCase().includes(wanted))
  )?.place;
}

/** Prior of the condition less that of the first, both on the index's own scale. */
function relativePrior(index: HpoIndex, { query }: Ranking, firstId: string, own: Explanation): number {
  const first = index.diseases.findIndex(({ id }) => id === firstId);
  return first < 0 ? 0 : own.prior - explain(index, query, first).prior;
}

function differencesOf(own: Explanation, first: Explanation, prior: number): Difference[] {
  const theirs = new Map(first.contributions.map((each) => [`${each.presence} ${each.finding}`, each]));
  const differences = own.contributions.map(({ finding, name, presence, logOdds }) => {
    const key = `${presence} ${finding}`;
    const other = theirs.get(key)?.logOdds ?? 0;
    theirs.delete(key);
    return { finding, name: presence === 'absent' ? `no ${name}` : name, logOdds: logOdds - other };
  });
  for (const { finding, name, logOdds } of theirs.values()) differences.push({ finding, name, logOdds: -logOdds });
  differences.push({ finding: 'prior', name: 'How much is written of it, and how broad it is', logOdds: prior });
  return differences.filter(({ logOdds }) => Math.abs(logOdds) > 1e-9).sort((a, b) => a.logOdds - b.logOdds);
}

function statementOf(name: string, rank: number, first: string, differences: readonly Difference[]): string {
  const lost = differences.filter(({ logOdds }) => logOdds < 0).slice(0, 3);
  if (rank === 1) return `${name} is the first of the list.`;
  if (lost.length === 0) return `${name} is number ${rank}; nothing sets it apart from ${first}.`;
  return `${name} is number ${rank}: ${first} is told better by ${lost.map((each) => each.name).join('; ')}.`;
}
