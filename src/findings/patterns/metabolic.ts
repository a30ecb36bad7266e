import { albuminCorrectedAnionGap } from '../derived/minerals.ts';
import type { Point, SeriesMap } from '../series.ts';
import { DAY, daysOf, near, type PatternResult, pattern, pointsOf } from './pattern.ts';

/** Calcium with its albumin and its PTH, the anion gap, and loss of weight. */
export function metabolicPatterns(series: SeriesMap): PatternResult[] {
  return [...hypercalcaemia(series), ...parathyroid(series), ...anionGap(series), ...weightLoss(series)];
}

/** Calcium high after correction for albumin, or ionised calcium high. Without albumin a high calcium is only possible. */
function hypercalcaemia(series: SeriesMap): PatternResult[] {
  const sure = [...pointsOf(series, 'corrected-calcium'), ...pointsOf(series, 'ionized-calcium')].sort(
    (a, b) => a.at - b.at,
  );
  const high = sure.filter(({ flag }) => flag === 'high');
  if (high.length > 0) {
    const certainty = high.length > 1 ? 0.95 : 0.8;
    const first = pattern('hypercalcaemia-pattern', 'Calcium high, corrected for albumin', 'present', certainty, high);
    if (daysOf(high) < 90 || high.length * 2 < sure.filter(({ at }) => at >= (high[0]?.at ?? 0)).length) return [first];
    return [
      first,
      pattern('persistent-hypercalcaemia', 'Calcium high for three months or more', 'present', 0.95, high),
    ];
  }
  const uncorrected = pointsOf(series, 'calcium').filter(
    ({ flag, at }) => flag === 'high' && !near(series, 'albumin', at, 31),
  );
  if (uncorrected.length > 0) {
    return [pattern('hypercalcaemia-pattern', 'Calcium high, albumin not known', 'possible', 0.7, uncorrected)];
  }
  const last = sure.at(-1) ?? pointsOf(series, 'calcium').at(-1);
  return last ? [pattern('hypercalcaemia-pattern', 'Calcium not high', 'absent', 0.9, [last])] : [];
}

/** A PTH that is not suppressed beside a high calcium; above 20 pg/mL it should be (estimate after guidelines' 25). */
function parathyroid(series: SeriesMap): PatternResult[] {
  const calciums = ['corrected-calcium', 'ionized-calcium', 'calcium'].flatMap((analyte) => pointsOf(series, analyte));
  const pairs = pointsOf(series, 'pth').flatMap((pth) => {
    const high = calciums.find(({ flag, at }) => flag === 'high' && Math.abs(at - pth.at) <= 60 * DAY);
    return high && pth.flag !== 'low' && pth.value >= 20 ? [pth, high] : [];
  });
  return pairs.length > 0
    ? [pattern('pth-not-suppressed', 'PTH not suppressed by a high calcium', 'present', 0.9, pairs)]
    : [];
}

/** Anion gap above its range, each corrected for albumin where that is low. */
function anionGap(series: SeriesMap): PatternResult[] {
  const high = pointsOf(series, 'anion-gap').filter((gap) => {
    const albumin = near(series, 'albumin', gap.at, 7);
    const corrected = albumin ? albuminCorrectedAnionGap(gap.value, Math.min(albumin.value, 4)) : gap.value;
    return gap.range?.high !== undefined && corrected > gap.range.high;
  });
  const bicarbonates = high.map(({ at }) => near(series, 'bicarbonate', at, 1));
  if (high.length === 0) return [];
  const isAcid = bicarbonates.some((point) => point?.flag === 'low');
  const presence = isAcid || high.length > 1 ? 'present' : 'possible';
  return [pattern('high-anion-gap', 'Anion gap high', presence, isAcid ? 0.9 : 0.6, [...high, ...bicarbonates])];
}

const LOSS = 0.05;

/** Five per cent or more of the weight lost in six to twelve months, and most of it not regained; adults. */
function weightLoss(series: SeriesMap): PatternResult[] {
  const weights = pointsOf(series, 'body-weight').filter(({ ageYears = 40 }) => ageYears >= 19);
  const last = weights.at(-1);
  if (!last) return [];
  let worst: { from: Point; to: Point; part: number } | undefined;
  for (const to of weights) {
    for (const from of weights) {
      const days = (to.at - from.at) / DAY;
      const part = 1 - to.value / from.value;
      if (days < 14 || days > 380 || part < LOSS || last.value > from.value * (1 - LOSS / 2)) continue;
      if ((!worst || to.at > worst.to.at || part > worst.part) && isConfirmed(weights, from)) {
        worst = { from, to, part };
      }
    }
  }
  if (!worst) return [];
  const { from, to, part } = worst;
  const months = Math.max(1, Math.round((to.at - from.at) / (30.4 * DAY)));
  const name = `Weight loss of ${(100 * part).toFixed(0)} % in ${months} month${months === 1 ? '' : 's'}`;
  const between = weights.filter(({ at }) => at >= from.at && at <= to.at);
  return [pattern('weight-loss-5-percent', name, 'present', between.length > 2 ? 0.9 : 0.75, between)];
}

/** Another weight of the year before is near this one: not a slip of the pen, a pregnancy's or an oedema's peak. */
function isConfirmed(weights: readonly Point[], from: Point): boolean {
  const before = weights.filter(({ at }) => at < from.at && from.at - at <= 800 * DAY);
  return before.length === 0 || before.some(({ value }) => Math.abs(value / from.value - 1) <= 0.03);
}
