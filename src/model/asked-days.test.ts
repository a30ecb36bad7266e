import { expect, it } from 'vitest';
import { askedDays, cameWithin, hasDied } from './asked-days.ts';
import type { Life } from './life.ts';

const life = (over: Partial<Life> = {}): Life => ({
  ...{ id: 1, birth: -10_000, male: 0, days: Float64Array.of(0, 900, 1500) },
  ...{ codes: Int32Array.of(2, 2, 2), measures: new Int32Array(3), values: new Float32Array(3) },
  first: Float64Array.of(Number.POSITIVE_INFINITY),
  from: Float64Array.of(Number.NEGATIVE_INFINITY),
  until: Float64Array.of(2000),
  ...over,
});

it('counts days back from the end of the data, or on from the first event of a person', () => {
  const back = { end: 2000, followed: 'data-end' } as const;
  expect(askedDays(life(), back, 365.25, 3)).toEqual([1634.75, 1269.5, 904.25]);
  // Before the first event nobody is asked, and after death neither.
  expect(askedDays(life(), back, 1500, 3)).toEqual([500]);
  expect(askedDays(life({ until: Float64Array.of(1300), death: 1300 }), back, 365.25, 3)).toEqual([1269.5, 904.25]);
  const own = { end: 2000, followed: 'last-event' } as const;
  expect(askedDays(life({ until: Float64Array.of(1500) }), own, 400, 4)).toEqual([200, 600, 1000, 1400]);
});

it('knows what came, did not come, and what nobody can know', () => {
  expect(cameWithin(life({ first: Float64Array.of(1200) }), 0, 1000, 200)).toBe(true);
  expect(cameWithin(life({ first: Float64Array.of(1201) }), 0, 1000, 200)).toBe(false);
  // A horizon counted back from the end and on again is the same day, whatever rounding says.
  for (const horizon of [365.25, 1826.25, 0.1]) expect(cameWithin(life(), 0, 2000 - horizon, horizon)).toBe(false);
  expect(cameWithin(life({ until: Float64Array.of(1100) }), 0, 1000, 200)).toBeUndefined();
  expect(cameWithin(life({ until: Float64Array.of(1100), death: 1100 }), 0, 1000, 200)).toBe(false);
  expect(hasDied(life({ death: 5 }), 5)).toBe(true);
  expect(hasDied(life(), 1e9)).toBe(false);
});
