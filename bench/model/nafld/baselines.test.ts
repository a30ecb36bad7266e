import { expect, it } from 'vitest';
import { mulberry32, SurvivalSample } from '../../../src/governance/index.ts';
import { type Life, YEAR } from '../../../src/model/index.ts';
import { baselinesOf, type TaskRows } from './baselines.ts';

/** People whose hazard rises with age, and with the last value of the one measure; a later value is not to be seen. */
function people(n: number, seed: number): TaskRows {
  const random = mulberry32(seed);
  const rows = Array.from({ length: n }, (_, id) => {
    const [age, value] = [40 + 40 * random(), 4 * random() - 2];
    const life: Life = {
      ...{ id, birth: -age * YEAR, male: Math.round(random()) },
      ...{ days: Int32Array.of(-30, 5), codes: Int32Array.of(2, 2), measures: Int32Array.of(1, 1) },
      values: Float32Array.of(value, -value),
      ...{ first: Float64Array.of(), from: Float64Array.of(), until: Float64Array.of() },
    };
    const hazard = Math.exp((age - 60) / 15 + value - 3);
    const time = -Math.log(1 - random()) / hazard;
    return { life, time: Math.min(time, 10) * YEAR, event: Number(time < 10) };
  });
  return {
    lives: rows.map(({ life }) => life),
    time: rows.map(({ time }) => time),
    event: rows.map(({ event }) => event),
  };
}

it('each baseline finds what it can see of age and of the last value up to the landmark', () => {
  const [training, tuning, fresh] = [people(900, 1), people(300, 2), people(600, 3)];
  const reading = { summary: { measures: [1], codes: [[2]] }, measures: 1, codes: 3 };
  const cs = [...baselinesOf(reading)].map(([name, baseline]) => {
    const score = baseline(0, training, tuning)(fresh.lives);
    return [name, new SurvivalSample({ ...fresh, score }).concordance()] as const;
  });
  const of = new Map(cs);
  const agesex = of.get('Cox by age and sex') ?? Number.NaN;
  expect(agesex).toBeGreaterThan(0.6);
  for (const [name, c] of cs) if (name !== 'Cox by age and sex') expect(c, name).toBeGreaterThan(agesex + 0.06);
});
