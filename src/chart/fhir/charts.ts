import { ProdromeError } from '../../errors.ts';
import type { Chart, ChartIssue } from '../chart.ts';
import { objects, string } from '../json.ts';
import { type Circumstances, chartOf } from './chart.ts';
import { entriesOf } from './entries.ts';
import { groupByPatient, type PatientGroup } from './patients.ts';
import { READERS } from './readers.ts';
import { ReferenceIndex } from './reference.ts';
import type { Resource } from './resource.ts';

export interface ChartOptions {
  /** Id of the patient wanted, or one of the patient's identifiers (a record number). */
  readonly patient?: string | undefined;
  /** What to call the input in an error; a file's path. */
  readonly path?: string | undefined;
  /** YYYY-MM-DD: dates later than this are reported as implausible. */
  readonly today?: string | undefined;
}

/**
 * The chart of the one patient of a FHIR R4 Bundle (or of a list of resources, or of bundles) that is already parsed.
 * @throws ProdromeError `input-not-fhir`, `input-no-patient`, `input-wrong-version`, `patient-ambiguous`, `patient-unknown`
 */
export function chartFromBundle(json: unknown, options: ChartOptions = {}): Chart {
  const path = options.path ?? 'the bundle';
  const { resources, issues } = entriesOf(json);
  if (resources.length === 0 && issues.length > 0) {
    throw new ProdromeError('input-not-fhir', { path, where: 'nothing in it has a "resourceType"' });
  }
  return oneChart(resources, issues, { ...options, path });
}

/** The chart of the one patient of these resources; errors as for {@link chartFromBundle}. */
export function chartFromResources(resources: readonly unknown[], options: ChartOptions = {}): Chart {
  return chartFromBundle(resources, { path: 'the resources', ...options });
}

function oneChart(
  resources: readonly Resource[],
  issues: readonly ChartIssue[],
  options: ChartOptions & { path: string },
): Chart {
  const batch = batchOf(resources, issues, options);
  return batch.chart(chosen(batch.groups, options.path, options.patient));
}

/** Resources that came together, by patient. */
export interface Batch {
  readonly groups: readonly PatientGroup[];
  chart(group: PatientGroup): Chart;
}

/** Sorts resources that came together by patient, and knows what is to be said of each patient's chart. */
export function batchOf(
  resources: readonly Resource[],
  issues: readonly ChartIssue[],
  { path, shared, today }: Pick<Circumstances, 'path' | 'shared' | 'today'>,
): Batch {
  const index = new ReferenceIndex(resources, shared);
  const { groups, nobodys } = groupByPatient(resources, index);
  const unowned = nobodys.filter(({ type }) => READERS.has(type) && type !== 'Device');
  const [only, ...others] = groups.filter(({ patient }) => patient !== undefined);
  const single = others.length === 0 ? (only ?? (groups.length === 1 ? groups[0] : undefined)) : undefined;
  const about = (group: PatientGroup): readonly ChartIssue[] =>
    group.id === single?.id
      ? [...issues, ...strangers(group, groups), ...without(unowned, 'taken as this patient’s')]
      : [...issues, ...without(unowned, 'left out')];
  return {
    groups,
    chart: (group) => {
      const own =
        group.id === single?.id && unowned.length > 0
          ? { ...group, resources: [...group.resources, ...unowned] }
          : group;
      return chartOf(own, { path, shared: (key) => index.find(key), issues: about(group), today });
    },
  };
}

/** In a record of one patient, what refers to another is kept apart, and said. */
function strangers(group: PatientGroup, groups: readonly PatientGroup[]): ChartIssue[] {
  return groups
    .filter((other) => other.id !== group.id)
    .flatMap(({ resources }) => resources)
    .map(({ type, id }) => ({
      code: 'reference-other-patient',
      severity: 'warning',
      where: `${type}/${id}`,
      text: `${type} of another patient, kept out of this chart`,
    }));
}

function without(unowned: readonly Resource[], what: string): ChartIssue[] {
  return unowned.map(({ type, id }) => ({
    code: 'reference-unresolved',
    severity: 'information',
    where: `${type}/${id}`,
    text: `${type} without a patient, ${what}`,
    source: { resourceType: type, id },
  }));
}

/**
 * The patient asked for, or the only one.
 * @throws ProdromeError `input-no-patient`, `patient-ambiguous`, `patient-unknown`
 */
function chosen(groups: readonly PatientGroup[], path: string, wanted: string | undefined): PatientGroup {
  if (wanted === undefined || groups.length === 0) {
    return onlyOne(
      groups,
      groups.filter(({ patient }) => patient !== undefined),
      path,
    );
  }
  const found = groups.find((group) => isPatient(group, wanted));
  if (!found) throw unknownPatient(wanted, groups, path);
  return found;
}

/**
 * The only patient; those to whom the input only refers do not count beside one whose Patient it holds.
 * @throws ProdromeError `input-no-patient`, `patient-ambiguous`
 */
export function onlyOne<T extends { readonly id: string }>(all: readonly T[], present: readonly T[], path: string): T {
  const candidates = present.length > 0 ? present : all;
  const [first] = candidates;
  if (!first) throw new ProdromeError('input-no-patient', { path });
  if (candidates.length > 1) {
    throw new ProdromeError('patient-ambiguous', { path, count: candidates.length, some: someOf(candidates) });
  }
  return first;
}

export function unknownPatient(id: string, known: readonly { readonly id: string }[], path: string): ProdromeError {
  return new ProdromeError('patient-unknown', { path, id, some: someOf(known) });
}

/** Whether a patient is meant by `wanted`: the id, `Patient/id`, the full URL, or the value of an identifier. */
export function isPatient({ id, patient }: PatientGroup, wanted: string): boolean {
  if (id === wanted || `Patient/${id}` === wanted || patient?.fullUrl === wanted) return true;
  return objects(patient?.json, 'identifier').some((identifier) => string(identifier, 'value') === wanted);
}

/** The first few ids, for an error. */
function someOf(patients: readonly { readonly id: string }[]): string {
  const some = patients.slice(0, 3).map(({ id }) => id);
  return patients.length > 3 ? `${some.join(', ')}, …` : some.join(', ');
}
