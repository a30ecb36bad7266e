import type { TrainingConfig } from '../config.ts';

/** The learning rate of a step, from 1: a straight warm-up, then a cosine down to its final share (Loshchilov & Hutter 2017). */
export function learningRate({ learningRate: peak, warmUp, steps, finalRate }: TrainingConfig, step: number): number {
  if (step <= warmUp) return (peak * step) / warmUp;
  const progress = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
  return peak * (finalRate + (1 - finalRate) * 0.5 * (1 + Math.cos(Math.PI * progress)));
}
