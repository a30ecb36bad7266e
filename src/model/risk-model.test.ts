import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, logisticFit, logit, recalibrationOf } from './calibration.ts';
import { networkConfig } from './config.ts';
import { LandmarkModel } from './landmark-model.ts';
import type { Life } from './life.ts';
import { Model } from './model.ts';
import { inventoryOf } from './parameters.ts';
import { randomOf } from './random.ts';
import { RiskModel, type RisksFile } from './risk-model.ts';
import { outsideScope, scopeOf } from './scope.ts';
import { summaryWidth } from './summary.ts';
import { Vocabulary } from './vocabulary.ts';

const life = (over: Partial<Life> = {}): Life => ({
  id: 1,
  birth: -60 * 365.25,
  male: 1,
  days: Float64Array.of(-700, -300, -10),
  codes: Int32Array.of(2, 2, 2),
  measures: new Int32Array(3),
  values: new Float32Array(3),
  first: Float64Array.of(Number.POSITIVE_INFINITY, -20),
  from: new Float64Array(2).fill(Number.NEGATIVE_INFINITY),
  until: new Float64Array(2).fill(1000),
  ...over,
});

describe('recalibration', () => {
  const random = randomOf(5);
  const risks = Array.from({ length: 20_000 }, () => random() * 0.6 + 0.01);
  const outcomes = risks.map((risk) => Number(random() < risk / 2));
  it('halves risks that were twice too high, and says how sure that is', () => {
    const found = recalibrationOf(risks, outcomes);
    expect(found).toBeDefined();
    if (!found) return;
    const { risk, low, high } = calibrated(found, 0.4);
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.2 - 0.02);
    expect(risk).toBeCloseTo(0.2, 1);
    expect(high - low).toBeLessThan(0.03);
  });
  it('never turns the order round, whatever few events say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 25, maxLength: 60 }),
        (list) => {
          const sorted = [...list].sort((a, b) => a - b);
          const found = recalibrationOf(
            sorted,
            sorted.map((_, k) => Number(k < 11)),
          );
          if (found) expect(found.slope).toBeGreaterThan(-1.5);
        },
      ),
    );
  });
  it('is not fitted on nine events', () => {
    expect(recalibrationOf(risks.slice(0, 100), [...Array(9).fill(1), ...Array(91).fill(0)])).toBeUndefined();
  });
  it('finds the coefficients that made the outcomes', () => {
    const x = risks.map(logit);
    const y = x.map((z) => Number(random() < 1 / (1 + Math.exp(-(0.6 * z - 0.4)))));
    const { intercept, slope } = logisticFit(x, y);
    expect(slope).toBeCloseTo(0.6, 1);
    expect(intercept).toBeCloseTo(-0.4, 1);
  });
});

describe('scope', () => {
  const scope = scopeOf(
    Array.from({ length: 200 }, (_, k) => ({ life: life({ birth: -(30 + k / 4) * 365.25 }), day: 0 })),
  );
  it('passes a person like those of training', () => {
    expect(outsideScope(scope, { life: life(), day: 0 }, 0)).toEqual([]);
  });
  it('says what is outside: age, too little, too long ago, unknown codes', () => {
    const asked = (over: Partial<Life>, unknown = 0) =>
      outsideScope(scope, { life: life(over), day: 0 }, unknown).join();
    expect(asked({ birth: -5 * 365.25 })).toContain('age 5');
    expect(asked({ days: Float64Array.of(-1) })).toContain('too few');
    expect(asked({ days: Float64Array.of(-3000, -2000, -1500) })).toContain('years back');
    expect(asked({}, 0.8)).toContain('80 %');
  });
});

describe('a model that is asked about a person', () => {
  const summary = { measures: [], codes: [[2]] };
  const network = networkConfig.parse({
    ...{ width: 8, layers: 1, heads: 1, vocabulary: 3, nextEvent: false, hazardBins: [0] },
    ...{ outcomes: [{ name: 'stroke' }, { name: 'gout' }], summaries: summaryWidth(summary) },
  });
  const landmarks = new LandmarkModel(
    {
      ...{ query: 1, length: 1, events: false, summary: { measures: [], codes: [[2]] }, seeds: [1] },
      mean: Array(summaryWidth(summary)).fill(0),
      deviation: Array(summaryWidth(summary)).fill(1),
    },
    [Model.of(network, new Float32Array(inventoryOf(network).total))],
  );
  const one = { intercept: 0, slope: 1, covariance: [0.01, 0, 0] as [number, number, number], n: 100, events: 20 };
  const fitted = [0, 1, 0, -2, 0];
  const file: RisksFile = {
    about: 'A test.',
    outcomes: [
      { name: 'stroke', codes: ['CONDITION//X/1'] },
      { name: 'gout', codes: ['CONDITION//X/2'] },
    ],
    horizons: [
      { years: 1, outcomes: [one, one], peers: [fitted, fitted] },
      { years: 5, outcomes: [null, null], peers: [null, null] },
    ],
    scope: { age: [40, 90], events: 2, silence: 2, unknown: 0.5 },
  };
  const vocabulary = new Vocabulary({ codes: ['padding', 'query', 'CONDITION//'], measures: [] });
  const model = new RiskModel(landmarks, vocabulary, file);
  it('gives risks with intervals, names what has happened and what is not calibrated', async () => {
    const answer = await model.ask({ life: life(), day: 0 });
    // Hazard 1 a year: 1 − e⁻¹.
    expect(answer).toMatchObject({ kind: 'risks', present: ['gout'], uncalibrated: ['stroke at 5 years'] });
    if (answer.kind !== 'risks') return;
    expect(answer.risks).toHaveLength(1);
    expect(answer.risks[0]?.risk).toBeCloseTo(1 - Math.exp(-1), 5);
    expect(answer.risks[0]?.low).toBeLessThan(0.63);
  });
  it('tells the risk of peers by age and sex', async () => {
    const answer = await model.ask({ life: life(), day: 0 });
    if (answer.kind !== 'risks') throw new Error('outside');
    // A man of 60: log-odds 60 / 50 − 2.
    expect(answer.risks[0]?.peer).toBeCloseTo(1 / (1 + Math.exp(0.8)), 6);
  });
  it('gives reasons and no number outside its scope', async () => {
    const answer = await model.ask({ life: life({ birth: -20 * 365.25 }), day: 0 });
    expect(answer).toEqual({ kind: 'outside', reasons: [expect.stringContaining('age 20')] });
  });
  it('comes back from its folder, and a broken one is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'prodrome-risks-'));
    try {
      model.save(folder);
      expect(RiskModel.load(folder).file).toEqual(file);
      writeFileSync(join(folder, 'risks.json'), '{}');
      expect(() => RiskModel.load(folder)).toThrow('risks.json');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
