import { ProdromeError } from '../../errors.ts';
import { bundlesOfDocument, isDocument } from '../ccda/translate.ts';
import { isHl7v2 } from '../hl7v2/split.ts';
import { bundlesOfMessages } from '../hl7v2/translate.ts';
import type { Bytes } from '../input/bytes.ts';
import { bundleText } from './bundle.ts';

/** A file of messages or a document is held in memory, and may be this large. */
export const LARGEST_TRANSLATED = 32 * 2 ** 20;
/** So much of a file shows what it is. */
const START = 4096;

type Format = 'hl7v2' | 'ccda';

/** What a file that is no FHIR is translated from; undefined for all others. */
export function formatOf(bytes: Bytes): Format | undefined {
  return formatOfStart(bytes.read(0, START));
}

/** Whether an input that begins so is of a format that is translated. 4 kB are enough to tell. */
export const isTranslated = (start: Buffer): boolean => formatOfStart(start.subarray(0, START)) !== undefined;

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
    for (const bundle of bundlesIn(bytes, format, path)) yield Buffer.from(`${bundle}\n`);
  } catch (error) {
    if (alone || !(error instanceof ProdromeError)) throw error;
    const text = `${String(error.details.format ?? 'too large')}: ${String(error.details.where ?? '')}, left out`;
    const issue = { code: 'line-invalid', severity: 'error', where: '', text } as const;
    yield Buffer.from(`${bundleText([], [issue])}\n`);
  }
}

function* bundlesIn(bytes: Bytes, format: Format, path: string): Generator<string> {
  if (bytes.size > LARGEST_TRANSLATED)
    throw new ProdromeError('input-too-large', { path, limit: `${LARGEST_TRANSLATED / 2 ** 20} MB` });
  const content = bytes.read(0, bytes.size);
  if (format === 'ccda') {
    const read = bundlesOfDocument(content);
    if ('wrong' in read) throw new ProdromeError('input-damaged', { path, format: 'C-CDA', where: read.wrong });
    yield JSON.stringify(read.bundle);
    return;
  }
  const { bundles, issues } = bundlesOfMessages(content);
  const [first] = issues;
  if (bundles.length === 0)
    throw new ProdromeError('input-damaged', {
      path,
      format: 'HL7 v2',
      where: first ? `${first.where}: ${first.text}` : 'no message in it',
    });
  // What concerns the whole file comes last, and belongs to nobody.
  yield* bundles;
  if (issues.length > 0) yield bundleText([], issues);
}
