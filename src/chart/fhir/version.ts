import { table } from '../../table.ts';
import { isObject, type Json, object, string } from '../json.ts';
import type { Resource } from './resource.ts';

const VERSIONS = ['R4', 'R5', 'STU3', 'DSTU2'] as const;
export type FhirVersion = (typeof VERSIONS)[number];

/** Short names of the versions in the tables below. */
const NUMBER: Readonly<Record<FhirVersion, string>> = { DSTU2: '2', STU3: '3', R4: '4', R5: '5' };

/** Types that not every version has, and which have them. */
const TYPES: Readonly<Record<string, string>> = table({
  MedicationOrder: '2',
  DiagnosticOrder: '2',
  ReferralRequest: '23',
  ProcedureRequest: '23',
  BodySite: '23',
  MedicationUsage: '5',
  ImagingSelection: '5',
  ServiceRequest: '45',
  MedicationRequest: '345',
});

/**
 * Elements that not every version has, or has in the same shape (`{}` object, `[]` list, `""` string, `*` any), and the versions
 * that have them so.
 */
const ELEMENTS: Readonly<Record<string, string>> = table({
  Condition: 'clinicalStatus"" 23, clinicalStatus{} 45, patient* 2, subject* 345',
  Observation: 'category{} 2, category[] 345, comments* 2, comment* 3, context* 3, encounter* 245, related* 23',
  Encounter: 'class"" 2, class{} 34, class[] 5, patient* 2, subject* 345, period* 234, actualPeriod* 5',
  AllergyIntolerance: 'substance* 2, code* 345, clinicalStatus"" 3, clinicalStatus{} 45, type{} 5, type"" 234',
  Immunization: 'wasNotGiven* 2, notGiven* 3, date* 23, occurrenceDateTime* 45',
  MedicationRequest:
    'medication* 5, medicationCodeableConcept* 234, medicationReference* 234, context* 3, encounter* 45',
  MedicationStatement:
    'medication* 5, medicationCodeableConcept* 234, medicationReference* 234, wasNotTaken* 2, taken* 3',
  MedicationAdministration:
    'medication* 5, medicationCodeableConcept* 234, medicationReference* 234, wasNotGiven* 2, notGiven* 3',
  MedicationDispense: 'medication* 5, medicationCodeableConcept* 234, medicationReference* 234',
  Procedure:
    'notPerformed* 2, notDone* 3, context* 3, encounter* 245, performedDateTime* 234, performedPeriod* 234, occurrenceDateTime* 5, occurrencePeriod* 5',
  DocumentReference: 'indexed* 23, created* 23, date* 45',
  DiagnosticReport: 'codedDiagnosis* 23, conclusionCode* 45, context* 3, encounter* 245',
  Patient: 'animal* 23',
});

interface Tale {
  readonly element: string;
  readonly shape: string;
  readonly versions: string;
}

const TALES: ReadonlyMap<string, readonly Tale[]> = new Map(
  Object.entries(ELEMENTS).map(([type, tales]) => [
    type,
    tales.split(', ').map((tale): Tale => {
      const [, element = '', shape = '', versions = ''] = /^(\w+)(\{\}|\[\]|""|\*) (\d+)$/.exec(tale) ?? [];
      return { element, shape, versions };
    }),
  ]),
);

/** The version that the fewest resources contradict; R4 where they do not tell. */
export function versionOf(resources: Iterable<Resource>): FhirVersion {
  const contradictions: Record<FhirVersion, number> = { R4: 0, R5: 0, STU3: 0, DSTU2: 0 };
  for (const resource of resources) {
    const possible = versionsOf(resource);
    if (possible === undefined) continue;
    for (const version of VERSIONS) if (!possible.includes(NUMBER[version])) contradictions[version]++;
  }
  return VERSIONS.reduce((best, version) => (contradictions[version] < contradictions[best] ? version : best), 'R4');
}

/** The versions in which a resource can be written as it is; undefined when nothing in it tells. */
function versionsOf({ type, json }: Resource): string | undefined {
  let possible = TYPES[type] ?? fromProfile(json);
  for (const { element, shape, versions } of TALES.get(type) ?? []) {
    if (!hasShape(json[element], shape)) continue;
    possible =
      possible === undefined ? versions : [...possible].filter((version) => versions.includes(version)).join('');
  }
  return possible === '' ? undefined : possible;
}

function hasShape(value: unknown, shape: string): boolean {
  if (value === undefined || value === null) return false;
  if (shape === '*') return true;
  if (shape === '[]') return Array.isArray(value);
  return shape === '{}' ? isObject(value) : typeof value === 'string';
}

/** A profile of HL7 whose URL names a version of FHIR (`…/STU3/…`, `…/StructureDefinition/x|3.0.1` of the base specification). */
function fromProfile(json: Json): string | undefined {
  const profile = object(json, 'meta')?.profile;
  const url = Array.isArray(profile) ? profile.find((each) => typeof each === 'string') : undefined;
  const stated =
    string(json, 'fhirVersion') ?? (url && /^http:\/\/hl7\.org\/fhir\/(DSTU2|STU3|R4|R5|[1345]\.0)\//i.exec(url)?.[1]);
  if (stated === undefined) return undefined;
  return /^(dstu2|1\.0)/i.test(stated)
    ? '2'
    : /^(stu3|3\.0)/i.test(stated)
      ? '3'
      : /^(r4|4\.)/i.test(stated)
        ? '4'
        : /^(r5|5\.)/i.test(stated)
          ? '5'
          : undefined;
}
