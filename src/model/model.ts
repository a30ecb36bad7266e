import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import type { Batch } from './batch.ts';
import { type NetworkConfig, networkConfig } from './config.ts';
import { inventoryOf } from './parameters.ts';
import { type Prediction, type PredictOptions, Predictor } from './predict.ts';
import { readTensors, writeTensors } from './safetensors.ts';
import { type Weights, weightsOver } from './weights.ts';

const WEIGHTS = 'model.safetensors';
const CONFIG = 'config.json';

/** `config.json` of a model's folder. */
const modelConfig = z.strictObject({
  network: networkConfig,
  /** What the weights come from and how: free text and numbers, for people and for the log. */
  about: z.record(z.string(), z.unknown()).default({}),
  /** Hash of the manifest of the data set that the weights were trained on. */
  dataHash: z.string().default(''),
});
type ModelConfig = z.infer<typeof modelConfig>;

/**
 * A trained network. Its folder holds `model.safetensors` and `config.json`; vocabulary, calibration and training log lie
 * beside them.
 */
export class Model {
  readonly config: ModelConfig;
  readonly network: NetworkConfig;
  readonly weights: Weights;
  readonly #predictor: Predictor;

  constructor(config: ModelConfig, flat: Float32Array) {
    this.config = config;
    this.network = config.network;
    this.weights = weightsOver(config.network, flat);
    this.#predictor = new Predictor(config.network, this.weights);
  }

  /** A model of weights that `train` gave. */
  static of(network: NetworkConfig, flat: Float32Array, about: Partial<Omit<ModelConfig, 'network'>> = {}): Model {
    return new Model({ about: {}, dataHash: '', ...about, network }, flat);
  }

  /** How many floats the weights of a network take. */
  static size(network: NetworkConfig): number {
    return inventoryOf(network).total;
  }

  /** @throws ProdromeError `model-invalid` where a file is missing, broken, or does not fit the other. */
  static load(folder: string): Model {
    const refuse = (why: string) => new ProdromeError('model-invalid', { path: folder, why });
    const read = (name: string): Buffer => {
      try {
        return readFileSync(join(folder, name));
      } catch {
        throw refuse(`it has no ${name} that can be read`);
      }
    };
    const parsed = modelConfig.safeParse(parseJson(read(CONFIG).toString('utf8')));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw refuse(`${CONFIG} at ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const weights = weightsOver(parsed.data.network);
    try {
      const { tensors } = readTensors(read(WEIGHTS));
      for (const { name, shape } of weights.inventory.parameters) {
        const tensor = tensors.get(name);
        if (tensor?.shape.join() !== shape.join()) throw new RangeError(`no tensor ${name} of [${shape.join(', ')}]`);
        if (!(tensor.data instanceof Float32Array)) throw new RangeError(`tensor ${name} is not of floats`);
        if (!tensor.data.every(Number.isFinite)) throw new RangeError(`tensor ${name} is not finite`);
        weights.get(name).set(tensor.data);
      }
    } catch (error) {
      if (error instanceof RangeError) throw refuse(`${WEIGHTS}: ${error.message}`);
      throw error;
    }
    return new Model(parsed.data, weights.flat);
  }

  /** Writes weights and configuration; each file appears whole or not at all. */
  save(folder: string): void {
    mkdirSync(folder, { recursive: true });
    const tensors = new Map(
      this.weights.inventory.parameters.map(({ name, shape }) => [name, { shape, data: this.weights.get(name) }]),
    );
    const metadata = { format: 'pt', dataHash: this.config.dataHash };
    for (const [name, bytes] of [
      [WEIGHTS, writeTensors({ metadata, tensors })],
      [CONFIG, Buffer.from(`${JSON.stringify(this.config, null, 2)}\n`)],
    ] as const) {
      writeFileSync(join(folder, `.${name}`), bytes);
      renameSync(join(folder, `.${name}`), join(folder, name));
    }
  }

  predict(batch: Batch, options?: PredictOptions): Promise<Prediction> {
    return this.#predictor.predict(batch, options);
  }

  /** Frees the sessions; the model can be used again. */
  close(): Promise<void> {
    return this.#predictor.close();
  }
}

/** A model with some of its outcomes alone, by their place, under other names: every other weight as it is. */
export function selectOutcomes(
  { config, network, weights }: Model,
  places: readonly number[],
  outcomes: NetworkConfig['outcomes'],
): Model {
  const cut = { ...network, outcomes };
  const chosen = weightsOver(cut);
  for (const { name, size } of chosen.inventory.parameters) {
    const [from, to] = [weights.get(name), chosen.get(name)];
    if (from.length === size) {
      to.set(from);
      continue;
    }
    // Outcomes are the last axis of `hazard.skip`, the last but bins of `hazard`, the first of `hazard.base`.
    const bins = name === 'hazard.skip' || (name === 'hazard' && !network.hazardsVary) ? 1 : network.hazardBins.length;
    const [wide, narrow] = [network.outcomes.length * bins, places.length * bins];
    for (let row = 0; row < size / narrow; row++)
      for (const [o, place] of places.entries()) {
        const at = row * wide + place * bins;
        to.set(from.subarray(at, at + bins), row * narrow + o * bins);
      }
  }
  return new Model({ ...config, network: cut }, chosen.flat);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
