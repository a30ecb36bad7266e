import type { Patient } from '../../chart/index.ts';
import type { SeriesMap } from '../series.ts';
export function derivedSeries(_series: SeriesMap, _patient: Patient): SeriesMap {
  return new Map();
}
