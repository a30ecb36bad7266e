import { expect, it } from 'vitest';
import { type Life, YEAR } from '../../../src/model/index.ts';
import { type StreamCodes, streamOf, windowBatch } from './event-stream.ts';

const codes: StreamCodes = { targets: new Set([3, 9]), death: 9, year: 10, deathAt: 0 };
/** Code 2 is a visit, 3 a condition, 4 carries measure 1. */
const events: [years: number, code: number, value?: number][] = [
  [1.0, 2],
  [1.0, 4, 0.1],
  [2.0, 2],
  [2.0, 4, 0.2],
  [2.0, 3],
  [4.5, 2],
  [4.5, 4, 2],
  [4.5, 3],
];
const life: Life = {
  ...{ id: 4, birth: 0, male: 1 },
  days: Float64Array.from(events, ([years]) => years * YEAR),
  codes: Int32Array.from(events, ([, code]) => code),
  measures: Int32Array.from(events, ([, code]) => Number(code === 4)),
  values: Float32Array.from(events, ([, , value]) => value ?? 0),
  first: Float64Array.of(5 * YEAR),
  from: Float64Array.of(Number.NEGATIVE_INFINITY),
  until: Float64Array.of(5 * YEAR),
};
const stream = streamOf(life, codes);
const eventful = [...stream.codes].filter((code) => code !== codes.year);

it('tells what is new, what comes back after long and what has moved; conditions and death each time', () => {
  expect(eventful).toEqual([2, 4, 3, 2, 4, 3, 9]);
  expect([...stream.codes].filter((code) => code === codes.year).length).toBeGreaterThanOrEqual(3);
  expect([...stream.days]).toEqual([...stream.days].sort((a, b) => a - b));
});

it('predicts each target from the last event of the moment before, which sees no later one', () => {
  const batch = windowBatch([{ stream, from: 0, to: stream.days.length }], 32, codes);
  const targets = [...batch.targetWeights.keys()].filter((n) => batch.targetWeights[n] === 1);
  expect(targets.map((n) => batch.targetCodes[n])).toEqual([3, 3, 9]);
  for (const n of targets) {
    const from = batch.targetAt[n] as number;
    expect(stream.days[from]).toBeLessThan(stream.days[n] as number);
    expect(batch.to[from]).toBe(from + 1);
    expect(batch.waits[from]).toBeCloseTo((stream.days[n] as number) - (stream.days[from] as number), 2);
    expect(batch.waitHappened[from]).toBe(1);
  }
  for (let i = 0; i < stream.days.length; i++)
    for (let j = 0; j < (batch.to[i] as number); j++)
      expect(stream.days[j]).toBeLessThanOrEqual(stream.days[i] as number);
});

it('asks on a day after the last event', () => {
  const batch = windowBatch([{ stream, from: 0, to: 2, ask: 1.5 * YEAR }], 8, codes);
  expect(batch.queryAt[0]).toBe(2);
  expect([batch.codes[2], batch.to[2], batch.codes[3]]).toEqual([codes.year, 3, 0]);
});
