import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProdromeError } from '../../errors.ts';
import { DEFAULT_SHARES, type SplitShares } from '../events/subject.ts';
import type { DatasetMetadata, Deidentification } from '../types.ts';
import { finishDataset } from '../write/finish.ts';
import type { Sizes } from '../write/metadata.ts';
import { buildPart, type Part, type PartDone } from './part.ts';
import { provenanceOf } from './source.ts';
import type { Answer } from './worker.ts';

export interface BuildOptions {
  /** Version of the software, for `dataset.json`. */
  readonly version: string;
  /** Takes records that were not de-identified, and marks the data set so that training refuses it. */
  readonly identifiedSource?: boolean;
  /** The manifest of the de-identification, when it does not lie with the input. */
  readonly manifest?: string | undefined;
  readonly name?: string | undefined;
  readonly shares?: SplitShares;
  readonly shards?: number | undefined;
  /** Processes that read; by the number of cores when absent. */
  readonly workers?: number | undefined;
}

export interface Built extends Sizes, Omit<PartDone, 'events'> {}

/**
 * Makes a MEDS 0.4 data set of FHIR records. Nothing stands at `output` before all of it does.
 * @throws ProdromeError `corpus-not-deidentified`, `output-exists`, and as `readCharts`
 */
export async function buildCorpus(input: string, output: string, options: BuildOptions): Promise<Built> {
  const provenance = options.identifiedSource ? undefined : await provenanceOf(input, options.manifest);
  return whole(output, async (folder) => {
    const runs = join(folder, 'runs');
    mkdirSync(runs);
    const workers = input === '-' ? 1 : (options.workers ?? Math.min(availableParallelism(), 8));
    const parts = Array.from({ length: workers }, (_, index): Part => ({ input, runs, index, of: workers }));
    const done = await Promise.all(parts.length === 1 ? parts.map(buildPart) : parts.map(inProcess));
    const files = readdirSync(runs)
      .sort()
      .map((file) => join(runs, file));
    if (files.length === 0) throw new ProdromeError('input-no-patient', { path: input });
    const written = await finishDataset(files, join(folder, 'set'), {
      shares: options.shares ?? DEFAULT_SHARES,
      shards: options.shards,
      dealing: 'range',
      distinct: true,
      metadata: metadataOf(options.name ?? basename(resolve(output)), options.version, provenance),
    });
    return { ...sumOf(done), ...written };
  });
}

/** What `dataset.json` says of a data set that was built; nothing of the day, so that the same source gives the same bytes. */
export function metadataOf(name: string, version: string, provenance: Deidentification | undefined): DatasetMetadata {
  return {
    dataset_name: name,
    dataset_version: '',
    etl_name: 'prodrome corpus build',
    etl_version: version,
    meds_version: '0.4.1',
    trainable: provenance !== undefined,
    ...(provenance ? { deidentification: provenance } : {}),
  };
}

/** Runs `make` on a folder beside `output`, whose `set` then becomes `output`; whatever goes wrong, nothing of it stays. */
export async function whole<T>(output: string, make: (folder: string) => Promise<T>): Promise<T> {
  if (existsSync(output) && readdirSync(output).length > 0) throw new ProdromeError('output-exists', { path: output });
  const folder = `${resolve(output)}.partial-${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    const result = await make(folder);
    rmSync(output, { recursive: true, force: true });
    renameSync(join(folder, 'set'), output);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const WORKER = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url));

/** Does a part in a process of its own. */
function inProcess(part: Part): Promise<PartDone> {
  return new Promise((settle, fail) => {
    const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let answer: Answer | undefined;
    child.on('message', (message) => {
      answer = message as Answer;
    });
    child.on('error', fail);
    child.on('exit', (status, signal) => {
      if (answer && 'done' in answer) settle(answer.done);
      else if (answer) fail(new ProdromeError(answer.code, answer.details));
      else fail(new ProdromeError('internal', { what: `a worker ended with ${signal ?? status ?? 'nothing'}` }));
    });
    child.send(part);
  });
}

function sumOf(parts: readonly PartDone[]): Pick<Built, 'patients' | 'issues' | 'failed'> {
  const issues: Record<string, number> = {};
  for (const part of parts) {
    for (const [code, count] of Object.entries(part.issues)) issues[code] = (issues[code] ?? 0) + count;
  }
  const sum = (of: 'patients' | 'failed') => parts.reduce((total, part) => total + part[of], 0);
  return { patients: sum('patients'), failed: sum('failed'), issues };
}
