import { ProdromeError } from '../../errors.ts';
import { bundlesOfDocument, isDocument } from '../ccda/translate.ts';
import type { ChartIssue } from '../chart.ts';
import { isHl7v2, lastMessageIn } from '../hl7v2/split.ts';
import { bundlesOfMessages } from '../hl7v2/translate.ts';
import type { Bytes } from '../input/bytes.ts';
import { bundleText } from './bundle.ts';

/** A document, or a piece of a file of messages, is held in memory and may be this large. */
export const LARGEST_TRANSLATED = 32 * 2 ** 20;
const LINE_FEED = Buffer.from('\n');
/** So much of a file shows what it is. */
const START = 4096;

type Format = 'hl7v2' | 'ccda';

/** What a file that is no FHIR is translated from; undefined for all others. */
export function formatOf(bytes: Bytes): Format | undefined {
  return formatOfStart(bytes.read(0, START));
}

/** Whether an input that begins so is of a format that is translated. 4 kB are enough to tell. */
export const isTranslated = (start: Buffer): boolean => formatOfStart(start.subarray(0, START)) !== undefined;

/** Whether an input that begins so is HL7 v2, which can be read in pieces. */
export const isMessages = (start: Buffer): boolean => isHl7v2(start.subarray(0, START));

function formatOfStart(start: Buffer): Format | undefined {
  return isHl7v2(start) ? 'hl7v2' : isDocument(start) ? 'ccda' : undefined;
}

/**
 * HL7 v2 messages or a C-CDA document as NDJSON of FHIR R4 Bundles, one a patient. `alone`: the file is the whole input, so that
 * what cannot be read is an error; of one of many files it is an issue.
 * @throws ProdromeError `input-damaged`, `input-too-large`
 */
export function* translated(bytes: Bytes, format: Format, path: string, alone: boolean): Generator<Buffer> {
  try {
    for (const bundle of bundlesIn(bytes, format, path)) yield Buffer.concat([bundle, LINE_FEED]);
  } catch (error) {
    if (alone || !(error instanceof ProdromeError)) throw error;
    const text = `${String(error.details.format ?? 'too large')}: ${String(error.details.where ?? '')}, left out`;
    const issue = { code: 'line-invalid', severity: 'error', where: '', text } as const;
    yield Buffer.concat([bundleText([], [issue]), LINE_FEED]);
  }
}

function* bundlesIn(bytes: Bytes, format: Format, path: string): Generator<Buffer> {
  if (format === 'hl7v2') {
    yield* bundlesInMessages(bytes, path);
    return;
  }
  if (bytes.size > LARGEST_TRANSLATED)
    throw new ProdromeError('input-too-large', { path, limit: `${LARGEST_TRANSLATED / 2 ** 20} MB` });
  const read = bundlesOfDocument(bytes.read(0, bytes.size));
  if ('wrong' in read) throw new ProdromeError('input-damaged', { path, format: 'C-CDA', where: read.wrong });
  yield Buffer.from(JSON.stringify(read.bundle));
}

/** A large batch is read in pieces of whole messages, as if it were several files. */
function* bundlesInMessages(bytes: Bytes, path: string): Generator<Buffer> {
  const wrong: ChartIssue[] = [];
  let [any, last, end] = [false, 0, 0];
  for (let start = 0; start < bytes.size; start = end) {
    const piece = messagePiece(bytes.read(start, LARGEST_TRANSLATED), start + LARGEST_TRANSLATED >= bytes.size, path);
    end = start + piece.length;
    const { bundles, issues, last: number } = bundlesOfMessages(piece, last);
    last = number;
    any ||= bundles.length > 0;
    wrong.push(...issues);
    yield* bundles;
  }
  const [first] = wrong;
  if (!any)
    throw new ProdromeError('input-damaged', {
      path,
      format: 'HL7 v2',
      where: first ? `${first.where}: ${first.text}` : 'no message in it',
    });
  // What concerns the whole file comes last, and belongs to nobody.
  if (wrong.length > 0) yield bundleText([], wrong);
}

/**
 * The whole messages at the start of some bytes of HL7 v2; all of them when nothing follows.
 * @throws ProdromeError `input-too-large` for a message that is longer than the bytes
 */
export function messagePiece(bytes: Buffer, isLast: boolean, path: string): Buffer {
  if (isLast) return bytes;
  const end = lastMessageIn(bytes);
  if (end === 0)
    throw new ProdromeError('input-too-large', { path, limit: `${LARGEST_TRANSLATED / 2 ** 20} MB a message` });
  return bytes.subarray(0, end);
}
