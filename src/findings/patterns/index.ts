import type { Chart } from '../../chart/index.ts';
import type { SeriesMap } from '../series.ts';
import { bloodPatterns } from './blood.ts';
import { kidneyPatterns } from './kidney.ts';
import { liverPatterns } from './liver.ts';
import { metabolicPatterns } from './metabolic.ts';
import type { PatternResult } from './pattern.ts';
import { thyroidPatterns } from './thyroid.ts';

export type { PatternResult } from './pattern.ts';

/** Every id that `patternsOf` may give, for the check of the knowledge. */
export const PATTERN_IDS = [
  'kdigo-g3a-or-worse',
  'kdigo-g3b-or-worse',
  'kdigo-g4-or-worse',
  'persistent-albuminuria',
  'aki',
  'rapid-egfr-decline',
  'iron-deficiency-pattern',
  'microcytosis-pattern',
  'thalassaemia-trait-pattern',
  'anaemia-of-inflammation-pattern',
  'macrocytosis-pattern',
  'macrocytic-anaemia-pattern',
  'cytopenia-two-lines',
  'overt-hypothyroidism-pattern',
  'subclinical-hypothyroidism-pattern',
  'central-hypothyroidism-pattern',
  'hyperthyroidism-pattern',
  'subclinical-hyperthyroidism-pattern',
  'hepatocellular-pattern',
  'mixed-liver-pattern',
  'cholestatic-pattern',
  'hypercalcaemia-pattern',
  'persistent-hypercalcaemia',
  'pth-not-suppressed',
  'high-anion-gap',
  'weight-loss-5-percent',
] as const;

/**
 * The named patterns in the results of a person: present, possible, or absent where the results speak against it. `series`
 * holds the derived ones too (`derivedSeries`). A pattern that nothing was measured for is not in the list.
 */
export function patternsOf(series: SeriesMap, _chart: Chart): PatternResult[] {
  return [kidneyPatterns, bloodPatterns, thyroidPatterns, liverPatterns, metabolicPatterns].flatMap((read) =>
    read(series),
  );
}
