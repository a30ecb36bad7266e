import type { InferenceSession } from 'onnxruntime-node';
import type { Batch } from './batch.ts';
import type { NetworkConfig } from './config.ts';
import { scatterTargetCodes, scatterTargets, scatterTokens } from './embedding.ts';
import { type Feeds, inputFeeds, type Norms, scaledWeights, targetFeeds } from './feeds.ts';
import { LOSSES, type Losses } from './losses.ts';
import { runGraph } from './session.ts';
import type { Weights } from './weights.ts';

/** A part of a batch: some of its rows, and the norms of the whole. */
export interface Part {
  readonly batch: Batch;
  readonly norms: Norms;
  /** Dropout factors; none where the network has no dropout, or none is wanted. */
  readonly drops: Feeds;
}

/** The losses of a part, by a session of `trainingGraph` with or without its backward half. */
export async function lossesOf(
  session: InferenceSession,
  config: NetworkConfig,
  weights: Weights,
  { batch, norms, drops }: Part,
  into: Feeds = new Map(),
): Promise<{ losses: Losses; results: Map<string, Float32Array> }> {
  const feeds = new Map([
    ...inputFeeds(config, weights, batch),
    ...targetFeeds(config, weights, batch, norms),
    ...drops,
    ...weightFeeds(weights),
  ]);
  const results = await runGraph(session, feeds, into);
  const losses: Losses = { event: 0, wait: 0, value: 0, outcome: 0 };
  for (const name of LOSSES) losses[name] = results.get(`loss.${name}`)?.[0] ?? 0;
  return { losses, results };
}

/** The losses of a part and the gradient of their weighted sum, written over `gradients`. */
export async function gradientOf(
  session: InferenceSession,
  config: NetworkConfig,
  weights: Weights,
  gradients: Weights,
  part: Part,
): Promise<Losses> {
  const wanted = new Set(session.outputNames);
  const into: Feeds = new Map();
  for (const { name, shape } of gradients.inventory.parameters) {
    if (wanted.has(`d.${name}`)) into.set(`d.${name}`, { data: gradients.get(name), shape });
    else gradients.get(name).fill(0);
  }
  const { losses, results } = await lossesOf(session, config, weights, part, into);
  const { width } = config;
  const [tokens, targets, rate] = [results.get('d.tokens'), results.get('d.targets'), results.get('d.target.rate')];
  const codes = results.get('d.target.code');
  if (tokens) scatterTokens(gradients, width, part.batch, tokens);
  if (targets && rate) {
    const scaled = scaledWeights(part.batch, part.norms);
    scatterTargets(gradients, width, part.batch, scaled, { targets, rate: rate[0] ?? 0 });
  }
  if (codes) scatterTargetCodes(gradients, width, part.batch, codes);
  return losses;
}

export function weightFeeds({ inventory, get }: Weights): Feeds {
  return new Map(inventory.parameters.map(({ name, shape }) => [name, { data: get(name), shape }]));
}
