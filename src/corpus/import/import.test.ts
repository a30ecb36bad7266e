import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, openDatabase } from '../database.ts';
import { datasetOf, type Row } from '../dataset.fixture.ts';
import { assertTrainable, openDataset } from '../dataset.ts';
import { importCorpus } from './import.ts';
import { mappingOf } from './mapping-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'prodrome-test-'));
const output = () => join(folder(), 'set');

async function eventsIn(set: string) {
  const database = await openDatabase({ threads: 1 });
  const rows = await database.rows(
    `select subject_id::int as id, strftime("time", '%Y-%m-%d %H:%M') as "time", code, numeric_value as value, text_value as text
     from read_parquet(${literal(`${set}/data/*/*.parquet`)}) order by subject_id, "time" nulls first, code, value`,
  );
  database.close();
  return rows.map(({ id, time, code, value, text }) => [id, time, code, value, text]);
}

const HEAD = 'format: prodrome-mapping\nversion: 1\nname: test\n';

function csv(files: Readonly<Record<string, string>>): string {
  const root = folder();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(root, name), name.endsWith('.gz') ? gzipSync(content) : content);
  }
  return root;
}

describe('importCorpus of CSV', () => {
  const mapping = mappingOf(
    `${HEAD}origin: 2000-01-01
maps: { illness: { htn: "38341003" } }
files:
  - path: people.csv.gz
    subject: id
    events:
      - { code: "GENDER//{sex}" }
      - { code: MEDS_BIRTH, time: { days: 0, yearsBefore: age } }
  - path: labs.csv
    subject: id
    where: { name: [hb, sbp] }
    events:
      - code: LAB//LOINC/718-7//g/dL
        where: { name: hb }
        time: { days: day }
        value: { column: result, factor: 0.1 }
        plausible: [2, 25]
        repeated: mean
      - { code: "VITAL//LOINC/8480-6//mm[Hg]", where: { name: sbp }, time: { days: day }, value: result, repeated: last }
  - path: visits.csv
    delimiter: ";"
    subject: id
    events:
      - { code: "CONDITION//SNOMED/{what|illness}", description: "{what}", time: { date: seen, format: "%d.%m.%Y" }, text: remark, optional: false }
`,
    'm.yaml',
  );
  const root = csv({
    'people.csv.gz': 'id,sex,age\n1,F,40\n2,M,NA\n',
    'labs.csv':
      'id,day,name,result\n1,10,hb,120\n1,10,hb,140\n1,11,hb,999\n1,5,sbp,130\n1,5,sbp,135\n1,6,sbp,oops\n2,7,other,1\n0,7,hb,120\n',
    'visits.csv': 'id;seen;what;remark\n2;03.02.2001;htn;"new; mild"\n2;31.02.2001;htn;x\n2;04.02.2001;gout;y\n',
  });

  it('makes events by rule: filters, maps, templates, units, dates, birth by age, repeats', async () => {
    const set = output();
    await importCorpus(root, set, { version: 'test', mapping });
    expect(await eventsIn(set)).toEqual([
      [1, null, 'GENDER//F', null, null],
      [1, '1960-01-01 00:00', 'MEDS_BIRTH', null, null],
      [1, '2000-01-06 00:00', 'VITAL//LOINC/8480-6//mm[Hg]', 135, null],
      [1, '2000-01-11 00:00', 'LAB//LOINC/718-7//g/dL', 13, null],
      [2, null, 'GENDER//M', null, null],
      [2, '2001-02-03 00:00', 'CONDITION//SNOMED/38341003', null, 'new; mild'],
    ]);
  });

  it('counts the rows that gave nothing, with the line of the first, and never shows them', async () => {
    const { rejected } = await importCorpus(root, output(), { version: 'test', mapping });
    expect(rejected.map(({ file, why, rows, line }) => [file, rows, line, why])).toEqual([
      ['labs.csv', 1, 4, 'the value is outside its plausible range'],
      ['labs.csv', 1, 9, 'the subject is empty or not a positive whole number'],
      ['labs.csv', 1, 7, 'the value is not a number'],
      ['visits.csv', 1, 4, 'a part of the code is empty or not in its map'],
      ['visits.csv', 1, 3, 'the time is not one'],
    ]);
    expect(JSON.stringify(rejected)).not.toContain('oops');
  });

  it('says which column is missing, and which line is no CSV', async () => {
    const broken = (labs: string) =>
      importCorpus(
        csv({ 'people.csv.gz': 'id,sex,age\n1,F,40\n', 'labs.csv': labs, 'visits.csv': 'id;seen;what;remark\n' }),
        output(),
        { version: 'test', mapping },
      );
    await expect(broken('id,day,name\n1,2,hb\n')).rejects.toThrow(/labs.csv cannot be mapped: it has no column result/);
    await expect(broken('id,day,name,result\n1,2,hb,120\n1,2,hb,120,Jane Doe\n')).rejects.toThrow(
      /labs.csv cannot be mapped: expected number of columns, line 3/,
    );
    await expect(importCorpus(csv({}), output(), { version: 'test', mapping })).rejects.toThrow(/No such/);
  });
});

describe('mappingOf', () => {
  const fault = (text: string) => () => mappingOf(text, 'm.yaml');

  it('names the line and what is wrong with it', () => {
    expect(fault('a: [')).toThrow(/m.yaml is no mapping: line \d+/);
    expect(fault(`${HEAD}files:\n  - path: a.csv\n    subject: id\n    events:\n      - { kode: X }\n`)).toThrow(
      /line 8: files.0.events.0.*code/,
    );
    expect(fault(`${HEAD}files:\n  - path: ../a.csv\n    subject: id\n    events: [{ code: X }]\n`)).toThrow(
      /line 5: files.0.path: give a path within/,
    );
    expect(
      fault(`${HEAD}files:\n  - path: a.csv\n    subject: id\n    events: [{ code: "X//{a|nowhere}" }]\n`),
    ).toThrow(/line 7: .*no map nowhere/);
  });

  it('takes names of columns and cells for what they are, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z'"; -]{1,12}$/),
        fc.stringMatching(/^[a-z';-]{1,12}$/),
        async (column, cell) => {
          const name = column.trim();
          fc.pre(name !== '' && name !== 'id' && !['na'].includes(cell.trim().toLowerCase()));
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const mapping = mappingOf(
            `${HEAD}files:\n  - path: a.csv\n    subject: id\n    events:\n      - ${JSON.stringify({ code: 'X', text: name, where: { [name]: cell } })}\n`,
            'm.yaml',
          );
          const set = output();
          await importCorpus(
            csv({ 'a.csv': `id,${quoted(name)}\n4,${quoted(cell)}\n5,${quoted(`${cell}x`)}\n` }),
            set,
            { version: 'test', mapping },
          );
          expect(await eventsIn(set)).toEqual([[4, null, 'X', null, cell]]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('importCorpus of MEDS', () => {
  const ROWS: Row[] = [
    [9n, null, 'GENDER//F'],
    [3n, '2020-01-01', 'LAB//A', 1],
    [9n, '2020-01-01', 'LAB//A', 2],
    [3n, '2019-01-01', 'LAB//A', 1.5],
    [3n, '2019-01-01', 'LAB//A', 1.5],
  ];

  it('sorts what is not sorted, loses nothing, and keeps splits and marks', async () => {
    const source = await datasetOf(
      { 0: ROWS },
      { splits: { 3: 'held_out', 9: 'train' }, metadata: { dataset_name: 'x', trainable: false } },
    );
    const set = output();
    const { events } = await importCorpus(source, set, { version: 'test' });
    expect(events).toBe(ROWS.length);
    expect(openDataset(set).shards.map((path) => path.slice(set.length))).toEqual([
      '/data/held_out/0.parquet',
      '/data/train/0.parquet',
    ]);
    expect(() => assertTrainable(set)).toThrow(/identified/);
    const again = output();
    await importCorpus(set, again, { version: 'test' });
    expect(await eventsIn(again)).toEqual(await eventsIn(set));
  });

  it('reads other names and types of the columns, and leaves out what has no subject, code or true time', async () => {
    const root = folder();
    const file = join(root, 'foreign.parquet');
    const database = await openDatabase({ threads: 1 });
    await database.connection.run(`copy (select * from (values ('5', '2020-02-03 04:05', 'LAB//A', '7.5', 'labs'), ('5', '2020-02-03', 'LAB//B', 'positive', 'labs'),
      (null, '2020-02-03', 'X', null, 'labs'), ('5', '2020-02-03', '', null, 'labs'), ('5', 'soon', 'X', null, 'labs'), ('5', null, 'GENDER//M', null, 'labs'))
      as t(patient_id, timestamp, code, value, "table")) to ${literal(file)} (format parquet)`);
    database.close();
    const set = output();
    const { dropped } = await importCorpus(file, set, { version: 'test' });
    expect(dropped.map(({ rows }) => rows)).toEqual([1, 1, 1]);
    expect(await eventsIn(set)).toEqual([
      [5, null, 'GENDER//M', null, null],
      [5, '2020-02-03 00:00', 'LAB//B', null, 'positive'],
      [5, '2020-02-03 04:05', 'LAB//A', 7.5, null],
    ]);
  });

  it('refuses what is neither', async () => {
    const root = folder();
    mkdirSync(join(root, 'data'));
    writeFileSync(join(root, 'data', '0.parquet'), 'not parquet');
    await expect(importCorpus(root, output(), { version: 'test' })).rejects.toThrow(/not Parquet/);
    await expect(importCorpus(folder(), output(), { version: 'test' })).rejects.toThrow(/give a --mapping/);
  });
});
