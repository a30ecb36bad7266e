import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RESOURCES } from '../fhir/elements.ts';
import { fullInstance } from '../fhir/instances.fixture.ts';
import { isObject, type Json } from '../json.ts';
import { resourcesOf } from '../patient/known.ts';
import { nodesOf } from './library.ts';
import { parsePath } from './path.ts';
import { Compiled, type Plan } from './plan.ts';
import { loadRules } from './rules.ts';

const CASES = new URL('../../../cases/', import.meta.url);
const records = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /record\.json$/.test(path))
  .sort()
  .flatMap((path) => resourcesOf(JSON.parse(readFileSync(new URL(path, CASES), 'utf8')) as Json).slice(0, 12));
const instances = [...RESOURCES].flatMap((type, index) => [fullInstance(type, index), fullInstance(type, index + 1)]);

type Places = Map<object, Set<string>>;

function put(places: Places, object: object, key: string): void {
  places.set(object, (places.get(object) ?? new Set()).add(key));
}

/** Where the plan of one rule says that the rule, and not what it stands in, names a value. */
function planned(path: string, resource: Json): Places {
  const compiled = new Compiled<true>([{ path, method: 'keep' }], () => true);
  const places: Places = new Map();
  const visit = (plan: Plan<true>, value: unknown, parent: object, key: string, above: boolean): void => {
    const here = plan.for(value);
    const named = here.rule === 0;
    if (named && !above) put(places, isObject(value) ? value : parent, isObject(value) ? '' : key);
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const child = here.child(name);
      if (!child || child.type === 'Resource') continue;
      if (Array.isArray(inner))
        for (const [index, each] of inner.entries())
          visit(child, each, value, isObject(each) ? '' : `${name}[${index}]`, named);
      else visit(child, inner, value, name, named);
    }
  };
  visit(compiled.root(String(resource.resourceType)), resource, resource, '', false);
  return places;
}

/** The same by the library: without what lies within another value that it names, and without contained resources. */
function found(path: string, resource: Json): Places {
  const all: Places = new Map();
  const root = /^([A-Z]\w*)\b/.exec(path)?.[1];
  if (root === undefined || root === resource.resourceType || root === 'Resource')
    for (const { object, key } of nodesOf(path, resource)) put(all, object, key);
  const places: Places = new Map();
  const visit = (value: Json, above: boolean): void => {
    const named = all.get(value)?.has('') === true;
    if (named && !above) put(places, value, '');
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'contained' || (name === 'resource' && isObject(inner)) || name.startsWith('_')) continue;
      for (const [index, each] of [inner].flat().entries()) {
        if (isObject(each)) {
          if (each.resourceType === undefined) visit(each, named || above);
          continue;
        }
        const place = Array.isArray(inner) ? `${name}[${index}]` : name;
        if (all.get(value)?.has(place) && !named && !above) put(places, value, place);
      }
    }
  };
  visit(resource, false);
  return places;
}

const flat = (places: Places): string[] =>
  [...places]
    .flatMap(([object, keys]) => [...keys].map((key) => `${Object.keys(object).join(' ').slice(0, 60)}: ${key}`))
    .sort();

const rules = [...new Set(loadRules().rules.map(({ path }) => path))];

/** FHIR says `id` of a resource's id, the library's model says System.String. */
const isOwnId = (place: string): boolean => /^resourceType\b.*: id$/.test(place);

describe('the fast path of a rule and the fhirpath library name the same values', () => {
  test.each(rules)('%s', (path) => {
    expect(parsePath(path)).toBeDefined();
    const root = /^([A-Z]\w*)\b/.exec(path)?.[1];
    const isOfRoot = ({ resourceType }: Json) => root === undefined || root === 'Resource' || root === resourceType;
    for (const resource of records.filter(isOfRoot)) {
      const fast = flat(planned(path, resource)).filter((place) => root !== undefined || !isOwnId(place));
      // The library does not know that the value of a range's SimpleQuantity is a decimal.
      const isGap = (place: string): boolean =>
        path === "nodesByType('decimal')" && place === 'value unit system code: value';
      const all = flat(found(path, resource));
      expect(fast.filter((place) => !isGap(place))).toEqual(all.filter((place) => !isGap(place)));
    }
    // Deep in extensions the library does not always know the type of a value; it never finds what the plan does not.
    const some = instances.filter(isOfRoot).filter((_, index) => root !== undefined || index % 24 === path.length % 24);
    for (const resource of some) {
      const fast = new Set(flat(planned(path, resource)));
      for (const place of flat(found(path, resource))) expect(fast).toContain(place);
    }
  });
});

test('the comparison finds something to compare', () => {
  const places = rules.map((path) => records.reduce((sum, resource) => sum + planned(path, resource).size, 0));
  expect(places.filter((count) => count > 0).length).toBeGreaterThan(10);
});

test.each([
  'Patient.name | Patient.contact',
  'Observation.where(value is Quantity)',
  'Patient.name.first()',
  'descendants()',
])('what is no simple path is left to the library: %s', (path) => {
  expect(parsePath(path)).toBeUndefined();
});
