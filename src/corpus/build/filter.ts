import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { type Chart, chartFromBundle, fittingLines, lineTooLarge } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { lineOf } from '../events/event.ts';
import { eventsOf } from '../events/events.ts';

/** What became of the lines of a stream. */
export interface Filtered {
  /** Lines that are not blank. */
  readonly lines: number;
  /** Lines written. */
  readonly written: number;
  /** Of all bytes that were read. */
  readonly sha256: string;
  /** Lines of which nothing was written, and why: number of the line from 1, and an error of the table. */
  readonly failed: readonly { readonly line: number; readonly why: string }[];
}

/** NDJSON to NDJSON: one Bundle of one person a line in, one event a line out. */
export function filterBundles(input: Readable, output: Writable): Promise<Filtered> {
  const knowledge = loadKnowledge();
  return filterLines(input, output, (chart) => eventsOf(chart, knowledge).map(lineOf));
}

/**
 * One Bundle of one person a line in, and what is made of it out. One line is in memory at a time, and a line that cannot be read
 * costs only itself. What an engine such as Spark pipes its partitions through.
 */
export async function filterLines(
  input: Readable,
  output: Writable,
  make: (chart: Chart) => readonly string[] | Promise<readonly string[]>,
): Promise<Filtered> {
  const failed: { line: number; why: string }[] = [];
  let [number, lines, written] = [0, 0, 0];
  const hash = createHash('sha256');
  const hashed = (async function* () {
    for await (const chunk of input) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  })();
  for await (const line of fittingLines(hashed)) {
    number++;
    if (line === undefined) {
      lines++;
      failed.push({ line: number, why: lineTooLarge('standard input').message });
      continue;
    }
    const text = line.toString('utf8').trim();
    if (text === '') continue;
    lines++;
    try {
      const made = await make(chartFromBundle(JSON.parse(text), { path: `line ${number}` }));
      written += made.length;
      if (made.length > 0 && !output.write(`${made.join('\n')}\n`)) await once(output, 'drain');
    } catch (error) {
      failed.push({ line: number, why: reasonOf(error) });
    }
  }
  return { lines, written, failed, sha256: hash.digest('hex') };
}

/** Never the message of an error that was not foreseen: it may hold something of the record. */
function reasonOf(error: unknown): string {
  if (error instanceof ProdromeError) return error.message;
  if (error instanceof SyntaxError) return 'not JSON';
  if (error instanceof RangeError || error instanceof TypeError) return `internal: ${error.constructor.name}`;
  throw error;
}
