import { median } from '../trends/statistics.ts';

/** A creatinine in mg/dL at a time in milliseconds. */
export interface Creatinine {
  readonly at: number;
  readonly value: number;
}

export type AkiStage = 1 | 2 | 3;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * KDIGO stage of acute kidney injury at the last of these creatinines (mg/dL, sorted by time), undefined for none: a rise of
 * 0.3 mg/dL within 48 hours, or to 1.5 times the baseline, which is the lowest of the last 7 days or, without one, the median of
 * the 8 to 365 days before. Stage 2 from twice, 3 from three times the baseline, or from 4.0 mg/dL where stage 1 is met.
 * Urine output is not considered.
 *
 * KDIGO Clinical Practice Guideline for Acute Kidney Injury. Kidney Int Suppl 2012;2:1-138.
 */
export function kdigoAkiStage(creatinines: readonly Creatinine[]): AkiStage | undefined {
  return stageOf(creatinines, 0.3, 4);
}

/**
 * Alert of the algorithm of NHS England at the last of these creatinines (mg/dL, sorted by time), undefined for none. It has the
 * baselines of KDIGO, a rise above 26 µmol/L within 48 hours, and stage 3 above 354 µmol/L; adults only.
 *
 * NHS England. Patient safety alert NHS/PSA/D/2014/010: standardising the early identification of acute kidney injury, 2014.
 */
export function nhsEnglandAkiAlert(creatinines: readonly Creatinine[]): AkiStage | undefined {
  const [rise, limit] = [26 / 88.4 + 1e-9, 354 / 88.4 + 1e-9];
  return stageOf(creatinines, rise, limit);
}

function stageOf(creatinines: readonly Creatinine[], rise: number, limit: number): AkiStage | undefined {
  const current = creatinines.at(-1);
  if (!current) return undefined;
  const earlier = creatinines.slice(0, -1).filter(({ at }) => at < current.at);
  const within = (from: number, to: number) =>
    earlier.filter(({ at }) => current.at - at > from && current.at - at <= to).map(({ value }) => value);
  const week = within(0, 7 * DAY);
  const year = within(7 * DAY, 365 * DAY);
  const baseline = week.length > 0 ? Math.min(...week) : median(year);
  const ratio = current.value / baseline + 1e-9;
  const hasRisen = current.value - Math.min(...within(0, 48 * HOUR)) >= rise - 1e-9;
  if (!(ratio >= 1.5) && !hasRisen) return undefined;
  if (ratio >= 3 || current.value >= limit) return 3;
  return ratio >= 2 ? 2 : 1;
}
