import { describe, expect, it } from 'vitest';
import { datasetOf, type Row } from './dataset.fixture.ts';
import { assertTrainable } from './dataset.ts';
import { openSubjects, readSubjects } from './subjects.ts';
import type { Subject } from './types.ts';

const ROWS: Row[] = [
  [7n, null, 'GENDER//F'],
  [7n, '1960-02-03', 'MEDS_BIRTH'],
  [7n, '2020-01-02 03:04:05.000006', 'LAB//LOINC/718-7//g/dL', 12.5],
  [7n, '2021-01-01', 'SOCIAL//LOINC/72166-2', null, 'Never smoker'],
  [9n, '1970-01-01', 'MEDS_BIRTH'],
];

async function all(subjects: AsyncIterable<Subject>): Promise<Subject[]> {
  const list: Subject[] = [];
  for await (const subject of subjects) list.push(subject);
  return list;
}

describe('openSubjects', () => {
  it('gives each person with codes, exact times, values and texts as numbers', async () => {
    const folder = await datasetOf({ 0: ROWS }, { splits: { 7: 'train', 9: 'held_out' } });
    const reader = await openSubjects(folder, { texts: true });
    const [first, second] = await all(reader.subjects());
    expect(first?.id).toBe(7n);
    expect(first?.split).toBe('train');
    expect([...(first?.codes ?? [])].map((code) => reader.dictionary.codes[code])).toEqual(
      ROWS.slice(0, 4).map((row) => row[2]),
    );
    expect([...(first?.times ?? [])]).toEqual([
      Number.NaN,
      Date.UTC(1960, 1, 3) * 1000,
      Date.UTC(2020, 0, 2, 3, 4, 5) * 1000 + 6,
      Date.UTC(2021, 0, 1) * 1000,
    ]);
    expect([...(first?.values ?? [])]).toEqual([Number.NaN, Number.NaN, 12.5, Number.NaN]);
    expect([...(first?.texts ?? [])].map((text) => reader.dictionary.texts[text])).toEqual([
      undefined,
      undefined,
      undefined,
      'Never smoker',
    ]);
    expect(second?.split).toBe('held_out');
    expect(await all(reader.subjects())).toHaveLength(2);
    reader.close();
  });

  it('takes a text_value longer than a result in words for a text, and does not read it', async () => {
    const note = 'word '.repeat(50);
    const rows: Row[] = [
      [7n, '2020-01-01', 'NOTE', null, note],
      [7n, '2020-01-02', 'SMOKE', null, 'never'],
    ];
    const reader = await openSubjects(await datasetOf({ 0: rows }, { splits: { 7: 'train' } }), { texts: true });
    expect(reader.dictionary.texts).toEqual(['never']);
    const [person] = await all(reader.subjects());
    expect([...(person?.texts ?? [])]).toEqual([-1, 0]);
    reader.close();
  });

  it('gives the people of one split alone', async () => {
    const folder = await datasetOf({ 0: ROWS }, { splits: { 7: 'train', 9: 'held_out' } });
    expect((await all(readSubjects(folder, { split: 'held_out' }))).map(({ id }) => id)).toEqual([9n]);
  });

  it('gives everyone the split that the data set names, and nobody another', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => BigInt((n * 7919) % 1009) + 1n);
    const names = ['train', 'tuning', 'held_out', 'other'] as const;
    const named = ids.slice(0, 25).map((id, n): [string, string] => [String(id), names[n % 4] ?? '']);
    const folder = await datasetOf(
      { 0: ids.map((id): Row => [id, '1970-01-01', 'MEDS_BIRTH']) },
      { splits: Object.fromEntries(named) },
    );
    const people = await all(readSubjects(folder));
    const wanted = new Map(named.filter(([, split]) => split !== 'other'));
    expect(people.map(({ split }) => split)).toEqual(people.map(({ id }) => wanted.get(String(id))));
    expect(people).toHaveLength(30);
  });

  it('refuses a split of a data set without splits, and shards that are out of order', async () => {
    await expect(all(readSubjects(await datasetOf({ 0: ROWS }), { split: 'train' }))).rejects.toThrow(/subject_splits/);
    const late = await datasetOf({ 0: [...ROWS.slice(2, 4)].reverse() });
    await expect(all(readSubjects(late))).rejects.toThrow(/order of time/);
    const apart = await datasetOf({ 0: [...ROWS, [7n, '2022-01-01', 'MEDS_DEATH']] });
    await expect(all(readSubjects(apart))).rejects.toThrow(/stand together/);
  });

  it('loses no event, wherever DuckDB cuts a person between its chunks of 2,048', async () => {
    const lengths = [1, 2047, 2048, 2049, 4100, 3];
    const rows = lengths.flatMap((length, person) =>
      Array.from(
        { length },
        (_, n): Row => [BigInt(person + 1), `2020-01-01 00:00:00.${String(n).padStart(6, '0')}`, `C//${n % 300}`, n],
      ),
    );
    const people = await all(readSubjects(await datasetOf({ 0: rows })));
    expect(people.map(({ codes }) => codes.length)).toEqual(lengths);
    for (const { values } of people) expect(values.every((value, n) => value === n)).toBe(true);
  });
});

describe('a data set of identified records', () => {
  it('is not read unless that is asked for', async () => {
    const folder = await datasetOf({ 0: ROWS }, { metadata: { dataset_name: 'x', trainable: false } });
    await expect(all(readSubjects(folder))).rejects.toThrow(/identified records/);
    expect(await all(readSubjects(folder, { allowIdentified: true }))).toHaveLength(2);
  });
});

describe('assertTrainable', () => {
  it('refuses what was made from identified records, and what is no data set', async () => {
    const identified = await datasetOf({ 0: ROWS }, { metadata: { dataset_name: 'x', trainable: false } });
    expect(() => assertTrainable(identified)).toThrow(/identified records/);
    expect(() => assertTrainable('/nowhere')).toThrow(/No such/);
    const open = await datasetOf({ 0: ROWS }, { metadata: { dataset_name: 'x' } });
    expect(() => assertTrainable(open)).not.toThrow();
  });
});
