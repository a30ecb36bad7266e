import type { Readable } from 'node:stream';
import { ProdromeError } from '../../errors.ts';
import { LARGEST_JSON } from './lines.ts';

const NEWLINE = 10;

/**
 * The lines of a stream without their line feeds, blank ones too. Only a line feed ends one: what else Unicode calls the end of a
 * line may stand in a JSON text.
 * @throws ProdromeError `input-too-large` for a line of more than 256 MB
 */
export async function* streamLines(source: Readable | AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    const chunk = Buffer.from(piece as Buffer | string);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const own = chunk.subarray(from, end);
      yield rest.length === 0 ? own : Buffer.concat([...rest, own]);
      [rest, length, from] = [[], 0, end + 1];
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LARGEST_JSON)
      throw new ProdromeError('input-too-large', { path, limit: `${LARGEST_JSON / 2 ** 20} MB a line` });
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
