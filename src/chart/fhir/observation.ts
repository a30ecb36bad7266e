import { type Json, objects, string } from '../json.ts';
import { codingsOf } from './coding.ts';
import type { EventDraft, Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';
import { absentCode, kindOfResult, type Result, resultOf } from './result.ts';

/** Reasons for no value which mean that nothing was measured or asked. */
const NOT_MEASURED = new Set(['not-performed', 'not-asked', 'asked-declined', 'not-permitted']);

/** Where the Observation stands when another resource contains it. */
export interface Place {
  readonly holder: Resource;
  readonly path: string;
}

/** Observation: one event for its own value, and one for each component (`component[1]` of the source). */
export function readObservation(resource: Resource, reading: Reading, place?: Place): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['cancelled'])) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['issued']);
  const moment =
    reading.moment(resource, ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming']) ??
    recorded ??
    encounter.start;
  const at = moment?.at ?? Number.NaN;
  const categories = objects(json, 'category').flatMap((category) =>
    codingsOf(category).map(({ code }) => code.toLowerCase()),
  );
  const add = (result: Result, path?: string): void => {
    const { holder, path: inside } = place ?? { holder: resource, path: undefined };
    const event: EventDraft = {
      ...result,
      kind: kindOfResult(categories, result),
      moment,
      end: reading.end(resource, 'effectivePeriod'),
      recorded,
      status,
      encounter: encounter.id,
      source: sourceOf(holder, [inside, path].filter((part) => part !== undefined).join('.') || undefined),
    };
    reading.addEvent(event);
  };

  const components = objects(json, 'component');
  const isPanel = components.length > 0 || objects(json, 'hasMember').length > 0;
  const own = resultOf(resource, json, '', 'Observation without a name', at, reading);
  if (counts(resource, json, '', own, isPanel, reading)) add(own);
  for (const [index, component] of components.entries()) {
    const path = `component[${index}]`;
    const part = resultOf(resource, component, path, `${own.name}, part ${index + 1}`, at, reading);
    if (counts(resource, component, path, part, false, reading)) add(part, path);
  }
}

/** Whether a result is an event: it has a value, or says why it has none. A panel has none of its own. */
function counts(
  resource: Resource,
  json: Json,
  path: string,
  result: Result,
  isPanel: boolean,
  reading: Reading,
): boolean {
  if (result.value) return true;
  const absent = absentCode(json);
  if (absent !== undefined && NOT_MEASURED.has(absent)) {
    reading.issue(resource, path, 'not-done', 'information', `Observation ${absent}, left out`);
    return false;
  }
  if (absent !== undefined || isPanel) return absent !== undefined && !isPanel;
  // An interpretation or a comment may be all that the laboratory sent.
  if (result.interpretation || result.detail) return true;
  reading.issue(
    resource,
    path === '' ? 'value' : `${path}.value`,
    'value-missing',
    'information',
    'no value, and no reason for it: left out',
  );
  return false;
}
