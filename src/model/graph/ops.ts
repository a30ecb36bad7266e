import type { Shape } from './graph.ts';
import { size, type Tape, type Tensor } from './tape.ts';

/** a + b, broadcast as NumPy does. */
export function add(a: Tensor, b: Tensor): Tensor {
  const y = binary('Add', a, b);
  a.tape.pullback(y, (dy) => {
    a.tape.send(a, sumTo(dy, a.shape));
    a.tape.send(b, sumTo(dy, b.shape));
  });
  return y;
}

/** a - b, broadcast. */
export function sub(a: Tensor, b: Tensor): Tensor {
  const y = binary('Sub', a, b);
  a.tape.pullback(y, (dy) => {
    a.tape.send(a, sumTo(dy, a.shape));
    if (b.tracked) a.tape.send(b, sumTo(unary('Neg', dy), b.shape));
  });
  return y;
}

/** a ⊙ b, broadcast. */
export function mul(a: Tensor, b: Tensor): Tensor {
  const y = binary('Mul', a, b);
  a.tape.pullback(y, (dy) => {
    if (a.tracked) a.tape.send(a, sumTo(binary('Mul', dy, b), a.shape));
    if (b.tracked) a.tape.send(b, sumTo(binary('Mul', dy, a), b.shape));
  });
  return y;
}

/** A constant scalar. */
export function scalar(tape: Tape, value: number): Tensor {
  return tape.constant([], Float32Array.of(value));
}

export function exp(x: Tensor): Tensor {
  const y = unary('Exp', x);
  x.tape.pullback(y, (dy) => x.tape.send(x, binary('Mul', dy, y)));
  return y;
}

export function log(x: Tensor): Tensor {
  const y = unary('Log', x);
  x.tape.pullback(y, (dy) => x.tape.send(x, binary('Div', dy, x)));
  return y;
}

export function neg(x: Tensor): Tensor {
  const y = unary('Neg', x);
  x.tape.pullback(y, (dy) => x.tape.send(x, unary('Neg', dy)));
  return y;
}

/** The sum over one axis, which stays with size 1. */
export function sumAxis(x: Tensor, axis: number): Tensor {
  const y = reduce('ReduceSum', x, axis);
  x.tape.pullback(y, (dy) => x.tape.send(x, x.tape.node('Expand', [dy, x.tape.ints(...x.shape)], x.shape)));
  return y;
}

/** The sum of all entries, a scalar. */
export function sumAll(x: Tensor): Tensor {
  const axes = x.tape.ints(...x.shape.keys());
  const y = x.tape.node('ReduceSum', [x, axes], [], { keepdims: 0 });
  x.tape.pullback(y, (dy) => x.tape.send(x, x.tape.node('Expand', [dy, x.tape.ints(...x.shape)], x.shape)));
  return y;
}

export function reshape(x: Tensor, shape: Shape): Tensor {
  const y = reshaped(x, shape);
  x.tape.pullback(y, (dy) => x.tape.send(x, reshaped(dy, x.shape)));
  return y;
}

/**
 * α x W + β b: x [N, in], W [in, out], b [out]. dx = α dy Wᵀ, dW = α xᵀ dy, db = β Σ dy.
 * The kernel applies α and β for nothing.
 */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor, { alpha = 1, beta = 1 } = {}): Tensor {
  const { tape } = x;
  const y = gemm(x, weight, { alpha, beta, ...(bias && { bias }) });
  tape.pullback(y, (dy) => {
    if (x.tracked) tape.send(x, gemm(dy, weight, { transB: true, alpha }));
    tape.send(weight, gemm(x, dy, { transA: true, alpha }));
    if (!bias) return;
    const sum = tape.node('ReduceSum', [dy, tape.ints(0)], bias.shape, { keepdims: 0 });
    tape.send(bias, beta === 1 ? sum : binary('Mul', sum, scalar(tape, beta)));
  });
  return y;
}

/** Batched products a b: a [B, m, k], b [B, k, n]. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const { tape } = a;
  const y = tape.node('MatMul', [a, b], [a.shape[0] ?? 1, a.shape[1] ?? 1, b.shape[2] ?? 1]);
  tape.pullback(y, (dy) => {
    if (a.tracked) tape.send(a, tape.node('MatMul', [dy, transposed(b)], a.shape));
    if (b.tracked) tape.send(b, tape.node('MatMul', [transposed(a), dy], b.shape));
  });
  return y;
}

/** The last two axes of a batch of matrices, exchanged. */
export function transpose(x: Tensor): Tensor {
  const y = transposed(x);
  x.tape.pullback(y, (dy) => x.tape.send(x, transposed(dy)));
  return y;
}

/** Keeps a norm from dividing by nothing. */
const EPSILON = 1e-5;

/**
 * Root-mean-square normalisation over the features (Zhang & Sennrich 2019): x̂ = x / r, r = √(mean x² + ε).
 * It has no gain: the linear map after it absorbs one. dx = (dx̂ − x̂ · mean(dx̂ ⊙ x̂)) / r.
 */
export function rmsNorm(x: Tensor): Tensor {
  const { tape } = x;
  const [y, inverse] = normed(x);
  tape.pullback(y, (dy) => {
    const along = reduce('ReduceMean', binary('Mul', dy, y), -1);
    tape.send(x, binary('Mul', binary('Sub', dy, binary('Mul', y, along)), inverse));
  });
  return y;
}

/** x̂ and 1 / r: one node on a processor. WebGPU's leaves its second result empty without a word, so there by parts. */
function normed(x: Tensor): [y: Tensor, inverse: Tensor] {
  const { tape } = x;
  const [rows = 1, width = 1] = x.shape;
  if (tape.portable) {
    const square = binary('Add', reduce('ReduceMean', binary('Mul', x, x), -1), scalar(tape, EPSILON));
    const inverse = unary('Reciprocal', unary('Sqrt', square));
    return [binary('Mul', x, inverse), inverse];
  }
  const ones = tape.constant([width], new Float32Array(width).fill(1));
  const [y, inverse] = tape.nodes('SimplifiedLayerNormalization', [x, ones], [x.shape, [rows, 1]], {
    axis: -1,
    epsilon: { float: EPSILON },
  });
  if (!y || !inverse) throw new RangeError('two results');
  return [y, inverse];
}

/** The sum of x and y, and its norm (see {@link rmsNorm}); without a gradient to come, one pass over both. */
export function addNorm(x: Tensor, y: Tensor): [sum: Tensor, normed: Tensor] {
  if (x.tracked || y.tracked) {
    const sum = add(x, y);
    return [sum, rmsNorm(sum)];
  }
  const { tape, shape } = x;
  const ones = tape.constant([shape[1] ?? 1], new Float32Array(shape[1] ?? 1).fill(1));
  const results = [shape, undefined, undefined, shape];
  const made = tape.nodes(
    'SkipSimplifiedLayerNormalization',
    [x, y, ones],
    results,
    { epsilon: { float: EPSILON } },
    'com.microsoft',
  );
  const [normed, , , sum] = made;
  if (!normed || !sum) throw new RangeError('two results');
  return [sum, normed];
}

/**
 * u (1 + erf u), so that GELU(x) = √½ · gate(√½ x) (Hendrycks & Gimpel 2016): both factors cost nothing as the scales of
 * the linear maps before and after it. Its derivative is 1 + erf u + u · 2/√π · exp(−u²).
 */
export function erfGate(u: Tensor): Tensor {
  const { tape } = u;
  const factor = binary('Add', unary('Erf', u), scalar(tape, 1));
  const y = binary('Mul', u, factor);
  tape.pullback(y, (dy) => {
    const bell = unary('Exp', binary('Sub', scalar(tape, Math.log(2 / Math.sqrt(Math.PI))), binary('Mul', u, u)));
    tape.send(u, binary('Mul', dy, binary('Add', factor, binary('Mul', u, bell))));
  });
  return y;
}

/** max(0, x)² (So et al. 2021). dx = 2 max(0, x) · dy. */
export function squaredRelu(x: Tensor): Tensor {
  const { tape } = x;
  const r = unary('Relu', x);
  const y = binary('Mul', r, r);
  tape.pullback(y, (dy) => tape.send(x, binary('Mul', binary('Mul', dy, r), scalar(tape, 2))));
  return y;
}

/** log softmax over the last axis. dx = dy − softmax(x) · Σ dy. */
export function logSoftmax(x: Tensor): Tensor {
  const { tape } = x;
  const y = tape.node('LogSoftmax', [x], x.shape, { axis: -1 });
  tape.pullback(y, (dy) => {
    tape.send(x, binary('Sub', dy, binary('Mul', unary('Exp', y), reduce('ReduceSum', dy, -1))));
  });
  return y;
}

/** Cuts x into pieces of one size along an axis; every piece must be used. */
export function split(x: Tensor, axis: number, pieces: number): Tensor[] {
  if (pieces === 1) return [x];
  const { tape } = x;
  const shape = x.shape.map((n, i) => (i === axis ? n / pieces : n));
  const outputs = tape.nodes('Split', [x], Array(pieces).fill(shape), { axis, num_outputs: pieces });
  tape.pullbackAll(outputs, (gradients) => {
    const given = gradients.flatMap((gradient) => gradient ?? []);
    if (given.length < pieces) throw new RangeError('a piece of a split is not used');
    tape.send(x, tape.node('Concat', given, x.shape, { axis }));
  });
  return outputs;
}

/** Puts tensors one after the other along an axis, in which alone they may differ. */
export function join(pieces: readonly Tensor[], axis: number): Tensor {
  const [first] = pieces;
  if (!first) return missing();
  if (pieces.length === 1) return first;
  const { tape } = first;
  const sizes = pieces.map(({ shape }) => shape[axis] ?? 1);
  const whole = first.shape.map((n, i) => (i === axis ? sizes.reduce((sum, size) => sum + size, 0) : n));
  const y = tape.node('Concat', pieces, whole, { axis });
  tape.pullback(y, (dy) => {
    const shapes = pieces.map(({ shape }) => shape);
    const parts = tape.nodes('Split', [dy, tape.ints(...sizes)], shapes, { axis });
    for (const [i, piece] of pieces.entries()) tape.send(piece, parts[i] ?? missing());
  });
  return y;
}

function missing(): never {
  throw new RangeError('no pieces');
}

/** The entries from..to of the last axis. */
export function stretch(x: Tensor, from: number, to: number): Tensor {
  const { tape } = x;
  const axis = x.shape.length - 1;
  const width = x.shape[axis] ?? 1;
  if (from === 0 && to === width) return x;
  const y = sliced(x, axis, from, to);
  tape.pullback(y, (dy) => {
    const others = Array<number>(axis).fill(0);
    tape.send(x, tape.node('Pad', [dy, tape.ints(...others, from, ...others, width - to)], x.shape));
  });
  return y;
}

// Nodes without a pullback: what the pullbacks themselves are made of.

export function unary(type: string, x: Tensor): Tensor {
  return x.tape.node(type, [x], x.shape);
}

export function binary(type: string, a: Tensor, b: Tensor): Tensor {
  return a.tape.node(type, [a, b], broadcast(a.shape, b.shape));
}

export function reduce(type: 'ReduceSum' | 'ReduceMean', x: Tensor, axis: number): Tensor {
  const at = axis < 0 ? x.shape.length + axis : axis;
  const shape = x.shape.map((n, i) => (i === at ? 1 : n));
  return x.tape.node(type, [x, x.tape.ints(at)], shape, { keepdims: 1 });
}

export function reshaped(x: Tensor, shape: Shape): Tensor {
  return x.tape.node('Reshape', [x, x.tape.ints(...shape)], shape);
}

/** The entries from..to of an axis. */
export function sliced(x: Tensor, axis: number, from: number, to: number): Tensor {
  if (from === 0 && to === x.shape[axis]) return x;
  const shape = x.shape.map((n, i) => (i === axis ? to - from : n));
  return x.tape.node('Slice', [x, x.tape.ints(from), x.tape.ints(to), x.tape.ints(axis)], shape);
}

export function transposed(x: Tensor): Tensor {
  const [batch = 1, rows = 1, columns = 1] = x.shape;
  return x.tape.node('Transpose', [x], [batch, columns, rows], { perm: [0, 2, 1] });
}

/** α A B + β bias, with the transpositions that the kernel takes in its stride. */
export function gemm(
  a: Tensor,
  b: Tensor,
  { bias, transA = false, transB = false, alpha = 1, beta = 1 }: GemmOptions = {},
): Tensor {
  const shape = [a.shape[transA ? 1 : 0] ?? 1, b.shape[transB ? 0 : 1] ?? 1];
  return a.tape.node('Gemm', bias ? [a, b, bias] : [a, b], shape, {
    transA: Number(transA),
    transB: Number(transB),
    alpha: { float: alpha },
    beta: { float: beta },
  });
}

interface GemmOptions {
  readonly bias?: Tensor;
  readonly transA?: boolean;
  readonly transB?: boolean;
  readonly alpha?: number;
  readonly beta?: number;
}

function broadcast(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const at = (shape: Shape, i: number) => shape[i - (rank - shape.length)] ?? 1;
  return Array.from({ length: rank }, (_, i) => {
    const [m, n] = [at(a, i), at(b, i)];
    if (m !== n && m !== 1 && n !== 1) throw new RangeError(`[${a}] and [${b}] do not broadcast`);
    return Math.max(m, n);
  });
}

/** Sums a gradient over the axes along which its tensor was broadcast. */
function sumTo(x: Tensor, shape: Shape): Tensor {
  const lead = x.shape.length - shape.length;
  const axes = [...x.shape.keys()].filter((i) => i < lead || ((shape[i - lead] ?? 1) === 1 && (x.shape[i] ?? 1) !== 1));
  if (axes.length === 0) return x;
  const kept = x.shape.map((n, i) => (axes.includes(i) ? 1 : n));
  const sum = x.tape.node('ReduceSum', [x, x.tape.ints(...axes)], kept, { keepdims: 1 });
  return kept.length === shape.length || size(shape) !== size(kept) ? sum : reshaped(sum, shape);
}
