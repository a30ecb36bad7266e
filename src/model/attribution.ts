import { type Batch, emptyBatch, rowsOf } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { tokensOf } from './embedding.ts';
import { type Feeds, inputFeeds } from './feeds.ts';
import { add, exp, linear, log, mul, sumAll, sumAxis } from './graph/ops.ts';
import { Tape } from './graph/tape.ts';
import type { Model } from './model.ts';
import { buildOf, logHazardsOf, statesOf } from './network.ts';
import { yearsInBins } from './risk.ts';
import { runGraph, sessionOf } from './session.ts';
import type { Weights } from './weights.ts';

/** What is attributed: the log of the cumulative hazard of an outcome within days, or of the rate of some codes. */
export type Target = { readonly outcome: number; readonly days: number } | { readonly codes: readonly number[] };

/**
 * How much each event and each summary raises (or lowers) a log risk. Against a baseline in which the events happened at
 * their times but say nothing, and the summaries are average.
 */
export interface Attribution {
  readonly score: number;
  readonly baseline: number;
  /** [T] share of each position; 0 for padding and the query itself. */
  readonly events: Float64Array;
  /** [F] share of each summary. */
  readonly summaries: Float64Array;
  /** score − baseline − Σ shares: 0 if complete. Leave-one-out shares need not add up. */
  readonly gap: number;
}

export interface AttributionOptions {
  /** Positions that keep what they say in the baseline: the token that asks at a landmark. */
  readonly keep?: readonly number[];
}

/** Nodes of the path integral; more make it more exact. */
const NODES = 32;

/**
 * Integrated gradients (Sundararajan et al. 2017): the gradient, averaged along the straight path from the baseline, times
 * the distance. `batch` is one row with one query. The path's nodes (Gauss–Legendre) are the rows of one graph run.
 */
export async function integratedGradients(
  model: Model,
  batch: Batch,
  target: Target,
  { keep = [], nodes = NODES }: AttributionOptions & { readonly nodes?: number } = {},
): Promise<Attribution> {
  const { network, weights } = model;
  const { positions, weights: nodeWeights } = gaussLegendre(nodes);
  const alphas = [...positions, 0, 1];
  const rows = repeated(batch, network, alphas.length);
  const { base, full } = endsOf(model, batch, keep);
  const feeds = inputFeeds(network, weights, rows);
  const path = (from: Float32Array, to: Float32Array) => {
    const out = new Float32Array(alphas.length * to.length);
    for (const [r, alpha] of alphas.entries()) {
      for (const [i, x] of to.entries()) out[r * to.length + i] = (from[i] ?? 0) + alpha * (x - (from[i] ?? 0));
    }
    return out;
  };
  setTokens(feeds, path(base, full));
  const zero = new Float32Array(batch.summaries.length);
  setSummaries(feeds, path(zero, batch.summaries));
  const results = await runTarget(network, weights, rows, target, feeds, true);
  const scores = results.get('score') ?? new Float32Array(0);
  const [baseline = 0, score = 0] = scores.subarray(nodes);
  const shares = (gradient: Float32Array | undefined, from: Float32Array, to: Float32Array, each: number) => {
    const share = new Float64Array(to.length / each);
    for (let r = 0; r < nodes; r++) {
      for (const [i, x] of to.entries()) {
        const slope = gradient?.[r * to.length + i] ?? 0;
        const n = Math.floor(i / each);
        share[n] = (share[n] ?? 0) + (nodeWeights[r] ?? 0) * slope * (x - (from[i] ?? 0));
      }
    }
    return share;
  };
  const events = shares(results.get('d.tokens'), base, full, network.width);
  const summaries = shares(results.get('d.summaries'), zero, batch.summaries, 1);
  return { score, baseline, events, summaries, gap: score - baseline - sum(events) - sum(summaries) };
}

/** Leave-one-out: the score less the score without what the event (or the summary) says. */
export async function leaveOneOut(
  model: Model,
  batch: Batch,
  target: Target,
  { keep = [] }: AttributionOptions = {},
): Promise<Attribution> {
  const { network, weights } = model;
  const { base, full } = endsOf(model, batch, keep);
  const width = network.width;
  const said = [...batch.codes.keys()].filter((n) =>
    full.subarray(n * width, (n + 1) * width).some((x, j) => x !== base[n * width + j]),
  );
  const features = [...batch.summaries.keys()].filter((f) => batch.summaries[f] !== 0);
  // Row 0: nothing left out; row 1: all; then one at a time.
  const rows = repeated(batch, network, 2 + said.length + features.length);
  const feeds = inputFeeds(network, weights, rows);
  const tokens = new Float32Array(rows.rows * full.length);
  const summaries = new Float32Array(rows.rows * batch.summaries.length);
  for (let r = 0; r < rows.rows; r++) {
    tokens.set(r === 1 ? base : full, r * full.length);
    if (r !== 1) summaries.set(batch.summaries, r * batch.summaries.length);
  }
  for (const [i, n] of said.entries()) {
    tokens.set(base.subarray(n * width, (n + 1) * width), (2 + i) * full.length + n * width);
  }
  for (const [i, f] of features.entries()) summaries[(2 + said.length + i) * batch.summaries.length + f] = 0;
  setTokens(feeds, tokens);
  setSummaries(feeds, summaries);
  const scores = (await runTarget(network, weights, rows, target, feeds, false)).get('score') ?? new Float32Array(0);
  const [score = 0, baseline = 0] = scores;
  const attribution = { events: new Float64Array(batch.length), summaries: new Float64Array(batch.summaries.length) };
  for (const [i, n] of said.entries()) attribution.events[n] = score - (scores[2 + i] ?? 0);
  for (const [i, f] of features.entries()) attribution.summaries[f] = score - (scores[2 + said.length + i] ?? 0);
  const gap = score - baseline - sum(attribution.events) - sum(attribution.summaries);
  return { score, baseline, ...attribution, gap };
}

/** The scores of a batch's rows, and with `gradients` their slopes by tokens and summaries. */
async function runTarget(
  config: NetworkConfig,
  weights: Weights,
  batch: Batch,
  target: Target,
  feeds: Feeds,
  gradients: boolean,
): Promise<Map<string, Float32Array>> {
  const { rows, length, queries } = batch;
  const tape = new Tape();
  const constant = ({ name, shape }: { name: string; shape: readonly number[] }) =>
    tape.constant(shape, weights.get(name));
  const build = buildOf(tape, config, { rows, length, queries }, constant, { trackSummaries: true });
  const { asked } = statesOf(build, tape.leaf('tokens', [rows * length, config.width]), { everywhere: false });
  const terms = 'codes' in target ? ratesOf(target.codes) : hazardsOf(target);
  const score = log(terms);
  tape.output('score', score);
  if (gradients) tape.backward(sumAll(score));
  const session = await sessionOf(tape.graph.toBytes());
  try {
    return await runGraph(session, feeds);
  } finally {
    await session.release();
  }

  /** Σ over the codes of their rates, [B, 1]. */
  function ratesOf(codes: readonly number[]) {
    const { width } = config;
    const columns = new Float32Array(width * codes.length);
    for (const [c, code] of codes.entries()) {
      for (let j = 0; j < width; j++) columns[j * codes.length + c] = weights.get('code')[code * width + j] ?? 0;
    }
    const bias = Float32Array.from(codes, (code) => weights.get('rate')[code] ?? 0);
    const logits = linear(asked, tape.constant([width, codes.length], columns), tape.constant([codes.length], bias));
    return sumAxis(exp(logits), 1);
  }

  /** The cumulative hazard: Σ over bins of e^η · years, [B, 1]. */
  function hazardsOf({ outcome, days }: { outcome: number; days: number }) {
    const [outcomes, bins] = [config.outcomes.length, config.hazardBins.length];
    const years = new Float32Array(outcomes * bins);
    years.set(yearsInBins(config.hazardBins, days), outcome * bins);
    const hazards = mul(exp(logHazardsOf(build, asked)), tape.constant([1, outcomes, bins], years));
    return add(sumAxis(sumAxis(hazards, 1), 2), tape.constant([1, 1, 1], Float32Array.of(1e-30)));
  }
}

/** The tokens as they are, and in the baseline. */
function endsOf(model: Model, batch: Batch, keep: readonly number[]): { base: Float32Array; full: Float32Array } {
  if (batch.rows !== 1 || batch.queries !== 1) throw new RangeError('an attribution is of one row with one query');
  const { width } = model.network;
  const full = tokensOf(model.weights, width, batch);
  const base = new Float32Array(full.length);
  for (const [n, code] of batch.codes.entries()) {
    // Padding is seen by nobody.
    if (code === 0 || keep.includes(n)) base.set(full.subarray(n * width, (n + 1) * width), n * width);
  }
  return { base, full };
}

/** One row, several times over. */
function repeated(batch: Batch, network: NetworkConfig, rows: number): Batch {
  const many = emptyBatch({ rows, length: batch.length, queries: batch.queries }, network);
  for (let r = 0; r < rows; r++) {
    const row = rowsOf(many, r, 1);
    row.codes.set(batch.codes);
    row.measures.set(batch.measures);
    row.values.set(batch.values);
    row.ages.set(batch.ages);
    row.gaps.set(batch.gaps);
    row.from.set(batch.from);
    row.to.set(batch.to);
    row.queryAt.set(batch.queryAt);
  }
  return many;
}

function setTokens(feeds: Feeds, data: Float32Array): void {
  feeds.set('tokens', { data, shape: feeds.get('tokens')?.shape ?? [] });
}

function setSummaries(feeds: Feeds, data: Float32Array): void {
  feeds.set('summaries', { data, shape: feeds.get('summaries')?.shape ?? [] });
}

/** Nodes and weights of Gauss–Legendre quadrature on [0, 1], by Newton's method on the Legendre polynomial. */
export function gaussLegendre(n: number): { positions: number[]; weights: number[] } {
  const positions: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 50; iteration++) {
      let [before, value] = [0, 1];
      for (let k = 0; k < n; k++) [before, value] = [value, ((2 * k + 1) * x * value - k * before) / (k + 1)];
      slope = (n * (x * value - before)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    positions.push((1 - x) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { positions, weights };
}

function sum(values: Float64Array): number {
  return values.reduce((total, x) => total + x, 0);
}
