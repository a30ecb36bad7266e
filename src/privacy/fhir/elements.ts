import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { table as ofTypes } from '../../table.ts';

/** One element of a type, under one of its JSON names: a choice (`value[x]`) is one entry for each of its types. */
export interface Element {
  /** Without the type: `value` of `valueQuantity`; what FHIRPath calls it. */
  readonly base: string;
  readonly type: string;
  readonly required: boolean;
  readonly list: boolean;
  readonly choice: boolean;
}

const tableSchema = z.object({
  resources: z.array(z.string()),
  types: z.record(z.string(), z.string()),
  codes: z.string(),
});

export const TABLE = new URL('../../../privacy/r4-elements.json', import.meta.url);
const table = tableSchema.parse(JSON.parse(readFileSync(TABLE, 'utf8')));

/** The types whose instances stand by themselves. */
export const RESOURCES: ReadonlySet<string> = new Set(table.resources);
/** The codes of R4's required value sets: `final`, `male` and the like say nothing of a person's name. */
export const R4_CODES: ReadonlySet<string> = new Set(table.codes.split(' '));

const NOT_DOMAIN = new Set(['Bundle', 'Binary', 'Parameters']);
export const isDomainResource = (type: string): boolean => RESOURCES.has(type) && !NOT_DOMAIN.has(type);

const PRIMITIVES = new Set(
  'base64Binary boolean canonical code date dateTime decimal id instant integer markdown oid positiveInt string time unsignedInt uri url uuid xhtml'.split(
    ' ',
  ),
);
export const isPrimitive = (type: string): boolean => PRIMITIVES.has(type);

/** What FHIR derives a type from, for `ofType`. */
const PARENTS: Readonly<Record<string, string>> = ofTypes({
  code: 'string',
  id: 'string',
  markdown: 'string',
  url: 'uri',
  canonical: 'uri',
  oid: 'uri',
  uuid: 'uri',
  positiveInt: 'integer',
  unsignedInt: 'integer',
  Age: 'Quantity',
  Count: 'Quantity',
  Distance: 'Quantity',
  Duration: 'Quantity',
});
export const isA = (type: string, wanted: string): boolean => type === wanted || PARENTS[type] === wanted;

const known = new Map<string, ReadonlyMap<string, Element>>();

/**
 * The elements of a resource type, a data type, or an element with children (`#Patient.contact`), by JSON name.
 * Undefined for what is no type of R4.
 */
export function elementsOf(type: string): ReadonlyMap<string, Element> | undefined {
  const found = known.get(type);
  if (found) return found;
  const listed = Object.hasOwn(table.types, type.replace(/^#/, '')) ? table.types[type.replace(/^#/, '')] : undefined;
  if (listed === undefined && type !== 'Element' && !RESOURCES.has(type)) return undefined;
  const elements = new Map<string, Element>();
  const common = RESOURCES.has(type)
    ? 'id:id meta:Meta implicitRules:uri language:code'
    : 'id:string extension:Extension*';
  const domain = 'text:Narrative contained:Resource* extension:Extension* modifierExtension:Extension*';
  const rest = isDomainResource(type) ? domain : RESOURCES.has(type) ? '' : 'modifierExtension:Extension*';
  for (const each of [common, rest, listed ?? ''].join(' ').split(' ').filter(Boolean)) add(elements, each);
  known.set(type, elements);
  return elements;
}

function add(elements: Map<string, Element>, text: string): void {
  const match = /^(!?)([A-Za-z]+)(\[x\])?:(.+?)(\*?)$/.exec(text);
  if (!match) return;
  const [, required, base = '', choice, types = '', list] = match;
  for (const type of types.split(',')) {
    const name = choice ? `${base}${type.charAt(0).toUpperCase()}${type.slice(1)}` : base;
    elements.set(name, { base, type, required: required === '!', list: list === '*', choice: choice !== undefined });
  }
}
