import type { Point, SeriesMap } from '../series.ts';
import { near, type PatternResult, pattern, pointsOf } from './pattern.ts';

const NAMES = {
  'overt-hypothyroidism-pattern': 'TSH high with free T4 low',
  'subclinical-hypothyroidism-pattern': 'TSH high with free T4 normal',
  'central-hypothyroidism-pattern': 'Free T4 low without a raised TSH',
  'hyperthyroidism-pattern': 'TSH low with free T4 or T3 high',
  'subclinical-hyperthyroidism-pattern': 'TSH low with free T4 and T3 normal',
} as const;

type ThyroidPattern = keyof typeof NAMES;

/**
 * What TSH and the free hormones of about the same time say together, by the latest TSH; earlier ones of the same pattern make
 * it surer. A high or low TSH alone is a possible subclinical pattern. A normal TSH speaks against all but the central one.
 */
export function thyroidPatterns(series: SeriesMap): PatternResult[] {
  const readings = pointsOf(series, 'tsh').map((tsh) => {
    const [t4, t3] = [near(series, 'free-t4', tsh.at, 45), near(series, 'free-t3', tsh.at, 45)];
    return { id: patternOf(tsh, t4, t3), points: [tsh, t4, t3], isComplete: t4 !== undefined };
  });
  const last = readings.at(-1);
  if (!last) return [];
  if (last.id === undefined) {
    return (Object.keys(NAMES) as ThyroidPattern[])
      .filter((id) => id !== 'central-hypothyroidism-pattern' || last.isComplete)
      .map((id) => pattern(id, 'Thyroid tests normal', 'absent', 0.9, last.points));
  }
  const same = readings.filter(({ id }) => id === last.id);
  const presence = last.isComplete ? 'present' : 'possible';
  const certainty = (last.isComplete ? 0.85 : 0.6) + (same.length > 1 ? 0.1 : 0);
  return [
    pattern(
      last.id,
      NAMES[last.id],
      presence,
      certainty,
      same.flatMap(({ points }) => points),
    ),
  ];
}

function patternOf(tsh: Point, t4: Point | undefined, t3: Point | undefined): ThyroidPattern | undefined {
  if (tsh.flag === 'high') {
    // TSH and free T4 both high is not a pattern of the thyroid alone.
    if (t4?.flag === 'high') return undefined;
    return t4?.flag === 'low' ? 'overt-hypothyroidism-pattern' : 'subclinical-hypothyroidism-pattern';
  }
  if (t4?.flag === 'low') return 'central-hypothyroidism-pattern';
  if (tsh.flag !== 'low') return undefined;
  const isHigh = t4?.flag === 'high' || t3?.flag === 'high';
  return isHigh ? 'hyperthyroidism-pattern' : 'subclinical-hyperthyroidism-pattern';
}
