import { type Json, objectsAt, textAt } from '../json.ts';
import type { KnownIdentifiers } from '../scrub.ts';
import { Identifiers } from './identifiers.ts';
import { KnownBuilder } from './known.ts';
import { attachedTo, canonical, Owners } from './owners.ts';
import { type PersonNumbers, Persons } from './persons.ts';

/** What is known of a patient from all that was read first. */
export interface Entry {
  readonly builder: KnownBuilder;
  death?: string;
  /** People and places referred to that stand elsewhere in the input: `Practitioner/1`, `Practitioner?value`. */
  readonly links: Set<string>;
}

/** So many patients' entries stand open; those of others are packed into a text each, some two kilobytes of memory. */
const OPEN = 20_000;
const SHARED = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'HealthcareService']);
const OF_IDENTIFIER = 'identifier=';
/** A role leads to a practitioner, a place to what it is part of. */
const MOST_STEPS = 4;

/** Who is who in an input that is read piece by piece: what one file says of a patient is known when another is treated. */
export class Register {
  readonly #open = new Map<string, Entry>();
  readonly #packed = new Map<string, string>();
  /** Practitioners, organizations and places that belong to nobody, by `Type/id` and `Type?identifier`. */
  readonly #shared = new Map<string, Json>();
  /** Whose the contents are that stand by themselves; undefined for several people's. */
  readonly #contents = new Map<string, string | undefined>();
  /** Values of identifiers by which resources name patients who do not stand with them. */
  readonly #asked = new Set<string>();
  /** Those of them that a patient has. */
  readonly #aliases = new Map<string, string[]>();
  readonly identifiers = new Identifiers();
  /** Who of the patients are one person. */
  readonly persons: Persons;

  constructor(numbers: PersonNumbers) {
    this.persons = new Persons(numbers);
  }

  has(patient: string): boolean {
    return this.#open.has(patient) || this.#packed.has(patient);
  }

  /** Takes note of whom and what a bundle or a resource names. */
  learn(json: Json): Owners {
    const owners = new Owners(json);
    const typeOf = (reference: string): string | undefined => owners.typeOf(reference);
    for (const resource of owners.resources) {
      const owner = owners.ownerOf(resource);
      if (owner !== undefined && resource.resourceType === 'Patient') this.persons.add(resource, owner);
      // Whoever works or stands in a bundle of several patients may be named in the notes of any of them.
      for (const id of owner === undefined ? owners.patients : [owner]) note(this.#entry(id), resource, typeOf);
      if (owner === undefined) this.#share(resource);
      else this.#link(resource, owner, owners);
    }
    return owners;
  }

  /** Whether resources name patients by identifiers: all must then be shown to {@link identify}, too. */
  get asks(): boolean {
    return this.#asked.size > 0;
  }

  /** Takes note of the patients whom others name by an identifier. */
  identify(json: Json): void {
    const owners = new Owners(json);
    for (const resource of owners.resources) {
      const owner = resource.resourceType === 'Patient' ? owners.ownerOf(resource) : undefined;
      const values = objectsAt(resource, 'identifier').flatMap((each) => textAt(each, 'value') ?? []);
      const asked = values.filter((value) => this.#asked.has(value));
      if (owner === undefined || asked.length === 0) continue;
      this.identifiers.add(resource, owner);
      this.#aliases.set(owner, [...(this.#aliases.get(owner) ?? []), ...asked.map((value) => OF_IDENTIFIER + value)]);
    }
  }

  /** The person of an owner, who may have been known by an identifier only. */
  personOf(owner: string): string {
    if (!owner.startsWith(OF_IDENTIFIER)) return this.persons.personOf(owner);
    return this.persons.personOf(this.identifiers.ownerBy({ value: owner.slice(OF_IDENTIFIER.length) }) ?? owner);
  }

  /** Whose a resource is that says nothing of it, but is content of somebody's document. */
  ownerOf(resource: Json): string | undefined {
    if (this.#contents.size === 0 || resource.resourceType !== 'Binary') return undefined;
    return this.#contents.get(canonical(textAt(resource, 'id') ?? ''));
  }

  /** All that is known of a patient, also under an identifier, and of the people and places that the record refers to. */
  known(patient: string): { readonly known: KnownIdentifiers; readonly death: string | undefined } {
    const whole: Entry = { builder: new KnownBuilder(), links: new Set() };
    const ids = this.persons.idsOf(patient);
    for (const id of [...ids, ...ids.flatMap((each) => this.#aliases.get(each) ?? [])]) {
      if (!this.has(id)) continue;
      const entry = this.#entry(id);
      whole.builder.addKnown(entry.builder.known());
      for (const link of entry.links) whole.links.add(link);
      if (entry.death !== undefined) whole.death ??= entry.death;
    }
    let links: Iterable<string> = whole.links;
    for (let step = 0; step < MOST_STEPS; step++) {
      const further = new Set<string>();
      for (const link of links) {
        const shared = this.#shared.get(link);
        if (!shared) continue;
        whole.builder.add(shared, () => undefined);
        for (const next of sharedIn(shared)) if (!whole.links.has(next)) further.add(next);
      }
      for (const next of further) whole.links.add(next);
      links = further;
    }
    return { known: whole.builder.known(), death: whole.death };
  }

  #share(resource: Json): void {
    const type = textAt(resource, 'resourceType') ?? '';
    if (!SHARED.has(type)) return;
    const shared = slim(resource);
    const id = textAt(resource, 'id');
    if (id !== undefined) this.#shared.set(`${type}/${canonical(id)}`, shared);
    for (const identifier of objectsAt(resource, 'identifier')) {
      const value = textAt(identifier, 'value');
      if (value !== undefined) this.#shared.set(`${type}?${value}`, shared);
    }
  }

  #link(resource: Json, owner: string, owners: Owners): void {
    if (owner.startsWith(OF_IDENTIFIER)) this.#asked.add(owner.slice(OF_IDENTIFIER.length));
    const { links } = this.#entry(owner);
    for (const reference of owners.referencesOf(resource)) {
      const key = sharedKey(reference);
      if (key !== undefined) links.add(key);
    }
    for (const url of attachedTo(resource)) {
      const id = canonical(url.replace(/^urn:uuid:|^.*\//i, ''));
      this.#contents.set(id, this.#contents.has(id) && this.#contents.get(id) !== owner ? undefined : owner);
    }
  }

  #entry(patient: string): Entry {
    const open = this.#open.get(patient);
    if (open) return open;
    const packed = this.#packed.get(patient);
    const entry = packed ? unpacked(packed) : { builder: new KnownBuilder(), links: new Set<string>() };
    this.#packed.delete(patient);
    const [oldest] = this.#open;
    if (oldest !== undefined && this.#open.size >= OPEN) {
      this.#packed.set(oldest[0], packedOf(oldest[1]));
      this.#open.delete(oldest[0]);
    }
    this.#open.set(patient, entry);
    return entry;
  }
}

/** Adds a resource to what is known of its patient. */
export function note(entry: Entry, resource: Json, typeOf: (reference: string) => string | undefined): void {
  entry.builder.add(resource, typeOf);
  for (const contained of objectsAt(resource, 'contained')) entry.builder.add(contained, typeOf);
  const death = resource.resourceType === 'Patient' ? textAt(resource, 'deceasedDateTime') : undefined;
  if (death !== undefined) entry.death = death;
}

interface Packed {
  readonly known: KnownIdentifiers;
  readonly death?: string | undefined;
  readonly links: readonly string[];
}

const packedOf = ({ builder, death, links }: Entry): string =>
  JSON.stringify({ known: builder.known(), death, links: [...links] } satisfies Packed);

function unpacked(packed: string): Entry {
  const { known, death, links } = JSON.parse(packed) as Packed;
  const builder = new KnownBuilder();
  builder.addKnown(known);
  return { builder, links: new Set(links), ...(death === undefined ? {} : { death }) };
}

/** `Practitioner/1` of a reference, `Practitioner?1234` of a conditional one; undefined for what is no person or place. */
function sharedKey(reference: string): string | undefined {
  const [, type = '', id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?]+)(?:\/_history\/[^/]*)?$/.exec(reference) ?? [];
  if (id !== undefined) return SHARED.has(type) ? `${type}/${canonical(id)}` : undefined;
  const [, asked = '', query = ''] = /(?:^|\/)([A-Z][A-Za-z]+)\?(.+)$/.exec(reference) ?? [];
  const value = SHARED.has(asked) ? new URLSearchParams(query).get('identifier') : null;
  return value === null ? undefined : `${asked}?${value.replace(/^[^|]*\|/, '')}`;
}

function sharedIn(shared: Json): string[] {
  return ['practitioner', 'organization', 'location', 'managingOrganization', 'providedBy', 'partOf']
    .flatMap((key) => objectsAt(shared, key))
    .flatMap((each) => sharedKey(textAt(each, 'reference') ?? '') ?? []);
}

const KEPT =
  'resourceType name alias telecom address identifier practitioner organization location managingOrganization providedBy partOf'.split(
    ' ',
  );

/** What names somebody or some place, and no more. */
function slim(resource: Json): Json {
  return Object.fromEntries(KEPT.flatMap((key) => (resource[key] === undefined ? [] : [[key, resource[key]]])));
}
