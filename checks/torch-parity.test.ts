/**
 * `scale/train_torch.py` against the training step written here: the losses of the first 20 steps from the same weights on
 * the same shards, and the weights after them. Runs where PRODROME_TORCH names a Python that has PyTorch.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type LogLine, Model, readRun, runTraining, writeShard } from '../src/model/index.ts';
import { randomBatch } from '../src/model/random-batch.fixture.ts';

const python = process.env.PRODROME_TORCH;
const script = fileURLToPath(new URL('../scale/train_torch.py', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prodrome-torch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const network = {
  width: 32,
  layers: 2,
  heads: 4,
  vocabulary: 50,
  measures: 3,
  valueBins: 5,
  outcomes: [{ name: 'death' }, { name: 'stroke', weight: 0.3 }],
  hazardBins: [0, 365.25, 1000],
  summaries: 4,
};

describe.skipIf(python === undefined)('PyTorch and the training step', () => {
  it.each([
    ['every head', network, [] as string[], 1],
    [
      'hazards that vary, at landmarks alone',
      { ...network, activation: 'relu2', hazardsVary: true, nextEvent: false, valueBins: 0 },
      [],
      1,
    ],
    ['two processes, two micro-batches each', network, ['--accumulate', '2'], 2],
  ])(
    'agree: %s',
    async (name, sizes, options, processes) => {
      const at = join(folder, name.replaceAll(/\W+/g, '-'));
      mkdirSync(join(at, 'shards'), { recursive: true });
      const config = {
        network: sizes,
        training: { steps: 20, warmUp: 5, parts: 2 },
        data: { shards: 'shards', tokens: 128 },
      };
      writeFileSync(join(at, 'run.json'), JSON.stringify({ ...config, out: 'ours' }));
      const run = readRun(join(at, 'run.json'));
      for (const [i, length] of [16, 32].entries()) {
        writeShard(
          join(at, 'shards', `${i}.safetensors`),
          randomBatch(run.network, { rows: 24, length, queries: 2 }, i),
        );
      }
      // The first weights are those of a run whose learning rate is nothing.
      const still = { ...run, training: { ...run.training, steps: 1, learningRate: 1e-30 }, out: join(at, 'start') };
      await runTraining(still, { seconds: () => 0 });
      const model = await runTraining(run, { seconds: () => 0 });
      const ours = readFileSync(join(run.out, 'training.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as LogLine);

      writeFileSync(join(at, 'torch.json'), JSON.stringify({ ...run, out: join(at, 'theirs') }));
      const args = [script, join(at, 'torch.json'), '--from', join(at, 'start'), ...options];
      const torchrun = join(dirname(python ?? ''), 'torchrun');
      const output =
        processes > 1
          ? execFileSync(torchrun, ['--nproc-per-node', `${processes}`, ...args], {
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'ignore'],
            })
          : execFileSync(python ?? '', args, { encoding: 'utf8' });
      const theirs = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as LogLine);

      expect(theirs.length).toBe(20);
      for (const [i, { loss, losses }] of theirs.entries()) {
        expect(ours[i]?.loss, `step ${i + 1}`).toBeCloseTo(loss, 3);
        for (const part of ['event', 'wait', 'value', 'outcome'] as const)
          expect(ours[i]?.losses[part]).toBeCloseTo(losses[part], 3);
      }
      const there = Model.load(join(at, 'theirs')).weights.flat;
      const start = Model.load(join(at, 'start')).weights.flat;
      const distance = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)));
      expect(distance(model.weights.flat, there)).toBeLessThan(0.02 * distance(model.weights.flat, start));
    },
    300_000,
  );
});
