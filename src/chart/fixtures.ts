/** Small FHIR resources for the tests of this room. */
import type { Chart, ChartEvent } from './chart.ts';
import { chartFromBundle } from './fhir/charts.ts';

export type Resource = { resourceType: string; id?: string; [element: string]: unknown };

export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';

export const patient: Resource = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: 'urn:example:mrn', value: 'MRN1' }],
  name: [{ use: 'official', family: 'Doe', given: ['Jane'] }],
  gender: 'female',
  birthDate: '1970-05-04',
};

export const subject = { reference: 'Patient/p1' };

/** A concept of one coding. */
export function concept(code: string, text: string, system: string = LOINC) {
  return { coding: [{ system, code, display: text }], text };
}

export function quantity(value: number, unit: string) {
  return { value, unit, system: UCUM, code: unit };
}

/** Ferritin 9 ng/mL on 2 March 2015, with what is given instead. */
export function observation(elements: Partial<Resource> = {}): Resource {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    category: [concept('laboratory', 'Laboratory', 'http://terminology.hl7.org/CodeSystem/observation-category')],
    code: concept('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma'),
    subject,
    effectiveDateTime: '2015-03-02T08:00:00-05:00',
    valueQuantity: quantity(9, 'ng/mL'),
    ...elements,
  };
}

export function condition(elements: Partial<Resource> = {}): Resource {
  return {
    resourceType: 'Condition',
    id: 'c1',
    clinicalStatus: concept('active', 'Active', 'http://terminology.hl7.org/CodeSystem/condition-clinical'),
    verificationStatus: concept('confirmed', 'Confirmed', 'http://terminology.hl7.org/CodeSystem/condition-ver-status'),
    code: concept('271737000', 'Anaemia', 'http://snomed.info/sct'),
    subject,
    onsetDateTime: '2014-01-05',
    ...elements,
  };
}

export function bundle(...resources: object[]) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
}

/** The chart of the patient with some more resources. */
export function chartWith(...resources: object[]): Chart {
  return chartFromBundle(bundle(patient, ...resources));
}

/** The only event of one resource, and the codes of what was found wrong. */
export function read(
  resource: object,
  ...others: object[]
): { event: ChartEvent | undefined; issues: string[]; chart: Chart } {
  const chart = chartWith(resource, ...others);
  return { event: chart.events[0], issues: chart.issues.map(({ code }) => code), chart };
}

export function base64(text: string, encoding: BufferEncoding = 'utf8'): string {
  return Buffer.from(text, encoding).toString('base64');
}
