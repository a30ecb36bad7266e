import { describe, expect, it } from 'vitest';
import {
  ageText,
  dayOf,
  duration,
  factor,
  figure,
  headline,
  likelihood,
  monthOf,
  percent,
  plainDates,
  plainUnits,
  unitText,
} from './words.ts';

describe('words', () => {
  it('writes dates as people do, however much of them is known', () => {
    expect([monthOf('2016-03-12T10:00:00+02:00'), monthOf('2016'), monthOf(undefined)]).toEqual([
      'Mar 2016',
      '2016',
      'undated',
    ]);
    expect([dayOf('2016-03-02'), dayOf('2016-03'), dayOf('2016')]).toEqual(['2 Mar 2016', 'Mar 2016', '2016']);
  });

  it('rewrites dates of a sentence and leaves what is quoted', () => {
    expect(plainDates('Recommended 2018-04-24: “repeat 2018-06-01”.')).toBe(
      'Recommended 24 Apr 2018: “repeat 2018-06-01”.',
    );
  });

  it('says durations in the unit that fits', () => {
    expect([1, 20, 61, 400, 800].map(duration)).toEqual(['1 day', '3 weeks', '2 months', '13 months', '2 years']);
  });

  it('never claims certainty', () => {
    expect([0.001, 0.034, 0.45, 0.951, 1].map(percent)).toEqual([
      'less than 1 %',
      '3.4 %',
      '45 %',
      'over 95 %',
      'over 95 %',
    ]);
    expect([0.05, 0.2, 0.5, 0.7, 0.95].map(likelihood)).toEqual([
      'less likely',
      'possible',
      'about as likely as not',
      'likely',
      'very likely',
    ]);
  });

  it('says how much a finding multiplies the odds', () => {
    expect([Math.log(9), Math.log(50), -Math.log(1.5), 0].map(factor)).toEqual(['×9', '×50', '÷1.5', '×1']);
  });

  it('writes numbers and units as clinicians do', () => {
    expect([12.34, 123.4, 0.567].map(figure)).toEqual(['12.3', '123', '0.57']);
    expect(['10*3/uL', 'ug/L', 'mm[Hg]', 'm[IU]/L', '1'].map(unitText)).toEqual([
      '×10³/µL',
      'µg/L',
      'mmHg',
      'mIU/L',
      '',
    ]);
    expect(plainUnits('Platelets 472 10*3/uL (140–400)')).toBe('Platelets 472 ×10³/µL (140–400)');
  });

  it('finds the first sentence, not the first full stop in a quotation', () => {
    expect(headline('Calcium raised. Ask for PTH.')).toEqual({ first: 'Calcium raised.', rest: 'Ask for PTH.' });
    expect(headline('Recommended: “Rest. Plan: Pap”. Nothing later.')).toEqual({
      first: 'Recommended: “Rest. Plan: Pap”.',
      rest: 'Nothing later.',
    });
    expect(headline('No end')).toEqual({ first: 'No end', rest: '' });
  });
});

describe('an age', () => {
  it.each([
    [54, '1970-01-01', '54 years'],
    [0, '2024-03-10', '2 days'],
    [0, '2024-02-20', '3 weeks'],
    [0, '2023-09-01', '6 months'],
    [1, '2022-09-01', '18 months'],
    [1, '2022', '1 year'],
    [Number.NaN, undefined, 'age unknown'],
  ] as const)('%d from %s: %s', (years, born, says) => expect(ageText(years, born, '2024-03-12')).toBe(says));
});
