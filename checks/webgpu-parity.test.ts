import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { logIn, readRun, writeShard } from '../src/model/index.ts';
import { randomBatch } from '../src/model/random-batch.fixture.ts';

/** A Vulkan driver that runs on the processor comes with Chromium; `VK_ICD_FILENAMES` may name that of a real one. */
const DRIVER = process.env.VK_ICD_FILENAMES ?? '/usr/lib/chromium/vk_swiftshader_icd.json';
const found = existsSync(DRIVER);
if (!found) console.log(`training by WebGPU: left out, no Vulkan driver at ${DRIVER} (set VK_ICD_FILENAMES)`);

const BIN = fileURLToPath(new URL('../bin/prodrome.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prodrome-webgpu-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);

const network = {
  ...{ width: 16, layers: 1, heads: 2, vocabulary: 30, measures: 3, valueBins: 5, summaries: 4, dropout: 0.1 },
  ...{ outcomes: [{ name: 'death' }, { name: 'stroke', weight: 0.3 }], hazardBins: [0, 365.25] },
};

/** Trains three steps on a device, in a process of its own: drivers are looked for by its environment. */
function trained(device: string, driver = DRIVER) {
  const training = { steps: 3, warmUp: 1, parts: 1, workers: 1, device };
  const config = at(`${device}.json`);
  const data = { shards: 'shards', tokens: 32 };
  writeFileSync(config, JSON.stringify({ network, training, data, out: `by-${device}` }));
  mkdirSync(at('shards'), { recursive: true });
  const { network: sizes, out } = readRun(config);
  writeShard(at('shards', 'a.safetensors'), randomBatch(sizes, { rows: 8, length: 16, queries: 1 }, 1));
  const env = { ...process.env, VK_ICD_FILENAMES: driver, XDG_RUNTIME_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'train', config], { env, encoding: 'utf8' });
  const steps = logIn(out).flatMap((line) => (line.kind === 'step' ? [line] : []));
  return { status, stderr, steps };
}

describe('training on a graphics processor', () => {
  it.skipIf(!found)(
    'has the losses and gradients of the processor',
    () => {
      const [ours, theirs] = [trained('cpu'), trained('webgpu')];
      expect([ours.status, theirs.status]).toEqual([0, 0]);
      expect(theirs.steps).toHaveLength(3);
      for (const [i, { loss, losses, norm }] of ours.steps.entries()) {
        expect(theirs.steps[i]?.loss).toBeCloseTo(loss, 3);
        expect(theirs.steps[i]?.norm).toBeCloseTo(norm, 3);
        for (const name of ['event', 'wait', 'value', 'outcome'] as const)
          expect(theirs.steps[i]?.losses[name]).toBeCloseTo(losses[name], 3);
      }
    },
    300_000,
  );

  // Elsewhere drivers are not looked for by the environment.
  it.skipIf(process.platform !== 'linux')('says what to do where there is none', () => {
    const { status, stderr } = trained('webgpu', at('no-driver.json'));
    expect(status).toBe(1);
    expect(stderr).toContain('give training.device: cpu');
  });
});
