import { createRequire } from 'node:module';
import { isObject, type Json } from '../json.ts';

/** Rules by the object that holds a value and the value's key (with `[index]` in a list of primitives); '' is the object itself. */
export type HardRules = ReadonlyMap<object, ReadonlyMap<string, number>>;

/** What the library answers with; only what is used of it. */
interface Node {
  readonly data: unknown;
  readonly propName: string | null;
  readonly index: number | null;
  readonly fhirNodeDataType: string | null;
  readonly parentResNode: Node | null;
  getTypeInfo?(): unknown;
}

type Evaluate = (resource: Json) => readonly unknown[];

const compiled = new Map<string, Evaluate>();

/**
 * Evaluates the expressions that are no simple paths by the `fhirpath` library on one resource. An expression that begins with
 * another type's name finds nothing. The lowest number wins.
 */
export function libraryRules(
  resource: Json,
  type: string,
  rules: readonly { readonly rule: number; readonly path: string }[],
): HardRules {
  const found = new Map<object, Map<string, number>>();
  for (const { rule, path } of rules) {
    const root = /^([A-Z]\w*)\b/.exec(path)?.[1];
    if (root !== undefined && root !== type && root !== 'Resource' && root !== 'DomainResource') continue;
    for (const { object, key } of nodesOf(path, resource)) {
      const keys = found.get(object) ?? new Map<string, number>();
      found.set(object, keys);
      keys.set(key, Math.min(rule, keys.get(key) ?? rule));
    }
  }
  return found;
}

/** Where the values stand that an expression finds in a resource. */
export function nodesOf(path: string, resource: Json): { readonly object: object; readonly key: string }[] {
  return evaluator(path)(resource).flatMap((each) => {
    if (!isNode(each)) return [];
    const { data, parentResNode, propName, index } = each;
    const parent = parentResNode?.data;
    if (!isObject(parent) || propName === null) return isObject(data) ? [{ object: data, key: '' }] : [];
    const key = Object.hasOwn(parent, propName) ? propName : choiceKey(parent, propName);
    if (key === undefined) return [];
    // The library wraps numbers, so what the value is has to be seen where it stands.
    const held = parent[key];
    const value: unknown = Array.isArray(held) && index !== null ? held[index] : held;
    if (isObject(value)) return [{ object: value, key: '' }];
    return [{ object: parent, key: index === null ? key : `${key}[${index}]` }];
  });
}

/** @throws Error when the expression is not FHIRPath */
export function evaluator(path: string): Evaluate {
  const known = compiled.get(path);
  if (known) return known;
  const { compile, model } = library();
  const made = compile(path, model, { resolveInternalTypes: false, userInvocationTable: FUNCTIONS });
  compiled.set(path, made);
  return made;
}

interface Library {
  readonly compile: (path: string, model: unknown, options: object) => (node: unknown) => readonly unknown[];
  readonly model: unknown;
}

let loaded: Library | undefined;

/** The library is large, and most rules do without it: it is loaded when one does not. */
function library(): Library {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const { compile } = require('fhirpath') as Pick<Library, 'compile'>;
    loaded = { compile, model: require('fhirpath/fhir-context/r4') };
  }
  return loaded;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'parentResNode' in value && 'propName' in value;
}

/** `valueString` for `value`. */
function choiceKey(parent: Json, base: string): string | undefined {
  return Object.keys(parent).find((key) => key.startsWith(base) && /^[A-Z]/.test(key.slice(base.length)));
}

function within(inputs: readonly unknown[]): readonly Node[] {
  return inputs.flatMap((input) => evaluator('descendants()')(input as Json).filter(isNode));
}

/** The two functions of Microsoft's anonymization tools. */
const FUNCTIONS = {
  nodesByType: {
    fn: (inputs: readonly unknown[], type: string) => within(inputs).filter((node) => node.fhirNodeDataType === type),
    arity: { 0: [], 1: ['String'] },
  },
  nodesByName: {
    fn: (inputs: readonly unknown[], name: string) => within(inputs).filter((node) => baseOf(node) === name),
    arity: { 0: [], 1: ['String'] },
  },
};

/** `value` of `valueQuantity`. */
function baseOf({ propName, fhirNodeDataType }: Node): string | null {
  const type = fhirNodeDataType ?? '';
  const suffix = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  return type !== '' && propName?.endsWith(suffix) && propName !== suffix
    ? propName.slice(0, -suffix.length)
    : propName;
}
