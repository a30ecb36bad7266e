import type { NetworkConfig } from './config.ts';
import { type Inventory, inventoryOf } from './parameters.ts';
import { normal, randomOf } from './random.ts';

/** All weights as one flat array, and a view of each by its name. */
export interface Weights {
  readonly flat: Float32Array;
  readonly inventory: Inventory;
  get(name: string): Float32Array;
}

/** The weights of a network over a flat array; a new one, of zeros, by default. */
export function weightsOver(config: NetworkConfig, flat?: Float32Array): Weights {
  const inventory = inventoryOf(config);
  const values = flat ?? new Float32Array(inventory.total);
  const views = new Map(
    inventory.parameters.map(({ name, offset, size }) => [name, values.subarray(offset, offset + size)]),
  );
  const get = (name: string) => {
    const view = views.get(name);
    if (!view) throw new RangeError(`no weight ${name}`);
    return view;
  };
  return { flat: values, inventory, get };
}

/** What is known before training, as logs of rates a year: where the heads start. */
export interface Start {
  /** [V] log rate of each code over the training set. */
  readonly logRates?: ArrayLike<number>;
  /** [O, K] log hazard of each outcome in each bin. */
  readonly logHazards?: ArrayLike<number>;
}

/** Draws the first weights, the same for the same seed. */
export function drawWeights(weights: Weights, seed: number, start: Start = {}): void {
  for (const [i, { name, spread }] of weights.inventory.parameters.entries()) {
    const random = randomOf(seed, i);
    const values = weights.get(name);
    for (let j = 0; spread > 0 && j < values.length; j++) values[j] = spread * normal(random);
  }
  if (start.logRates) weights.get('rate').set(start.logRates);
  if (start.logHazards) weights.get('hazard.base').set(start.logHazards);
}
