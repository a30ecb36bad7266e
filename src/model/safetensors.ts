import { z } from 'zod';

/** A tensor of a file: floats, or whole numbers. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** A file of named tensors (https://github.com/huggingface/safetensors): 8 bytes of header length, JSON, data. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, NamedTensor>;
}

/** Where a tensor lies in a file. */
export interface TensorPlace {
  readonly type: 'F32' | 'I32';
  readonly shape: readonly number[];
  /** First byte, counted from the start of the file. */
  readonly from: number;
}

const LONGEST_HEADER = 100_000_000;
const entry = z.object({
  dtype: z.enum(['F32', 'I32'], 'only float32 and int32 (F32, I32) are read'),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const header = z.looseObject({ __metadata__: z.record(z.string(), z.string()).optional() });

export function writeTensors({ metadata, tensors }: TensorFile): Uint8Array {
  const entries: Record<string, unknown> = { __metadata__: metadata };
  let size = 0;
  for (const [name, { shape, data }] of tensors) {
    const dtype = data instanceof Float32Array ? 'F32' : 'I32';
    entries[name] = { dtype, shape, data_offsets: [size, size + data.byteLength] };
    size += data.byteLength;
  }
  const json = JSON.stringify(entries);
  const unpadded = new TextEncoder().encode(json);
  const text = new Uint8Array(Math.ceil(unpadded.length / 8) * 8).fill(32);
  text.set(unpadded);
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

/** How many bytes from the start of a file its header takes, of its first 8 bytes. @throws RangeError */
export function headerLength(start: Uint8Array, size: number): number {
  if (size < 8 || start.length < 8) throw new RangeError('it is too short to be a safetensors file');
  const length = Number(new DataView(start.buffer, start.byteOffset).getBigUint64(0, true));
  if (length > LONGEST_HEADER || 8 + length > size) throw new RangeError('its header is longer than the file');
  return 8 + length;
}

/** The places of a file's tensors, from its header (with its first 8 bytes); all lie in the file. @throws RangeError */
export function placesOf(
  start: Uint8Array,
  size: number,
): { metadata: Readonly<Record<string, string>>; places: ReadonlyMap<string, TensorPlace> } {
  const length = headerLength(start, size);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(8, length)));
  } catch {
    throw new RangeError('its header is not JSON');
  }
  const parsed = header.safeParse(json);
  if (!parsed.success) throw new RangeError('its header is not that of a safetensors file');
  const { __metadata__: metadata = {}, ...entries } = parsed.data;
  const places = new Map<string, TensorPlace>();
  for (const [name, value] of Object.entries(entries)) {
    const known = entry.safeParse(value);
    if (!known.success) throw new RangeError(`tensor ${name}: ${known.error.issues[0]?.message}`);
    const { dtype, shape, data_offsets } = known.data;
    const [from, to] = data_offsets;
    const count = shape.reduce((product, n) => product * n, 1);
    if (to - from !== 4 * count || length + to > size) throw new RangeError(`tensor ${name} is cut short`);
    places.set(name, { type: dtype, shape, from: length + from });
  }
  return { metadata, places };
}

/** @throws RangeError that says what is wrong with the file. */
export function readTensors(bytes: Uint8Array): TensorFile {
  const { metadata, places } = placesOf(bytes, bytes.length);
  const tensors = new Map<string, NamedTensor>();
  for (const [name, { type, shape, from }] of places) {
    const count = shape.reduce((product, n) => product * n, 1);
    // Copied: data need not be aligned in the file.
    const { buffer } = new Uint8Array(bytes.subarray(from, from + 4 * count));
    tensors.set(name, { shape, data: type === 'F32' ? new Float32Array(buffer) : new Int32Array(buffer) });
  }
  return { metadata, tensors };
}
