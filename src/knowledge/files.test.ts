import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadKnowledge, readKnowledge } from './files.ts';

const FINDINGS = `- id: fatigue
  name: Fatigue
  kind: symptom
  background: 0.2
  backgroundSource: estimate
  terms: [tired]
  lasts: years
`;
let root = '';
let shelf = '';

function write(name: string, text: string): void {
  mkdirSync(dirname(join(shelf, name)), { recursive: true });
  writeFileSync(join(shelf, name), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prodrome-shelf-'));
  shelf = join(root, 'knowledge');
  mkdirSync(join(root, 'cache'));
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
  write('findings/general.yaml', FINDINGS);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const CACHE = ['cache', 'prodrome'];
const cached = () => {
  const folder = join(root, ...CACHE);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const fault = () => readKnowledge(shelf).faults[0];

describe('a fault of a file', () => {
  test.each([
    ['broken YAML', 'findings/broken.yaml', '- id: [unclosed', /^findings.broken\.yaml$/, /./],
    ['an unknown key', 'findings/more.yaml', `${FINDINGS}  colour: red\n`, /more\.yaml 0/, /colour/],
    ['a missing key', 'findings/less.yaml', '- id: rash\n', /less\.yaml 0\.name/, /string/],
    ['a probability of one', 'findings/sure.yaml', FINDINGS.replace('0.2', '1'), /sure\.yaml 0\.background/, /./],
    ['an id with capitals', 'findings/id.yaml', FINDINGS.replace('id: fatigue', 'id: Fatigue'), /id\.yaml 0\.id/, /./],
    ['an empty file', 'findings/empty.yaml', '', /empty\.yaml/, /array/],
    ['a list where one is wanted', 'conditions/x.yaml', FINDINGS, /conditions.x\.yaml/, /object/],
  ])('%s: its place and why', (_, name, text, where, why) => {
    write(name, text);
    expect(fault()?.where).toMatch(where);
    expect(fault()?.why).toMatch(why);
    expect(fault()?.why).not.toContain('\n');
    expect(() => loadKnowledge(shelf)).toThrow(expect.objectContaining({ code: 'knowledge-invalid' }));
    expect(cached()).toEqual([]);
  });

  test('one file does not hide another', () => {
    write('findings/a.yaml', 'x: [');
    write('findings/b.yaml', 'y: [');
    expect(readKnowledge(shelf).faults).toHaveLength(2);
    expect(readKnowledge(shelf).data.findings.map(({ id }) => id)).toEqual(['fatigue']);
  });

  test('no folder', () => {
    expect(() => loadKnowledge(join(root, 'none'))).toThrow(expect.objectContaining({ code: 'input-missing' }));
  });
});

describe('the version', () => {
  test('changes with what the files say and what they are called, and with nothing else', () => {
    const { version } = loadKnowledge(shelf);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    write('findings/readme.txt', 'not knowledge');
    expect(loadKnowledge(shelf).version).toBe(version);
    write('findings/general.yaml', FINDINGS.replace('0.2', '0.3'));
    expect(loadKnowledge(shelf).version).not.toBe(version);
  });
});

describe('the cache', () => {
  test('is written at the first reading, and gives the same at the second', () => {
    const first = loadKnowledge(shelf);
    expect(cached()).toHaveLength(1);
    expect(loadKnowledge(shelf)).toEqual(first);
  });

  test.each(['', 'not JSON', 'null', '{"findings": 7}'])('that holds %j is made again', (content) => {
    const first = loadKnowledge(shelf);
    const [path = ''] = cached();
    writeFileSync(path, content);
    expect(loadKnowledge(shelf)).toEqual(first);
    expect(loadKnowledge(shelf).findings.get('fatigue')?.name).toBe('Fatigue');
  });

  test('that cannot be read, or written, is done without', () => {
    const first = loadKnowledge(shelf);
    const [path = ''] = cached();
    rmSync(path);
    mkdirSync(path);
    expect(loadKnowledge(shelf)).toEqual(first);
    rmSync(join(root, 'cache'), { recursive: true });
    writeFileSync(join(root, 'cache'), 'a file');
    chmodSync(join(root, 'cache'), 0o400);
    expect(loadKnowledge(shelf)).toEqual(first);
    expect(existsSync(path)).toBe(false);
  });
});
