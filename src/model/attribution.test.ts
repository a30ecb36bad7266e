import { describe, expect, it } from 'vitest';
import { gaussLegendre, integratedGradients, leaveOneOut } from './attribution.ts';
import { networkConfig } from './config.ts';
import { Model } from './model.ts';
import { normal, randomOf } from './random.ts';
import { randomBatch } from './random-batch.fixture.ts';
import { riskWithin } from './risk.ts';
import { drawWeights, weightsOver } from './weights.ts';

const network = networkConfig.parse({
  width: 16,
  layers: 2,
  heads: 2,
  vocabulary: 20,
  measures: 2,
  outcomes: [{ name: 'death' }, { name: 'stroke' }],
  hazardBins: [0, 1000, 2000],
  summaries: 3,
});
const weights = weightsOver(network);
drawWeights(weights, 1);
const random = randomOf(2);
for (const i of weights.flat.keys()) weights.flat[i] = (weights.flat[i] ?? 0) + 0.1 * normal(random);
const model = Model.of(network, weights.flat);
const batch = randomBatch(network, { rows: 1, length: 12, queries: 1 }, 4);
const query = batch.queryAt[0] ?? 0;

describe('attribution', () => {
  it('integrates polynomials exactly', () => {
    const { positions, weights } = gaussLegendre(8);
    for (const power of [0, 1, 7, 15]) {
      const integral = positions.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x ** power, 0);
      expect(integral).toBeCloseTo(1 / (power + 1), 13);
    }
  });

  it.each([
    ['an outcome', { outcome: 1, days: 1500 }],
    ['codes', { codes: [3, 7] }],
  ])('by integrated gradients adds up to the whole, for %s', async (_, target) => {
    const { score, baseline, events, summaries, gap } = await integratedGradients(model, batch, target, {
      keep: [query],
    });
    expect(Math.abs(score - baseline)).toBeGreaterThan(0.05);
    expect(Math.abs(gap)).toBeLessThan(0.01 * Math.abs(score - baseline) + 1e-3);
    expect(events[query]).toBe(0);
    expect(events.filter((share) => share !== 0).length).toBeGreaterThan(5);
    expect(summaries.every((share) => share !== 0)).toBe(true);
  });

  it('scores the risk that prediction gives', async () => {
    const { logHazards } = await model.predict(batch);
    const risk = riskWithin(logHazards.subarray(3, 6), network.hazardBins, 1500);
    const { score } = await integratedGradients(model, batch, { outcome: 1, days: 1500 });
    expect(-Math.expm1(-Math.exp(score))).toBeCloseTo(risk, 5);
  });

  it('leaves one out at a time: an event nobody sees has no share, a summary that acts alone has all', async () => {
    const alone = Model.of(network, weights.flat.slice());
    // Without layers' outputs the query sees itself and its summaries only.
    for (const layer of [0, 1]) for (const name of ['out', 'down']) alone.weights.get(`${layer}.${name}`).fill(0);
    const target = { outcome: 0, days: 500 };
    const { events, summaries, score } = await leaveOneOut(alone, batch, target);
    for (const [n, share] of events.entries()) expect(Math.abs(share) > 1e-6, `position ${n}`).toBe(n === query);
    const without = randomBatch(network, { rows: 1, length: 12, queries: 1 }, 4);
    without.summaries[1] = 0;
    const { logHazards } = await alone.predict(without);
    const cumulative = -Math.log(1 - riskWithin(logHazards.subarray(0, 3), network.hazardBins, 500));
    expect(summaries[1]).toBeCloseTo(score - Math.log(cumulative), 3);
  });
});
