import type { Deidentifier } from '../deidentifier.ts';
import { type Json, objectsAt, textAt } from '../json.ts';
import type { Owners } from '../patient/owners.ts';
import type { Person } from '../proof/anonymity.ts';
import type { Quasi } from '../proof/quasi.ts';

/** The people of an input by what they would be published as, for k-anonymity and l-diversity. */
export class People {
  readonly #quasis: readonly Quasi[];
  readonly #values = new Map<string, readonly string[]>();
  readonly #conditions = new Map<string, Set<string>>();

  constructor(quasis: readonly Quasi[]) {
    this.#quasis = quasis;
  }

  add(owners: Owners, deidentifier: Deidentifier): void {
    for (const resource of owners.resources) {
      const owner = owners.ownerOf(resource);
      if (owner === undefined) continue;
      if (resource.resourceType === 'Patient') this.#values.set(owner, this.#valuesOf(resource, deidentifier));
      if (resource.resourceType === 'Condition') this.#addCondition(owner, resource);
    }
  }

  /** `personOf`: under what id the person of an owner goes. */
  list(personOf: (owner: string) => string): Person[] {
    const sensitive = new Map<string, string[]>();
    for (const [owner, codes] of this.#conditions) {
      const id = personOf(owner);
      sensitive.set(id, [...(sensitive.get(id) ?? []), ...codes]);
    }
    const values = new Map<string, readonly string[]>();
    // Of a person with several Patient resources the first by id speaks.
    for (const [owner, each] of [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const id = personOf(owner);
      if (!values.has(id)) values.set(id, each);
    }
    return [...values]
      .map(([id, each]) => ({ id, values: each, sensitive: [...new Set(sensitive.get(id))] }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #valuesOf(patient: Json, deidentifier: Deidentifier): readonly string[] {
    const published = deidentifier.patientAsPublished(patient);
    return this.#quasis.map((quasi) => quasi.read(published));
  }

  #addCondition(owner: string, condition: Json): void {
    const coding = objectsAt(objectsAt(condition, 'code')[0], 'coding')[0];
    const code = textAt(coding, 'code');
    if (code === undefined) return;
    const codes = this.#conditions.get(owner) ?? new Set<string>();
    this.#conditions.set(owner, codes.add(code));
  }
}
