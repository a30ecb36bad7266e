import { expect, it } from 'vitest';
import { networkConfig, trainingConfig } from './config.ts';
import { normsOf } from './feeds.ts';
import { lossesOf } from './gradient.ts';
import { trainingGraph } from './losses.ts';
import { Model } from './model.ts';
import { NextValues } from './next-value.ts';
import { normal, randomOf } from './random.ts';
import { randomBatch } from './random-batch.fixture.ts';
import { sessionOf } from './session.ts';
import { Vocabulary } from './vocabulary.ts';
import { weightsOver } from './weights.ts';

const network = networkConfig.parse({ width: 8, layers: 1, heads: 2, vocabulary: 4, measures: 1, valueBins: 3 });
const vocabulary = new Vocabulary({
  codes: ['padding', 'query', 'LAB//A', 'CONDITION//B'],
  measures: [{ name: 'LAB//A', log: true, mean: 1, deviation: 2, edges: [-0.5, 0.7] }],
});
const weights = weightsOver(network);
const random = randomOf(4);
for (const i of weights.flat.keys()) weights.flat[i] = 0.5 * normal(random);
const model = Model.of(network, weights.flat);
const values = new NextValues(model, vocabulary);
const LAB = 2;

it('has the bins that the loss of values is of, by their probabilities', async () => {
  const shape = { rows: 1, length: 6, queries: 0 };
  const batch = randomBatch(network, shape, 3);
  batch.targetWeights.fill(0);
  batch.targetWeights[5] = 1;
  batch.targetAt[5] = 3;
  batch.targetCodes[5] = LAB;
  const { states } = await model.predict(batch, { at: 'all' });
  const state = states.subarray(3 * network.width, 4 * network.width);
  const { losses } = trainingConfig.parse({ steps: 1 });
  const session = await sessionOf(trainingGraph(network, losses, shape, { backward: false }));
  const probabilities: number[] = [];
  for (const bin of [0, 1, 2]) {
    batch.targetBins.fill(-1);
    batch.targetBins[5] = bin;
    const part = { batch, norms: normsOf(batch), drops: new Map() };
    probabilities.push(Math.exp(-(await lossesOf(session, network, weights, part)).losses.value));
  }
  const [first = 0, second = 0, third = 0] = probabilities;
  expect(first + second + third).toBeCloseTo(1, 5);
  const zAt = (u: number) => values.drawn(LAB, state, u)?.z;
  expect(zAt(first - 1e-4)).toBeCloseTo(-1.1, 9);
  expect(zAt(first + 1e-4)).toBeCloseTo(0.1, 9);
  expect(zAt(first + second - 1e-4)).toBeCloseTo(0.1, 9);
  expect(zAt(first + second + 1e-4)).toBeCloseTo(1.3, 9);
  const range = values.range(LAB, state);
  const [low, high] = [first > 0.25 ? 0 : Math.exp(0), third > 0.25 ? Number.POSITIVE_INFINITY : Math.exp(2.4)];
  expect(range?.high).toBeCloseTo(high, 9);
  if (low > 0) expect(range?.low).toBeCloseTo(low, 9);
  else expect(range?.low).toBe(Number.NEGATIVE_INFINITY);
  await model.close();
});

it('has none of a code without values', () => {
  const state = new Float32Array(network.width);
  expect(values.drawn(3, state, 0.5)).toBeUndefined();
  expect(values.range(3, state)).toBeUndefined();
});
