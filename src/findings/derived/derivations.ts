import type { Patient } from '../../chart/index.ts';
import type { AnalyteId } from '../../terms/index.ts';
import type { Point } from '../series.ts';
import { bindingCapacityOfTransferrin, bodyMassIndex, transferrinSaturation } from './blood.ts';
import { egfrCkdEpi2021, kidneyFailureRisk } from './kidney.ts';
import { fib4, rFactor } from './liver.ts';
import { anionGap, correctedCalcium, globulin, osmolarGap } from './minerals.ts';

/** How one analyte follows from others. */
export interface Derivation {
  readonly analyte: AnalyteId;
  /** The first is the one that the derived value takes its time from. */
  readonly from: readonly AnalyteId[];
  /** How many days the others may lie from the first. */
  readonly withinDays: (anchor: Point) => number;
  /** From points in the order of `from`; undefined where the formula does not hold. */
  readonly calculate: (inputs: readonly Point[], patient: Patient) => number | undefined;
}

/** One blood sample, even if it was reported over midnight. */
const SAME_SAMPLE = () => 1;
const ADULT = 18;

/** A formula of the values alone. */
function of(
  analyte: AnalyteId,
  from: readonly AnalyteId[],
  formula: (...values: number[]) => number,
  withinDays: (anchor: Point) => number = SAME_SAMPLE,
): Derivation {
  return { analyte, from, withinDays, calculate: (inputs) => formula(...inputs.map(({ value }) => value)) };
}

const ratio = (a = 0, b = 0) => (b > 0 ? a / b : Number.NaN);

/** In this order: later ones may use what earlier ones derived. */
export const DERIVATIONS: readonly Derivation[] = [
  // Albumin changes slowly: one of the month serves where the sample had none.
  of(
    'corrected-calcium',
    ['calcium', 'albumin'],
    (calcium = 0, albumin = 0) => correctedCalcium(calcium, albumin),
    () => 31,
  ),
  of('globulin', ['total-protein', 'albumin'], (protein = 0, albumin = 0) => globulin(protein, albumin)),
  of('anion-gap', ['sodium', 'chloride', 'bicarbonate'], (na = 0, cl = 0, bicarbonate = 0) =>
    anionGap(na, cl, bicarbonate),
  ),
  of('osmolar-gap', ['osmolality', 'sodium', 'glucose', 'urea-nitrogen'], (osm = 0, na = 0, glucose = 0, urea = 0) =>
    osmolarGap(osm, na, glucose, urea),
  ),
  of('transferrin-saturation', ['iron', 'tibc'], (iron = 0, tibc = 0) => transferrinSaturation(iron, tibc)),
  of('transferrin-saturation', ['iron', 'transferrin'], (iron = 0, transferrin = 0) =>
    transferrinSaturation(iron, bindingCapacityOfTransferrin(transferrin)),
  ),
  of('kappa-lambda-ratio', ['free-kappa', 'free-lambda'], ratio),
  of('aldosterone-renin-ratio', ['aldosterone', 'renin'], ratio),
  {
    ...of('bmi', ['body-weight', 'body-height'], (weight = 0, height = 0) => bodyMassIndex(weight, height)),
    // A grown person's height of any year serves; a child's only of that season.
    withinDays: ({ ageYears = 40 }) => (ageYears >= 20 ? 365 * 15 : 60),
  },
  {
    analyte: 'egfr',
    from: ['creatinine'],
    withinDays: SAME_SAMPLE,
    calculate: ([creatinine], { sex }) =>
      creatinine?.ageYears === undefined || creatinine.ageYears < ADULT || !sex
        ? undefined
        : egfrCkdEpi2021(creatinine.value, creatinine.ageYears, sex),
  },
  {
    analyte: 'fib-4',
    from: ['ast', 'alt', 'platelets'],
    withinDays: () => 30,
    calculate: ([ast, alt, platelets]) =>
      !ast || !alt || !platelets || ast.ageYears === undefined || ast.ageYears < 35
        ? undefined
        : fib4({ ageYears: ast.ageYears, ast: ast.value, alt: alt.value, platelets: platelets.value }),
  },
  {
    analyte: 'r-factor',
    from: ['alt', 'alp'],
    withinDays: SAME_SAMPLE,
    calculate: ([alt, alp]) =>
      !alt?.range?.high || !alp?.range?.high || (alt.flag !== 'high' && alp.flag !== 'high')
        ? undefined
        : rFactor({ alt: alt.value, altLimit: alt.range.high, alp: alp.value, alpLimit: alp.range.high }),
  },
  ...(['kfre-2y', 'kfre-5y'] as const).map(
    (analyte): Derivation => ({
      analyte,
      from: ['egfr', 'urine-acr'],
      withinDays: () => 365,
      calculate: ([egfr, acr], { sex }) => {
        if (!egfr || !acr || egfr.value >= 60 || acr.value <= 0 || !sex) return undefined;
        if (egfr.ageYears === undefined || egfr.ageYears < ADULT) return undefined;
        const risk = kidneyFailureRisk({ ageYears: egfr.ageYears, sex, egfr: egfr.value, acr: acr.value });
        return 100 * (analyte === 'kfre-2y' ? risk.twoYears : risk.fiveYears);
      },
    }),
  ),
];
