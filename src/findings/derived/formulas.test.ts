import { describe, expect, it } from 'vitest';
import { kdigoAkiStage, nhsEnglandAkiAlert } from './acute-kidney.ts';
import { bindingCapacityOfTransferrin, bodyMassIndex, mentzerIndex, transferrinSaturation } from './blood.ts';
import { preventAscvd10y } from './cardiovascular.ts';
import { aStage, egfrCkdEpi2021, gStage, kidneyFailureRisk } from './kidney.ts';
import { fib4, liverPattern, rFactor } from './liver.ts';
import { albuminCorrectedAnionGap, anionGap, correctedCalcium, globulin, osmolarGap } from './minerals.ts';

const DAY = 86_400_000;
const results = (...pairs: [day: number, value: number][]) => pairs.map(([day, value]) => ({ at: day * DAY, value }));

describe('kidney', () => {
  it('eGFR CKD-EPI 2021', () => {
    expect(Math.round(egfrCkdEpi2021(1.2, 55, 'male'))).toBe(71);
    expect(Math.round(egfrCkdEpi2021(1, 50, 'female'))).toBe(69);
    expect(Math.round(egfrCkdEpi2021(0.6, 30, 'female'))).toBe(124);
  });
  it('KDIGO categories', () => {
    expect([95, 90, 89, 59, 44, 29, 14].map(gStage)).toEqual(['G1', 'G1', 'G2', 'G3a', 'G3b', 'G4', 'G5']);
    expect([29, 30, 300, 301].map(aStage)).toEqual(['A1', 'A2', 'A2', 'A3']);
  });
  it('kidney failure risk equation, four variables', () => {
    const risk = kidneyFailureRisk({ ageYears: 60, sex: 'male', egfr: 30, acr: 300 });
    expect(100 * risk.twoYears).toBeCloseTo(8.6, 1);
    expect(100 * risk.fiveYears).toBeCloseTo(24.6, 1);
    const elsewhere = kidneyFailureRisk({ ageYears: 60, sex: 'male', egfr: 30, acr: 300 }, 'other');
    expect(elsewhere.fiveYears).toBeLessThan(risk.fiveYears);
  });
});

describe('acute kidney injury', () => {
  it.each([
    ['no earlier result', results([0, 2]), undefined],
    ['a rise of 0.3 mg/dL in two days', results([0, 1], [1.5, 1.3]), 1],
    ['the same rise over a month', results([0, 1], [30, 1.3]), undefined],
    ['1.5 times the median of the year', results([0, 0.9], [60, 1], [120, 1.1], [200, 1.5]), 1],
    ['twice the lowest of the week', results([0, 0.8], [5, 1.6]), 2],
    ['three times', results([0, 0.8], [5, 2.4]), 3],
    ['above 4 mg/dL with a rise', results([0, 3.6], [1, 4.1]), 3],
    ['above 4 mg/dL as ever', results([0, 4.1], [30, 4.2], [60, 4.2]), undefined],
    ['an old result only', results([0, 0.8], [500, 1.6]), undefined],
  ])('KDIGO: %s', (_, creatinines, stage) => expect(kdigoAkiStage(creatinines)).toBe(stage));

  it('NHS England: more than 26 umol/L in two days, or 1.5 times', () => {
    expect(nhsEnglandAkiAlert(results([0, 1], [1, 1 + 27 / 88.4]))).toBe(1);
    expect(nhsEnglandAkiAlert(results([0, 1], [1, 1 + 25 / 88.4]))).toBeUndefined();
    expect(nhsEnglandAkiAlert(results([0, 1], [100, 2.1]))).toBe(2);
    expect(nhsEnglandAkiAlert(results([0, 2], [1, 360 / 88.4]))).toBe(3);
  });
});

describe('liver', () => {
  it('FIB-4', () => expect(fib4({ ageYears: 60, ast: 50, alt: 40, platelets: 150 })).toBeCloseTo(3.16, 2));
  it('R factor', () => {
    expect(rFactor({ alt: 400, altLimit: 40, alp: 120, alpLimit: 120 })).toBe(10);
    expect([10, 5, 3, 2, 0.4].map(liverPattern)).toEqual([
      'hepatocellular',
      'hepatocellular',
      'mixed',
      'cholestatic',
      'cholestatic',
    ]);
  });
});

describe('minerals and proteins', () => {
  it('corrected calcium', () => expect(correctedCalcium(8, 2)).toBeCloseTo(9.6, 10));
  it('anion gap', () => {
    expect(anionGap(140, 104, 24)).toBe(12);
    expect(albuminCorrectedAnionGap(12, 2)).toBe(17);
  });
  it('osmolar gap', () => expect(osmolarGap(330, 140, 90, 14)).toBe(40));
  it('globulin', () => expect(globulin(7.5, 4)).toBe(3.5));
});

describe('blood and body', () => {
  it('transferrin saturation', () => {
    expect(transferrinSaturation(50, 400)).toBe(12.5);
    expect(bindingCapacityOfTransferrin(280)).toBe(350);
  });
  it('Mentzer index', () => {
    expect(mentzerIndex(65, 6)).toBeLessThan(13);
    expect(mentzerIndex(70, 4)).toBeGreaterThan(13);
  });
  it('body mass index', () => expect(bodyMassIndex(70, 175)).toBeCloseTo(22.86, 2));
});

it('PREVENT, ASCVD in 10 years: the example of the equations', () => {
  const woman = {
    ageYears: 50,
    sex: 'female',
    cholesterol: 200,
    hdl: 45,
    systolic: 160,
    egfr: 90,
    hasDiabetes: true,
    smokes: false,
    isOnBloodPressureDrug: true,
    isOnStatin: false,
  } as const;
  expect(preventAscvd10y(woman)).toBeCloseTo(0.092, 3);
  expect(preventAscvd10y({ ...woman, sex: 'male' })).toBeCloseTo(0.102, 3);
  expect(preventAscvd10y({ ...woman, ageYears: 25 })).toBeUndefined();
});
