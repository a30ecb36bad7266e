import type { ChartIssue } from '../chart.ts';
import { isObject, type Json, objects, string } from '../json.ts';
import { issuesOf } from '../translate/outcome.ts';
import { type Resource, resourceOf } from './resource.ts';

/** The resources of an input, and what in it is none. */
export interface Entries {
  readonly resources: Resource[];
  readonly issues: ChartIssue[];
}

/** Flattens JSON to its resources: a Bundle of any type (and bundles in it), one resource, or a list of either. */
export function entriesOf(json: unknown, place = ''): Entries {
  const entries: Entries = { resources: [], issues: [] };
  collect(json, undefined, place, entries);
  return entries;
}

function collect(json: unknown, fullUrl: string | undefined, place: string, entries: Entries): void {
  if (Array.isArray(json)) {
    for (const [index, each] of json.entries()) collect(each, undefined, `${place}[${index}]`, entries);
    return;
  }
  const resource = resourceOf(json, fullUrl);
  if (!resource) {
    const where = place || 'the input';
    entries.issues.push({
      code: 'resource-invalid',
      severity: 'error',
      where,
      text: 'not a resource: it has no resourceType; left out',
    });
    return;
  }
  if (resource.type === 'OperationOutcome') {
    entries.issues.push(...issuesOf(resource.json, place));
    return;
  }
  if (resource.type === 'Parameters') return;
  if (resource.type !== 'Bundle') {
    entries.resources.push(resource);
    return;
  }
  collectBundle(resource.json, place, entries);
}

function collectBundle(bundle: Json, place: string, entries: Entries): void {
  const list = bundle.entry;
  if (list === undefined) return;
  for (const [index, entry] of (Array.isArray(list) ? list : [list]).entries()) {
    const at = `${place === '' ? '' : `${place} `}entry[${index}]`;
    // A transaction may delete, and a response may only say what was done: such entries have no resource.
    if (
      isObject(entry) &&
      entry.resource === undefined &&
      (objects(entry, 'request').length > 0 || objects(entry, 'response').length > 0)
    )
      continue;
    collect(
      isObject(entry) ? entry.resource : entry,
      isObject(entry) ? string(entry, 'fullUrl') : undefined,
      at,
      entries,
    );
  }
}
