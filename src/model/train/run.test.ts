import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Model } from '../model.ts';
import { randomBatch } from '../random-batch.fixture.ts';
import { writeShard } from '../shards.ts';
import { readRun, runTraining } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'prodrome-run-'));
afterAll(() => rmSync(folder, { recursive: true }));
const config = join(folder, 'run.yaml');
const written = `
network: { width: 16, layers: 1, heads: 2, vocabulary: 30, outcomes: [{ name: death }], dropout: 0.1 }
training: { steps: 12, warmUp: 2, evaluateEvery: 4 }
data: { shards: shards, validation: shards, tokens: 64 }
out: model
`;
writeFileSync(config, written);
mkdirSync(join(folder, 'shards'));
const run = readRun(config);
writeShard(join(folder, 'shards', 'a.safetensors'), randomBatch(run.network, { rows: 20, length: 16, queries: 1 }, 1));
writeFileSync(join(folder, 'shards', 'manifest.json'), '{"rows": 20}');
writeFileSync(join(folder, 'shards', 'vocabulary.json'), '{}');
const seconds = () => 0;

describe('a training run', () => {
  it('fills the folder of the model', async () => {
    const progress: number[] = [];
    const model = await runTraining(run, { seconds, onProgress: ({ step }) => progress.push(step) });
    expect(progress).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    const out = join(folder, 'model');
    const loaded = Model.load(out);
    expect(loaded.weights.flat).toEqual(model.weights.flat);
    expect(loaded.config.dataHash).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(join(out, 'vocabulary.json'))).toBe(true);
    const log = readFileSync(join(out, 'training.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.filter(({ kind }) => kind === 'evaluation').map(({ step }) => step)).toEqual([4, 8, 12]);
    const page = readFileSync(join(out, 'training.html'), 'utf8');
    expect(page).toContain('Loss: outcome');
    expect(page).not.toContain('NaN');
    expect(page).not.toContain('<script');
  });

  it('goes on after it was stopped, to the same weights', async () => {
    const whole = await runTraining({ ...run, out: join(folder, 'whole') }, { seconds });
    const stop = new AbortController();
    const again = { ...run, out: join(folder, 'again') };
    await runTraining(again, { seconds, signal: stop.signal, onProgress: ({ step }) => step === 7 && stop.abort() });
    const steps: number[] = [];
    const model = await runTraining(again, { seconds, resume: true, onProgress: ({ step }) => steps.push(step) });
    expect(steps).toEqual([8, 9, 10, 11, 12]);
    expect(Buffer.from(model.weights.flat.buffer).equals(Buffer.from(whole.weights.flat.buffer))).toBe(true);
    const other = { ...again, training: { ...run.training, seed: 2 } };
    await expect(runTraining(other, { seconds, resume: true })).rejects.toThrow('it is of another configuration');
  });

  it('says what is wrong with a configuration', () => {
    const wrong = (text: string) => {
      writeFileSync(join(folder, 'wrong.yaml'), text);
      return () => readRun(join(folder, 'wrong.yaml'));
    };
    expect(wrong(written.replace('heads: 2', 'heads: 3'))).toThrow(
      'at network.heads: width must be a multiple of heads',
    );
    expect(wrong(written.replace('steps: 12', 'stepz: 12'))).toThrow('at training');
    expect(wrong('a: [')).toThrow('is not a training configuration');
    expect(() => readRun(join(folder, 'nowhere.yaml'))).toThrow('no such file');
  });
});
