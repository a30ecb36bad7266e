import { createReadStream, type Stats, statSync } from 'node:fs';
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ProdromeError } from '../../errors.ts';
import { formatOf, translated } from '../translate/translate.ts';
import { type Bytes, fileBytes, memoryBytes, OpenFiles, readFully } from './bytes.ts';
import { recordFiles } from './files.ts';
import { Spill } from './spill.ts';

/** What is read: one file, all the files of a folder, or a stream. `close` gives back files and temporary space. */
export interface Input {
  /** For errors. */
  readonly path: string;
  readonly parts: readonly Bytes[];
  close(): void;
}

/**
 * Opens a file, a folder with all its folders, or (for `-`) a stream. Gzip, HL7 v2 and C-CDA are seen from the content; the last two
 * are given as the FHIR that they are translated to.
 * @throws ProdromeError `input-missing`, `input-empty`, `input-not-json` (damaged gzip), `input-damaged`, `input-too-large`
 */
export async function openInput(path: string, stdin: () => Readable): Promise<Input> {
  const [files, spill] = [new OpenFiles(), new Spill()];
  const close = (): void => {
    files.close();
    spill.close();
  };
  try {
    if (path === '-')
      return {
        path: 'standard input',
        parts: [await asFhir(await keep('standard input', '', stdin(), spill), 'standard input', true, spill)],
        close,
      };
    const stats = statOf(path);
    const paths = stats.isDirectory() ? recordFiles(path) : [path];
    const parts: Bytes[] = [];
    for (const each of paths) {
      const label = stats.isDirectory() ? relative(path, each) : '';
      const status = statOf(each);
      // A pipe or a device can be read only once, and has no size.
      const isOnce = !status.isFile() || isGzip(readFully(files.descriptor(each), 0, 2));
      const bytes = isOnce
        ? await keep(path, label, createReadStream(each), spill)
        : fileBytes(label, each, 0, status.size, files);
      parts.push(await asFhir(bytes, path, paths.length === 1, spill));
    }
    if (parts.every(({ size }) => size === 0)) throw new ProdromeError('input-empty', { path });
    return { path, parts, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The same for bytes that are already in memory. */
export async function openBytes(bytes: Uint8Array, path: string): Promise<Input> {
  const spill = new Spill();
  if (bytes.length === 0) throw new ProdromeError('input-empty', { path });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const part = isGzip(buffer) ? await keep(path, '', Readable.from([buffer]), spill) : memoryBytes('', buffer);
    return { path, parts: [await asFhir(part, path, true, spill)], close: () => spill.close() };
  } catch (error) {
    spill.close();
    throw error;
  }
}

/** A file of HL7 v2 or C-CDA as the FHIR that it is translated to; any other as it is. */
async function asFhir(bytes: Bytes, path: string, alone: boolean, spill: Spill): Promise<Bytes> {
  const format = formatOf(bytes);
  if (!format) return bytes;
  return spill.keep(bytes.label, Readable.from(translated(bytes, format, path, alone)));
}

function statOf(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ProdromeError('input-missing', { path });
  return stats;
}

async function keep(path: string, label: string, stream: AsyncIterable<Uint8Array>, spill: Spill): Promise<Bytes> {
  try {
    return await spill.keep(label, unpacked(stream));
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      const where = label === '' ? 'damaged gzip' : `damaged gzip in ${label}`;
      throw new ProdromeError('input-not-json', { path, where });
    }
    throw error;
  }
}

/** The content of a stream, unpacked when it begins as gzip does. */
async function* unpacked(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const { value, done } = await iterator.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  const whole = (async function* () {
    yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  if (!isGzip(start)) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  const pumped = pipeline(whole, gunzip);
  // The error comes out of the iteration, too: nothing must be left to be unhandled.
  pumped.catch(() => undefined);
  yield* gunzip;
  await pumped;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
