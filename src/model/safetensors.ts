import { z } from 'zod';

/** A file of named float32 tensors (https://github.com/huggingface/safetensors): 8 bytes of header length, JSON, data. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly data: Float32Array }>;
}

const LONGEST_HEADER = 100_000_000;
const entry = z.object({
  dtype: z.literal('F32', 'only float32 tensors (F32) are read'),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const header = z.looseObject({ __metadata__: z.record(z.string(), z.string()).optional() });

export function writeTensors({ metadata, tensors }: TensorFile): Uint8Array {
  const entries: Record<string, unknown> = { __metadata__: metadata };
  let size = 0;
  for (const [name, { shape, data }] of tensors) {
    entries[name] = { dtype: 'F32', shape, data_offsets: [size, size + data.byteLength] };
    size += data.byteLength;
  }
  const json = JSON.stringify(entries);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const bytes = new Uint8Array(8 + text.length + size);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  let at = 8 + text.length;
  for (const { data } of tensors.values()) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

/** @throws RangeError that says what is wrong with the file; no tensor outside the file is ever read. */
export function readTensors(bytes: Uint8Array): TensorFile {
  if (bytes.length < 8) throw new RangeError('too short to be a safetensors file');
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > LONGEST_HEADER || 8 + length > bytes.length) throw new RangeError('its header is longer than the file');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, 8 + length)));
  } catch {
    throw new RangeError('its header is not JSON');
  }
  const parsed = header.safeParse(json);
  if (!parsed.success) throw new RangeError('its header is not that of a safetensors file');
  const { __metadata__: metadata = {}, ...entries } = parsed.data;
  const tensors = new Map<string, { shape: number[]; data: Float32Array }>();
  for (const [name, value] of Object.entries(entries)) {
    const known = entry.safeParse(value);
    if (!known.success) throw new RangeError(`tensor ${name}: ${known.error.issues[0]?.message}`);
    const {
      shape,
      data_offsets: [from, to],
    } = known.data;
    const count = shape.reduce((product, n) => product * n, 1);
    if (to - from !== 4 * count || 8 + length + to > bytes.length) throw new RangeError(`tensor ${name} is cut short`);
    // Copied: data need not be aligned in the file.
    const data = new Float32Array(new Uint8Array(bytes.subarray(8 + length + from, 8 + length + to)).buffer);
    tensors.set(name, { shape, data });
  }
  return { metadata, tensors };
}
