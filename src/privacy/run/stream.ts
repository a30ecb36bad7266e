import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isTranslated, LARGEST_TRANSLATED, openBytes, unitsOf } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { newTally } from '../context.ts';
import { Deidentifier } from '../deidentifier.ts';
import type { Json } from '../json.ts';
import { manifestText } from '../manifest.ts';
import { reportOf, type SetAside } from '../proof/report.ts';
import { type RunOptions, toolsOf } from './options.ts';
import { parsedText, reasonOf, SetAsideError } from './read.ts';
import { headerOf, manifestOf } from './run.ts';

/** A line may be this long: a bundle of a whole life. */
const LONGEST = 256 * 2 ** 20;
const NEWLINE = 10;

export interface StreamResult {
  readonly lines: number;
  readonly setAside: readonly SetAside[];
  readonly report: string;
  readonly manifest: string;
}

/**
 * A filter over NDJSON: a bundle or a resource a line comes in, the same de-identified goes out; nothing is kept between
 * lines, so that memory is flat and any engine may split the input. What is known of a patient is what the line says: a bundle
 * its whole record, a lone resource the id of its patient, which alone decides the shift. A line that fails is not written.
 * An input that is one JSON text over several lines is read as a whole; so are HL7 v2 and C-CDA, which come out as a bundle
 * a patient.
 * @throws ProdromeError `input-too-large`, `input-empty`, `input-damaged`
 */
export async function deidentifyStream(source: Readable, sink: Writable, options: RunOptions): Promise<StreamResult> {
  const deidentifier = new Deidentifier(toolsOf(options));
  const tally = newTally(options.rules.rules.length);
  const setAside: SetAside[] = [];
  const patients = new Set<string>();
  const input = createHmac('sha256', options.keys.input);
  const output = createHash('sha256');
  let [lines, bytes, number] = [0, 0, 0];
  const put = async (content: Buffer, line: number): Promise<void> => {
    try {
      const json = parsedText(content, line);
      const made = [json].flat().flatMap((each) => {
        const { made: one, owners } = deidentifier.treatWithOwners(each as Json, tally);
        // Counted by a hash of bounded number: a stream may have more patients than memory.
        for (const patient of owners.patients) if (patients.size < MOST_COUNTED) patients.add(patient);
        return one === undefined ? [] : [one];
      });
      if (made.length === 0) return;
      const text = `${JSON.stringify(Array.isArray(json) ? made : made[0])}\n`;
      output.update(text);
      bytes += Buffer.byteLength(text);
      if (!sink.write(text)) await once(sink, 'drain');
    } catch (error) {
      const reason = reasonOf(error).replace(/^line \d+: /, '');
      setAside.push({ input: `line ${line}`, reason });
      options.progress?.(`set aside: line ${line}: ${reason}`);
    }
  };
  for await (const content of linesOf(source, (chunk) => input.update(chunk))) {
    number++;
    if (isBlank(content)) continue;
    lines++;
    await put(content, number);
  }
  if (lines === 0) throw new ProdromeError('input-empty', { path: 'standard input' });
  const report = `${JSON.stringify(reportOf(tally, options.rules, { setAside, sample: [] }), null, 2)}\n`;
  const resources = [...tally.resources].reduce((sum, [type, count]) => sum + (type === 'Bundle' ? 0 : count), 0);
  const outcome = { name: '-', input: input.digest('hex'), output: output.digest('hex'), bytes, resources };
  const manifest = manifestOf(headerOf(options), [{ ...outcome, patients: patients.size }], setAside, report);
  return { lines, setAside, report, manifest: manifestText(manifest) };
}

const MOST_COUNTED = 1_000_000;

/** Lines of a stream, unpacked when it is gzip; the whole when its first line is no JSON text by itself but the whole may be. */
async function* linesOf(source: Readable, see: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  let isWhole = false;
  const chunks = unpacked(source, see);
  const start = await startOf(chunks);
  if (isTranslated(start)) {
    yield* translatedLines(start, chunks);
    return;
  }
  for await (const chunk of joined(start, chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0 && !isWhole; end = chunk.indexOf(NEWLINE, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)]);
      if (isFirst && !isBlank(line) && opensOnly(line)) {
        isWhole = true;
        rest = [line, Buffer.from('\n')];
      } else {
        if (!isBlank(line)) isFirst = false;
        yield line;
        rest = [];
      }
      length = 0;
      from = end + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
    length += chunk.length - from;
    if (length > LONGEST)
      throw new ProdromeError('input-too-large', { path: 'standard input', limit: '256 MB a line' });
  }
  if (rest.length > 0) yield Buffer.concat(rest);
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

/** Messages of HL7 v2 or a C-CDA document, which are read as a whole: a Bundle a patient. */
async function* translatedLines(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const path = 'standard input';
  const chunks = [start];
  let size = start.length;
  for await (const chunk of rest) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_TRANSLATED)
      throw new ProdromeError('input-too-large', { path, limit: `${LARGEST_TRANSLATED / 2 ** 20} MB` });
  }
  const input = await openBytes(Buffer.concat(chunks), path);
  try {
    for (const part of input.parts) for (const { content } of unitsOf(part, path)) yield Buffer.from(content);
  } finally {
    input.close();
  }
}

/** `{` alone, or an object that does not close: the first line of a text that is written over several. */
function opensOnly(line: Buffer): boolean {
  const text = line.toString('latin1').trim();
  if (text.startsWith('\u00ef\u00bb\u00bf')) return opensOnly(line.subarray(3));
  return /^[[{]/.test(text) && !/[\]}]$/.test(text);
}

function isBlank(line: Buffer): boolean {
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
    throw new SetAsideError('damaged gzip');
  }
}
