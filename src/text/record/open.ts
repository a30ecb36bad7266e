import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { type Chart, isTranslated, readChart } from '../../chart/index.ts';
import { ProdromeError } from '../../errors.ts';
import { chartFromTexts, type PlainNote } from './chart.ts';
import { dayOfName, decoded, isRecordName, isTextName, looksLikeText } from './plain.ts';

/** A plain text is at most so large, in bytes. */
export const LARGEST_TEXT = 20 * 2 ** 20;
/** So much of standard input is looked at to see what it is. */
const START = 4096;

/** Texts that tell of the folder, not of a patient. */
const ABOUT = /^(?:readme|license|licence|changelog|notice|contributing)\b/i;

export interface OpenOptions {
  /** As for reading a chart: which patient of several. */
  readonly patient?: string | undefined;
  /** YYYY-MM-DD: the day that a text without a date is taken to be of. */
  readonly asOf?: string | undefined;
  /** What `-` reads; standard input by default. */
  readonly stdin?: Readable | undefined;
}

/**
 * The chart of one patient from a FHIR record or from plain text: a `.txt`, `.md` or `.text` file, any file or standard input that
 * is text and not JSON, or a folder of such files, which are the notes of one person.
 * @throws ProdromeError as `readChart`, and `input-mixed`, `input-not-text`, `input-empty`, `input-too-large`
 */
export async function openRecord(path: string, options: OpenOptions = {}): Promise<Chart> {
  const { patient, asOf } = options;
  if (path === '-') return openStream(options.stdin ?? process.stdin, options);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => !/(^|[\\/])\./.test(name));
    const texts = names.filter((name) => isTextName(name) && !ABOUT.test(basename(name))).sort();
    if (texts.length === 0) return readChart(path, { patient });
    if (names.some(isRecordName)) throw new ProdromeError('input-mixed', { path });
    return textChart(
      texts.map((name) => ({ name, bytes: readText(join(path, name)) })),
      path,
      options,
    );
  }
  if (stats?.isFile() && !isRecordName(path)) {
    const start = stats.size <= LARGEST_TEXT ? readFileSync(path).subarray(0, START) : undefined;
    const isText = isTextName(path)
      ? start === undefined || !isTranslated(start)
      : start !== undefined && looksLikeText(start);
    if (isText) return textChart([{ name: basename(path), bytes: readText(path) }], path, { asOf });
  }
  return readChart(path, { patient });
}

/** The chart of the person of a plain text in memory. `name` is what errors and the review call it. */
export function openText(bytes: Uint8Array, name: string, { asOf }: Pick<OpenOptions, 'asOf'> = {}): Chart {
  return textChart([{ name, bytes }], name, { asOf });
}

async function openStream(stdin: Readable, { patient, asOf }: OpenOptions): Promise<Chart> {
  const chunks: Buffer[] = [];
  let size = 0;
  const iterator = stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  const next = async (): Promise<boolean> => {
    const { value, done } = await iterator.next();
    if (done) return false;
    const chunk = Buffer.from(value);
    chunks.push(chunk);
    size += chunk.length;
    return true;
  };
  while (size < START && (await next())) {
    // What it is shows in its first bytes.
  }
  const name = 'standard input';
  if (!looksLikeText(Buffer.concat(chunks).subarray(0, START))) {
    const rest = (async function* () {
      yield* chunks;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })();
    return readChart('-', { patient, stdin: Readable.from(rest) });
  }
  while (size <= LARGEST_TEXT && (await next())) {
    // All of it, as far as a text may go.
  }
  return textChart([{ name, bytes: Buffer.concat(chunks) }], name, { asOf });
}

function readText(path: string): Uint8Array {
  if (statSync(path).size > LARGEST_TEXT) throw tooLarge(path);
  return readFileSync(path);
}

const tooLarge = (path: string): ProdromeError =>
  new ProdromeError('input-too-large', { path, limit: `${LARGEST_TEXT / 2 ** 20} MB of text` });

function textChart(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  path: string,
  { asOf }: OpenOptions,
): Chart {
  const notes = files.flatMap(({ name, bytes }, index): PlainNote[] => {
    if (bytes.length > LARGEST_TEXT) throw tooLarge(name);
    const text = decoded(bytes);
    if (text === undefined) throw new ProdromeError('input-not-text', { path: name });
    const day = dayOfName(name);
    const id = files.length === 1 ? 'note' : `note-${index + 1}`;
    return text.trim() === '' ? [] : [{ id, title: titleOf(name), text, ...(day === undefined ? {} : { day }) }];
  });
  if (notes.length === 0) throw new ProdromeError('input-no-words', { path });
  return chartFromTexts(notes, { asOf });
}

/** `clinic-letter_2.txt` as a title. */
function titleOf(name: string): string {
  if (name === 'standard input') return 'Note';
  const words = basename(name)
    .replace(/\.\w{2,4}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? 'Note' : words.charAt(0).toUpperCase() + words.slice(1);
}
