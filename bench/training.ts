import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { emptyBatch, networkConfig, train, trainingConfig } from '../src/model/index.ts';
import { type Benchmark, type Figure, median } from './figures.ts';

interface Size {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly length: number;
  readonly rows: number;
  readonly vocabulary: number;
}

/** Sizes of a model that a provider would start with, and of the next ones up. */
const SIZES: readonly Size[] = [
  { width: 128, layers: 6, heads: 8, length: 128, rows: 16, vocabulary: 2000 },
  { width: 384, layers: 12, heads: 8, length: 128, rows: 8, vocabulary: 2000 },
  { width: 128, layers: 6, heads: 8, length: 256, rows: 8, vocabulary: 2000 },
  { width: 256, layers: 6, heads: 8, length: 256, rows: 8, vocabulary: 2000 },
];
const STEPS = 20;
const ROUNDS = 3;
const PEER = fileURLToPath(new URL('./training/torch_step.py', import.meta.url));

/**
 * Whole training steps (forward, backward, clipping, AdamW), tokens a second. With PRODROME_TORCH naming a Python that has
 * PyTorch, compiled PyTorch takes turns with it, and the ratio is of the medians. `--sizes 1,3 --threads 2 --rounds 1` asks for
 * less. PyTorch's products are those of MKL, which takes another path on processors that are not Intel's:
 * MKL_ENABLE_INSTRUCTIONS=AVX2 shows what that costs.
 */
export const bench: Benchmark = {
  name: 'training',
  about: 'Training speed in tokens a second, against compiled PyTorch where PRODROME_TORCH names a Python that has it',
  needs: [],
  flags: { sizes: { type: 'string' }, threads: { type: 'string' }, rounds: { type: 'string' } },
  async run(_, flags = {}) {
    const chosen = (flag: string, usual: readonly number[]) =>
      typeof flags[flag] === 'string' ? flags[flag].split(',').map(Number) : usual;
    const rounds = chosen('rounds', [ROUNDS])[0] ?? ROUNDS;
    const python = process.env.PRODROME_TORCH;
    const figures: Figure[] = [];
    for (const number of chosen('sizes', [1, 2, 3, 4])) {
      const size = SIZES[number - 1];
      if (!size) throw new RangeError(`--sizes: there are 1 to ${SIZES.length}`);
      for (const threads of chosen('threads', [2, 1])) {
        const ours: number[] = [];
        const theirs: number[] = [];
        for (let round = 0; round < rounds; round++) {
          ours.push(await tokensPerSecond(size, threads));
          if (python) theirs.push(torchTokensPerSecond(python, size, threads));
        }
        const { width, layers, length, rows } = size;
        const name = `d=${width}, ${layers} layers, T=${length}, B=${rows}, ${threads} threads`;
        figures.push({ name, value: Math.round(median(ours)), unit: 'tokens/s', n: rounds });
        if (!python) continue;
        const peer = 'PyTorch, compiled, fused AdamW';
        figures.push({
          name: `${name}: PyTorch`,
          value: Math.round(median(theirs)),
          unit: 'tokens/s',
          n: rounds,
          peer,
        });
        figures.push({ name: `${name}: ratio`, value: median(ours) / median(theirs), n: rounds, peer });
      }
    }
    return figures;
  },
};

/** The median step of a training on invented events: next event and waiting time, causal. */
async function tokensPerSecond(
  { width, layers, heads, vocabulary, length, rows }: Size,
  threads: number,
): Promise<number> {
  const network = networkConfig.parse({ width, layers, heads, vocabulary });
  const training = trainingConfig.parse({ steps: STEPS + 3, parts: 2, workers: threads });
  const batch = emptyBatch({ rows, length, queries: 0 }, network);
  for (const n of batch.codes.keys()) {
    batch.codes[n] = 1 + ((n * 7919) % (vocabulary - 1));
    batch.targetCodes[n] = 1 + ((n * 104_729) % (vocabulary - 1));
    batch.ages[n] = 20_000 + 10 * (n % length);
    batch.to[n] = (n % length) + 1;
    batch.targetAt[n] = n % length;
    batch.waits[n] = 10;
    for (const array of [batch.targetWeights, batch.waitWeights, batch.waitHappened]) array[n] = 1;
  }
  const times: number[] = [];
  let before = performance.now();
  await train({ network, training }, () => batch, {
    onStep: () => {
      times.push(performance.now() - before);
      before = performance.now();
    },
  });
  return (1000 * rows * length) / median(times.slice(3));
}

function torchTokensPerSecond(python: string, size: Size, threads: number): number {
  const { width, layers, heads, length, rows, vocabulary } = size;
  const args = [width, layers, heads, length, rows, vocabulary, threads, STEPS].map(String);
  return Number(
    execFileSync(python, [PEER, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
  );
}
