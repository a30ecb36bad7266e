import type { Readable } from 'node:stream';
import { ProdromeError } from '../../errors.ts';
import { LARGEST_JSON } from './lines.ts';

const NEWLINE = 10;

type Source = Readable | AsyncIterable<Buffer>;

/**
 * The lines of a stream without their line feeds, blank ones too. Only a line feed ends one: what else Unicode calls the end of a
 * line may stand in a JSON text.
 * @throws ProdromeError `input-too-large` for a line of more than 256 MB
 */
export async function* streamLines(source: Source, path: string): AsyncGenerator<Buffer> {
  for await (const line of fittingLines(source)) {
    if (line === undefined) throw lineTooLarge(path);
    yield line;
  }
}

/** The same, where a line of more than `most` bytes costs only itself: it is undefined, told as soon as it is known, and passed over. */
export async function* fittingLines(source: Source, most = LARGEST_JSON): AsyncGenerator<Buffer | undefined> {
  let rest: Buffer[] = [];
  let length = 0;
  let passing = false;
  for await (const piece of source) {
    const chunk = Buffer.from(piece as Buffer | string);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const own = chunk.subarray(from, end);
      if (!passing) yield rest.length === 0 ? own : Buffer.concat([...rest, own]);
      [rest, length, passing, from] = [[], 0, false, end + 1];
    }
    if (passing || from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length <= most) continue;
    yield undefined;
    [rest, passing] = [[], true];
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

export const lineTooLarge = (path: string): ProdromeError =>
  new ProdromeError('input-too-large', { path, limit: `${LARGEST_JSON / 2 ** 20} MB a line` });
