import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { ProdromeError } from '../../errors.ts';
import { startRates } from '../base-rates.ts';
import type { Batch } from '../batch.ts';
import { networkConfig, trainingConfig } from '../config.ts';
import { Model } from '../model.ts';
import { Shards } from '../shards.ts';
import { startHazards } from '../start.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type LogLine, trainingPage } from './page.ts';
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
});
export type RunConfig = z.infer<typeof runConfig>;

/** @throws ProdromeError `training-config-invalid` with the place of the first fault. */
export function readRun(path: string): RunConfig {
  const refuse = (why: string) => new ProdromeError('training-config-invalid', { path, why });
  let value: unknown;
  try {
    value = parseYaml(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read');
  }
  const parsed = runConfig.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(`at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
  }
  const { data, out, ...rest } = parsed.data;
  const at = (folder: string) => resolve(dirname(path), folder);
  const validation = data.validation === undefined ? {} : { validation: at(data.validation) };
  return { ...rest, data: { ...data, shards: at(data.shards), ...validation }, out: at(out) };
}

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
 */
export async function runTraining(run: RunConfig, hooks: RunHooks): Promise<Model> {
  const { network, training, data, out } = run;
  const reading = { tokens: data.tokens, multiple: training.parts };
  const shards = new Shards(data.shards, network, reading);
  const validation = data.validation === undefined ? undefined : new Shards(data.validation, network, reading);
  mkdirSync(out, { recursive: true });
  const [log, checkpoint] = [join(out, 'training.ndjson'), join(out, 'checkpoint.safetensors')];
  // How often is written and evaluated does not change the weights; everything else does.
  const name = createHash('sha256').update(JSON.stringify({ network, training, data })).digest('hex');
  const resume = hooks.resume ? readCheckpoint(checkpoint, name) : undefined;
  if (!resume) rmSync(log, { force: true });
  const write = (line: LogLine) => appendFileSync(log, `${JSON.stringify(line)}\n`);
  const recent: { seconds: number; tokens: number }[] = [];
  const trained = await train({ network, training }, (step) => shards.batch(step, training.seed), {
    ...(resume ? { resume } : { start: startOf(run, shards) }),
    ...(hooks.signal && { signal: hooks.signal }),
    ...(validation && { validation: () => take(validation.all(), data.validationBatches) }),
    onStep: (report) => {
      recent.push({ seconds: hooks.seconds(), tokens: report.tokens });
      if (recent.length > 50) recent.shift();
      const elapsed = hooks.seconds() - (recent[0]?.seconds ?? 0);
      const tokens = recent.slice(1).reduce((sum, one) => sum + one.tokens, 0);
      const tokensPerSecond = elapsed > 0 ? tokens / elapsed : 0;
      const secondsLeft = ((training.steps - report.step) * elapsed) / Math.max(1, recent.length - 1);
      write({ kind: 'step', ...report, tokensPerSecond: Math.round(tokensPerSecond) });
      hooks.onProgress?.({ ...report, steps: training.steps, tokensPerSecond, secondsLeft });
    },
    onEvaluation: (report) => {
      write({ kind: 'evaluation', ...report });
      hooks.onEvaluation?.(report);
      writePage(out, log);
    },
    onCheckpoint: (state) => writeCheckpoint(checkpoint, state, name),
  });
  const about = { training, data: { tokens: data.tokens }, steps: trained.state.step };
  const model = Model.of(network, trained.weights, { about, dataHash: carried(data.shards, out) });
  model.save(out);
  writePage(out, log);
  return model;
}

function startOf({ network }: RunConfig, shards: Shards) {
  const batches = [...take(shards.all(), START_BATCHES)];
  return {
    ...(network.nextEvent && { logRates: startRates(network.vocabulary, batches) }),
    ...(network.outcomes.length > 0 && { logHazards: startHazards(network, batches) }),
  };
}

/** Copies what travels with the model, and gives the hash of the data's manifest. */
function carried(shards: string, out: string): string {
  for (const name of ['vocabulary.json', 'manifest.json']) {
    if (existsSync(join(shards, name))) copyFileSync(join(shards, name), join(out, name));
  }
  const manifest = join(shards, 'manifest.json');
  return existsSync(manifest) ? createHash('sha256').update(readFileSync(manifest)).digest('hex') : '';
}

function writePage(out: string, log: string): void {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  writeFileSync(join(out, 'training.html'), trainingPage(lines.map((line) => JSON.parse(line) as LogLine)));
}

function* take(batches: Iterable<Batch>, count: number): Generator<Batch> {
  let taken = 0;
  for (const batch of batches) {
    if (taken++ >= count) return;
    yield batch;
  }
}
