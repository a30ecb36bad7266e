import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { ProdromeError } from '../../errors.ts';
import { startRates } from '../base-rates.ts';
import type { Batch } from '../batch.ts';
import { networkConfig, trainingConfig } from '../config.ts';
import { CALIBRATION } from '../event-calibration.ts';
import { Model } from '../model.ts';
import { inventoryOf } from '../parameters.ts';
import { Shards } from '../shards.ts';
import { startHazards } from '../start.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { logIn, TrainingLog } from './log.ts';
import { assertFits, carryAlong, fitting, manifestHash } from './packed.ts';
import { trainingPage } from './page.ts';
import { type EvaluationReport, type StepReport, train } from './train.ts';

/** The configuration of a training run, a YAML or JSON file. Folders are relative to the file. */
const runConfig = z.strictObject({
  network: networkConfig.refine(({ priorRates }) => !priorRates, {
    error: 'shards hold no priors',
    path: ['priorRates'],
  }),
  training: trainingConfig,
  data: z.strictObject({
    /** Folder of the training shards. Its `manifest.json` and `vocabulary.json` travel with the model. */
    shards: z.string(),
    /** Folder of shards for early stopping. */
    validation: z.string().optional(),
    /** Positions in a batch, about. */
    tokens: z.int().min(1).default(4096),
    /** Most batches of an evaluation. */
    validationBatches: z.int().min(1).default(50),
  }),
  /** Folder of the model. */
  out: z.string(),
  /** Printed for PyTorch ({@link printedRun}), not read. */
  weights: z.unknown().optional(),
});
export type RunConfig = Omit<z.infer<typeof runConfig>, 'weights'>;

/**
 * `elsewhere`: it is trained by `scale/train_torch.py`, so it may be larger than there is room for here.
 * @throws ProdromeError `input-missing`, `training-config-invalid` with the place of the first fault.
 */
export function readRun(path: string, { elsewhere = false } = {}): RunConfig {
  const refuse = (why: string) => new ProdromeError('training-config-invalid', { path, why });
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ProdromeError('input-missing', { path });
  if (!stat.isFile()) throw refuse('it is a folder: give the run.yaml in it');
  let value: unknown;
  try {
    value = parseYaml(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read');
  }
  const parsed = runConfig.safeParse(value);
  if (!parsed.success) throw refuse(faultOf(parsed.error));
  const { data, out, weights: _, ...rest } = parsed.data;
  const { total } = inventoryOf(rest.network);
  const bytes = 4 * total * (3 + rest.training.parts);
  if (bytes > MOST_BYTES && !elsewhere)
    throw refuse(
      `its ${Math.round(total / 1e6)} million weights take ${(bytes / 2 ** 30).toFixed(1)} GB with gradients and moments, and there is room for 4: make the network smaller, or --print it and train with scale/train_torch.py`,
    );
  const at = (folder: string) => resolve(dirname(path), folder);
  const validation = data.validation === undefined ? {} : { validation: at(data.validation) };
  return { ...rest, data: { ...data, shards: at(data.shards), ...validation }, out: at(out) };
}

/** A run with its weights' names, shapes, first spreads, and whether they decay: what `scale/train_torch.py` makes a network of. */
export function printedRun(run: RunConfig): object {
  const weights = inventoryOf(run.network).parameters.map(({ name, shape, spread, decays }) => ({
    ...{ name, shape, spread, decays },
  }));
  return { ...run, weights };
}

/** The first fault of a configuration; a key that is not known first, since the one that was meant is missing then. */
function faultOf({ issues }: z.ZodError): string {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  const issue = unknown ?? issues[0];
  const place = issue?.path.join('.') || 'the top';
  return unknown ? `at ${place}: no key ${unknown.keys.join(', ')} is known there` : `at ${place}: ${issue?.message}`;
}

/** What threads share lies in one memory of WebAssembly, which addresses 4 GB. */
const MOST_BYTES = 2 ** 32 - 2 ** 16;

/** How a run is going: after each step. */
export interface Progress extends StepReport {
  readonly steps: number;
  /** Over the last steps. */
  readonly tokensPerSecond: number;
  readonly secondsLeft: number;
}

export interface RunHooks {
  readonly resume?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly onEvaluation?: (report: EvaluationReport) => void;
  /** Seconds on a clock that only goes forward. */
  readonly seconds: () => number;
}

/** Batches that the start of the heads is counted on. */
const START_BATCHES = 200;

/**
 * Trains as a run says and fills its folder: weights, configuration, vocabulary and manifest hash, `training.ndjson` (a
 * line a step), `training.html` (the curves), and `checkpoint.safetensors` to go on from.
 * @throws ProdromeError `shards-invalid`, `training-failed`; with `resume`, `model-invalid` where there is nothing to go on from
 */
export async function runTraining(run: RunConfig, hooks: RunHooks): Promise<Model> {
  const { network, training, data, out } = run;
  const reading = { tokens: data.tokens, multiple: training.parts };
  const opened = (folder: string) => {
    assertFits(network, folder);
    return new Shards(folder, network, reading);
  };
  const shards = opened(data.shards);
  const validation = data.validation === undefined ? undefined : opened(data.validation);
  mkdirSync(out, { recursive: true });
  const [checkpoint, name] = [checkpointOf(run), nameOf(run)];
  const resume = hooks.resume ? readCheckpoint(checkpoint, name) : undefined;
  const log = new TrainingLog(out, resume?.step);
  const speed = new Speed(hooks.seconds);
  const trained = await train(
    { network, training },
    (step) => fitting(shards.batch(step, training.seed), network, data.shards),
    {
      ...(resume ? { resume } : { start: startOf(run, shards) }),
      ...(hooks.signal && { signal: hooks.signal }),
      ...(validation && { validation: () => take(validation.all(), data.validationBatches) }),
      onStep: (report) => {
        const { tokensPerSecond, secondsAStep } = speed.after(report.tokens);
        log.add({ kind: 'step', ...report, tokensPerSecond: Math.round(tokensPerSecond) });
        const secondsLeft = (training.steps - report.step) * secondsAStep;
        hooks.onProgress?.({ ...report, steps: training.steps, tokensPerSecond, secondsLeft });
      },
      onEvaluation: (report) => {
        log.add({ kind: 'evaluation', ...report });
        hooks.onEvaluation?.(report);
        writePage(out);
      },
      onCheckpoint: (state) => writeCheckpoint(checkpoint, state, name),
    },
  );
  const about = { training, data: { tokens: data.tokens }, steps: trained.state.step };
  const model = Model.of(network, trained.weights, { about, dataHash: manifestHash(data.shards) ?? '' });
  // A calibration that lies there is of other weights.
  rmSync(join(out, CALIBRATION), { force: true });
  carryAlong(data.shards, out);
  model.save(out);
  writePage(out);
  return model;
}

/** Where a run keeps what it can be resumed from. */
export const checkpointOf = ({ out }: RunConfig): string => join(out, 'checkpoint.safetensors');

/** The name of what decides the weights: how often is written and evaluated, and how many threads, may change when a run goes on. */
function nameOf({ network, training, data }: RunConfig): string {
  const { workers, checkpointEvery, evaluateEvery, patience, device, ...decides } = training;
  const from = manifestHash(data.shards) ?? data.shards;
  const elsewhere = device === 'cpu' ? {} : { device };
  return createHash('sha256')
    .update(JSON.stringify({ network, training: { ...decides, ...elsewhere }, data: { tokens: data.tokens, from } }))
    .digest('hex');
}

/** How fast it goes, over the last 50 steps. */
class Speed {
  readonly #seconds: () => number;
  readonly #recent: { readonly at: number; readonly tokens: number }[];

  constructor(seconds: () => number) {
    this.#seconds = seconds;
    this.#recent = [{ at: seconds(), tokens: 0 }];
  }

  after(tokens: number): { tokensPerSecond: number; secondsAStep: number } {
    this.#recent.push({ at: this.#seconds(), tokens });
    if (this.#recent.length > 51) this.#recent.shift();
    const steps = this.#recent.length - 1;
    const elapsed = (this.#recent.at(-1)?.at ?? 0) - (this.#recent[0]?.at ?? 0);
    const sum = this.#recent.slice(1).reduce((total, one) => total + one.tokens, 0);
    return { tokensPerSecond: elapsed > 0 ? sum / elapsed : 0, secondsAStep: elapsed / steps };
  }
}

function startOf({ network }: RunConfig, shards: Shards) {
  const batches = [...take(shards.all(), START_BATCHES)];
  return {
    ...(network.nextEvent && { logRates: startRates(network.vocabulary, batches) }),
    ...(network.outcomes.length > 0 && { logHazards: startHazards(network, batches) }),
  };
}

function writePage(out: string): void {
  writeFileSync(join(out, 'training.html'), trainingPage(basename(out), logIn(out)));
}

function* take(batches: Iterable<Batch>, count: number): Generator<Batch> {
  let taken = 0;
  for (const batch of batches) {
    if (taken++ >= count) return;
    yield batch;
  }
}
