import type { NetworkConfig, TrainingConfig } from '../config.ts';
import { LOSSES, type Losses } from '../losses.ts';
import { type SharedMemory, sharedMemory } from '../optimiser/kernels.ts';
import { inventoryOf } from '../parameters.ts';
import { type Weights, weightsOver } from '../weights.ts';

/** A stretch of the flat array of weights, in floats: what one thread sums and steps at a time. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly decays: boolean;
}

const STRETCHES = 32;

/**
 * What the threads of a training share: weights, AdamW's two moments, and one gradient for each part of a batch, one after
 * the other in one memory; and a small block of counters and sums.
 */
export interface Shared {
  readonly memory: SharedMemory;
  readonly control: SharedArrayBuffer;
}

export function shareFor(network: NetworkConfig, { parts }: TrainingConfig): Shared {
  const { total } = inventoryOf(network);
  const sums = 8 * (2 * STRETCHES + parts * LOSSES.length);
  return { memory: sharedMemory(4 * total * (3 + parts)), control: new SharedArrayBuffer(64 + sums) };
}

/** One thread's view of what is shared. */
export interface View {
  readonly weights: Weights;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  /** The gradient of each part; the first becomes the sum of all. */
  readonly gradients: readonly Weights[];
  readonly stretches: readonly Stretch[];
  /** The sum of squares of each stretch of the gradient: added up in one order by every thread. */
  readonly squares: Float64Array;
  readonly barrier: Int32Array;
  setLosses(part: number, losses: Losses): void;
  losses(): Losses;
}

export function viewOf({ memory, control }: Shared, network: NetworkConfig, parts: number): View {
  const { total, decaying } = inventoryOf(network);
  const array = (i: number) => new Float32Array(memory.buffer, i * total * 4, total);
  const stretches = [...cut(0, decaying, true), ...cut(decaying, total, false)];
  const squares = new Float64Array(control, 64, 2 * STRETCHES);
  const sums = new Float64Array(control, 64 + squares.byteLength, parts * LOSSES.length);
  return {
    weights: weightsOver(network, array(0)),
    mean: array(1),
    square: array(2),
    gradients: Array.from({ length: parts }, (_, i) => weightsOver(network, array(3 + i))),
    stretches,
    squares,
    barrier: new Int32Array(control, 0, 2),
    setLosses: (part, losses) => {
      for (const [i, name] of LOSSES.entries()) sums[part * LOSSES.length + i] = losses[name];
    },
    losses: () => {
      const losses: Losses = { event: 0, wait: 0, value: 0, outcome: 0 };
      for (let part = 0; part < parts; part++) {
        for (const [i, name] of LOSSES.entries()) losses[name] += sums[part * LOSSES.length + i] ?? 0;
      }
      return losses;
    },
  };
}

/** Cuts a range at multiples of 16 floats. */
function cut(from: number, to: number, decays: boolean): Stretch[] {
  const blocks = (to - from) / 16;
  const edge = (i: number) => from + 16 * Math.floor((blocks * i) / STRETCHES);
  return Array.from({ length: STRETCHES }, (_, i) => ({ from: edge(i), to: edge(i + 1), decays }));
}

/** Waits until all `count` threads have come; `state` holds how many are here, and which meeting this is. */
export function meet(state: Int32Array, count: number): void {
  if (count === 1) return;
  const meeting = Atomics.load(state, 1);
  if (Atomics.add(state, 0, 1) === count - 1) {
    Atomics.store(state, 0, 0);
    Atomics.add(state, 1, 1);
    Atomics.notify(state, 1);
    return;
  }
  for (let spins = 0; spins < 2000; spins++) if (Atomics.load(state, 1) !== meeting) return;
  while (Atomics.load(state, 1) === meeting) Atomics.wait(state, 1, meeting);
}
