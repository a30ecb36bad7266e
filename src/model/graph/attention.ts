import { binary, join, reshape, reshaped, scalar, sliced, split, stretch, transpose, transposed } from './ops.ts';
import type { Tensor } from './tape.ts';

interface Heads {
  /** Queries, keys and values, each [B, M or T, d], one after the other along the last axis: of one tensor, or of two. */
  readonly from: readonly Tensor[];
  /** [B, 1, M, T], added to the scores: 0 where a query may look, far below where not. */
  readonly mask: Tensor;
  readonly heads: number;
  /** d. */
  readonly width: number;
  /** How far beyond its block a position may look, see {@link aheadOf}: what lies farther is not computed. */
  readonly ahead?: number | undefined;
}

/**
 * Multi-head attention (Vaswani et al. 2017), [B, M, d]. With k = d / heads, S = QKᵀ/√k + mask, P = softmax S and O = PV,
 * the gradients are dV = Pᵀ dO, dP = dO Vᵀ, dS = P ⊙ (dP − D) with D the row sums of dO ⊙ O, dQ = dS K/√k,
 * dK = dSᵀ Q/√k.
 *
 * All of it works on transposed layouts, [B·heads, k, M or T]: so the products are wide, and the only transpositions are one
 * of what comes in and one of what goes out, both ways. (The runtime's own Attention node is no faster with a mask.)
 */
export function attention({ from, mask, heads, width, ahead }: Heads): Tensor {
  const [batch = 1, , asking = 1, length = 1] = mask.shape;
  const blocks = asking < length ? [{ from: 0, to: asking, seen: length }] : blocksOf(length, ahead);
  if (!from.some(({ tracked }) => tracked)) return untracked({ from, mask, heads, width }, blocks);
  const widest = Math.max(...blocks.map(({ from, to, seen }) => (to - from) * seen));
  const rows = piece(batch, 4 * heads * widest);
  const masks = split(mask, 0, batch / rows);
  const parts = from.map((x) => split(x, 0, batch / rows));
  return join(
    masks.map((mask, i) => {
      const [q, k, v] = parts.flatMap((part) => {
        const turned = transpose(part[i] ?? mask);
        return split(turned, 1, (turned.shape[1] ?? width) / width);
      });
      if (!q || !k || !v) throw new RangeError('queries, keys and values');
      const seen = blocks.map((block) =>
        attend({
          q: stretch(q, block.from, block.to),
          k: stretch(k, 0, block.seen),
          v: stretch(v, 0, block.seen),
          mask: sliced(sliced(mask, 2, block.from, block.to), 3, 0, block.seen),
          heads,
        }),
      );
      return transpose(join(seen, 2));
    }),
    0,
  );
}

/** Queries from..to, asked together, and the first `seen` keys, all that they may see. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly seen: number;
}

/** Queries that are asked together where they look back, and how far beyond their block they are let look, at the least. */
const BLOCK = 64;
const AHEAD = [0, 32, 128];
/** Share of all pairs of positions up to which it is worth its nodes to leave out the others. */
const WORTH = 0.8;

/**
 * How far beyond its block every position of rows of `length` looks at most, in a few steps, so that there are few graphs; undefined
 * where too little is left out for it.
 */
export function aheadOf(to: Int32Array, length: number): number | undefined {
  if (length <= 2 * BLOCK) return undefined;
  let most = 0;
  for (let n = 0; n < to.length; n++) {
    const end = BLOCK * (Math.floor((n % length) / BLOCK) + 1);
    most = Math.max(most, (to[n] as number) - end);
  }
  const ahead = AHEAD.find((one) => most <= one);
  if (ahead === undefined) return undefined;
  const pairs = blocksOf(length, ahead).reduce((sum, { from, to, seen }) => sum + (to - from) * seen, 0);
  return pairs <= WORTH * length * length ? ahead : undefined;
}

function blocksOf(length: number, ahead: number | undefined): Block[] {
  if (ahead === undefined) return [{ from: 0, to: length, seen: length }];
  return Array.from({ length: Math.ceil(length / BLOCK) }, (_, i) => {
    const to = Math.min(length, BLOCK * (i + 1));
    return { from: BLOCK * i, to, seen: Math.min(length, to + ahead) };
  });
}

/** The runtime's own node, by blocks of queries. */
function untracked({ from, mask, heads, width }: Heads, blocks: readonly Block[]): Tensor {
  const [q, k, v] = from.flatMap((x) => split(x, 2, (x.shape[2] ?? width) / width));
  if (!q || !k || !v) throw new RangeError('queries, keys and values');
  const parts = blocks.map(({ from, to, seen }) => {
    const some = sliced(q, 1, from, to);
    const visible = sliced(sliced(mask, 2, from, to), 3, 0, seen);
    return q.tape.node('Attention', [some, sliced(k, 1, 0, seen), sliced(v, 1, 0, seen), visible], some.shape, {
      q_num_heads: heads,
      kv_num_heads: heads,
    });
  });
  return join(parts, 1);
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
