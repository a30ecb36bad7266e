import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context } from 'hono';
import { type Chart, readChartFromBytes } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import { openText } from '../text/index.ts';

/** A record sent to be read, packed or not, is at most so large: it is held in memory. */
export const LARGEST_UPLOAD = 64 * 2 ** 20;

const RECORD = 'The record';
/** What a text without a file is called. */
const PASTED = 'Pasted note';

/** A record that was sent: its chart, and the day to read it as of. */
export interface Upload {
  readonly chart: Chart;
  readonly asOf: string | undefined;
}

/**
 * Reads a record from a form (a file `record`, or words in `text`; `asOf`) or from a body of JSON, NDJSON, gzip or plain text
 * (`text/plain`). Nothing touches the disk.
 * @throws ProdromeError `usage`, `date-invalid`, `input-too-large`, and what reading a chart throws
 */
export async function readUpload(context: Context): Promise<Upload> {
  const { bytes, asOf, isText } = await received(context);
  const record = await unpacked(bytes);
  const chart = isText ? openText(record, PASTED, { asOf }) : await readChartFromBytes(record, RECORD);
  return { chart, asOf };
}

/** What is sent, as it came: is it words, or a record? */
interface Received {
  readonly bytes: Uint8Array;
  readonly asOf: string | undefined;
  readonly isText: boolean;
}

async function received(context: Context): Promise<Received> {
  const type = context.req.header('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return { bytes, asOf: dayIn(context.req.query('as-of')), isText: /^text\/(?:plain|markdown)/i.test(type) };
  }
  const form = await context.req.parseBody().catch((error: unknown) => {
    if (error instanceof ProdromeError) throw error;
    throw new ProdromeError('usage', { why: 'The form is broken off or not well formed: send it again' });
  });
  const { record, text, asOf } = form;
  const day = dayIn(typeof asOf === 'string' ? asOf : undefined);
  if (typeof text === 'string' && text.trim() !== '') {
    return { bytes: new TextEncoder().encode(text.replaceAll('\r\n', '\n')), asOf: day, isText: true };
  }
  if (!(record instanceof File))
    throw new ProdromeError('usage', { why: 'Send the record as the form field "record", or words as "text"' });
  const isText = /\.(?:txt|text|md)$/i.test(record.name) || /^text\/plain/i.test(record.type);
  return { bytes: new Uint8Array(await record.arrayBuffer()), asOf: day, isText };
}

/** Gzip unpacked in memory, so that a small upload cannot become a large one. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST_UPLOAD });
  } catch (error) {
    if (error instanceof RangeError) tooLarge();
    throw new ProdromeError('input-not-json', { path: RECORD, where: 'damaged gzip' });
  }
}

/** @throws ProdromeError `input-too-large` */
export function tooLarge(): never {
  throw new ProdromeError('input-too-large', { path: RECORD, limit: '64 MiB, the most that this page takes' });
}

/** A day from a query or a form; undefined when empty. @throws ProdromeError `date-invalid` */
export function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  if (!exists) throw new ProdromeError('date-invalid', { what: 'as-of' });
  return text;
}
