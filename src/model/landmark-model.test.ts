import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { networkConfig, trainingConfig } from './config.ts';
import { LandmarkModel, riskOf } from './landmark-model.ts';
import { drawerOf, type LandmarkPlan, pool, trainLandmarkModel } from './landmark-training.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';
import { summaryWidth } from './summary.ts';

const summary = { measures: [], codes: [[2]] };
const network = networkConfig.parse({
  width: 8,
  layers: 1,
  heads: 1,
  vocabulary: 3,
  nextEvent: false,
  outcomes: [{ name: 'event' }],
  hazardBins: [0],
  summaries: summaryWidth(summary),
});
const plan: LandmarkPlan = {
  network,
  training: trainingConfig.parse({ steps: 60, learningRate: 0.01, warmUp: 5, weightDecay: 0, parts: 1, workers: 1 }),
  summary,
  query: 1,
  length: 1,
  events: false,
  rows: 64,
};

/** Half of the persons have a code that makes the event eight times as frequent. */
const lives = Array.from({ length: 400 }, (_, id): Life => {
  const random = randomOf(7, id);
  const coded = id % 2 === 1;
  const day = (-Math.log(1 - random()) * 365.25) / (coded ? 0.8 : 0.1);
  return {
    id,
    birth: -50 * 365.25,
    male: 0.5,
    days: Float64Array.from(coded ? [-10] : []),
    codes: Int32Array.from(coded ? [2] : []),
    measures: Int32Array.from(coded ? [0] : []),
    values: Float32Array.from(coded ? [0] : []),
    first: Float64Array.of(day < 730 ? day : Number.POSITIVE_INFINITY),
    from: Float64Array.of(Number.NEGATIVE_INFINITY),
    until: Float64Array.of(730),
  };
});

it('learns who is at risk, is the same again, and comes back from its folder', { timeout: 120_000 }, async () => {
  const draw = drawerOf(lives, () => 0);
  const model = await trainLandmarkModel(plan, draw);
  const asked = [1, 0].map((id) => ({ life: lives[id] as Life, day: 0 }));
  const [coded = 0, plain = 0] = await model.risks(asked, 1);
  // 1 − e^−0.8 = 0.55 and 1 − e^−0.1 = 0.095.
  expect(coded).toBeGreaterThan(0.4);
  expect(coded).toBeLessThan(0.7);
  expect(plain).toBeGreaterThan(0.05);
  expect(plain).toBeLessThan(0.17);
  const again = await trainLandmarkModel(plan, draw);
  expect([...(await again.logHazards(asked))]).toEqual([...(await model.logHazards(asked))]);
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-landmark-'));
  try {
    model.save(folder);
    const loaded = LandmarkModel.load(folder);
    expect([...(await loaded.logHazards(asked))]).toEqual([...(await model.logHazards(asked))]);
    await loaded.close();
    expect(() => LandmarkModel.load(join(folder, 'none'))).toThrow('landmark.json');
  } finally {
    rmSync(folder, { recursive: true });
  }
  const joined = LandmarkModel.join([model, again]);
  expect((await joined.risks(asked, 1))[0]).toBeCloseTo(coded, 6);
  await model.close();
  await again.close();
});

it('a screen of features that are kept already keeps their places in the whole', { timeout: 60_000 }, async () => {
  const draw = drawerOf(lives, () => 0);
  // Sex first, then what the code says: the screen keeps these, which say something, by their places among all features.
  const keep = [2, ...Array.from({ length: 5 }, (_, k) => summaryWidth(summary) - 5 + k)];
  const kept = { ...summary, keep };
  const cut = {
    ...plan,
    summary: kept,
    network: { ...network, summaries: keep.length },
    screen: { least: 3, most: 9 },
  };
  const model = await trainLandmarkModel({ ...cut, training: { ...cut.training, steps: 1 } }, draw);
  expect(model.summary.keep?.length).toBeGreaterThan(0);
  for (const feature of model.summary.keep ?? []) expect(keep.slice(1)).toContain(feature);
  await model.close();
});

it('blends trees with the networks, and comes back with them', { timeout: 120_000 }, async () => {
  const draw = drawerOf(lives, () => 0);
  const model = await trainLandmarkModel({ ...plan, training: { ...plan.training, steps: 1 } }, draw);
  const asked = [1, 0].map((id) => ({ life: lives[id] as Life, day: 0 }));
  const settings = {
    ...{ seed: 1, trees: 20, depth: 1, rate: 0.5, features: 1, rows: 1, least: 1, prior: 1 },
    ...{ periods: [0], end: 730 },
  };
  const at = (share: number) => model.withTrees(pool(draw, 800), { ...settings, share });
  const [none, half, all] = await Promise.all([0, 0.5, 1].map(async (share) => (await at(share)).logHazards(asked)));
  expect([...(none ?? [])]).toEqual([...(await model.logHazards(asked))]);
  for (const k of [0, 1]) expect(half?.[k]).toBeCloseTo(((none?.[k] ?? 0) + (all?.[k] ?? 0)) / 2, 6);
  expect(Math.abs((all?.[0] ?? 0) - Math.log(0.8))).toBeLessThan(0.3);
  expect(Math.abs((all?.[1] ?? 0) - Math.log(0.1))).toBeLessThan(0.5);
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-landmark-'));
  try {
    (await at(0.5)).save(folder);
    const loaded = LandmarkModel.load(folder);
    expect([...(await loaded.logHazards(asked))]).toEqual([...(half ?? [])]);
    await loaded.close();
    rmSync(join(folder, 'trees.safetensors'));
    expect(() => LandmarkModel.load(folder)).toThrow('trees.safetensors');
  } finally {
    rmSync(folder, { recursive: true });
  }
  await model.close();
});

it('risk adds hazards up over the bins', () => {
  const bins = { hazardBins: [0, 365.25] };
  const risk = riskOf(bins, Float64Array.of(Math.log(0.1), Math.log(0.3)), 2);
  expect(risk[0]).toBeCloseTo(1 - Math.exp(-0.4), 12);
});
