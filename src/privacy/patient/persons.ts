import { type Json, objectsAt, textAt } from '../json.ts';
import { canonical } from './owners.ts';

/** Which identifiers number a person, whoever sent the record: of the rules. */
export interface PersonNumbers {
  /** Types of identifier (table 0203 of HL7 v2); one without a type counts too, for C-CDA gives none. Empty: no type. */
  readonly types: readonly string[];
  /** Systems whose number names the person in every run, the surest first, whatever its type; several names of one are a list. */
  readonly systems: readonly (string | readonly string[])[];
}

/** Numbers by which nobody is joined unasked: of the state, and addresses of resources. */
const NEVER_UNASKED = new Set(['http://hl7.org/fhir/sid/us-ssn', 'urn:oid:2.16.840.1.113883.4.1', 'urn:ietf:rfc:3986']);
/** A number that more ids than these have is none of one person: a placeholder, or a family's. */
const MOST_IDS = 8;
/** "0000", "-": written where a number is missing. */
const PLACEHOLDER = /^(?:0+|-+|x+|(.)\1{3,}|unknown|none|null|test|n\/a|)$/i;

/**
 * Patients who are one person: they carry the same number of the same system. Nothing else joins them, neither names nor birth
 * dates. One with a number of `systems` goes by it in every run; others who share a number go by the first of their ids.
 */
export class Persons {
  readonly #types: ReadonlySet<string>;
  /** Each name of a system that was asked for, and the first of its names, in order. */
  readonly #systems: ReadonlyMap<string, string>;
  /** Of each number the patient, or the patients, who have it. */
  readonly #byNumber = new Map<string, string | Set<string>>();
  readonly #names = new Map<string, string>();
  /** Of those who are joined or named: what they go by, and all ids that go by it. Made anew once more is known. */
  #persons: ReadonlyMap<string, { readonly name: string; readonly ids: readonly string[] }> | undefined;

  constructor({ types, systems }: PersonNumbers) {
    this.#types = new Set(types.map((type) => type.toUpperCase()));
    this.#systems = new Map(systems.flatMap((each) => [each].flat().map((name, _, [first]) => [name, first ?? name])));
  }

  /** Takes note of a Patient's numbers. */
  add(patient: Json, id: string): void {
    this.#persons = undefined;
    for (const number of this.#numbersOf(patient)) {
      const known = this.#byNumber.get(number);
      if (known === undefined) this.#byNumber.set(number, id);
      else if (typeof known !== 'string') known.add(id);
      else if (known !== id) this.#byNumber.set(number, new Set([known, id]));
    }
    const name = this.#nameOf(patient);
    if (name !== undefined) this.#names.set(id, name);
  }

  /** What stands for the patient's id wherever that decides a hash or a shift: most often the id itself. */
  personOf(patient: string): string {
    this.#persons ??= this.#settled();
    if (this.#persons.size === 0) return patient;
    return this.#persons.get(canonical(patient))?.name ?? patient;
  }

  /** All ids of the person that a patient is, the patient's own among them. */
  idsOf(patient: string): readonly string[] {
    this.#persons ??= this.#settled();
    return this.#persons.get(patient)?.ids ?? [patient];
  }

  /** The number of the first of `systems` that a Patient has. */
  #nameOf(patient: Json): string | undefined {
    for (const [name, first] of this.#systems)
      for (const identifier of objectsAt(patient, 'identifier')) {
        const value = textAt(identifier, 'value')?.trim();
        if (identifier.system === name && value !== undefined && !PLACEHOLDER.test(value))
          return `person=${first}|${value}`;
      }
    return undefined;
  }

  #numbersOf(patient: Json): string[] {
    return objectsAt(patient, 'identifier').flatMap((identifier) => {
      const [system, value] = [textAt(identifier, 'system'), textAt(identifier, 'value')?.trim()];
      if (system === undefined || value === undefined || PLACEHOLDER.test(value) || identifier.use === 'old') return [];
      const counts = this.#systems.has(system) || this.#isOfType(identifier, system);
      return counts ? [`${this.#systems.get(system) ?? system}|${value}`] : [];
    });
  }

  #isOfType(identifier: Json, system: string): boolean {
    if (this.#types.size === 0 || NEVER_UNASKED.has(system)) return false;
    if (identifier.type === undefined) return true;
    return objectsAt(identifier, 'type')
      .flatMap((type) => objectsAt(type, 'coding'))
      .some(({ code }) => typeof code === 'string' && this.#types.has(code.toUpperCase()));
  }

  #settled(): Map<string, { name: string; ids: readonly string[] }> {
    const groups = new Map<string, Set<string>>();
    for (const ids of this.#byNumber.values()) {
      if (typeof ids === 'string' || ids.size > MOST_IDS) continue;
      const whole = new Set([...ids].flatMap((id) => [...(groups.get(id) ?? [id])]));
      for (const id of whole) groups.set(id, whole);
    }
    for (const id of this.#names.keys()) if (!groups.has(id)) groups.set(id, new Set([id]));
    const persons = new Map<string, { name: string; ids: readonly string[] }>();
    for (const group of new Set(groups.values())) {
      const ids = [...group].sort();
      const [named] = ids.flatMap((id) => this.#names.get(id) ?? []).sort();
      const person = { name: named ?? ids[0] ?? '', ids };
      for (const id of ids) persons.set(id, person);
    }
    return persons;
  }
}
