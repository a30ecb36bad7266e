import { type Element, elementsOf } from '../fhir/elements.ts';
import { isObject, type Json } from '../json.ts';
import type { Term, Test } from './path.ts';

/** Whether a node of a type passes a test, as FHIRPath's `where` would have it. */
export function passes(test: Test, node: unknown, type: string): boolean {
  return test.some((terms) => terms.every((term) => holds(term, node, type)));
}

/** A test for nodes of one type, ready to be asked; most ask one simple element of the object itself. */
export function compiledTest(test: Test, type: string): (node: unknown) => boolean {
  const [only, second] = test;
  const [term, more] = only ?? [];
  const [name, deeper] = term?.names ?? [];
  const { is } = term ?? {};
  const listed = second === undefined && more === undefined && term ? amongCodes(term, type) : undefined;
  if (listed) return listed;
  const isSimple = second === undefined && more === undefined && deeper === undefined;
  if (
    !isSimple ||
    name === undefined ||
    is === undefined ||
    is.kind === 'exists' ||
    elementsOf(type)?.get(name)?.base !== name
  )
    return (node) => passes(test, node, type);
  const { literal } = is;
  return (node) => {
    if (!isObject(node)) return passes(test, node, type);
    const value = node[name];
    if (Array.isArray(value)) return passes(test, node, type);
    if (is.kind === 'equal') return value === literal && value !== null && value !== undefined;
    return typeof value === 'string' && value.startsWith(is.literal);
  };
}

/** `code.coding.exists(code = 'a' or code = 'b')`: whether something at the end of the names has one of the values. */
function amongCodes({ names, is }: Term, type: string): ((node: unknown) => boolean) | undefined {
  if (is.kind !== 'exists' || is.test === undefined || is.test.length < 2) return undefined;
  const values = new Set<unknown>();
  let asked: string | undefined;
  for (const terms of is.test) {
    const [only, more] = terms;
    const [name, deeper] = only?.names ?? [];
    if (only?.is.kind !== 'equal' || more !== undefined || name === undefined || deeper !== undefined) return undefined;
    if (asked !== undefined && asked !== name) return undefined;
    asked = name;
    values.add(only.is.literal);
  }
  let here: string | undefined = type;
  for (const name of [...names, asked ?? '']) {
    const element: Element | undefined = here === undefined ? undefined : elementsOf(here)?.get(name);
    if (element?.base !== name || element.type === 'Resource') return undefined;
    here = element.type;
  }
  const last = asked ?? '';
  const some = (node: unknown, step: number): boolean => {
    if (Array.isArray(node)) {
      for (const each of node) if (some(each, step)) return true;
      return false;
    }
    if (!isObject(node)) return false;
    const name = names[step];
    if (name !== undefined) return some(node[name], step + 1);
    const value = node[last];
    return Array.isArray(value) ? value.length === 1 && values.has(value[0]) : values.has(value);
  };
  return (node) => some(node, 0);
}

interface Typed {
  readonly value: unknown;
  readonly type: string;
}

function holds({ names, is }: Term, node: unknown, type: string): boolean {
  const [name, deeper] = names;
  if (name !== undefined && deeper === undefined && is.kind !== 'exists' && isObject(node)) {
    // Most tests ask one simple element of the object itself.
    const element = elementsOf(type)?.get(name);
    const value = node[name];
    if (element?.base === name && !Array.isArray(value))
      return is.kind === 'equal'
        ? value === is.literal && value !== null && value !== undefined
        : typeof value === 'string' && value.startsWith(is.literal);
  }
  let nodes: Typed[] = [{ value: node, type }];
  for (const name of names) nodes = nodes.flatMap((each) => childrenNamed(each, name));
  if (is.kind === 'exists') {
    const { test } = is;
    return test === undefined ? nodes.length > 0 : nodes.some((each) => passes(test, each.value, each.type));
  }
  // A comparison with one value is neither true nor false of several; `where` then leaves the node out.
  const [only, second] = nodes;
  if (only === undefined || second !== undefined) return false;
  if (is.kind === 'equal') return only.value === is.literal;
  return typeof only.value === 'string' && only.value.startsWith(is.literal);
}

function childrenNamed({ value, type }: Typed, name: string): Typed[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const elements = elementsOf(type);
  if (!elements) return [];
  const found: Typed[] = [];
  const exact = elements.get(name);
  if (exact?.base === name) collect(found, (value as Json)[name], exact.type);
  // A choice stands under a name of its own.
  else
    for (const key in value)
      if (elements.get(key)?.base === name) collect(found, (value as Json)[key], elements.get(key)?.type ?? '');
  return found;
}

function collect(found: Typed[], inner: unknown, type: string): void {
  for (const each of Array.isArray(inner) ? inner : [inner])
    if (each !== null && each !== undefined) found.push({ value: each, type: typeHere(type, each) });
}

/** The type of a value where any resource may stand. */
export function typeHere(type: string, value: unknown): string {
  if (type !== 'Resource') return type;
  if (typeof value !== 'object' || value === null || !('resourceType' in value)) return type;
  return typeof value.resourceType === 'string' ? value.resourceType : type;
}
