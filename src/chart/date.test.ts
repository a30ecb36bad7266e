import { describe, expect, it } from 'vitest';
import { isLaterDay, momentOf, yearsAfter } from './date.ts';

describe('momentOf', () => {
  it.each([
    ['2015', '2015-01-01T00:00:00.000Z'],
    ['2015-03', '2015-03-01T00:00:00.000Z'],
    ['2015-03-02', '2015-03-02T00:00:00.000Z'],
    ['2015-03-02T08:00:00-05:00', '2015-03-02T13:00:00.000Z'],
    ['2015-03-02T08:00:00.1234567+02:00', '2015-03-02T06:00:00.123Z'],
    ['2015-03-02T08:00Z', '2015-03-02T08:00:00.000Z'],
    ['2015-03-02T08:00:00', '2015-03-02T08:00:00.000Z'],
    ['2015-03-02 08:00:00', '2015-03-02T08:00:00.000Z'],
    ['2015-03-02T24:00:00Z', '2015-03-03T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(new Date(momentOf(text)?.at ?? Number.NaN).toISOString()).toBe(instant);
  });

  it.each([
    '2015-02-29',
    '1900-02-29',
    '2015-13-01',
    '2015-04-31',
    '2015-00-01',
    '2015-03-02T25:00:00Z',
    '2015-03-02T08:61:00Z',
    '2015-03-02T08:00:00+15:00',
    '03/02/2015',
    '20150302',
    '15-03-02',
    '2015-3-2',
    '',
    'yesterday',
    '0001-01-01',
    '9999-12-31',
  ])('does not take %s for a date', (text) => {
    expect(momentOf(text)).toBeUndefined();
  });

  it('mends a space, and keeps what is written otherwise', () => {
    expect(momentOf('2015-03-02 08:00:00')?.time).toBe('2015-03-02T08:00:00');
    expect(momentOf('2015-03')?.time).toBe('2015-03');
  });
});

it('compares days at the precision that both have', () => {
  expect(isLaterDay('2015-03-02', '2015')).toBe(false);
  expect(isLaterDay('2016', '2015-12-31')).toBe(true);
  expect(isLaterDay('2015-03-03', '2015-03-02')).toBe(true);
});

it('gives the year in which somebody was of an age', () => {
  expect(yearsAfter('1970-05-04', 30.5)).toBe('2000');
});
