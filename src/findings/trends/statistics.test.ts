import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, median, theilSen, twoSidedP } from './statistics.ts';

describe('mannKendall', () => {
  it('agrees with the published exact tables', () => {
    // Gilbert 1987, table A18, one-sided: n 4 S 6 0.042, n 5 S 10 0.0083, n 6 S 11 0.0083 (S 15 0.0014), n 8 S 16 0.031
    expect(mannKendall([1, 2, 3, 4])).toEqual({ s: 6, p: 2 / 24 });
    expect(mannKendall([1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 120, 10);
    expect(mannKendall([6, 5, 4, 3, 2, 1])).toEqual({ s: -15, p: 2 / 720 });
    expect(mannKendall([1, 2, 3, 4, 6, 5]).p / 2).toBeCloseTo(0.0083, 4);
    expect(mannKendall([2, 1, 4, 3, 6, 5, 8, 7, 9]).p).toBeLessThan(0.01);
  });

  it('is exact with ties, by counting all arrangements', () => {
    for (const values of [
      [1, 1, 2, 3],
      [1, 2, 2, 2, 3],
      [5, 5, 5, 6, 6, 7],
      [3, 3, 3],
    ]) {
      const { s, p } = mannKendall(values);
      const all = permutations(values).map((arrangement) => mannKendall(arrangement).s);
      expect(p).toBeCloseTo(all.filter((other) => Math.abs(other) >= Math.abs(s)).length / all.length, 10);
    }
  });

  it('joins the normal approximation without a jump', () => {
    const values = Array.from({ length: 24 }, (_, i) => i + 7 * Math.sin(i * 2.3));
    const longer = [...values, 24];
    expect(Math.abs(Math.log(mannKendall(values).p / mannKendall(longer).p))).toBeLessThan(1.5);
  });

  it('does not change under any increasing transformation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 30 }), (values) => {
        expect(mannKendall(values.map((value) => Math.log(value) * 3 + 1))).toEqual(mannKendall(values));
      }),
    );
  });
});

describe('theilSen', () => {
  it('finds the slope whatever one wild value says', () => {
    const xs = [0, 1, 2, 3, 4, 5, 6];
    const { slope, intercept, interval } = theilSen(
      xs,
      xs.map((x) => (x === 3 ? 500 : 2 * x + 1)),
    );
    expect(slope).toBeCloseTo(2, 6);
    expect(intercept).toBeCloseTo(1, 6);
    expect(interval[0]).toBeLessThanOrEqual(2);
    expect(interval[1]).toBeGreaterThanOrEqual(2);
  });
});

it('median', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('twoSidedP', () => {
  expect(twoSidedP(1.959964)).toBeCloseTo(0.05, 6);
  expect(twoSidedP(-2.575829)).toBeCloseTo(0.01, 6);
});

function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, i) =>
    permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}
