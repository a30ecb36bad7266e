import { writeAtRisk } from './at-risk.ts';
import type { Batch } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { positionOf, targetCodesOf, targetsOf, tokensOf } from './embedding.ts';
import { dropSites } from './network.ts';
import { xorshift } from './random.ts';
import { TIME_FEATURES, writeTimeFeatures, YEAR } from './time.ts';
import type { Weights } from './weights.ts';

/** One input of a graph. */
export interface Feed {
  readonly data: Float32Array | Int32Array;
  readonly shape: readonly number[];
}
export type Feeds = Map<string, Feed>;

/** Sums of the weights over a whole batch, by which its losses are divided. */
export interface Norms {
  readonly event: number;
  readonly wait: number;
  readonly value: number;
  readonly outcome: number;
}

/** A wait counts for as many as the events that end it, and for one where the record ends it. */
export function normsOf({ targetWeights, targetBins, waitWeights, waitHappened, queryWeights }: Batch): Norms {
  let [value, wait] = [0, 0];
  for (const [n, weight] of targetWeights.entries()) if ((targetBins[n] ?? -1) >= 0) value += weight;
  for (const [n, weight] of waitWeights.entries()) wait += weight * Math.max(1, waitHappened[n] ?? 0);
  return { event: sum(targetWeights), wait, value, outcome: sum(queryWeights) };
}

/** What every graph of the network needs of a batch: events, times, what sees what, queries. */
export function inputFeeds(config: NetworkConfig, weights: Weights, batch: Batch): Feeds {
  const { rows, length, queries } = batch;
  const { width, summaries } = config;
  const times = new Float32Array(rows * length * TIME_FEATURES);
  for (let n = 0; n < rows * length; n++) {
    writeTimeFeatures(times, n * TIME_FEATURES, batch.ages[n] ?? 0, batch.gaps[n] ?? 0);
  }
  const priors: [string, Feed][] = config.priorRates
    ? [['priors', { data: priorsOf(config, batch), shape: [rows * length, config.vocabulary] }]]
    : [];
  return new Map<string, Feed>([
    ...priors,
    ['tokens', { data: tokensOf(weights, width, batch), shape: [rows * length, width] }],
    ['time.features', { data: times, shape: [rows * length, TIME_FEATURES] }],
    ['from', { data: batch.from, shape: [rows, length, 1] }],
    ['to', { data: batch.to, shape: [rows, length, 1] }],
    ['queryAt', { data: batch.queryAt, shape: [rows, queries, 1] }],
    ['summaries', { data: batch.summaries, shape: [rows * queries, summaries] }],
  ]);
}

function priorsOf({ vocabulary }: NetworkConfig, { rows, length, priors }: Batch): Float32Array {
  if (priors?.length !== rows * length * vocabulary) throw new RangeError('priorRates: a batch without its priors');
  return priors;
}

/** What the losses need beside. `norms` are those of the whole batch that this is a part of. */
export function targetFeeds(config: NetworkConfig, weights: Weights, batch: Batch, norms: Norms): Feeds {
  const { rows, length } = batch;
  const { width, nextEvent, valueBins, outcomes } = config;
  const feeds: Feeds = new Map();
  const perPosition = [rows * length, 1];
  if (nextEvent) {
    const scaled = scaledWeights(batch, norms);
    const { targets, rate } = targetsOf(weights, width, batch, scaled);
    const { totals, probe } = targetsByPosition(batch, scaled);
    feeds.set('targets', { data: targets, shape: [rows * length, width] });
    feeds.set('target.rate', { data: Float32Array.of(rate), shape: [] });
    feeds.set('target.weight', { data: totals, shape: perPosition });
    feeds.set('probe', { data: probe, shape: perPosition });
    const wait = (n: number) => (batch.waitWeights[n] ?? 0) / Math.max(norms.wait, 1e-9);
    const each = (value: (n: number) => number) => Float32Array.from({ length: rows * length }, (_, n) => value(n));
    feeds.set('wait.exposure', { data: each((n) => (wait(n) * (batch.waits[n] ?? 0)) / YEAR), shape: perPosition });
    feeds.set('wait.happened', { data: each((n) => wait(n) * (batch.waitHappened[n] ?? 0)), shape: perPosition });
  }
  if (valueBins > 0) {
    const bins = new Float32Array(rows * length * valueBins);
    for (const [n, bin] of batch.targetBins.entries()) {
      if (bin >= 0) bins[n * valueBins + bin] = (batch.targetWeights[n] ?? 0) / Math.max(norms.value, 1e-9);
    }
    feeds.set('target.bin', { data: bins, shape: [rows * length, valueBins] });
    feeds.set('target.code', { data: targetCodesOf(weights, width, batch), shape: [rows * length, width] });
    feeds.set('targetAt', { data: batch.targetAt, shape: [rows, length, 1] });
  }
  if (outcomes.length > 0) {
    const shape = [rows * batch.queries, outcomes.length, config.hazardBins.length];
    const { exposure, event } = atRiskOf(config, batch, norms);
    feeds.set('risk.exposure', { data: exposure, shape });
    feeds.set('risk.event', { data: event, shape });
  }
  return feeds;
}

/** The targets' weights as shares of the whole batch's. */
export function scaledWeights({ targetWeights }: Batch, norms: Norms): Float32Array {
  return targetWeights.map((weight) => weight / Math.max(norms.event, 1e-9));
}

function targetsByPosition(
  { length, targetAt, targetCodes }: Batch,
  weights: Float32Array,
): { totals: Float32Array; probe: Int32Array } {
  const [totals, probe] = [new Float32Array(weights.length), new Int32Array(weights.length).fill(1)];
  for (const [n, weight] of weights.entries()) {
    if (weight === 0) continue;
    const at = positionOf(n, length, targetAt);
    totals[at] = (totals[at] ?? 0) + weight;
    probe[at] = targetCodes[n] ?? 0;
  }
  return { totals, probe };
}

/** Years at risk in each bin of each outcome, and the event in its bin, times the weights; both [B·Q, O, K]. */
function atRiskOf(
  { outcomes, hazardBins }: NetworkConfig,
  batch: Batch,
  norms: Norms,
): { exposure: Float32Array; event: Float32Array } {
  const { queryWeights } = batch;
  const found = { years: new Float64Array(hazardBins.length), events: new Float64Array(hazardBins.length) };
  const bins = hazardBins.length;
  const size = queryWeights.length * outcomes.length * bins;
  const [exposure, event] = [new Float32Array(size), new Float32Array(size)];
  for (const [q, queryWeight] of queryWeights.entries()) {
    for (const [o, outcome] of outcomes.entries()) {
      const n = q * outcomes.length + o;
      const weight = (queryWeight * outcome.weight) / Math.max(norms.outcome, 1e-9);
      if (weight === 0) continue;
      writeAtRisk(batch, n, hazardBins, found);
      for (let k = 0; k < bins; k++) {
        exposure[n * bins + k] = weight * (found.years[k] as number);
        event[n * bins + k] = weight * (found.events[k] as number);
      }
    }
  }
  return { exposure, event };
}

/** Dropout factors and where each site starts in them: the same for the same seeds. */
export function dropFeeds(config: NetworkConfig, { rows, length }: Batch, ...seeds: readonly number[]): Feeds {
  if (config.dropout === 0) return new Map();
  const next = xorshift(...seeds);
  const count = rows * length * config.width;
  const [threshold, kept] = [config.dropout * 2 ** 32, 1 / (1 - config.dropout)];
  const pool = new Float32Array(2 * count);
  for (let i = 0; i < pool.length; i++) pool[i] = next() < threshold ? 0 : kept;
  const starts = Int32Array.from({ length: dropSites(config) }, () => next() % count);
  return new Map<string, Feed>([
    ['drop.pool', { data: pool, shape: [2 * count] }],
    ['drop.starts', { data: starts, shape: [starts.length] }],
  ]);
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
