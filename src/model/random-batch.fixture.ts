import { type Batch, type BatchShape, emptyBatch } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { randomOf } from './random.ts';

/** A batch of invented events with everything in it: values, ties, padding, targets of every kind, queries. */
export function randomBatch(config: NetworkConfig, shape: BatchShape, seed: number): Batch {
  const random = randomOf(seed, 77);
  const below = (n: number) => Math.floor(random() * n);
  const batch = emptyBatch(shape, config);
  const { rows, length, queries } = shape;
  for (let row = 0; row < rows; row++) {
    const events = length - below(Math.max(1, length >> 2));
    let age = 7000 + 10_000 * random();
    for (let t = 0; t < events; t++) {
      const n = row * length + t;
      const gap = random() < 0.3 ? 0 : 400 * random();
      age += gap;
      batch.codes[n] = 1 + below(config.vocabulary - 1);
      batch.ages[n] = age;
      batch.gaps[n] = gap;
      if (config.measures > 0 && random() < 0.5) {
        batch.measures[n] = 1 + below(config.measures);
        batch.values[n] = 2 * random() - 1;
      }
      batch.to[n] = t + 1;
      batch.targetAt[n] = below(events);
      batch.targetCodes[n] = 1 + below(config.vocabulary - 1);
      if (random() < 0.8) batch.targetWeights[n] = 0.5 + random();
      if (config.valueBins > 0 && random() < 0.5) batch.targetBins[n] = below(config.valueBins);
      batch.waits[n] = 500 * random();
      batch.waitHappened[n] = below(3);
      batch.waitWeights[n] = random();
    }
    for (let q = 0; q < queries; q++) {
      const n = row * queries + q;
      batch.queryAt[n] = events - 1 - q;
      batch.queryWeights[n] = 0.5 + random();
      for (let f = 0; f < config.summaries; f++) batch.summaries[n * config.summaries + f] = 2 * random() - 1;
      for (let o = 0; o < config.outcomes.length; o++) {
        const at = n * config.outcomes.length + o;
        batch.outcomeTimes[at] = 4000 * random();
        batch.outcomeEvents[at] = below(2);
        batch.outcomeEntries[at] = random() < 0.3 ? 1000 * random() : 0;
      }
    }
  }
  return batch;
}
