import { expect, it } from 'vitest';
import { LifeReader } from './life-reader.ts';
import { Vocabulary } from './vocabulary.ts';

const DAY = 86_400e6;
const vocabulary = new Vocabulary({
  codes: ['padding', 'query', 'RACE//white', 'CONDITION//SNOMED/1', 'LAB//LOINC/2//g', 'SMOKING//=never'],
  measures: [{ name: 'LAB//LOINC/2//g', log: false, mean: 10, deviation: 2, edges: [0] }],
});
const dictionary = {
  codes: [
    'CONDITION//SNOMED/1',
    'GENDER//F',
    'LAB//LOINC/2//g',
    'MEDS_BIRTH',
    'MEDS_DEATH',
    'RACE//white',
    'SMOKING',
    'X//1',
  ],
  texts: ['never', 'often'],
};
const outcomes = [
  { name: 'condition', codes: ['CONDITION//SNOMED/1'] },
  { name: 'death', codes: ['MEDS_DEATH'] },
];

it('reads a person on the clock of days: sex, birth, values, words, outcomes, the end of follow-up', () => {
  const reader = new LifeReader({ vocabulary, dictionary, outcomes, end: 1000 });
  const life = reader.read({
    id: 7n,
    codes: Uint32Array.of(1, 5, 3, 2, 0, 6, 7, 0, 4),
    times: Float64Array.of(
      Number.NaN,
      Number.NaN,
      -3650 * DAY,
      1 * DAY,
      2.5 * DAY,
      3 * DAY,
      4 * DAY,
      5 * DAY,
      600 * DAY,
    ),
    values: Float32Array.of(...[Number.NaN, Number.NaN, Number.NaN, 14], ...Array(5).fill(Number.NaN)),
    texts: Int32Array.of(-1, -1, -1, -1, -1, 0, -1, -1, -1),
  });
  expect(life).toMatchObject({ id: 7, birth: -3650, male: 0 });
  expect([...(life?.days ?? [])]).toEqual([-3650, 1, 2.5, 3, 5]);
  expect([...(life?.codes ?? [])]).toEqual([2, 4, 3, 5, 3]);
  expect([...(life?.measures ?? [])]).toEqual([0, 1, 0, 0, 0]);
  expect(life?.values[1]).toBe(2);
  expect([...(life?.first ?? [])]).toEqual([2.5, 600]);
  expect([...(life?.until ?? [])]).toEqual([600, 600]);
});

it('cannot read a person without a date of birth', () => {
  const reader = new LifeReader({ vocabulary, dictionary, outcomes, end: 1000 });
  const one = {
    codes: Uint32Array.of(0),
    times: Float64Array.of(1),
    values: Float32Array.of(0),
    texts: Int32Array.of(-1),
  };
  expect(reader.read({ id: 1n, ...one })).toBeUndefined();
});
