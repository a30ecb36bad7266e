import type { BatchShape } from './batch.ts';
import type { NetworkConfig, TrainingConfig } from './config.ts';
import { add, binary, exp, gemm, log, logSoftmax, mul, neg, scalar, sub, sumAll } from './graph/ops.ts';
import { Tape, type Tensor } from './graph/tape.ts';
import { type Build, binLogitsOf, buildOf, dropoutOf, logHazardsOf, logRatesOf, statesOf } from './network.ts';
import { SHORTEST_WAIT } from './risk.ts';
import { YEAR } from './time.ts';

/** The losses' names, in the order they are reported. */
export const LOSSES = ['event', 'wait', 'value', 'outcome'] as const;
export type Losses = Record<(typeof LOSSES)[number], number>;

interface GraphOptions {
  readonly backward: boolean;
  readonly portable?: boolean;
  /** See `graph/attention.ts`. */
  readonly ahead?: number | undefined;
}

/**
 * The graph of a training step: from tokens to losses (`loss.event`, …), and back to one gradient for each weight (`d.NAME`).
 * Weights of targets come in already divided by their sum over the whole batch (`feeds.ts`), so each loss is a mean, in
 * nats, and parts of a batch add up. With `backward` false, the losses alone; `portable` where no processor runs it (`tape.ts`).
 */
export function trainingGraph(
  config: NetworkConfig,
  weights: TrainingConfig['losses'],
  shape: BatchShape,
  { backward, portable = false, ahead }: GraphOptions,
): Uint8Array {
  const tape = new Tape({ portable });
  const build = buildOf(tape, config, shape, ({ name, shape }) => tape.leaf(name, shape));
  const tokens = tape.leaf('tokens', [shape.rows * shape.length, config.width]);
  const everywhere = config.nextEvent || config.valueBins > 0;
  const { all, asked } = statesOf(build, tokens, { everywhere, ahead, ...(backward && { drops: dropoutOf(build) }) });
  const losses: Partial<Record<keyof Losses, Tensor>> = {};
  if (config.nextEvent && all) {
    const logTotal = logTotalRate(build, all);
    losses.event = eventLoss(build, all, logTotal);
    losses.wait = waitLoss(build, logTotal);
  }
  if (config.valueBins > 0 && all) losses.value = valueLoss(build, all);
  if (config.outcomes.length > 0 && shape.queries > 0) losses.outcome = outcomeLoss(build, asked);
  let total: Tensor | undefined;
  for (const name of LOSSES) {
    const loss = losses[name];
    if (!loss) continue;
    const weighted = mul(loss, scalar(tape, weights[name]));
    total = total ? add(total, weighted) : weighted;
    tape.output(`loss.${name}`, loss);
  }
  if (backward && total) tape.backward(total);
  return tape.graph.toBytes();
}

/**
 * log Λ = log Σ_k exp(h · codeₖ + rateₖ), the log of the total rate, [N, 1].
 *
 * With P the softmax, its gradient by the state is P · code, by the codes Pᵀ h: scaled by the incoming gradient g, row by
 * row, on h and on the product, so that nothing of size [N, V] is made but P. log Λ itself is z_j − log P_j at any one
 * code j whose probability is not vanishing (`probe`: the target, where there is one).
 */
function logTotalRate(build: Build, h: Tensor): Tensor {
  const { tape, weight } = build;
  const [rows = 1] = h.shape;
  const logits = logRatesOf(build, h);
  const p = tape.node('Softmax', [logits], logits.shape, { axis: -1 });
  const probe = tape.input('probe', [rows, 1], 'int32');
  const at = (x: Tensor) => tape.node('GatherElements', [x, probe], [rows, 1], { axis: 1 });
  const floor = tape.constant([1], Float32Array.of(1e-37));
  const y = binary('Sub', at(logits), tape.node('Log', [tape.node('Max', [at(p), floor], [rows, 1])], [rows, 1]));
  tape.pullback(y, (g) => {
    const [code, rate] = [weight('code'), weight('rate')];
    tape.send(h, binary('Mul', gemm(p, code), g));
    tape.send(code, gemm(p, binary('Mul', h, g), { transA: true }));
    const sum = tape.node(
      'MatMul',
      [tape.node('Transpose', [g], [1, rows], { perm: [1, 0] }), p],
      [1, build.config.vocabulary],
    );
    tape.send(rate, tape.node('Reshape', [sum, tape.ints(...rate.shape)], rate.shape));
  });
  return y;
}

/**
 * Which event comes next, of competing exponential risks: −Σ w (log λ_target − log Λ). The targets' embeddings come in
 * summed by the position that predicts them (`targets` = Σ w code_target, [N, d]; `target.rate` = Σ w rate_target), so a
 * position may have any number of them; `target.weight` = Σ w.
 */
function eventLoss({ tape, config, shape }: Build, h: Tensor, logTotal: Tensor): Tensor {
  const rows = shape.rows * shape.length;
  const targets = tape.leaf('targets', [rows, config.width]);
  const rate = tape.leaf('target.rate', []);
  const weight = tape.input('target.weight', [rows, 1]);
  return sub(sumAll(mul(weight, logTotal)), add(sumAll(mul(h, targets)), rate));
}

/**
 * When it comes: Λ · wait − happened · log Λ, the negative log-likelihood of an exponential wait, right-censored where the
 * record ends (Shmatko et al. 2025). The rate is bounded by one in {@link SHORTEST_WAIT}: 1/Λ' = 1/Λ + shortest wait.
 */
function waitLoss({ tape, shape }: Build, logTotal: Tensor): Tensor {
  const rows = shape.rows * shape.length;
  const mean = add(exp(neg(logTotal)), scalar(tape, SHORTEST_WAIT / YEAR));
  const logRate = neg(log(mean));
  const [exposure, happened] = [tape.input('wait.exposure', [rows, 1]), tape.input('wait.happened', [rows, 1])];
  return sumAll(sub(mul(exp(logRate), exposure), mul(happened, logRate)));
}

/** Cross-entropy of the bin of the next measurement; `target.bin` [N, bins] is one-hot times weight. */
function valueLoss(build: Build, h: Tensor): Tensor {
  const { tape, config, shape } = build;
  const rows = shape.rows * shape.length;
  const logits = binLogitsOf(build, h, tape.leaf('target.code', [rows, config.width]));
  return neg(sumAll(mul(tape.input('target.bin', [rows, config.valueBins]), logSoftmax(logits))));
}

/**
 * Piecewise-constant hazards (Friedman 1982): Σ over outcomes and bins of exp(η) · exposure − event · η, with the years at
 * risk in each bin and the event in its bin, both times the weights of query and outcome.
 */
function outcomeLoss(build: Build, asked: Tensor): Tensor {
  const { tape } = build;
  const eta = logHazardsOf(build, asked);
  const [exposure, event] = [tape.input('risk.exposure', eta.shape), tape.input('risk.event', eta.shape)];
  return sumAll(sub(mul(exp(eta), exposure), mul(event, eta)));
}
