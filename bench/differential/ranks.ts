import type { HpoIndex } from '../../src/knowledge/index.ts';
import { type Figure, wilson } from '../figures.ts';

/** Shares of ranks up to k, in per cent. */
export function shareFigures(
  label: string,
  ranks: readonly number[],
  peers: Readonly<Record<number, string>> = {},
): Figure[] {
  const n = ranks.length;
  return [1, 3, 10].map((k): Figure => {
    const hits = ranks.filter((rank) => rank <= k).length;
    const { low, high } = wilson(hits, n);
    const peer = peers[k];
    return {
      name: `${label}, top-${k}`,
      value: (100 * hits) / n,
      low: 100 * low,
      high: 100 * high,
      unit: '%',
      n,
      ...(peer === undefined ? {} : { peer }),
    };
  });
}

/** Mean of 1 / rank. */
export const reciprocal = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length);

/** Place of the truth among `ranked` by score; ties at their mean rank; a disease without a profile ranks nowhere. */
export function rankOf(scores: Float64Array, ranked: Int32Array, truth: number | undefined): number {
  if (truth === undefined) return Number.POSITIVE_INFINITY;
  const own = scores[truth] ?? 0;
  let [above, equal] = [0, 0];
  for (const place of ranked) {
    const score = scores[place] ?? 0;
    if (score > own + 1e-12 * Math.abs(own)) above++;
    else if (score >= own - 1e-12 * Math.abs(own)) equal++;
  }
  return above + (equal + 1) / 2;
}

export const placesOf = (index: HpoIndex): ReadonlyMap<string, number> =>
  new Map(index.diseases.map(({ id }, place) => [id, place]));
