import { spawn } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { VERSION } from '../version.ts';
import { failureOf } from './failure.ts';
import * as review from './review.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const RECORD = fileURLToPath(new URL('../../cases/well-46f/record.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prodrome-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line as a user does; `until` stops reading its output after so many bytes, as `| head` does. */
function run(args: readonly string[], { input = '', env = {}, until = Number.POSITIVE_INFINITY } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length >= until) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    child.on('close', (status) => resolve({ status, out, error }));
    if (input === '') child.stdin.end();
    else createReadStream(input).pipe(child.stdin);
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const record = readFileSync(RECORD);
const person = (id: string) => ({ resourceType: 'Patient', id, birthDate: '1960-01-01' });
const bundleOf = (...resources: object[]) =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
const order = {
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  authoredOn: '2020-01-01',
};
const r5 = { ...order, medication: { concept: { text: 'Aspirin' } } };
const stu3 = { ...order, context: { reference: 'Encounter/1' }, requester: { agent: { reference: 'Practitioner/1' } } };
mkdirSync(join(folder, 'without'));
file('without/readme.txt', 'Secret');

/** Arguments, exit status, and what the line must say. */
const FAILURES: readonly [what: string, args: string[], status: 1 | 2, says: RegExp][] = [
  ['no file', [join(folder, 'none.json')], 1, /none\.json/],
  ['a folder without FHIR', [join(folder, 'without')], 1, /without is empty, or a folder without .*NDJSON/],
  ['an empty file', [file('empty.json', '')], 1, /empty\.json is empty/],
  ['no JSON', [file('text.json', 'Secret Secret')], 1, /not JSON \(line 1, column 1\)/],
  [
    'truncated JSON',
    [file('cut.json', record.subarray(0, 9000))],
    1,
    /not JSON \(it ends too early, line \d+, column \d+\)/,
  ],
  ['broken gzip', [file('cut.json.gz', gzipSync(record).subarray(0, 900))], 1, /damaged gzip/],
  ['JSON, not FHIR', [file('other.json', '{"name":"Secret"}')], 1, /no FHIR resources .*resourceType/],
  ['R5', [file('r5.json', bundleOf(person('p'), r5))], 1, /FHIR R5, not R4: convert/],
  ['STU3', [file('stu3.json', bundleOf(person('p'), stu3))], 1, /FHIR STU3, not R4: convert/],
  ['no patient', [file('o.json', bundleOf({ resourceType: 'Organization', id: 'o' }))], 1, /holds no Patient/],
  ['several patients', [file('two.json', bundleOf(person('a'), person('b')))], 1, /holds 2 patients.*--patient.*a, b/],
  ['an unknown patient', [RECORD, '--patient', 'nobody'], 1, /No patient nobody/],
  ['a day before all', [RECORD, '--as-of', '1900-01-01'], 1, /on or before 1900-01-01/],
  ['a folder that is not there', [RECORD, '--out', join(folder, 'no', 'x')], 1, /Cannot write .*folder does not exist/],
  ['a folder as file', [RECORD, '--out', folder], 1, /Cannot write .*is a folder/],
  ['a day that is none', [RECORD, '--as-of', '2020-02-30'], 2, /--as-of 2020-02-30 .*YYYY-MM-DD/],
  ['an unknown format', [RECORD, '--format', 'toString'], 2, /--format is one of text, json, html, fhir/],
  ['no path', [], 2, /PATH/],
  ['two paths', ['a', 'b'], 2, /one PATH/],
  ['an unknown option', ['--bogus'], 2, /'--bogus'.*--help/],
];

describe('prodrome review', () => {
  it.each(FAILURES)('%s: one line, the right status, nothing of the record', async (_, args, status, says) => {
    const error: unknown = await review.run(args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const failure = failureOf(error, 'review');
    expect(failure.line).toMatch(says);
    expect(failure.line).not.toMatch(/Secret|\n/);
    expect(failure.status).toBe(status);
  });

  it('a failure as a whole process: its line alone', async () => {
    const path = join(folder, 'none.json');
    const ended = { status: 1, out: '', error: `prodrome: No such file or folder: ${path}\n` };
    expect(await run(['review', path])).toEqual(ended);
  });

  it('reads standard input, gzip or not, as it reads a file', async () => {
    const packed = file('record.json.gz', gzipSync(record));
    const [fromFile, fromPipe, fromGzip] = await Promise.all([
      run(['review', RECORD, '--format', 'json']),
      run(['review', '-', '--format', 'json'], { input: RECORD }),
      run(['review', '-', '--format', 'json'], { input: packed }),
    ]);
    expect(fromFile.status).toBe(0);
    expect(Object.keys(JSON.parse(fromFile.out) as object)).toEqual([
      ...['patient', 'asOf', 'summary', 'trends', 'clues', 'differential', 'risks'],
      ...['nextSteps', 'options', 'limits', 'issues', 'provenance'],
    ]);
    expect([fromPipe, fromGzip]).toEqual([fromFile, fromFile]);
  });

  it('--out writes what would have been printed, and prints nothing', async () => {
    const path = join(folder, 'review.txt');
    const [printed, written] = await Promise.all([
      run(['review', RECORD]),
      run(['review', RECORD, '--out', path], { env: { FORCE_COLOR: '1' } }),
    ]);
    expect(written).toEqual({ status: 0, out: '', error: '' });
    expect(readFileSync(path, 'utf8')).toBe(printed.out);
    expect(printed.out).not.toContain('\u001b');
  });

  it('ends quietly when its reader has seen enough', async () => {
    expect(await run(['review', RECORD, '--format', 'html'], { until: 1 })).toMatchObject({ status: 0, error: '' });
  });

  it('lets nothing of a record command the terminal', async () => {
    const evil = { ...person('p'), name: [{ text: 'A\u001b[2J\u0007B' }] };
    const { out, status } = await run(['review', file('evil.json', bundleOf(evil))]);
    expect(status).toBe(0);
    expect(out).toContain('A [2J B');
  });
});

describe('prodrome', () => {
  it('says its version, which is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(version);
    expect(await run(['--version'])).toMatchObject({ status: 0, out: `prodrome ${version}\n` });
  });

  it('helps on standard output, of all commands or of one', async () => {
    const [all, one] = await Promise.all([run(['--help']), run(['review', '--help'])]);
    expect([all.status, one.status]).toEqual([0, 0]);
    expect(all.out).toContain(one.out.trim());
    expect(all.out).toMatch(/prodrome serve/);
    expect(one.out).not.toMatch(/prodrome serve/);
  });

  it('reads a note, and reviews one from a file or standard input', async () => {
    const note = join(folder, 'note.txt');
    writeFileSync(
      note,
      'A 54-year-old woman with fatigue, xanthelasma and hepatomegaly. No fever. ALP 410 U/L (30-120).',
    );
    const [shown, reviewed, piped] = await Promise.all([
      run(['read', note], { env: { NO_COLOR: '1' } }),
      run(['review', note, '--as-of', '2024-03-12', '--format', 'json']),
      run(['read', '-', '--format', 'json'], { input: note }),
    ]);
    expect([shown.status, reviewed.status, piped.status]).toEqual([0, 0, 0]);
    expect(shown.out).toContain('[+ fatigue]');
    expect(shown.out).toContain('[- fever]');
    expect(JSON.parse(reviewed.out)).toMatchObject({ asOf: '2024-03-12', patient: { sex: 'female', ageYears: 54 } });
    expect(JSON.parse(piped.out)).toMatchObject([{ kind: 'note', measurements: [{ value: 410 }] }]);
  });

  it.each([
    [['nonsense'], 2, /no command nonsense.*review, read, .*knowledge/],
    [['toString'], 2, /no command toString/],
    [['serve', '--port', 'http'], 2, /--port is 0 to 65535/],
    [['serve', '--port', '0', '--cases', '/no/such/folder'], 1, /\/no\/such\/folder/],
    [['knowledge'], 2, /check, schema or add hpo/],
    [['knowledge', 'check', join(folder, 'without')], 1, /no conditions/],
  ] as const)('%j: one line and status %i', async (args, status, says) => {
    const ended = await run(args);
    expect(ended.error).toMatch(says);
    expect(ended.error).toMatch(/^[^\n]*\n$/);
    expect(ended.status).toBe(status);
  });
});
