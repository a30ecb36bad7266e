/**
 * `scale/train_torch.py` against the training step written here: the losses of the first 20 steps from the same weights on
 * the same shards, and the weights after them. Runs where PRODROME_TORCH names a Python that has PyTorch.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import {
  EventModel,
  type LogLine,
  logIn,
  Model,
  printedRun,
  readRun,
  runTraining,
  TOLD_CODES,
  writeShard,
} from '../src/model/index.ts';
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

      writeFileSync(join(at, 'torch.json'), JSON.stringify(printedRun({ ...run, out: join(at, 'theirs') })));
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

  it('start the heads alike, evaluate alike, go on after a stop, and leave folders that are served', async () => {
    const at = join(folder, 'packed');
    mkdirSync(join(at, 'shards'), { recursive: true });
    const sizes = { ...network, summaries: 0 };
    const still = { steps: 4, warmUp: 0, learningRate: 1e-30, parts: 2, evaluateEvery: 2, checkpointEvery: 2 };
    const data = { shards: 'shards', validation: 'shards', tokens: 128 };
    writeFileSync(join(at, 'run.json'), JSON.stringify({ network: sizes, training: still, data, out: 'ours' }));
    const run = readRun(join(at, 'run.json'));
    const shape = { rows: 24, length: 16, queries: 2 };
    writeShard(join(at, 'shards', '0.safetensors'), randomBatch(run.network, shape, 1));
    const codes = ['padding', 'query', ...Array.from({ length: 44 }, (_, k) => `X//${k}`), ...TOLD_CODES];
    const measures = [1, 2, 3].map((k) => ({ name: `X//${k}`, log: false, mean: 0, deviation: 1, edges: [] }));
    const outcomes = sizes.outcomes.map(({ name }) => ({ name, codes: [`X//${name}`] }));
    const manifest = { settings: { length: 16, quietDays: 365 }, outcomes };
    writeFileSync(join(at, 'shards', 'vocabulary.json'), JSON.stringify({ codes, measures }));
    writeFileSync(join(at, 'shards', 'manifest.json'), JSON.stringify(manifest));
    const ours = await runTraining(run, { seconds: () => 0 });
    const theirs = { ...run, out: join(at, 'theirs') };
    writeFileSync(join(at, 'torch.json'), JSON.stringify(printedRun(theirs)));
    const ask = (...more: string[]) => execFileSync(python ?? '', [script, join(at, 'torch.json'), ...more]);

    ask();
    const drawn = Model.load(theirs.out);
    for (const name of ['rate', 'hazard.base'])
      for (const [i, x] of drawn.weights.get(name).entries()) expect(x).toBeCloseTo(ours.weights.get(name)[i] ?? 0, 4);

    ask('--from', run.out);
    const evaluations = (out: string) => logIn(out).filter(({ kind }) => kind === 'evaluation');
    expect(evaluations(theirs.out).map(({ step }) => step)).toEqual([2, 4]);
    for (const [i, { loss }] of evaluations(theirs.out).entries())
      expect(loss).toBeCloseTo(evaluations(run.out)[i]?.loss ?? 0, 3);

    // A longer schedule, on another machine.
    const moved = join(at, 'moved');
    renameSync(theirs.out, moved);
    const places = ['--shards', join(at, 'shards'), '--validation', join(at, 'shards'), '--out', moved];
    writeFileSync(
      join(at, 'torch.json'),
      JSON.stringify(
        printedRun({ ...theirs, data: { ...run.data, shards: 'nowhere' }, training: { ...run.training, steps: 6 } }),
      ),
    );
    ask('--resume', ...places);
    expect(evaluations(moved).map(({ step }) => step)).toEqual([2, 4, 6]);

    for (const out of [run.out, moved]) {
      const served = EventModel.load(out);
      expect(served.outcomes.map(({ name }) => name)).toEqual(['death', 'stroke']);
      expect(served.model.config.dataHash).toMatch(/^[0-9a-f]{64}$/);
      await served.close();
    }
  }, 300_000);
});
