import { describe, expect, it } from 'vitest';
import { type Batch, emptyBatch } from '../batch.ts';
import { randomOf } from '../random.ts';
import { YEAR } from '../time.ts';
import { binned } from './bins.ts';
import { type BoostSettings, boost, boostJob, outcomesOf } from './boost.ts';
import { type Forest, forestHazards, readForest, writeForest } from './forest.ts';
import { boostTogether } from './team.ts';

const settings: BoostSettings = {
  ...{ trees: 60, depth: 2, rate: 0.3, features: 1, rows: 1, least: 1, prior: 0.1 },
  ...{ periods: [0, YEAR], end: 3 * YEAR },
};

/** Hazard 0.05 a year; eightfold where both features are above 0; where the third is, tenfold but in the first year alone. */
const hazardOf = ([a = 0, b = 0, c = 0]: number[], period: number) =>
  0.05 * (a > 0 && b > 0 ? 8 : 1) * (c > 0 && period === 0 ? 10 : 1);

function simulated(n: number, seed: number) {
  const random = randomOf(seed);
  const batch = emptyBatch({ rows: n, length: 1, queries: 1 }, { summaries: 3, outcomes: [1] });
  for (let i = 0; i < n; i++) {
    const x = [0, 0, 0].map(() => 2 * random() - 1);
    batch.summaries.set(x, 3 * i);
    const first = -Math.log(1 - random()) / hazardOf(x, 0);
    const time = first < 1 ? first : 1 - Math.log(1 - random()) / hazardOf(x, 1);
    batch.outcomeTimes[i] = Math.min(time, 3) * YEAR;
    batch.outcomeEvents[i] = time < 3 ? 1 : 0;
  }
  return batch;
}

const jobOf = (batch: Batch) => boostJob(batch.summaries, 3, batch, settings, { seed: 3 });
function forestOf(batch: Batch): Forest {
  const job = jobOf(batch);
  boost(job);
  return job.forest;
}

describe('boosted trees', () => {
  const batch = simulated(6000, 1);
  const forest = forestOf(batch);

  it('find what acts together, and what acts at first only', () => {
    const cases = [-0.5, 0.5].flatMap((a) => [-0.5, 0.5].flatMap((b) => [-0.5, 0.5].map((c) => [a, b, c])));
    const found = forestHazards(forest, Float32Array.from(cases.flat()));
    for (const [i, x] of cases.entries())
      for (const period of [0, 1])
        expect(Math.abs((found[2 * i + period] as number) - Math.log(hazardOf(x, period)))).toBeLessThan(0.5);
  });
  it('find the same from all with the event and a sample of the others', () => {
    const job = boostJob(batch.summaries, 3, batch, { ...settings, controls: 2 }, { seed: 3 });
    boost(job);
    const cases = [-0.5, 0.5].flatMap((a) => [-0.5, 0.5].flatMap((b) => [-0.5, 0.5].map((c) => [a, b, c])));
    const found = forestHazards(job.forest, Float32Array.from(cases.flat()));
    for (const [i, x] of cases.entries())
      for (const period of [0, 1])
        expect(Math.abs((found[2 * i + period] as number) - Math.log(hazardOf(x, period)))).toBeLessThan(0.6);
  });
  it('learn hazards that teachers give as they are', () => {
    const outcomeHazards = new Float32Array(2 * 6000);
    for (let i = 0; i < 6000; i++)
      for (const period of [0, 1])
        outcomeHazards[2 * i + period] = hazardOf([...batch.summaries.subarray(3 * i, 3 * i + 3)], period);
    const quiet = { outcomeTimes: new Float32Array(6000).fill(3 * YEAR), outcomeEvents: new Float32Array(6000) };
    const taught = { ...quiet, outcomeEntries: new Float32Array(6000), outcomeHazards };
    const job = boostJob(batch.summaries, 3, taught, settings, { seed: 3, bins: [0, YEAR] });
    boost(job);
    const found = forestHazards(job.forest, batch.summaries.subarray(0, 3 * 500));
    const off = [...found].map((eta, n) => Math.abs(eta - Math.log(outcomeHazards[n] as number)));
    expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.1);
  });
  it('come back from their bytes, and are the same when made by threads', async () => {
    const bytes = writeForest(forest);
    expect(writeForest(readForest(bytes))).toEqual(bytes);
    expect(writeForest(await boostTogether(jobOf(batch), 2))).toEqual(bytes);
  });
  it('refuse bytes whose parts do not fit', () => {
    expect(() => readForest(writeForest({ ...forest, features: 1 }))).toThrow('features');
    expect(() => readForest(writeForest({ ...forest, leaf: forest.leaf.slice(1) }))).toThrow('leaf');
    expect(() => readForest(new Uint8Array(4))).toThrow(RangeError);
  });
  it('end where they no longer help persons who are watched', () => {
    const many = { ...settings, trees: 200, patience: 10 };
    const [few, others] = [simulated(600, 4), simulated(2000, 5)];
    const grown = (watched?: Batch) => {
      const seen = watched && { watched: { rows: watched.summaries, outcomes: outcomesOf(watched) } };
      const job = boostJob(few.summaries, 3, few, many, { seed: 3, ...seen });
      boost(job);
      return job.forest;
    };
    const [whole, ended] = [grown(), grown(others)];
    const last = (forest: Forest) => forest.leaf.subarray(0, 200 * 4).findLastIndex((leaf) => leaf !== 0);
    expect(last(ended)).toBeLessThan(last(whole) / 2);
    const lossOf = (forest: Forest) => {
      const found = forestHazards(forest, batch.summaries);
      return [...found.keys()].reduce((sum, n) => {
        const [i, period] = [n >> 1, n & 1];
        const x = [...batch.summaries.subarray(3 * i, 3 * i + 3)];
        return sum + ((found[n] as number) - Math.log(hazardOf(x, period))) ** 2;
      }, 0);
    };
    expect(lossOf(ended)).toBeLessThan(0.8 * lossOf(whole));
  });
  it('keep no tree where none helps persons who are watched', () => {
    // What came after is another person's.
    const mixed = { ...batch, summaries: simulated(6000, 6).summaries };
    const watched = { rows: batch.summaries, outcomes: outcomesOf(batch) };
    const job = boostJob(mixed.summaries, 3, mixed, { ...settings, patience: 5 }, { seed: 3, watched });
    boost(job);
    const kept = job.forest.leaf.reduce((sum, leaf) => sum + Number(leaf !== 0), 0);
    expect(kept).toBeLessThan(0.05 * job.forest.leaf.length);
  });
  it('grow for the outcomes that are asked for alone', () => {
    const job = boostJob(batch.summaries, 3, batch, { ...settings, only: [] }, { seed: 3 });
    boost(job);
    expect(job.forest.leaf.every((leaf) => leaf === 0)).toBe(true);
  });
  it('leave an outcome alone that nobody had', () => {
    const quiet = { ...batch, outcomeEvents: new Float32Array(6000) };
    const none = forestOf(quiet);
    expect(Math.max(...forestHazards(none, batch.summaries.subarray(0, 300)))).toBeLessThan(Math.log(1e-3));
  });
});

it('bins are cut between values, and an edge says which side a value is on', () => {
  const random = randomOf(9);
  const rows = Float32Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? Math.floor(random() * 6) : random()));
  const columns = binned(rows, 2);
  for (const feature of [0, 1])
    for (let i = 0; i < 2000; i++) {
      const bin = columns.columns[feature]?.[i] ?? 0;
      const value = rows[2 * i + feature] as number;
      expect(value).toBeLessThanOrEqual(columns.edge(feature, bin));
      if (bin > 0) expect(value).toBeGreaterThan(columns.edge(feature, bin - 1));
    }
  expect(new Set(columns.columns[0]).size).toBe(6);
});
