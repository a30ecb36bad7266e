import { describe, expect, it } from 'vitest';
import { networkConfig, trainingConfig } from './config.ts';
import { dropFeeds, normsOf } from './feeds.ts';
import { gradientOf, lossesOf } from './gradient.ts';
import { aheadOf } from './graph/attention.ts';
import { trainingGraph } from './losses.ts';
import { normal, randomOf } from './random.ts';
import { randomBatch } from './random-batch.fixture.ts';
import { sessionOf } from './session.ts';
import { drawWeights, weightsOver } from './weights.ts';

const full = {
  width: 16,
  layers: 2,
  heads: 4,
  vocabulary: 30,
  measures: 3,
  valueBins: 5,
  outcomes: [{ name: 'death' }, { name: 'diabetes', weight: 0.3 }, { name: 'stroke' }],
  hazardBins: [0, 365.25, 1000, 3000],
  summaries: 4,
};
const decoder = { width: 16, layers: 1, heads: 2, vocabulary: 30 };

/**
 * Central differences along random directions, one parameter tensor at a time, against the gradient. The loss is float32,
 * so a difference over a step of 2ε is known to about 1e-7 · loss / ε.
 */
describe.each([1, 2])('gradients by finite differences, %i threads', (threads) => {
  it.each([
    ['every head', full, 3],
    ['hazards that vary over time', { ...full, hazardsVary: true, summaries: 0 }, 2],
    ['dropout', { ...full, dropout: 0.2 }, 2],
    ['a plain decoder', decoder, 0],
    ['landmarks alone', { ...full, nextEvent: false, valueBins: 0 }, 1],
    ['the squared rectifier', { ...full, activation: 'relu2' as const }, 2],
    ['no layers', { ...full, layers: 0 }, 1],
    ['rows so long that attention goes by blocks', { ...decoder, heads: 4 }, 0, 320],
    ['a little is seen beyond a block', { ...decoder, heads: 4 }, 0, 320, 20],
    ['all see all, in rows so long that attention goes piece by piece', { ...decoder, heads: 4 }, 0, 320, 320],
  ])('%s', async (_, sizes, queries, length = 12, beyond = 0) => {
    const config = networkConfig.parse(sizes);
    const { losses: lossWeights } = trainingConfig.parse({
      steps: 1,
      losses: { event: 1, wait: 0.5, value: 0.7, outcome: 0.8 },
    });
    const shape = { rows: 3, length, queries };
    const batch = randomBatch(config, shape, 5);
    for (const [n, end] of batch.to.entries()) batch.to[n] = Math.min(length, end + beyond);
    const norms = normsOf(batch);
    const session = await sessionOf(
      trainingGraph(config, lossWeights, shape, { backward: true, ahead: aheadOf(batch.to, length) }),
      threads,
    );
    const weights = weightsOver(config);
    const gradients = weightsOver(config);
    drawWeights(weights, 3);
    const random = randomOf(9);
    for (const i of weights.flat.keys()) weights.flat[i] = (weights.flat[i] ?? 0) + 0.1 * normal(random);
    const part = { batch, norms, drops: dropFeeds(config, batch, 1, 2) };
    const total = async () => {
      const { losses } = await lossesOf(session, config, weights, part);
      return losses.event + 0.5 * losses.wait + 0.7 * losses.value + 0.8 * losses.outcome;
    };
    await gradientOf(session, config, weights, gradients, part);
    for (const { name } of weights.inventory.parameters) {
      const values = weights.get(name);
      const gradient = gradients.get(name);
      const norm = Math.hypot(...gradient);
      const before = Float32Array.from(values);
      // Along the gradient itself the slope is its norm; along a random direction, its projection.
      for (const direction of [
        gradient.map((g) => g / (norm || 1)),
        gradient.map(() => normal(random) / Math.sqrt(gradient.length)),
      ]) {
        const slope = direction.reduce((sum, x, i) => sum + x * (gradient[i] ?? 0), 0);
        const step = 0.02;
        const along = async (factor: number) => {
          for (const [i, x] of before.entries()) values[i] = x + factor * step * (direction[i] ?? 0);
          return total();
        };
        const measured =
          (8 * ((await along(1)) - (await along(-1))) - ((await along(2)) - (await along(-2)))) / (12 * step);
        values.set(before);
        expect(Math.abs(measured - slope), `${name}: ${measured} against ${slope}`).toBeLessThan(2e-3 * norm + 1e-4);
      }
    }
    expect(Math.hypot(...gradients.flat)).toBeGreaterThan(0.1);
  });
});
