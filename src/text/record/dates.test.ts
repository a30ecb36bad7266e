import { describe, expect, it } from 'vitest';
import { clauseAround, daysBefore } from './ago.ts';
import { daysIn, noteDayIn } from './dates.ts';

describe('dates', () => {
  it.each([
    ['Seen on 12 March 2024 in clinic', '2024-03-12'],
    ['March 12, 2024\nClinic letter', '2024-03-12'],
    ['Date of service: 03/12/2024', '2024-03-12'],
    ['Date: 13/03/2024', '2024-03-13'],
    ['DATE: 2024-03-12', '2024-03-12'],
    ['12-Mar-2024 GP surgery', '2024-03-12'],
    ['DOB: 01/02/1950. Date of visit: 2024-03-12', '2024-03-12'],
  ])('%s', (text, day) => expect(noteDayIn(text)?.day).toBe(day));

  it('a date of birth, an earlier study and a day that does not exist are not the date of the note', () => {
    expect(noteDayIn('DOB 01/02/1950')).toBeUndefined();
    expect(noteDayIn('Comparison: CT of 2019-05-01.')).toBeUndefined();
    expect(daysIn('31/02/2024 and 2024-13-01')).toEqual([]);
  });

  it('all dates of a text are of one order', () => {
    expect(daysIn('03/04/2024 then 15/04/2024').map(({ day }) => day)).toEqual(['2024-04-03', '2024-04-15']);
    expect(daysIn('03/04/2024 then 04/15/2024').map(({ day }) => day)).toEqual(['2024-03-04', '2024-04-15']);
  });
});

describe('how long before', () => {
  it.each<[string, number | undefined]>([
    ['Three months ago, Hb was 13', 91],
    ['Hb 13 a year ago', 365],
    ['ferritin 40 last year', 365],
    ['K 2.9 yesterday', 1],
    ['a couple of weeks ago', 14],
    ['creatinine 90 in 2022', 620],
    ['Hb 9 today', undefined],
  ])('%s', (sentence, days) => expect(daysBefore(sentence, '2024-03-12')).toBe(days));

  it('a time in brackets is of the value before it', () => {
    const text = 'Hb 92, creatinine 187 (was 88 a year ago), calcium 2.89, ferritin 9 (three months ago)';
    const daysOf = (words: string) => {
      const at = text.indexOf(words);
      return daysBefore(clauseAround(text, [at, at + words.length], [0, text.length]), '2024-03-12');
    };
    expect(['Hb 92', 'creatinine 187', 'calcium 2.89'].map(daysOf)).toEqual([undefined, undefined, undefined]);
    expect([daysOf('creatinine 187 (was 88'), daysOf('ferritin 9')]).toEqual([365, 91]);
  });

  it('each clause has its own time', () => {
    const text = 'Three months ago Hb was 13.2 and now Hb is 9.8';
    const at = text.indexOf('Hb is');
    expect(daysBefore(clauseAround(text, [at, text.length], [0, text.length]), '2024-03-12')).toBeUndefined();
  });
});
