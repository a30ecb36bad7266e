import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { MANIFEST_FILE, parseManifest, REPORT_FILE } from '../manifest.ts';
import { loadRules } from '../rules/rules.ts';
import { keysNamed } from '../tools.fixture.ts';
import { outputName } from './names.ts';
import type { RunOptions } from './options.ts';
import { deidentifyFiles } from './run.ts';
import { deidentifyStream } from './stream.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prodrome-deid-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  keys: keysNamed('one'),
  rules: loadRules(),
  text: { style: 'tags', holidays: true, occupations: false },
  asOf: '2026-12-31',
  version: 'test',
  quasi: ['birth-year', 'sex', 'zip3'],
  sample: 3,
  ...more,
});

const person = (id: string, year: number, gender = 'female'): Json => ({
  resourceType: 'Patient',
  id,
  name: [{ family: `Okonkwo${id}`, given: ['Marguerite'] }],
  birthDate: `${year}-03-04`,
  gender,
});
const measured = (patient: string, day: string): Json => ({
  resourceType: 'Observation',
  id: `o-${patient}-${day}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8302-2' }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: day,
});
const bundle = (...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

const put = (name: string, text: string | Buffer): void => writeFileSync(join(folder, 'in', name), text);
const lines = (resources: readonly Json[]): string => resources.map((each) => `${JSON.stringify(each)}\n`).join('');
const run = (more: Partial<RunOptions> = {}, out = 'out') =>
  deidentifyFiles(join(folder, 'in'), join(folder, out), options(more));
const outputs = (out = 'out'): Map<string, string> =>
  new Map(
    readdirSync(join(folder, out))
      .sort()
      .map((name) => [name, readFileSync(join(folder, out, name)).toString('base64')]),
  );
const manifest = (out = 'out') => {
  const parsed = parseManifest(readFileSync(join(folder, out, MANIFEST_FILE), 'utf8'));
  if ('wrong' in parsed) throw new Error(parsed.wrong);
  return parsed;
};

describe('a folder', () => {
  test('comes out under names that name nobody, with a manifest that proves it', async () => {
    put('Okonkwo_Marguerite.json', JSON.stringify(bundle(person('1', 1957), measured('1', '2011-06-28'))));
    put('Observation.ndjson.gz', gzipSync(lines([measured('1', '2012-06-28')])));
    const result = await run();
    expect(result).toMatchObject({ written: 2, resources: 3, patients: 1, setAside: [] });
    const { files, report, key } = manifest();
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}\.json$/),
      'Observation.ndjson.gz',
    ]);
    for (const { name, output } of files) expect(sha256(readFileSync(join(folder, 'out', name)))).toBe(output);
    expect(sha256(readFileSync(join(folder, 'out', REPORT_FILE)))).toBe(report);
    expect(key.fingerprint).toBe(keysNamed('one').fingerprint);
    const all = [
      ...outputs().keys(),
      ...[...outputs().values()].map((each) => Buffer.from(each, 'base64').toString()),
    ].join();
    expect(all).not.toMatch(/okonkwo|marguerite/i);
  });

  test('dates of one patient keep their distance from file to file', async () => {
    put('Patient.ndjson', lines([person('1', 1957), person('2', 1960)]));
    put('Observation.1.ndjson', lines([measured('1', '2011-06-28'), measured('2', '2011-06-28')]));
    put('Observation.2.ndjson', lines([measured('1', '2012-06-28')]));
    await run();
    const dates = (name: string) =>
      readFileSync(join(folder, 'out', name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => Date.parse((JSON.parse(line) as { effectiveDateTime: string }).effectiveDateTime));
    const [one = 0, other = 0] = dates('Observation.1.ndjson');
    const [later = 0] = dates('Observation.2.ndjson');
    expect((later - one) / 86_400_000).toBe(366);
    expect(other).not.toBe(one);
  });

  test('the same key and input give the same bytes; another key others', async () => {
    put('a.json', JSON.stringify(bundle(person('1', 1957), measured('1', '2011-06-28'))));
    put('b.ndjson.gz', gzipSync(lines([person('2', 1960)])));
    await run({}, 'one');
    await run({}, 'two');
    await run({ keys: keysNamed('two') }, 'three');
    expect(outputs('two')).toEqual(outputs('one'));
    expect(outputs('three')).not.toEqual(outputs('one'));
  });

  test.each([
    ['broken', '{"resourceType":"Patient","name":[{"family":"Okonkwo"'],
    ['a broken line', `${lines([person('9', 1957)])}{"resourceType":"Okonkwo\n`],
    ['no FHIR', '{"Okonkwo":1}'],
    ['damaged gzip', gzipSync('x'.repeat(5000)).subarray(0, 20)],
    [
      'too deep',
      `{"resourceType":"Patient","id":"1","extension":${'[{"extension":'.repeat(3000)}[]${'}]'.repeat(3000)}}`,
    ],
    ['nothing that is kept', '{"resourceType":"StructureDefinition","name":"Okonkwo"}'],
  ])('%s is set aside, nothing of it is written, and the rest is', async (_, content) => {
    put('a.json', JSON.stringify(person('1', 1957)));
    put('Okonkwo.json', content);
    const said: string[] = [];
    const result = await run({ progress: (line) => said.push(line) });
    expect(result.written).toBe(1);
    expect(result.setAside).toHaveLength(1);
    expect(readdirSync(join(folder, 'out')).filter((name) => !name.startsWith('deid'))).toHaveLength(1);
    expect(JSON.stringify([said, result.setAside, manifest()])).not.toMatch(/okonkwo/i);
  });

  test('a run that was broken off goes on where it stood, and ends as if it had not been', async () => {
    for (const id of ['1', '2', '3'])
      put(`${id}.json`, JSON.stringify(bundle(person(id, 1957), measured(id, '2011-06-28'))));
    await run({}, 'whole');
    mkdirSync(join(folder, 'out'));
    // The disk is "full" at the second file: a folder stands where it should be written.
    const second = outputName('2.json', keysNamed('one'));
    mkdirSync(join(folder, 'out', `${second}.partial`));
    await expect(run()).rejects.toThrow();
    rmSync(join(folder, 'out', `${second}.partial`), { recursive: true });
    const first = join(folder, 'out', outputName('1.json', keysNamed('one')));
    expect(existsSync(first)).toBe(true);
    await run();
    expect(outputs()).toEqual(outputs('whole'));
  });

  test('files whose names differ in case alone are all written', async () => {
    put('patient.json', JSON.stringify(person('1', 1957)));
    put('patient.JSON', JSON.stringify(person('2', 1957)));
    const { written } = await run();
    expect(written).toBe(2);
    const names = manifest().files.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(2);
    for (const { name } of manifest().files) expect(existsSync(join(folder, 'out', name))).toBe(true);
  });

  test('a link to a file is read, a file that cannot be read is set aside', async () => {
    writeFileSync(join(folder, 'elsewhere.json'), JSON.stringify(person('1', 1957)));
    symlinkSync(join(folder, 'elsewhere.json'), join(folder, 'in', 'patient.json'));
    symlinkSync('/proc/self/mem', join(folder, 'in', 'export.json'));
    const { written, setAside } = await run();
    expect(written).toBe(1);
    expect(setAside).toHaveLength(1);
  });

  test('what is written does not lie in what is read', async () => {
    put('a.json', JSON.stringify(person('1', 1957)));
    await expect(deidentifyFiles(join(folder, 'in'), join(folder, 'in', 'out'), options())).rejects.toThrow(
      /OUT is in IN/,
    );
  });

  test('nothing is written over the records', async () => {
    put('a.json', JSON.stringify(person('1', 1957)));
    await expect(
      deidentifyFiles(join(folder, 'in', 'a.json'), join(folder, 'in', 'a.json'), options()),
    ).rejects.toThrow(/same/);
  });

  test('who is alike with too few loses what singles them out', async () => {
    const crowd = Array.from({ length: 12 }, (_, index) => person(`c${index}`, 1960));
    put('Patient.ndjson', lines([...crowd, person('lone', 1931, 'male'), person('lone2', 1932, 'male')]));
    const { anonymity } = await run({ k: 2, quasi: ['birth-year', 'sex'] });
    expect(anonymity?.after.k).toBeGreaterThanOrEqual(2);
    expect(anonymity?.before.k).toBe(1);
    const published = readFileSync(join(folder, 'out', 'Patient.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    const classes = Map.groupBy(published, ({ birthDate, gender }) => `${String(birthDate).slice(0, 4)} ${gender}`);
    for (const members of classes.values()) expect(members.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a stream', () => {
  const filter = async (text: string | Buffer, more: Partial<RunOptions> = {}) => {
    const sink = new PassThrough();
    const chunks: Buffer[] = [];
    sink.on('data', (chunk: Buffer) => chunks.push(chunk));
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, index) =>
      bytes.subarray(index * 100, index * 100 + 100),
    );
    const result = await deidentifyStream(Readable.from(pieces), sink, options(more));
    return { ...result, text: Buffer.concat(chunks).toString() };
  };
  const record = [
    bundle(person('1', 1957), measured('1', '2011-06-28')),
    bundle(person('2', 1957)),
    measured('3', '2011-06-28'),
  ];

  test('gives what the files give, line by line, packed or not', async () => {
    put('Bundle.ndjson.gz', gzipSync(lines(record)));
    await run();
    const whole = gunzipSync(readFileSync(join(folder, 'out', 'Bundle.ndjson.gz'))).toString();
    expect((await filter(lines(record))).text).toBe(whole);
    expect((await filter(gzipSync(lines(record)))).text).toBe(whole);
  });

  test('may be cut anywhere between lines', async () => {
    const parts = await Promise.all(record.map((each) => filter(lines([each]))));
    expect(parts.map(({ text }) => text).join('')).toBe((await filter(lines(record))).text);
  });

  test('leaves out a line that fails and says which', async () => {
    const { text, setAside } = await filter(
      `${lines(record)}\n{"resourceType":"Okonkwo"\n${lines([person('5', 1957)])}`,
    );
    expect(text.trim().split('\n')).toHaveLength(4);
    expect(setAside).toEqual([{ input: 'line 5', reason: expect.stringMatching(/^not JSON/) }]);
  });

  test('a mark of byte order, a damaged first line and a line end of Unicode cost nobody else', async () => {
    const [one = {}] = record;
    const odd = JSON.stringify({ ...measured('3', '2011-06-28'), method: { text: 'a\u2028b' } });
    expect((await filter(`\ufeff${lines([one])}`)).text).toBe((await filter(lines([one]))).text);
    const { text, setAside } = await filter(`{"resourceType":\n${lines([one])}${odd}\n`);
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(setAside).toEqual([{ input: 'line 1', reason: expect.stringMatching(/^not JSON/) }]);
  });

  test('damaged gzip is said as what it is', async () => {
    const whole = gzipSync(lines(record));
    await expect(filter(whole.subarray(0, whole.length - 20))).rejects.toThrow(/gzip/);
  });

  test('reads one text over several lines', async () => {
    expect((await filter(JSON.stringify(record[0], null, 2))).text).toBe(
      (await filter(lines(record.slice(0, 1)))).text,
    );
  });
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
