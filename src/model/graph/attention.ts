import { binary, joinRows, reshape, reshaped, scalar, split, transpose, transposed } from './ops.ts';
import type { Tensor } from './tape.ts';

interface Heads {
  /** Queries, keys and values, each [B, M or T, d], one after the other along the last axis: of one tensor, or of two. */
  readonly from: readonly Tensor[];
  /** [B, 1, M, T], added to the scores: 0 where a query may look, far below where not. */
  readonly mask: Tensor;
  readonly heads: number;
  /** d. */
  readonly width: number;
  /** Says that no query looks farther ahead than {@link isNear} allows, so that what lies beyond need not be computed. */
  readonly near?: boolean;
}

/**
 * Multi-head attention (Vaswani et al. 2017), [B, M, d]. With k = d / heads, S = QKᵀ/√k + mask, P = softmax S and O = PV,
 * the gradients are dV = Pᵀ dO, dP = dO Vᵀ, dS = P ⊙ (dP − D) with D the row sums of dO ⊙ O, dQ = dS K/√k,
 * dK = dSᵀ Q/√k.
 *
 * All of it works on transposed layouts, [B·heads, k, M or T]: so the products are wide, and the only transpositions are one
 * of what comes in and one of what goes out, both ways. (The runtime's own Attention node is no faster with a mask.)
 */
export function attention({ from, mask, heads, width, near = false }: Heads): Tensor {
  const [batch = 1, , asking = 1, length = 1] = mask.shape;
  if (!from.some(({ tracked }) => tracked)) return untracked({ from, mask, heads, width, near });
  const rows = piece(batch, 4 * heads * asking * length);
  const masks = split(mask, 0, batch / rows);
  const parts = from.map((x) => split(x, 0, batch / rows));
  return joinRows(
    masks.map((mask, i) => {
      const [q, k, v] = parts.flatMap((part) => {
        const turned = transpose(part[i] ?? mask);
        return split(turned, 1, (turned.shape[1] ?? width) / width);
      });
      if (!q || !k || !v) throw new RangeError('queries, keys and values');
      return transpose(attend({ q, k, v, mask, heads }));
    }),
  );
}

/** Queries that are asked together where they look back, and how many keys after them they may see. */
const BLOCK = 64;
const AHEAD = 32;

/** Whether every position of rows of `length` sees at most {@link AHEAD} positions after its block of {@link BLOCK}. */
export function isNear(to: Int32Array, length: number): boolean {
  if (length <= 2 * BLOCK) return false;
  return to.every((end, n) => end <= BLOCK * (Math.floor((n % length) / BLOCK) + 1) + AHEAD);
}

/** The runtime's own node: whole, or by blocks of queries, each with the keys that it may see. */
function untracked({ from, mask, heads, width, near }: Heads): Tensor {
  const [q, k, v] = from.flatMap((x) => split(x, 2, (x.shape[2] ?? width) / width));
  if (!q || !k || !v) throw new RangeError('queries, keys and values');
  const node = (q: Tensor, k: Tensor, v: Tensor, mask: Tensor) =>
    q.tape.node('Attention', [q, k, v, mask], q.shape, { q_num_heads: heads, kv_num_heads: heads });
  const [asking = 1, length = 1] = [q.shape[1], k.shape[1]];
  if (!near || asking < length) return node(q, k, v, mask);
  const blocks: Tensor[] = [];
  for (let start = 0; start < length; start += BLOCK) {
    const [end, seen] = [Math.min(length, start + BLOCK), Math.min(length, start + BLOCK + AHEAD)];
    const visible = slice(slice(mask, 2, start, end), 3, 0, seen);
    blocks.push(node(slice(q, 1, start, end), slice(k, 1, 0, seen), slice(v, 1, 0, seen), visible));
  }
  return q.tape.node('Concat', blocks, q.shape, { axis: 1 });
}

/** A stretch of an axis, without a gradient. */
function slice(x: Tensor, axis: number, from: number, to: number): Tensor {
  if (from === 0 && to === x.shape[axis]) return x;
  const shape = x.shape.map((n, i) => (i === axis ? to - from : n));
  return x.tape.node('Slice', [x, x.tape.ints(from), x.tape.ints(to), x.tape.ints(axis)], shape);
}

/** Bytes of attention weights that stay in a core's second cache, about. */
const CACHE = 2 ** 20;

/** The most rows, a divisor of the batch's, whose attention weights fit into the cache; at least one. */
function piece(batch: number, bytes: number): number {
  let rows = Math.max(1, Math.min(batch, Math.floor(CACHE / bytes)));
  while (batch % rows !== 0) rows -= 1;
  return rows;
}

/** q [B, d, M], k and v [B, d, T] to [B, d, M]. */
function attend({ q, k, v, mask, heads }: Record<'q' | 'k' | 'v' | 'mask', Tensor> & { heads: number }): Tensor {
  const { tape } = q;
  const [batch = 1, width = 1, asking = 1] = q.shape;
  const length = k.shape[2] ?? 1;
  const [all, each] = [batch * heads, width / heads];
  const scale = 1 / Math.sqrt(each);
  const product = (a: Tensor, b: Tensor, shape: [number, number], { transA = 0, transB = 0 }, factor = 1) => {
    if (!tape.portable) {
      const attributes = { transA, transB, alpha: { float: factor } };
      return tape.node('FusedMatMul', [a, b], [all, ...shape], attributes, 'com.microsoft');
    }
    const turned = [transA ? transposed(a) : a, transB ? transposed(b) : b];
    const plain = tape.node('MatMul', turned, [all, ...shape]);
    return factor === 1 ? plain : binary('Mul', plain, scalar(tape, factor));
  };

  const byHead = (x: Tensor) => reshaped(x, [all, each, x.shape[2] ?? 1]);
  const [qt, kt, vt] = [byHead(q), byHead(k), byHead(v)];
  const scores = reshaped(product(qt, kt, [asking, length], { transA: 1 }, scale), [batch, heads, asking, length]);
  const weights = tape.node('Softmax', [binary('Add', scores, mask)], scores.shape, { axis: -1 });
  const p = reshaped(weights, [all, asking, length]);
  const ot = product(vt, p, [each, asking], { transB: 1 });

  tape.pullback(ot, (dot) => {
    // D is subtracted inside the product: (dOᵀ; D)ᵀ (Vᵀ; −1) = dO Vᵀ − D.
    const d = tape.node('ReduceSum', [binary('Mul', dot, ot), tape.ints(1)], [all, 1, asking], { keepdims: 1 });
    const minusOne = tape.constant([all, 1, length], new Float32Array(all * length).fill(-1));
    const withD = tape.node('Concat', [dot, d], [all, each + 1, asking], { axis: 1 });
    const withOne = tape.node('Concat', [vt, minusOne], [all, each + 1, length], { axis: 1 });
    const ds = binary('Mul', p, product(withD, withOne, [asking, length], { transA: 1 }));
    const back = (to: Tensor, gradient: Tensor) => tape.send(to, reshaped(gradient, to.shape));
    back(q, product(kt, ds, [each, asking], { transB: 1 }, scale));
    back(k, product(qt, ds, [each, length], {}, scale));
    back(v, product(dot, p, [each, length], {}));
  });
  return reshape(ot, q.shape);
}
