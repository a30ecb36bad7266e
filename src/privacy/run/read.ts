import { createHmac } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { openInput, parseUnit, recordFiles, unitsOf } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { isObject, type Json } from '../json.ts';
import type { Keys } from '../key.ts';

export interface InputFile {
  readonly path: string;
  /** Relative to the folder, with `/`; the name of a file by itself. */
  readonly name: string;
}

/** The files to read, by name. @throws ProdromeError `input-missing`, `input-empty` */
export function inputFiles(path: string): InputFile[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ProdromeError('input-missing', { path });
  if (!stats.isDirectory()) return [{ path, name: path.split(/[\\/]/).at(-1) ?? path }];
  const files = recordFiles(path);
  if (files.length === 0) throw new ProdromeError('input-empty', { path });
  return files.map((file) => ({ path: file, name: relative(path, file).split(sep).join('/') }));
}

/** What is wrong with one file, not with the disk that is written to. */
const OF_ONE_FILE = new Set(['EACCES', 'EPERM', 'ENOENT', 'EIO', 'ELOOP', 'EISDIR', 'ESTALE']);

function unreadable(error: unknown): SetAsideError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return OF_ONE_FILE.has(code) ? new SetAsideError(`it cannot be read (${code})`) : undefined;
}

/** One JSON text of a file: a line (from 1), or the whole (0). */
export interface Text {
  readonly line: number;
  readonly json: Json | readonly Json[];
}

/** Why a file is set aside, without anything of what is in it, or of its name. */
export class SetAsideError extends Error {}

/**
 * The JSON texts of a file, one by one.
 * @throws SetAsideError
 */
export async function* textsOf(path: string): AsyncGenerator<Text> {
  try {
    const input = await openInput(path, () => process.stdin);
    try {
      for (const part of input.parts)
        for (const { line, content } of unitsOf(part, path)) yield { line, json: parsedText(content, line) };
    } finally {
      input.close();
    }
  } catch (error) {
    throw unreadable(error) ?? error;
  }
}

/** @throws SetAsideError */
export function parsedText(content: Buffer, line: number): Json | readonly Json[] {
  const parsed = parseUnit(content);
  const where = line === 0 ? '' : `line ${line}: `;
  if ('error' in parsed) throw new SetAsideError(`${where}not JSON (${parsed.error})`);
  const { json } = parsed;
  if (isObject(json) && typeof json.resourceType === 'string') return json;
  if (
    Array.isArray(json) &&
    json.length > 0 &&
    json.every((each) => isObject(each) && typeof each.resourceType === 'string')
  )
    return json as readonly Json[];
  throw new SetAsideError(`${where}no FHIR resource`);
}

/** The reason of any error, fit to be shown. */
export function reasonOf(error: unknown): string {
  if (error instanceof SetAsideError) return error.message;
  if (error instanceof ProdromeError) {
    if (error.code === 'input-not-json') return String(error.details.where);
    if (error.code === 'input-damaged') return `${error.details.format} that cannot be read (${error.details.where})`;
    return error.code;
  }
  return `internal: ${error instanceof Error ? error.constructor.name : typeof error}`;
}

/** HMAC-SHA-256 of the bytes of a file under the key of the run; of what can be read of it. */
export function inputHash(path: string, keys: Keys): string {
  const hash = createHmac('sha256', keys.input);
  try {
    const descriptor = openSync(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(2 ** 20);
      for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer))
        hash.update(buffer.subarray(0, count));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // It is set aside when it comes to be written.
    if (!unreadable(error)) throw error;
  }
  return hash.digest('hex');
}
