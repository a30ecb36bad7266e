import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { checkpointOf, readRun, writeShard } from '../src/model/index.ts';
import { randomBatch } from '../src/model/random-batch.fixture.ts';

const BIN = fileURLToPath(new URL('../bin/prodrome.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prodrome-launcher-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a training that a job scheduler ends leaves where it stood, and says so', async () => {
  const network = { width: 16, layers: 1, heads: 2, vocabulary: 30 };
  const config = join(folder, 'run.json');
  const training = { steps: 1_000_000, workers: 1 };
  writeFileSync(config, JSON.stringify({ network, training, data: { shards: 'shards', tokens: 32 }, out: 'model' }));
  mkdirSync(join(folder, 'shards'));
  const run = readRun(config);
  writeShard(join(folder, 'shards', 'a.safetensors'), randomBatch(run.network, { rows: 8, length: 16, queries: 0 }, 1));

  const child = spawn(process.execPath, [BIN, 'train', config]);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('step ')) child.kill('SIGTERM');
    });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(said).toContain('prodrome train --resume goes on');
  expect(status).toBe(0);
  expect(existsSync(checkpointOf(run))).toBe(true);
});
