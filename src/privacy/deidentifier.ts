import { newTally, type PatientContext, type RecordContext, type Tally, type Tools } from './context.ts';
import type { Json } from './json.ts';
import { objectsAt, textAt } from './json.ts';
import { type Leaf, leafOf } from './methods/leaf.ts';
import { nobodyContext, patientContext } from './patient/context.ts';
import { KnownBuilder } from './patient/known.ts';
import { Owners } from './patient/owners.ts';
import type { Suppression } from './proof/anonymity.ts';
import type { Quasi } from './proof/quasi.ts';
import { deidentified } from './record.ts';
import { Compiled } from './rules/plan.ts';

/** So many patients' contexts are kept at hand. */
const AT_HAND = 256;

/** What is known of a patient from all that was read first. */
export interface Learned {
  readonly builder: KnownBuilder;
  death?: string;
  /** People and places referred to that stand elsewhere in the input: `Practitioner/1`. */
  readonly links: Set<string>;
}

/**
 * De-identifies bundles and resources. `learn` may be shown everything first, so that what one file says of a patient is known
 * when another is read; without it each bundle knows what is in it, and each lone resource itself.
 */
export class Deidentifier {
  readonly tools: Tools;
  readonly rules: Compiled<Leaf>;
  readonly #learned = new Map<string, Learned>();
  /** Practitioners, organizations and places that stand by themselves. */
  readonly #shared = new Map<string, Json>();
  readonly #contexts = new Map<string, PatientContext>();

  #suppression: (Suppression & { readonly quasis: readonly Quasi[] }) | undefined;

  constructor(tools: Tools, rules: Compiled<Leaf> = new Compiled(tools.rules.rules, leafOf)) {
    this.tools = tools;
    this.rules = rules;
  }

  /** Takes note of whom and what a bundle or a resource names. */
  learn(json: Json): Owners {
    const owners = new Owners(json);
    for (const resource of owners.resources) this.#note(this.#learned, resource, owners);
    if (json.resourceType !== 'Bundle') this.#share(json, owners);
    return owners;
  }

  /** A bundle or a resource, de-identified; undefined when the rules leave it out whole. */
  treat(json: Json, tally: Tally): Json | undefined {
    return this.treatWithOwners(json, tally).made;
  }

  treatWithOwners(json: Json, tally: Tally): { readonly made: Json | undefined; readonly owners: Owners } {
    const owners = new Owners(json);
    const local = new Map<string, Learned>();
    const contexts = new Map<string | undefined, RecordContext>();
    const contextFor = (resource: Json): RecordContext => {
      const owner = owners.ownerOf(resource);
      let context = contexts.get(owner);
      if (!context) {
        if (local.size === 0 && owner !== undefined && !this.#learned.has(owner))
          for (const each of owners.resources) this.#note(local, each, owners);
        context = {
          tools: this.tools,
          patient: this.#patient(owner, local),
          tally,
          typeOf: (reference) => owners.typeOf(reference),
          contextFor,
        };
        contexts.set(owner, context);
      }
      const writtenOn = writtenOnOf(resource);
      return writtenOn === undefined ? context : { ...context, writtenOn };
    };
    const made = deidentified(json, this.rules, contextFor(json));
    const isEmptied = made?.resourceType === 'Bundle' && json.entry !== undefined && made.entry === undefined;
    return { made: isEmptied && objectsAt(json, 'entry').length > 0 ? undefined : made, owners };
  }

  /** How a Patient would be published, for what can be told by it. */
  patientAsPublished(patient: Json): Json {
    const { resourceType, id, birthDate, gender, address, extension, maritalStatus, communication, deceasedDateTime } =
      patient;
    const slim = {
      resourceType,
      id,
      birthDate,
      gender,
      address,
      extension,
      maritalStatus,
      communication,
      deceasedDateTime,
    };
    const present = Object.fromEntries(Object.entries(slim).filter(([, value]) => value !== undefined));
    const fresh = new Deidentifier({ ...this.tools, plainTexts: new Map() }, this.rules);
    return fresh.treat(present, newTally(this.tools.rules.rules.length)) ?? {};
  }

  /** From here on, these people are published without what singles them out, or not at all. */
  suppress({ blanked, leftOut }: Suppression, quasis: readonly Quasi[]): void {
    this.#contexts.clear();
    this.#suppression = { blanked, leftOut, quasis };
  }

  #note(learned: Map<string, Learned>, resource: Json, owners: Owners): void {
    const owner = owners.ownerOf(resource);
    // Whoever works or stands in a bundle of several patients may be named in the notes of any of them.
    for (const id of owner === undefined ? owners.patients : [owner]) {
      const entry = learned.get(id) ?? { builder: new KnownBuilder(), links: new Set<string>() };
      learned.set(id, entry);
      const typeOf = (reference: string): string | undefined => owners.typeOf(reference);
      entry.builder.add(resource, typeOf);
      for (const contained of objectsAt(resource, 'contained')) entry.builder.add(contained, typeOf);
      if (resource.resourceType === 'Patient') {
        const death = textAt(resource, 'deceasedDateTime');
        if (death !== undefined) entry.death = death;
      }
    }
  }

  /** Of a resource that stands alone: who and what it refers to, or that it may be referred to. */
  #share(resource: Json, owners: Owners): void {
    const owner = owners.ownerOf(resource);
    if (owner === undefined) {
      const [type, id] = [textAt(resource, 'resourceType'), textAt(resource, 'id')];
      if (SHARED.has(type ?? '') && id !== undefined) this.#shared.set(`${type}/${id}`, slim(resource));
      return;
    }
    const links = this.#learned.get(owner)?.links;
    for (const reference of owners.referencesOf(resource)) {
      const key = /[A-Z][A-Za-z]+\/[^/]+$/.exec(reference)?.[0];
      if (key !== undefined && SHARED.has(key.split('/')[0] ?? '')) links?.add(key);
    }
  }

  #patient(id: string | undefined, local: ReadonlyMap<string, Learned>): PatientContext {
    if (id === undefined) return nobodyContext(this.tools);
    const own = local.get(id);
    if (own) return patientContext(id, own.builder.known(), own.death, this.tools);
    const known = this.#contexts.get(id);
    if (known) return known;
    const learned = this.#learned.get(id) ?? { builder: new KnownBuilder(), links: new Set<string>() };
    for (const key of learned.links) {
      const shared = this.#shared.get(key);
      if (shared) learned.builder.add(shared, () => undefined);
    }
    const gone = this.#suppression?.blanked.get(id);
    const context: PatientContext = {
      ...patientContext(id, learned.builder.known(), learned.death, this.tools),
      blanked: gone && this.#suppression?.quasis.filter((_, index) => gone.has(index)),
      isLeftOut: this.#suppression?.leftOut.has(id),
    };
    const [oldest] = this.#contexts.keys();
    if (oldest !== undefined && this.#contexts.size >= AT_HAND) this.#contexts.delete(oldest);
    this.#contexts.set(id, context);
    return context;
  }
}

const SHARED = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'HealthcareService']);

/** What names somebody or some place, and no more. */
function slim({ resourceType, name, alias, telecom, address, identifier }: Json): Json {
  return { resourceType, name, alias, telecom, address, identifier };
}

const WRITTEN = [
  'date',
  'effectiveDateTime',
  'effectiveInstant',
  'issued',
  'authoredOn',
  'sent',
  'recordedDate',
  'created',
];

/** The day on which a resource says it was written. */
function writtenOnOf(resource: Json): string | undefined {
  for (const key of WRITTEN) {
    const value = resource[key];
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10);
  }
  for (const key of ['period', 'performedPeriod', 'effectivePeriod']) {
    const start = textAt(objectsAt(resource, key)[0], 'start');
    if (start !== undefined && /^\d{4}-\d\d-\d\d/.test(start)) return start.slice(0, 10);
  }
  return undefined;
}
