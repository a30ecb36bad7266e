import { expect, it } from 'vitest';
import { evaluationOf, type ScoredRisk } from './evaluation.ts';
import { mulberry32 } from './metrics/bootstrap.ts';

const random = mulberry32(3);
const rows: ScoredRisk[] = Array.from({ length: 2000 }, (_, person) => {
  const risk = random() * 0.5;
  const female = person % 2 === 0;
  // Among men the event is half as frequent as predicted.
  const came = random() < (female ? risk : risk / 2);
  return { person, outcome: 'stroke', years: 5, risk, came, groups: { sex: female ? 'female' : 'male' } };
});

it('tells discrimination, calibration and a subgroup for whom the risks are too high', () => {
  const [stroke, ...others] = evaluationOf(rows, 100);
  expect(others).toEqual([]);
  expect(stroke?.auroc).toBeGreaterThan(0.65);
  expect(stroke?.interval.low).toBeLessThan(stroke?.auroc ?? 0);
  const [female, male] = stroke?.subgroups ?? [];
  expect(female?.observedOverExpected).toBeCloseTo(1, 0);
  expect(male?.observedOverExpected).toBeGreaterThan(0.35);
  expect(male?.observedOverExpected).toBeLessThan(0.65);
});

it('tells nothing of fewer than 11 events', () => {
  const few = rows.filter(({ came }) => !came).concat(rows.filter(({ came }) => came).slice(0, 10));
  expect(evaluationOf(few)).toEqual([]);
});
