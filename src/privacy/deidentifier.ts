import { newTally, type PatientContext, type RecordContext, type Tally, type Tools } from './context.ts';
import type { Json } from './json.ts';
import { objectsAt, textAt } from './json.ts';
import type { PersonOf } from './methods/ids.ts';
import { type Leaf, leafOf } from './methods/leaf.ts';
import { nobodyContext, patientContext } from './patient/context.ts';
import { KnownBuilder } from './patient/known.ts';
import { Owners } from './patient/owners.ts';
import { Persons } from './patient/persons.ts';
import { type Entry, note, Register } from './patient/register.ts';
import type { Suppression } from './proof/anonymity.ts';
import type { Quasi } from './proof/quasi.ts';
import { deidentified } from './record.ts';
import { Compiled } from './rules/plan.ts';

/** So many patients' contexts are kept at hand. */
const AT_HAND = 256;

/**
 * De-identifies bundles and resources. `learn` may be shown everything first, so that what one file says of a patient is known
 * when another is read; without it each bundle knows what is in it, and each lone resource itself.
 */
export class Deidentifier {
  readonly tools: Tools;
  readonly rules: Compiled<Leaf>;
  readonly register: Register;
  readonly #contexts = new Map<string, PatientContext>();
  readonly #registered: PersonOf = (patient) => this.register.persons.personOf(patient);

  #suppression: (Suppression & { readonly quasis: readonly Quasi[] }) | undefined;

  constructor(tools: Tools, rules: Compiled<Leaf> = new Compiled(tools.rules.rules, leafOf)) {
    this.tools = tools;
    this.register = new Register(tools.rules.persons);
    this.rules = rules;
  }

  /** Takes note of whom and what a bundle or a resource names. */
  learn(json: Json): Owners {
    return this.register.learn(json);
  }

  /** A bundle or a resource, de-identified; undefined when the rules leave it out whole. */
  treat(json: Json, tally: Tally): Json | undefined {
    return this.treatWithOwners(json, tally).made;
  }

  treatWithOwners(json: Json, tally: Tally): { readonly made: Json | undefined; readonly owners: Owners } {
    const owners = new Owners(json, this.register.identifiers);
    const local = new Map<string, Entry>();
    const personOf = this.#personsOf(owners, json);
    const contexts = new Map<string | undefined, RecordContext>();
    const contextFor = (resource: Json): RecordContext => {
      const owner = owners.ownerOf(resource) ?? this.register.ownerOf(resource);
      let context = contexts.get(owner);
      if (!context) {
        if (local.size === 0 && owner !== undefined && !this.register.has(owner)) takeNote(local, owners);
        context = {
          tools: this.tools,
          patient: this.#patient(owner, local, personOf),
          tally,
          typeOf: (reference) => owners.typeOf(reference),
          personOf,
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

  /** A bundle that nobody was shown before says itself who of its patients is who; a lone resource cannot. */
  #personsOf(owners: Owners, json: Json): PersonOf {
    const { systems } = this.tools.rules.persons;
    const isAlone = systems.length === 0 || json.resourceType !== 'Bundle';
    if (isAlone || [...owners.patients].some((id) => this.register.has(id))) return this.#registered;
    const persons = new Persons({ types: [], systems });
    for (const resource of owners.resources) {
      const owner = resource.resourceType === 'Patient' ? owners.ownerOf(resource) : undefined;
      if (owner !== undefined) persons.add(resource, owner);
    }
    return (patient) => persons.personOf(patient);
  }

  #patient(owner: string | undefined, local: ReadonlyMap<string, Entry>, personOf: PersonOf): PatientContext {
    if (owner === undefined) return nobodyContext(this.tools);
    const id = personOf(owner);
    const own = local.get(owner);
    if (own) return patientContext(id, own.builder.known(), own.death, this.tools);
    const known = this.#contexts.get(id);
    if (known) return known;
    const { known: all, death } = this.register.known(owner);
    const gone = this.#suppression?.blanked.get(id);
    const context: PatientContext = {
      ...patientContext(id, all, death, this.tools),
      blanked: gone && this.#suppression?.quasis.filter((_, index) => gone.has(index)),
      isLeftOut: this.#suppression?.leftOut.has(id),
    };
    const [oldest] = this.#contexts.keys();
    if (oldest !== undefined && this.#contexts.size >= AT_HAND) this.#contexts.delete(oldest);
    this.#contexts.set(id, context);
    return context;
  }
}

/** What a bundle by itself says of its patients; whoever is nobody's may be named in the notes of any of them. */
function takeNote(local: Map<string, Entry>, owners: Owners): void {
  for (const resource of owners.resources) {
    const owner = owners.ownerOf(resource);
    for (const id of owner === undefined ? owners.patients : [owner]) {
      const entry = local.get(id) ?? { builder: new KnownBuilder(), links: new Set<string>() };
      local.set(id, entry);
      note(entry, resource, (reference) => owners.typeOf(reference));
    }
  }
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
