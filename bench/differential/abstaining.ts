import type { HpoIndex } from '../../src/knowledge/index.ts';
import { rank, rankedPlaces, resultOf } from '../../src/reasoning/index.ts';
import type { Figure } from '../figures.ts';
import type { PublishedCase } from './cases.ts';
import { placesOf, rankOf } from './ranks.ts';

const OMIM = { sources: ['OMIM'], top: 1 } as const;
/** Every n-th case is ranked, once as it is and once with its disease taken out of the index. */
const EVERY = 6;
const LISTED = 10;

interface Said {
  readonly advised: boolean;
  /** The chance it states that nothing described fits. */
  readonly none: number;
  readonly isListed: boolean;
}

/**
 * What it means when a result says that its list should not be relied on: how often the right disease is then not among the first
 * ten, and how often it says so where the disease is not in the index at all; and whether the chance that nothing described fits
 * holds where that is so in one case of ten, as the posterior assumes.
 */
export function abstainingFigures(index: HpoIndex, cases: readonly PublishedCase[]): Figure[] {
  const places = placesOf(index);
  const part = cases.filter(({ disease }, at) => at % EVERY === 0 && places.has(disease));
  const as = part.map((one) => saidOf(index, one, places.get(one.disease)));
  const out = part.map((one) => saidOf(withoutDisease(index, places.get(one.disease)), one, undefined));
  const advised = as.filter((one) => one.advised);
  const relied = as.filter((one) => !one.advised);
  const missing = (list: readonly Said[]) => shareOf(list, ({ isListed }) => !isListed);
  const mean = (list: readonly Said[]) =>
    (100 * list.reduce((sum, { none }) => sum + none, 0)) / Math.max(1, list.length);
  const n = part.length;
  return [
    { name: 'advises not to rely on the list', value: shareOf(as, ({ advised }) => advised), unit: '%', n },
    {
      name: 'right disease not in the first ten, where it advises so',
      value: missing(advised),
      unit: '%',
      n: advised.length,
    },
    {
      name: 'right disease not in the first ten, where it does not',
      value: missing(relied),
      unit: '%',
      n: relied.length,
    },
    {
      name: 'advises not to rely on the list, disease taken out of the index',
      value: shareOf(out, ({ advised }) => advised),
      unit: '%',
      n,
    },
    { name: 'stated chance that nothing fits, mean', value: mean(as), unit: '%', n },
    { name: 'stated chance that nothing fits, disease taken out, mean', value: mean(out), unit: '%', n },
    {
      name: 'stated chance that nothing fits against truth at one in ten, expected error',
      value: 100 * gapOf(as, out),
      unit: 'points',
      n: 2 * n,
    },
  ];
}

const shareOf = (list: readonly Said[], is: (one: Said) => boolean): number =>
  (100 * list.filter(is).length) / Math.max(1, list.length);

function saidOf(index: HpoIndex, one: PublishedCase, truth: number | undefined): Said {
  const ranking = rank(index, one, OMIM);
  const { advised, probability } = resultOf(index, ranking, OMIM).abstain;
  const at = rankOf(ranking.posterior.diseases, rankedPlaces(index, OMIM.sources), truth);
  return { advised, none: probability, isListed: at <= LISTED };
}

/** The index in which a disease is not ranked; its rows stay, so that nothing else changes. */
function withoutDisease(index: HpoIndex, place: number | undefined): HpoIndex {
  const represented = index.traits.represented.slice();
  if (place !== undefined) represented[place] = 1;
  return { ...index, traits: { ...index.traits, represented } };
}

const BINS = 5;
/** What the posterior takes for the share of people whose disease no source describes. */
const UNDESCRIBED = 0.1;

/** Expected calibration error of “nothing described fits”, the two kinds of cases weighed as they are assumed to come. */
function gapOf(as: readonly Said[], out: readonly Said[]): number {
  const rows = [
    ...as.map(({ none }) => ({ none, truth: 0, weight: (1 - UNDESCRIBED) / as.length })),
    ...out.map(({ none }) => ({ none, truth: 1, weight: UNDESCRIBED / out.length })),
  ];
  const gaps = Array.from({ length: BINS }, (_, bin) =>
    rows
      .filter(({ none }) => Math.min(BINS - 1, Math.floor(none * BINS)) === bin)
      .reduce((sum, { none, truth, weight }) => sum + weight * (none - truth), 0),
  );
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0);
}
