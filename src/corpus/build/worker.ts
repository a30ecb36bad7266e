import { ERRORS, type ErrorCode, ProdromeError } from '../../errors.ts';
import { buildPart, type Part, type PartDone } from './part.ts';

/** What a worker process answers: the part it did, or an error of the table with its details. */
export type Answer =
  | { readonly done: PartDone }
  | { readonly code: ErrorCode; readonly details: Readonly<Record<string, string | number>> };

process.once('message', async (part: Part) => {
  const answer = await buildPart(part).then(
    (done): Answer => ({ done }),
    (error: unknown): Answer =>
      error instanceof ProdromeError && error.code in ERRORS
        ? { code: error.code, details: error.details }
        : { code: 'internal', details: { what: error instanceof Error ? error.constructor.name : typeof error } },
  );
  process.send?.(answer, () => process.disconnect());
});
