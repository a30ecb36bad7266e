import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionOf, hasTwoUnits, unitOfBareNumber } from './bare-numbers.ts';
import { ANALYTES } from './catalogue.ts';
import { toCanonical } from './quantities.ts';

describe('the unit of a number that is told without one', () => {
  test.each([
    ['glucose', 6.1, 'mmol/L'],
    ['glucose', 18, 'mmol/L'],
    ['glucose', 90, 'mg/dL'],
    ['calcium', 2.7, 'mmol/L'],
    ['calcium', 10.9, 'mg/dL'],
    ['creatinine', 90, 'umol/L'],
    ['creatinine', 1.2, 'mg/dL'],
    ['hemoglobin', 129, 'g/L'],
    ['hemoglobin', 9.1, 'g/dL'],
    ['albumin', 38, 'g/L'],
    ['hba1c', 48, 'mmol/mol'],
    ['free-t4', 12, 'pmol/L'],
    ['csf-protein', 0.9, 'g/L'],
    ['leukocytes', 12_000, '/uL'],
    ['leukocytes', 12, '10*3/uL'],
    ['potassium', 5.9, 'mmol/L'],
    ['ferritin', 9, 'ng/mL'],
  ])('%s %d is in %s', (analyte, value, unit) => expect(unitOfBareNumber(analyte, value)).toBe(unit));

  test.each([
    ['bilirubin', 18],
    ['vitamin-d', 24],
    ['phosphate', 1.1],
    ['glucose', 30],
    ['cortisol', 15],
    ['prolactin', 400],
  ])('%s %d could be either: the convention of the text decides, else nothing is read', (analyte, value) => {
    expect(unitOfBareNumber(analyte, value)).toBeUndefined();
    const [si, conventional] = (['si', 'conventional'] as const).map((convention) =>
      unitOfBareNumber(analyte, value, { convention }),
    );
    expect(si).toBeDefined();
    expect(conventional).toBeDefined();
    expect(si).not.toBe(conventional);
  });

  test('a range told with it decides first', () => {
    expect(unitOfBareNumber('bilirubin', 18, { range: [0, 21] })).toBe('umol/L');
    expect(unitOfBareNumber('bilirubin', 18, { range: [0.1, 1.2], convention: 'si' })).toBe('mg/dL');
  });

  test('never one in which nobody has the value', () => {
    const ids = [...ANALYTES.keys()].filter(hasTwoUnits);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.double({ min: 0.001, max: 1e6, noNaN: true }), (analyte, value) => {
        const unit = unitOfBareNumber(analyte, value);
        if (unit === undefined) return true;
        const [low, high] = ANALYTES.get(analyte)?.plausible ?? [0, 0];
        const canonical = toCanonical(analyte, value, unit)?.value ?? Number.NaN;
        return canonical >= low && canonical <= high;
      }),
    );
  });
});

test('the convention of a text is told by its units and by numbers that can be in one only', () => {
  expect(conventionOf([{ analyte: 'hemoglobin', value: 129 }])).toBe('si');
  expect(conventionOf([{ analyte: 'glucose', value: 90, unit: 'mg/dL' }])).toBe('conventional');
  expect(conventionOf([{ analyte: 'bilirubin', value: 18 }])).toBeUndefined();
  expect(conventionOf([{ analyte: 'potassium', value: 4 }])).toBeUndefined();
  expect(
    conventionOf([
      { analyte: 'hemoglobin', value: 129 },
      { analyte: 'creatinine', value: 1.1 },
    ]),
  ).toBeUndefined();
});
