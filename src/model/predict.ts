import type { InferenceSession } from 'onnxruntime-node';
import { type Batch, type BatchShape, rowsOf } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { inputFeeds } from './feeds.ts';
import { aheadOf } from './graph/attention.ts';
import { Tape } from './graph/tape.ts';
import { buildOf, logHazardsOf, logRatesOf, statesOf } from './network.ts';
import { runGraph, sessionOf } from './session.ts';
import type { Weights } from './weights.ts';

/** What is read off a batch, at n places: its B·Q queries, or all of its B·T positions. */
export interface Prediction {
  /** [n, d]: the embedding of the person's history up to there. */
  readonly states: Float32Array;
  /** [n, V] log of the rate of each code, a year; empty without the head. */
  readonly logRates: Float32Array;
  /** [B·Q, O, K] log-hazards a year, at the queries; empty without outcomes. */
  readonly logHazards: Float32Array;
}

export interface PredictOptions {
  /** Where states and rates are read: at the queries, or everywhere. */
  readonly at?: 'queries' | 'all';
  /** Leaves the rates out where only hazards or states are wanted. */
  readonly rates?: boolean;
  readonly threads?: number;
}

/** The graph of a prediction, with the weights in it, so that the runtime can lay them out once. */
export function predictionGraph(
  config: NetworkConfig,
  weights: Weights,
  shape: BatchShape,
  { at = 'queries', rates = true, ahead }: PredictOptions & { readonly ahead?: number | undefined },
): Uint8Array {
  const tape = new Tape();
  const build = buildOf(tape, config, shape, ({ name, shape }) => tape.constant(shape, weights.get(name)));
  const tokens = tape.input('tokens', [shape.rows * shape.length, config.width]);
  const { all, asked } = statesOf(build, tokens, { everywhere: at === 'all', ahead });
  const states = all ?? asked;
  if (config.nextEvent && rates) tape.output('logRates', logRatesOf(build, states));
  if (config.outcomes.length > 0 && shape.queries > 0) tape.output('logHazards', logHazardsOf(build, asked));
  tape.output('states', states);
  return tape.graph.toBytes();
}

const SESSIONS = 16;
const NONE = new Float32Array(0);

/** Bytes of attention weights that stay in a core's second cache, about. */
const CACHE = 2 ** 20;

/** The most rows, a divisor of the batch's, whose attention weights fit into the cache; at least one. */
function pieceOf({ rows, length }: Batch, { heads }: NetworkConfig): number {
  const most = Math.max(1, Math.min(rows, Math.floor(CACHE / (4 * heads * length * length))));
  for (let piece = most; piece > 1; piece--) if (rows % piece === 0) return piece;
  return 1;
}

function joined(arrays: readonly Float32Array[]): Float32Array {
  const [first = NONE] = arrays;
  if (arrays.length === 1) return first;
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** Predicts with one network; a session for each shape of batch is built when first needed and kept. */
export class Predictor {
  readonly #sessions = new Map<string, Promise<InferenceSession>>();
  readonly #config: NetworkConfig;
  readonly #weights: Weights;

  constructor(config: NetworkConfig, weights: Weights) {
    this.#config = config;
    this.#weights = weights;
  }

  /** Large batches go through piece by piece: faster, since a piece's attention stays in the processor's cache. */
  async predict(batch: Batch, options: PredictOptions = {}): Promise<Prediction> {
    const rows = pieceOf(batch, this.#config);
    const pieces: Map<string, Float32Array>[] = [];
    for (let first = 0; first < batch.rows; first += rows) {
      const piece = rowsOf(batch, first, rows);
      const session = await this.#sessionFor(piece, options);
      pieces.push(await runGraph(session, inputFeeds(this.#config, this.#weights, piece)));
    }
    const result = (name: string) => joined(pieces.map((piece) => piece.get(name) ?? NONE));
    return { states: result('states'), logRates: result('logRates'), logHazards: result('logHazards') };
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await (await session).release();
    this.#sessions.clear();
  }

  #sessionFor({ rows, length, queries, to }: Batch, options: PredictOptions): Promise<InferenceSession> {
    const ahead = aheadOf(to, length);
    const key = JSON.stringify([rows, length, queries, ahead, options.at, options.rates, options.threads]);
    const known = this.#sessions.get(key);
    if (known) return known;
    const graph = predictionGraph(this.#config, this.#weights, { rows, length, queries }, { ...options, ahead });
    const session = sessionOf(graph, options.threads);
    this.#sessions.set(key, session);
    const [oldest] = this.#sessions.entries();
    if (this.#sessions.size > SESSIONS && oldest) {
      this.#sessions.delete(oldest[0]);
      oldest[1].then((old) => old.release());
    }
    return session;
  }
}
