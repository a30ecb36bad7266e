import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Tally } from '../context.ts';
import type { Sampled } from '../proof/report.ts';

/** What became of one file. */
export interface Outcome {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly bytes: number;
  readonly resources: number;
  readonly patients: number;
  readonly tally: Tally;
  readonly sample: readonly Sampled[];
}

const counts = z.array(z.tuple([z.string(), z.number()]));
const outcomeSchema = z.object({
  name: z.string(),
  input: z.string(),
  output: z.string(),
  bytes: z.number(),
  resources: z.number(),
  patients: z.number(),
  tally: z.object({
    kept: z.array(z.number()),
    changed: z.array(z.number()),
    removed: z.array(z.number()),
    spans: counts,
    notUnderstood: counts,
    resources: counts,
    leftOut: counts,
  }),
  sample: z.array(z.object({ draw: z.string(), output: z.record(z.string(), z.unknown()) })),
});

/**
 * What a run has finished, so that one that was broken off goes on where it stood. The first line names the run by all that
 * decides what it writes; a state of another run is forgotten.
 */
export class State {
  readonly #path: string;
  readonly #done = new Map<string, Outcome>();

  constructor(path: string, run: string) {
    this.#path = path;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (lines[0] === run) {
      for (const line of lines.slice(1)) {
        const outcome = parsed(line);
        if (outcome) this.#done.set(outcome.name, outcome);
      }
      // A line that was cut off must not run into the next.
      appendFileSync(path, '\n');
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${run}\n`);
  }

  done(name: string, input: string): Outcome | undefined {
    const outcome = this.#done.get(name);
    return outcome?.input === input ? outcome : undefined;
  }

  add(outcome: Outcome): void {
    const { tally } = outcome;
    const flat = {
      ...tally,
      spans: [...tally.spans],
      notUnderstood: [...tally.notUnderstood],
      resources: [...tally.resources],
      leftOut: [...tally.leftOut],
    };
    appendFileSync(this.#path, `${JSON.stringify({ ...outcome, tally: flat })}\n`);
  }

  close(): void {
    rmSync(this.#path, { force: true });
  }
}

function parsed(line: string): Outcome | undefined {
  if (line === '') return undefined;
  try {
    const outcome = outcomeSchema.safeParse(JSON.parse(line));
    if (!outcome.success) return undefined;
    const { tally } = outcome.data;
    const maps = {
      spans: new Map(tally.spans),
      notUnderstood: new Map(tally.notUnderstood),
      resources: new Map(tally.resources),
      leftOut: new Map(tally.leftOut),
    };
    return { ...outcome.data, tally: { ...tally, ...maps } };
  } catch {
    return undefined;
  }
}
