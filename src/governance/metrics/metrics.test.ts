import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auprc, auroc, deLong } from './binary.ts';
import { GroupBootstrap, mulberry32 } from './bootstrap.ts';
import { calibrationOf } from './calibration.ts';
import { SurvivalSample } from './survival.ts';

const VECTORS = join(process.env.PRODROME_DATA ?? '', 'nafld/test_vectors.json');

describe.skipIf(!process.env.PRODROME_DATA || !existsSync(VECTORS))('the published worked example', () => {
  const v = existsSync(VECTORS) ? JSON.parse(readFileSync(VECTORS, 'utf8')) : {};
  it('gives every intermediate figure', () => {
    const sample = new SurvivalSample(v);
    expect(sample.concordance()).toBeCloseTo(v.c_index, 12);
    expect(sample.auroc(v.horizon)).toBeCloseTo(v.auroc_18, 12);
    const g = sample.uncensored();
    for (const [i, t] of v.time.entries()) expect(g[i]).toBeCloseTo(v.G_left[t], 12);
    const random = mulberry32(v.mulberry32.seed);
    expect(v.mulberry32.first4.map(() => random())).toEqual(v.mulberry32.first4);
    const bootstrap = new GroupBootstrap(v.group);
    expect([...bootstrap.weights(0)]).toEqual(v.bootstrap_weights_first);
    const c = bootstrap.values((w) => sample.concordance(w));
    for (const k of [0, 1, 2]) expect(c[k]).toBeCloseTo(v.bootstrap_c_first3[k], 12);
    const low = bootstrap.interval((w) => sample.concordance(w));
    expect([low.low, low.high].map((x) => x.toFixed(9))).toEqual(v.c_index_ci95.map((x: number) => x.toFixed(9)));
    const auc = bootstrap.interval((w) => sample.auroc(v.horizon, w));
    expect([auc.low, auc.high].map((x) => x.toFixed(9))).toEqual(v.auroc_18_ci95.map((x: number) => x.toFixed(9)));
  });
});

const person = fc.record({
  time: fc.integer({ min: 1, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  score: fc.integer({ min: 0, max: 6 }),
  weight: fc.integer({ min: 0, max: 3 }),
});
const persons = fc.array(person, { minLength: 2, maxLength: 30 });
type Person = { time: number; event: number; score: number; weight: number };
const column = (rows: Person[], key: keyof Person) => rows.map((row) => row[key]);

describe('ranking metrics agree with their definitions over all pairs', () => {
  const pairsOf = (rows: Person[], compare: (i: Person, j: Person) => boolean) => {
    let [all, won] = [0, 0];
    for (const i of rows)
      for (const j of rows)
        if (compare(i, j)) {
          all += i.weight * j.weight;
          won += i.weight * j.weight * (i.score > j.score ? 1 : i.score === j.score ? 0.5 : 0);
        }
    return won / all;
  };
  it('C', () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const sample = new SurvivalSample({
          time: column(rows, 'time'),
          event: column(rows, 'event'),
          score: column(rows, 'score'),
        });
        const expected = pairsOf(
          rows,
          (i, j) => i.event === 1 && (i.time < j.time || (i.time === j.time && j.event === 0)),
        );
        const c = sample.concordance(column(rows, 'weight'));
        if (Number.isNaN(expected)) expect(c).toBeNaN();
        else expect(c).toBeCloseTo(expected, 10);
      }),
    );
  });
  it('AUROC, and the mean of placements of DeLong', () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const [score, event] = [column(rows, 'score'), column(rows, 'event')];
        const expected = pairsOf(rows, (i, j) => i.event === 1 && j.event === 0);
        const found = auroc(score, event, column(rows, 'weight'));
        if (Number.isNaN(expected)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(expected, 10);
        const plain = auroc(score, event);
        if (!Number.isNaN(plain)) expect(deLong(score, score, event).first).toBeCloseTo(plain, 10);
      }),
    );
  });
  it('AUROC at a horizon without censoring is the plain one', () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const data = { time: column(rows, 'time'), event: rows.map(() => 1), score: column(rows, 'score') };
        const found = new SurvivalSample(data).auroc(6);
        const plain = auroc(
          data.score,
          data.time.map((t) => Number(t <= 6)),
        );
        if (Number.isNaN(plain)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(plain, 10);
      }),
    );
  });
});

it('DeLong: the worked difference of two scores', () => {
  const outcome = [1, 1, 1, 0, 0, 0, 0];
  const result = deLong([0.9, 0.8, 0.3, 0.5, 0.2, 0.1, 0.05], [0.6, 0.2, 0.3, 0.5, 0.25, 0.1, 0.4], outcome);
  expect(result.first).toBeCloseTo(11 / 12, 12);
  expect(result.second).toBeCloseTo(7 / 12, 12);
  // Case placements differ by 0, 3/4, 1/4 (variance 7/48); control placements by 1/3, 1/3, 0, 2/3 (variance 2/27).
  expect(result.standardError).toBeCloseTo(Math.sqrt(7 / 48 / 3 + 2 / 27 / 4), 12);
});

it('average precision: a case first, one third', () => {
  expect(auprc([3, 2, 1], [1, 0, 1])).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(auprc([1, 1, 1], [1, 0, 0])).toBeCloseTo(1 / 3, 12);
});

it('calibration finds the slope and the shift that made the outcomes', () => {
  const random = mulberry32(7);
  const logits = Array.from({ length: 40_000 }, () => 4 * random() - 3);
  const outcome = logits.map((z) => Number(random() < 1 / (1 + Math.exp(-(0.7 * z - 0.2)))));
  const found = calibrationOf(
    logits.map((z) => 1 / (1 + Math.exp(-z))),
    outcome,
  );
  expect(found.slope).toBeCloseTo(0.7, 1);
  expect(found.ece).toBeGreaterThan(0.02);
  expect(found.bins).toHaveLength(10);
  expect(calibrationOf([0.2, 0.3], [0, 0]).slope).toBeNaN();
});
