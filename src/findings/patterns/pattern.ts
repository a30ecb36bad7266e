import type { AnalyteId } from '../../terms/index.ts';
import type { Evidence, Presence } from '../finding.ts';
import type { Point, SeriesMap } from '../series.ts';

/** A constellation of results that has a name. `certainty`: probability that the statement is right, 0 to 1. */
export interface PatternResult {
  readonly id: string;
  /** As a clinician reads it, with its degree where it has one: `CKD G3b A2 (KDIGO)`. */
  readonly name: string;
  readonly presence: Presence;
  readonly certainty: number;
  /** Every result that speaks for it, or, where it is absent, against it. Sorted by time. */
  readonly evidence: readonly Evidence[];
}

export const DAY = 86_400_000;

/** A result; its evidence are those of the points, each once, in order of time. */
export function pattern(
  id: string,
  name: string,
  presence: Presence,
  certainty: number,
  points: readonly (Point | undefined)[],
): PatternResult {
  const unique = new Set(points.flatMap((point) => point ?? []));
  const evidence = [...unique].sort((a, b) => a.at - b.at).map((point) => point.evidence);
  return { id, name, presence, certainty, evidence };
}

export function pointsOf(series: SeriesMap, analyte: AnalyteId): readonly Point[] {
  return series.get(analyte)?.points ?? [];
}

/** The point nearest in time, no further than this many days. */
export function near(series: SeriesMap, analyte: AnalyteId, at: number, days: number): Point | undefined {
  let best: Point | undefined;
  for (const point of pointsOf(series, analyte)) {
    const distance = Math.abs(point.at - at);
    if (distance <= days * DAY && (!best || distance < Math.abs(best.at - at))) best = point;
  }
  return best;
}

/** The last points that all fulfil a condition, in order of time. */
export function lastRun(points: readonly Point[], fulfils: (point: Point) => boolean): readonly Point[] {
  const other = points.findLastIndex((point) => !fulfils(point));
  return points.slice(other + 1);
}

/** Days from the first of these points to the last. */
export function daysOf(points: readonly Point[]): number {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? (last.at - first.at) / DAY : 0;
}
