import type { ConditionDefinition, Knowledge } from '../../knowledge/index.ts';
import type { Hypothesis } from '../hypothesis.ts';
import { logit } from '../likelihood.ts';
import type { CaseResult, RankedResult } from './result.ts';

type Why = NonNullable<CaseResult['why']>;

/**
 * The same question of a list with both sources: a condition of the shelf is looked up too, and the rank is that of the whole list where
 * it is on it. `shareOf` turns a condition's own posterior into its share of the list.
 */
export function whyWithShelf(
  why: Why,
  ranked: readonly RankedResult[],
  weighed: readonly Hypothesis[],
  knowledge: Knowledge,
  shareOf: (posterior: number) => number,
): Why {
  const condition = conditionNamed(why.asked, knowledge);
  if ('rank' in why && !(condition && isWhole(why.asked, condition))) return inWhole(why, ranked);
  if (!condition) return why;
  const { asked } = why;
  const hypothesis = weighed.find((each) => each.condition.id === condition.id);
  if (!hypothesis) {
    const statement = `${condition.name} is on the shelf, but none of these findings bears on it, or it has no prior at this age and sex.`;
    return { asked, statement };
  }
  const share = shareOf(hypothesis.posterior);
  const rank = 1 + ranked.filter(({ id, posterior }) => id !== condition.id && posterior > share).length;
  const first = ranked.find(({ id }) => id !== condition.id);
  const own = hypothesis.contributions.map(({ finding, name, presence, logOdds }) => ({
    finding,
    name,
    presence: presence === 'absent' ? ('absent' as const) : ('present' as const),
    logOdds,
  }));
  const isListed = ranked.some(({ id }) => id === condition.id);
  const place = isListed ? `number ${rank}` : `not listed (it would be number ${rank} or later)`;
  const sum = own.reduce((total, { logOdds }) => total + logOdds, 0);
  const evidence = `Its findings move its odds ${timesOf(sum)}, from ${oddsOf(hypothesis.prior)} among people of this age and sex`;
  return {
    asked,
    id: condition.id,
    name: condition.name,
    rank,
    posterior: share,
    explanation: {
      contributions: own,
      expected: hypothesis.unknown
        .slice(0, 5)
        .map((finding) => ({ finding, name: knowledge.findings.get(finding)?.name ?? finding })),
    },
    against: { id: first?.id ?? '', name: first?.name ?? '', differences: shelfDifferences(hypothesis, own) },
    statement: `${condition.name} is ${place}. ${evidence}.`,
  };
}

/** A condition of the shelf is weighed by prevalence, a rare disease by its profile: only what moves its own odds can be told. */
function shelfDifferences(
  { prior }: Hypothesis,
  own: readonly {
    readonly finding: string;
    readonly name: string;
    readonly presence: string;
    readonly logOdds: number;
  }[],
) {
  const rows = own.map(({ finding, name, presence, logOdds }) => ({
    finding,
    name: presence === 'absent' ? `no ${name}` : name,
    logOdds,
  }));
  return [...rows, { finding: 'prior', name: 'How common it is at this age and sex', logOdds: logit(prior) }].sort(
    (a, b) => a.logOdds - b.logOdds,
  );
}

function inWhole<Given extends Why>(why: Given, ranked: readonly RankedResult[]): Why {
  const listed = 'id' in why ? ranked.find(({ id }) => id === why.id) : undefined;
  return listed ? { ...why, rank: listed.rank, posterior: listed.posterior } : why;
}

const isWhole = (asked: string, { id, name, synonyms }: ConditionDefinition): boolean =>
  [id, name, ...synonyms].some((each) => each.toLowerCase() === asked.trim().toLowerCase());

/** A condition by its id, name or another name of it, else by a part of its name. */
function conditionNamed(asked: string, { conditions }: Knowledge): ConditionDefinition | undefined {
  const wanted = asked.trim().toLowerCase();
  const all = [...conditions.values()];
  return (
    all.find((condition) => isWhole(asked, condition)) ??
    (wanted === '' ? undefined : all.find(({ name }) => name.toLowerCase().includes(wanted)))
  );
}

/** `4-fold up` or `3-fold down` of log-odds. */
const timesOf = (logOdds: number): string =>
  `${Math.exp(Math.abs(logOdds)).toPrecision(2).replace(/e\+?/, ' × 10^')}-fold ${logOdds < 0 ? 'down' : 'up'}`;
const oddsOf = (p: number): string => `1 in ${Math.max(1, Math.round(1 / p)).toLocaleString('en-GB')}`;
