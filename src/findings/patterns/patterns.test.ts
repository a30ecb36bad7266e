import { describe, expect, it } from 'vitest';
import { derivedSeries } from '../derived/index.ts';
import { chartOfResults, type GivenResult } from '../results.fixture.ts';
import { seriesOf } from '../series.ts';
import { PATTERN_IDS, patternsOf } from './index.ts';

function patternsIn(results: readonly GivenResult[], who: Parameters<typeof chartOfResults>[1] = {}) {
  const chart = chartOfResults(results, who);
  const measured = seriesOf(chart);
  const found = patternsOf(new Map([...measured, ...derivedSeries(measured, chart.patient)]), chart);
  for (const { id, evidence } of found) {
    expect(PATTERN_IDS).toContain(id);
    expect(evidence.length).toBeGreaterThan(0);
  }
  return new Map(found.map((pattern) => [pattern.id, pattern]));
}

const series = (analyte: string, ...pairs: [date: string, value: number][]): GivenResult[] =>
  pairs.map(([date, value]) => [analyte, date, value]);

describe('kidney', () => {
  it('chronic kidney disease only after three months', () => {
    const low = series('egfr', ['2015-01-01', 80], ['2016-01-01', 52], ['2016-06-01', 49]);
    expect(patternsIn(low).get('kdigo-g3a-or-worse')).toMatchObject({ presence: 'present', evidence: { length: 2 } });
    expect(patternsIn(low.slice(0, 2)).get('kdigo-g3a-or-worse')?.presence).toBe('possible');
    expect(patternsIn(low.slice(0, 1)).get('kdigo-g3a-or-worse')?.presence).toBe('absent');
    expect(patternsIn(low).has('kdigo-g3b-or-worse')).toBe(false);
  });
  it('albuminuria that persists', () => {
    const high = series('urine-acr', ['2015-01-01', 80], ['2015-06-01', 120]);
    expect(patternsIn(high).get('persistent-albuminuria')).toMatchObject({ presence: 'present' });
    expect(patternsIn(high.slice(0, 1)).get('persistent-albuminuria')?.presence).toBe('possible');
  });
  it('acute kidney injury, and not a slow rise', () => {
    const acute = series(
      'creatinine',
      ['2015-01-01', 0.8],
      ['2015-03-01', 0.9],
      ['2015-04-01', 1.9],
      ['2015-05-01', 0.9],
    );
    expect(patternsIn(acute).get('aki')).toMatchObject({
      presence: 'present',
      name: expect.stringContaining('stage 2'),
    });
    const slow = series('creatinine', ['2010-01-01', 0.8], ['2012-01-01', 1], ['2014-01-01', 1.2], ['2016-01-01', 1.4]);
    expect(patternsIn(slow).has('aki')).toBe(false);
  });
  it('rapid decline', () => {
    const fast = series('egfr', ['2012-01-01', 82], ['2013-01-01', 75], ['2014-01-01', 68], ['2015-01-01', 60]);
    expect(patternsIn(fast).has('rapid-egfr-decline')).toBe(true);
    const usual = series('egfr', ['2012-01-01', 82], ['2013-01-01', 80], ['2014-01-01', 81], ['2015-01-01', 79]);
    expect(patternsIn(usual).has('rapid-egfr-decline')).toBe(false);
  });
});

describe('blood', () => {
  it('iron deficiency, surer with what goes with it', () => {
    const [sure, likely, not] = [9, 24, 80].map((ferritin) => patternsIn([['ferritin', '2015-01-01', ferritin]]));
    expect(sure?.get('iron-deficiency-pattern')).toMatchObject({ presence: 'present', certainty: 0.97 });
    expect(likely?.get('iron-deficiency-pattern')?.certainty).toBeLessThan(0.8);
    expect(not?.get('iron-deficiency-pattern')?.presence).toBe('absent');
  });
  it('thalassaemia trait and not iron deficiency', () => {
    const trait = patternsIn([
      ['mcv', '2015-01-01', 64],
      ['erythrocytes', '2015-01-01', 6.1],
      ['rdw', '2015-01-01', 13.5],
      ['ferritin', '2015-01-01', 90],
    ]);
    expect(trait.has('thalassaemia-trait-pattern')).toBe(true);
    expect(trait.get('iron-deficiency-pattern')?.presence).toBe('absent');
  });
  it('macrocytic anaemia', () => {
    expect(
      patternsIn([
        ['mcv', '2015-01-01', 108],
        ['hemoglobin', '2015-01-01', 10],
      ]).has('macrocytic-anaemia-pattern'),
    ).toBe(true);
  });
  it('two cell lines low in one sample, surer when repeated', () => {
    const low: GivenResult[] = [
      ['hemoglobin', '2015-01-01', 10],
      ['platelets', '2015-01-01', 90],
    ];
    const later: GivenResult[] = [
      ['hemoglobin', '2015-06-01', 10],
      ['platelets', '2015-06-01', 85],
    ];
    const once = patternsIn(low).get('cytopenia-two-lines')?.certainty ?? 1;
    expect(patternsIn([...low, ...later]).get('cytopenia-two-lines')?.certainty).toBeGreaterThan(once);
    expect(
      patternsIn([
        ['hemoglobin', '2015-01-01', 10],
        ['platelets', '2016-01-01', 90],
      ]).has('cytopenia-two-lines'),
    ).toBe(false);
  });
});

describe('thyroid', () => {
  it.each([
    ['overt-hypothyroidism-pattern', 12, 0.5],
    ['subclinical-hypothyroidism-pattern', 7, 1.1],
    ['central-hypothyroidism-pattern', 1.2, 0.5],
    ['hyperthyroidism-pattern', 0.01, 3],
    ['subclinical-hyperthyroidism-pattern', 0.1, 1.2],
  ])('%s', (id, tsh, t4) => {
    const found = patternsIn([
      ['tsh', '2015-01-01', tsh],
      ['free-t4', '2015-01-01', t4],
    ]);
    expect([...found.values()].filter(({ presence }) => presence === 'present').map((pattern) => pattern.id)).toEqual([
      id,
    ]);
  });
  it('is only possible without free T4, and absent when TSH is normal', () => {
    expect(patternsIn([['tsh', '2015-01-01', 7]]).get('subclinical-hypothyroidism-pattern')?.presence).toBe('possible');
    const normal = patternsIn([['tsh', '2015-01-01', 2]]);
    expect(normal.get('overt-hypothyroidism-pattern')?.presence).toBe('absent');
    expect(normal.has('central-hypothyroidism-pattern')).toBe(false);
  });
});

describe('liver', () => {
  it.each([
    ['hepatocellular-pattern', 400, 110],
    ['cholestatic-pattern', 45, 400],
    ['mixed-liver-pattern', 200, 240],
  ])('%s', (id, alt, alp) => {
    const found = patternsIn([
      ['alt', '2015-01-01', alt],
      ['alp', '2015-01-01', alp],
    ]);
    expect([...found.keys()]).toEqual([id]);
  });
  it('takes a normal GGT for a sign of bone', () => {
    const found = patternsIn([
      ['alt', '2015-01-01', 20],
      ['alp', '2015-01-01', 300],
      ['ggt', '2015-01-01', 20],
    ]);
    expect(found.get('cholestatic-pattern')?.presence).toBe('possible');
  });
});

describe('metabolic', () => {
  it('calcium is high only after correction, and PTH should be low then', () => {
    const high = patternsIn([
      ['calcium', '2015-01-01', 10],
      ['albumin', '2015-01-01', 2.8],
      ['pth', '2015-01-10', 70],
    ]);
    expect(high.get('hypercalcaemia-pattern')?.presence).toBe('present');
    expect(high.has('pth-not-suppressed')).toBe(true);
    const corrected = patternsIn([
      ['calcium', '2015-01-01', 10.5],
      ['albumin', '2015-01-01', 5],
    ]);
    expect(corrected.get('hypercalcaemia-pattern')?.presence).toBe('absent');
    expect(patternsIn([['calcium', '2015-01-01', 10.6]]).get('hypercalcaemia-pattern')?.presence).toBe('possible');
  });
  it('high anion gap', () => {
    const gap = patternsIn([
      ['sodium', '2015-01-01', 140],
      ['chloride', '2015-01-01', 100],
      ['bicarbonate', '2015-01-01', 16],
    ]);
    expect(gap.get('high-anion-gap')?.presence).toBe('present');
  });
  it('weight loss within a year that has lasted, in adults', () => {
    const loss = series(
      'body-weight',
      ['2014-06-01', 70],
      ['2015-01-01', 70.5],
      ['2015-07-01', 68],
      ['2015-12-01', 65.5],
    );
    expect(patternsIn(loss).get('weight-loss-5-percent')?.name).toBe('Weight loss of 7 % in 11 months');
    expect(patternsIn([...loss, ['body-weight', '2016-09-01', 70]]).has('weight-loss-5-percent')).toBe(false);
    const slow = series('body-weight', ['2010-01-01', 70], ['2012-01-01', 68], ['2014-01-01', 66], ['2016-01-01', 64]);
    expect(patternsIn(slow).has('weight-loss-5-percent')).toBe(false);
    const slip = series('body-weight', ['2014-06-01', 70], ['2015-01-01', 78], ['2015-07-01', 70]);
    expect(patternsIn(slip).has('weight-loss-5-percent')).toBe(false);
  });
});
