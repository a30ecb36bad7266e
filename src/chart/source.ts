import type { Source } from './chart.ts';

const keys = new WeakMap<Source, string>();

/** A text that two sources share exactly when they are the same place: resource, path and span. */
export function sourceKey(source: Source): string {
  const known = keys.get(source);
  if (known !== undefined) return known;
  const { resourceType, id, path = '', span } = source;
  const key = `${resourceType}/${id}#${path}@${span?.join('-') ?? ''}`;
  keys.set(source, key);
  return key;
}
