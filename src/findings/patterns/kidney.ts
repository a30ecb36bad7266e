import { kdigoAkiStage, nhsEnglandAkiAlert } from '../derived/acute-kidney.ts';
import { aStage, gStage } from '../derived/kidney.ts';
import type { Point, SeriesMap } from '../series.ts';
import { mannKendall, median, theilSen } from '../trends/statistics.ts';
import { DAY, daysOf, lastRun, type PatternResult, pattern, pointsOf } from './pattern.ts';

/** KDIGO's chronicity: three months. */
const CHRONIC_DAYS = 90;
const YEAR = 365.25 * DAY;
const LIMITS = [
  ['kdigo-g3a-or-worse', 60],
  ['kdigo-g3b-or-worse', 45],
  ['kdigo-g4-or-worse', 30],
] as const;

/** Chronic kidney disease by KDIGO 2024 (eGFR or albuminuria for three months), acute kidney injury, and rapid decline. */
export function kidneyPatterns(series: SeriesMap): PatternResult[] {
  const egfr = pointsOf(series, 'egfr').filter(({ ageYears = 40 }) => ageYears >= 18);
  const acr = pointsOf(series, 'urine-acr');
  return [
    ...chronicKidneyDisease(egfr, acr),
    ...acuteKidneyInjury(pointsOf(series, 'creatinine')),
    ...rapidDecline(egfr),
  ];
}

function chronicKidneyDisease(egfr: readonly Point[], acr: readonly Point[]): PatternResult[] {
  const results: PatternResult[] = [];
  const last = egfr.at(-1);
  if (!last) return albuminuria(acr);
  const stage = `${gStage(last.value)}${acr.at(-1) ? ` ${aStage(acr.at(-1)?.value ?? 0)}` : ''}`;
  for (const [id, limit] of LIMITS) {
    const run = lastRun(egfr, ({ value }) => value < limit);
    const name = `eGFR below ${limit} for three months: ${stage} (KDIGO)`;
    if (daysOf(run) >= CHRONIC_DAYS) results.push(pattern(id, name, 'present', 0.95, run));
    else if (run.length > 0)
      results.push(pattern(id, `eGFR below ${limit}, not yet three months`, 'possible', 0.6, run));
    else if (limit === 60) results.push(pattern(id, 'eGFR 60 or more', 'absent', 0.9, [last]));
  }
  return [...results, ...albuminuria(acr)];
}

function albuminuria(acr: readonly Point[]): PatternResult[] {
  const last = acr.at(-1);
  if (!last) return [];
  const high = acr.filter(({ value }) => value >= 30);
  if (last.value < 30) {
    return high.length > 0 ? [] : [pattern('persistent-albuminuria', 'No albuminuria', 'absent', 0.85, [last])];
  }
  const isPersistent = daysOf(high) >= CHRONIC_DAYS && high.length * 2 > acr.length;
  const name = `Albuminuria ${aStage(last.value)}${isPersistent ? ' for three months' : ''} (KDIGO)`;
  return [
    pattern('persistent-albuminuria', name, isPersistent ? 'present' : 'possible', isPersistent ? 0.95 : 0.5, high),
  ];
}

/** Every episode, named after the worst stage that any reached. */
function acuteKidneyInjury(creatinines: readonly Point[]): PatternResult[] {
  let worst = 0;
  let alert = 0;
  let isHigh = false;
  const points: Point[] = [];
  creatinines.forEach((current, index) => {
    const window = creatinines.slice(0, index + 1).filter(({ at }) => current.at - at <= YEAR);
    const stage = kdigoAkiStage(window);
    if (stage === undefined) return;
    worst = Math.max(worst, stage);
    alert = Math.max(alert, nhsEnglandAkiAlert(window) ?? 0);
    const before = window.at(-2);
    isHigh ||= current.flag === 'high';
    points.push(...(before ? [before] : []), current);
  });
  if (worst === 0) return [];
  const nhs = alert > 0 ? `; NHS England alert ${alert}` : '';
  const name = `Acute kidney injury, KDIGO stage ${worst}${nhs}`;
  // From one low normal creatinine to a higher normal one is a rise by the rule, seldom an injury.
  return [pattern('aki', name, isHigh ? 'present' : 'possible', isHigh ? 0.85 : 0.4, points)];
}

/** Sustained fall above 5 mL/min/1.73 m² a year, or by a category and a quarter (KDIGO 2024), over the last five years. */
function rapidDecline(egfr: readonly Point[]): PatternResult[] {
  const last = egfr.at(-1);
  if (!last || last.value >= 90) return [];
  const recent = egfr.filter(({ at }) => last.at - at <= 5 * YEAR);
  const years = recent.map(({ at }) => at / YEAR);
  const values = recent.map(({ value }) => value);
  const span = daysOf(recent) / 365.25;
  if (recent.length < 4 || span < 1) return [];
  const { slope } = theilSen(years, values);
  const [before, now] = [median(values.slice(0, -2)), median(values.slice(-2))];
  const falls = slope < -5 && mannKendall(values).p <= 0.1;
  const drops = now <= 0.75 * before && gStage(now) !== gStage(before) && daysOf(recent.slice(-2)) >= 14 && span <= 2;
  if (!falls && !drops) return [];
  const rate = falls
    ? `${Math.abs(slope).toFixed(1)} mL/min/1.73 m² a year`
    : `from ${before.toFixed(0)} to ${now.toFixed(0)}`;
  return [pattern('rapid-egfr-decline', `Rapid decline of eGFR: ${rate} (KDIGO)`, 'present', 0.8, recent)];
}
