import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';

const HEAD = 65_536;

/**
 * The names of the columns of a CSV file, gzip or not: its first line. Read here, as DuckDB guesses where the head is when rows
 * are of unequal length, and would then name a row of data in an error. Undefined when there is no whole first line of text.
 */
export function headOf(path: string, delimiter: string): string[] | undefined {
  const bytes = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  const length = readSync(file, bytes, 0, HEAD, 0);
  closeSync(file);
  const text = textOf(bytes.subarray(0, length));
  const end = text?.search(/\r?\n/) ?? -1;
  const line = end < 0 ? (length < HEAD ? text : undefined) : text?.slice(0, end);
  return line === undefined || line.trim() === '' ? undefined : cellsOf(line.replace(/^\uFEFF/, ''), delimiter);
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The cells of a line of CSV (RFC 4180). */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (quoted && character === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
