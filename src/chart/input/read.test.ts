import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProdromeError } from '../../errors.ts';
import type { Chart, ChartIssue } from '../chart.ts';
import { chartFromBundle } from '../fhir/charts.ts';
import { bundle, condition, observation, patient } from '../fixtures.ts';
import { type ReadOptions, readChart, readChartFromBytes, readCharts } from './read.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chart-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Uint8Array, name = `${files++}.json`): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function chartsOf(path: string, options: ReadOptions = {}): Promise<Chart[]> {
  const charts: Chart[] = [];
  for await (const chart of readCharts(path, options)) charts.push(chart);
  return charts;
}

async function errorOf(read: Promise<unknown>): Promise<Pick<ProdromeError, 'code' | 'message'> | undefined> {
  try {
    await read;
  } catch (error) {
    if (error instanceof ProdromeError) return { code: error.code, message: error.message };
    throw error;
  }
  return undefined;
}

const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const of = (id: string, resource: object) => ({ ...resource, id: `${id}-x`, subject: { reference: `Patient/${id}` } });
const person = (id: string) => ({ ...patient, id, identifier: [{ system: 'urn:mrn', value: `MRN-${id}` }] });
const practitioner = { resourceType: 'Practitioner', id: 'dr', name: [{ text: 'Dr. Lee' }] };
const note = (id: string) =>
  of(id, {
    resourceType: 'DocumentReference',
    status: 'current',
    date: '2015-01-01',
    author: [{ reference: 'Practitioner/dr' }],
    content: [{ attachment: { contentType: 'text/plain', data: 'eA==' } }],
  });

describe('one patient', () => {
  const record = bundle(patient, observation(), condition());
  const expected = chartFromBundle(record);

  it.each([
    ['a bundle on one line', JSON.stringify(record)],
    ['a bundle over many lines', JSON.stringify(record, null, 2)],
    ['a byte order mark', `\ufeff${JSON.stringify(record, null, 2)}`],
    ['a byte order mark before NDJSON', `\ufeff${lines(patient, observation(), condition())}`],
    ['resources a line', lines(condition(), observation(), patient)],
    [
      'empty lines and Windows line ends',
      `\r\n${lines(patient, observation(), condition()).replaceAll('\n', '\r\n\r\n')}\r\n`,
    ],
    ['a list of resources', JSON.stringify([patient, observation(), condition()], null, 1)],
    ['gzip', gzipSync(JSON.stringify(record))],
    ['several bundles a line of one patient', lines(bundle(patient, observation()), bundle(patient, condition()))],
  ])('is read from %s', async (_, content) => {
    const chart = await readChart(file(content, 'record'));
    expect(chart.events).toEqual(expected.events);
    expect(chart.patient).toEqual(expected.patient);
    expect(await readChartFromBytes(Buffer.from(content), 'upload')).toEqual(chart);
    expect(
      await readChart('-', {
        stdin: Readable.from([Buffer.from(content).subarray(0, 1), Buffer.from(content).subarray(1)]),
      }),
    ).toEqual(chart);
  });

  it('is read from a folder of files by type, nested and gzipped', async () => {
    file(lines(patient), 'export/Patient.ndjson');
    file(gzipSync(lines(observation())), 'export/more/Observation.ndjson.gz');
    file(lines(condition()), 'export/more/Condition.jsonl');
    file('not this', 'export/README.txt');
    expect(await readChart(join(folder, 'export'))).toEqual(expected);
  });
});

describe('many patients', () => {
  const export_ = lines(
    practitioner,
    of('b', observation()),
    person('a'),
    of('a', observation()),
    person('b'),
    note('a'),
    of('b', condition()),
    of('c', observation()),
  );

  it('are each one chart, in the order in which they first appear', async () => {
    const charts = await chartsOf(file(export_));
    expect(charts.map(({ patient: { id }, events, notes }) => [id, events.length, notes.length])).toEqual([
      ['b', 2, 0],
      ['a', 1, 1],
      ['c', 1, 0],
    ]);
    expect(charts[1]?.notes[0]?.author).toBe('Dr. Lee');
    expect(charts.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], [], ['reference-unresolved']]);
  });

  it('are read one by id or by record number', async () => {
    const path = file(export_);
    expect((await readChart(path, { patient: 'a' })).patient.id).toBe('a');
    expect((await readChart(path, { patient: 'MRN-b' })).patient.id).toBe('b');
    expect(await chartsOf(path, { patient: 'Patient/b' })).toHaveLength(1);
    expect(await errorOf(readChart(path))).toMatchObject({
      code: 'patient-ambiguous',
      message: expect.stringContaining('2 patients'),
    });
    expect(await errorOf(readChart(path, { patient: 'zz' }))).toMatchObject({ code: 'patient-unknown' });
  });

  it('are read from a bundle a line, without mixing', async () => {
    const path = file(
      lines(
        bundle(person('a'), of('a', observation()), of('b', condition())),
        bundle(person('b'), of('b', observation())),
      ),
    );
    const charts = await chartsOf(path);
    expect(charts.map(({ patient: { id }, events }) => [id, events.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(charts[0]?.issues).toMatchObject([{ code: 'reference-other-patient' }]);
    expect((await readChart(path, { patient: 'MRN-b' })).patient.id).toBe('b');
  });

  it('may share one bundle', async () => {
    const { id: _, subject: __, ...nobodys } = observation();
    const charts = await chartsOf(
      file(
        lines(
          bundle(person('a'), of('a', observation()), person('b'), of('b', observation()), nobodys),
          of('a', condition()),
        ),
      ),
    );
    expect(charts.map(({ patient: { id }, events }) => [id, events.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(charts[0]?.issues).toMatchObject([
      { code: 'reference-unresolved', text: 'Observation without a patient, left out' },
    ]);
  });

  it('somebody to whom only a stray resource refers is kept apart, as a chart of its own', async () => {
    const charts = await chartsOf(file(lines(bundle(person('a'), of('a', observation()), of('z', observation())))));
    expect(charts.map(({ patient: { id }, events }) => [id, events.length])).toEqual([
      ['a', 1],
      ['z', 1],
    ]);
  });

  it('are joined when some lines name them by identifier or URN', async () => {
    const byIdentifier = { ...observation(), subject: { reference: 'Patient?identifier=urn:mrn|MRN-a' } };
    const byUrn = { ...condition(), subject: { reference: 'urn:uuid:a' } };
    const charts = await chartsOf(file(lines(byIdentifier, byUrn, person('b'), person('a'))));
    expect(charts.map(({ patient: { id }, events }) => [id, events.length])).toEqual([
      ['a', 2],
      ['b', 0],
    ]);
  });
});

describe('what is wrong', () => {
  it('a bad line does not lose the rest, and is reported', async () => {
    const path = file(`${lines(patient)}\n{"resourceType":"Obser\n\n${lines(observation(), { no: 'resource' })}`);
    const chart = await readChart(path);
    expect(chart.events).toHaveLength(1);
    expect(chart.issues).toMatchObject([
      { code: 'line-invalid', where: 'line 2' },
      { code: 'resource-invalid', where: 'line 5' },
    ]);
  });

  it('with the input itself can be told apart from what is wrong with a patient', async () => {
    const path = file(
      lines(person('a'), of('z', observation()), person('b')).replace('\n', '\n{"resourceType":"Obser\n'),
    );
    const found: ChartIssue[] = [];
    const charts = await chartsOf(path, { ofInput: (issues) => found.push(...issues) });
    expect(found).toMatchObject([{ code: 'line-invalid', where: 'line 2' }]);
    expect(charts.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ['reference-unresolved'], []]);
  });

  it('also the first line, and the last', async () => {
    const good = lines(bundle(person('a')), bundle(person('b')));
    const charts = await chartsOf(
      file(
        `{"resourceType":"Bun\n${good}\n{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"c"}}`,
      ),
    );
    expect(charts.map(({ patient: { id } }) => id)).toEqual(['a', 'b']);
    expect(charts[1]?.issues).toMatchObject([{ code: 'line-invalid', where: 'line 1', count: 2 }]);
  });

  it('a bad file in a folder is named', async () => {
    file(lines(patient), 'mixed/Patient.ndjson');
    file('{"resourceType":\n"Bundle" oops', 'mixed/broken.json');
    expect((await readChart(join(folder, 'mixed'))).issues).toMatchObject([
      { code: 'line-invalid', where: 'broken.json' },
    ]);
  });

  it('one patient of another version of FHIR is left out and reported', async () => {
    const stu3 = bundle(person('b'), of('b', condition({ clinicalStatus: 'active' })));
    const charts = await chartsOf(file(lines(bundle(person('a')), stu3)));
    expect(charts.map(({ patient: { id }, issues }) => [id, issues.map(({ where }) => where)])).toEqual([
      ['a', ['Patient/b']],
    ]);
    expect(await errorOf(chartsOf(file(JSON.stringify(stu3))))).toMatchObject({ code: 'input-wrong-version' });
  });

  it.each([
    ['input-empty', '', 'is empty'],
    ['input-empty', ' \n\r\n ', 'is empty'],
    ['input-empty', gzipSync(''), 'is empty'],
    ['input-not-json', 'hello', 'line 1, column 1'],
    ['input-not-json', '{"a": 1,\n "b": tru}', 'line 2, column 7'],
    ['input-not-json', '{"a": [1, 2}', 'line 1, column 12'],
    ['input-not-json', '{"a": "Secret Name', 'line 1, column 7'],
    ['input-not-json', '{"a": {"b": 1}', 'it ends too early'],
    ['input-not-json', '<Bundle xmlns="http://hl7.org/fhir"/>', 'XML'],
    ['input-not-json', gzipSync('{"a": 1}').subarray(0, 12), 'damaged gzip'],
    ['input-not-fhir', '{"a": 1}', 'resourceType'],
    ['input-not-fhir', '[1, 2]', 'resourceType'],
    ['input-no-patient', '{"resourceType":"Organization","id":"x"}', 'no Patient'],
  ])('%s: %s', async (code, content, says) => {
    const error = await errorOf(readChart(file(content)));
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(says);
    expect(error?.message).not.toContain('Secret');
  });

  it('a missing file, and a folder without records', async () => {
    expect(await errorOf(readChart(join(folder, 'none.json')))).toMatchObject({ code: 'input-missing' });
    file('x', 'empty/README.md');
    expect(await errorOf(readChart(join(folder, 'empty')))).toMatchObject({ code: 'input-empty' });
  });
});

it('what is longer than memory should hold is spilled, and read the same', async () => {
  const many = Array.from({ length: 60 }, (_, index) => [
    person(`q${index}`),
    of(`q${index}`, { ...observation(), note: [{ text: 'x'.repeat(600_000) }] }),
  ]).flat();
  const charts = await chartsOf('-', { stdin: Readable.from([gzipSync(lines(...many))]) });
  expect(charts.map(({ patient: { id }, events }) => [id, events.length])).toEqual(
    Array.from({ length: 60 }, (_, index) => [`q${index}`, 1]),
  );
});
