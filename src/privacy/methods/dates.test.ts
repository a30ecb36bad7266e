import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datePartsOf, daysOf, dayText, shifted, yearOnly, yearsBetween } from './dates.ts';

const day = fc.date({ min: new Date('1850-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
const shift = fc.integer({ min: -364, max: 364 }).filter((days) => days !== 0);

describe('days of the calendar', () => {
  test('agree with the platform, both ways', () => {
    fc.assert(
      fc.property(day, (date) => {
        const days = daysOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(days).toBe(Math.floor(date.getTime() / 86_400_000));
        expect(dayText(days)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('a shift', () => {
  test('leaves every interval as it was, to the second, whatever the zone', () => {
    const zone = fc.constantFrom('Z', '+00:00', '-05:00', '+05:30', '+14:00');
    fc.assert(
      fc.property(day, zone, day, zone, shift, (one, zoneOne, two, zoneTwo, days) => {
        const text = (date: Date, suffix: string) => `${date.toISOString().slice(0, 19)}${suffix}`;
        const [a, b] = [text(one, zoneOne), text(two, zoneTwo)];
        const [c, d] = [shifted(a, days) ?? '', shifted(b, days) ?? ''];
        expect(Date.parse(d) - Date.parse(c)).toBe(Date.parse(b) - Date.parse(a));
        expect(c.slice(10)).toBe(a.slice(10));
        expect(c).not.toBe(a);
      }),
    );
  });

  test('keeps a partial date in its precision, and never after, or as an end never before, a day within it', () => {
    fc.assert(
      fc.property(day, shift, fc.constantFrom(4, 7), (date, days, precision) => {
        const whole = date.toISOString().slice(0, 10);
        const partial = whole.slice(0, precision);
        const moved = (shifted(whole, days) ?? '').slice(0, precision);
        const first = shifted(partial, days) ?? '';
        const last = shifted(partial, days, true) ?? '';
        expect(first).toHaveLength(precision);
        expect(first <= moved).toBe(true);
        expect(last >= moved).toBe(true);
      }),
    );
  });

  test('keeps years whole years apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 90 }), shift, (year, years, days) => {
        const [a, b] = [shifted(String(year), days), shifted(String(year + years), days)];
        expect(Number(b) - Number(a)).toBe(years);
      }),
    );
  });

  test('leaves what it does not touch as written', () => {
    expect(shifted('2016-12-31T23:59:60.250-05:00', 1)).toBe('2017-01-01T23:59:60.250-05:00');
    expect(shifted('2020-02-29', 366)).toBe('2021-03-01');
  });

  test.each([
    '',
    'yesterday',
    '2020-02-30',
    '2020-13',
    '0000',
    '2020-01-01T',
    '2020-01-01Tnoon',
    '2020-01-01T10:00Zelda',
  ])('has nothing for %j', (text) => {
    expect(shifted(text, 5)).toBeUndefined();
  });

  test('does not leave the years that FHIR can write', () => {
    expect(shifted('9999-12-31', 1)).toBeUndefined();
    expect(shifted('0001-01-01', -1)).toBeUndefined();
  });
});

test('years only', () => {
  expect(yearOnly('2011-06-28T19:03:19+00:00', false)).toBe('2011');
  expect(yearOnly('2011-06-28T19:03:19+00:00', true)).toBe('2011-01-01T00:00:00Z');
  expect(yearOnly('soon', false)).toBeUndefined();
});

test.each([
  ['1930-05-10', '2020-05-10', 90],
  ['1930-05-11', '2020-05-10', 89],
  ['1930', '2020-05-10', 90],
])('from %s to %s are %d years', (from, to, years) => {
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  expect(a && b && yearsBetween(a, b)).toBe(years);
});
