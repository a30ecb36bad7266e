import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYTES, type AnalyteId, fromCanonical, logSpread, referenceRange } from '../terms/index.ts';
import { flagAgainst, type Point, type Series, seriesFrom } from './series.ts';
import { type Trend, trendOf, trendsOf } from './trends.ts';

const YEAR = 365.25 * 86_400_000;

interface Given {
  readonly year: number;
  readonly value: number;
  readonly loinc?: string;
}

function series(
  analyte: AnalyteId,
  given: readonly Given[],
  ageYears = 50,
  unit = ANALYTES.get(analyte)?.unit ?? '',
): Series {
  const points = given.map(({ year, value, loinc = 'A' }, index): Point => {
    const at = year * YEAR;
    const time = new Date(at).toISOString();
    const source = { resourceType: 'Observation', id: `${analyte}-${index}` };
    const range = referenceRange(analyte, { sex: 'female', ageYears });
    const flag = flagAgainst(value, range);
    const own = fromCanonical(analyte, value, unit) ?? value;
    return {
      at,
      time,
      ageYears: ageYears + year - (given[0]?.year ?? 0),
      value,
      original: { value: Number(own.toPrecision(12)), unit },
      ...(range ? { range } : {}),
      ...(flag ? { flag } : {}),
      name: analyte,
      loinc,
      source,
      evidence: { source, time, at, text: '' },
    };
  });
  return seriesFrom(analyte, points);
}

const yearly = (values: readonly number[], from = 2008): Given[] =>
  values.map((value, index) => ({ year: from + index, value }));

describe('a trend', () => {
  it('is a step beyond the reference change value that has lasted', () => {
    const trend = trendOf(series('alt', yearly([18, 20, 19, 21, 34, 38, 36, 40])));
    expect(trend).toMatchObject({ direction: 'rising', kind: 'rcv', withinReference: false, loinc: ['A'] });
    expect(trend?.from.value).toBe(19);
    expect(trend?.to.value).toBe(38);
    expect(trend?.evidence).toHaveLength(8);
  });

  it('is a drift that has not left the reference range', () => {
    const trend = trendOf(series('calcium', yearly([9.1, 9.2, 9.2, 9.4, 9.5, 9.7, 9.8, 9.9])));
    expect(trend).toMatchObject({ direction: 'rising', kind: 'drift', withinReference: true });
    expect(trend?.slopePerYear).toBeCloseTo(0.12, 1);
  });

  it('can be seen in three results over half a year', () => {
    const weights = [
      { year: 2010, value: 70 },
      { year: 2010.4, value: 62 },
      { year: 2010.8, value: 60.5 },
    ];
    expect(trendOf(series('body-weight', weights))).toMatchObject({ direction: 'falling' });
    expect(trendOf(series('body-weight', weights.slice(0, 2)))).toBeUndefined();
  });

  it.each([
    ['an illness that passed', 'alt', [18, 20, 19, 240, 21, 19, 20]],
    ['a single last value, however high', 'alt', [18, 20, 19, 18, 21, 19, 240]],
    ['a change that came back', 'calcium', [9.2, 9.3, 9.2, 10.4, 10.5, 10.4, 9.3, 9.2]],
    ['noise of the usual size', 'ferritin', [60, 71, 55, 64, 70, 58, 62, 66]],
    ['recovery into the range', 'hemoglobin', [9.1, 9.4, 9.2, 12.9, 13.1, 13.2]],
    ['what ageing explains', 'egfr', [92, 91, 90, 89, 88, 87, 86, 85, 84, 83]],
    ['a direction that nobody need see', 'bilirubin', [1.1, 1, 0.9, 0.5, 0.3, 0.2, 0.2]],
  ])('is not %s', (_, analyte, values) => {
    expect(trendOf(series(analyte, yearly(values)))).toBeUndefined();
  });

  it('is not the growth of a child', () => {
    const weights = yearly([20, 24, 28, 33, 38, 44, 50, 55]);
    expect(trendOf(series('body-weight', weights, 6))).toBeUndefined();
    expect(trendOf(series('body-weight', weights, 40))).toBeDefined();
  });

  it('does not take many results of one illness for many', () => {
    const admission = Array.from({ length: 12 }, (_, day) => ({ year: 2015 + day / 365, value: 2 + day * 0.05 }));
    const creatinine = [...yearly([0.8, 0.82, 0.79, 0.81, 0.8, 0.82]), ...admission];
    expect(trendOf(series('creatinine', creatinine))).toBeUndefined();
  });

  it('does not take the difference of two laboratories for a change', () => {
    const values = [9.4, 9.5, 9.4, 9.5, 10.0, 10.1, 10.0, 10.1];
    const sites = yearly(values).map((given, index) => ({ ...given, loinc: index < 4 ? 'A' : 'B' }));
    expect(trendOf(series('calcium', sites))).toBeUndefined();
  });

  it('is the same in whatever unit the record is written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 60, max: 180 }), { minLength: 4, maxLength: 14 }),
        fc.constantFrom(
          ['glucose', 'mmol/L'] as const,
          ['creatinine', 'umol/L'] as const,
          ['hba1c', 'mmol/mol'] as const,
        ),
        (values, [analyte, unit]) => {
          const scale = analyte === 'glucose' ? 1 : analyte === 'creatinine' ? 0.01 : 0.05;
          const given = yearly(values.map((value) => value * scale));
          const own = trendOf(series(analyte, given));
          const other = trendOf(series(analyte, given, 50, unit));
          // Only the rounding of the record may differ, which decides nothing but cases at the very limit.
          if (own && other) {
            expect(other.direction).toBe(own.direction);
            expect(other.slopePerYear).toBeCloseTo(own.slopePerYear, 6);
          }
        },
      ),
    );
  });

  it('turns round with the values', () => {
    const values = [9.1, 9.2, 9.2, 9.4, 9.5, 9.7, 9.8, 9.9];
    const up = trendOf(series('calcium', yearly(values)));
    const down = trendOf(series('calcium', yearly(values.map((value) => (9.1 * 9.9) / value))));
    expect(down).toMatchObject({ direction: 'falling', kind: up?.kind });
    expect(down?.strength).toBeCloseTo(up?.strength ?? 0, 0);
  });
});

describe('trendsOf', () => {
  it('puts first what matters most, and one of a family before the others', () => {
    const rising = yearly([14.2, 14.1, 14.3, 12.4, 12.2, 12.1]);
    const map = new Map([
      ['chloride', series('chloride', yearly([100, 100, 101, 106, 106, 107]))],
      ['hematocrit', series('hematocrit', yearly([42, 42, 43, 37, 36, 36]))],
      ['hemoglobin', series('hemoglobin', rising)],
    ]);
    const order = trendsOf(map).map(({ analyte }: Trend) => analyte);
    expect(order[0]).toBe('hemoglobin');
    expect(order.indexOf('hematocrit')).toBeGreaterThan(0);
  });

  it('shows less than one trend of a well person with forty analytes and fifteen years', () => {
    const people = 60;
    const random = generator(11);
    let total = 0;
    for (let person = 0; person < people; person++) total += trendsOf(wellPerson(random)).length;
    expect(total / people).toBeLessThan(1);
  });
});

const PANEL = (
  'hemoglobin hematocrit erythrocytes mcv mch mchc rdw leukocytes neutrophils lymphocytes monocytes eosinophils platelets sodium ' +
  'potassium chloride bicarbonate urea-nitrogen creatinine egfr glucose calcium albumin total-protein globulin alt ast alp ' +
  'bilirubin cholesterol ldl hdl triglycerides tsh body-weight bmi systolic-bp diastolic-bp heart-rate hba1c ferritin crp'
).split(' ');

describe('a short course that leaves the range', () => {
  const inWeeks = (values: readonly number[], weeks: readonly number[]): Given[] =>
    values.map((value, index) => ({ year: 2018 + ((weeks[index] ?? 0) * 7) / 365.25, value }));

  it.each([
    ['esr', [58, 71, 84], [0, 3, 7], 'rising'],
    ['esr', [58, 84, 71], [0, 3, 7], undefined],
    ['esr', [12, 31, 84], [0, 3, 7], undefined],
    ['esr', [84, 71, 58], [0, 3, 7], undefined],
    ['esr', [58, 71, 84], [0, 1.5, 3], undefined],
    ['esr', [58, 60, 62], [0, 3, 7], undefined],
    ['alt', [92, 143, 210], [0, 4, 9], 'rising'],
    ['hemoglobin', [10.9, 10.2, 9.6], [0, 4, 9], 'falling'],
    ['crp', [40, 60, 90], [0, 3, 7], undefined],
  ] as const)('%s %j in weeks %j: %s', (analyte, values, weeks, direction) => {
    expect(trendOf(series(analyte, inWeeks(values, weeks)))?.direction).toBe(direction);
  });
});

/** Results around set points that wander a little, with published variation, two laboratories, rounding and three illnesses. */
function wellPerson(random: () => number): Map<AnalyteId, Series> {
  const gauss = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const visits: number[] = [];
  for (let year = 2000 + random(); year < 2015; year += 0.15 + random() * 1.6) visits.push(year);
  const illnesses = [0, 1, 2].map(() => 2000 + random() * 15);
  const entries = PANEL.map((analyte): [AnalyteId, Series] => {
    const { low = 50, high = low * 1.8 } = referenceRange(analyte, { sex: 'female', ageYears: 50 }) ?? {};
    const typical = low + (0.25 + random() * 0.5) * (high - low);
    const spread = logSpread(analyte) ?? 0.1;
    let wander = 0;
    const given = visits.map((year) => {
      wander = wander * 0.8 + 0.6 * gauss();
      const isIll = illnesses.some((illness) => Math.abs(illness - year) < 0.06);
      const loinc = random() < 0.25 ? 'B' : 'A';
      const noise = spread * (gauss() + 0.4 * wander) + (loinc === 'B' ? 0.02 : 0) + (isIll ? 0.5 * random() : 0);
      return { year, loinc, value: Number((typical * Math.exp(noise)).toPrecision(3)) };
    });
    return [analyte, series(analyte, given)];
  });
  return new Map(entries);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state + 0.5) / 4294967296;
  };
}
