import { expect, it } from 'vitest';
import { emptyBatch } from './batch.ts';
import { randomOf } from './random.ts';
import { screenedFeatures } from './screen.ts';

it('keeps the feature that makes events frequent, and not the forty that say nothing', () => {
  const random = randomOf(9);
  const [n, width] = [2000, 41];
  const summaries = Float32Array.from({ length: n * width }, () => random() * 2 - 1);
  const batch = emptyBatch({ rows: n, length: 1, queries: 1 }, { summaries: 0, outcomes: [0] });
  for (let i = 0; i < n; i++) {
    const hazard = 0.2 * Math.exp(summaries[i * width + 7] as number);
    const years = -Math.log(1 - random()) / hazard;
    batch.outcomeTimes[i] = Math.min(years, 3) * 365.25;
    batch.outcomeEvents[i] = years < 3 ? 1 : 0;
  }
  const nulls = { logHazards: Float64Array.of(Math.log(0.22)), bins: [0] };
  expect(screenedFeatures(summaries, width, batch, nulls, { least: 4.5, most: 10 })).toEqual([7]);
  expect(screenedFeatures(summaries, width, batch, nulls, { least: 0, most: 3 })).toHaveLength(3);
  // Of the first 400 alone, and in the years of follow-up each for itself.
  const some = { least: 0, most: 1, rows: 400, periods: [0, 365.25] };
  expect(screenedFeatures(summaries, width, batch, nulls, some)).toEqual([7]);
});
