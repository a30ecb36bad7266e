import { expect, it } from 'vitest';
import { networkConfig, trainingConfig } from './config.ts';
import { foldOf, taughtOutOfFold } from './distillation.ts';
import { type Landmark, landmarkBatch } from './landmark.ts';
import { drawerOf, type LandmarkPlan, trainLandmarkModel } from './landmark-training.ts';
import type { Life } from './life.ts';
import { randomOf } from './random.ts';
import { summaryWidth } from './summary.ts';

const YEAR = 365.25;
const summary = { measures: [], codes: [[2]] };
const plan: LandmarkPlan = {
  network: networkConfig.parse({
    ...{ width: 8, layers: 1, heads: 1, vocabulary: 3, nextEvent: false, hazardBins: [0, YEAR] },
    ...{ outcomes: [{ name: 'event' }], summaries: summaryWidth(summary) },
  }),
  training: trainingConfig.parse({ steps: 80, learningRate: 0.01, warmUp: 5, weightDecay: 0, parts: 1, workers: 1 }),
  ...{ summary, query: 1, length: 1, events: false, rows: 64 },
};

/** Half of the persons have a code that makes the event eight times as frequent. */
const lifeOf = (id: number, day?: number): Life => {
  const coded = id % 2 === 1;
  const drawn = (-Math.log(1 - randomOf(7, id)()) * YEAR) / (coded ? 0.8 : 0.1);
  const first = day ?? drawn;
  return {
    ...{ id, birth: -50 * YEAR, male: 0.5, days: Float64Array.from(coded ? [-10] : []) },
    codes: Int32Array.from(coded ? [2] : []),
    measures: Int32Array.from(coded ? [0] : []),
    values: Float32Array.from(coded ? [0] : []),
    first: Float64Array.of(first < 730 ? first : Number.POSITIVE_INFINITY),
    from: Float64Array.of(Number.NEGATIVE_INFINITY),
    until: Float64Array.of(730),
  };
};
const landmarksOf = (lives: readonly Life[]): Landmark[] => lives.map((life) => ({ life, day: 0 }));
const people = Array.from({ length: 400 }, (_, id) => lifeOf(id));
const settings = { folds: 3, horizon: 2 * YEAR };
const teach = (others: readonly Landmark[]) =>
  trainLandmarkModel(
    plan,
    drawerOf(
      others.map(({ life }) => life),
      () => 0,
    ),
  );

it('teaches nobody by a teacher that saw the person', async () => {
  const landmarks = landmarksOf(people);
  await taughtOutOfFold(landmarks, settings, async (others, fold) => {
    expect(others.some(({ life }) => foldOf(life, 3) === fold)).toBe(false);
    expect(others.length).toBe(people.filter((life) => foldOf(life, 3) !== fold).length);
    return teach(others);
  });
  const sizes = [0, 1, 2].map((fold) => people.filter((life) => foldOf(life, 3) === fold).length);
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  await expect(taughtOutOfFold(landmarks, { folds: 1, horizon: 1 }, teach)).rejects.toThrow(RangeError);
});

it('does not let what happened to a person reach what the person’s landmark teaches', async () => {
  const hazardsOf = async (lives: readonly Life[]) => {
    const landmarks = landmarksOf(lives);
    const { hazards } = await taughtOutOfFold(landmarks, settings, teach);
    return landmarks.map((landmark) => [...(hazards.get(landmark) ?? [])]);
  };
  // The person with the id 5 has the event at once, in place of when it came.
  const [before, after] = [
    await hazardsOf(people),
    await hazardsOf(people.map((life) => (life.id === 5 ? lifeOf(5, 1) : life))),
  ];
  expect(after[5]).toEqual(before[5]);
  expect(after).not.toEqual(before);
});

it('a student of taught hazards learns who is at risk', { timeout: 60_000 }, async () => {
  const landmarks = landmarksOf(people);
  const taught = await taughtOutOfFold(landmarks, settings, teach);
  const student = await trainLandmarkModel(plan, (random) => landmarks[Math.floor(random() * 400)] as Landmark, {
    taught,
  });
  const [coded = 0, plain = 0] = await student.risks(landmarksOf([lifeOf(1), lifeOf(0)]), 1);
  // 1 − e^−0.8 = 0.55 and 1 − e^−0.1 = 0.095.
  expect(coded).toBeGreaterThan(0.4);
  expect(coded).toBeLessThan(0.7);
  expect(plain).toBeGreaterThan(0.05);
  expect(plain).toBeLessThan(0.17);
  const batch = landmarkBatch(landmarks, { query: 1, events: false, taught }, plan.network, { length: 1 });
  expect([...batch.outcomeEvents].every((event) => event === 0)).toBe(true);
  expect(() => landmarkBatch(landmarksOf([lifeOf(1)]), { query: 1, taught }, plan.network)).toThrow('no teacher');
});
