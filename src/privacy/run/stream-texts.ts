import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  isMessages,
  isTranslated,
  LARGEST_TRANSLATED,
  messagePiece,
  openBytes,
  parseUnit,
  streamLines,
  unitsOf,
} from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';

/** A text over several lines may be this long: a bundle of a whole life. */
const LONGEST = 256 * 2 ** 20;
const LINE_FEED = Buffer.from('\n');
const NAME = 'standard input';

/**
 * Lines of a stream, unpacked when it is gzip; the whole when its first two lines are no JSON texts by themselves but the whole may
 * be; HL7 v2 and C-CDA as a Bundle a patient. `see` is shown every chunk as it came.
 * @throws ProdromeError `input-too-large`, `input-damaged`
 */
export async function* textsOfStream(source: Readable, see: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const chunks = unpacked(source, see);
  const start = await startOf(chunks);
  if (isTranslated(start)) {
    yield* translatedLines(start, chunks);
    return;
  }
  const lines = streamLines(joined(start, chunks), NAME);
  const head: Buffer[] = [];
  let told = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = head.length === 0 ? withoutMark(next.value) : next.value;
    head.push(Buffer.from(line));
    if (!isBlank(line)) told++;
    if (told === 2 || (told === 1 && !isBlank(line) && !opensOnly(line))) break;
  }
  if (isWhole(head)) yield await wholeOf(head, lines);
  else {
    yield* head;
    yield* lines;
  }
}

/** Whether the lines that a stream begins with are parts of one JSON text; a damaged line before a whole one is a line. */
function isWhole(head: readonly Buffer[]): boolean {
  const [first, second] = head.filter((line) => !isBlank(line));
  if (!first || !opensOnly(first)) return false;
  return second === undefined || opensOnly(second) || 'error' in parseUnit(second);
}

async function wholeOf(head: readonly Buffer[], rest: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces = head.flatMap((line) => [line, LINE_FEED]);
  let length = 0;
  for await (const line of rest) {
    pieces.push(Buffer.from(line), LINE_FEED);
    length += line.length + 1;
    if (length > LONGEST) throw new ProdromeError('input-too-large', { path: NAME, limit: `${LONGEST / 2 ** 20} MB` });
  }
  return Buffer.concat(pieces);
}

/** Enough of a stream to see what it is. */
async function startOf(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < 4096) {
    const { value, done } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  return start;
}

async function* joined(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  yield* rest;
}

/** Messages of HL7 v2, in pieces when they are many, or a C-CDA document, which is read as a whole: a Bundle a patient. */
async function* translatedLines(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const canBeCut = isMessages(start);
  let chunks = [start];
  let size = start.length;
  for await (const chunk of rest) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= LARGEST_TRANSLATED) continue;
    if (!canBeCut)
      throw new ProdromeError('input-too-large', { path: NAME, limit: `${LARGEST_TRANSLATED / 2 ** 20} MB` });
    const held = Buffer.concat(chunks);
    const piece = messagePiece(held, false, NAME);
    yield* bundlesOf(piece);
    chunks = [held.subarray(piece.length)];
    size = held.length - piece.length;
  }
  yield* bundlesOf(Buffer.concat(chunks));
}

async function* bundlesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  const input = await openBytes(bytes, NAME);
  try {
    for (const part of input.parts) for (const { content } of unitsOf(part, NAME)) yield Buffer.from(content);
  } finally {
    input.close();
  }
}

/** Without the byte order mark of UTF-8. */
const withoutMark = (line: Buffer): Buffer =>
  line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;

/** `{` alone, or an object that does not close: the first line of a text that is written over several. */
function opensOnly(line: Buffer): boolean {
  const text = line.toString('latin1').trim();
  return /^[[{]/.test(text) && !/[\]}]$/.test(text);
}

export function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

async function* unpacked(source: Readable, see: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const { value, done } = await iterator.next();
    if (done) break;
    see(value);
    start = Buffer.concat([start, value]);
  }
  const whole = (async function* () {
    yield start;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      see(value);
      yield value;
    }
  })();
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  const pumped = pipeline(whole, gunzip);
  pumped.catch(() => undefined);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
    await pumped;
  } catch {
    throw new ProdromeError('input-damaged', { path: NAME, format: 'gzip', where: 'it does not unpack' });
  }
}
