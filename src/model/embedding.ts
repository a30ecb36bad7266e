import type { Batch } from './batch.ts';
import type { Weights } from './weights.ts';

/*
 * The embedding tables stay outside the graph: rows are gathered before it runs, and gradients of rows added up after. In
 * the graph, adding up rows that occur more than once (ScatterND with reduction) races between threads.
 */

/** The embedded events, [B·T, d]: code + z · value + z² · value2. */
export function tokensOf(weights: Weights, width: number, { codes, measures, values }: Batch): Float32Array {
  const tokens = new Float32Array(codes.length * width);
  const code = weights.get('code');
  const tables = measures.some((measure) => measure > 0)
    ? { value: weights.get('value'), value2: weights.get('value2') }
    : undefined;
  for (let n = 0; n < codes.length; n++) {
    const [to, from, at] = [n * width, (codes[n] ?? 0) * width, (measures[n] ?? 0) * width];
    tokens.set(code.subarray(from, from + width), to);
    if (at === 0 || !tables) continue;
    const z = values[n] ?? 0;
    const { value, value2 } = tables;
    for (let j = 0; j < width; j++) {
      tokens[to + j] = (tokens[to + j] ?? 0) + z * (value[at + j] ?? 0) + z * z * (value2[at + j] ?? 0);
    }
  }
  return tokens;
}

/** Adds the gradient of the embedded events to those of the tables. */
export function scatterTokens(
  gradients: Weights,
  width: number,
  { codes, measures, values }: Batch,
  d: Float32Array,
): void {
  const code = gradients.get('code');
  for (let n = 0; n < codes.length; n++) addRow(code, codes[n] ?? 0, d, n, width, 1);
  if (!measures.some((measure) => measure > 0)) return;
  const [value, value2] = [gradients.get('value'), gradients.get('value2')];
  for (let n = 0; n < codes.length; n++) {
    const measure = measures[n] ?? 0;
    if (measure === 0) continue;
    const z = values[n] ?? 0;
    addRow(value, measure, d, n, width, z);
    addRow(value2, measure, d, n, width, z * z);
  }
}

/** The targets' embeddings and biases, each times its weight, summed by the position that predicts them. */
export function targetsOf(
  weights: Weights,
  width: number,
  { length, targetAt, targetCodes }: Batch,
  targetWeights: Float32Array,
): { targets: Float32Array; rate: number } {
  const targets = new Float32Array(targetAt.length * width);
  const [code, rates] = [weights.get('code'), weights.get('rate')];
  let rate = 0;
  for (let n = 0; n < targetAt.length; n++) {
    const weight = targetWeights[n] ?? 0;
    if (weight === 0) continue;
    const target = targetCodes[n] ?? 0;
    addRow(targets, positionOf(n, length, targetAt), code, target, width, weight);
    rate += weight * (rates[target] ?? 0);
  }
  return { targets, rate };
}

/** The other way: gradients of the summed targets back to the tables. */
export function scatterTargets(
  gradients: Weights,
  width: number,
  { length, targetAt, targetCodes }: Batch,
  targetWeights: Float32Array,
  d: { targets: Float32Array; rate: number },
): void {
  const [code, rates] = [gradients.get('code'), gradients.get('rate')];
  for (let n = 0; n < targetAt.length; n++) {
    const weight = targetWeights[n] ?? 0;
    if (weight === 0) continue;
    const target = targetCodes[n] ?? 0;
    addRow(code, target, d.targets, positionOf(n, length, targetAt), width, weight);
    rates[target] = (rates[target] ?? 0) + weight * d.rate;
  }
}

/** The embedding of each target's code, [B·T, d], for the head of values. */
export function targetCodesOf(weights: Weights, width: number, { targetCodes }: Batch): Float32Array {
  const rows = new Float32Array(targetCodes.length * width);
  const code = weights.get('code');
  for (let n = 0; n < targetCodes.length; n++) addRow(rows, n, code, targetCodes[n] ?? 0, width, 1);
  return rows;
}

export function scatterTargetCodes(gradients: Weights, width: number, { targetCodes }: Batch, d: Float32Array): void {
  const code = gradients.get('code');
  for (let n = 0; n < targetCodes.length; n++) addRow(code, targetCodes[n] ?? 0, d, n, width, 1);
}

/** The place in the whole batch of the position that predicts target n. */
export function positionOf(n: number, length: number, targetAt: Int32Array): number {
  return n - (n % length) + (targetAt[n] ?? 0);
}

/** into[row] += factor · from[source], rows of `width`. */
function addRow(
  into: Float32Array,
  row: number,
  from: Float32Array,
  source: number,
  width: number,
  factor: number,
): void {
  const [to, at] = [row * width, source * width];
  for (let j = 0; j < width; j++) into[to + j] = (into[to + j] ?? 0) + factor * (from[at + j] ?? 0);
}
