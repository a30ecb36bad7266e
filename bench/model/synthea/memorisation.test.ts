import { expect, it } from 'vitest';
import { type Landmark, type LandmarkModel, type Life, networkConfig, YEAR } from '../../../src/model/index.ts';
import { canBeAsked, landmarkDayOf, taskLandmarks } from './landmarks.ts';
import { completions, promptsOf, rareOutcomes } from './memorisation.ts';
import { headsOf, TASKS } from './tasks.ts';

const lifeOf = (id: number, first: number[]): Life => ({
  ...{ id, birth: -50 * YEAR, male: 1 },
  ...{ days: Float64Array.of(0, 100), codes: Int32Array.of(2, 2) },
  ...{ measures: new Int32Array(2), values: new Float32Array(2) },
  first: Float64Array.from(first),
  from: new Float64Array(3).fill(Number.NEGATIVE_INFINITY),
  until: new Float64Array(3).fill(2000),
});
const never = Number.POSITIVE_INFINITY;
/** All have the first outcome, one in fifty the second, nobody the third. */
const lives = Array.from({ length: 100 }, (_, id) => lifeOf(id, [500, id % 50 === 0 ? 800 : never, never]));

it('prompts with what comes before a rare condition, and counts how often it is the one that is raised most', async () => {
  const rare = rareOutcomes(lives);
  expect([...rare]).toEqual([1]);
  const prompts = lives.flatMap((life) => promptsOf(life, rare));
  expect(prompts.map(({ life }) => life.id)).toEqual([0, 50]);
  expect(prompts.every(({ day }) => day < 800 && day > 799)).toBe(true);
  const network = networkConfig.parse({
    ...{ width: 8, layers: 1, heads: 1, vocabulary: 3, hazardBins: [0, YEAR] },
    outcomes: ['a', 'b', 'c'].map((name) => ({ name })),
  });
  // It raises the rare condition of the person with the id 0 alone.
  const logHazards = (asked: readonly Landmark[]) =>
    Promise.resolve(
      Float64Array.from(asked.flatMap(({ life }) => [9, 9, life.id === 0 ? 1 : -1, 0, life.id === 0 ? -1 : 1, 0])),
    );
  const model = { network, logHazards } as unknown as LandmarkModel;
  expect(await completions('x', model, lives, rare)).toMatchObject({ value: 0.5, n: 2 });
});

it('asks adults who are alive and were seen of late, on the days of the tasks and on any day', () => {
  const calendar = { asked: [400, 1500], end: 2000 };
  const one = lives[1] as Life;
  expect(canBeAsked(one, 400)).toBe(true);
  expect(canBeAsked(one, 1500)).toBe(false);
  expect(canBeAsked({ ...one, birth: -10 * YEAR }, 400)).toBe(false);
  expect(canBeAsked({ ...one, until: new Float64Array(3).fill(300) }, 400)).toBe(false);
  expect(taskLandmarks([one], calendar).map(({ day }) => Math.round(day))).toEqual([400]);
  const dayOf = landmarkDayOf(calendar);
  const drawn = (kind: number, share: number) => {
    const numbers = [kind, share];
    return dayOf(one, () => numbers.shift() ?? 0);
  };
  expect(Math.round(drawn(0.1, 0) ?? 0)).toBe(400);
  expect(drawn(0.2, 0)).toBeUndefined();
  // Twenty years before the first task day to a year before the end.
  expect(drawn(0.9, 0)).toBeUndefined();
  expect(drawn(0.9, 0.9999)).toBeUndefined();
  expect(drawn(0.9, 0.9)).toBeGreaterThan(100);
});

it('finds a task among heads by its name or by its code', () => {
  const named = TASKS.map(({ name }) => ({ name, weight: 1 })).reverse();
  const coded = TASKS.map(({ codes }) => ({ name: codes[0] ?? '', weight: 1 }));
  expect(headsOf({ outcomes: named })).toEqual([...TASKS.keys()].reverse());
  expect(headsOf({ outcomes: coded })).toEqual([...TASKS.keys()]);
  expect(() => headsOf({ outcomes: coded.slice(1) })).toThrow('obesity');
});
