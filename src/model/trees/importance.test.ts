import { expect, it } from 'vitest';
import type { Forest } from './forest.ts';
import { strongestFeatures } from './importance.ts';

const none = Number.POSITIVE_INFINITY;
/** Two outcomes with two trees of depth 1 each; feature 4 is asked by trees that were not kept, 5 where nothing goes right. */
const forest: Forest = {
  ...{ outcomes: 2, periods: Float32Array.of(0), trees: 2, depth: 1, features: 6, base: new Float32Array(2) },
  feature: Int32Array.of(3, 1, 2, 4),
  threshold: Float32Array.of(0, 0, 0, 0),
  leaf: Float32Array.of(-1, 1, -0.2, 0.2, -0.1, 0.1, 0, 0),
};

it('names for each outcome in turn what it asks most', () => {
  expect(strongestFeatures([forest], 1)).toEqual([3]);
  expect(strongestFeatures([forest], 2)).toEqual([2, 3]);
  expect(strongestFeatures([forest], 10)).toEqual([1, 2, 3]);
  expect(strongestFeatures([], 10)).toEqual([]);
});

it('adds up what several forests ask, and passes by what parts nobody', () => {
  const other = { ...forest, feature: Int32Array.of(1, 1, 5, 5), threshold: Float32Array.of(0, 0, none, none) };
  expect(strongestFeatures([forest, other], 1)).toEqual([1]);
  expect(strongestFeatures([other], 10)).toEqual([1]);
});
