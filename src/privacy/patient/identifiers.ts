import { type Json, objectsAt, textAt } from '../json.ts';

/** Patients by their identifiers: by system and value, or by a value alone that only one of them has. */
export class Identifiers {
  readonly #bySystem = new Map<string, string>();
  readonly #byValue = new Map<string, Set<string>>();
  readonly #elsewhere: Identifiers | undefined;

  constructor(elsewhere?: Identifiers) {
    this.#elsewhere = elsewhere;
  }

  add(patient: Json, id: string): void {
    for (const identifier of objectsAt(patient, 'identifier')) {
      const value = textAt(identifier, 'value');
      if (value === undefined) continue;
      const system = textAt(identifier, 'system');
      if (system !== undefined) this.#bySystem.set(`${system}|${value}`, id);
      const ids = this.#byValue.get(value) ?? new Set();
      this.#byValue.set(value, ids.add(id));
    }
  }

  /** The patient whom an identifier names; `identifier=value` for one who is unknown, undefined without a value. */
  ownerBy(identifier: Json | undefined): string | undefined {
    const value = textAt(identifier, 'value');
    if (value === undefined) return undefined;
    return this.#find(textAt(identifier, 'system'), value) ?? `identifier=${value}`;
  }

  #find(system: string | undefined, value: string): string | undefined {
    const known = system === undefined ? undefined : this.#bySystem.get(`${system}|${value}`);
    if (known !== undefined) return known;
    const [only, second] = this.#byValue.get(value) ?? [];
    if (only !== undefined && second === undefined) return only;
    return this.#elsewhere ? this.#elsewhere.#find(system, value) : undefined;
  }
}
