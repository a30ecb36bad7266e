import type { Chart } from '../../chart/index.ts';
import type { Evidence, Presence } from '../finding.ts';
import type { SeriesMap } from '../series.ts';
/** A named pattern over several results. `certainty`: probability that the statement is right. */
export interface PatternResult {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly certainty: number;
  readonly evidence: readonly Evidence[];
}
export function patternsOf(_series: SeriesMap, _chart: Chart): PatternResult[] {
  return [];
}
