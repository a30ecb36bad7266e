import { writeFileSync } from 'node:fs';
import type { Filtered } from '../corpus/index.ts';
import { fileError } from './failure.ts';

/**
 * Says which lines of a filter could not be read, in a report, too, when one is asked for, and gives the exit status: 1 when
 * there was something and nothing of it could be read. Whether a filter came to the end of its input, the report shows.
 */
export function filterStatus({ lines, written, failed }: Filtered, report: string | undefined): number {
  for (const { line, why } of failed) console.error(`line ${line}: ${why}`);
  if (report !== undefined) {
    try {
      writeFileSync(report, `${JSON.stringify({ lines, written, failed }, null, 2)}\n`);
    } catch (error) {
      throw fileError(error, 'write', report) ?? error;
    }
  }
  return failed.length > 0 && failed.length === lines ? 1 : 0;
}
