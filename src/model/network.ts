import type { BatchShape } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { attention } from './graph/attention.ts';
import {
  add,
  addNorm,
  erfGate,
  linear,
  matmul,
  mul,
  reshape,
  rmsNorm,
  squaredRelu,
  stretch,
  transpose,
  unary,
} from './graph/ops.ts';
import { size as sizeOf, type Tape, type Tensor } from './graph/tape.ts';
import { inventoryOf, type Parameter } from './parameters.ts';
import { TIME_FEATURES } from './time.ts';

/** What a graph is built from: the tape, the sizes, and the weights by name. */
export interface Build {
  readonly tape: Tape;
  readonly config: NetworkConfig;
  readonly shape: BatchShape;
  weight(name: string): Tensor;
  /** The queries' summaries, [B·Q, F]. */
  summaries(): Tensor;
}

/** A build whose weights come from `of`, each when first asked for; the gradient of summaries where it is wanted. */
export function buildOf(
  tape: Tape,
  config: NetworkConfig,
  shape: BatchShape,
  of: (parameter: Parameter) => Tensor,
  { trackSummaries = false } = {},
): Build {
  const parameters = new Map(inventoryOf(config).parameters.map((parameter) => [parameter.name, parameter]));
  const asked = new Map<string, Tensor>();
  const weight = (name: string): Tensor => {
    const known = asked.get(name);
    if (known) return known;
    const parameter = parameters.get(name);
    if (!parameter) throw new RangeError(`no weight ${name}`);
    const tensor = of(parameter);
    asked.set(name, tensor);
    return tensor;
  };
  const wide = [shape.rows * shape.queries, config.summaries];
  let read: Tensor | undefined;
  const summaries = (): Tensor => {
    read ??= trackSummaries ? tape.leaf('summaries', wide) : tape.input('summaries', wide);
    return read;
  };
  return { tape, config, shape, weight, summaries };
}

/** The states of the network: at the query positions [B·Q, d], and at every position [B·T, d] where they are wanted. */
export interface States {
  readonly asked: Tensor;
  readonly all?: Tensor;
}

/**
 * A pre-norm transformer (Vaswani et al. 2017; Xiong et al. 2020) over a person's events:
 *
 *   x⁰ = code + z · value + z² · value2 + time features · W_time  (+ summaries · W_summary at the queries)
 *   x ← x + drop(Attention(norm x) W_out),   x ← x + drop(f(norm x W_up) W_down),   state = norm x
 *
 * `tokens` [B·T, d] is the sum of the first three terms, gathered outside the graph (`embedding.ts`). Where only the
 * queries' states are wanted, the last layer computes no others.
 */
export function statesOf(
  build: Build,
  tokens: Tensor,
  {
    everywhere,
    ahead,
    drops = (x) => x,
  }: { everywhere: boolean; ahead?: number | undefined; drops?: (x: Tensor) => Tensor },
): States {
  const { tape, config, shape, weight } = build;
  const { rows, length, queries } = shape;
  const { width, layers, summaries } = config;
  const mask = maskOf(build);
  const chosen = queries > 0 ? positionsOf(build, 'queryAt', queries) : undefined;
  const pick = (x: Tensor) =>
    chosen ? reshape(matmul(chosen, reshape(x, [rows, length, width])), [rows * queries, width]) : x;
  let x = add(tokens, linear(tape.input('time.features', [rows * length, TIME_FEATURES]), weight('time')));
  if (summaries > 0 && chosen) {
    const summary = reshape(linear(build.summaries(), weight('summary')), [rows, queries, width]);
    x = add(x, reshape(matmul(transpose(chosen), summary), [rows * length, width]));
  }
  x = drops(x);
  let normed = rmsNorm(x);
  for (let layer = 0; layer < layers; layer++) {
    const w = (name: string) => weight(`${layer}.${name}`);
    const last = layer === layers - 1 && !everywhere;
    const mixed =
      last && chosen
        ? attendFrom(normed, pick(normed), { w, mask: maskAt(chosen, mask), build, ahead })
        : attend(normed, { w, mask, build, ahead });
    if (last) x = pick(x);
    [x, normed] = addNorm(x, drops(linear(mixed, w('out'), w('out.bias'))));
    [x, normed] = addNorm(x, drops(widened(normed, config, w)));
  }
  if (!everywhere) return { asked: layers === 0 ? pick(normed) : normed };
  return { all: normed, asked: pick(normed) };
}

/** The second half of a layer: f(x W_up + b) W_down + b. GELU(x) = √½ · erfGate(√½ x), its scales on the two maps. */
function widened(x: Tensor, { activation }: NetworkConfig, w: (name: string) => Tensor): Tensor {
  const half = Math.SQRT1_2;
  if (activation === 'relu2') return linear(squaredRelu(linear(x, w('up'), w('up.bias'))), w('down'), w('down.bias'));
  // Without a gradient to come, the runtime's own GELU is one pass instead of three.
  if (!x.tracked) return linear(unary('Gelu', linear(x, w('up'), w('up.bias'))), w('down'), w('down.bias'));
  const up = linear(x, w('up'), w('up.bias'), { alpha: half, beta: half });
  return linear(erfGate(up), w('down'), w('down.bias'), { alpha: half });
}

interface Layer {
  readonly w: (name: string) => Tensor;
  readonly mask: Tensor;
  readonly build: Build;
  /** See `graph/attention.ts`. */
  readonly ahead: number | undefined;
}

/** Every position of the normed x looks. */
function attend(x: Tensor, { w, mask, ahead, build: { config, shape } }: Layer): Tensor {
  const { rows, length } = shape;
  const { width, heads } = config;
  const part = (from: number, to: number) =>
    reshape(linear(x, ...columns(w, width, from, to)), [rows, length, (to - from) * width]);
  // Without a gradient to come, three products cost less than one that is cut in three.
  const from = x.tracked ? [part(0, 3)] : [part(0, 1), part(1, 2), part(2, 3)];
  return reshape(attention({ from, mask, heads, width, ahead }), [rows * length, width]);
}

/** Weight and bias of some of queries, keys and values. */
function columns(w: Layer['w'], width: number, from: number, to: number): readonly [Tensor, Tensor] {
  const [weight, bias] = [w('qkv'), w('qkv.bias')];
  if (to - from === 3) return [weight, bias];
  return [stretch(weight, from * width, to * width), stretch(bias, from * width, to * width)];
}

/** Only the queries [B·Q, d] look, at every position x, both normed. */
function attendFrom(x: Tensor, asked: Tensor, { w, mask, build: { config, shape } }: Layer): Tensor {
  const { rows, length, queries } = shape;
  const { width } = config;
  const q = reshape(linear(asked, ...columns(w, width, 0, 1)), [rows, queries, width]);
  const kv = reshape(linear(x, ...columns(w, width, 1, 3)), [rows, length, 2 * width]);
  return reshape(attention({ from: [q, kv], mask, heads: config.heads, width }), [rows * queries, width]);
}

/**
 * Log of the rate of each code, a year, at states h [n, d]: h · codeᵀ + rate (tied embedding), [n, V]; where `priorRates`,
 * added to what is known beforehand (then h are the states of all positions).
 */
export function logRatesOf({ weight, tape, config }: Build, h: Tensor): Tensor {
  const shape = [h.shape[0] ?? 1, config.vocabulary];
  const learnt = tape.node('Gemm', [h, weight('code'), weight('rate')], shape, { transB: 1 });
  return config.priorRates ? tape.node('Add', [learnt, tape.input('priors', shape)], shape) : learnt;
}

/**
 * Log-hazards a year of each outcome in each bin at the queries, [B·Q, O, K]:
 * η = base + h · W_hazard + summaries · W_skip, the last two the same in all bins unless `hazardsVary`.
 */
export function logHazardsOf(build: Build, asked: Tensor): Tensor {
  const { config, shape, weight } = build;
  const [outcomes, bins] = [config.outcomes.length, config.hazardBins.length];
  const count = shape.rows * shape.queries;
  let eta = reshape(linear(asked, weight('hazard')), [count, outcomes, config.hazardsVary ? bins : 1]);
  if (config.summaries > 0) {
    eta = add(eta, reshape(linear(build.summaries(), weight('hazard.skip')), [count, outcomes, 1]));
  }
  return add(eta, reshape(weight('hazard.base'), [1, outcomes, bins]));
}

/**
 * Logits of the next measurement's bin, [B·T, bins]: one hidden layer over the state that predicts it (picked by
 * `targetAt`) and the embedding of the code that was measured (`asked` [B·T, d]).
 */
export function binLogitsOf(build: Build, states: Tensor, asked: Tensor): Tensor {
  const { config, shape, weight } = build;
  const { rows, length } = shape;
  const from = matmul(positionsOf(build, 'targetAt', length), reshape(states, [rows, length, config.width]));
  const state = linear(reshape(from, [rows * length, config.width]), weight('bin.state'), weight('bin.bias'));
  return linear(erfGate(add(state, linear(asked, weight('bin.code')))), weight('bin.out'), weight('bin.out.bias'));
}

/**
 * Added to the score of a position that must not be seen: a share of e⁻⁶⁰ of its neighbours', which is nothing in float32.
 * Not −∞: the runtime's softmax would give denormal numbers, which cost ten times as much.
 */
const HIDDEN = -60;

/** [B, 1, T, T]: 0 where position i sees j, that is from[i] <= j < to[i] or i = j, and HIDDEN elsewhere. */
function maskOf({ tape, shape: { rows, length } }: Build): Tensor {
  const square = [rows, length, length];
  const keys = tape.constant(
    [1, 1, length],
    Int32Array.from({ length }, (_, j) => j),
  );
  const self = tape.constant(
    [1, length, 1],
    Int32Array.from({ length }, (_, i) => i),
  );
  const bound = (name: string) => tape.input(name, [rows, length, 1], 'int32');
  const seen = tape.node(
    'And',
    [tape.node('GreaterOrEqual', [keys, bound('from')], square), tape.node('Less', [keys, bound('to')], square)],
    square,
  );
  const [open, closed] = [tape.constant([1], Float32Array.of(0)), tape.constant([1], Float32Array.of(HIDDEN))];
  const itself = tape.node('Equal', [keys, self], [1, length, length]);
  const others = tape.node('Where', [itself, open, closed], [1, length, length]);
  const mask = tape.node('Where', [seen, open, others], square);
  return tape.node('Reshape', [mask, tape.ints(rows, 1, length, length)], [rows, 1, length, length]);
}

/** The mask's rows at the queries, [B, 1, Q, T]. */
function maskAt(chosen: Tensor, mask: Tensor): Tensor {
  const [rows = 1, queries = 1, length = 1] = chosen.shape;
  const picked = matmul(chosen, reshape(mask, [rows, length, length]));
  return reshape(picked, [rows, 1, queries, length]);
}

/** A 0/1 matrix [B, count, T] that picks the positions named by an input, by a product that can be differentiated. */
function positionsOf({ tape, shape: { rows, length } }: Build, name: string, count: number): Tensor {
  const at = tape.input(name, [rows, count, 1], 'int32');
  const keys = tape.constant(
    [1, 1, length],
    Int32Array.from({ length }, (_, j) => j),
  );
  return tape.node('Cast', [tape.node('Equal', [keys, at], [rows, count, length])], [rows, count, length], { to: 1 });
}

/**
 * Dropout (Srivastava et al. 2014) with masks from outside, so that they are the same on every machine: the graph takes a
 * pool of 2 · B·T·d factors (0, or 1/(1 − p)), and each site multiplies by a slice of it, from a random place on.
 */
export function dropoutOf({ tape, config, shape }: Build): (x: Tensor) => Tensor {
  if (config.dropout === 0) return (x) => x;
  const count = shape.rows * shape.length * config.width;
  const pool = tape.input('drop.pool', [2 * count]);
  const starts = tape.input('drop.starts', [dropSites(config)], 'int32');
  let site = 0;
  return (x) => {
    const start = tape.node('Slice', [starts, tape.ints(site), tape.ints(site + 1)], [1]);
    const end = tape.node('Add', [start, tape.constant([1], Int32Array.of(sizeOf(x.shape)))], [1]);
    site += 1;
    const slice = tape.node('Slice', [pool, start, end], [sizeOf(x.shape)]);
    return mul(x, tape.node('Reshape', [slice, tape.ints(...x.shape)], x.shape));
  };
}

export function dropSites({ layers }: NetworkConfig): number {
  return 1 + 2 * layers;
}
