import type { Sex } from '../../chart/index.ts';

export interface PreventInput {
  /** 30 to 79 years. */
  readonly ageYears: number;
  readonly sex: Sex;
  /** mg/dL. */
  readonly cholesterol: number;
  /** mg/dL. */
  readonly hdl: number;
  /** mm Hg. */
  readonly systolic: number;
  /** mL/min/1.73 m². */
  readonly egfr: number;
  readonly hasDiabetes: boolean;
  readonly smokes: boolean;
  readonly isOnBloodPressureDrug: boolean;
  readonly isOnStatin: boolean;
}

/** Coefficients of the base model for ASCVD in 10 years, in the order of the terms below. */
const COEFFICIENTS: Readonly<Record<Sex, readonly number[]>> = {
  female: [
    -3.819975, 0.719883, 0.1176967, -0.151185, -0.0835358, 0.3592852, 0.8348585, 0.4831078, 0.4864619, 0.0397779,
    0.2265309, -0.0592374, -0.0395762, 0.0844423, -0.0567839, 0.0325692, -0.1035985, -0.2417542, -0.0791142, -0.1671492,
  ],
  male: [
    -3.500655, 0.7099847, 0.1658663, -0.1144285, -0.2837212, 0.3239977, 0.7189597, 0.3956973, 0.3690075, 0.0203619,
    0.2036522, -0.0865581, -0.0322916, 0.114563, -0.0300005, 0.0232747, -0.0927024, -0.2018525, -0.0970527, -0.1217081,
  ],
};
const MMOL = 0.02586;

/**
 * Risk (0 to 1) of atherosclerotic cardiovascular disease within 10 years: PREVENT, base model, for people of 30 to 79 years
 * without known cardiovascular disease. Undefined outside that age.
 *
 * Khan SS et al. Development and validation of the American Heart Association's PREVENT equations. Circulation
 * 2024;149:430-449.
 */
export function preventAscvd10y(input: PreventInput): number | undefined {
  if (input.ageYears < 30 || input.ageYears >= 80) return undefined;
  const age = (input.ageYears - 55) / 10;
  const nonHdl = (input.cholesterol - input.hdl) * MMOL - 3.5;
  const hdl = (input.hdl * MMOL - 1.3) / 0.3;
  const lowPressure = (Math.min(input.systolic, 110) - 110) / 20;
  const pressure = (Math.max(input.systolic, 110) - 130) / 20;
  const lowGfr = (Math.min(input.egfr, 60) - 60) / -15;
  const gfr = (Math.max(input.egfr, 60) - 90) / -15;
  const [diabetes, smoking] = [Number(input.hasDiabetes), Number(input.smokes)];
  const [treated, statin] = [Number(input.isOnBloodPressureDrug), Number(input.isOnStatin)];
  const terms = [
    1,
    age,
    nonHdl,
    hdl,
    lowPressure,
    pressure,
    diabetes,
    smoking,
    lowGfr,
    gfr,
    treated,
    statin,
    treated * pressure,
    statin * nonHdl,
    age * nonHdl,
    age * hdl,
    age * pressure,
    age * diabetes,
    age * smoking,
    age * lowGfr,
  ];
  const logit = terms.reduce((sum, term, index) => sum + term * (COEFFICIENTS[input.sex][index] ?? 0), 0);
  return 1 / (1 + Math.exp(-logit));
}
