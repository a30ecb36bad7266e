import { type Json, object, objects, string } from '../json.ts';
import { type Resource, resourceOf } from './resource.ts';

/** Finds a resource by a full URL, by `Type/id`, or by `Type?system|value` of one of its identifiers. */
export type LookUp = (key: string) => Resource | undefined;

/**
 * Finds what a reference names: `#contained`, `urn:uuid:…`, `Type/id`, an absolute URL, any of them with a version, and the
 * conditional `Type?identifier=system|value`. What is not found here is asked of `beyond`.
 */
export class ReferenceIndex {
  readonly #beyond: LookUp;
  readonly #byKey = new Map<string, Resource>();
  readonly #resources: Resource[] = [];
  #byId: Map<string, Resource> | undefined;
  #byIdentifier: Map<string, Resource> | undefined;

  constructor(resources: Iterable<Resource> = [], beyond: LookUp = () => undefined) {
    this.#beyond = beyond;
    for (const resource of resources) {
      this.#resources.push(resource);
      if (resource.fullUrl !== undefined) this.#byKey.set(resource.fullUrl, resource);
      this.#byKey.set(`${resource.type}/${resource.id}`, resource);
    }
  }

  /** The resource that a Reference names, by its `reference` or, when it has none, by its `identifier`. */
  resolve(reference: Json | undefined, from?: Resource): Resource | undefined {
    const url = string(reference, 'reference');
    if (url !== undefined) return this.find(url, from);
    const identifier = object(reference, 'identifier');
    const [key] = identifier ? identifierKeys(string(reference, 'type') ?? '', [identifier]) : [];
    return key === undefined ? undefined : this.#identified(key);
  }

  /** A resource by one of the keys of {@link LookUp}. */
  lookUp(key: string): Resource | undefined {
    return this.#byKey.get(key) ?? (key.includes('?') ? this.#identified(key) : this.#bare(key));
  }

  /** The resource at `url`, which stands in the resource `from`. */
  find(url: string, from?: Resource): Resource | undefined {
    if (url.startsWith('#')) return containedIn(from, url.slice(1));
    const found = this.#byKey.get(url);
    if (found) return found;
    const query = url.indexOf('?');
    if (query > 0) return this.#conditional(lastSegments(url.slice(0, query)), url.slice(query + 1));
    const plain = withoutVersion(url);
    const key = lastSegments(plain);
    return (
      this.#byKey.get(plain) ?? this.#byKey.get(key) ?? this.#bare(plain) ?? this.#beyond(plain) ?? this.#beyond(key)
    );
  }

  /** `urn:uuid:x` also finds a resource whose id is x: exports drop the full URLs. */
  #bare(url: string): Resource | undefined {
    const id = idOfUrn(url);
    if (id === undefined) return undefined;
    this.#byId ??= new Map(this.#resources.map((resource) => [resource.id, resource]));
    return this.#byId.get(id);
  }

  #conditional(type: string, query: string): Resource | undefined {
    const parameters = new URLSearchParams(query);
    const id = parameters.get('_id');
    if (id !== null) return this.find(`${type}/${id}`);
    const identifier = parameters.get('identifier');
    return identifier === null ? undefined : this.#identified(`${type}?${identifier}`);
  }

  #identified(key: string): Resource | undefined {
    if (!this.#byIdentifier) {
      this.#byIdentifier = new Map();
      for (const resource of this.#resources) {
        const identifiers = objects(resource.json, 'identifier');
        if (identifiers.length === 0) continue;
        for (const own of identifierKeys(resource.type, identifiers)) this.#byIdentifier.set(own, resource);
        for (const own of identifierKeys('', identifiers)) this.#byIdentifier.set(own, resource);
      }
    }
    return this.#byIdentifier.get(key) ?? this.#beyond(key);
  }
}

/** `Type?system|value` of each identifier. */
export function identifierKeys(type: string, identifiers: readonly Json[]): string[] {
  return identifiers.flatMap((identifier) => {
    const value = string(identifier, 'value');
    return value === undefined ? [] : [`${type}?${string(identifier, 'system') ?? ''}|${value}`];
  });
}

/** `Patient/1` of `http://server/fhir/Patient/1`. */
export function lastSegments(url: string): string {
  return /[A-Za-z]+\/[^/]+$/.exec(url)?.[0] ?? url.slice(url.lastIndexOf('/') + 1);
}

export function withoutVersion(url: string): string {
  return url.replace(/\/_history\/[^/]*$/, '');
}

/** The UUID or OID of `urn:uuid:…` or `urn:oid:…`. */
export function idOfUrn(url: string): string | undefined {
  return /^urn:(?:uuid|oid):(.+)$/i.exec(url)?.[1];
}

function containedIn(from: Resource | undefined, id: string): Resource | undefined {
  if (id === '') return from;
  const json = objects(from?.json, 'contained').find((each) => string(each, 'id')?.replace(/^#/, '') === id);
  return resourceOf(json);
}
