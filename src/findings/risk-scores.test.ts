import { describe, expect, test } from 'vitest';
import { readRecord } from './record.ts';
import { riskScoresOf } from './risk-scores.ts';
import { chartOf, finding, noteOf, result, shelf } from './shelf.fixture.ts';

const knowledge = shelf({
  findings: [
    finding('never-smoked', { terms: ['never smoker'], lasts: 'life' }),
    finding('smoking-current', { terms: ['smokes'] }),
    finding('known-stroke', { terms: ['stroke'], kind: 'history', lasts: 'life' }),
  ],
});

function scores(resources: readonly object[], asOf = '2020-06-01') {
  const record = readRecord(chartOf(...resources), knowledge, asOf);
  return new Map(riskScoresOf(record, knowledge).map((score) => [score.id, score]));
}

const day = '2020-01-01';
const liver = [
  result('1920-8', 50, 'U/L', day),
  result('1742-6', 40, 'U/L', day),
  result('777-3', 150, '10*3/uL', day),
];
const heart = [
  result('2093-3', 200, 'mg/dL', day),
  result('2085-9', 50, 'mg/dL', day),
  result('8480-6', 140, 'mm[Hg]', day),
  result('2160-0', 0.8, 'mg/dL', day),
];
const never = noteOf('Never smoker.', day);

describe('FIB-4', () => {
  test('is the published value, with the three results that it is made of', () => {
    const score = scores(liver).get('fib-4');
    // 60 years, AST 50, ALT 40, platelets 150: 60 × 50 / (150 × √40).
    expect(score?.value).toBeCloseTo(3.16, 2);
    expect(new Set(score?.evidence.map(({ source }) => source.id))).toEqual(new Set(['r0', 'r1', 'r2']));
  });

  test('is not told of results that are too old, or of two of the three', () => {
    expect(scores(liver, '2023-06-01').has('fib-4')).toBe(false);
    expect(scores(liver.slice(0, 2)).has('fib-4')).toBe(false);
  });
});

describe('PREVENT', () => {
  test('is told where all is known, as a probability over ten years', () => {
    const score = scores([...heart, never]).get('prevent-ascvd-10y');
    expect(score).toMatchObject({ horizonYears: 10 });
    expect(score?.value).toBeGreaterThan(0.01);
    expect(score?.value).toBeLessThan(0.15);
  });

  test('a smoker has more, one on a statin is another sum', () => {
    const value = (...more: object[]) => scores([...heart, ...more]).get('prevent-ascvd-10y')?.value ?? Number.NaN;
    expect(value(noteOf('She smokes 20 a day.', day))).toBeGreaterThan(value(never));
    const statin = {
      status: 'active',
      intent: 'order',
      authoredOn: day,
      medicationCodeableConcept: { text: 'Atorvastatin 20 mg' },
    };
    expect(value(never, { resourceType: 'MedicationRequest', ...statin })).not.toBe(value(never));
  });

  test('is not told where smoking is unknown, or disease is known', () => {
    expect(scores(heart).has('prevent-ascvd-10y')).toBe(false);
    expect(scores([...heart, never, noteOf('Stroke in 2012.', day)]).has('prevent-ascvd-10y')).toBe(false);
  });
});

test('an empty record has no scores', () => expect(scores([]).size).toBe(0));
