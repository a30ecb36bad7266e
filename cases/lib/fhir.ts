/** The little of FHIR R4 that the builder writes. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly id: string;
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const CVX = 'http://hl7.org/fhir/sid/cvx';
const UCUM = 'http://unitsofmeasure.org';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

export const ref = (id: string) => ({ reference: `urn:uuid:${id}` });

export function concept(
  text: string,
  ...codings: readonly (readonly [system: string, code: string, display?: string])[]
) {
  if (codings.length === 0) return { text };
  return {
    coding: codings.map(([system, code, display]) => ({ system, code, ...(display === undefined ? {} : { display }) })),
    text,
  };
}

/** A code of one of HL7's own small code systems. */
export const hl7 = (system: string, code: string, display?: string) => ({
  coding: [{ system: `${TERMINOLOGY}/${system}`, code, ...(display === undefined ? {} : { display }) }],
});

export function quantity(value: number, unit: string, printed = unit, comparator?: string) {
  return { value, ...(comparator === undefined ? {} : { comparator }), unit: printed, system: UCUM, code: unit };
}

export const attachment = (text: string, title: string, creation: string, html = false) => ({
  contentType: html ? 'text/html' : 'text/plain; charset=utf-8',
  data: Buffer.from(text, 'utf8').toString('base64'),
  title,
  creation,
});

/** Entries one a line, so that a change of the story is a readable change of the record. */
export function serialise(bundle: Bundle): string {
  const { entry, ...head } = bundle;
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},"entry":[\n${entry.map((e) => JSON.stringify(e)).join(',\n')}\n]}\n`;
}
