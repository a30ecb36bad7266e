import { describe, expect, it } from 'vitest';
import { networkConfig, trainingConfig } from '../config.ts';
import { randomBatch } from '../random-batch.fixture.ts';
import { type TrainingState, train } from './train.ts';

const network = networkConfig.parse({
  width: 16,
  layers: 2,
  heads: 2,
  vocabulary: 20,
  measures: 2,
  valueBins: 4,
  outcomes: [{ name: 'death' }, { name: 'stroke' }],
  hazardBins: [0, 1000],
  summaries: 3,
  dropout: 0.1,
});
const settings = { steps: 12, warmUp: 3, parts: 4, learningRate: 3e-3 };
const training = trainingConfig.parse(settings);
/** Two lengths of rows, in turn. */
const batches = (step: number) => randomBatch(network, { rows: 4, length: step % 2 ? 8 : 16, queries: 2 }, step % 3);

describe('training', () => {
  it('gives the same weights, bit for bit, with 1, 2 and 3 workers, and again', async () => {
    const runs = [];
    for (const workers of [1, 2, 3, 2])
      runs.push((await train({ network, training: { ...training, workers } }, batches)).weights);
    for (const weights of runs) expect(Buffer.compare(bytes(weights), bytes(runs[0]))).toBe(0);
  });

  it('goes on from a checkpoint as if it had never stopped', async () => {
    const whole = await train({ network, training }, batches);
    let saved: TrainingState | undefined;
    const stop = new AbortController();
    await train({ network, training }, batches, {
      signal: stop.signal,
      onStep: ({ step }) => step === 5 && stop.abort(),
      onCheckpoint: (state) => {
        saved = { ...state, weights: state.weights.slice(), mean: state.mean.slice(), square: state.square.slice() };
      },
    });
    expect(saved?.step).toBe(5);
    const rest = await train({ network, training }, batches, { ...(saved && { resume: saved }) });
    expect(Buffer.compare(bytes(rest.weights), bytes(whole.weights))).toBe(0);
  });

  it('learns: the loss of what it sees falls', async () => {
    const losses: number[] = [];
    const long = { ...training, steps: 150 };
    await train({ network, training: long }, batches, { onStep: ({ loss }) => losses.push(loss) });
    expect(losses.at(-1)).toBeLessThan(0.7 * (losses[0] ?? 0));
  });

  it('stops early, and keeps the best weights', async () => {
    const scores = [3, 2, 1, 5, 6, 7];
    const seen: Float32Array[] = [];
    const stopping = trainingConfig.parse({ ...settings, steps: 100, evaluateEvery: 2, patience: 2 });
    const { weights, state } = await train({ network, training: stopping }, batches, {
      score: (now) => {
        seen.push(now.slice());
        return scores[seen.length - 1] ?? 9;
      },
    });
    expect(state.step).toBe(10);
    expect(Buffer.compare(bytes(weights), bytes(seen[2]))).toBe(0);
  });

  it('refuses rows that cannot be cut into the parts', async () => {
    const three = () => randomBatch(network, { rows: 3, length: 8, queries: 1 }, 1);
    await expect(train({ network, training }, three)).rejects.toThrow('3 rows cannot be cut into 4 parts');
  });
});

function bytes(array: Float32Array | undefined): Buffer {
  return Buffer.from(new Uint8Array(array?.buffer ?? new ArrayBuffer(0), array?.byteOffset, array?.byteLength));
}
