import { expect, it } from 'vitest';
import { randomOf } from '../random.ts';
import { kernelsOver, sharedMemory } from './kernels.ts';

const n = 64;
const memory = sharedMemory(4 * n * 4);
const kernels = kernelsOver(memory);
const random = randomOf(4);
const arrays = Array.from({ length: 4 }, (_, i) => new Float32Array(memory.buffer, i * n * 4, n));
const at = (i: number, from = 0) => (i * n + from) * 4;

function fill(): Float32Array[] {
  for (const array of arrays) for (const i of array.keys()) array[i] = random();
  return arrays.map((array) => Float32Array.from(array));
}

it('adds arrays up between two places, and nowhere else', () => {
  const [a, b] = fill();
  kernels.accumulate(at(0, 16), at(1, 16), at(0, 48));
  expect([...(arrays[0] ?? [])]).toEqual(
    [...(a ?? [])].map((x, i) => (i < 16 || i >= 48 ? x : Math.fround(x + (b?.[i] ?? 0)))),
  );
});

it('sums squares in double precision', () => {
  const [a] = fill() as [Float32Array];
  expect(kernels.squares(at(0), at(1))).toBeCloseTo(
    a.reduce((sum, x) => sum + x * x, 0),
    12,
  );
});

it('steps as AdamW is written', () => {
  const [w, m, v, g] = fill() as [Float32Array, Float32Array, Float32Array, Float32Array];
  const [lr, b1, b2, decay, t, scale, eps] = [0.01, 0.9, 0.99, 0.1, 3, 0.5, 1e-8];
  const [keep, rate, root] = [1 - lr * decay, lr / (1 - b1 ** t), 1 / Math.sqrt(1 - b2 ** t)];
  kernels.adamw(at(0), at(1), at(2), at(3), at(1), scale, b1, 1 - b1, b2, 1 - b2, keep, rate, root, eps);
  for (let i = 0; i < n; i++) {
    const x = scale * (g[i] ?? 0);
    const mean = b1 * (m[i] ?? 0) + (1 - b1) * x;
    const square = b2 * (v[i] ?? 0) + (1 - b2) * x * x;
    const step = (lr * mean) / (1 - b1 ** t) / (Math.sqrt(square / (1 - b2 ** t)) + eps);
    expect(arrays[1]?.[i]).toBeCloseTo(mean, 6);
    expect(arrays[2]?.[i]).toBeCloseTo(square, 6);
    expect(arrays[0]?.[i]).toBeCloseTo((w[i] ?? 0) * (1 - lr * decay) - step, 5);
  }
});
