import type { Sex } from '../../chart/index.ts';

/**
 * Estimated GFR in mL/min/1.73 m² from creatinine in mg/dL, CKD-EPI 2021 without race; adults (18 years and over).
 *
 * Inker LA et al. New creatinine- and cystatin C-based equations to estimate GFR without race. N Engl J Med 2021;385:1737-1749.
 */
export function egfrCkdEpi2021(creatinine: number, ageYears: number, sex: Sex): number {
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / kappa;
  return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** ageYears * factor;
}

export type GStage = 'G1' | 'G2' | 'G3a' | 'G3b' | 'G4' | 'G5';
export type AStage = 'A1' | 'A2' | 'A3';

/** KDIGO category of GFR (mL/min/1.73 m²). KDIGO 2024, Kidney Int 2024;105(4S):S117-S314. */
export function gStage(egfr: number): GStage {
  if (egfr >= 90) return 'G1';
  if (egfr >= 60) return 'G2';
  if (egfr >= 45) return 'G3a';
  if (egfr >= 30) return 'G3b';
  return egfr >= 15 ? 'G4' : 'G5';
}

/** KDIGO category of albuminuria from the albumin to creatinine ratio in mg/g (A2 from 30, A3 above 300). KDIGO 2024. */
export function aStage(acr: number): AStage {
  if (acr < 30) return 'A1';
  return acr <= 300 ? 'A2' : 'A3';
}

/** Baseline survival free of kidney failure: which calibration of the equation. */
const KFRE_BASELINE = {
  'north-america': { twoYears: 0.975, fiveYears: 0.924 },
  other: { twoYears: 0.9832, fiveYears: 0.9365 },
} as const;

/**
 * Risk (0 to 1) of kidney failure that needs dialysis or a transplant, within 2 and 5 years: four-variable equation, for adults
 * with eGFR (mL/min/1.73 m²) below 60. `acr` in mg/g.
 *
 * Tangri N et al. Multinational assessment of accuracy of equations for predicting risk of kidney failure. JAMA
 * 2016;315:164-174.
 */
export function kidneyFailureRisk(
  { ageYears, sex, egfr, acr }: { ageYears: number; sex: Sex; egfr: number; acr: number },
  region: keyof typeof KFRE_BASELINE = 'north-america',
): { twoYears: number; fiveYears: number } {
  const score =
    -0.2201 * (ageYears / 10 - 7.036) +
    0.2467 * ((sex === 'male' ? 1 : 0) - 0.5642) -
    0.5567 * (egfr / 5 - 7.222) +
    0.451 * (Math.log(acr) - 5.137);
  const { twoYears, fiveYears } = KFRE_BASELINE[region];
  return { twoYears: 1 - twoYears ** Math.exp(score), fiveYears: 1 - fiveYears ** Math.exp(score) };
}
