import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYTES, fromCanonical, normalUnit, SYSTEM, toCanonical } from './index.ts';

const loinc = (code: string) => [{ system: SYSTEM.loinc, code }];

describe('normalUnit', () => {
  it.each([
    ['K/uL', '10*3/uL'],
    ['x10^9/L', '10*9/L'],
    ['x10E3/uL', '10*3/uL'],
    ['10³/µL', '10*3/uL'],
    ['Thousand/uL', '10*3/uL'],
    ['/mm3', '/uL'],
    ['IU/L', '[IU]/L'],
    ['µIU/mL', 'u[IU]/mL'],
    ['mcg/dL', 'ug/dL'],
    ['beats/minute', '/min'],
    ['mmHg', 'mm[Hg]'],
    ['°C', 'Cel'],
    ['degF', '[degF]'],
    ['lb', '[lb_av]'],
    ['in', '[in_i]'],
    ['T-score', '{T-score}'],
    ['mL/min/1.73m²', 'mL/min/{1.73_m2}'],
    ['mg/g creat', 'mg/g'],
    ['mg/24 hrs', 'mg/(24.h)'],
    ['mmol/mol Hb', 'mmol/mol'],
    ['ug/mL FEU', 'ug/mL'],
    ['furlong', 'furlong'],
  ])('%s is %s', (given, ucum) => expect(normalUnit(given)).toBe(ucum));

  it('changes nothing that is normal already', () => {
    for (const { unit } of ANALYTES.values()) if (unit !== '{titer}') expect(normalUnit(unit)).toBe(unit);
  });
});

describe('toCanonical', () => {
  it.each([
    ['glucose', 5.5, 'mmol/L', 99.1],
    ['hba1c', 48, 'mmol/mol', 6.54],
    ['hba1c', 33, 'mmol/mol', 5.17],
    ['hemoglobin', 115, 'g/L', 11.5],
    ['hematocrit', 0.41, 'L/L', 41],
    ['creatinine', 88.4, 'umol/L', 1],
    ['calcium', 2.72, 'mmol/L', 10.9],
    ['calcium', 5, 'mEq/L', 10.02],
    ['phosphate', 1.11, 'mmol/L', 3.44],
    ['vitamin-b12', 235, 'pmol/L', 318.5],
    ['folate', 6.6, 'nmol/L', 2.91],
    ['vitamin-d', 50, 'nmol/L', 20.03],
    ['iron', 10, 'umol/L', 55.8],
    ['free-t4', 15, 'pmol/L', 1.165],
    ['cortisol', 400, 'nmol/L', 14.5],
    ['testosterone', 10, 'nmol/L', 288.4],
    ['urine-acr', 3, 'mg/mmol', 26.5],
    ['bilirubin', 17.1, 'umol/L', 1],
    ['cholesterol', 5.2, 'mmol/L', 201],
    ['triglycerides', 1.7, 'mmol/L', 150.5],
    ['urate', 420, 'umol/L', 7.06],
    ['urea-nitrogen', 5, 'mmol/L', 14],
    ['platelets', 250, '10*9/L', 250],
    ['leukocytes', 6500, '/uL', 6.5],
    ['alt', 0.5, 'ukat/L', 30],
    ['prolactin', 400, 'mIU/L', 18.9],
    ['tsh', 2.3, 'uIU/mL', 2.3],
    ['body-temperature', 98.6, '[degF]', 37],
    ['body-weight', 150, 'lb', 68.04],
    ['body-height', 65, 'in', 165.1],
    ['oxygen-saturation', 97, '', 97],
  ])('%s %d %s is %d', (analyte, value, unit, canonical) => {
    const result = toCanonical(analyte, value, unit);
    expect(result?.value).toBeCloseTo(canonical, canonical < 5 ? 2 : canonical < 50 ? 1 : 0);
    expect(result?.unit).toBe(ANALYTES.get(analyte)?.unit);
  });

  it('knows urea from urea nitrogen and DDU from FEU by their LOINC codes', () => {
    expect(toCanonical('urea-nitrogen', 30, 'mg/dL', loinc('3091-6'))?.value).toBeCloseTo(14, 0);
    expect(toCanonical('urea-nitrogen', 30, 'mg/dL', loinc('3094-0'))?.value).toBe(30);
    expect(toCanonical('d-dimer', 250, 'ng/mL', loinc('48066-5'))?.value).toBe(500);
  });

  it('refuses a unit of something else', () => {
    expect(toCanonical('sodium', 140, 'mmHg')).toBeUndefined();
    expect(toCanonical('hemoglobin', 14, 'furlong')).toBeUndefined();
    expect(toCanonical('no-such-analyte', 1, 'g/L')).toBeUndefined();
  });

  it('comes back to where it started, in every unit that an analyte knows', () => {
    const units = [
      'mg/dL',
      'mmol/L',
      'umol/L',
      'g/L',
      'g/dL',
      'ng/mL',
      'pmol/L',
      'meq/L',
      '10*9/L',
      'U/L',
      '%',
      '[degF]',
      '[lb_av]',
      'mg/mmol',
      'mmol/mol',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...ANALYTES.keys()),
        fc.constantFrom(...units),
        fc.double({ min: 0.001, max: 1e5, noNaN: true }),
        (id, unit, value) => {
          const canonical = toCanonical(id, value, unit);
          if (!canonical) return;
          expect(fromCanonical(id, canonical.value, unit)).toBeCloseTo(value, 6 - Math.ceil(Math.log10(value + 10)));
        },
      ),
    );
  });
});
