import type { Coding } from '../../terms/index.ts';
import type { Patient, Sex } from '../chart.ts';
import { momentOf } from '../date.ts';
import type { IssueList } from '../issues.ts';
import { compact, object, objects, string } from '../json.ts';
import { codingOf } from './coding.ts';
import { humanName } from './document.ts';
import type { PatientGroup } from './patients.ts';
import { type Resource, sourceOf } from './resource.ts';

const BIRTH_SEX = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
const RACE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race';
const ETHNICITY = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity';

/** Who the patient is; of one to whom the record only refers, nothing but the id. */
export function patientOf({ id, patient }: PatientGroup, issues: IssueList): Patient {
  if (!patient) {
    const source = { resourceType: 'Patient', id };
    issues.report(
      'reference-unresolved',
      'warning',
      `Patient/${id}`,
      'no Patient resource: sex and age are not known',
      source,
    );
    return { id, source };
  }
  return compact<Patient>({
    id,
    name: humanName(patient.json),
    sex: sexOf(patient),
    birthDate: dateOf(patient, 'birthDate', issues),
    deceased: dateOf(patient, 'deceasedDateTime', issues),
    race: groupOf(patient, RACE),
    ethnicity: groupOf(patient, ETHNICITY),
    source: sourceOf(patient),
  });
}

/** Sex for reference ranges and risks: sex at birth where it is stated, else the administrative gender. */
function sexOf({ json }: Resource): Sex | undefined {
  const atBirth = objects(json, 'extension').find((extension) => string(extension, 'url') === BIRTH_SEX);
  const code = string(atBirth, 'valueCode')?.toLowerCase() ?? string(json, 'gender')?.toLowerCase();
  return code === 'female' || code === 'f' ? 'female' : code === 'male' || code === 'm' ? 'male' : undefined;
}

/** The OMB category of US Core's race or ethnicity; the first where there are several. */
function groupOf({ json }: Resource, url: string): Coding | undefined {
  const extension = objects(json, 'extension').find((each) => string(each, 'url') === url);
  const category = objects(extension, 'extension').find((each) => string(each, 'url') === 'ombCategory');
  return codingOf(object(category, 'valueCoding') ?? {});
}

function dateOf(patient: Resource, path: string, issues: IssueList): string | undefined {
  const text = string(patient.json, path);
  if (text === undefined) return undefined;
  const moment = momentOf(text);
  if (moment) return moment.time;
  issues.report(
    'date-invalid',
    'warning',
    `Patient/${patient.id} ${path}`,
    'not a date that exists; read without it',
    sourceOf(patient, path),
  );
  return undefined;
}
