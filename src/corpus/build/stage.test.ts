import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHARES } from '../events/subject.ts';
import { shardOf } from '../write/shards.ts';
import { buildCorpus, metadataOf } from './build.ts';
import { filterBundles } from './filter.ts';
import { finishStage, stageShard } from './stage.ts';

const SHARDS = 4;

function bundle(id: string): string {
  const patient = { resourceType: 'Patient', id, gender: 'female', birthDate: '1970-01-01' };
  const condition = {
    resourceType: 'Condition',
    id: `${id}-c`,
    subject: { reference: `Patient/${id}` },
    code: { coding: [{ system: 'http://snomed.info/sct', code: '44054006', display: 'Diabetes' }] },
    recordedDate: '2020-02-02',
  };
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: patient }, { resource: condition }],
  });
}

const LINES = Array.from({ length: 30 }, (_, n) => bundle(`p${n}`));
const folder = () => mkdtempSync(join(tmpdir(), 'prodrome-test-'));

async function filtered(lines: readonly string[]) {
  const output = new PassThrough();
  const whole = text(output);
  const result = await filterBundles(Readable.from(lines.map((line) => `${line}\n`)), output);
  output.end();
  return { ...result, out: (await whole).trim().split('\n') };
}

const shardOfLine = (line: string) => shardOf(BigInt(/"subject_id":(\d+)/.exec(line)?.[1] ?? '0'), SHARDS);

function contents(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex'),
    ]),
  );
}

describe('filter, shard and finish', () => {
  it('make in parts, each done twice and in another order, the very bytes that one machine makes', async () => {
    const { out, failed } = await filtered(LINES);
    expect(failed).toEqual([]);
    const stage = folder();
    for (const index of [2, 0, 3, 1, 2]) {
      const own = out.filter((line) => shardOfLine(line) === index).reverse();
      await stageShard(Readable.from(own.map((line) => `${line}\n`)), stage, {
        index,
        of: SHARDS,
        shares: DEFAULT_SHARES,
      });
    }
    const inParts = join(folder(), 'set');
    await finishStage(stage, inParts, metadataOf('x', 'test', undefined));
    const source = folder();
    writeFileSync(join(source, 'lives.ndjson'), LINES.join('\n'));
    const atOnce = join(folder(), 'set');
    await buildCorpus(source, atOnce, {
      version: 'test',
      name: 'x',
      identifiedSource: true,
      shards: SHARDS,
      workers: 1,
    });
    expect(contents(inParts)).toEqual(contents(atOnce));
  });

  it('reads past lines that are no bundle, and says which and why without their content', async () => {
    const { out, failed, lines } = await filtered([
      'not json, Jane Doe',
      LINES[0] ?? '',
      '{"resourceType":"Bundle","type":"collection"}',
    ]);
    expect(lines).toBe(3);
    expect(out).toHaveLength(3);
    expect(failed.map(({ line }) => line)).toEqual([1, 3]);
    expect(JSON.stringify(failed)).not.toContain('Jane');
  });

  it('takes only a line feed for the end of a line', async () => {
    const odd = (LINES[0] ?? '').replace('Diabetes', 'Dia\u2028betes');
    const { out, failed, lines } = await filtered([odd]);
    expect({ failed, lines }).toEqual({ failed: [], lines: 1 });
    expect(out).toHaveLength(3);
  });

  it('refuse events of another shard, lines that are no event, and a stage without shards', async () => {
    const { out } = await filtered(LINES.slice(0, 1));
    const [line = ''] = out;
    const other = (shardOfLine(line) + 1) % SHARDS;
    const stage = (content: string, index: number) =>
      stageShard(Readable.from([content]), folder(), { index, of: SHARDS, shares: DEFAULT_SHARES });
    await expect(stage(line, other)).rejects.toThrow(/belongs to shard/);
    await expect(stage('{}', 0)).rejects.toThrow(/Line 1 .* time is not as it should be/);
    await expect(stage(line.replace(/"subject_id":\d+/, '"subject_id":-4'), 0)).rejects.toThrow(/positive/);
    await expect(finishStage(folder(), join(folder(), 'set'), metadataOf('x', 'test', undefined))).rejects.toThrow(
      /no shard/,
    );
  });
});
