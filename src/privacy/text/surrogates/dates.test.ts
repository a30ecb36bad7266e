import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shifted } from './dates.ts';

const frame = { shiftDays: -37, writtenOn: '2020-05-01' };

describe('a date moves and keeps its form', () => {
  it.each([
    ['03/14/2020', '02/06/2020'],
    ['3/14/20', '2/6/20'],
    ['14.03.2020', '06.02.2020'],
    ['2020-03-14', '2020-02-06'],
    ['20200314', '20200206'],
    ['March 14, 2020', 'February 6, 2020'],
    ['14-Mar-2020', '6-Feb-2020'],
    ['MARCH 14', 'FEBRUARY 6'],
    ['03/2020', '02/2020'],
    ['2020', '2020'],
    ['Tuesday', 'Sunday'],
    ['3/14', '2/6'],
    ['March fourteenth twenty twenty', 'February 6, 2020'],
    ['nineteen ninety five', '1995'],
    ['Q3 2018', 'Q3 2018'],
    ['Q1 2019', 'Q1 2019'],
    ['14.III.2021', '5.II.2021'],
    ['the end of May 2019', 'the end of April 2019'],
    ['27 Dec 97', '20 Nov 97'],
    ['last Tuesday', 'last Sunday'],
    ['mid-May 2019', 'mid-April 2019'],
    ['the summer of 2019', 'the summer 2019'],
    ['Christmas 2019', 'November 2019'],
    ['summer of 2019', 'summer 2019'],
    ['2020-03-14T10:22:00Z', '2020-02-06T10:22:00Z'],
  ])('%s', (text, moved) => expect(shifted(text, frame)).toBe(moved));

  it('keeps intervals to the day', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, fc.integer({ min: -364, max: 364 }), (a, b, shiftDays) => {
        const [x, y] = [shifted(iso(a), { shiftDays }), shifted(iso(b), { shiftDays })];
        const days = (p: string | undefined, q: string | undefined) =>
          (Date.parse(p ?? '') - Date.parse(q ?? '')) / 86_400_000;
        expect(days(x, y)).toBe(days(iso(a), iso(b)));
      }),
    );
  });

  it('shows no more than the year without a shift', () => {
    expect(shifted('March 14, 2020', {})).toBe('2020');
    expect(shifted('March 14', {})).toBeUndefined();
  });
});
