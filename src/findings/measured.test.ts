import { describe, expect, test } from 'vitest';
import type { FindingDefinition, MeasureRule } from '../knowledge/index.ts';
import { measuredClaims, type Result } from './measured.ts';

const NOW = Date.parse('2020-01-01');

function result(time: string, more: Partial<Result>): Result {
  const at = Date.parse(time);
  const evidence = { source: { resourceType: 'Observation', id: time }, time, at, text: time };
  return { at, ageYears: 50, strength: 1, certainty: 0.95, evidence, ...more };
}

/** What results of calcium claim of a finding of one rule: `+2019-01-01` for present, `-` for absent. */
function said(rule: Omit<MeasureRule, 'analyte'>, results: readonly Result[], sex?: 'female' | 'male'): string[] {
  const definition: FindingDefinition = {
    id: 'x',
    name: 'X',
    kind: 'laboratory',
    background: 0.1,
    backgroundSource: 'estimate',
    measures: [{ analyte: 'calcium', ...rule }],
    lasts: 'years',
  };
  return measuredClaims(definition, new Map([['calcium', results]]), NOW, sex).map(
    ({ says, evidence }) => `${says === 'present' ? '+' : '-'}${evidence.text}`,
  );
}

describe('one rule, one result', () => {
  test.each([
    [{ is: 'high' }, { flag: 'high' }, ['+2019-01-01']],
    [{ is: 'high' }, { flag: 'normal' }, ['-2019-01-01']],
    [{ is: 'low' }, { flag: 'high' }, ['-2019-01-01']],
    [{ is: 'abnormal' }, { flag: 'low' }, ['+2019-01-01']],
    [{ is: 'abnormal' }, { ordinal: 'positive' }, ['+2019-01-01']],
    [{ is: 'positive' }, { ordinal: 'positive' }, ['+2019-01-01']],
    [{ is: 'positive' }, { flag: 'high' }, ['+2019-01-01']],
    [{ is: 'positive' }, { ordinal: 'negative', flag: 'high' }, ['-2019-01-01']],
    [{ is: 'negative' }, { ordinal: 'negative' }, ['+2019-01-01']],
    [{ above: 10 }, { value: 10 }, ['+2019-01-01']],
    [{ above: 10 }, { value: 9.9 }, ['-2019-01-01']],
    [{ below: 10 }, { value: 10 }, ['+2019-01-01']],
    [{ above: 10 }, { flag: 'high' }, []],
    [{ above: 10 }, { flag: 'normal' }, ['-2019-01-01']],
    [{ above: 10 }, { flag: 'low' }, ['-2019-01-01']],
    [{ below: 10 }, { flag: 'low' }, []],
    [{ above: 8, below: 10 }, { flag: 'low' }, []],
    [{ above: 10 }, { ordinal: 'negative' }, ['-2019-01-01']],
    [{ is: 'high' }, { value: 9 }, []],
    [{ is: 'high' }, { ordinal: 'positive' }, []],
    [{ is: 'high' }, { ordinal: 'negative' }, ['-2019-01-01']],
    [{ is: 'positive' }, { value: 9 }, []],
    [{ is: 'negative' }, { ordinal: 'positive' }, ['-2019-01-01']],
    [{ above: 8, below: 10 }, { value: 9 }, ['+2019-01-01']],
    [{ above: 8, below: 10 }, { value: 7 }, ['-2019-01-01']],
    [{ above: 8, below: 10 }, { value: 12 }, []],
  ] as const)('%j with %j', (rule, given, claims) => {
    expect(said(rule, [result('2019-01-01', given)])).toEqual(claims);
  });

  test('of the other sex, of another age, and of too long ago nothing is said', () => {
    const high = [result('2019-01-01', { flag: 'high' })];
    expect(said({ is: 'high', sex: 'male' }, high, 'female')).toEqual([]);
    expect(said({ is: 'high', sex: 'male' }, high)).toEqual([]);
    expect(said({ is: 'high', fromAge: 51 }, high)).toEqual([]);
    expect(said({ is: 'high', toAge: 50 }, high)).toEqual([]);
    expect(said({ is: 'high' }, [result('2001-01-01', { flag: 'high' })])).toEqual([]);
  });
});

describe('a rule that asks for several results over some time', () => {
  const high = (time: string) => result(time, { flag: 'high' });
  const normal = (time: string) => result(time, { flag: 'normal' });
  const lasting = { is: 'high', times: 2, days: 90 } as const;

  test('one is not enough, nor two of one week', () => {
    expect(said(lasting, [high('2019-01-01')])).toEqual([]);
    expect(said(lasting, [high('2019-01-01'), high('2019-01-08')])).toEqual([]);
  });

  test('two over the time are', () => {
    expect(said(lasting, [high('2019-01-01'), high('2019-05-01')])).toEqual(['+2019-01-01', '+2019-05-01']);
  });

  test('two with normal ones between are not a lasting state', () => {
    const results = [high('2015-01-01'), normal('2016-01-01'), normal('2017-01-01'), high('2018-01-01')];
    expect(said(lasting, results).filter((each) => each.startsWith('+'))).toEqual([]);
  });

  test('two of one day are one time', () => {
    expect(said({ is: 'high', times: 2 }, [high('2019-01-01T08:00Z'), high('2019-01-01T20:00Z')])).toEqual([]);
  });

  test('an undated one has lasted no time', () => {
    const undated = { ...high('2019-01-01'), at: Number.NaN };
    expect(said(lasting, [undated, high('2019-05-01')])).toEqual([]);
  });
});

describe('a peak is not undone by what comes after', () => {
  const peak = [
    result('2017-01-01', { value: 12.4, flag: 'high' }),
    result('2018-01-01', { value: 9.4, flag: 'normal' }),
  ];

  test('of a threshold far above the range', () => {
    expect(said({ above: 12 }, peak)).toEqual(['+2017-01-01']);
  });

  test('what came before it speaks against it, and normal values alone do', () => {
    const before = result('2016-01-01', { value: 9.4, flag: 'normal' });
    expect(said({ above: 12 }, [before, ...peak])).toEqual(['+2017-01-01', '-2016-01-01']);
    expect(said({ above: 12 }, peak.slice(1))).toEqual(['-2018-01-01']);
  });

  test('a rule about the range is a level, and a normal value is news', () => {
    expect(said({ is: 'high' }, peak)).toEqual(['+2017-01-01', '-2018-01-01']);
  });
});

describe('a lasting finding whose last value is flagged is unknown', () => {
  const normal = result('2017-01-01', { value: 9.4, flag: 'normal' });

  test('below the threshold, but on its side of the range', () => {
    const last = result('2019-01-01', { value: 10.6, flag: 'high' });
    expect(said({ above: 11, times: 2, days: 30 }, [normal, last])).toEqual([]);
    expect(
      said({ above: 11, times: 2, days: 30 }, [last, result('2019-06-01', { value: 9.4, flag: 'normal' })]),
    ).toEqual(['-2019-01-01', '-2019-06-01']);
  });

  test('whichever of its rules is open', () => {
    const definition: FindingDefinition = {
      id: 'x',
      name: 'X',
      kind: 'laboratory',
      background: 0.1,
      backgroundSource: 'estimate',
      measures: [
        { analyte: 'calcium', is: 'high', times: 2, days: 30 },
        { analyte: 'corrected-calcium', is: 'high', times: 2, days: 30 },
      ],
      lasts: 'years',
    };
    const results = new Map([
      ['calcium', [result('2019-01-01', { value: 10.6, flag: 'high' })]],
      ['corrected-calcium', [normal]],
    ]);
    expect(measuredClaims(definition, results, NOW)).toEqual([]);
  });
});
