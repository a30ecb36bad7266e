import { hash } from 'node:crypto';
import type { ChartIssue } from '../chart.ts';
import type { Json } from '../json.ts';

/** By this an OperationOutcome of a translation is known from one that a server sent. */
export const TRANSLATION = 'urn:prodrome:translation';

/** A resource that is being made; `undefined` and empty values fall away when it is finished. */
export type Draft = { readonly resourceType: string; readonly [key: string]: unknown };

/** An id that depends on nothing but what is given: 20 hexadecimal digits, which tell nothing of it by themselves. */
export function idOf(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 20);
}

/** Without what is undefined, an empty text, an empty list or an empty object, at any depth. */
export function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const each of value) {
      const kept = pruned(each);
      if (kept !== undefined) list.push(kept);
    }
    return list.length === 0 ? undefined : list;
  }
  const made: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key in value) {
    const kept = pruned((value as Json)[key]);
    if (kept === undefined) continue;
    made[key] = kept;
    isEmpty = false;
  }
  return isEmpty ? undefined : made;
}

/** The JSON text of what {@link pruned} leaves; undefined when that is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : quoted(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value === null) return undefined;
  let text = '';
  if (Array.isArray(value)) {
    for (const each of value) {
      const inner = textOf(each);
      if (inner !== undefined) text += text === '' ? inner : `,${inner}`;
    }
    return text === '' ? undefined : `[${text}]`;
  }
  for (const key in value) {
    const inner = textOf((value as Json)[key]);
    if (inner !== undefined) text += text === '' ? `"${key}":${inner}` : `,"${key}":${inner}`;
  }
  return text === '' ? undefined : `{${text}}`;
}

/** Most texts need no escape. */
const quoted = (text: string): string => (/["\\\p{Cc}\p{Cs}]/u.test(text) ? JSON.stringify(text) : `"${text}"`);

/** A Bundle's entry of a draft, as JSON text; nothing when nothing is left of it. */
export function entryText(draft: unknown): string[] {
  const text = textOf(draft);
  return text === undefined ? [] : [`{"resource":${text}}`];
}

const COMMA = Buffer.from(',');

/** The JSON text of a Bundle of pieces of entries, each of one or more with commas between them. */
export function bundleText(pieces: readonly (string | Buffer)[], issues: readonly ChartIssue[]): Buffer {
  const all = issues.length > 0 ? [...pieces, JSON.stringify({ resource: outcomeOf(issues) })] : pieces;
  const parts: Buffer[] = [Buffer.from('{"resourceType":"Bundle","type":"collection","entry":[')];
  for (const piece of all) {
    if (parts.length > 1) parts.push(COMMA);
    parts.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }
  return Buffer.concat([...parts, Buffer.from(']}')]);
}

/** One patient's translated resources and what went wrong with them, as a Bundle: each resource once by id. */
export function bundleOf(resources: readonly Draft[], issues: readonly ChartIssue[]): Json {
  const entry: Json[] = resources.flatMap((draft) => {
    const resource = pruned(draft);
    return resource === undefined ? [] : [{ resource }];
  });
  if (issues.length > 0) entry.push({ resource: outcomeOf(issues) });
  return { resourceType: 'Bundle', type: 'collection', entry };
}

function outcomeOf(issues: readonly ChartIssue[]): Json {
  return {
    resourceType: 'OperationOutcome',
    meta: { source: TRANSLATION },
    issue: issues.map(({ code, severity, where, text }) => ({
      severity,
      code: 'processing',
      details: { coding: [{ system: TRANSLATION, code }], text },
      expression: [where],
    })),
  };
}

/** A text as an Attachment. */
export function textAttachment(text: string, title?: string, creation?: string): Json {
  return {
    contentType: 'text/plain; charset=utf-8',
    data: Buffer.from(text, 'utf8').toString('base64'),
    ...(title === undefined ? {} : { title }),
    ...(creation === undefined ? {} : { creation }),
  };
}
