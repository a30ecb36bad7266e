import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventsUntil } from './life.ts';
import { codesMeant, LifeReader } from './life-reader.ts';
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

const reader = (more: { followed?: 'last-event' } = {}) =>
  new LifeReader({ vocabulary, dictionary, outcomes, end: 1000, ...more });
const lifeOf = (events: readonly [code: string, day: number, value?: number][], by = reader()) =>
  by.read({
    id: 1n,
    codes: Uint32Array.from(events, ([code]) => dictionary.codes.indexOf(code)),
    times: Float64Array.from(events, ([, day]) => Math.round(day * DAY)),
    values: Float32Array.from(events, ([, , value]) => value ?? Number.NaN),
    texts: new Int32Array(0),
  });

it('tells apart what is a microsecond before a moment from what is at it, a human life from 1970', () => {
  const microsecond = 1 / DAY;
  fc.assert(
    fc.property(
      fc.integer({ min: -25_000, max: 40_000 }),
      fc.integer({ min: 1, max: 86_400_000_000 }),
      (day, early) => {
        const life = lifeOf([
          ['MEDS_BIRTH', -40_000],
          ['LAB//LOINC/2//g', day - early * microsecond, 10],
          ['LAB//LOINC/2//g', day - microsecond, 10],
          ['LAB//LOINC/2//g', day, 10],
          ['LAB//LOINC/2//g', day + microsecond, 10],
        ]);
        if (!life) throw new Error('no life');
        // What may be seen at a prediction time is strictly before it.
        expect(eventsUntil(life, day - microsecond)).toBe(2);
        expect(eventsUntil(life, day)).toBe(3);
        expect((life.days[2] ?? 0) - (life.days[1] ?? 0)).toBeCloseTo(microsecond, 11);
      },
    ),
  );
});

it('puts in order what was known before birth', () => {
  const life = lifeOf([
    ['RACE//white', Number.NaN],
    ['CONDITION//SNOMED/1', -5],
    ['MEDS_BIRTH', 0],
    ['LAB//LOINC/2//g', 3, 12],
  ]);
  expect([...(life?.days ?? [])]).toEqual([-5, 0, 3]);
  expect([...(life?.codes ?? [])]).toEqual([3, 2, 4]);
  expect([...(life?.values ?? [])]).toEqual([0, 0, 1]);
});

it('takes a value that is not finite for none', () => {
  const odd = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  const life = lifeOf([
    ['MEDS_BIRTH', 0],
    ...odd.map((value) => ['LAB//LOINC/2//g', 1, value] as [string, number, number]),
  ]);
  expect([...(life?.measures ?? [])]).toEqual([0, 0, 0]);
  expect([...(life?.values ?? [])]).toEqual([0, 0, 0]);
});

it('follows until the end of the data set or until the last event of the person, and never beyond death', () => {
  const events: [string, number][] = [
    ['MEDS_BIRTH', 0],
    ['CONDITION//SNOMED/1', 40],
    ['X//1', 50],
  ];
  expect(lifeOf(events)?.until[0]).toBe(1000);
  expect(lifeOf(events, reader({ followed: 'last-event' }))?.until[0]).toBe(50);
  expect(lifeOf([...events, ['MEDS_DEATH', Number.NaN]])?.until[0]).toBe(1000);
  expect(lifeOf([...events, ['MEDS_DEATH', 60]], reader({ followed: 'last-event' }))?.until[0]).toBe(60);
});

it('tells more codes apart than 16 bits do', () => {
  const codes = Array.from({ length: 70_000 }, (_, k) => `LAB//${k}`);
  const many = new Vocabulary({ codes: ['padding', 'query', ...codes], measures: [] });
  const wide = new LifeReader({
    vocabulary: many,
    dictionary: { codes: [...codes, 'MEDS_BIRTH'], texts: [] },
    outcomes: [],
    end: 9,
  });
  const life = wide.read({
    id: 1n,
    codes: Uint32Array.of(70_000, 0, 65_533, 65_534, 69_999),
    times: new Float64Array(5),
    values: new Float32Array(5).fill(Number.NaN),
    texts: new Int32Array(0),
  });
  expect([...(life?.codes ?? [])].map((code) => many.file.codes[code])).toEqual([
    'LAB//0',
    'LAB//65533',
    'LAB//65534',
    'LAB//69999',
  ]);
});

it('means by a code with a star all that begin so', () => {
  const starred = { name: 'any', codes: ['CONDITION//*', 'X//1'] };
  expect(codesMeant(starred, dictionary.codes)).toEqual(['CONDITION//SNOMED/1', 'X//1']);
  expect(
    lifeOf(
      [
        ['MEDS_BIRTH', 0],
        ['CONDITION//SNOMED/1', 4],
      ],
      new LifeReader({ vocabulary, dictionary, outcomes: [starred], end: 9 }),
    )?.first[0],
  ).toBe(4);
});

it('makes death an event where the vocabulary has it', () => {
  const mortal = new Vocabulary({ codes: ['padding', 'query', 'MEDS_DEATH'], measures: [] });
  const events: [string, number][] = [
    ['MEDS_BIRTH', 0],
    ['MEDS_DEATH', 7],
  ];
  expect(lifeOf(events, new LifeReader({ vocabulary: mortal, dictionary, outcomes, end: 9 }))?.days).toEqual(
    Float64Array.of(7),
  );
  expect(lifeOf(events)?.days).toHaveLength(0);
});
