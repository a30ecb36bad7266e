import { type Json, object, objects, string } from '../json.ts';
import { identifierKeys, idOfUrn, lastSegments, type ReferenceIndex, withoutVersion } from './reference.ts';
import type { Resource } from './resource.ts';

/** Everything of one patient. `patient` is absent where the input only refers to a Patient. */
export interface PatientGroup {
  readonly id: string;
  readonly patient?: Resource;
  readonly resources: readonly Resource[];
}

/**
 * Whose a resource is: the id of a patient; `nobody` for what has no subject (an Organization, or an Observation without one);
 * `other` for a subject that is not a patient (a Group, a Location).
 */
export type Owner = { readonly patient: string } | 'nobody' | 'other';

export function ownerOf(resource: Resource, index: ReferenceIndex): Owner {
  if (resource.type === 'Patient') return { patient: resource.id };
  const subject = object(resource.json, 'subject') ?? object(resource.json, 'patient');
  if (!subject) return 'nobody';
  const found = index.resolve(subject, resource);
  if (found) return found.type === 'Patient' ? { patient: found.id } : 'other';
  const id = patientIdOf(subject);
  return id === undefined ? (string(subject, 'reference') === undefined ? 'nobody' : 'other') : { patient: id };
}

/** The id by which a reference to a patient who is not in the input is known: of a conditional one, `identifier=system|value`. */
function patientIdOf(subject: Json): string | undefined {
  const url = string(subject, 'reference');
  if (url === undefined) {
    const [key] = identifierKeys('', objects(subject, 'identifier'));
    return key === undefined ? undefined : `identifier=${key.slice(1)}`;
  }
  const urn = idOfUrn(url);
  if (urn !== undefined) return urn;
  const query = url.indexOf('?');
  if (query >= 0) return /(^|\/)Patient$/.test(url.slice(0, query)) ? decodeQuery(url.slice(query + 1)) : undefined;
  const [type, id] = lastSegments(withoutVersion(url)).split('/');
  if (id === undefined) return string(subject, 'type') === 'Patient' ? type : undefined;
  return type === 'Patient' ? id : undefined;
}

function decodeQuery(query: string): string {
  const identifier = new URLSearchParams(query).get('identifier');
  return identifier === null ? query : `identifier=${identifier}`;
}

export interface Grouped {
  /** In the order in which the patients first appear. */
  readonly groups: readonly PatientGroup[];
  /** Of no patient: organizations, practitioners, medications, and what lacks a subject. */
  readonly nobodys: readonly Resource[];
}

/** Sorts resources by patient; nothing of one patient ever gets to another. */
export function groupByPatient(resources: readonly Resource[], index: ReferenceIndex): Grouped {
  const patients = new Map<string, Resource>();
  const byPatient = new Map<string, Resource[]>();
  const nobodys: Resource[] = [];
  for (const resource of resources) {
    const owner = ownerOf(resource, index);
    if (owner === 'other') continue;
    if (owner === 'nobody') {
      nobodys.push(resource);
      continue;
    }
    const own = byPatient.get(owner.patient);
    if (own) own.push(resource);
    else byPatient.set(owner.patient, [resource]);
    if (resource.type === 'Patient') patients.set(resource.id, newer(patients.get(resource.id), resource));
  }
  const groups = [...byPatient].map(([id, own]): PatientGroup => {
    const patient = patients.get(id);
    return patient ? { id, patient, resources: own } : { id, resources: own };
  });
  return { groups, nobodys };
}

/** Of two states of one resource the later by `meta.lastUpdated`, else by version, else by content, so that the order of input does not matter. */
export function newer(a: Resource | undefined, b: Resource): Resource {
  if (!a) return b;
  const [first, second] = [stateOf(a), stateOf(b)];
  for (const [index, mine] of first.entries()) {
    const other = second[index] ?? '';
    if (mine !== other) return mine > other ? a : b;
  }
  return JSON.stringify(a.json) >= JSON.stringify(b.json) ? a : b;
}

function stateOf({ json }: Resource): string[] {
  const meta = object(json, 'meta');
  return [string(meta, 'lastUpdated') ?? '', (string(meta, 'versionId') ?? '').padStart(20, '0')];
}
