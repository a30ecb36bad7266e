import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../batch.ts';
import type { Life } from '../life.ts';
import { Packer } from './packer.ts';

const [QUIET, MALE, FEMALE, UNKNOWN] = [1, 2, 3, 4];
const packing = {
  length: 12,
  quietDays: 100,
  quiet: QUIET,
  sexes: [MALE, FEMALE, UNKNOWN] as const,
  binOf: (_: number, z: number) => (z < 0 ? 0 : 1),
};
const widths = { summaries: 0, outcomes: [{}] };

function lifeOf(id: number, days: number[], { first = Number.POSITIVE_INFINITY, until = 5000 } = {}): Life {
  return {
    id,
    birth: 0,
    male: id % 2,
    days: Float64Array.from(days),
    codes: Int32Array.from(days, (_, i) => 5 + ((id + i) % 7)),
    measures: Int32Array.from(days, (_, i) => i % 2),
    values: Float32Array.from(days, (_, i) => (i % 2) * ((i % 3) - 1)),
    first: Float64Array.of(first),
    from: Float64Array.of(Number.NEGATIVE_INFINITY),
    until: Float64Array.of(until),
  };
}

function packed(lives: readonly Life[], queries = 2, quietDays = 0): Batch[] {
  const shards: Batch[] = [];
  const options = { packing: { ...packing, quietDays }, widths, rows: 3, queries, pool: 4, seed: 1 };
  const packer = new Packer({ ...options, onShard: (batch) => shards.push(batch) });
  for (const life of lives) packer.add(life);
  packer.finish();
  return shards;
}

describe('packing lives', () => {
  it('keeps every event of every life, in rows that hold several people, none seeing another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 }),
        (all) => {
          const lives = all.map((gaps, id) => {
            let day = 1000;
            return lifeOf(
              id,
              gaps.map((gap) => {
                day += gap > 20 ? gap : 0;
                return day;
              }),
            );
          });
          const count = (codes: Iterable<number>) => {
            const counts = new Map<number, number>();
            for (const code of codes) if (code >= 5) counts.set(code, (counts.get(code) ?? 0) + 1);
            return [...counts].sort(([a], [b]) => a - b);
          };
          const shards = packed(lives);
          expect(count(shards.flatMap(({ codes }) => [...codes]))).toEqual(
            count(lives.flatMap(({ codes }) => [...codes])),
          );
          for (const { codes, from, to, ages, length, targetAt, targetWeights } of shards) {
            for (const [n, code] of codes.entries()) {
              if (code === 0) continue;
              const row = n - (n % length);
              // What is seen: from a sex to this moment's end, nothing later.
              expect([MALE, FEMALE]).toContain(codes[row + (from[n] ?? 0)]);
              for (let j = from[n] ?? 0; j < (to[n] ?? 0); j++) expect(ages[row + j]).toBeLessThanOrEqual(ages[n] ?? 0);
              if (targetWeights[n] === 0) continue;
              // A target lies strictly after all that its predictor sees.
              const at = row + (targetAt[n] ?? 0);
              for (let j = from[at] ?? 0; j < (to[at] ?? 0); j++) expect(ages[row + j]).toBeLessThan(ages[n] ?? 0);
              expect(from[at]).toBe(from[n]);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('puts each piece of a life into the shortest rows that hold it', () => {
    const shards: Batch[] = [];
    const still = { ...packing, quietDays: 0 };
    const options = { packing: still, widths, rows: 2, queries: 0, pool: 4, seed: 1, shorter: [6] };
    const packer = new Packer({ ...options, onShard: (batch) => shards.push(batch) });
    const days = (count: number) => Array.from({ length: count }, (_, i) => 1000 + i);
    // With the sex, 5 + 1 fit into 6; 11 + 1 into 12; of 14 three stay over for a short row.
    for (const [id, count] of [5, 11, 14, 4].entries()) packer.add(lifeOf(id, days(count)));
    packer.finish();
    const events = (length: number) =>
      shards
        .filter((shard) => shard.length === length)
        .reduce((sum, { codes }) => sum + codes.filter((code) => code >= 5).length, 0);
    expect([events(6), events(12)]).toEqual([5 + 3 + 4, 11 + 11]);
  });

  it('predicts the events of a moment from the last of the moment before, and waits for them', () => {
    const [batch] = packed([lifeOf(1, [1000, 1000, 1030, 1050, 1050], { until: 1500 })]);
    expect([...(batch?.codes ?? [])].slice(0, 6)).toEqual([MALE, 6, 7, 8, 9, 10]);
    expect([...(batch?.targetWeights ?? [])].slice(0, 7)).toEqual([0, 0, 0, 1, 1, 1, 0]);
    expect([...(batch?.targetAt ?? [])].slice(3, 6)).toEqual([2, 3, 3]);
    expect([...(batch?.targetBins ?? [])].slice(0, 6)).toEqual([-1, -1, -1, -1, 0, -1]);
    expect([...(batch?.waits ?? [])].slice(0, 6)).toEqual([0, 0, 30, 20, 0, 450]);
    expect([...(batch?.waitHappened ?? [])].slice(0, 6)).toEqual([0, 0, 1, 2, 0, 0]);
    expect([...(batch?.waitWeights ?? [])].slice(0, 6)).toEqual([0, 0, 1, 1, 0, 1]);
    expect([...(batch?.gaps ?? [])].slice(0, 6)).toEqual([0, 0, 0, 30, 20, 20]);
    expect([...(batch?.to ?? [])].slice(0, 6)).toEqual([1, 3, 3, 4, 6, 6]);
  });

  it('tells of quiet times, which end a wait but are no target', () => {
    const [batch] = packed([lifeOf(1, [1000, 1250], { until: 1300 })], 0, 100);
    expect([...(batch?.codes ?? [])].slice(0, 6)).toEqual([MALE, 6, QUIET, QUIET, 7, 0]);
    expect([...(batch?.ages ?? [])].slice(1, 5)).toEqual([1000, 1100, 1200, 1250]);
    expect([...(batch?.targetWeights ?? [])].slice(0, 5)).toEqual([0, 0, 0, 0, 1]);
    expect([...(batch?.waits ?? [])].slice(1, 5)).toEqual([100, 100, 50, 50]);
    expect([...(batch?.waitHappened ?? [])].slice(1, 5)).toEqual([0, 0, 1, 0]);
  });

  it('asks outcomes that may still happen, from the day of the query', () => {
    const [batch] = packed([lifeOf(1, [1000, 1100], { first: 1080, until: 3000 })], 2);
    const asked = [0, 1].map((q) => [batch?.queryAt[q], batch?.outcomeTimes[q], batch?.outcomeEvents[q]]);
    expect(asked.sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [1, 80, 1],
      [2, 0, 0],
    ]);
  });
});
