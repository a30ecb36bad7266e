import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landmarkBatch } from './landmark.ts';
import type { Life } from './life.ts';
import { Summariser, standardise, standardOf, summaryNames, summaryWidth, typicalOf } from './summary.ts';

const life = (
  events: [day: number, code: number, measure: number, value: number][],
  over: Partial<Life> = {},
): Life => ({
  id: 1,
  birth: -50 * 365.25,
  male: 1,
  days: Float64Array.from(events, ([day]) => day),
  codes: Int32Array.from(events, ([, code]) => code),
  measures: Int32Array.from(events, ([, , measure]) => measure),
  values: Float32Array.from(events, ([, , , value]) => value),
  first: Float64Array.of(900, Number.POSITIVE_INFINITY, 100),
  from: Float64Array.of(Number.NEGATIVE_INFINITY, 400, Number.NEGATIVE_INFINITY),
  until: Float64Array.of(2000, 2000, 2000),
  ...over,
});
const spec = { measures: [1], codes: [[3, 4]] };
const sizes = { measures: 1, codes: 5 };
const widths = { summaries: summaryWidth(spec), outcomes: [0, 1, 2], hazardBins: [0] };

describe('a batch at landmarks', () => {
  const one = life([
    [10, 2, 1, 0.5],
    [200, 3, 0, 0],
    [500, 2, 1, 1.5],
  ]);
  it('shows the events up to the day, then the query', () => {
    const batch = landmarkBatch([{ life: one, day: 300 }], { query: 1 }, { ...widths, summaries: 0 }, { length: 4 });
    expect([...batch.codes]).toEqual([2, 3, 1, 0]);
    expect([...batch.gaps].slice(0, 3)).toEqual([290, 100, 0]);
    expect([...batch.to].slice(0, 3)).toEqual([3, 3, 3]);
    expect(batch.queryAt[0]).toBe(2);
  });
  it('keeps the latest events where there is no room', () => {
    const batch = landmarkBatch([{ life: one, day: 600 }], { query: 1 }, { ...widths, summaries: 0 }, { length: 3 });
    expect([...batch.codes]).toEqual([3, 2, 1]);
  });
  it('counts outcomes from the day, with delayed entry, and leaves out what has happened', () => {
    const batch = landmarkBatch([{ life: one, day: 300 }], { query: 1 }, { ...widths, summaries: 0 }, { length: 4 });
    expect([...batch.outcomeTimes]).toEqual([600, 1700, 0]);
    expect([...batch.outcomeEvents]).toEqual([1, 0, 0]);
    expect([...batch.outcomeEntries]).toEqual([0, 100, 0]);
  });
});

describe('summaries', () => {
  const names = summaryNames(
    spec,
    (m) => `m${m}`,
    (c) => `c${c}`,
  );
  const at = (out: Float32Array, name: string) => out[names.indexOf(name)];
  it('name every feature once', () => {
    expect(new Set(names).size).toBe(summaryWidth(spec));
  });
  it('say last, mean, slope and how long ago', () => {
    const out = new Float32Array(summaryWidth(spec));
    const events: [number, number, number, number][] = [
      [0, 2, 1, 1],
      [365.25, 2, 1, 2],
      [730.5, 2, 1, 3],
    ];
    new Summariser(spec, sizes).write(life(events), 730.5 + 365.25, out);
    expect(at(out, 'm1: last')).toBe(3);
    expect(at(out, 'm1: mean')).toBeCloseTo(2, 6);
    // Least squares gives 1 a year over a spread of 2; half a year² of no slope is added.
    expect(at(out, 'm1: slope')).toBeCloseTo(2 / 2.5, 6);
    expect(at(out, 'm1: years since')).toBeCloseTo(Math.log(2), 6);
    expect(at(out, 'c3: ever')).toBe(0);
    expect(at(out, 'm1: missing')).toBe(0);
  });
  it('never look beyond the day', () => {
    const event = fc.tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.constantFrom(2, 3, 4),
      fc.float({ min: -3, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.integer({ min: 0, max: 1000 }), (list, day) => {
        const events = list
          .map(([when, code, z]): [number, number, number, number] => [
            when,
            code,
            code === 2 ? 1 : 0,
            code === 2 ? z : 0,
          ])
          .sort((a, b) => a[0] - b[0]);
        const summariser = new Summariser(spec, sizes);
        const [whole, cut] = [new Float32Array(summariser.width), new Float32Array(summariser.width)];
        summariser.write(life(events), day, whole);
        summariser.write(life(events.filter(([when]) => when <= day)), day, cut);
        expect([...whole]).toEqual([...cut]);
        expect(whole.every(Number.isFinite)).toBe(true);
      }),
    );
  });
  it('are standardised to mean 0 and deviation 1; what never varies is 0', () => {
    const rows = Float32Array.from([1, 7, 2, 7, 3, 7]);
    standardise(rows, standardOf(rows, 2));
    expect([...rows].map((x) => x.toFixed(3))).toEqual(['-1.225', '0.000', '0.000', '0.000', '1.225', '0.000']);
  });
});

it('a typical history has nothing of what few have, and the mean of what most have', () => {
  // One in ten has the code; all have the measure; the third never varies.
  const rows = Float32Array.from({ length: 300 }, (_, i) =>
    i % 3 === 0 ? Number(i % 30 === 0) : i % 3 === 1 ? 50 + (i % 7) : 2,
  );
  const standard = standardOf(rows, 3);
  const [code = 0, measure, constant] = typicalOf(standard);
  expect(code * (standard.deviation[0] ?? 0) + (standard.mean[0] ?? 0)).toBeCloseTo(0, 6);
  expect([measure, constant]).toEqual([0, 0]);
});
