import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { ProdromeError } from '../../errors.ts';
import { type Mapping, mappingSchema } from './mapping.ts';

/**
 * Reads a mapping file.
 * @throws ProdromeError `corpus-mapping-invalid`, with the line and what is wrong with it
 */
export function readMapping(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ProdromeError('input-missing', { path });
  }
  return mappingOf(text, path);
}

/** The mapping in a text; `path` is its name in errors. */
export function mappingOf(text: string, path: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fail = (offset: number | undefined, why: string) =>
    new ProdromeError('corpus-mapping-invalid', { path, line: lines.linePos(offset ?? 0).line, why });
  const [error] = document.errors;
  if (error) throw fail(error.pos[0], error.message);
  const parsed = mappingSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path ?? [];
    throw fail(offsetOf(document, where), `${where.join('.') || 'the whole'}: ${issue?.message ?? 'not valid'}`);
  }
  for (const [at, file] of parsed.data.files.entries()) {
    for (const [index, { code }] of file.events.entries()) {
      for (const [, map] of code.matchAll(/\{[^{}|]+\|([^{}]+)\}/g)) {
        const where = ['files', at, 'events', index, 'code'];
        if (map !== undefined && !(map in parsed.data.maps))
          throw fail(offsetOf(document, where), `${where.join('.')}: no map ${map}`);
      }
    }
  }
  return parsed.data;
}

/** Where a value of a document begins; of one that is missing, where what should hold it does. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length).map(keyOf), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return undefined;
}

const keyOf = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key));
