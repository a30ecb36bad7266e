import { binary, reshaped } from './ops.ts';
import type { Tape, Tensor } from './tape.ts';

/**
 * Multi-head attention (Vaswani et al. 2017). qkv [B·T, 3d] holds queries, keys and values side by side; `mask`
 * [B, 1, T, T] is added to the scores: 0 where a position may look, −∞ (−1e9) where not. Result [B·T, d].
 *
 * With S = QKᵀ/√k + mask, P = softmax S and O = PV, the gradients are dV = Pᵀ dO, dP = dO Vᵀ,
 * dS = P ⊙ (dP − D) with D the row sums of dO ⊙ O, dQ = dS K/√k, dK = dSᵀ Q/√k.
 */
export function attention(qkv: Tensor, mask: Tensor, { heads }: { heads: number }): Tensor {
  const { tape } = qkv;
  const [batch = 1, , , length = 1] = mask.shape;
  const [rows = 1, columns = 1] = qkv.shape;
  const width = columns / 3;
  const scale = 1 / Math.sqrt(width / heads);
  const flat = [rows, width];
  const [q, k, v] = tape
    .nodes('Split', [qkv], [flat, flat, flat], { axis: 1, num_outputs: 3 })
    .map((x) => reshaped(x, [batch, length, width]));
  if (!q || !k || !v) throw new RangeError('three results');
  const [mixed, , , weights] = tape.nodes(
    'Attention',
    [q, k, v, mask],
    [[batch, length, width], undefined, undefined, [batch, heads, length, length]],
    { q_num_heads: heads, kv_num_heads: heads, qk_matmul_output_mode: 3 },
  );
  if (!mixed || !weights) throw new RangeError('two results');
  const y = reshaped(mixed, flat);
  tape.pullback(y, (dy) => tape.send(qkv, backward(tape, { q, k, v, mixed, weights, dy, heads, scale })));
  return y;
}

interface Saved {
  readonly q: Tensor;
  readonly k: Tensor;
  readonly v: Tensor;
  readonly mixed: Tensor;
  readonly weights: Tensor;
  readonly dy: Tensor;
  readonly heads: number;
  readonly scale: number;
}

/**
 * The backward pass on transposed layouts, [B·heads, k, T]: so the products are T wide, and the only transpositions are of
 * [T, d]. D is subtracted inside the product: (dOᵀ; D)ᵀ (Vᵀ; −1) = dO Vᵀ − D.
 */
function backward(tape: Tape, { q, k, v, mixed, weights, dy, heads, scale }: Saved): Tensor {
  const [batch = 1, length = 1, width = 1] = q.shape;
  const all = batch * heads;
  const each = width / heads;
  const byHead = (x: Tensor) => {
    const turned = tape.node('Transpose', [x], [batch, width, length], { perm: [0, 2, 1] });
    return reshaped(turned, [all, each, length]);
  };
  const product = (a: Tensor, b: Tensor, rows: number, attributes: Record<string, number>, factor = 1) =>
    tape.node('FusedMatMul', [a, b], [all, rows, length], { ...attributes, alpha: { float: factor } }, 'com.microsoft');
  const [qt, kt, vt, ot] = [byHead(q), byHead(k), byHead(v), byHead(mixed)];
  const dot = byHead(reshaped(dy, [batch, length, width]));
  const p = reshaped(weights, [all, length, length]);
  const d = tape.node('ReduceSum', [binary('Mul', dot, ot), tape.ints(1)], [all, 1, length], { keepdims: 1 });
  const minusOne = tape.constant([all, 1, length], new Float32Array(all * length).fill(-1));
  const withD = tape.node('Concat', [dot, d], [all, each + 1, length], { axis: 1 });
  const withOne = tape.node('Concat', [vt, minusOne], [all, each + 1, length], { axis: 1 });
  const ds = binary('Mul', p, product(withD, withOne, length, { transA: 1 }));
  const dvt = product(dot, p, each, {});
  const dkt = product(qt, ds, each, {}, scale);
  const dqt = product(kt, ds, each, { transB: 1 }, scale);
  const parts = [dqt, dkt, dvt].map((x) => reshaped(x, [batch, width, length]));
  const joined = tape.node('Concat', parts, [batch, 3 * width, length], { axis: 1 });
  const turned = tape.node('Transpose', [joined], [batch, length, 3 * width], { perm: [0, 2, 1] });
  return reshaped(turned, [batch * length, 3 * width]);
}
