import type { PhenotypeCase, PhenotypeFinding } from '../../src/findings/index.ts';
import { type HpoIndex, resolveTerm } from '../../src/knowledge/index.ts';
import { queryOf, questionsOf, rank, rankedPlaces } from '../../src/reasoning/index.ts';
import { type Figure, median } from '../figures.ts';
import { numbers, type PublishedCase, shuffled } from './cases.ts';
import { placesOf, rankOf } from './ranks.ts';

const CASES = 120;
export const OMIM = { sources: ['OMIM'], top: 1 } as const;
/** Cases in which everything known does not bring the disease among the first three cannot tell one order from another. */
export const REACHED = 3;

/**
 * Findings are told only when they are asked for, from those that the case has, present or absent. Counts how many must be asked
 * until the disease is among the first three: by chance, and by expected information. All start from one present finding.
 */
export function askingFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const random = numbers(5);
  const counts = askableCases(index, cases, CASES, random).map(({ one, opening, rest, truth }) => ({
    chance: askedUntil(index, one, opening, rest, truth, (left) => left[0]),
    chosen: askedUntil(index, one, opening, rest, truth, (left, told) => bestOf(index, one, told, left)),
    knowing: askedUntil(index, one, opening, rest, truth, (left, told) => knowingBest(index, one, told, left, truth)),
  }));
  const mean = (of: (one: (typeof counts)[number]) => number) =>
    counts.reduce((sum, one) => sum + of(one), 0) / Math.max(1, counts.length);
  const n = counts.length;
  return [
    { name: 'findings asked until top-3, by chance, mean', value: mean(({ chance }) => chance), n },
    { name: 'findings asked until top-3, by expected information, mean', value: mean(({ chosen }) => chosen), n },
    {
      name: 'findings asked until top-3, knowing answers and disease (no asker can do better by one step), mean',
      value: mean(({ knowing }) => knowing),
      n,
    },
    { name: 'findings asked until top-3, by chance, median', value: median(counts.map(({ chance }) => chance)), n },
    {
      name: 'findings asked until top-3, by expected information, median',
      value: median(counts.map(({ chosen }) => chosen)),
      n,
    },
  ];
}

export interface AskableCase {
  readonly one: PublishedCase;
  /** The present finding that is told at first, and all others in an order by chance. */
  readonly opening: PhenotypeFinding;
  readonly rest: readonly PhenotypeFinding[];
  readonly truth: number;
}

/** Cases with something to ask, whose findings together bring the disease among the first three. */
export function askableCases(
  index: HpoIndex,
  cases: readonly PublishedCase[],
  count: number,
  random: () => number,
): AskableCase[] {
  const places = placesOf(index);
  const found: AskableCase[] = [];
  for (const one of shuffled(cases, random)) {
    if (found.length >= count) break;
    const truth = places.get(one.disease);
    const present = one.findings.filter(({ presence }) => presence === 'present');
    if (truth === undefined || present.length < 4 || one.findings.length < 8) continue;
    if (placeAfter(index, one, one.findings, truth) > REACHED) continue;
    const [opening, ...rest] = shuffled(one.findings, random).sort(
      (a, b) => Number(b.presence === 'present') - Number(a.presence === 'present'),
    );
    if (opening) found.push({ one, opening, rest: shuffled(rest, random), truth });
  }
  return found;
}

function askedUntil(
  index: HpoIndex,
  one: PublishedCase,
  opening: PhenotypeFinding,
  rest: readonly PhenotypeFinding[],
  truth: number,
  choose: (left: readonly PhenotypeFinding[], told: readonly PhenotypeFinding[]) => PhenotypeFinding | undefined,
): number {
  const told = [opening];
  let left = [...rest];
  for (let asked = 0; ; asked++) {
    if (placeAfter(index, one, told, truth) <= REACHED) return asked;
    const next = choose(left, told) ?? left[0];
    if (!next) return asked;
    told.push({ ...next, asked: true });
    left = left.filter((each) => each !== next);
  }
}

const withOnly = (one: PublishedCase, findings: readonly PhenotypeFinding[]): PhenotypeCase => ({ ...one, findings });

function placeAfter(index: HpoIndex, one: PublishedCase, told: readonly PhenotypeFinding[], truth: number): number {
  const { posterior } = rank(index, withOnly(one, told), OMIM);
  return rankOf(posterior.diseases, rankedPlaces(index, OMIM.sources), truth);
}

/** The finding that brings the disease furthest up, its answer and the disease known: what could be reached at best, step by step. */
function knowingBest(
  index: HpoIndex,
  one: PublishedCase,
  told: readonly PhenotypeFinding[],
  left: readonly PhenotypeFinding[],
  truth: number,
): PhenotypeFinding | undefined {
  let [best, least]: [PhenotypeFinding | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const finding of left) {
    const at = placeAfter(index, one, [...told, { ...finding, asked: true }], truth);
    if (at < least) [best, least] = [finding, at];
  }
  return best;
}

/** The finding of those left whose question is worth most. Whether it is present is not looked at. */
function bestOf(
  index: HpoIndex,
  one: PublishedCase,
  told: readonly PhenotypeFinding[],
  left: readonly PhenotypeFinding[],
): PhenotypeFinding | undefined {
  const given = withOnly(one, told);
  const { posterior } = rank(index, given, OMIM);
  const byPlace = new Map(
    left.flatMap((finding) => {
      const found = resolveTerm(index, finding.term);
      return 'place' in found ? [[found.place, finding] as const] : [];
    }),
  );
  const [question] = questionsOf(index, queryOf(index, given), posterior.diseases, rankedPlaces(index, OMIM.sources), {
    count: 1,
    among: [...byPlace.keys()],
    free: true,
  });
  const place = question ? resolveTerm(index, question.finding) : undefined;
  return place && 'place' in place ? byPlace.get(place.place) : undefined;
}
