import { ProdromeError } from '../errors.ts';

/** How a command ends when it fails: one line for standard error, and the exit status. */
export interface Failure {
  readonly line: string;
  readonly status: 1 | 2;
}

/**
 * One line saying what is wrong, where, and what to do; status 2 for wrong usage, 1 for all else.
 * What was not foreseen is named by its class alone: its message may hold something of the record.
 */
export function failureOf(error: unknown, command: string): Failure {
  if (error instanceof ProdromeError) {
    return error.code === 'usage'
      ? { line: `prodrome ${command}: ${error.message} (prodrome ${command} --help)`, status: 2 }
      : { line: `prodrome: ${error.message}`, status: 1 };
  }
  if (error instanceof TypeError && codeOf(error)?.startsWith('ERR_PARSE_ARGS')) {
    const [first = ''] = error.message.split('. ');
    return { line: `prodrome ${command}: ${first} (prodrome ${command} --help)`, status: 2 };
  }
  const known = fileError(error, 'use') ?? new ProdromeError('internal', { what: nameOf(error) });
  return { line: `prodrome: ${known.message}`, status: 1 };
}

/** An error of the file system as `file-failed`; undefined for any other. `verb`: read, write or use. */
export function fileError(error: unknown, verb: string, path?: string): ProdromeError | undefined {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined || !('syscall' in error)) return undefined;
  const place = path ?? ('path' in error ? String(error.path) : 'standard output');
  return new ProdromeError('file-failed', { verb, path: place, why: REASONS[code] ?? code });
}

const REASONS: Partial<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk cannot be written to',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

/** Where an unforeseen error arose, without its message. */
export function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? (codeOf(error) ?? error.constructor.name) : typeof error;
}
