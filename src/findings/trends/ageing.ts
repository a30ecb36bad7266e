import type { AnalyteId } from '../../terms/index.ts';

/**
 * What healthy ageing itself does a year, as a fraction of the value, rounded up in the direction given. A trend must be more
 * than this. Estimates of the project after population studies: no figure here is a citation.
 */
const AGEING: Readonly<Record<AnalyteId, { readonly rising?: number; readonly falling?: number }>> = {
  'body-weight': { rising: 0.008, falling: 0.003 },
  bmi: { rising: 0.008, falling: 0.002 },
  waist: { rising: 0.008 },
  'body-height': { falling: 0.0008 },
  'systolic-bp': { rising: 0.006, falling: 0.002 },
  'diastolic-bp': { rising: 0.004, falling: 0.006 },
  'heart-rate': { falling: 0.004 },
  egfr: { falling: 0.011 },
  creatinine: { rising: 0.008 },
  'cystatin-c': { rising: 0.008 },
  'urea-nitrogen': { rising: 0.01 },
  'urine-acr': { rising: 0.02 },
  psa: { rising: 0.04 },
  hemoglobin: { falling: 0.0015, rising: 0.001 },
  hematocrit: { falling: 0.0015, rising: 0.001 },
  erythrocytes: { falling: 0.0025 },
  mcv: { rising: 0.0008 },
  rdw: { rising: 0.003 },
  albumin: { falling: 0.003 },
  esr: { rising: 0.02 },
  crp: { rising: 0.02 },
  ferritin: { rising: 0.03 },
  cholesterol: { rising: 0.008, falling: 0.005 },
  ldl: { rising: 0.01, falling: 0.005 },
  triglycerides: { rising: 0.012 },
  glucose: { rising: 0.005 },
  'fasting-glucose': { rising: 0.004 },
  hba1c: { rising: 0.004 },
  alp: { rising: 0.006 },
  ggt: { rising: 0.012 },
  tsh: { rising: 0.01 },
  pth: { rising: 0.012 },
  testosterone: { falling: 0.012 },
  'igf-1': { falling: 0.015 },
  'nt-probnp': { rising: 0.05 },
  bnp: { rising: 0.04 },
  fev1: { falling: 0.012 },
  fvc: { falling: 0.01 },
  'fev1-fvc': { falling: 0.004 },
  dlco: { falling: 0.004 },
  'oxygen-saturation': { falling: 0.001 },
  'beta-2-microglobulin': { rising: 0.01 },
  homocysteine: { rising: 0.01 },
};

/** The part of a logarithmic change over some years that ageing explains, 0 or more in the direction of the change. */
export function ageingChange(analyte: AnalyteId, direction: 'rising' | 'falling', years: number): number {
  return (AGEING[analyte]?.[direction] ?? 0) * Math.max(0, years);
}

/** What the growth of a child or an adolescent changes: their trends are read from this age on, in years. */
const GROWN_AT = 19;
const GROWING: ReadonlySet<AnalyteId> = new Set(
  (
    'body-weight body-height bmi waist head-circumference systolic-bp diastolic-bp heart-rate respiratory-rate alp ' +
    'creatinine egfr cystatin-c hemoglobin hematocrit erythrocytes mcv mch leukocytes neutrophils lymphocytes phosphate ' +
    'calcium urate testosterone estradiol fsh lh shbg igf-1 prolactin igg iga igm total-protein globulin alt ast ck ldh ' +
    'ferritin iron fev1 fvc peak-flow dlco cholesterol ldl hdl urea-nitrogen esr'
  ).split(' '),
);

/** Whether a value at this age says nothing of a trend because the person was still growing. */
export function isGrowing(analyte: AnalyteId, ageYears: number | undefined): boolean {
  return ageYears !== undefined && ageYears < GROWN_AT && GROWING.has(analyte);
}
