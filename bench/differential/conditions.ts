import type { HpoIndex } from '../../src/knowledge/index.ts';
import { rank, rankedPlaces } from '../../src/reasoning/index.ts';
import type { Figure } from '../figures.ts';
import { halved, merged, numbers, type PublishedCase, shuffled, withNoise, withoutAbsent } from './cases.ts';
import { placesOf, rankOf, reciprocal, shareFigures } from './ranks.ts';

const PEERS = {
  1: 'one-sided Resnik 35.8, Exomiser by phenotype 35.5 (5,213 cases)',
  3: 'Resnik 49.3',
  10: 'Resnik 58.4',
};
const OMIM = { sources: ['OMIM'], top: 1 } as const;
const BINS = 10;
/** Every n-th case is used where a condition is only compared with the same cases left as they are. */
const EVERY = 6;

/** All cases as they are, with calibration; then the same cases with less and with noise. */
export function conditionsFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const whole = outcomes(index, cases);
  const part = cases.filter((_, at) => at % EVERY === 0);
  const random = numbers(1);
  const noise = outcomes(
    index,
    part.map((one) => withNoise(one, index, random)),
  ).map(({ at }) => at);
  const clean = outcomes(index, part).map(({ at }) => at);
  const half = outcomes(
    index,
    part.map((one) => halved(one, random)),
  ).map(({ at }) => at);
  const absent = outcomes(index, part.map(withoutAbsent)).map(({ at }) => at);
  const everything = part.map((one) => {
    const { posterior } = rank(index, one, { top: 1 });
    return rankOf(posterior.diseases, rankedPlaces(index, undefined), placesOf(index).get(one.disease));
  });
  const top10 = (ranks: readonly number[]) => ranks.filter((each) => each <= 10).length / ranks.length;
  const ranks = whole.map(({ at }) => at);
  return [
    ...shareFigures('all cases', ranks, PEERS),
    { name: 'all cases, mean reciprocal rank', value: reciprocal(ranks), n: ranks.length },
    ...shareFigures('all cases, each disease the same weight', diseaseMeans(cases, ranks)),
    ...calibration(whole),
    ...shareFigures('a sixth of the cases as they are', clean),
    ...shareFigures('without absent findings', absent),
    ...shareFigures('half of the findings', half),
    ...shareFigures('five unrelated findings more', noise),
    {
      name: 'loss of top-10 to five unrelated findings',
      value: 100 * (1 - top10(noise) / top10(clean)),
      unit: '%',
      n: part.length,
    },
    ...shareFigures('Orphanet diseases ranked beside', everything),
  ];
}

interface Outcome {
  readonly at: number;
  /** The highest posterior, and whether it is the right disease. */
  readonly top: number;
  readonly right: boolean;
}

function outcomes(index: HpoIndex, cases: readonly PublishedCase[]): Outcome[] {
  const places = placesOf(index);
  const ranked = rankedPlaces(index, OMIM.sources);
  return cases.map((one) => {
    const { posterior, ranked: list } = rank(index, one, OMIM);
    const [first] = list;
    return {
      at: rankOf(posterior.diseases, ranked, places.get(one.disease)),
      top: first?.posterior ?? 0,
      right: first?.id === one.disease,
    };
  });
}

/** One case a disease: the one of middle rank, so that much-published diseases count no more than others. */
function diseaseMeans(cases: readonly PublishedCase[], ranks: readonly number[]): number[] {
  const byDisease = new Map<string, number[]>();
  cases.forEach(({ disease }, at) => {
    byDisease.set(disease, [...(byDisease.get(disease) ?? []), ranks[at] ?? 0]);
  });
  return [...byDisease.values()].map((of) => [...of].sort((a, b) => a - b)[of.length >> 1] ?? 0);
}

/** Expected calibration error of the first disease's posterior, and how often it is right where it says so or so much. */
function calibration(outcomes: readonly Outcome[]): Figure[] {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    outcomes.filter(({ top }) => Math.min(BINS - 1, Math.floor(top * BINS)) === bin),
  );
  const mean = (list: readonly Outcome[], of: (one: Outcome) => number) =>
    list.reduce((sum, one) => sum + of(one), 0) / Math.max(1, list.length);
  const gaps = bins.map(
    (bin) => bin.length * Math.abs(mean(bin, ({ top }) => top) - mean(bin, ({ right }) => Number(right))),
  );
  return [
    {
      name: 'calibration of the first disease, expected error',
      value: (100 * gaps.reduce((a, b) => a + b, 0)) / outcomes.length,
      unit: 'points',
      n: outcomes.length,
    },
    ...bins.flatMap((bin, at): Figure[] =>
      bin.length < 30
        ? []
        : [
            {
              name: `right where the first has ${at * 10}–${at * 10 + 10} % (mean ${(100 * mean(bin, ({ top }) => top)).toFixed(0)})`,
              value: 100 * mean(bin, ({ right }) => Number(right)),
              unit: '%',
              n: bin.length,
            },
          ],
    ),
  ];
}

/** Two cases of different diseases in one: both, or one, among the first ten; singles alone, and with pairs considered. */
export function mergedFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const places = placesOf(index);
  const ranked = rankedPlaces(index, OMIM.sources);
  const some = shuffled(
    cases.filter(({ disease }) => places.has(disease)),
    numbers(3),
  ).slice(0, 600);
  const pairs = some.slice(0, 300).flatMap((first, at): [PublishedCase, PublishedCase][] => {
    const second = some[300 + at];
    return second && second.disease !== first.disease ? [[first, second]] : [];
  });
  return ([1, undefined, 2] as const).flatMap((together): Figure[] => {
    const found = pairs.map(([first, second]) => {
      const { posterior } = rank(index, merged(first, second), {
        ...OMIM,
        ...(together === undefined ? {} : { together }),
      });
      return [first, second].filter(({ disease }) => rankOf(posterior.diseases, ranked, places.get(disease)) <= 10)
        .length;
    });
    const how =
      together === 1 ? 'one disease at a time' : together === 2 ? 'pairs always' : 'pairs where one leaves much untold';
    return [
      { name: `two cases in one, both in the first ten, ${how}`, value: share(found, 2), unit: '%', n: pairs.length },
      { name: `two cases in one, either in the first ten, ${how}`, value: share(found, 1), unit: '%', n: pairs.length },
    ];
  });
}

const share = (found: readonly number[], least: number): number =>
  (100 * found.filter((count) => count >= least).length) / Math.max(1, found.length);
