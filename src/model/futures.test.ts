import { describe, expect, it } from 'vitest';
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

  it('are the same for the same random numbers, and have a code once where it can come only once', async () => {
    const sample = (seed: number) =>
      sampleFutures(model, past, { ...options, count: 50, random: randomOf(seed), once: new Set([1]) });
    const [a, b] = [await sample(3), await sample(3)];
    expect(a).toEqual(b);
    expect(a.some(({ codes }) => codes.includes(1))).toBe(true);
    for (const { codes } of a) expect(codes.filter((code) => code === 1).length).toBeLessThan(2);
  });
});
