import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANALYTES,
  analyteOf,
  fromCanonical,
  gradeOfConcentration,
  isPlausible,
  normalUnit,
  ordinalOf,
  referenceChangeValue,
  referenceRange,
  SYSTEM,
  TERM_SOURCES,
  titreOf,
  toCanonical,
} from './index.ts';

const loinc = (code: string, display?: string) => [
  display === undefined ? { system: SYSTEM.loinc, code } : { system: SYSTEM.loinc, code, display },
];

/** LOINC's last digit is a mod 10 check digit. */
function hasCheckDigit(code: string): boolean {
  const [number = '', check] = code.split('-');
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

describe('the catalogue of analytes', () => {
  const all = [...ANALYTES.values()];

  it('gives each LOINC code and each name to one analyte', () => {
    const owner = new Map<string, string>();
    for (const { id, loinc, name, short, textNames, aliases } of all) {
      const words = [name, short, ...textNames.map(({ text }) => text), ...aliases].map((word) => word.toLowerCase());
      for (const key of [...loinc, ...words]) {
        expect(owner.get(key) ?? id, key).toBe(id);
        owner.set(key, id);
      }
    }
  });

  it('holds LOINC codes whose check digit is right', () => {
    // 14685-0 is in records in use though its check digit is not.
    const wrong = all.flatMap((analyte) => analyte.loinc).filter((code) => !hasCheckDigit(code) && code !== '14685-0');
    expect(wrong).toEqual([]);
  });

  it('names a known source for every range and variation, and ranges within the plausible', () => {
    for (const { id, rangeSource, variation, ranges, plausible } of all) {
      expect(TERM_SOURCES[rangeSource], id).toBeDefined();
      if (variation) expect(TERM_SOURCES[variation.source], id).toBeDefined();
      for (const { low = plausible[0], high = plausible[1] } of ranges) {
        expect(low, id).toBeLessThan(high);
        expect(low, id).toBeGreaterThanOrEqual(plausible[0]);
        expect(high, id).toBeLessThanOrEqual(plausible[1]);
      }
    }
  });

  it('has a textual name or a LOINC code for everything that a record can report', () => {
    const nameless = all.filter(({ loinc, textNames }) => loinc.length + textNames.length === 0).map(({ id }) => id);
    expect(nameless).toEqual(['r-factor', 'kfre-2y', 'kfre-5y']);
  });
});

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

describe('analyteOf', () => {
  it('goes by LOINC code, whatever the method', () => {
    for (const code of ['2276-4', '20567-4']) expect(analyteOf(loinc(code))).toBe('ferritin');
    for (const code of ['1742-6', '1743-4']) expect(analyteOf(loinc(code))).toBe('alt');
    expect(analyteOf(loinc('18262-6', 'Low Density Lipoprotein Cholesterol'))).toBe('ldl');
  });

  it('does not take the width of red cells in fL for RDW in %', () => {
    expect(
      analyteOf(loinc('21000-5', 'RDW - Erythrocyte distribution width Auto (RBC) [Entitic vol]'), 'RDW'),
    ).toBeUndefined();
  });

  it('recognises an unlisted LOINC code by the parts of its long name', () => {
    expect(analyteOf(loinc('99999-9', 'Ferritin [Mass/volume] in Serum by Some new method'))).toBe('ferritin');
    expect(analyteOf(loinc('99999-9', 'Calcium [Moles/volume] corrected for albumin in Serum or Plasma'))).toBe(
      'corrected-calcium',
    );
    expect(analyteOf(loinc('99999-9', 'Calcium [Mass/\u200bvolume] in Serum or Plasma'))).toBe('calcium');
    expect(analyteOf(loinc('99999-9', 'Calcium [Mass/volume] in Urine'))).toBeUndefined();
    expect(
      analyteOf(loinc('99999-9', 'Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO')),
    ).toBeUndefined();
    expect(analyteOf(loinc('99999-9', 'Lymphocytes/100 leukocytes in Blood'))).toBeUndefined();
  });

  it('goes by the exact name where there is no LOINC code', () => {
    const local = [{ system: 'urn:lab', code: 'FERR' }];
    expect(analyteOf(local, 'S-Ferritin (ug/L)')).toBe('ferritin');
    expect(analyteOf(local, 'FERRITIN, SERUM')).toBe('ferritin');
    expect(analyteOf([], 'Alk Phos')).toBe('alp');
    expect(analyteOf([], 'Urine calcium')).toBeUndefined();
    expect(analyteOf([], 'Ferritin comment')).toBeUndefined();
  });
});

describe('referenceRange', () => {
  it('follows sex and age', () => {
    expect(referenceRange('hemoglobin', { sex: 'female', ageYears: 40 })).toMatchObject({ low: 12 });
    expect(referenceRange('hemoglobin', { sex: 'male', ageYears: 40 })).toMatchObject({ low: 13 });
    expect(referenceRange('hemoglobin', { sex: 'male', ageYears: 3 })).toMatchObject({ low: 10.5 });
    expect(referenceRange('alp', { ageYears: 12 })?.high).toBeGreaterThan(300);
  });
  it('covers both sexes when the sex is unknown', () => {
    expect(referenceRange('hemoglobin')).toEqual({ low: 12, high: 17.5, source: 'who' });
  });
  it('has nothing to say of what has no range', () => {
    expect(referenceRange('body-weight')).toBeUndefined();
    expect(referenceRange('blood-film')).toBeUndefined();
  });
});

describe('referenceChangeValue', () => {
  it('gives the asymmetric limits of Fokkema 2006', () => {
    // CVi 20 %, CVa 10 %: sigma = sqrt(ln(1.05)) = 0.22088; 1.96 * sqrt2 * sigma = 0.61226
    const sigma = Math.sqrt(Math.log(1 + 0.2 ** 2 + 0.1 ** 2));
    expect(Math.exp(1.96 * Math.SQRT2 * sigma) - 1).toBeCloseTo(0.845, 2);
    const change = referenceChangeValue('ferritin');
    expect(change?.rise).toBeGreaterThan(change?.fall ?? 1);
    expect((1 + (change?.rise ?? 0)) * (1 - (change?.fall ?? 0))).toBeCloseTo(1, 10);
  });
  it('is wider at a higher z, and absent without variation', () => {
    expect(referenceChangeValue('alt', 2.58)?.rise).toBeGreaterThan(referenceChangeValue('alt')?.rise ?? 9);
    expect(referenceChangeValue('hiv-test')).toBeUndefined();
  });
});

describe('isPlausible', () => {
  it.each([
    ['total-protein', 68, false],
    ['total-protein', 6.8, true],
    ['potassium', 0, false],
    ['hemoglobin', Number.NaN, false],
    ['globulin', 0.21, false],
  ])('%s %d: %s', (analyte, value, answer) => expect(isPlausible(analyte, value)).toBe(answer));
});

describe('ordinalOf', () => {
  it.each([
    ['NEG', 'negative'],
    ['Not detected', 'negative'],
    ['Non-reactive', 'negative'],
    ['No growth at 5 days', 'negative'],
    ['<1:40', 'negative'],
    ['1:160 speckled', 'positive'],
    ['Reactive', 'positive'],
    ['Weakly positive', 'positive'],
    ['ABNORMAL', 'positive'],
    ['2+', '2+'],
    ['++', '2+'],
    ['Moderate', '2+'],
    ['Urine protein test = +++ (finding)', '3+'],
    ['Urine ketone test = trace (finding)', 'trace'],
    ['Urine nitrite negative (finding)', 'negative'],
    ['Blood in urine (finding)', 'positive'],
    ['Equivocal', 'indeterminate'],
    ['Speckled', undefined],
    ['yellow', undefined],
  ])('%s is %s', (text, ordinal) => expect(ordinalOf(text)).toBe(ordinal));

  it('reads SNOMED CT and LOINC answers', () => {
    expect(ordinalOf({ system: SYSTEM.snomed, code: '260385009' })).toBe('negative');
    expect(ordinalOf([{ system: SYSTEM.snomed, code: '260349009', display: '+++' }])).toBe('3+');
    expect(ordinalOf({ system: SYSTEM.loinc, code: 'LA11882-0' })).toBe('positive');
  });
  it('reads titres', () => {
    expect(titreOf('1:640, homogeneous')).toEqual({ value: 640 });
    expect(titreOf('< 1:80')).toEqual({ value: 80, comparator: '<' });
    expect(titreOf('12:30')).toBeUndefined();
  });
  it('grades a strip that reports mg/dL', () => {
    expect(gradeOfConcentration('urine-protein', 100)).toBe('2+');
    expect(gradeOfConcentration('urine-protein', 4)).toBe('negative');
    expect(gradeOfConcentration('alt', 4)).toBeUndefined();
  });
});
