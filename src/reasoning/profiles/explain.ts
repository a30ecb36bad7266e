import { decoded, type HpoIndex, rowOf, termId, UNKNOWN_FREQUENCY } from '../../knowledge/index.ts';
import type { PlacedFinding, Query } from './case.ts';
import { frequencyOfCode, type MatchKind, matchesOf, placeIn } from './match.ts';
import { countOf, demographyLogOdds, isWhole, priorLogOdds, shareOf, worthOf, worthOfAbsence } from './score.ts';
import { type Weights, weightsOf } from './weights.ts';

/** What one fact of the case does to the log-odds of one disease. */
export interface ProfileContribution {
  /** An HPO id, or `age`, `sex`. */
  readonly finding: string;
  readonly name: string;
  readonly presence: 'present' | 'absent';
  /** Natural logarithm; 0 for a finding that chance explains as well. */
  readonly logOdds: number;
  /** How the profile tells it; absent where the profile is silent. */
  readonly match?: MatchKind | 'elsewhere';
  /** Share of patients who have it, where the source says. */
  readonly frequency?: number;
}

/** Why a disease has its log-odds: `prior` and the contributions add up to `logOdds`. */
export interface Explanation {
  readonly prior: number;
  readonly logOdds: number;
  readonly contributions: readonly ProfileContribution[];
  /** Findings of its profile of which the case says nothing, the most telling first. */
  readonly expected: readonly { readonly finding: string; readonly name: string; readonly frequency?: number }[];
}

const MOST_EXPECTED = 5;

/** The log-odds of one disease, fact by fact: the same sum as {@link scoresOf} gives it. */
export function explain(
  index: HpoIndex,
  query: Query,
  disease: number,
  weights: Weights = weightsOf(index),
): Explanation {
  const prior = priorLogOdds(index, disease, countOf(query.present), weights);
  const contributions = contributionsOf(index, query, disease, weights).sort(
    (a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || (a.finding < b.finding ? -1 : 1),
  );
  return {
    prior,
    logOdds: contributions.reduce((sum, { logOdds }) => sum + logOdds, prior),
    contributions,
    expected: expectedOf(index, query, disease),
  };
}

/** What each fact does to a disease: the present findings in the order of the query, then the absent ones, age and sex. */
export function contributionsOf(
  index: HpoIndex,
  query: Query,
  disease: number,
  weights: Weights = weightsOf(index),
): ProfileContribution[] {
  const share = shareOf(countOf(query.present));
  const absentShare = shareOf(countOf(query.absent));
  const { age, sex } = demographyLogOdds(index, disease, query, weights);
  return [
    ...query.present.map((finding) => presentContribution(index, query, finding, disease, share, weights)),
    ...query.absent.map((finding) => absentContribution(index, finding, disease, absentShare, weights)),
    ...demographic('age', 'Onset later than this age', age),
    ...demographic('sex', 'Recessive on the X chromosome, in a woman', sex),
  ];
}

const demographic = (finding: string, name: string, logOdds: number): ProfileContribution[] =>
  logOdds === 0 ? [] : [{ finding, name, presence: 'present', logOdds }];

function presentContribution(
  index: HpoIndex,
  { sex }: Query,
  { term, certainty }: PlacedFinding,
  disease: number,
  share: number,
  weights: Weights,
): ProfileContribution {
  const matches = matchesOf(index, term, disease, sex);
  const weight = certainty * share;
  const bonus = matches.some(({ kind }) => isWhole(kind)) ? 0 : elsewhereWorth(index, term, disease, sex, weights);
  const logOdds = weight * (bonus + matches.reduce((sum, match) => sum + worthOf(match, weights), 0));
  const [first] = matches;
  const match = bonus > 0 ? 'elsewhere' : first?.kind;
  return {
    ...named(index, term),
    presence: 'present',
    logOdds,
    ...(match ? { match } : {}),
    ...(first?.frequency === undefined || bonus > 0 ? {} : { frequency: first.frequency }),
  };
}

/** What the counterpart's telling of the finding is worth. */
function elsewhereWorth(index: HpoIndex, term: number, disease: number, sex: Query['sex'], weights: Weights): number {
  const other = index.traits.counterpart[disease] ?? -1;
  if (other < 0 || !matchesOf(index, term, other, sex).some(({ kind }) => isWhole(kind))) return 0;
  return index.traits.counterpartKind[disease] === 1 ? weights.sameElsewhere : weights.familyElsewhere;
}

function absentContribution(
  index: HpoIndex,
  { term, certainty, asked }: PlacedFinding,
  disease: number,
  share: number,
  weights: Weights,
): ProfileContribution {
  const at = placeIn(index.implied, term, disease);
  const frequency = at < 0 ? undefined : frequencyOfCode(index.implied.frequencies[at] ?? 0);
  const told = placeIn(index.annotatedTo, term, disease) >= 0 ? 'exact' : 'general';
  return {
    ...named(index, term),
    presence: 'absent',
    logOdds: frequency === undefined ? 0 : certainty * share * worthOfAbsence(frequency, asked === true, weights),
    ...(at < 0 ? {} : { match: told }),
    ...(frequency === undefined ? {} : { frequency }),
  };
}

/** The profile's own findings that no finding of the case, present or absent, tells or generalises. */
function expectedOf(index: HpoIndex, { present, absent }: Query, disease: number): Explanation['expected'] {
  const told = new Set([...present, ...absent].flatMap(({ term }) => [...rowOf(index.ancestors, term)]));
  const { offsets, values, frequencies } = index.annotated;
  const rows: { term: number; code: number }[] = [];
  for (let at = offsets[disease] ?? 0; at < (offsets[disease + 1] ?? 0); at++) {
    const [term, code] = [values[at] ?? 0, frequencies[at] ?? 0];
    if (code !== 1 && !told.has(term)) rows.push({ term, code });
  }
  const telling = ({ term, code }: { term: number; code: number }) =>
    (code === UNKNOWN_FREQUENCY ? 0.5 : decoded(code)) * (index.information[term] ?? 0);
  return rows
    .sort((a, b) => telling(b) - telling(a) || a.term - b.term)
    .slice(0, MOST_EXPECTED)
    .map(({ term, code }) => ({
      ...named(index, term),
      ...(code === UNKNOWN_FREQUENCY ? {} : { frequency: decoded(code) }),
    }));
}

const named = (index: HpoIndex, term: number) => ({
  finding: termId(index.termIds, term),
  name: index.termNames[term] ?? '',
});
