import type { AnalyteId, AnalyteSex } from './analyte.ts';
import { ANALYTES } from './catalogue.ts';
import { referenceRange, toCanonical } from './quantities.ts';

/** How laboratories of a country report: in SI units, as in Europe, or in conventional ones, as in the United States. */
export type Convention = 'si' | 'conventional';

/**
 * The units that an analyte is reported in, conventional and SI, and what people come to clinicians with, in the canonical unit: beyond
 * it a bare number is in the other unit. The limits are wide of any disease that is seen; estimates of the project.
 */
interface Customary {
  readonly conventional: string;
  readonly si: string;
  readonly seen: readonly [low: number, high: number];
}

const rows = (
  conventional: string,
  si: string,
  seen: Readonly<Record<AnalyteId, readonly [number, number]>>,
): readonly (readonly [AnalyteId, Customary])[] =>
  Object.entries(seen).map(([analyte, limits]) => [analyte, { conventional, si, seen: limits }]);

const CUSTOMARY: ReadonlyMap<AnalyteId, Customary> = new Map([
  ...rows('g/dL', 'g/L', {
    hemoglobin: [2.5, 24],
    albumin: [1, 6.5],
    'total-protein': [3, 14],
    globulin: [1, 11],
    'm-protein': [0.05, 12],
    mchc: [20, 45],
  }),
  ...rows('%', 'L/L', { hematocrit: [8, 75] }),
  ...rows('%', 'mmol/mol', { hba1c: [3, 20] }),
  ...rows('mg/dL', 'mmol/L', {
    glucose: [20, 1500],
    'fasting-glucose': [20, 1000],
    'csf-glucose': [5, 500],
    calcium: [4.5, 18],
    'corrected-calcium': [4.5, 18],
    phosphate: [0.7, 15],
    magnesium: [0.7, 8],
    'urea-nitrogen': [1.5, 250],
    cholesterol: [50, 900],
    ldl: [15, 700],
    hdl: [8, 150],
    triglycerides: [20, 8000],
  }),
  ...rows('mg/dL', 'umol/L', {
    creatinine: [0.2, 25],
    urate: [0.5, 20],
    bilirubin: [0.1, 50],
    'direct-bilirubin': [0.02, 35],
  }),
  ...rows('ug/dL', 'umol/L', { iron: [5, 400], tibc: [80, 700] }),
  ...rows('mg/dL', 'g/L', {
    transferrin: [40, 600],
    fibrinogen: [30, 1200],
    iga: [4, 8000],
    igg: [50, 12000],
    igm: [5, 10000],
    c3: [5, 300],
    c4: [1, 120],
    ceruloplasmin: [2, 100],
    haptoglobin: [2, 600],
    'csf-protein': [8, 2500],
  }),
  ...rows('ug/dL', 'nmol/L', { cortisol: [0.3, 150] }),
  ...rows('ng/dL', 'pmol/L', { 'free-t4': [0.1, 10] }),
  ...rows('pg/mL', 'pmol/L', { 'free-t3': [0.5, 30], pth: [1, 4000], estradiol: [3, 5000] }),
  ...rows('ng/dL', 'nmol/L', { testosterone: [2, 3000] }),
  ...rows('ng/mL', 'nmol/L', { 'vitamin-d': [2, 250] }),
  ...rows('ng/mL', 'm[IU]/L', { prolactin: [0.5, 10000] }),
  ...rows('mg/g', 'mg/mmol', { 'urine-acr': [0.5, 20000], 'urine-pcr': [10, 30000] }),
]);

/** Counts of cells, in thousands of a microlitre or in full: "WBC 12" and "WBC 12,000" are the same everywhere. */
const COUNTED: Readonly<Record<AnalyteId, readonly [low: number, high: number]>> = {
  leukocytes: [0.05, 600],
  neutrophils: [0.005, 150],
  lymphocytes: [0.01, 500],
  monocytes: [0.005, 100],
  eosinophils: [0.005, 100],
  basophils: [0.003, 30],
  platelets: [1, 3000],
};

/** What else is known beside a bare number. */
export interface Beside {
  readonly convention?: Convention | undefined;
  readonly sex?: AnalyteSex | undefined;
  /** The range that is told with it, in the same unit. */
  readonly range?: readonly [low: number, high: number] | undefined;
}

/** A range is that of a unit when its upper limit is within this factor of the usual one. */
const SAME_RANGE = 1.6;

/**
 * The unit, UCUM, of a number that is told without one; undefined where it may be in either of two units and they would mean different
 * things. Decided by the range told with it, by what people have, then by the convention of the text; where both units say the same
 * (low, normal or high), the conventional one. Analytes with one customary unit have the canonical one.
 */
export function unitOfBareNumber(analyte: AnalyteId, value: number, beside: Beside = {}): string | undefined {
  const counted = COUNTED[analyte];
  const customary = CUSTOMARY.get(analyte) ?? (counted && { conventional: '10*3/uL', si: '/uL', seen: counted });
  if (!customary) return ANALYTES.get(analyte)?.unit;
  // Nothing of a thing (no eosinophils) is none in any unit.
  if (value === 0) return customary.conventional;
  const units = [customary.conventional, customary.si];
  const usual = referenceRange(analyte, { sex: beside.sex });
  const byRange = beside.range && usual?.high !== undefined ? units.filter((unit) => isRangeIn(unit)) : [];
  if (byRange.length === 1) return byRange[0];
  const possible = possibleUnits(analyte, value, customary);
  if (possible.length < 2) return possible[0];
  if (beside.convention && !counted) return customary[beside.convention];
  const flags = new Set(units.map((unit) => flagOf(toCanonical(analyte, value, unit)?.value ?? Number.NaN, usual)));
  return flags.size === 1 ? customary.conventional : undefined;

  function isRangeIn(unit: string): boolean {
    const high = toCanonical(analyte, beside.range?.[1] ?? Number.NaN, unit)?.value ?? Number.NaN;
    return Math.abs(Math.log(high / (usual?.high ?? Number.NaN))) < Math.log(SAME_RANGE);
  }
}

/** Of the customary units those in which a number is one that people have. */
const possibleUnits = (
  analyte: AnalyteId,
  value: number,
  { conventional, si, seen: [low, high] }: Customary,
): string[] =>
  [conventional, si].filter((unit) => {
    const canonical = toCanonical(analyte, value, unit)?.value ?? Number.NaN;
    return canonical >= low && canonical <= high;
  });

function flagOf(value: number, { low, high }: { low?: number; high?: number } = {}): string {
  return low !== undefined && value < low ? 'low' : high !== undefined && value > high ? 'high' : 'normal';
}

/** Whether an analyte is reported in more than one unit, so that a bare number of it has to be asked which is meant. */
export const hasTwoUnits = (analyte: AnalyteId): boolean => CUSTOMARY.has(analyte) || COUNTED[analyte] !== undefined;

/** A quantity as a text or a record tells it. */
export interface Told {
  readonly analyte: AnalyteId;
  readonly value: number;
  readonly unit?: string | undefined;
}

/** So many times as often as the other: haemoglobin in g/dL stands in many a text that is else in SI units. */
const MANY = 2;

/** The convention of a text or a record, by the units that it gives and by numbers that can be in one only; undefined where they disagree. */
export function conventionOf(told: Iterable<Told>): Convention | undefined {
  const votes = { si: 0, conventional: 0 };
  for (const { analyte, value, unit } of told) {
    const customary = CUSTOMARY.get(analyte);
    if (!customary) continue;
    const meant = unit ?? unitOfBareNumber(analyte, value);
    const scale = meant === undefined ? undefined : toCanonical(analyte, 1, meant)?.value;
    const [si, conventional] = [customary.si, customary.conventional].map(
      (each) => toCanonical(analyte, 1, each)?.value,
    );
    // Where both would say the same, nothing is told of the convention.
    if (unit === undefined && possibleUnits(analyte, value, customary).length > 1) continue;
    if (scale === undefined || si === conventional) continue;
    if (scale === si) votes.si++;
    else if (scale === conventional) votes.conventional++;
  }
  if (votes.si > MANY * votes.conventional) return 'si';
  return votes.conventional > MANY * votes.si ? 'conventional' : undefined;
}
