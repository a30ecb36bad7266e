import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyBatch, rowsOf } from './batch.ts';
import { networkConfig } from './config.ts';
import { Model } from './model.ts';
import { randomBatch } from './random-batch.fixture.ts';
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
const model = Model.of(network, weights.flat);
const folder = mkdtempSync(join(tmpdir(), 'prodrome-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a model', () => {
  it('predicts the same after it was saved and loaded', async () => {
    const batch = randomBatch(network, { rows: 2, length: 10, queries: 2 }, 1);
    model.save(folder);
    const [before, after] = [await model.predict(batch), await Model.load(folder).predict(batch)];
    expect(after).toEqual(before);
    expect(before.logRates.length).toBe(4 * 20);
    expect(before.logHazards.length).toBe(4 * 2 * 3);
  });

  it('says the same at a query as at that position among all', async () => {
    const batch = randomBatch(network, { rows: 2, length: 10, queries: 1 }, 2);
    const [asked, all] = [await model.predict(batch), await model.predict(batch, { at: 'all' })];
    for (const row of [0, 1]) {
      const n = row * 10 + (batch.queryAt[row] ?? 0);
      for (let j = 0; j < 20; j++) expect(asked.logRates[row * 20 + j]).toBeCloseTo(all.logRates[n * 20 + j] ?? 0, 5);
    }
  });

  it('says of many rows, piece by piece, what it says of each alone', async () => {
    const batch = randomBatch(network, { rows: 6, length: 256, queries: 1 }, 2);
    const together = await model.predict(batch);
    for (let row = 0; row < 6; row++) {
      const alone = await model.predict(rowsOf(batch, row, 1));
      for (const name of ['states', 'logRates', 'logHazards'] as const) {
        const each = alone[name].length;
        const part = together[name].subarray(row * each, (row + 1) * each);
        for (const [i, x] of part.entries()) expect(x, `${name} of row ${row}`).toBeCloseTo(alone[name][i] ?? 0, 4);
      }
    }
  });

  it('says of a person the same in a long row, where blocks look back, as in a short one, where all look at once', async () => {
    const rowOf = (length: number, ahead: number) => {
      const batch = emptyBatch({ rows: 1, length, queries: 1 }, network);
      for (let n = 0; n < 120; n++) {
        batch.codes[n] = 1 + ((n * 7) % 19);
        batch.measures[n] = n % 3;
        batch.values[n] = Math.sin(n);
        batch.ages[n] = 20_000 + 40 * n;
        batch.gaps[n] = 40;
        batch.to[n] = Math.min(120, n + 1 + (n % 64 === 63 ? ahead : 0));
      }
      batch.queryAt[0] = 119;
      return batch;
    };
    for (const ahead of [0, 32, 33, 50]) {
      const [short, long] = [await model.predict(rowOf(128, ahead)), await model.predict(rowOf(256, ahead))];
      for (const [j, x] of short.logRates.entries()) expect(long.logRates[j]).toBeCloseTo(x, 4);
      for (const [j, x] of short.logHazards.entries()) expect(long.logHazards[j]).toBeCloseTo(x, 4);
    }
  });

  it('sees what `from` and `to` let it see, and nothing else', async () => {
    const batch = randomBatch(network, { rows: 1, length: 10, queries: 0 }, 3);
    const statesOf = async () => (await model.predict(batch, { at: 'all', rates: false })).states;
    const before = await statesOf();
    const changed = 4;
    batch.codes[changed] = ((batch.codes[changed] ?? 0) % 19) + 1;
    const after = await statesOf();
    for (let i = 0; i < 10; i++) {
      const same = [...after.subarray(i * 16, i * 16 + 16)].every((x, j) => x === before[i * 16 + j]);
      const sees = i === changed || (changed >= (batch.from[i] ?? 0) && changed < (batch.to[i] ?? 0));
      expect(same, `position ${i}`).toBe(!sees);
    }
  });

  it('refuses a folder that is broken, and says what is wrong', () => {
    model.save(folder);
    expect(() => Model.load('/nowhere')).toThrow('it has no config.json');
    const bytes = readFileSync(join(folder, 'model.safetensors'));
    writeFileSync(join(folder, 'model.safetensors'), bytes.subarray(0, bytes.length - 4));
    expect(() => Model.load(folder)).toThrow('cut short');
    Model.of(networkConfig.parse({ width: 8, layers: 1, heads: 1, vocabulary: 9 }), new Float32Array(9999)).save(
      folder,
    );
    writeFileSync(join(folder, 'model.safetensors'), bytes);
    expect(() => Model.load(folder)).toThrow('no tensor code of [9, 8]');
    writeFileSync(join(folder, 'config.json'), '{"network": {"width": 16}}');
    expect(() => Model.load(folder)).toThrow('config.json at network.layers');
  });
});
