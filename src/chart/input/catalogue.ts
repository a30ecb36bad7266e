import type { ChartIssue } from '../chart.ts';
import { type Entries, entriesOf } from '../fhir/entries.ts';
import { groupByPatient } from '../fhir/patients.ts';
import { READERS } from '../fhir/readers.ts';
import { identifierKeys, idOfUrn, ReferenceIndex } from '../fhir/reference.ts';
import type { Resource } from '../fhir/resource.ts';
import { IssueList } from '../issues.ts';
import { objects } from '../json.ts';
import type { Bytes } from './bytes.ts';
import { type KnownPatient, PatientList } from './patient-list.ts';
import { Places, whereOf } from './places.ts';
import { onlyPatientOf } from './quick.ts';
import { parse, type Unit, unitsOf } from './units.ts';

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
  /** In the order in which they first appear. */
  readonly patients = new PatientList();
  /** Resources seen, whether any text was JSON, and where the first that is not breaks off. */
  readonly seen = { units: 0, json: 0, resources: 0, error: '' };
  /** Places that hold resources of several known patients. */
  readonly mixed = new Set<number>();
  readonly #issues = new IssueList();
  /** Places of Patients that other texts may refer to by a full URL or an identifier. Kept as places: who does so is rare. */
  readonly #named: number[] = [];
  readonly #shared = new Map<string, number>();
  readonly #atHand = new Map<number, ReferenceIndex>();
  /** Where something without a subject stands, which is that of the only patient, and what to say of it when there are several. */
  readonly #unowned = { places: [] as number[], issues: new IssueList() };
  #last: { readonly place: number; readonly entries: Entries } | undefined;

  constructor(parts: readonly Bytes[], path: string) {
    for (const part of parts) for (const unit of unitsOf(part, path)) this.#add(unit);
    this.#settle();
  }

  /** What is wrong with the input and cannot be laid to one patient. */
  issues(): readonly ChartIssue[] {
    return this.#issues.list();
  }

  /** The patient of an id, of a full URL, or of an identifier or its value. */
  patient(wanted: string): KnownPatient | undefined {
    const known = this.patients.get(wanted.replace(/^Patient\//, ''));
    if (known) return known;
    let [exact, byValue]: (string | undefined)[] = [];
    for (const { id, aliases } of this.#namedPatients()) {
      if (aliases.includes(wanted)) exact = id;
      else if (aliases.some((alias) => alias.startsWith('identifier=') && alias.endsWith(`|${wanted}`))) byValue ??= id;
    }
    return this.patients.get(exact ?? byValue ?? '');
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
      this.patients.add(only, this.places.add(unit), true);
      return;
    }
    const where = whereOf(unit);
    const parsed = parse(content);
    if ('error' in parsed) {
      this.#issues.add(this.#notJson(where, parsed.error));
      return;
    }
    this.seen.json++;
    const entries = entriesOf(parsed.json, where);
    this.seen.resources += entries.resources.length;
    if (entries.resources.length === 0) for (const issue of entries.issues) this.#issues.add(issue);
    else this.#sort(entries, this.places.add(unit));
  }

  #sort(entries: Entries, place: number): void {
    this.#last = { place, entries };
    const { groups, nobodys } = groupByPatient(entries.resources, new ReferenceIndex(entries.resources));
    for (const { id, patient } of groups) this.patients.add(id, place, patient !== undefined);
    if (groups.some(({ patient }) => patient && aliasesOf(patient).length > 0)) this.#named.push(place);
    if (groups.length > 1) this.mixed.add(place);
    for (const resource of nobodys) {
      // A Device may be an implant of somebody or stand in a ward: without a patient it is only referred to.
      if (resource.type === 'Device' || !READERS.has(resource.type)) this.#share(resource, place);
      else if (groups.length === 0) {
        this.#unowned.places.push(place);
        this.#unowned.issues.add(withoutPatient(resource));
      } else if (groups.length > 1) this.#issues.add(withoutPatient(resource));
    }
  }

  /** Patients with a name beside their id, read again. */
  *#namedPatients(): Generator<{ readonly id: string; readonly aliases: readonly string[] }> {
    for (const place of this.#named) {
      for (const { entries } of this.load([place])) {
        for (const resource of entries.resources)
          if (resource.type === 'Patient') yield { id: resource.id, aliases: aliasesOf(resource) };
      }
    }
  }

  #share({ type, id, fullUrl, json }: Resource, place: number): void {
    for (const key of [id, `${type}/${id}`, ...(fullUrl === undefined ? [] : [fullUrl])]) this.#shared.set(key, place);
    for (const key of identifierKeys(type, objects(json, 'identifier'))) this.#shared.set(key, place);
  }

  /** Joins patients whom some texts name by another URL or identifier, and gives what has no subject to the only patient. */
  #settle(): void {
    const absent = new Set(this.patients.absent());
    const owners = new Map<string, string>();
    if (absent.size > 0) {
      for (const { id, aliases } of this.#namedPatients()) {
        for (const alias of aliases) if (absent.has(alias)) owners.set(alias, id);
      }
    }
    for (const [alias, owner] of owners) this.patients.join(alias, owner);
    const { places, issues } = this.#unowned;
    const [only] = this.patients.size === 1 ? this.patients : [];
    if (only) for (const place of places) this.patients.add(only.id, place, false);
    else for (const issue of issues.list()) this.#issues.add(issue);
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

/** Full URL and identifiers by which other texts may refer to a patient. */
function aliasesOf({ fullUrl, json }: Resource): string[] {
  return [
    ...(fullUrl === undefined ? [] : [idOfUrn(fullUrl) ?? fullUrl]),
    ...identifierKeys('', objects(json, 'identifier')).map((key) => `identifier=${key.slice(1)}`),
  ];
}

function withoutPatient({ type, id }: Resource): ChartIssue {
  return {
    code: 'reference-unresolved',
    severity: 'information',
    where: `${type}/${id}`,
    text: `${type} without a patient, left out`,
  };
}
