import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as corpus from './corpus.ts';

const RECORD = fileURLToPath(new URL('../../cases/well-46f/record.json', import.meta.url));

describe('prodrome corpus', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'prodrome-cli-'));
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const method of ['log', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((text) => said.push(String(text)));
  });
  afterEach(() => vi.restoreAllMocks());

  it('builds a marked data set of a record on request, describes it without a small number, and refuses it otherwise', async () => {
    const set = join(folder(), 'set');
    await expect(corpus.run(['build', RECORD, set])).rejects.toThrow(/does not show that it was de-identified/);
    expect(existsSync(set)).toBe(false);
    expect(await corpus.run(['build', RECORD, set, '--identified-source', '--workers', '1'])).toBe(0);
    expect(said[0]).toMatch(/1 people, \d+ events/);
    expect(JSON.parse(readFileSync(join(set, 'metadata/dataset.json'), 'utf8'))).toMatchObject({ trainable: false });
    const page = join(folder(), 'page.html');
    expect(await corpus.run(['describe', set, '--format', 'html', '--out', page])).toBe(0);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('no model may learn from it');
    expect(html).toContain('<b>&lt;11</b><span>people</span>');
  });

  it('imports by a mapping and counts a cohort', async () => {
    const input = folder();
    const rows = Array.from({ length: 20 }, (_, n) => `${n + 1},${n % 2 ? 'F' : 'M'},${n < 15 ? 'E11' : 'I10'}`);
    writeFileSync(join(input, 'a.csv'), `id,sex,code\n${rows.join('\n')}\n`);
    const mapping = join(input, 'm.yaml');
    writeFileSync(
      mapping,
      `format: prodrome-mapping\nversion: 1\nname: t\nfiles:\n  - path: a.csv\n    subject: id\n    events:
      - { code: "GENDER//{sex}" }\n      - { code: "CONDITION//ICD10CM/{code}", time: { days: 1 } }\n`,
    );
    const set = join(folder(), 'set');
    expect(await corpus.run(['import', input, set, '--mapping', mapping])).toBe(0);
    const criteria = join(input, 'c.yaml');
    writeFileSync(criteria, 'has: [{ code: CONDITION//ICD10CM/E11 }]\n');
    expect(await corpus.run(['cohort', set, criteria])).toBe(0);
    // 15 of 20: the five who are left would be told by a smaller number of those who are not.
    expect(said.join('\n')).toContain('nearly all people');
    said.length = 0;
    expect(await corpus.run(['cohort', set, '--has', 'CONDITION//ICD10CM/*', '--format', 'json'])).toBe(0);
    expect(JSON.parse(said.join('\n'))).toMatchObject({ people: 20, sex: [{ people: 'few' }, { people: 'few' }] });
  });

  it('refuses wrong usage', async () => {
    for (const args of [
      [],
      ['build'],
      ['describe'],
      ['build', 'a', 'b', '--splits', '0.5,0.6,0.1'],
      ['shard', 'x'],
      ['cohort', 'x'],
      ['cohort', 'x', 'y.yaml', '--sex', 'F'],
      ['cohort', 'x', '--has', 'A', '--age', 'old'],
      ['finish', 'a', 'b'],
    ]) {
      await expect(corpus.run(args)).rejects.toMatchObject({ code: 'usage' });
    }
  });
});
