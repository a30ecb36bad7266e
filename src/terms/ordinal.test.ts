import { describe, expect, it } from 'vitest';
import { gradeOfConcentration, ordinalOf, SYSTEM, titreOf } from './index.ts';

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
