import { expect, it } from 'vitest';
import { mulberry32 } from '../../../src/governance/index.ts';
import { type Life, YEAR } from '../../../src/model/index.ts';
import { ageSexRisks } from './age-sex.ts';
import { scoredTasks, subgroupFigures, taskFigures } from './score.ts';
import type { LabelRow } from './tasks.ts';

const DAY = 14_000;
/** Men of 30 to 80; the outcome is the likelier the older, and men's odds are three times women's. */
const random = mulberry32(3);
const people = Array.from({ length: 3000 }, (_, id) => {
  const [age, male] = [30 + 50 * random(), Number(random() < 0.5)];
  const life: Life = {
    ...{ id, birth: DAY - age * YEAR, male },
    ...{
      days: new Float64Array(0),
      codes: new Int32Array(0),
      measures: new Int32Array(0),
      values: new Float32Array(0),
    },
    ...{ first: new Float64Array(0), from: new Float64Array(0), until: new Float64Array(0) },
  };
  const risk = 1 / (1 + Math.exp(-((age - 65) / 10 + Math.log(3) * male)));
  return { life, risk, row: { subject: id, day: DAY, task: 0, years: 5, outcome: Number(random() < risk) } };
});
const rows: LabelRow[] = people.map(({ row }) => row);
const lives = new Map(people.map(({ life }) => [life.id, life]));

it('age and sex are fitted as they act', () => {
  const risks = ageSexRisks(rows.slice(0, 2000), rows.slice(2000), lives);
  const off = risks.map((risk, k) => Math.abs(risk - (people[2000 + k]?.risk ?? 0)));
  expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.03);
});

it('figures are told by task, in the mean with an interval, and by subgroup', () => {
  const scored = scoredTasks(
    rows,
    Float64Array.from(people, ({ risk }) => risk),
  );
  const figures = [...taskFigures('x', scored, { 5: 'peer' }), ...subgroupFigures('x', scored, lives)];
  const of = (name: string) => figures.find((figure) => figure.name === `x ${name}`);
  const mean = of('mean AUROC at 5 y');
  expect(mean).toMatchObject({ value: of('obesity 5 y AUROC')?.value, n: 1, peer: 'peer' });
  expect(mean?.low).toBeLessThan(mean?.value ?? 0);
  expect(mean?.high).toBeGreaterThan(mean?.value ?? 1);
  expect(of('mean calibration slope at 5 y')?.value).toBeCloseTo(1, 0);
  expect(of('men events seen over expected at 5 y')?.value).toBeCloseTo(1, 1);
  // Within a sex age alone is left, so it is harder.
  expect(of('women mean AUROC at 5 y')?.value).toBeLessThan(mean?.value ?? 0);
  expect(figures.some(({ name }) => name.includes('18 to 39 mean'))).toBe(true);
});

it('people whose life was not read are left out', () => {
  const risks = Float64Array.from(people, ({ risk }, k) => (k < 1000 ? Number.NaN : risk));
  expect(scoredTasks(rows, risks)[0]?.rows).toHaveLength(2000);
});
