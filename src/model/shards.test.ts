import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startRates } from './base-rates.ts';
import { emptyBatch, rowsOf } from './batch.ts';
import { networkConfig } from './config.ts';
import { randomBatch } from './random-batch.fixture.ts';
import { Shards, writeShard } from './shards.ts';

const network = networkConfig.parse({
  width: 8,
  layers: 1,
  heads: 1,
  vocabulary: 20,
  measures: 2,
  valueBins: 3,
  outcomes: [{ name: 'death' }],
  summaries: 2,
});
const folder = mkdtempSync(join(tmpdir(), 'prodrome-shards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [short, long] = [
  randomBatch(network, { rows: 10, length: 8, queries: 1 }, 1),
  randomBatch(network, { rows: 6, length: 16, queries: 2 }, 2),
];
writeShard(join(folder, 'a.safetensors'), short);
writeShard(join(folder, 'b.safetensors'), long);

describe('shards', () => {
  it('give every full block of rows once an epoch, each epoch in its own order', () => {
    const shards = new Shards(folder, network, { tokens: 32, multiple: 2 });
    expect(shards.batches).toBe(2 + 3);
    const expected = [
      rowsOf(short, 0, 4),
      rowsOf(short, 4, 4),
      rowsOf(long, 0, 2),
      rowsOf(long, 2, 2),
      rowsOf(long, 4, 2),
    ];
    expect([...shards.all()].map(plain)).toEqual(expected.map(plain));
    const epoch = (n: number) => Array.from({ length: 5 }, (_, i) => plain(shards.batch(5 * n + i + 1, 7)));
    const place = (n: number) =>
      epoch(n).map((batch) => expected.findIndex((one) => JSON.stringify(plain(one)) === JSON.stringify(batch)));
    expect(place(0).toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(place(0)).toEqual(place(0));
    expect([1, 2, 3].some((n) => place(n).join() !== place(0).join())).toBe(true);
  });

  it('are one batch where a shard has fewer rows than one', () => {
    const shards = new Shards(folder, network, { tokens: 10_000, multiple: 4 });
    expect([...shards.all()].map(({ rows }) => rows)).toEqual([8, 4]);
  });

  it('with a figure that is no number are refused', () => {
    const odd = mkdtempSync(join(folder, 'odd-'));
    const batch = emptyBatch({ rows: 2, length: 8, queries: 0 }, network);
    batch.values[3] = Number.NaN;
    writeShard(join(odd, 'a.safetensors'), batch);
    expect(() => new Shards(odd, network, { tokens: 16, multiple: 2 }).batch(1, 1)).toThrow('values is not finite');
  });

  it('say what is wrong with a folder or a file', () => {
    const open = (path: string, widths = network) => new Shards(path, widths, { tokens: 32, multiple: 2 });
    expect(() => open(join(folder, 'none'))).toThrow('no folder');
    expect(() => open(folder, { ...network, summaries: 3 })).toThrow(
      'no summaries of F32 [10, 3], as the network has it',
    );
    const broken = mkdtempSync(join(folder, 'broken-'));
    expect(() => open(broken)).toThrow('no shard in it has 2 rows or more');
    const bytes = readFileSync(join(folder, 'a.safetensors'));
    writeFileSync(join(broken, 'a.safetensors'), bytes.subarray(0, bytes.length - 1));
    expect(() => open(broken)).toThrow('cut short');
    writeFileSync(join(broken, 'a.safetensors'), 'abc');
    expect(() => open(broken)).toThrow('safetensors file');
  });

  it('start the rates at events over years', () => {
    const batch = emptyBatch({ rows: 1, length: 4, queries: 0 }, network);
    batch.targetCodes.set([5, 5, 6, 0]);
    batch.targetWeights.set([1, 1, 1, 0]);
    batch.waits.fill(365.25);
    batch.waitWeights.fill(1);
    const rates = startRates(20, [batch]);
    expect(Math.exp(rates[5] ?? 0)).toBeCloseTo(2.5 / 5, 12);
    expect(Math.exp(rates[7] ?? 0)).toBeCloseTo(0.5 / 5, 12);
  });
});

function plain(batch: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(batch).map(([name, value]) => [name, typeof value === 'number' ? value : [...value]]),
  );
}
