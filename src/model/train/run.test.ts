import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Model } from '../model.ts';
import { randomBatch } from '../random-batch.fixture.ts';
import { writeShard } from '../shards.ts';
import { logIn } from './log.ts';
import { printedRun, readRun, runTraining } from './run.ts';

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
const vocabulary = { codes: Array.from({ length: 30 }, (_, k) => `code ${k}`), measures: [] };
writeFileSync(join(folder, 'shards', 'manifest.json'), JSON.stringify({ outcomes: [{ name: 'death' }] }));
writeFileSync(join(folder, 'shards', 'vocabulary.json'), JSON.stringify(vocabulary));
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
    expect(page).toContain('Outcome: the outcomes by name');
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

  it('goes on after it was killed while it wrote its log, with other threads and another page', async () => {
    const out = join(folder, 'killed');
    const once = { ...run, out, training: { ...run.training, checkpointEvery: 5 } };
    const stop = new AbortController();
    await runTraining(once, { seconds, signal: stop.signal, onProgress: ({ step }) => step === 5 && stop.abort() });
    // Steps after the checkpoint, and half of a line.
    const path = join(out, 'training.ndjson');
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    appendFileSync(path, `${first.replace('"step":1,', '"step":6,')}\n${first.slice(0, 40)}`);
    const other = { ...once, training: { ...once.training, workers: 1, evaluateEvery: 6, checkpointEvery: 0 } };
    writeFileSync(join(out, 'calibration.json'), '{}');
    await runTraining(other, { seconds, resume: true });
    const steps = logIn(out).flatMap(({ kind, step }) => (kind === 'step' ? [step] : []));
    expect(steps).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(existsSync(join(out, 'calibration.json'))).toBe(false);
  });

  it('refuses shards that were packed for another network', async () => {
    const ask = (network: object) => runTraining({ ...run, network: { ...run.network, ...network } }, { seconds });
    await expect(ask({ vocabulary: 29 })).rejects.toThrow('has network.vocabulary 29, and vocabulary.json 30');
    await expect(ask({ measures: 2 })).rejects.toThrow('has network.measures 2, and vocabulary.json 0');
    await expect(ask({ outcomes: [{ name: 'stroke', weight: 1 }] })).rejects.toThrow(
      'packed for the outcomes death, and network.outcomes has stroke',
    );
    // Shards of another origin say nothing of themselves; their codes do.
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    writeShard(join(bare, 'a.safetensors'), randomBatch(run.network, { rows: 20, length: 16, queries: 1 }, 1));
    const short = { ...run, network: { ...run.network, vocabulary: 9 }, data: { ...run.data, shards: bare } };
    await expect(
      runTraining({ ...short, data: { ...short.data, validation: undefined } }, { seconds }),
    ).rejects.toThrow(/code \d+ stands in it, and the network has 9/);
  });

  it('prints a run with its weights, and reads what it printed', () => {
    const path = join(folder, 'printed.json');
    const printed = printedRun(run) as { weights: { name: string; shape: number[] }[] };
    expect(printed.weights[0]).toEqual({ name: 'code', shape: [30, 16], spread: 0.05, decays: true });
    writeFileSync(path, JSON.stringify(printed));
    expect(readRun(path)).toEqual(run);
  });

  it('says what is wrong with a configuration', () => {
    const wrong = (text: string) => {
      writeFileSync(join(folder, 'wrong.yaml'), text);
      return () => readRun(join(folder, 'wrong.yaml'));
    };
    expect(wrong(written.replace('heads: 2', 'heads: 3'))).toThrow(
      'at network.heads: width must be a multiple of heads',
    );
    expect(wrong(written.replace('steps: 12', 'stepz: 12'))).toThrow('at training: no key stepz is known there');
    expect(wrong(written.replace('width: 16, layers: 1', 'width: 4096, layers: 64'))).toThrow(
      /million weights take .* GB .*train_torch/,
    );
    const large = readRun(join(folder, 'wrong.yaml'), { elsewhere: true });
    expect(large.network.width).toBe(4096);
    expect(() => readRun(folder)).toThrow('it is a folder');
    expect(wrong('a: [')).toThrow('is not a training configuration');
    expect(() => readRun(join(folder, 'nowhere.yaml'))).toThrow('No such file');
  });
});
