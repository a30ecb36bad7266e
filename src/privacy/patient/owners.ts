import { isObject, type Json, objectsAt, textAt } from '../json.ts';
import { Identifiers } from './identifiers.ts';
import { typeOfReference } from './known.ts';

/** Elements that say whose a resource is, the surest first. */
const OWNING = ['patient', 'subject', 'beneficiary', 'for', 'individual', 'candidate'];
const DEEPEST = 32;

interface Indexed {
  readonly type: string;
  readonly id: string;
  readonly json: Json;
}

/** Whose each resource of a bundle is. A resource by itself is a bundle of one. */
export class Owners {
  readonly resources: readonly Json[];
  readonly #byKey = new Map<string, Indexed>();
  readonly #byIdentifier: Identifiers;
  readonly #owners = new Map<Json, string | undefined>();
  readonly #patients = new Set<string>();

  /** `elsewhere`: patients who do not stand here, by identifier. */
  constructor(json: Json, elsewhere?: Identifiers) {
    this.#byIdentifier = new Identifiers(elsewhere);
    const entries: readonly Json[] = json.resourceType === 'Bundle' ? objectsAt(json, 'entry') : [{ resource: json }];
    const resources: Json[] = [];
    for (const { fullUrl, resource } of entries) {
      if (!isObject(resource)) continue;
      resources.push(resource);
      this.#index(resource, typeof fullUrl === 'string' ? fullUrl : undefined);
    }
    this.resources = resources;
    for (const resource of resources) {
      const owner = this.#direct(resource);
      this.#owners.set(resource, owner);
      if (owner !== undefined) this.#patients.add(owner);
    }
    const [only, second] = this.#patients;
    const alone = json.resourceType === 'Bundle' && second === undefined ? only : undefined;
    if (alone !== undefined) this.#owners.set(json, alone);
    for (const resource of resources)
      if (this.#owners.get(resource) === undefined) this.#owners.set(resource, alone ?? this.#indirect(resource));
    if (alone === undefined) this.#lend(resources);
  }

  /** The ids of the patients whose something is here. */
  get patients(): ReadonlySet<string> {
    return this.#patients;
  }

  /** The id of the patient to whom a resource belongs; undefined for nobody's, and for what is of several. */
  ownerOf(resource: Json): string | undefined {
    return this.#owners.get(resource);
  }

  /** The type of what a reference names, when it is here. */
  typeOf(reference: string): string | undefined {
    return this.#byKey.get(reference)?.type;
  }

  /** References of a resource to what is not here, and `Type?identifier=value` for those by identifier. */
  referencesOf(resource: Json): string[] {
    const found: string[] = [];
    visit(resource, 0, ({ reference, type, identifier }) => {
      if (typeof reference !== 'string') {
        const value = textAt(objectsAt({ identifier }, 'identifier')[0], 'value');
        if (typeof type === 'string' && value !== undefined) found.push(`${type}?identifier=${value}`);
      } else if (!this.#byKey.has(reference)) found.push(reference);
    });
    return found;
  }

  /** Content that stands by itself (Binary) says not whose it is: that of the one whose documents name it. */
  #lend(resources: readonly Json[]): void {
    for (const resource of resources) {
      const owner = this.#owners.get(resource);
      if (owner === undefined) continue;
      for (const url of attachedTo(resource)) {
        const content = this.#byKey.get(url)?.json;
        if (content && !this.#owners.get(content)) this.#owners.set(content, owner);
      }
    }
  }

  #index(resource: Json, fullUrl: string | undefined): void {
    const type = textAt(resource, 'resourceType') ?? '';
    const id = canonical(
      textAt(resource, 'id') ?? /^urn:(?:uuid|oid):(.+)$/i.exec(fullUrl ?? '')?.[1] ?? fullUrl ?? '',
    );
    const indexed = { type, id, json: resource };
    if (fullUrl !== undefined) this.#byKey.set(fullUrl, indexed);
    if (id !== '') {
      this.#byKey.set(`${type}/${id}`, indexed);
      this.#byKey.set(`urn:uuid:${id}`, indexed);
    }
    if (type !== 'Patient') return;
    this.#byIdentifier.add(resource, id);
  }

  #direct(resource: Json): string | undefined {
    if (resource.resourceType === 'Patient') {
      const id = textAt(resource, 'id');
      if (id !== undefined) return canonical(id);
      for (const { json, id: known } of this.#byKey.values()) if (json === resource) return known;
      const identifier = textAt(objectsAt(resource, 'identifier')[0], 'value');
      return identifier === undefined ? undefined : `identifier=${identifier}`;
    }
    for (const key of OWNING) {
      const [first, ...more] = objectsAt(resource, key);
      if (first === undefined || more.length > 0) continue;
      const patient = this.#patientOf(first, resource, true);
      if (patient !== undefined) return patient;
    }
    return this.#onlyOne(resource, (reference) => this.#patientOf(reference, resource, false));
  }

  /** By what it refers to, of which the owner is known: the Observation that a Provenance is about. */
  #indirect(resource: Json): string | undefined {
    return this.#onlyOne(resource, ({ reference }) => {
      const target = typeof reference === 'string' ? this.#byKey.get(reference) : undefined;
      return target && this.#owners.get(target.json);
    });
  }

  #onlyOne(resource: Json, ownerOf: (reference: Json) => string | undefined): string | undefined {
    const found = new Set<string>();
    visit(resource, 0, (reference) => {
      const owner = ownerOf(reference);
      if (owner !== undefined) found.add(owner);
    });
    const [only, second] = found;
    return second === undefined ? only : undefined;
  }

  /** `isSubject`: what stands here is a patient unless it says otherwise. */
  #patientOf(reference: Json, from: Json, isSubject: boolean): string | undefined {
    const url = textAt(reference, 'reference');
    if (url === undefined) {
      if (!(isSubject || reference.type === 'Patient')) return undefined;
      if (reference.type !== undefined && reference.type !== 'Patient') return undefined;
      return this.#byIdentifier.ownerBy(objectsAt(reference, 'identifier')[0]);
    }
    const plain = url.replace(/\/_history\/[^/]*$/, '');
    const known = this.#byKey.get(plain) ?? this.#byKey.get(/[A-Za-z]+\/[^/]+$/.exec(plain)?.[0] ?? '');
    if (known) return known.type === 'Patient' ? known.id : undefined;
    if (plain.startsWith('#')) {
      const contained = objectsAt(from, 'contained').find(({ id }) => id === plain.slice(1));
      if (contained?.resourceType !== 'Patient') return undefined;
      const owner = this.#byIdentifier.ownerBy(objectsAt(contained, 'identifier')[0]);
      return owner ?? `contained=${textAt(from, 'resourceType')}/${textAt(from, 'id')}`;
    }
    const query = plain.indexOf('?');
    if (query >= 0) {
      if (!/(^|\/)Patient$/.test(plain.slice(0, query))) return undefined;
      const parameters = new URLSearchParams(plain.slice(query + 1));
      const id = parameters.get('_id');
      if (id !== null) return canonical(id);
      const [, system, value] = /^(?:([^|]*)\|)?(.*)$/.exec(parameters.get('identifier') ?? '') ?? [];
      return this.#byIdentifier.ownerBy({ ...(system ? { system } : {}), value });
    }
    const urn = /^urn:(?:uuid|oid):(.+)$/i.exec(plain)?.[1];
    if (urn !== undefined) return isSubject ? canonical(urn) : undefined;
    return typeOfReference(plain) === 'Patient' ? canonical(plain.slice(plain.lastIndexOf('/') + 1)) : undefined;
  }
}

/** Where the contents of documents stand: `Binary/1`. */
export function attachedTo(resource: Json): string[] {
  if (!DOCUMENTS.has(textAt(resource, 'resourceType') ?? '')) return [];
  const found: string[] = [];
  const see = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    const { url } = value as Json;
    if (typeof url === 'string' && /(^|\/)Binary\/|^urn:uuid:/.test(url)) found.push(url);
    for (const inner of Object.values(value)) see(inner, depth + 1);
  };
  see(resource, 0);
  return found;
}

const DOCUMENTS = new Set(
  'DocumentReference DiagnosticReport Media Communication CommunicationRequest Consent Contract QuestionnaireResponse Observation'.split(
    ' ',
  ),
);

/** UUIDs are the same in upper and lower case. */
export function canonical(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id;
}

/** Every object that has a `reference` or an `identifier` and may be a Reference. */
function visit(value: object, depth: number, see: (reference: Json) => void): void {
  if (depth > DEEPEST) return;
  for (const key in value) {
    const inner = (value as Json)[key];
    if (typeof inner !== 'object' || inner === null) continue;
    if (!Array.isArray(inner) && typeof (inner as Json).reference === 'string') see(inner as Json);
    else if (!Array.isArray(inner) && typeof (inner as Json).type === 'string' && isObject((inner as Json).identifier))
      see(inner as Json);
    visit(inner, depth + 1, see);
  }
}
