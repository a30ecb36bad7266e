import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { buildIndex, saveHpo } from '../knowledge/index.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prodrome-differential-'));
afterAll(() => rmSync(folder, { recursive: true }));

const term = (id: string, name: string, parents: string[]) => ({
  id,
  name,
  parents,
  synonyms: [],
  alternatives: [],
  obsolete: false,
});
const BLUE = 'HP:9000001';
const LOUD = 'HP:9000002';
const { index } = buildIndex({
  version: '2031-02-03',
  faults: [],
  terms: [
    term('HP:0000118', 'Phenotypic abnormality', []),
    term(BLUE, 'Blue skin', ['HP:0000118']),
    term(LOUD, 'Loud voice', ['HP:0000118']),
    term('HP:0012378', 'Fatigue', ['HP:0000118']),
  ],
  diseases: [
    { id: 'OMIM:1', name: 'Azure syndrome', annotations: [{ term: BLUE }] },
    { id: 'OMIM:2', name: 'Thunder syndrome', annotations: [{ term: LOUD }] },
  ],
});
saveHpo(index, folder);

function run(args: string[], input = ''): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, 'differential', '--hpo', folder, ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; ranked: { id: string }[]; issues: { code: string }[] });

const packet = (id: string, ...terms: string[]) => ({
  id,
  subject: { sex: 'FEMALE', timeAtLastEncounter: { age: { iso8601duration: 'P6Y' } } },
  phenotypicFeatures: terms.map((each) => ({ type: { id: each } })),
});

describe('prodrome differential', { timeout: 60_000 }, () => {
  it('gives one line for each line, in order, also for one that holds no case', async () => {
    const input = [
      JSON.stringify(packet('a', BLUE)),
      '{"broken":',
      '',
      JSON.stringify({ packet: packet('b', LOUD) }),
      '{"x":1}',
    ];
    const { status, out, err } = await run(['-', '--format', 'json', '--top', '1'], input.join('\n'));
    const results = lines(out);
    expect(results.map(({ id }) => id)).toEqual(['a', 'line 2', 'b', 'line 5']);
    expect(results.map(({ ranked }) => ranked[0]?.id)).toEqual(['OMIM:1', undefined, 'OMIM:2', undefined]);
    expect(results[1]?.issues[0]?.code).toBe('unreadable');
    expect(err).toContain('2 entries of the input hold no case');
    expect(status).toBe(1);
  });

  it('reads gzip, a list by name, and a review; the shelf stands beside', async () => {
    writeFileSync(join(folder, 'a.ndjson.gz'), gzipSync(JSON.stringify(packet('z', LOUD))));
    writeFileSync(join(folder, 'b.txt'), '# a list\nblue skin\n- loud voice\n');
    const review = {
      patient: { id: 'p', sex: 'female', ageYears: 40 },
      provenance: { prodrome: '1' },
      differential: [
        {
          contributions: [
            { concept: 'pica', presence: 'present' },
            { concept: 'low-ferritin', presence: 'present' },
          ],
        },
      ],
    };
    writeFileSync(join(folder, 'c.json'), JSON.stringify(review, null, 2));
    const files = ['a.ndjson.gz', 'b.txt', 'c.json'].map((name) => join(folder, name));
    const { status, out } = await run([...files, '--format', 'json']);
    const [packed, list, shelf] = lines(out);
    expect(packed?.ranked[0]?.id).toBe('OMIM:2');
    expect(list?.ranked[0]?.id).toBe('OMIM:1');
    expect(shelf?.ranked.map(({ id }) => id)).toContain('iron-deficiency-anaemia');
    expect(shelf?.issues.map(({ code }) => code)).toContain('unmapped');
    expect(status).toBe(0);
  });

  it('explains in words, with what was asked for', async () => {
    const { out } = await run(
      ['-', '--why', 'Thunder', '--next', '1'],
      JSON.stringify(packet('a', BLUE, 'HP:9999999')),
    );
    expect(out).toContain('Azure syndrome (OMIM:1)');
    expect(out).toContain('HP:9999999 is not in HPO 2031-02-03');
    expect(out).toContain('why: Thunder syndrome is number 2. Azure syndrome is before it most of all by: Blue skin.');
    expect(out).toContain('Blue skin: not told here, in the profile there');
    expect(out).toContain('not told yet: Loud voice');
    expect(out).toContain('next (');
  });

  it('says what is wrong with a list of findings', async () => {
    const { out } = await run(['-', '--format', 'json'], '{"age": 400, "findings": ["HP:0012378"]}\n');
    expect(out).toContain('not a list of findings: age:');
  });

  it('asks until there is nothing more to ask', async () => {
    const { status, out } = await run(
      ['--interactive', '--sources', 'omim'],
      'old\n30\nf\nblue skin\nmaybe\nyes\nundo\nu\nq\n',
    );
    expect(out).toContain('That is not understood.');
    expect(out.match(/Answer y \(yes\)/g)).toHaveLength(2);
    expect(out.match(/On examination: loud voice\?/g)).toHaveLength(3);
    expect(out).toMatch(/Thunder syndrome [\d.]+ % \(was [\d.]+ %\)/);
    expect(out).toContain('Nothing more to ask');
    expect(out).toContain('1. ');
    expect(status).toBe(0);
  });

  it('asks about findings of the shelf in plain words, and tells what an answer changed', async () => {
    const { status, out } = await run(['--interactive'], '58\nm\npain in the chest; no such words\ny\nq\n');
    expect(out).toContain('“pain in the chest” is read as chest pain');
    expect(out).toContain('such words is neither');
    expect(out).toMatch(/(From the history|On examination): .+\?/);
    expect(out).toMatch(/\(was [\d.]+ %\)|\(new\)/);
    expect(status).toBe(0);
  });

  it.each([
    [['-'], '', 'it is empty'],
    [['nowhere.json'], '', 'nowhere.json'],
    [['-'], '{"a": [1,\n2', 'it is not JSON'],
    [['-', '--top', '0'], '', '--top is a whole number'],
    [['-', '--setting', 'x'], '', '--setting is one of'],
    [['-', '--hpo', '/nowhere'], '{}', 'prodrome knowledge add hpo'],
    [[], '', 'give the FILE of a case'],
  ])('%j is refused in one line', async (args, input, told) => {
    const { status, err } = await run(args, input);
    expect(err).toContain(told);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(status).toBeGreaterThan(0);
  });
});
