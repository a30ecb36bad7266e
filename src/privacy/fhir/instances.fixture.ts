import type { Json } from '../json.ts';
import { type Element, elementsOf, isPrimitive, RESOURCES } from './elements.ts';

/** The same word wherever a person's name, number or address could stand. */
export const CANARY = 'Zyxwick';

/**
 * A resource of a type with every element that R4 gives it, three levels deep, and extensions on all: filled with what no one
 * may see. Of a choice of types it has the one that `pick` counts to.
 */
export function fullInstance(type: string, pick = 0): Json {
  return { resourceType: type, ...filled(type, 0, pick) };
}

function filled(type: string, depth: number, pick: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  const elements = elementsOf(type) ?? new Map<string, Element>();
  const choices = Map.groupBy(elements, ([, { base }]) => base);
  for (const [key, element] of elements) {
    const among = choices.get(element.base) ?? [];
    if (among[pick % among.length]?.[0] !== key) continue;
    if (element.type === 'Resource') {
      if (depth === 0)
        made[key] = element.list
          ? [{ resourceType: 'Basic', ...filled('Basic', 2, pick) }]
          : { resourceType: 'Basic', ...filled('Basic', 2, pick) };
      continue;
    }
    if (isPrimitive(element.type)) {
      const value = VALUES[element.type] ?? `${CANARY} of ${type}.${key}`;
      made[key] = element.list ? [value, value] : value;
      const beside = { id: CANARY, extension: [{ url: `http://${CANARY}.org`, valueString: CANARY }] };
      if (key !== 'id' && depth < 2) made[`_${key}`] = element.list ? [null, beside] : beside;
    } else if (depth < 3 && !RESOURCES.has(element.type)) {
      if (element.type === 'Extension' && depth > 1) continue;
      const inner = filled(element.type, depth + 1, pick);
      made[key] = element.list ? [inner] : inner;
    }
  }
  return made;
}

const VALUES: Readonly<Record<string, unknown>> = {
  boolean: true,
  code: 'final',
  date: '1957-03-04',
  dateTime: '2011-06-28T19:03:19+00:00',
  instant: '2011-06-28T19:03:19.400Z',
  time: '10:30:00',
  decimal: 12.5,
  integer: 3,
  positiveInt: 3,
  unsignedInt: 3,
  id: CANARY,
  uri: `http://${CANARY}.example.org/x`,
  url: `https://${CANARY}.example.org/x`,
  canonical: `http://${CANARY}.example.org/x|1`,
  oid: 'urn:oid:1.2.3.4.5',
  uuid: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000000',
  base64Binary: Buffer.from(CANARY).toString('base64'),
  xhtml: `<div xmlns="http://www.w3.org/1999/xhtml"><a href="http://${CANARY}.org">${CANARY}</a></div>`,
};
