import { createHash } from 'node:crypto';
import type { ChartIssue } from '../chart.ts';
import type { Json } from '../json.ts';

/** By this an OperationOutcome of a translation is known from one that a server sent. */
export const TRANSLATION = 'urn:prodrome:translation';

/** A resource that is being made; `undefined` and empty values fall away when it is finished. */
export type Draft = { readonly resourceType: string; readonly [key: string]: unknown };

/** An id that depends on nothing but what is given: 20 hexadecimal digits, which tell nothing of it by themselves. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

/** Without what is undefined, an empty text, an empty list or an empty object, at any depth. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(pruned).filter((each) => each !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
      const kept = pruned(each);
      return kept === undefined ? [] : [[key, kept]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value === '' || value === null ? undefined : value;
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
