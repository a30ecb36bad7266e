import { describe, expect, it } from 'vitest';
import { ANALYTES, TERM_SOURCES } from './index.ts';

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
        expect(low, id).toBeLessThanOrEqual(high);
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
