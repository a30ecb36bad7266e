import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from './page.ts';

const LOG = 'training.ndjson';

/** The log of a training in a model's folder: a line of JSON a step, and one an evaluation. */
export class TrainingLog {
  readonly #path: string;

  /** Begins anew, or goes on behind a step: what was written after it (by a training that was killed) is dropped. */
  constructor(folder: string, after: number | undefined) {
    this.#path = join(folder, LOG);
    if (after === undefined) rmSync(this.#path, { force: true });
    else {
      const kept = logIn(folder).filter(({ step }) => step <= after);
      writeFileSync(this.#path, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }
  }

  add(line: LogLine): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }
}

/**
 * The lines of the log in a model's folder, by step, of one step the last; none without one. Lines that are of another kind, or cut
 * short, are left out.
 */
export function logIn(folder: string): LogLine[] {
  const path = join(folder, LOG);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').flatMap(lineOf);
  const latest = new Map(lines.map((line) => [`${line.kind} ${line.step}`, line]));
  return [...latest.values()].sort((a, b) => a.step - b.step || (a.kind < b.kind ? 1 : -1));
}

function lineOf(text: string): LogLine[] {
  try {
    const line = JSON.parse(text) as LogLine;
    return (line.kind === 'step' || line.kind === 'evaluation') && Number.isFinite(line.step) ? [line] : [];
  } catch {
    return [];
  }
}
