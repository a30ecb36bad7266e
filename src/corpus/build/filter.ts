import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { chartFromBundle } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { lineOf } from '../events/event.ts';
import { eventsOf } from '../events/events.ts';

/** What became of the lines of a stream. */
export interface Filtered {
  readonly lines: number;
  readonly events: number;
  /** Of all bytes that were read. */
  readonly sha256: string;
  /** Lines of which nothing was written, and why: number of the line from 1, and an error of the table. */
  readonly failed: readonly { readonly line: number; readonly why: string }[];
}

/**
 * NDJSON to NDJSON: one Bundle of one person a line in, one event a line out. One line is in memory at a time, and a line that
 * cannot be read costs only itself. What an engine such as Spark pipes its partitions through.
 */
export async function filterBundles(input: Readable, output: Writable): Promise<Filtered> {
  const knowledge = loadKnowledge();
  const failed: { line: number; why: string }[] = [];
  let [lines, events] = [0, 0];
  const hash = createHash('sha256');
  const seen = input.pipe(new PassThrough());
  input.on('data', (chunk: Buffer | string) => hash.update(chunk));
  for await (const line of createInterface({ input: seen, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines++;
    if (line.trim() === '') continue;
    try {
      const rows = eventsOf(chartFromBundle(JSON.parse(line), { path: `line ${lines}` }), knowledge);
      events += rows.length;
      if (!output.write(`${rows.map(lineOf).join('\n')}\n`)) await once(output, 'drain');
    } catch (error) {
      failed.push({ line: lines, why: reasonOf(error) });
    }
  }
  return { lines, events, failed, sha256: hash.digest('hex') };
}

/** Never the message of an error that was not foreseen: it may hold something of the record. */
function reasonOf(error: unknown): string {
  if (error instanceof ProdromeError) return error.message;
  if (error instanceof SyntaxError) return 'not JSON';
  throw error;
}
