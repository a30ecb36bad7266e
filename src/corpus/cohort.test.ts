import { beforeAll, describe, expect, it } from 'vitest';
import { cohortOf, followedBy } from './cohort.ts';
import { datasetOf, type Row } from './dataset.fixture.ts';

const DIABETES = 'CONDITION//SNOMED/44054006';

/** 60 people with diabetes at 50: 40 women and 20 men; 30 of the women and 5 of the men get kidney disease two years later. 25 others. */
function rows(): Row[] {
  return Array.from({ length: 85 }, (_, n) => n + 1).flatMap((n): Row[] => {
    const id = BigInt(n);
    const life: Row[] = [
      [id, null, n <= 40 ? 'GENDER//F' : 'GENDER//M'],
      [id, '1950-01-01', 'MEDS_BIRTH'],
    ];
    if (n > 60) return [...life, [id, '2000-06-01', 'ENCOUNTER//ambulatory']];
    const sick = n <= 30 || (n > 40 && n <= 45);
    return [
      ...life,
      [id, '2000-06-01', DIABETES],
      [id, '2000-07-01', 'LAB//LOINC/4548-4//%', n <= 48 ? 8 : 6],
      ...(sick ? [[id, '2002-06-01', 'CONDITION//SNOMED/709044004'] satisfies Row] : []),
      ...(n <= 4 ? [[id, '2003-01-01', 'CONDITION//SNOMED/rare'] satisfies Row] : []),
    ];
  });
}

describe('cohortOf', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await datasetOf({ 0: rows() });
  });

  it('counts people who meet criteria, by sex and by age at the index date', async () => {
    const cohort = await cohortOf(folder, { has: [{ code: DIABETES }] });
    expect(cohort).toEqual({
      people: 60,
      steps: [{ criterion: DIABETES, people: 60 }],
      sex: [
        { name: 'F', people: 40 },
        { name: 'M', people: 20 },
      ],
      ages: [{ name: '50–59', people: 60 }],
      years: [{ name: '2000–2004', people: 60 }],
    });
  });

  it('takes prefixes, bounds, sex, ages, spans and exclusions', async () => {
    const people = async (criteria: Parameters<typeof cohortOf>[1]) => (await cohortOf(folder, criteria)).people;
    expect(await people({ has: [{ code: 'CONDITION//SNOMED/*' }] })).toBe(60);
    expect(await people({ has: [{ code: DIABETES }, { code: 'LAB//LOINC/4548-4*', from: 7 }] })).toBe(48);
    expect(await people({ has: [{ code: DIABETES }], sex: 'M' })).toBe(20);
    expect(await people({ has: [{ code: DIABETES }], age: [51, 90] })).toBe(0);
    expect(await people({ has: [{ code: DIABETES }, { code: 'CONDITION//SNOMED/709044004', withinYears: 1 }] })).toBe(
      0,
    );
    expect(await people({ has: [{ code: DIABETES }, { code: 'CONDITION//SNOMED/709044004', withinYears: 3 }] })).toBe(
      35,
    );
    expect(await people({ has: [{ code: DIABETES }], hasNot: [{ code: 'CONDITION//SNOMED/709044004' }] })).toBe(25);
  });

  it('never tells of fewer than 11 people, nor by the difference of two steps', async () => {
    const few = await cohortOf(folder, { has: [{ code: 'CONDITION//SNOMED/rare' }] });
    expect(few).toEqual({
      people: 'few',
      steps: [{ criterion: 'CONDITION//SNOMED/rare', people: 'few' }],
      sex: [],
      ages: [],
      years: [],
    });
    // 48 of whom 40 are women: the eight men must not come out.
    const women = await cohortOf(folder, { has: [{ code: 'LAB//LOINC/4548-4//%', from: 7 }], sex: 'F' });
    expect(women.people).toBe(40);
    expect(women.steps.map(({ people }) => people)).toEqual(['hidden', 40]);
    const groups = await cohortOf(folder, { has: [{ code: 'LAB//LOINC/4548-4//%', from: 7 }] });
    expect(groups.sex.every(({ people }) => typeof people !== 'number')).toBe(true);
  });

  it('hides, of years with few people, also those that would tell how few', async () => {
    const { years } = await cohortOf(folder, { has: [{ code: 'CONDITION//SNOMED/*' }, { code: DIABETES }] });
    expect(years).toEqual([{ name: '2000–2004', people: 60 }]);
    const late = await datasetOf({
      0: rows().map((row): Row => (row[0] > 55n && row[2] === DIABETES ? [row[0], '2006-06-01', DIABETES] : row)),
    });
    const told = await cohortOf(late, { has: [{ code: DIABETES }] });
    expect(told.people).toBe(60);
    expect(told.years).toEqual([
      { name: '2000–2004', people: 'hidden' },
      { name: '2005–2009', people: 'few' },
    ]);
  });

  it('refuses criteria that are none, and takes quotes in a code as letters', async () => {
    await expect(cohortOf(folder, { has: [] })).rejects.toThrow(/has/);
    expect((await cohortOf(folder, { has: [{ code: "x' or true --" }] })).people).toBe(0);
  });
});

describe('followedBy', () => {
  it('tells what followed in most, of a cohort that is large enough', async () => {
    const folder = await datasetOf({ 0: rows() });
    const followed = await followedBy(folder, { has: [{ code: DIABETES }] });
    expect(followed).toEqual([{ code: 'CONDITION//SNOMED/709044004', description: '', people: 35, share: 35 / 60 }]);
    expect(await followedBy(folder, { has: [{ code: DIABETES }] }, { years: 1 })).toEqual([]);
    expect(await followedBy(folder, { has: [{ code: 'CONDITION//SNOMED/rare' }] })).toEqual([]);
  });
});
