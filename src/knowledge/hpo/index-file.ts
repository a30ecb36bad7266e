import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FrequencyRows, HpoIndex, Rows } from './profiles.ts';

/**
 * The index as one file: eight bytes of magic, the SHA-256 of all that follows it, the length of a JSON header, the header, then
 * flat arrays, each at a multiple of eight. Loading it is reading it: the arrays are views of its bytes.
 */
const MAGIC = 'PRDHPO01';
/** Raised whenever the layout or the meaning of a section changes: an older file is then made anew. */
const FORMAT = 1;
/** Bytes before the header: magic, hash, length. */
const HASH_AT = 8;
const LENGTH_AT = 40;
const HEADER_AT = 44;

const headerSchema = z.object({
  format: z.number(),
  version: z.string(),
  licence: z.string(),
  sections: z.record(z.string(), z.object({ offset: z.number().int().min(0), bytes: z.number().int().min(0) })),
});

type Flat = Int32Array | Float32Array | Uint16Array | Uint8Array;

/** Serialises an index. */
export function encodeIndex(index: HpoIndex): Buffer {
  const text = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value)));
  const parts: [string, Flat][] = [
    ['termNames', text(index.termNames)],
    ['diseases', text(index.diseases.map(({ id, name }) => [id, name]))],
    ['synonyms', text([...index.synonyms()])],
    ['termIds', index.termIds],
    ['formerIds', index.formerIds],
    ['formerTargets', index.formerTargets],
    ['information', index.information],
    ...rowParts('ancestors', index.ancestors),
    ...rowParts('children', index.children),
    ...rowParts('annotated', index.annotated),
    ...rowParts('annotatedTo', index.annotatedTo),
    ...rowParts('implied', index.implied),
    ...Object.entries(index.traits).map(([name, values]): [string, Flat] => [`traits.${name}`, values]),
  ];
  const sections: Record<string, { offset: number; bytes: number }> = {};
  const pieces: Buffer[] = [];
  let offset = 0;
  for (const [name, values] of parts) {
    const piece = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    const padding = Buffer.alloc((8 - (piece.length % 8)) % 8);
    sections[name] = { offset, bytes: piece.length };
    pieces.push(piece, padding);
    offset += piece.length + padding.length;
  }
  const { version, licence } = index;
  const header = Buffer.from(JSON.stringify({ format: FORMAT, version, licence, sections }));
  const padded = Buffer.concat([header, Buffer.alloc((8 - ((header.length + HEADER_AT) % 8)) % 8, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const rest = Buffer.concat([length, padded, ...pieces]);
  return Buffer.concat([Buffer.from(MAGIC), hashOf(rest), rest]);
}

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function rowParts(name: string, rows: Rows | FrequencyRows): [string, Flat][] {
  return [
    [`${name}.offsets`, rows.offsets],
    [`${name}.values`, rows.values],
    ...('frequencies' in rows ? [[`${name}.frequencies`, rows.frequencies] as [string, Flat]] : []),
    ...('sexes' in rows && rows.sexes ? [[`${name}.sexes`, rows.sexes] as [string, Flat]] : []),
  ];
}

/**
 * The index of a file's bytes, or why it is none. `bytes` must begin at a multiple of eight of its buffer.
 */
export function decodeIndex(bytes: Uint8Array): HpoIndex | { readonly why: string } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEADER_AT || view.toString('latin1', 0, HASH_AT) !== MAGIC) return { why: 'it is no HPO index' };
  if (!hashOf(view.subarray(LENGTH_AT)).equals(view.subarray(HASH_AT, LENGTH_AT))) {
    return { why: 'it is damaged or cut short' };
  }
  const start = HEADER_AT + view.readUInt32LE(LENGTH_AT);
  const header = headerSchema.parse(JSON.parse(view.toString('utf8', HEADER_AT, start)));
  if (header.format !== FORMAT) return { why: `it is of format ${header.format}, this program reads ${FORMAT}` };
  const body = view.subarray(start);
  const section = (name: string): Buffer => {
    const { offset, bytes: length } = header.sections[name] ?? { offset: 0, bytes: 0 };
    return body.subarray(offset, offset + length);
  };
  const bytesOf = (name: string) => at(Uint8Array, section(name));
  const ints = (name: string) => at(Int32Array, section(name));
  const floats = (name: string) => at(Float32Array, section(name));
  const rows = (name: string): Rows => ({ offsets: ints(`${name}.offsets`), values: ints(`${name}.values`) });
  const frequencyRows = (name: string): FrequencyRows => ({
    ...rows(name),
    frequencies: bytesOf(`${name}.frequencies`),
    sexes: bytesOf(`${name}.sexes`),
  });
  const json = <T>(name: string): T => JSON.parse(section(name).toString('utf8')) as T;
  let synonyms: Map<number, string[]> | undefined;
  return {
    version: header.version,
    licence: header.licence,
    termIds: ints('termIds'),
    termNames: json<string[]>('termNames'),
    synonyms: () => {
      synonyms ??= new Map(json<[number, string[]][]>('synonyms'));
      return synonyms;
    },
    formerIds: ints('formerIds'),
    formerTargets: ints('formerTargets'),
    information: floats('information'),
    ancestors: rows('ancestors'),
    children: rows('children'),
    annotated: frequencyRows('annotated'),
    annotatedTo: frequencyRows('annotatedTo'),
    implied: frequencyRows('implied'),
    diseases: json<[string, string][]>('diseases').map(([id, name]) => ({ id, name })),
    traits: {
      size: at(Uint16Array, section('traits.size')),
      onsetFrom: floats('traits.onsetFrom'),
      onsetTo: floats('traits.onsetTo'),
      xRecessive: bytesOf('traits.xRecessive'),
      counterpart: ints('traits.counterpart'),
      counterpartKind: bytesOf('traits.counterpartKind'),
      represented: bytesOf('traits.represented'),
    },
  };
}

/** A typed array over a section, without a copy. */
function at<T>(
  Type: { new (buffer: ArrayBufferLike, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
  section: Buffer,
): T {
  return new Type(section.buffer, section.byteOffset, section.length / Type.BYTES_PER_ELEMENT);
}
