import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkConfig } from './config.ts';
import type { OutcomeDefinition } from './life-reader.ts';
import { Model } from './model.ts';
import { normal, randomOf } from './random.ts';
import { TOLD_CODES } from './told-codes.ts';
import { weightsOver } from './weights.ts';

/** Fills a folder as `prodrome train` does, with drawn weights; `spread` 0: rates and hazards are `logRate` for everybody. */
export function eventModelFolder(
  folder: string,
  {
    codes,
    outcomes,
    spread,
    logRate = -2,
  }: {
    readonly codes: readonly string[];
    readonly outcomes: readonly OutcomeDefinition[];
    readonly spread: number;
    readonly logRate?: number;
  },
): string {
  const all = ['padding', 'query', ...codes, ...TOLD_CODES];
  const network = networkConfig.parse({
    ...{ width: 16, layers: 2, heads: 2, vocabulary: all.length, measures: 1, hazardBins: [0, 365.25] },
    outcomes: outcomes.map(({ name }) => ({ name })),
  });
  const weights = weightsOver(network);
  const random = randomOf(7);
  for (const i of weights.flat.keys()) weights.flat[i] = spread * normal(random);
  weights.get('rate').fill(logRate);
  weights.get('hazard.base').fill(logRate);
  Model.of(network, weights.flat).save(folder);
  const measures = [{ name: codes.at(-1) ?? '', log: false, mean: 0, deviation: 1, edges: [0] }];
  writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify({ codes: all, measures }));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ settings: { length: 24, quietDays: 365 }, outcomes }));
  return folder;
}
