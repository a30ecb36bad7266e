import { ProdromeError } from '../../errors.ts';
import type { Bytes } from './bytes.ts';

/** A JSON text that must be parsed as a whole, a bundle or a line, can be this large. */
export const LARGEST_JSON = 256 * 2 ** 20;

const CHUNK = 2 ** 20;
const NEWLINE = 10;

/** One line that is not blank. `content` is good until the next line is asked for. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly offset: number;
  readonly content: Buffer;
}

/**
 * The lines of a file, read in pieces.
 * @throws ProdromeError `input-too-large` for a line of more than 256 MB
 */
export function* linesOf(bytes: Bytes, path: string): Generator<Line> {
  let number = 1;
  let start = byteOrderMark(bytes);
  let rest: Buffer[] = [];
  let restLength = 0;
  for (let position = start; position < bytes.size; ) {
    const chunk = bytes.read(position, CHUNK);
    if (chunk.length === 0) break;
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const piece = chunk.subarray(from, end);
      const content = rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      if (!isBlank(content)) yield { number, offset: start, content };
      rest = [];
      restLength = 0;
      number++;
      from = end + 1;
      start = position + from;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    restLength += chunk.length - from;
    if (restLength > LARGEST_JSON) throw tooLarge(path);
    position += chunk.length;
  }
  const content = Buffer.concat(rest);
  if (!isBlank(content)) yield { number, offset: start, content };
}

export function tooLarge(path: string): ProdromeError {
  return new ProdromeError('input-too-large', { path, limit: `${LARGEST_JSON / 2 ** 20} MB` });
}

/** The length of the UTF-8 byte order mark, when there is one. */
export function byteOrderMark(bytes: Bytes): number {
  const start = bytes.read(0, 3);
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}

function isBlank(content: Buffer): boolean {
  for (const byte of content) if (byte !== 32 && byte !== 9 && byte !== 13 && byte !== NEWLINE) return false;
  return true;
}
