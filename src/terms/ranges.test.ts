import { describe, expect, it } from 'vitest';
import { isPlausible, referenceChangeValue, referenceRange } from './index.ts';

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
