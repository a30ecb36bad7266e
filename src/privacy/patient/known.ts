import { isObject, type Json, objectsAt, textAt, textsAt } from '../json.ts';
import { wordsOf } from '../methods/words.ts';
import type { KnownIdentifiers, KnownPerson } from '../scrub.ts';

export const EMPTY_KNOWN: KnownIdentifiers = {
  people: [],
  organisations: [],
  addresses: [],
  places: [],
  zips: [],
  phones: [],
  emails: [],
  urls: [],
  ids: [],
};

type Role = KnownPerson['role'];

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['Patient', 'patient'],
  ['RelatedPerson', 'relative'],
  ['Person', 'patient'],
  ['Practitioner', 'clinician'],
  ['PractitionerRole', 'clinician'],
]);
const PLACES: ReadonlySet<string> = new Set(['Organization', 'Location', 'HealthcareService', 'InsurancePlan']);

/** Deeper than any FHIR resource is. */
const DEEPEST = 32;
/** So many values of one kind are collected; a record with more of them is no record of one person. */
const MOST = 5000;

/** Collects what a record says of the people, places and numbers in it, from one resource after another. */
export class KnownBuilder {
  readonly #people = new Map<string, KnownPerson>();
  readonly #sets = new Map<string, Set<string>>();
  #birthDate: string | undefined;

  /** Adds a resource of this patient. `typeOf` says what a reference by URN names. */
  add(resource: Json, typeOf: (reference: string) => string | undefined): void {
    const type = textAt(resource, 'resourceType') ?? '';
    const role = ROLES.get(type);
    if (role !== undefined) this.#person(resource, role);
    if (type === 'Patient') {
      this.#birthDate ??= textAt(resource, 'birthDate');
      this.#note('ids', textAt(resource, 'id'));
      for (const contact of objectsAt(resource, 'contact')) this.#person(contact, 'relative');
      for (const extension of objectsAt(resource, 'extension')) this.#extension(extension);
    }
    if (PLACES.has(type)) {
      for (const key of ['name', 'alias']) for (const name of textsAt(resource, key)) this.#note('organisations', name);
      this.#contacts(resource);
    }
    for (const identifier of objectsAt(resource, 'identifier')) this.#identifier(identifier);
    for (const key of ['subscriberId', 'serialNumber', 'lotNumber', 'distinctIdentifier'])
      this.#note('ids', textAt(resource, key));
    this.#displays(resource, typeOf, 0);
  }

  /** Adds what another has gathered of the same patient. */
  addKnown({ people, birthDate, ...lists }: KnownIdentifiers): void {
    for (const person of people) this.#addPerson(person);
    for (const [name, values] of Object.entries(lists)) for (const value of values) this.#note(name, value);
    this.#birthDate ??= birthDate;
  }

  known(): KnownIdentifiers {
    const list = (name: string): readonly string[] => [...(this.#sets.get(name) ?? [])];
    return {
      people: [...this.#people.values()],
      organisations: list('organisations'),
      addresses: list('addresses'),
      places: list('places'),
      zips: list('zips'),
      phones: list('phones'),
      emails: list('emails'),
      urls: list('urls'),
      ids: list('ids'),
      ...(this.#birthDate === undefined ? {} : { birthDate: this.#birthDate }),
    };
  }

  #person(resource: Json, role: Role): void {
    for (const name of objectsAt(resource, 'name')) {
      const person: KnownPerson = {
        role,
        given: textsAt(name, 'given'),
        family: textsAt(name, 'family'),
        whole: textsAt(name, 'text'),
      };
      this.#addPerson(person);
    }
    this.#contacts(resource);
  }

  #addPerson(person: KnownPerson): void {
    if (person.given.length + person.family.length + person.whole.length === 0 || this.#people.size >= MOST) return;
    this.#people.set(JSON.stringify(person), person);
  }

  #contacts(resource: Json): void {
    for (const { system, value } of objectsAt(resource, 'telecom')) {
      if (typeof value !== 'string') continue;
      if (system === 'email' || value.includes('@')) this.#note('emails', value);
      else if (system === 'url') this.#note('urls', value);
      else this.#note('phones', value);
    }
    for (const address of objectsAt(resource, 'address')) this.#address(address);
  }

  #address(address: Json): void {
    for (const line of textsAt(address, 'line')) this.#note('addresses', line);
    this.#note('addresses', textAt(address, 'text'));
    this.#note('places', textAt(address, 'city'));
    this.#note('places', textAt(address, 'district'));
    this.#note('zips', textAt(address, 'postalCode'));
  }

  #extension(extension: Json): void {
    const name = textAt(extension, 'valueString');
    if (/mothersMaidenName$/.test(textAt(extension, 'url') ?? '') && name !== undefined)
      this.#addPerson({ role: 'relative', given: [], family: [], whole: [name] });
    for (const address of objectsAt(extension, 'valueAddress')) this.#address(address);
    for (const inner of objectsAt(extension, 'extension')) this.#extension(inner);
  }

  #identifier(identifier: Json): void {
    const value = textAt(identifier, 'value')?.trim();
    if (value !== undefined && value.length >= 4) this.#note('ids', value);
  }

  /** Names beside references: `{ reference: 'Practitioner/1', display: 'Dr. Annette Legros' }`. */
  #displays(value: unknown, typeOf: (reference: string) => string | undefined, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const each of value) this.#displays(each, typeOf, depth + 1);
      return;
    }
    const { display, reference } = value as Json;
    if (typeof display === 'string' && !('code' in value) && display.trim() !== '') {
      const type =
        typeof reference === 'string'
          ? (typeOf(reference) ?? typeOfReference(reference))
          : textAt(value as Json, 'type');
      const role = ROLES.get(type ?? '');
      if (role !== undefined) this.#addPerson({ role, given: [], family: [], whole: [display] });
      else if (PLACES.has(type ?? '')) this.#note('organisations', display);
    }
    for (const key in value) {
      const inner = (value as Json)[key];
      if (typeof inner === 'object' && inner !== null) this.#displays(inner, typeOf, depth + 1);
    }
  }

  #note(name: string, value: string | undefined): void {
    if (value === undefined || value.trim() === '') return;
    const set = this.#sets.get(name) ?? new Set();
    this.#sets.set(name, set);
    if (set.size < MOST) set.add(value.trim());
  }
}

/** `Patient` of `Patient/1` and `https://server/Patient/1`. */
export function typeOfReference(reference: string): string | undefined {
  return (
    /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ??
    /^([A-Z][A-Za-z]+)\?/.exec(reference)?.[1]
  );
}

/** Words in the names of half of all hospitals and streets, and in displays of codes, too. */
const GENERIC = new Set(
  'the of and at in for on to by with north south east west upper lower new street st avenue ave road rd lane ln drive dr court place way suite unit apt floor medical medicine health healthcare care hospital hospitals center centre clinic clinics group associates services service physicians physician primary urgent community general family home nursing inc llc pc md rehabilitation outpatient inpatient department office surgery surgical'.split(
    ' ',
  ),
);
const TITLES = new Set('mr mrs ms dr md jr sr ii iii phd rn do'.split(' '));

/** Words and numbers of what is known, for a first look; short numbers are everywhere and say nothing. */
export function wordsOfKnown(known: KnownIdentifiers): Set<string> {
  const { people, organisations, addresses, places, zips, phones, emails, ids } = known;
  const names = people.flatMap(({ given, family, whole }) => [...given, ...family, ...whole]);
  const others = [organisations, addresses, places, zips, phones, emails, ids].flat();
  const telling = (word: string): boolean =>
    /^\d+$/.test(word) ? word.length >= 4 : word.length >= 2 && !TITLES.has(word);
  const words = others.flatMap(wordsOf).filter((word) => telling(word) && !GENERIC.has(word));
  return new Set([...names.flatMap(wordsOf).filter(telling), ...words]);
}

/** Whole values of what is known without punctuation, for what must not stand where a code should. */
export function valuesOfKnown({ people, phones, emails, ids }: KnownIdentifiers): Set<string> {
  const texts = [
    ...people.flatMap(({ given, family, whole }) => [...given, ...family, ...whole]),
    ...[phones, emails, ids].flat(),
  ];
  return new Set(texts.map(bare).filter((value) => (/^\d+$/.test(value) ? value.length >= 6 : value.length >= 3)));
}

const bared = new Map<string, string>();

/** Letters and digits of a value in small letters; kept at hand, for codes and units repeat. */
export function bare(text: string): string {
  const found = bared.get(text);
  if (found !== undefined) return found;
  const made = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (text.length > 200) return made;
  if (bared.size >= 50_000) bared.clear();
  bared.set(text, made);
  return made;
}

/** The resources of a bundle, or the resource itself. */
export function resourcesOf(json: Json): readonly Json[] {
  if (json.resourceType !== 'Bundle') return [json];
  return objectsAt(json, 'entry').flatMap(({ resource }) => (isObject(resource) ? [resource] : []));
}
