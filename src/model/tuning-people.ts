import type { Life } from './life.ts';
import { randomOf } from './random.ts';

/**
 * Share of the people of the tuning split whose loss stops a training: few are enough, as all steps are compared on the same ones.
 * The others, who had no say in it, calibrate the model.
 */
export const STOPPING_SHARE = 1 / 3;

/** Whether a person of the tuning split is of those who stop a training: by a hash of the id, so whoever else is in the split. */
export const isStopping = ({ id }: Pick<Life, 'id'>, share: number): boolean =>
  randomOf(id % 2 ** 32, Math.floor(id / 2 ** 32))() < share;
