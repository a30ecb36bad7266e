import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProdromeError } from '../errors.ts';
import { caseOfLines, casesOf, type PhenotypeCase } from '../findings/index.ts';

/** One JSON text can be this long, in characters; a case is a few thousand. */
const LONGEST = 64 * 2 ** 20;

/** A case, or a text that is none, with its place in the input. */
export type Incoming = { readonly given: PhenotypeCase } | { readonly place: string; readonly why: string };

/**
 * The cases of a file or (`-`) of standard input, as they arrive: NDJSON line by line, one JSON text, or a list of findings, one a
 * line. Gzip is seen from the content. A line that is no case is passed on as such; the others are not affected.
 * @throws ProdromeError `input-missing`, `input-too-large`, `case-unreadable` when the input as a whole is none
 */
export async function* incomingCases(path: string): AsyncGenerator<Incoming> {
  const label = path === '-' ? 'standard input' : path;
  let whole: string | undefined;
  let number = 0;
  for await (const line of linesOf(path, label)) {
    number++;
    if (whole !== undefined) {
      whole += `\n${line}`;
      if (whole.length > LONGEST) throw new ProdromeError('input-too-large', { path: label, limit: '64 MB' });
      continue;
    }
    if (line.trim() === '') continue;
    const json = parsed(line);
    if (json !== undefined) yield* fromJson(json, path === '-' ? `line ${number}` : `${label} line ${number}`);
    else if (number === 1) whole = line;
    else yield { place: `line ${number}`, why: 'it is not JSON' };
  }
  if (whole !== undefined) yield* fromWhole(whole, label);
  else if (number === 0) throw new ProdromeError('case-unreadable', { path: label, why: 'it is empty' });
}

function* fromJson(json: unknown, place: string): Generator<Incoming> {
  const cases = casesOf(json, place);
  if ('why' in cases) yield { place, why: cases.why };
  else for (const given of cases) yield { given };
}

/** A JSON text over several lines, or a plain list. */
function* fromWhole(text: string, path: string): Generator<Incoming> {
  const json = parsed(text);
  if (json === undefined) {
    const [line, ...rest] = text.split('\n').filter((each) => each.trim() !== '');
    // The first line of NDJSON was broken: the others are still cases.
    if (rest.length > 0 && rest.every((each) => parsed(each) !== undefined)) {
      yield { place: 'line 1', why: 'it is not JSON' };
      for (const [at, each] of rest.entries()) yield* fromJson(parsed(each), `line ${at + 2}`);
      return;
    }
    if (/^\s*[[{]/.test(line ?? '')) throw new ProdromeError('case-unreadable', { path, why: 'it is not JSON' });
    yield { given: caseOfLines(text, path) };
    return;
  }
  const cases = casesOf(json, path);
  if ('why' in cases) throw new ProdromeError('case-unreadable', { path, why: cases.why });
  for (const given of cases) yield { given };
}

function parsed(text: string): unknown {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Lines of a file or of standard input, unpacked when gzipped. */
async function* linesOf(path: string, label: string): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of unpacked(opened(path), label)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new ProdromeError('input-too-large', { path: label, limit: '64 MB a line' });
    for (const line of lines) yield line.replace(/^\uFEFF/, '').replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/^\uFEFF/, '').replace(/\r$/, '');
}

function opened(path: string): Readable {
  if (path === '-') return process.stdin;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ProdromeError('input-missing', { path });
  if (stats.isDirectory()) throw new ProdromeError('case-unreadable', { path, why: 'it is a folder: name its files' });
  return createReadStream(path);
}

async function* unpacked(stream: Readable, label: string): AsyncGenerator<Uint8Array> {
  const first = await firstChunk(stream);
  if (first === undefined) return;
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield first;
    for await (const chunk of stream) yield chunk as Uint8Array;
    return;
  }
  try {
    const gunzip = createGunzip();
    gunzip.write(first);
    stream.pipe(gunzip);
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch {
    throw new ProdromeError('case-unreadable', { path: label, why: 'its compression is damaged' });
  }
}

/** The first bytes of a stream, which then still gives the rest. */
async function firstChunk(stream: Readable): Promise<Uint8Array | undefined> {
  for (;;) {
    const chunk = stream.read() as Uint8Array | null;
    if (chunk !== null) return chunk;
    if (stream.readableEnded) return undefined;
    const ended = await new Promise<boolean>((resolve, reject) => {
      stream.once('readable', () => resolve(false));
      stream.once('end', () => resolve(true));
      stream.once('error', reject);
    });
    if (ended) return undefined;
  }
}
