import { liverPattern } from '../derived/liver.ts';
import type { SeriesMap } from '../series.ts';
import { DAY, near, type PatternResult, pattern, pointsOf } from './pattern.ts';

const IDS = {
  hepatocellular: 'hepatocellular-pattern',
  mixed: 'mixed-liver-pattern',
  cholestatic: 'cholestatic-pattern',
} as const;
const NAMES = {
  hepatocellular: 'Raised liver enzymes, hepatocellular pattern',
  mixed: 'Raised liver enzymes, mixed pattern',
  cholestatic: 'Raised liver enzymes, cholestatic pattern',
} as const;

/**
 * The pattern of raised liver enzymes by the R factor, by the results of the last two years that have one. Alkaline phosphatase
 * with a normal GGT may come from bone: then the cholestatic pattern is only possible. A raised ALT with a normal alkaline
 * phosphatase counts as hepatocellular whatever R is, as mild rises never reach 5.
 */
export function liverPatterns(series: SeriesMap): PatternResult[] {
  const factors = pointsOf(series, 'r-factor');
  const last = factors.at(-1);
  if (!last) return [];
  const recent = factors.filter(({ at }) => last.at - at <= 730 * DAY);
  const readings = recent.flatMap((factor) => {
    const [alt, alp] = [near(series, 'alt', factor.at, 1), near(series, 'alp', factor.at, 1)];
    if (!alt || !alp) return [];
    const onlyAlt = alt.flag === 'high' && alp.flag !== 'high';
    const kind = onlyAlt ? 'hepatocellular' : alt.flag === 'high' ? liverPattern(factor.value) : 'cholestatic';
    const ggt = near(series, 'ggt', factor.at, 60);
    return [{ kind, points: [alt, alp, ggt], isBone: kind === 'cholestatic' && ggt?.flag === 'normal' } as const];
  });
  const kind = readings.at(-1)?.kind;
  if (!kind) return [];
  const same = readings.filter((reading) => reading.kind === kind);
  const isBone = same.every((reading) => reading.isBone);
  const presence = isBone ? 'possible' : 'present';
  const certainty = isBone ? 0.3 : same.length > 1 ? 0.85 : 0.7;
  return [
    pattern(
      IDS[kind],
      NAMES[kind],
      presence,
      certainty,
      same.flatMap(({ points }) => points),
    ),
  ];
}
