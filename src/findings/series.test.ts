import { describe, expect, it } from 'vitest';
import { derivedSeries } from './derived/index.ts';
import { chartOfResults } from './results.fixture.ts';
import { seriesOf } from './series.ts';

describe('seriesOf', () => {
  it('sorts by time, and draws the same value of one day once', () => {
    const chart = chartOfResults([
      ['ferritin', '2015-03-02', 20],
      ['ferritin', '2012-03-02', 40],
      ['ferritin', '2015-03-02T08:30:00Z', 20],
    ]);
    const ferritin = seriesOf(chart).get('ferritin');
    expect(ferritin?.points.map(({ value }) => value)).toEqual([40, 20]);
    expect(ferritin).toMatchObject({ unit: 'ng/mL', loinc: ['2276-4'] });
  });

  it("goes by the laboratory's own range, then its interpretation, then the usual one for sex and age", () => {
    const flagOf = (value: number, more = {}, sex: 'male' | 'female' = 'male') =>
      seriesOf(chartOfResults([['hemoglobin', '2015-03-02', value, more]], { sex })).get('hemoglobin')?.points[0]?.flag;
    expect(flagOf(12.5)).toBe('low');
    expect(flagOf(12.5, {}, 'female')).toBe('normal');
    expect(flagOf(12.5, { range: { low: 12, high: 16 } })).toBe('normal');
    expect(flagOf(12.5, { interpretation: ['n'] })).toBe('normal');
    expect(flagOf(11.5, { range: { low: 12 }, interpretation: ['n'] })).toBe('low');
  });

  it('does not call a result below a limit high, or above one low', () => {
    const value = {
      type: 'quantity',
      value: 12,
      unit: 'mg/L',
      comparator: '<',
      original: { value: 12, unit: 'mg/L' },
    } as const;
    const chart = chartOfResults([['crp', '2015-03-02', 12, { value }]]);
    expect(seriesOf(chart).get('crp')?.points[0]).toMatchObject({ flag: 'normal', comparator: '<' });
    expect(seriesOf(chart).get('crp')?.points[0]?.evidence.text).toBe('C-reactive protein <12 mg/L (usual 0–10)');
  });

  it('shows value and range in the units of the record', () => {
    const value = { type: 'quantity', value: 10.9, unit: 'mg/dL', original: { value: 2.72, unit: 'mmol/L' } } as const;
    const chart = chartOfResults([['calcium', '2015-03-02', 10.9, { value, range: { low: 8.617, high: 10.38 } }]]);
    expect(seriesOf(chart).get('calcium')?.points[0]?.evidence.text).toBe('Calcium 2.72 mmol/L (2.15–2.59)');
  });

  it('leaves out what has no date or no canonical unit', () => {
    const chart = chartOfResults([['calcium', 'not a date', 9]]);
    expect(seriesOf(chart).size).toBe(0);
  });
});

describe('derivedSeries', () => {
  it('derives from results of one sample, with the sources of all', () => {
    const chart = chartOfResults([
      ['calcium', '2015-03-02', 10.4],
      ['albumin', '2015-03-02', 3],
      ['total-protein', '2015-03-02', 7],
      ['creatinine', '2015-03-02', 1.2],
    ]);
    const derived = derivedSeries(seriesOf(chart), chart.patient);
    expect(derived.get('corrected-calcium')?.points[0]).toMatchObject({ value: 11.2, flag: 'high' });
    expect(derived.get('corrected-calcium')?.points[0]?.inputs).toHaveLength(2);
    expect(derived.get('globulin')?.points[0]).toMatchObject({ value: 4, flag: 'high' });
    expect(derived.get('egfr')?.points[0]?.value).toBeCloseTo(56.8, 1);
    expect(derived.get('corrected-calcium')?.points[0]?.evidence.text).toBe(
      'Calcium, corrected for albumin 11.2 mg/dL (usual 8.6–10.2), from Ca 10.4, Alb 3',
    );
  });

  it('keeps what the record reports and adds only the days without', () => {
    const chart = chartOfResults([
      ['creatinine', '2014-03-02', 1],
      ['creatinine', '2015-03-02', 1],
      ['egfr', '2015-03-02', 65],
    ]);
    const egfr = derivedSeries(seriesOf(chart), chart.patient).get('egfr');
    expect(egfr?.points.map(({ value, inputs }) => [Math.round(value), inputs?.length])).toEqual([
      [71, 1],
      [65, undefined],
    ]);
  });

  it('calculates the eGFR that was reported only as above a limit', () => {
    const value = {
      type: 'quantity',
      value: 60,
      unit: 'mL/min/{1.73_m2}',
      comparator: '>',
      original: { value: 60, unit: '' },
    } as const;
    const chart = chartOfResults([
      ['creatinine', '2015-03-02', 0.8],
      ['egfr', '2015-03-02', 60, { value }],
    ]);
    const egfr = derivedSeries(seriesOf(chart), chart.patient).get('egfr');
    expect(egfr?.points.map((point) => Math.round(point.value))).toEqual([92]);
  });

  it('derives nothing for a child, from a censored value, or from another day', () => {
    const child = chartOfResults([['creatinine', '2015-03-02', 0.4]], { birthDate: '2008-01-01' });
    expect(derivedSeries(seriesOf(child), child.patient).has('egfr')).toBe(false);
    const apart = chartOfResults([
      ['total-protein', '2015-03-02', 7],
      ['albumin', '2015-04-02', 4],
    ]);
    expect(derivedSeries(seriesOf(apart), apart.patient).has('globulin')).toBe(false);
  });
});
