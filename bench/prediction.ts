import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Batch, emptyBatch, Model, networkConfig, Shards, writeShard } from '../src/model/index.ts';
import { type Benchmark, type Figure, median } from './figures.ts';
import { shippedFigures } from './prediction-shipped.ts';

const EVENTS = 256;
const network = networkConfig.parse({
  width: 128,
  layers: 6,
  heads: 8,
  vocabulary: 2000,
  measures: 200,
  outcomes: Array.from({ length: 20 }, (_, i) => ({ name: `outcome ${i + 1}` })),
  hazardBins: [0, 90, 365.25, 730.5, 1826.25],
});

/** How fast a model of the usual size answers, on one thread, and how fast packed shards are read. */
export const bench: Benchmark = {
  name: 'prediction',
  about:
    'All risks of a person from 256 events on one thread: one person at a time, and in batches; reading packed shards',
  needs: [],
  async run() {
    const model = Model.of(network, initialWeights());
    const figures: Figure[] = [];
    for (const [rows, length] of [
      [1, EVENTS],
      [16, EVENTS],
      [16, 128],
      [16, 64],
    ] as const) {
      const batch = eventsOf(rows, length);
      const [clock, processor]: [number[], number[]] = [[], []];
      for (let i = 0; i < 40; i++) {
        const [start, before] = [performance.now(), process.cpuUsage()];
        await model.predict(batch);
        clock.push(performance.now() - start);
        const { user, system } = process.cpuUsage(before);
        processor.push((user + system) / 1000);
      }
      // The clock also counts what others do on the machine; processor time counts this process alone.
      for (const [by, times] of [
        ['clock', clock],
        ['processor time', processor],
      ] as const) {
        const ms = median(times.slice(10));
        figures.push(
          rows === 1
            ? { name: `one person, 256 events, all rates and hazards, ${by}`, value: ms, unit: 'ms', n: 30 }
            : {
                name: `batches of ${rows}, ${length} events, ${by}`,
                value: (1000 * rows) / ms,
                unit: 'persons/s',
                n: 30,
              },
        );
      }
    }
    await model.close();
    return [...figures, ...(await shippedFigures()), readingShards()];
  },
};

/** Weights as they would be before training: as fast as any. */
function initialWeights(): Float32Array {
  const flat = Model.of(network, new Float32Array(Model.size(network))).weights.flat;
  for (const i of flat.keys()) flat[i] = 0.05 * Math.sin(i);
  return flat;
}

function eventsOf(rows: number, length = EVENTS): Batch {
  const batch = emptyBatch({ rows, length, queries: 1 }, network);
  for (const n of batch.codes.keys()) {
    batch.codes[n] = 1 + ((n * 7919) % (network.vocabulary - 1));
    batch.measures[n] = n % 3 === 0 ? 1 + (n % network.measures) : 0;
    batch.ages[n] = 20_000 + 10 * (n % length);
    batch.gaps[n] = 10;
    batch.to[n] = (n % length) + 1;
  }
  return batch;
}

function readingShards(): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
  try {
    writeShard(join(folder, 'a.safetensors'), eventsOf(512));
    const shards = new Shards(folder, network, { tokens: 4096, multiple: 2 });
    const start = performance.now();
    let tokens = 0;
    for (let step = 1; step <= 200; step++) tokens += shards.batch(step, 1).codes.length;
    return {
      name: 'reading packed shards',
      value: (1000 * tokens) / (performance.now() - start),
      unit: 'tokens/s',
      n: 200,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
