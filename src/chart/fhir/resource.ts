import { createHash } from 'node:crypto';
import type { Source } from '../chart.ts';
import { isObject, type Json, object, string } from '../json.ts';

/** One resource of the input, whatever is wrong with it. */
export interface Resource {
  readonly type: string;
  /** `id`, else the end of its `fullUrl`, else `#` and a digest of its content. */
  readonly id: string;
  readonly fullUrl?: string;
  /** As {@link Source.origin}. */
  readonly origin?: string;
  readonly json: Json;
}

/** A resource with its identity; undefined when it has no `resourceType`. */
export function resourceOf(json: unknown, fullUrl?: string): Resource | undefined {
  if (!isObject(json)) return undefined;
  const type = string(json, 'resourceType');
  if (type === undefined) return undefined;
  const id = string(json, 'id') ?? idOfUrl(fullUrl) ?? (type === 'Bundle' ? '' : `#${digest(json)}`);
  const origin = string(object(json, 'meta'), 'source');
  return { type, id, ...(fullUrl === undefined ? {} : { fullUrl }), ...(origin === undefined ? {} : { origin }), json };
}

export function sourceOf({ type, id, origin }: Resource, path?: string): Source {
  return {
    resourceType: type,
    id,
    ...(path === undefined ? {} : { path }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function idOfUrl(url: string | undefined): string | undefined {
  return url?.match(/[^/:]+$/)?.[0];
}

function digest(json: Json): string {
  return createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 12);
}
