import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { assertTrainable } from '../dataset.ts';
import { DEFAULT_SHARES, splitOf, subjectIdOf } from '../events/subject.ts';
import { buildCorpus } from './build.ts';
import { assertStream, commonProvenance } from './source.ts';

const VERSION = 'test';

function bundle(id: string, results: number): string {
  const subject = { reference: `Patient/${id}` };
  const patient = { resourceType: 'Patient', id, gender: 'male', birthDate: '1960-01-02' };
  const observations = Array.from({ length: results }, (_, n) => ({
    resourceType: 'Observation',
    id: `${id}-${n}`,
    status: 'final',
    subject,
    code: { coding: [{ system: 'http://loinc.org', code: n % 2 ? '718-7' : '2160-0' }] },
    effectiveDateTime: `20${String(10 + ((n * 7) % 13))}-03-04T05:06:07Z`,
    valueQuantity: { value: 1 + n / 8, unit: n % 2 ? 'g/dL' : 'mg/dL' },
  }));
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient, ...observations].map((resource) => ({ resource })),
  });
}

const IDS = Array.from({ length: 40 }, (_, n) => `patient-${n}`);

function source(lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-test-'));
  writeFileSync(join(folder, 'lives.ndjson'), `${lines.join('\n')}\n`);
  return folder;
}

function manifestFor(folder: string): object {
  const bytes = readFileSync(join(folder, 'lives.ndjson'));
  const output = createHash('sha256').update(bytes).digest('hex');
  const hex = '0'.repeat(64);
  return {
    format: 'prodrome-deid',
    version: 1,
    software: { version: VERSION, code: hex },
    rules: { name: 'safe-harbor', sha256: hex },
    key: { fingerprint: '0'.repeat(16) },
    options: { asOf: '2026-01-01', style: 'tags', shiftDays: { least: 1, most: 365 } },
    files: [{ name: 'lives.ndjson', input: hex, output, bytes: bytes.length, resources: 1, patients: 1 }],
    setAside: [],
    report: hex,
  };
}

const output = () => join(mkdtempSync(join(tmpdir(), 'prodrome-test-')), 'set');

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

describe('buildCorpus', () => {
  const lines = IDS.map((id, n) => bundle(id, n % 7));
  let built: string;

  beforeAll(async () => {
    built = output();
    await buildCorpus(source(lines), built, { version: VERSION, identifiedSource: true, name: 'x', workers: 1 });
  });

  it('tells what is wrong with the input once, however many people and processes there are', async () => {
    const broken = source([...lines, '{"resourceType":"Bun']);
    for (const workers of [1, 2]) {
      const { issues } = await buildCorpus(broken, output(), { version: VERSION, identifiedSource: true, workers });
      expect(issues).toMatchObject({ 'line-invalid': 1 });
    }
  });

  it('puts everyone into one split, by the hash, and every event into order', async () => {
    const { rows, close } = await openDatabase();
    const splits = await rows(`select subject_id, split from '${built}/metadata/subject_splits.parquet'`);
    const wanted = IDS.map(subjectIdOf).map((id): [bigint, string] => [id, splitOf(id, DEFAULT_SHARES)]);
    expect(new Map(splits.map((row) => [row.subject_id, row.split]))).toEqual(new Map(wanted));
    const events = await rows(`select subject_id, epoch_us("time") as "time", code, numeric_value,
      parse_filename(parse_dirpath(filename)) as split from read_parquet('${built}/data/*/*.parquet', filename = true)`);
    expect(events).toHaveLength(lines.reduce((sum, _, n) => sum + 2 + (n % 7), 0));
    const times = new Map<unknown, bigint | null>();
    for (const { subject_id: id, time, split } of events) {
      expect(split).toBe(splitOf(BigInt(String(id)), DEFAULT_SHARES));
      const before = times.get(id) ?? null;
      const now = time === null || time === undefined ? null : BigInt(String(time));
      expect(before === null || (now !== null && now >= before)).toBe(true);
      times.set(id, now);
    }
    close();
  });

  it('gives the same bytes again, whatever the order of the input and the number of processes', async () => {
    const again = output();
    await buildCorpus(source([...lines].reverse()), again, {
      version: VERSION,
      identifiedSource: true,
      name: 'x',
      workers: 2,
    });
    expect(contents(again)).toEqual(contents(built));
  });

  it('deals the same people to any number of shards', async () => {
    const many = output();
    const { events, shards } = await buildCorpus(source(lines), many, {
      version: VERSION,
      identifiedSource: true,
      name: 'x',
      shards: 4,
      workers: 1,
    });
    expect(shards).toBeGreaterThan(4);
    const { rows, close } = await openDatabase();
    const [split] =
      await rows(`select count(*) as n from (select subject_id from read_parquet('${many}/data/*/*.parquet', filename = true)
      group by 1 having count(distinct filename) > 1)`);
    expect(split?.n).toBe(0n);
    const [difference] = await rows(
      `select count(*) as n from (from read_parquet('${many}/data/*/*.parquet') except all from read_parquet('${built}/data/*/*.parquet'))`,
    );
    expect(difference?.n).toBe(0n);
    expect(events).toBeGreaterThan(0);
    close();
  });

  it('refuses a source without a manifest, or that is not as the manifest says, and writes nothing', async () => {
    const folder = source(lines);
    const out = output();
    await expect(buildCorpus(folder, out, { version: VERSION, workers: 1 })).rejects.toThrow(/no deid-manifest.json/);
    const manifest = manifestFor(folder);
    writeFileSync(join(folder, 'deid-manifest.json'), JSON.stringify(manifest));
    await buildCorpus(folder, out, { version: VERSION, workers: 1 });
    expect(() => assertTrainable(out)).not.toThrow();
    writeFileSync(join(folder, 'more.ndjson'), bundle('stranger', 1));
    await expect(buildCorpus(folder, output(), { version: VERSION, workers: 1 })).rejects.toThrow(
      /more.ndjson is not in the manifest/,
    );
    writeFileSync(join(folder, 'lives.ndjson'), bundle('stranger', 1));
    const refused = output();
    await expect(buildCorpus(join(folder, 'lives.ndjson'), refused, { version: VERSION, workers: 1 })).rejects.toThrow(
      /not as it was/,
    );
    expect(existsSync(refused)).toBe(false);
  });

  it('takes a stream by the hash of its bytes, and parts only when they are of one key', async () => {
    const folder = source(lines);
    const manifest = manifestFor(folder) as { files: { output: string }[] };
    const file = join(folder, 'm.json');
    writeFileSync(file, JSON.stringify(manifest));
    await expect(assertStream(file, manifest.files[0]?.output ?? '')).resolves.toBeUndefined();
    await expect(assertStream(file, '0'.repeat(64))).rejects.toThrow(/not the stream of its manifest/);
    const parts = mkdtempSync(join(tmpdir(), 'prodrome-test-'));
    writeFileSync(join(parts, '0.json'), JSON.stringify(manifest));
    writeFileSync(join(parts, '1.json'), JSON.stringify({ ...manifest, files: [] }));
    expect(commonProvenance(parts)).toMatchObject({ rules: 'safe-harbor', key_fingerprint: '0'.repeat(16) });
    writeFileSync(join(parts, '2.json'), JSON.stringify({ ...manifest, key: { fingerprint: '1'.repeat(16) } }));
    expect(() => commonProvenance(parts)).toThrow(/different keys/);
  });

  it('marks a set of identified records, which training refuses', () => {
    expect(() => assertTrainable(built)).toThrow(/identified records/);
  });

  it('leaves what is there alone, and reads past a broken line', async () => {
    await expect(buildCorpus(source(lines), built, { version: VERSION, identifiedSource: true })).rejects.toThrow(
      /there already/,
    );
    const broken = await buildCorpus(source(['{"resourceType":', ...lines]), output(), {
      version: VERSION,
      identifiedSource: true,
    });
    expect(broken.subjects).toBe(IDS.length);
    expect(broken.issues['line-invalid']).toBeGreaterThan(0);
  });
});
