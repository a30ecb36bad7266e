import { describe, expect, it } from 'vitest';
import type { Batch } from './batch.ts';
import { networkConfig } from './config.ts';
import { type Past, sampleFutures } from './futures.ts';
import { Model } from './model.ts';
import { randomOf } from './random.ts';
import { nextEvents, riskOfCodes, riskWithin } from './risk.ts';
import { weightsOver } from './weights.ts';

const network = networkConfig.parse({ width: 8, layers: 1, heads: 1, vocabulary: 5 });
/** A network whose rates never change: one a year of code 1, a half of code 2, a tenth of code 3 (death), none of code 4. */
const weights = weightsOver(network);
weights.get('rate').set([-30, 0, Math.log(0.5), Math.log(0.1), -30]);
const model = Model.of(network, weights.flat);
const past: Past = { codes: [4], measures: [0], values: [0], ages: [20_000] };
const logRates = weights.get('rate');

describe('risk', () => {
  it('in closed form is 1 − exp(−cumulative hazard)', () => {
    const hazards = [Math.log(0.1), Math.log(0.2)];
    expect(riskWithin(hazards, [0, 365.25], 365.25 / 2)).toBeCloseTo(1 - Math.exp(-0.05), 12);
    expect(riskWithin(hazards, [0, 365.25], 3 * 365.25)).toBeCloseTo(1 - Math.exp(-0.1 - 0.4), 12);
    expect(riskWithin(hazards, [0, 365.25], 0)).toBe(0);
  });

  it('of codes competes with death', () => {
    expect(riskOfCodes(logRates, [2], 1e9, [3])).toBeCloseTo(0.5 / 0.6, 7);
    expect(riskOfCodes(logRates, [2], 365.25)).toBeCloseTo(1 - Math.exp(-0.5), 7);
  });

  it('ranks the next events by their share of the total rate', () => {
    expect(nextEvents(logRates, 2).map(({ code }) => code)).toEqual([1, 2]);
    expect(nextEvents(logRates, 1)[0]?.probability).toBeCloseTo(1 / 1.6, 6);
  });
});

describe('sampled futures', () => {
  const options = { count: 2000, days: 2 * 365.25, ending: new Set([3]) };

  it('agree with the closed form where rates do not change', async () => {
    const futures = await sampleFutures(model, past, { ...options, random: randomOf(1) });
    const had = (code: number) => futures.filter(({ codes }) => codes.includes(code)).length / futures.length;
    for (const code of [2, 3]) {
      const risk = riskOfCodes(logRates, [code], options.days, [3]);
      expect(Math.abs(had(code) - risk)).toBeLessThan(4 * Math.sqrt((risk * (1 - risk)) / options.count));
    }
    for (const { codes, ages } of futures) {
      expect(codes.indexOf(3)).toBe(codes.includes(3) ? codes.length - 1 : -1);
      expect(ages.every((age, i) => age > (ages[i - 1] ?? 20_000) && age <= 20_000 + options.days)).toBe(true);
    }
  });

  it('are shown the opening of a row however long the past is, as a moment of its own, and values that come', async () => {
    const shown: Batch[] = [];
    class Watched extends Model {
      override predict(batch: Batch) {
        shown.push(batch);
        return super.predict(batch);
      }
    }
    const codes = [4, ...Array.from({ length: 40 }, () => 2)];
    const none = codes.map(() => 0);
    const long: Past = {
      codes,
      measures: none,
      values: none,
      ages: codes.map((_, i) => (i < 3 ? 0 : 100 * i)),
      opened: true,
    };
    const nextValue = () => ({ measure: 0, z: 1.5 });
    const watched = new Watched({ network, about: {}, dataHash: '' }, weights.flat);
    await sampleFutures(watched, long, { ...options, count: 2, random: randomOf(1), longest: 16, nextValue });
    expect([...(shown[0]?.codes ?? [])].slice(0, 16)).toEqual([4, ...codes.slice(-15)]);
    expect(shown[0]?.to[0]).toBe(1);
    const last = shown.at(-1);
    expect(last?.codes[0]).toBe(4);
    expect(last?.values.includes(1.5)).toBe(true);
    const before = shown.length;
    const short: Past = { ...long, codes: codes.slice(0, 3), ages: [0, 0, 0] };
    await sampleFutures(watched, short, { ...options, count: 1, random: randomOf(1) });
    expect([...(shown[before]?.to ?? [])].slice(0, 3)).toEqual([1, 3, 3]);
  });

  it('are the same for the same random numbers, and have a code once where it can come only once', async () => {
    const sample = (seed: number) =>
      sampleFutures(model, past, { ...options, count: 50, random: randomOf(seed), once: new Set([1]) });
    const [a, b] = [await sample(3), await sample(3)];
    expect(a).toEqual(b);
    expect(a.some(({ codes }) => codes.includes(1))).toBe(true);
    for (const { codes } of a) expect(codes.filter((code) => code === 1).length).toBeLessThan(2);
  });
});
