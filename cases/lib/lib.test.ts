import { describe, expect, it } from 'vitest';
import { ANALYTES, fromUs, toUs } from './analytes.ts';
import { layOut } from './json.ts';
import { PANELS, QUALITATIVE } from './panels.ts';
import { egfr, levelAt } from './physiology.ts';
import { normal, uuid } from './random.ts';
import { addDays, ageOn, dateTime } from './time.ts';

describe('random', () => {
  it('gives the same id and deviate for the same key, and others for others', () => {
    expect(uuid('a/lab/2012')).toBe(uuid('a/lab/2012'));
    expect(uuid('a/lab/2012')).not.toBe(uuid('a/lab/2013'));
    expect(uuid('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('draws deviates around 0 with a spread near 1, cut at 2', () => {
    const drawn = Array.from({ length: 2000 }, (_, i) => normal(`key/${i}`));
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
    const sd = Math.sqrt(drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length);
    expect(Math.abs(mean)).toBeLessThan(0.07);
    expect(sd).toBeGreaterThan(0.85);
    expect(sd).toBeLessThan(1.05);
    expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(2);
  });
});

describe('time', () => {
  it('knows summer time, ages and days', () => {
    expect(dateTime('2012-01-14', 550, 'Europe/London')).toBe('2012-01-14T09:10:00+00:00');
    expect(dateTime('2012-07-14', 550, 'America/New_York')).toBe('2012-07-14T09:10:00-04:00');
    expect(ageOn('1963-08-29', '2012-08-28')).toBe(48);
    expect(addDays('2012-02-27', 3)).toBe('2012-03-01');
  });
});

describe('physiology', () => {
  it('draws a straight line between the points of a course, level outside', () => {
    const course: [string, number][] = [
      ['2012', 40],
      ['2016', 8],
    ];
    expect(levelAt(course, '2010-05-01')).toBe(40);
    expect(levelAt(course, '2014-01-01')).toBeCloseTo(24, 1);
    expect(levelAt(course, '2020-01-01')).toBe(8);
    expect(levelAt(7, '2020-01-01')).toBe(7);
  });

  it('computes eGFR as published (CKD-EPI 2021: 1.2 mg/dL, 55 y, male → 71)', () => {
    expect(Math.round(egfr('2021', 1.2, 55, 'male'))).toBe(71);
    expect(egfr('2009', 1.0, 60, 'female')).toBeLessThan(egfr('2021', 1.0, 60, 'female'));
  });
});

describe('analytes', () => {
  it('converts between the units of the dialects and back', () => {
    for (const [id, { si }] of Object.entries(ANALYTES))
      expect(toUs(id, fromUs(id, 10, si), si), id).toBeCloseTo(10, 6);
    const a1c = ANALYTES.hba1c?.si;
    expect(a1c && Math.round(fromUs('hba1c', 7, a1c))).toBe(53);
  });

  it('knows every test of every panel', () => {
    const tests = Object.values(PANELS).flatMap((panel) => [...panel.tests, ...(panel.siTests ?? [])]);
    expect(tests.filter((test) => test !== 'egfr' && !ANALYTES[test] && !QUALITATIVE[test])).toEqual([]);
  });
});

describe('layOut', () => {
  it('keeps short lists on a line and opens objects', () => {
    expect(layOut({ a: ['x', 'y'], b: [{ c: 1 }], d: [] })).toBe(
      '{\n  "a": ["x", "y"],\n  "b": [\n    {\n      "c": 1\n    }\n  ],\n  "d": []\n}',
    );
  });
});
