import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProdromeError } from '../../errors.ts';
import { type NamedTensor, readTensors, writeTensors } from '../safetensors.ts';
import type { TrainingState } from './train.ts';

/** Writes where a training stands; the file appears whole or not at all. `run` names the configuration it belongs to. */
export function writeCheckpoint(path: string, { step, stale, best, ...arrays }: TrainingState, run: string): void {
  const tensors = new Map<string, NamedTensor>();
  const put = (name: string, data: Float32Array) => tensors.set(name, { shape: [data.length], data });
  put('weights', arrays.weights);
  put('mean', arrays.mean);
  put('square', arrays.square);
  if (best) put('best', best.weights);
  const metadata = {
    run,
    step: `${step}`,
    stale: `${stale}`,
    bestStep: `${best?.step ?? 0}`,
    bestLoss: `${best?.loss ?? 0}`,
  };
  const hidden = join(dirname(path), '.checkpoint.part');
  writeFileSync(hidden, writeTensors({ metadata, tensors }));
  renameSync(hidden, path);
}

/** @throws ProdromeError `model-invalid` where the file is missing, broken, or of another configuration. */
export function readCheckpoint(path: string, run: string): TrainingState {
  const refuse = (why: string) => new ProdromeError('model-invalid', { path, why });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw refuse('there is no checkpoint to resume from');
  }
  try {
    const { metadata, tensors } = readTensors(bytes);
    if (metadata.run !== run) throw new RangeError('it is of another configuration: start anew, without --resume');
    const floats = (name: string): Float32Array => {
      const data = tensors.get(name)?.data;
      if (!(data instanceof Float32Array)) throw new RangeError(`it has no ${name}`);
      return data;
    };
    const [step = 0, stale = 0] = [Number(metadata.step), Number(metadata.stale)];
    const arrays = { weights: floats('weights'), mean: floats('mean'), square: floats('square') };
    if (!tensors.has('best')) return { step, stale, ...arrays };
    const best = { step: Number(metadata.bestStep), loss: Number(metadata.bestLoss), weights: floats('best') };
    return { step, stale, ...arrays, best };
  } catch (error) {
    throw error instanceof RangeError ? refuse(error.message) : error;
  }
}
