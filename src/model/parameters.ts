import type { NetworkConfig } from './config.ts';
import { TIME_FEATURES } from './time.ts';

/** One tensor of weights: its place in the flat array of all weights, and how it starts. */
export interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  /** Where it starts in the flat array, in floats; a multiple of 16. */
  readonly offset: number;
  readonly size: number;
  /** Standard deviation of its first values, drawn from a normal distribution; 0 starts at zero. */
  readonly spread: number;
  readonly decays: boolean;
}

export interface Inventory {
  readonly parameters: readonly Parameter[];
  /** Length of the flat array, with padding. */
  readonly total: number;
  /** Those that decay come first and end here. */
  readonly decaying: number;
}

/**
 * Every weight of the network. Matrices are [in, out]. Those that write into the residual stream start smaller by √(2 ·
 * layers), so that its variance does not grow with depth (Radford et al. 2019).
 */
export function inventoryOf(config: NetworkConfig): Inventory {
  const { width: d, layers, vocabulary, measures, valueBins, nextEvent, summaries, hazardsVary } = config;
  const outcomes = config.outcomes.length;
  const bins = config.hazardBins.length;
  const found: Omit<Parameter, 'offset' | 'size'>[] = [];
  const matrix = (name: string, rows: number, columns: number, spread = 0.7 / Math.sqrt(rows)) =>
    found.push({ name, shape: [rows, columns], spread, decays: true });
  const vector = (name: string, ...shape: number[]) => found.push({ name, shape, spread: 0, decays: false });

  matrix('code', vocabulary, d, 0.05);
  if (measures > 0) {
    matrix('value', measures + 1, d, 0.05);
    matrix('value2', measures + 1, d, 0);
  }
  matrix('time', TIME_FEATURES, d, 0.05);
  if (summaries > 0) matrix('summary', summaries, d, 0.05);
  const residual = 0.7 / Math.sqrt(2 * Math.max(1, layers));
  for (let layer = 0; layer < layers; layer++) {
    matrix(`${layer}.qkv`, d, 3 * d);
    vector(`${layer}.qkv.bias`, 3 * d);
    matrix(`${layer}.out`, d, d, residual / Math.sqrt(d));
    vector(`${layer}.out.bias`, d);
    matrix(`${layer}.up`, d, 4 * d);
    vector(`${layer}.up.bias`, 4 * d);
    matrix(`${layer}.down`, 4 * d, d, residual / Math.sqrt(4 * d));
    vector(`${layer}.down.bias`, d);
  }
  if (nextEvent) vector('rate', vocabulary);
  if (valueBins > 0) {
    matrix('bin.state', d, d);
    matrix('bin.code', d, d);
    vector('bin.bias', d);
    matrix('bin.out', d, valueBins, 0.1 / Math.sqrt(d));
    vector('bin.out.bias', valueBins);
  }
  if (outcomes > 0) {
    matrix('hazard', d, hazardsVary ? outcomes * bins : outcomes, 0.1 / Math.sqrt(d));
    if (summaries > 0) matrix('hazard.skip', summaries, outcomes, 0);
    vector('hazard.base', outcomes, bins);
  }
  return laidOut(found);
}

function laidOut(found: readonly Omit<Parameter, 'offset' | 'size'>[]): Inventory {
  let total = 0;
  const place = (parameter: Omit<Parameter, 'offset' | 'size'>): Parameter => {
    const size = parameter.shape.reduce((product, n) => product * n, 1);
    const offset = total;
    total += Math.ceil(size / 16) * 16;
    return { ...parameter, offset, size };
  };
  const first = found.filter(({ decays }) => decays).map(place);
  const decaying = total;
  const parameters = [...first, ...found.filter(({ decays }) => !decays).map(place)];
  return { parameters, total, decaying };
}
