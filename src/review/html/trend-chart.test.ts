import { describe, expect, it } from 'vitest';
import type { Chart } from '../../chart/index.ts';
import type { TrendPoint, TrendStatement } from '../review.ts';
import { SourceList } from './sources.ts';
import { trendChart, trendTable } from './trend-chart.ts';

const source = { resourceType: 'Observation', id: '1' };
const chart: Chart = {
  patient: { id: 'p', source: { resourceType: 'Patient', id: 'p' } },
  events: [],
  notes: [],
  issues: [],
};

const trend = (points: readonly Omit<TrendPoint, 'source'>[]): TrendStatement => ({
  analyte: 'calcium',
  name: 'Calcium',
  loinc: [],
  direction: 'rising',
  withinReference: false,
  unit: 'mg/dL',
  text: 'Calcium rising',
  citations: [source],
  points: points.map((point) => ({ ...point, source })),
});

const drawn = (points: readonly Omit<TrendPoint, 'source'>[]) =>
  trendChart(trend(points), new SourceList(chart)).markup;

describe('trendChart', () => {
  it('draws the range, years, first and last value, and what is outside in another shape', () => {
    const markup = drawn([
      { time: '2012-05-01', value: 9.6, low: 8.6, high: 10.2 },
      { time: '2015-05-01', value: 10.1, low: 8.6, high: 10.2 },
      { time: '2018-05-01', value: 10.7, low: 8.6, high: 10.4 },
    ]);
    expect(markup).toContain('class="band"');
    for (const label of ['>2013<', '>2018<', '>9.6<', '>10.7<', '>10.4<']) expect(markup).toContain(label);
    expect(markup.match(/class="p out"/g)).toHaveLength(1);
    expect(markup.match(/class="p"/g)).toHaveLength(2);
  });

  it.each([
    ['one value', [{ time: '2016', value: 3 }]],
    [
      'equal values on one day',
      [
        { time: '2016-01-01', value: 3 },
        { time: '2016-01-01', value: 3 },
      ],
    ],
    [
      'zeros without a range',
      [
        { time: '2016-01', value: 0 },
        { time: '2017-01-01T10:00:00', value: 0 },
      ],
    ],
    [
      'half a range',
      [
        { time: '2016-01-01', value: 3, high: 2 },
        { time: '2017-01-01', value: 4, low: 1 },
      ],
    ],
  ])('draws %s', (_, points) => {
    expect(drawn(points)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('draws nothing of a series without a date that can be read', () => {
    expect(drawn([{ time: 'soon', value: 3 }])).toBe('');
  });
});

describe('trendTable', () => {
  it('lists the values, newest first, each leading to its source', () => {
    const { markup } = trendTable(
      trend([
        { time: '2012-05-01', value: 9.6, high: 10.2 },
        { time: '2018-05-01', value: 10.7, low: 8.6, high: 10.4 },
      ]),
      new SourceList(chart),
    );
    expect(markup.indexOf('1 May 2018')).toBeLessThan(markup.indexOf('1 May 2012'));
    for (const part of ['8.6–10.4', 'up to 10.2', 'href="#s1"', 'class="out"']) expect(markup).toContain(part);
  });
});
