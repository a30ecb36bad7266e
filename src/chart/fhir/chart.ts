import { ProdromeError } from '../../errors.ts';
import type { Chart, ChartIssue } from '../chart.ts';
import { compare, IssueList } from '../issues.ts';
import { withoutDuplicates } from './duplicates.ts';
import { patientOf } from './patient.ts';
import { newer, type PatientGroup } from './patients.ts';
import { checkDates } from './plausible-dates.ts';
import { READERS, standingOf } from './readers.ts';
import { Reading } from './reading.ts';
import { type LookUp, ReferenceIndex } from './reference.ts';
import { type Resource, sourceOf } from './resource.ts';
import { versionOf } from './version.ts';

export interface Circumstances {
  /** What to call the input in an error. */
  readonly path: string;
  /** Finds organizations, practitioners, medications and binaries that belong to no patient. */
  readonly shared?: LookUp;
  /** What was already found wrong with the input around this patient. */
  readonly issues?: readonly ChartIssue[];
  /** YYYY-MM-DD: what happened later than this is reported as implausible. */
  readonly today?: string | undefined;
}

/**
 * The chart of one patient. The order of resources does not matter.
 * @throws ProdromeError `input-wrong-version` when the resources are of another version of FHIR than R4
 */
export function chartOf(group: PatientGroup, { path, shared, issues: given = [], today }: Circumstances): Chart {
  const version = versionOf(group.resources);
  if (version !== 'R4') throw new ProdromeError('input-wrong-version', { path, version });

  const issues = new IssueList();
  for (const issue of given) issues.add(issue);
  const resources = eachOnce(group.resources, issues);
  const patient = patientOf(group, issues);
  const reading = new Reading(patient, resources, new ReferenceIndex(group.resources, shared), issues);
  for (const resource of resources) read(resource, reading);
  const events = checkDates(withoutDuplicates(reading.events, issues), patient, issues, today);
  return { patient, events: events.sort(byTime), notes: reading.notes.sort(byTime), issues: issues.list() };
}

function read(resource: Resource, reading: Reading): void {
  const reader = READERS.get(resource.type);
  if (!reader) {
    const standing = standingOf(resource.type);
    if (standing === 'not-read') {
      reading.issue(resource, '', 'resource-unknown', 'information', `${resource.type} is not read`);
    } else if (standing === 'unknown') {
      reading.issue(resource, '', 'resource-unknown', 'warning', 'not a type of resource of FHIR R4');
    }
    return;
  }
  const [events, notes] = [reading.events.length, reading.notes.length];
  try {
    reader(resource, reading);
  } catch (error) {
    if (error instanceof ProdromeError) throw error;
    reading.events.length = events;
    reading.notes.length = notes;
    reading.issue(resource, '', 'resource-invalid', 'error', `${resource.type} could not be read`);
  }
}

/** Every resource once, in an order that does not depend on the input; of two states of one, the newer. */
function eachOnce(resources: readonly Resource[], issues: IssueList): Resource[] {
  const byId = new Map<string, Resource>();
  for (const resource of resources) {
    const key = `${resource.type}/${resource.id}`;
    const other = byId.get(key);
    if (other)
      issues.report(
        'duplicate',
        'information',
        key,
        `${resource.type} given more than once, read once`,
        sourceOf(resource),
      );
    byId.set(key, newer(other, resource));
  }
  return [...byId].sort(([a], [b]) => compare(a, b)).map(([, resource]) => resource);
}

interface Timed {
  readonly at: number;
  readonly source: { readonly resourceType: string; readonly id: string; readonly path?: string };
}

/** By time, undated last; at one time by resource, in the order of its parts. */
function byTime(a: Timed, b: Timed): number {
  if (a.at !== b.at) {
    if (Number.isNaN(a.at)) return Number.isNaN(b.at) ? bySource(a, b) : 1;
    return Number.isNaN(b.at) ? -1 : a.at - b.at;
  }
  return bySource(a, b);
}

function bySource({ source: a }: Timed, { source: b }: Timed): number {
  const [mine, other] = [a.path ?? '', b.path ?? ''];
  return (
    compare(a.resourceType, b.resourceType) || compare(a.id, b.id) || mine.length - other.length || compare(mine, other)
  );
}
