import { SYSTEM } from '../../terms/index.ts';
import type { Json } from '../json.ts';

/**
 * Code systems by OID (C-CDA) and by name in HL7 v2 (table 0396), and their URIs in FHIR.
 * Source: HL7 FHIR R4, Terminology Systems, https://hl7.org/fhir/R4/terminologies-systems.html; names of HL7 v2 as in table 0396.
 */
const TABLE: readonly (readonly [uri: string, oid: string, names: string])[] = [
  [SYSTEM.loinc, '2.16.840.1.113883.6.1', 'LN LOINC'],
  [SYSTEM.snomed, '2.16.840.1.113883.6.96', 'SCT SNM SNM3 SNOMED SNOMED-CT SNOMEDCT'],
  [SYSTEM.icd10cm, '2.16.840.1.113883.6.90', 'I10C ICD-10-CM ICD10CM'],
  [SYSTEM.icd10, '2.16.840.1.113883.6.3', 'I10 ICD-10 ICD10'],
  [SYSTEM.icd9cm, '2.16.840.1.113883.6.103', 'I9C I9CDX I9 ICD-9-CM ICD9CM'],
  [SYSTEM.rxnorm, '2.16.840.1.113883.6.88', 'RXNORM RXN'],
  [SYSTEM.atc, '2.16.840.1.113883.6.73', 'ATC WC'],
  [SYSTEM.cvx, '2.16.840.1.113883.12.292', 'CVX'],
  [SYSTEM.cpt, '2.16.840.1.113883.6.12', 'C4 CPT CPTM'],
  [SYSTEM.ucum, '2.16.840.1.113883.6.8', 'UCUM'],
  ['http://hl7.org/fhir/sid/ndc', '2.16.840.1.113883.6.69', 'NDC'],
  ['http://fdasis.nlm.nih.gov', '2.16.840.1.113883.4.9', 'UNII'],
  ['http://www.cms.gov/Medicare/Coding/ICD10', '2.16.840.1.113883.6.4', 'I10P'],
  ['urn:oid:2.16.840.1.113883.6.238', '2.16.840.1.113883.6.238', 'CDCREC HL70005 HL70189'],
  ['http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', '2.16.840.1.113883.5.83', 'HL70078'],
  ['http://terminology.hl7.org/CodeSystem/v3-ActCode', '2.16.840.1.113883.5.4', ''],
  ['http://terminology.hl7.org/CodeSystem/v3-RoleCode', '2.16.840.1.113883.5.111', ''],
];

const BY_OID = new Map(TABLE.map(([uri, oid]) => [oid, uri]));
const BY_NAME = new Map(
  TABLE.flatMap(([uri, , names]) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name): [string, string] => [name, uri]),
  ),
);

/** The URI of the code system of an OID; of one that is not in the table its `urn:oid:`. */
export function uriOfOid(oid: string): string {
  return BY_OID.get(oid) ?? `urn:oid:${oid}`;
}

/** The URI of a code system as HL7 v2 names it: by table 0396, an OID or a URI, else a name of the sender's own. */
export function uriOfName(name: string): string | undefined {
  const plain = name.trim();
  if (plain === '') return undefined;
  const known = BY_NAME.get(plain.toUpperCase());
  if (known !== undefined) return known;
  if (/^[0-2](\.\d+){3,}$/.test(plain)) return uriOfOid(plain);
  if (/^(https?|urn):\S+$/.test(plain)) return plain;
  const table = /^(?:HL7)(\d{4})$/i.exec(plain)?.[1];
  if (table !== undefined) return `http://terminology.hl7.org/CodeSystem/v2-${table}`;
  return `urn:hl7v2:${encodeURIComponent(plain)}`;
}

/** Categories of race and ethnicity of the US Office of Management and Budget, in the code system CDC Race and Ethnicity. */
const RACES = new Set(['1002-5', '2028-9', '2054-5', '2076-8', '2106-3']);
const ETHNICITIES = new Set(['2135-2', '2186-5']);

/** The extensions of US Core that say race and ethnicity, for those of the codes that are categories of the OMB. */
export function groupExtensions(codes: readonly { readonly code: string; readonly display: string }[]): Json[] {
  const of = (url: string, known: ReadonlySet<string>): Json[] => {
    const [found] = codes.filter(({ code }) => known.has(code));
    if (!found) return [];
    const display = found.display || found.code;
    return [
      {
        url: `http://hl7.org/fhir/us/core/StructureDefinition/${url}`,
        extension: [
          {
            url: 'ombCategory',
            valueCoding: { system: 'urn:oid:2.16.840.1.113883.6.238', code: found.code, display },
          },
          { url: 'text', valueString: display },
        ],
      },
    ];
  };
  return [...of('us-core-race', RACES), ...of('us-core-ethnicity', ETHNICITIES)];
}
