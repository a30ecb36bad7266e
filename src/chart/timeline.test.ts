import { describe, expect, it } from 'vitest';
import { base64, chartWith, condition, observation, patient, subject } from './fixtures.ts';
import { chartFromResources, hideAfter, lastEventDate } from './index.ts';

const at = (id: string, effectiveDateTime: string, more: object = {}) =>
  observation({ id, effectiveDateTime, ...more });
const idsOf = (chart: { events: readonly { source: { id: string } }[] }) => chart.events.map(({ source }) => source.id);

describe('hideAfter', () => {
  it('keeps what happened until the end of the day, where the patient was', () => {
    const chart = chartWith(
      at('a', '2015-03-01T23:30:00-05:00'),
      at('b', '2015-03-02T00:30:00+05:00'),
      at('c', '2015-03'),
      at('d', '2015'),
      at('e', '2015-04'),
    );
    expect(idsOf(hideAfter(chart, '2015-03-01')).sort()).toEqual(['a', 'c', 'd']);
  });

  it('hides results until they were issued, and problems until they were recorded', () => {
    const chart = chartWith(
      at('a', '2015-03-01', { issued: '2015-03-05T10:00:00Z' }),
      condition({ recordedDate: '2018-01-01' }),
    );
    expect(idsOf(hideAfter(chart, '2015-03-04'))).toEqual([]);
    expect(idsOf(hideAfter(chart, '2015-03-05'))).toEqual(['a']);
    expect(idsOf(hideAfter(chart, '2018-01-01')).sort()).toEqual(['a', 'c1']);
  });

  it('shows as running what ended later', () => {
    const chart = chartWith(
      condition({ clinicalStatus: { coding: [{ code: 'resolved' }] }, abatementDateTime: '2016-05-01' }),
    );
    expect(hideAfter(chart, '2016-04-30').events[0]).toMatchObject({ status: 'active' });
    expect(hideAfter(chart, '2016-04-30').events[0]?.endTime).toBeUndefined();
    expect(hideAfter(chart, '2016-05-01').events[0]).toMatchObject({ status: 'resolved', endTime: '2016-05-01' });
  });

  it('hides later notes, a later death, and what was wrong with hidden resources', () => {
    const note = {
      resourceType: 'DocumentReference',
      id: 'n',
      status: 'current',
      subject,
      date: '2016-01-01',
      content: [{ attachment: { contentType: 'text/plain', data: base64('x') } }],
    };
    const chart = chartFromResources([
      { ...patient, deceasedDateTime: '2017-01-01' },
      note,
      at('a', '2016-01-01', { valueQuantity: { value: 1, unit: 'cm' } }),
      at('b', '2015-01-01'),
    ]);
    expect(chart.issues).toHaveLength(1);
    const early = hideAfter(chart, '2015-12-31');
    expect([early.notes, early.issues, early.patient.deceased]).toEqual([[], [], undefined]);
    expect(hideAfter(chart, '2017-01-01')).toEqual(chart);
  });

  it('keeps what has no date', () => {
    expect(idsOf(hideAfter(chartWith(at('a', 'unknown')), '1990-01-01'))).toEqual(['a']);
  });

  it('keeps plans from the day on which they were made', () => {
    const order = {
      resourceType: 'CarePlan',
      id: 'p',
      status: 'active',
      intent: 'plan',
      subject,
      created: '2015-01-01',
      period: { start: '2020-01-01' },
    };
    expect(idsOf(hideAfter(chartWith(order), '2015-06-01'))).toEqual(['p']);
  });

  it.each(['2015', '2015-02-30', 'today', ''])('refuses %j', (asOf) => {
    expect(() => hideAfter(chartWith(), asOf)).toThrow('is not a date');
  });

  it('does not change the chart', () => {
    const chart = Object.freeze(chartWith(at('a', '2015-01-01'), at('b', '2016-01-01')));
    Object.freeze(chart.events);
    hideAfter(chart, '2015-06-01');
    expect(chart.events).toHaveLength(2);
  });
});

describe('lastEventDate', () => {
  it('is the last day on which anything happened or became known', () => {
    expect(lastEventDate(chartWith(at('a', '2015-03-01', { issued: '2015-03-05T10:00:00Z' }), at('b', '2014')))).toBe(
      '2015-03-05',
    );
    expect(lastEventDate(chartWith(at('a', '2014-02')))).toBe('2014-02-28');
    expect(lastEventDate(chartWith(at('a', '2016')))).toBe('2016-12-31');
  });

  it('passes over plans, and a date that is years from everything else', () => {
    const plan = {
      resourceType: 'Goal',
      id: 'g',
      lifecycleStatus: 'active',
      subject,
      description: { text: 'x' },
      startDate: '2030-01-01',
    };
    const chart = chartWith(plan, at('a', '2014-01-01'), at('b', '2015-01-01'), at('c', '2051-01-01'));
    expect(lastEventDate(chart)).toBe('2015-01-01');
    expect(chart.issues).toMatchObject([{ code: 'date-implausible', where: 'Observation/c' }]);
  });

  it('is the day of birth of somebody of whom nothing is dated', () => {
    expect(lastEventDate(chartWith())).toBe('1970-05-04');
    expect(() => lastEventDate(chartFromResources([{ resourceType: 'Patient', id: 'x' }]))).toThrow(
      'Nothing in the record is dated',
    );
  });

  it('hides nothing that has happened', () => {
    const chart = chartWith(
      at('a', '2015-03-01T23:59:00-11:00', { issued: '2015-03-05T10:00:00Z' }),
      condition({ recordedDate: '2018' }),
    );
    expect(hideAfter(chart, lastEventDate(chart))).toEqual(chart);
  });
});
