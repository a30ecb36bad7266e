import type { Bytes } from './bytes.ts';
import { whereNotJson } from './json-error.ts';
import { byteOrderMark, LARGEST_JSON, type Line, linesOf, tooLarge } from './lines.ts';

/** One JSON text of the input: a line of NDJSON, or a whole file. */
export interface Unit {
  readonly part: Bytes;
  readonly offset: number;
  readonly length: number;
  /** Counted from 1; 0 when the file is one text. */
  readonly line: number;
  /** The bytes, good until the next unit is asked for. */
  readonly content: Buffer;
}

/**
 * The JSON texts of a file: its lines when it is NDJSON (also one with a damaged first line), else the whole.
 * @throws ProdromeError `input-too-large`
 */
export function* unitsOf(part: Bytes, path: string): Generator<Unit> {
  if (isWhole(part, path)) {
    if (part.size > LARGEST_JSON) throw tooLarge(path);
    const offset = byteOrderMark(part);
    const content = part.read(offset, part.size - offset);
    yield { part, offset, length: content.length, line: 0, content };
    return;
  }
  for (const { number, offset, content } of linesOf(part, path)) {
    yield { part, offset, length: content.length, line: number, content };
  }
}

/** Whether a file is one JSON text over several lines: neither of its first two lines is one in itself. */
function isWhole(part: Bytes, path: string): boolean {
  const lines = linesOf(part, path);
  const first = lines.next();
  if (first.done || isClosed(first.value)) return false;
  const second = lines.next();
  return second.done === true || !isClosed(second.value) || 'error' in parse(second.value.content);
}

/** Whether a line begins and ends as a JSON object or list does. */
function isClosed({ content }: Line): boolean {
  const first = content.toString('latin1', 0, 64).trimStart().charAt(0);
  const last = content
    .toString('latin1', Math.max(0, content.length - 64))
    .trimEnd()
    .slice(-1);
  return (first === '{' && last === '}') || (first === '[' && last === ']');
}

/** The parsed text, or where it is not JSON. */
export function parse(content: Buffer): { readonly json: unknown } | { readonly error: string } {
  const text = content.toString('utf8');
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { error: whereNotJson(text) };
  }
}
