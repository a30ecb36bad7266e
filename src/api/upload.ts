import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context } from 'hono';
import { type Chart, readChartFromBytes } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';

/** A record sent to be read, packed or not, is at most so large: it is held in memory. */
export const LARGEST_UPLOAD = 64 * 2 ** 20;

const RECORD = 'The record';

/** A record that was sent: its chart, and the day to read it as of. */
export interface Upload {
  readonly chart: Chart;
  readonly asOf: string | undefined;
}

/**
 * Reads a record from a form (fields `record` and `asOf`) or from a body of JSON, NDJSON or gzip. Nothing touches the disk.
 * @throws ProdromeError `usage`, `date-invalid`, `input-too-large`, and what reading a chart throws
 */
export async function readUpload(context: Context): Promise<Upload> {
  const { bytes, asOf } = await received(context);
  return { chart: await readChartFromBytes(await unpacked(bytes), RECORD), asOf };
}

async function received(context: Context): Promise<{ bytes: Uint8Array; asOf: string | undefined }> {
  const type = context.req.header('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) {
    return { bytes: new Uint8Array(await context.req.arrayBuffer()), asOf: dayIn(context.req.query('as-of')) };
  }
  const form = await context.req.parseBody().catch((error: unknown) => {
    if (error instanceof ProdromeError) throw error;
    throw new ProdromeError('usage', { why: 'The form is broken off or not well formed: send it again' });
  });
  const { record, asOf } = form;
  if (!(record instanceof File))
    throw new ProdromeError('usage', { why: 'Send the record as the form field "record"' });
  const day = dayIn(typeof asOf === 'string' ? asOf : undefined);
  return { bytes: new Uint8Array(await record.arrayBuffer()), asOf: day };
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
