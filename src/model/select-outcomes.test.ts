import { expect, it } from 'vitest';
import { networkConfig, trainingConfig } from './config.ts';
import { drawerOf, type LandmarkPlan, pool, trainLandmarkModel } from './landmark-training.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';
import { summaryWidth } from './summary.ts';

const YEAR = 365.25;
const summary = { measures: [], codes: [[2]] };
const planOf = (hazardsVary: boolean): LandmarkPlan => ({
  network: networkConfig.parse({
    ...{ width: 8, layers: 1, heads: 1, vocabulary: 3, nextEvent: false, hazardBins: [0, YEAR], hazardsVary },
    ...{ outcomes: ['a', 'b', 'c'].map((name) => ({ name })), summaries: summaryWidth(summary) },
  }),
  training: trainingConfig.parse({ steps: 5, learningRate: 0.05, warmUp: 1, parts: 1, workers: 1 }),
  ...{ summary, query: 1, length: 1, events: false, rows: 32 },
});
const people = Array.from({ length: 200 }, (_, id): Life => {
  const random = randomOf(5, id);
  return {
    ...{ id, birth: -50 * YEAR, male: 0.5, days: Float64Array.of(-10), codes: Int32Array.of(2) },
    ...{ measures: Int32Array.of(0), values: Float32Array.of(0) },
    first: Float64Array.from([300, 900, 2000], (mean) => -mean * Math.log(1 - random())),
    from: new Float64Array(3).fill(Number.NEGATIVE_INFINITY),
    until: new Float64Array(3).fill(1200),
  };
});
const boost = {
  ...{ seed: 1, share: 0.5, trees: 3, depth: 1, rate: 0.5, features: 1, rows: 1, least: 1, prior: 1 },
  ...{ periods: [0, YEAR], end: 1200 },
};

it('some outcomes of networks and trees alone say what they said among all', { timeout: 60_000 }, async () => {
  const draw = drawerOf(people, () => 0);
  for (const hazardsVary of [true, false]) {
    const networks = await trainLandmarkModel(planOf(hazardsVary), draw);
    const whole = await networks.withTrees(pool(draw, 100), boost, { threads: 1 });
    const cut = whole.select([2, 0], ['third', 'first']);
    expect(cut.network.outcomes.map(({ name }) => name)).toEqual(['third', 'first']);
    const asked = [{ life: people[3] as Life, day: 0 }];
    const [all, some] = [await whole.logHazards(asked), await cut.logHazards(asked)];
    expect([...some]).toEqual([...all.subarray(4, 6), ...all.subarray(0, 2)]);
    await cut.close();
    await whole.close();
  }
});
