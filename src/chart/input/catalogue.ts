import type { ChartIssue } from '../chart.ts';
import { type Entries, entriesOf } from '../fhir/entries.ts';
import { groupByPatient } from '../fhir/patients.ts';
import { READERS } from '../fhir/readers.ts';
import { identifierKeys, idOfUrn, ReferenceIndex } from '../fhir/reference.ts';
import type { Resource } from '../fhir/resource.ts';
import { objects } from '../json.ts';
import type { Bytes } from './bytes.ts';
import { Places, whereOf } from './places.ts';
import { onlyPatientOf } from './quick.ts';
import { parse, type Unit, unitsOf } from './units.ts';

/** A patient of the input, and the numbers of the places that hold something of that patient. */
export interface KnownPatient {
  readonly id: string;
  /** The input holds the Patient, and does not only refer to it. */
  isPresent: boolean;
  readonly places: number[];
}

/** Types that are many, large, and of no use to a chart: their lines are not even parsed. */
const SKIPPED =
  /^\s*\{\s*"resourceType"\s*:\s*"(Claim|ClaimResponse|ExplanationOfBenefit|Coverage|Provenance|AuditEvent|Account|ChargeItem|Invoice)"/;

/** So many parsed texts with shared resources are kept at hand. */
const AT_HAND = 256;

/**
 * What is where in an input: the first of two passes. Only places are kept, so that an export of any size can then be read
 * patient by patient.
 */
export class Catalogue {
  readonly places = new Places();
  /** What is wrong with the input and cannot be laid to one patient. */
  readonly issues: ChartIssue[] = [];
  /** Resources seen, whether any text was JSON, and where the first that is not breaks off. */
  readonly seen = { units: 0, json: 0, resources: 0, error: '' };
  /** Places that hold resources of several known patients. */
  readonly mixed = new Set<number>();
  readonly #patients = new Map<string, KnownPatient>();
  /** Full URLs and identifiers by which other texts may refer to a patient. */
  readonly #aliases = new Map<string, string>();
  readonly #shared = new Map<string, number>();
  readonly #atHand = new Map<number, ReferenceIndex>();
  readonly #unowned: { readonly place: number; readonly resource: Resource }[] = [];
  #last: { readonly place: number; readonly entries: Entries } | undefined;

  constructor(parts: readonly Bytes[], path: string) {
    for (const part of parts) for (const unit of unitsOf(part, path)) this.#add(unit);
    this.#settle();
  }

  /** In the order in which they first appear. */
  patients(): readonly KnownPatient[] {
    return [...this.#patients.values()];
  }

  /** The patient of an id, or of the value of an identifier. */
  patient(wanted: string): KnownPatient | undefined {
    const id = wanted.replace(/^Patient\//, '');
    const known = this.#patients.get(id) ?? this.#patients.get(this.#aliases.get(wanted) ?? '');
    if (known) return known;
    for (const [alias, owner] of this.#aliases) {
      if (alias.startsWith('identifier=') && alias.endsWith(`|${wanted}`)) return this.#patients.get(owner);
    }
    return undefined;
  }

  /** The resources of some places; those that turn out not to be JSON are among the issues. */
  load(numbers: readonly number[]): { readonly number: number; readonly entries: Entries }[] {
    const [only] = numbers;
    if (this.#last && numbers.length === 1 && this.#last.place === only)
      return [{ number: this.#last.place, entries: this.#last.entries }];
    return Array.from(this.places.read(numbers), ({ number, place, content }) => {
      const parsed = parse(content);
      if ('json' in parsed) return { number, entries: entriesOf(parsed.json, whereOf(place)) };
      return { number, entries: { resources: [], issues: [this.#notJson(whereOf(place), parsed.error)] } };
    });
  }

  /** Finds an organization, a practitioner, a medication or a binary anywhere in the input. */
  lookUp(key: string): Resource | undefined {
    const place = this.#shared.get(key) ?? this.#shared.get(idOfUrn(key) ?? '');
    if (place === undefined) return undefined;
    let index = this.#atHand.get(place);
    if (!index) {
      index = new ReferenceIndex(this.load([place]).flatMap(({ entries }) => entries.resources));
      const [oldest] = this.#atHand.keys();
      if (oldest !== undefined && this.#atHand.size >= AT_HAND) this.#atHand.delete(oldest);
      this.#atHand.set(place, index);
    }
    return index.lookUp(key);
  }

  #add(unit: Unit): void {
    this.seen.units++;
    const { content } = unit;
    if (SKIPPED.test(content.toString('latin1', 0, 96))) {
      this.seen.json++;
      this.seen.resources++;
      return;
    }
    const only = onlyPatientOf(content);
    if (only !== undefined) {
      this.seen.json++;
      this.seen.resources++;
      this.#know(only, this.places.add(unit), true);
      return;
    }
    const where = whereOf(unit);
    const parsed = parse(content);
    if ('error' in parsed) {
      this.issues.push(this.#notJson(where, parsed.error));
      return;
    }
    this.seen.json++;
    const entries = entriesOf(parsed.json, where);
    this.seen.resources += entries.resources.length;
    if (entries.resources.length === 0) this.issues.push(...entries.issues);
    else this.#sort(entries, this.places.add(unit));
  }

  #sort(entries: Entries, place: number): void {
    this.#last = { place, entries };
    const { groups, nobodys } = groupByPatient(entries.resources, new ReferenceIndex(entries.resources));
    for (const { id, patient } of groups) {
      this.#know(id, place, patient !== undefined);
      if (patient) this.#name(patient);
    }
    if (groups.length > 1) this.mixed.add(place);
    for (const resource of nobodys) {
      // A Device may be an implant of somebody or stand in a ward: without a patient it is only referred to.
      if (resource.type === 'Device' || !READERS.has(resource.type)) this.#share(resource, place);
      else if (groups.length === 0) this.#unowned.push({ place, resource });
      else if (groups.length > 1) this.issues.push(withoutPatient(resource));
    }
  }

  #know(id: string, place: number, isPresent: boolean): void {
    const known = this.#patients.get(id);
    if (!known) {
      this.#patients.set(id, { id, isPresent, places: [place] });
      return;
    }
    known.isPresent ||= isPresent;
    if (known.places.at(-1) !== place) known.places.push(place);
  }

  #name({ id, fullUrl, json }: Resource): void {
    if (fullUrl !== undefined) this.#aliases.set(idOfUrn(fullUrl) ?? fullUrl, id);
    for (const key of identifierKeys('', objects(json, 'identifier')))
      this.#aliases.set(`identifier=${key.slice(1)}`, id);
  }

  #share({ type, id, fullUrl, json }: Resource, place: number): void {
    for (const key of [id, `${type}/${id}`, ...(fullUrl === undefined ? [] : [fullUrl])]) this.#shared.set(key, place);
    for (const key of identifierKeys(type, objects(json, 'identifier'))) this.#shared.set(key, place);
  }

  /** Joins patients whom some texts name by another URL or identifier, and gives what has no subject to the only patient. */
  #settle(): void {
    for (const { id, isPresent, places } of [...this.#patients.values()]) {
      const other = isPresent ? undefined : this.#patients.get(this.#aliases.get(id) ?? '');
      if (!other || other.id === id) continue;
      other.places.push(...places);
      this.#patients.delete(id);
    }
    const [only, ...others] = this.#patients.values();
    if (only && others.length === 0) only.places.push(...this.#unowned.map(({ place }) => place));
    else for (const { resource } of this.#unowned) this.issues.push(withoutPatient(resource));
    if (this.seen.units > 1) this.#last = undefined;
  }

  #notJson(where: string, error: string): ChartIssue {
    this.seen.error ||=
      where === ''
        ? error
        : where.startsWith('line') && error.startsWith('line 1,')
          ? `${where}${error.slice(6)}`
          : `${where}: ${error}`;
    return { code: 'line-invalid', severity: 'error', where: where || 'the file', text: 'not JSON, left out' };
  }
}

function withoutPatient({ type, id }: Resource): ChartIssue {
  return {
    code: 'reference-unresolved',
    severity: 'information',
    where: `${type}/${id}`,
    text: `${type} without a patient, left out`,
  };
}
