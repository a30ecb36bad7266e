import { z } from 'zod';

/**
 * The sizes of the network. Sequence length and batch size are no part of it: they come with each batch, and a graph is
 * built for each shape.
 */
export const networkConfig = z
  .strictObject({
    /** Width of the residual stream, d. */
    width: z.int().min(8).max(4096),
    layers: z.int().min(0).max(64),
    heads: z.int().min(1).max(64),
    /** Codes in the vocabulary, V. Code 0 is padding: it is never a target and no other event sees it. */
    vocabulary: z.int().min(2).max(1_000_000),
    /** Measures with a continuous value (laboratory tests, vital signs, doses), numbered 1 to this; 0 is "no value". */
    measures: z.int().min(0).default(0),
    /** Quantile bins of the next measurement's value; 0 leaves the value head out. */
    valueBins: z.int().min(0).max(256).default(0),
    /** Whether states predict the next event: its code and its waiting time. */
    nextEvent: z.boolean().default(true),
    /** Whether each batch brings `priors`, logs of rates known beforehand, which the network's log rates are added to. */
    priorRates: z.boolean().default(false),
    /** Named outcomes with a time to event, asked at query positions; their weights in the loss beside them. */
    outcomes: z.array(z.strictObject({ name: z.string(), weight: z.number().min(0).default(1) })).default([]),
    /** Where each bin of the piecewise-constant hazards starts, in days after the query; the last bin has no end. */
    hazardBins: z.array(z.number().min(0)).default([0]),
    /** Whether the network's part of a log-hazard may differ from bin to bin (true), or is proportional (false). */
    hazardsVary: z.boolean().default(false),
    /** Summary features of a query: they enter its token, and by a linear skip each log-hazard; F. */
    summaries: z.int().min(0).default(0),
    /** Between the two maps of a layer's second half: GELU, or the squared rectifier max(0, x)², which trains faster. */
    activation: z.enum(['gelu', 'relu2']).default('gelu'),
    /** Share of the residual stream's entries dropped at each layer while training. */
    dropout: z.number().min(0).max(0.9).default(0),
  })
  .refine(({ width, heads }) => width % heads === 0, { error: 'width must be a multiple of heads', path: ['heads'] })
  .refine(
    ({ hazardBins }) => hazardBins[0] === 0 && hazardBins.every((bin, i) => i === 0 || bin > (hazardBins[i - 1] ?? 0)),
    {
      error: 'hazardBins must start at 0 and rise',
      path: ['hazardBins'],
    },
  );

export const trainingConfig = z.strictObject({
  /** Steps of the whole schedule; early stopping may end it sooner. */
  steps: z.int().min(1),
  learningRate: z.number().positive().default(1e-3),
  /** Steps over which the learning rate rises from 0 in a straight line. */
  warmUp: z.int().min(0).default(100),
  /** The cosine ends at this share of the learning rate. */
  finalRate: z.number().min(0).max(1).default(0.1),
  beta1: z.number().min(0).max(0.9999).default(0.9),
  beta2: z.number().min(0).max(0.99999).default(0.99),
  epsilon: z.number().positive().default(1e-8),
  /** Decoupled decay (AdamW); of matrices and embeddings, not of biases, gains and hazards' baselines. */
  weightDecay: z.number().min(0).default(0.1),
  /** The largest norm of the whole gradient; 0 does not clip. */
  clip: z.number().min(0).default(1),
  /** Weights of the four losses in their sum. */
  losses: z
    .strictObject({
      event: z.number().min(0).default(1),
      wait: z.number().min(0).default(1),
      value: z.number().min(0).default(1),
      outcome: z.number().min(0).default(1),
    })
    .default({ event: 1, wait: 1, value: 1, outcome: 1 }),
  seed: z.int().min(0).default(1),
  /** Pieces each batch is cut into: fixes the order of every sum, so that weights do not depend on `workers`. */
  parts: z.int().min(1).max(64).default(2),
  /** Threads, each with a session of its own; more than `parts` are of no use. */
  workers: z.int().min(1).max(64).default(2),
  /** What computes gradients: the processor, or a graphics processor by WebGPU (Vulkan, Metal, Direct3D), which takes one thread. */
  device: z.enum(['cpu', 'webgpu']).default('cpu'),
  /** Steps from one evaluation to the next; 0 never evaluates. */
  evaluateEvery: z.int().min(0).default(0),
  /** Stops after this many evaluations without a better loss; 0 never stops early. The best weights are kept. */
  patience: z.int().min(0).default(0),
  /** Steps from one checkpoint to the next; 0 writes only the last. */
  checkpointEvery: z.int().min(0).default(0),
});

export type NetworkConfig = z.infer<typeof networkConfig>;
export type TrainingConfig = z.infer<typeof trainingConfig>;
export type Device = TrainingConfig['device'];
