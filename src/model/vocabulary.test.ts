import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icd9Ancestors } from './icd9.ts';
import { icd10Ancestors } from './icd10.ts';
import { backOff, Vocabulary, VocabularyBuilder, vocabularySchema } from './vocabulary.ts';

describe('back-off of rare codes', () => {
  it('goes up ICD-10 by category, block and chapter', () => {
    expect(icd10Ancestors('E11.9')).toEqual(['E11', 'E10-E14', 'E00-E90']);
    expect(icd10Ancestors('C50')).toEqual(['C50-C50', 'C00-D48']);
    expect(icd10Ancestors('W19.0')).toEqual(['W19', 'V01-X59', 'V01-Y98']);
    expect(icd10Ancestors('271737000')).toEqual([]);
  });
  it('goes up ICD-9-CM, its V and E codes too', () => {
    expect(icd9Ancestors('250.00')).toEqual(['250', '249-259', '240-279']);
    expect(icd9Ancestors('V1582')).toEqual(['V15', 'V10-V19', 'V01-V91']);
    expect(icd9Ancestors('E8497')).toEqual(['E849', 'E846-E849', 'E000-E999']);
    expect(icd9Ancestors('E11.9')).toEqual([]);
  });
  it('knows the system and the value however a data set writes them', () => {
    const above = (code: string) => backOff(code).slice(1);
    expect(above('DIAGNOSIS//ICD//10//E119')).toEqual([
      ...['DIAGNOSIS//ICD//10//E11', 'DIAGNOSIS//ICD//10//E10-E14', 'DIAGNOSIS//ICD//10//E00-E90', 'DIAGNOSIS//'],
    ]);
    expect(above('DIAGNOSIS//ICD//9//4019')).toEqual([
      ...['DIAGNOSIS//ICD//9//401', 'DIAGNOSIS//ICD//9//401-405', 'DIAGNOSIS//ICD//9//390-459', 'DIAGNOSIS//'],
    ]);
    expect(above('CONDITION//ICD-10-CM/E11.9')[0]).toBe('CONDITION//ICD-10-CM/E11');
    expect(above('ICD10CM/E11.9')).toEqual(['ICD10CM/E11', 'ICD10CM/E10-E14', 'ICD10CM/E00-E90', 'ICD10CM/']);
    // A procedure is no diagnosis: B24 there is ultrasound of the heart, and no HIV.
    expect(above('PROCEDURE//ICD//10//B245ZZ4')).toEqual([
      'PROCEDURE//ICD//10//B24',
      'PROCEDURE//ICD//10//B2',
      'PROCEDURE//',
    ]);
    expect(above('ICD9Proc/39.95')).toEqual(['ICD9Proc/399', 'ICD9Proc/39', 'ICD9Proc/']);
    expect(above('Weight')).toEqual([]);
    expect(above('HOSPITAL_DISCHARGE//HOME')).toEqual(['HOSPITAL_DISCHARGE//']);
  });
  it('goes up ATC, and at last to the kind of event', () => {
    expect(backOff('MEDICATION//ATC/C09AA02')).toEqual([
      ...['MEDICATION//ATC/C09AA02', 'MEDICATION//ATC/C09AA', 'MEDICATION//ATC/C09A', 'MEDICATION//ATC/C09'],
      ...['MEDICATION//ATC/C', 'MEDICATION//'],
    ]);
    expect(backOff('LAB//LOINC/718-7//g/dL')).toEqual(['LAB//LOINC/718-7//g/dL', 'LAB//']);
  });
  it('reads a rare code as its nearest common ancestor', () => {
    const builder = new VocabularyBuilder();
    for (let person = 0; person < 10; person++) builder.addPerson([`DIAGNOSIS//ICD10CM/E1${person % 5}.${person}`]);
    const vocabulary = builder.build({ persons: 6 });
    expect(vocabulary.file.codes).toEqual([
      ...['padding', 'query', 'DIAGNOSIS//', 'DIAGNOSIS//ICD10CM/E00-E90', 'DIAGNOSIS//ICD10CM/E10-E14'],
    ]);
    expect(vocabulary.codeOf('DIAGNOSIS//ICD10CM/E11.65')).toBe(4);
    expect(vocabulary.codeOf('DIAGNOSIS//ICD10CM/E66.0')).toBe(3);
    expect(vocabulary.codeOf('DIAGNOSIS//ICD10CM/I10')).toBe(2);
    expect(vocabulary.codeOf('LAB//LOINC/1')).toBe(0);
  });
});

describe('values', () => {
  const builder = new VocabularyBuilder(100);
  const code = 'LAB//LOINC/1//mg/dL';
  for (let k = 1; k <= 1000; k++) {
    builder.addPerson([code]);
    builder.addValue(code, Math.exp(k / 200));
  }
  const vocabulary = new Vocabulary(vocabularySchema.parse(builder.build({ persons: 5, bins: 4 }).file));
  const measure = vocabulary.measureOf(code);
  it('are standardised on the log scale where skewed', () => {
    expect(vocabulary.file.measures[0]?.log).toBe(true);
    expect(vocabulary.zOf(measure, Math.exp(2.5))).toBeCloseTo(0, 1);
  });
  it('below detection are half of the lowest but for errors of entry, in the lowest bin', () => {
    const zero = vocabulary.zOf(measure, 0);
    expect(vocabulary.inUnits(measure, zero)).toBeCloseTo(Math.exp(10 / 200) / 2, 1);
    expect(vocabulary.binOf(measure, zero)).toBe(0);
    expect(zero).toBeLessThan(vocabulary.zOf(measure, Math.exp(1 / 200)));
    expect(vocabulary.zOf(measure, -1)).toBe(0);
  });
  it('that are zero read as they did in a vocabulary that does not say what a zero is', () => {
    const [{ zero: _, ...scale } = { name: '', log: true, mean: 0, deviation: 1, edges: [] }] =
      vocabulary.file.measures;
    const old = new Vocabulary({ ...vocabulary.file, measures: [scale] });
    expect(old.zOf(1, 0)).toBe(0);
    expect(old.zOf(1, 2)).toBe(vocabulary.zOf(measure, 2));
  });
  it('that are not finite are none', () => {
    const odd = new VocabularyBuilder();
    for (const value of [Number.POSITIVE_INFINITY, Number.NaN, 1, 2, 3]) {
      odd.addPerson([code]);
      odd.addValue(code, value);
    }
    const [measured] = odd.build({ persons: 2, bins: 2 }).file.measures;
    expect(measured).toMatchObject({ name: code, mean: 2 });
  });
  it('rise with their bins, a quarter in each', () => {
    const counts = [0, 0, 0, 0];
    for (let k = 1; k <= 1000; k++) {
      const bin = vocabulary.binOf(measure, vocabulary.zOf(measure, Math.exp(k / 200)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(200);
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (z, more) => {
          expect(vocabulary.binOf(measure, z + more)).toBeGreaterThanOrEqual(vocabulary.binOf(measure, z));
        },
      ),
    );
  });
});
