import { binary, joinRows, reshaped, splitRows } from './ops.ts';
import type { Tensor } from './tape.ts';

interface Heads {
  /** Queries [B, M, d], keys and values [B, T, d]. */
  readonly q: Tensor;
  readonly k: Tensor;
  readonly v: Tensor;
  /** [B, 1, M, T], added to the scores: 0 where a query may look, far below where not. */
  readonly mask: Tensor;
  readonly heads: number;
}

/**
 * Multi-head attention (Vaswani et al. 2017), [B, M, d]. With k = d / heads, S = QKᵀ/√k + mask, P = softmax S and O = PV,
 * the gradients are dV = Pᵀ dO, dP = dO Vᵀ, dS = P ⊙ (dP − D) with D the row sums of dO ⊙ O, dQ = dS K/√k,
 * dK = dSᵀ Q/√k.
 *
 * All of it works on transposed layouts, [B·heads, k, M or T]: so the products are wide, and the only transpositions are of
 * [T, d], once for forward and backward. (The runtime's own Attention node is no faster with a mask.)
 */
export function attention(whole: Heads): Tensor {
  const { q, k, v, mask, heads } = whole;
  const [batch = 1, asking = 1] = q.shape;
  const rows = piece(batch, 4 * heads * asking * (k.shape[1] ?? 1));
  if (rows === batch) return attend(whole);
  const [qs, ks, vs, masks] = [q, k, v, mask].map((x) => splitRows(x, rows));
  return joinRows(
    (qs ?? []).map((q, i) => attend({ q, k: ks?.[i] ?? k, v: vs?.[i] ?? v, mask: masks?.[i] ?? mask, heads })),
  );
}

/** Bytes of attention weights that stay in a core's second cache, about. */
const CACHE = 2 ** 20;

/** The most rows, a divisor of the batch's, whose attention weights fit into the cache; at least one. */
function piece(batch: number, bytes: number): number {
  let rows = Math.max(1, Math.min(batch, Math.floor(CACHE / bytes)));
  while (batch % rows !== 0) rows -= 1;
  return rows;
}

function attend({ q, k, v, mask, heads }: Heads): Tensor {
  const { tape } = q;
  const [batch = 1, asking = 1, width = 1] = q.shape;
  const length = k.shape[1] ?? 1;
  const [all, each] = [batch * heads, width / heads];
  const scale = 1 / Math.sqrt(each);

  const byHead = (x: Tensor) => {
    const positions = x.shape[1] ?? 1;
    const turned = tape.node('Transpose', [x], [batch, width, positions], { perm: [0, 2, 1] });
    return reshaped(turned, [all, each, positions]);
  };
  const back = (x: Tensor) => {
    const positions = x.shape[2] ?? 1;
    const joined = reshaped(x, [batch, width, positions]);
    return tape.node('Transpose', [joined], [batch, positions, width], { perm: [0, 2, 1] });
  };
  const product = (a: Tensor, b: Tensor, shape: [number, number], attributes: Record<string, number>, factor = 1) =>
    tape.node('FusedMatMul', [a, b], [all, ...shape], { ...attributes, alpha: { float: factor } }, 'com.microsoft');

  const [qt, kt, vt] = [byHead(q), byHead(k), byHead(v)];
  const scores = reshaped(product(qt, kt, [asking, length], { transA: 1 }, scale), [batch, heads, asking, length]);
  const weights = tape.node('Softmax', [binary('Add', scores, mask)], scores.shape, { axis: -1 });
  const p = reshaped(weights, [all, asking, length]);
  const ot = product(vt, p, [each, asking], { transB: 1 });
  const y = back(ot);

  tape.pullback(y, (dy) => {
    const dot = byHead(dy);
    // D is subtracted inside the product: (dOᵀ; D)ᵀ (Vᵀ; −1) = dO Vᵀ − D.
    const d = tape.node('ReduceSum', [binary('Mul', dot, ot), tape.ints(1)], [all, 1, asking], { keepdims: 1 });
    const minusOne = tape.constant([all, 1, length], new Float32Array(all * length).fill(-1));
    const withD = tape.node('Concat', [dot, d], [all, each + 1, asking], { axis: 1 });
    const withOne = tape.node('Concat', [vt, minusOne], [all, each + 1, length], { axis: 1 });
    const ds = binary('Mul', p, product(withD, withOne, [asking, length], { transA: 1 }));
    tape.send(q, back(product(kt, ds, [each, asking], { transB: 1 }, scale)));
    tape.send(k, back(product(qt, ds, [each, length], {}, scale)));
    tape.send(v, back(product(dot, p, [each, length], {})));
  });
  return y;
}
