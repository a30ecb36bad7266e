import { type Chart, readCharts } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { eventsOf } from '../events/events.ts';
import { RunWriter } from '../write/runs.ts';

/** A share of the patients of an input, and where their events go. */
export interface Part {
  readonly input: string;
  readonly runs: string;
  readonly index: number;
  readonly of: number;
}

/** What became of a part. */
export interface PartDone {
  readonly patients: number;
  readonly events: number;
  /** What was wrong with the input, by code of issue. */
  readonly issues: Readonly<Record<string, number>>;
  /** Patients of whom nothing was written, because something unforeseen went wrong with them. */
  readonly failed: number;
}

/** Reads a share of the patients and writes their events as runs. One patient is in memory at a time. */
export async function buildPart({ input, runs, index, of }: Part): Promise<PartDone> {
  const knowledge = loadKnowledge();
  const writer = await RunWriter.open(runs, `part-${index}`, of);
  const issues: Record<string, number> = {};
  const tell = (found: Chart['issues']) => {
    for (const { code, count = 1 } of found) issues[code] = (issues[code] ?? 0) + count;
  };
  // What is wrong with the input itself, all parts find; the first one tells.
  const ofInput = index === 0 ? tell : () => undefined;
  let [patients, failed] = [0, 0];
  try {
    for await (const chart of readCharts(input, { share: { index, of }, ofInput })) {
      patients++;
      tell(chart.issues);
      const events = attempt(() => eventsOf(chart, knowledge));
      if (events) await writer.add(events);
      else failed++;
    }
  } finally {
    await writer.close();
  }
  return { patients, events: writer.total, issues, failed };
}

/** One patient that cannot be turned into events must not cost the others; a full disk is another matter and is not caught here. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ProdromeError || error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
