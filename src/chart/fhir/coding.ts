import { type Coding, SYSTEM } from '../../terms/index.ts';
import { isObject, type Json, object, objects, string } from '../json.ts';

/** Other names of the code systems: OIDs (bare, `urn:oid:`) and old or unofficial URIs. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.113883.6.1', SYSTEM.loinc],
  ['2.16.840.1.113883.6.96', SYSTEM.snomed],
  ['2.16.840.1.113883.6.90', SYSTEM.icd10cm],
  ['2.16.840.1.113883.6.3', SYSTEM.icd10],
  ['2.16.840.1.113883.6.103', SYSTEM.icd9cm],
  ['2.16.840.1.113883.6.88', SYSTEM.rxnorm],
  ['2.16.840.1.113883.6.73', SYSTEM.atc],
  ['2.16.840.1.113883.12.292', SYSTEM.cvx],
  ['2.16.840.1.113883.6.12', SYSTEM.cpt],
  ['https://loinc.org', SYSTEM.loinc],
  ['https://snomed.info/sct', SYSTEM.snomed],
  ['http://hl7.org/fhir/sid/icd-9-cm/diagnosis', SYSTEM.icd9cm],
  ['https://www.whocc.no/atc', SYSTEM.atc],
]);

const ICD_WITHOUT_DOT = /^[A-Z]\d[0-9A-Z][0-9A-Z]{1,4}$/;

/** The codings of a CodeableConcept (or of a list of them), each once. */
export function codingsOf(concept: Json | readonly Json[] | undefined): readonly Coding[] {
  if (concept === undefined) return [];
  if (!isObject(concept)) return concept.flatMap((each) => codingsOf(each));
  const found: Coding[] = [];
  for (const json of objects(concept, 'coding')) {
    const coding = codingOf(json);
    if (coding && !found.some(({ system, code }) => system === coding.system && code === coding.code))
      found.push(coding);
  }
  return found;
}

export function codingOf(json: Json | undefined): Coding | undefined {
  const given = string(json, 'code');
  if (given === undefined) return undefined;
  const system = systemOf(string(json, 'system') ?? '');
  const isIcd10 = system === SYSTEM.icd10cm || system === SYSTEM.icd10;
  const code = isIcd10 && ICD_WITHOUT_DOT.test(given) ? `${given.slice(0, 3)}.${given.slice(3)}` : given;
  const display = string(json, 'display');
  return display === undefined ? { system, code } : { system, code, display };
}

function systemOf(given: string): string {
  const bare = given.replace(/^urn:oid:/, '').replace(/\/$/, '');
  return ALIASES.get(bare) ?? (bare.startsWith(`${SYSTEM.snomed}/`) ? SYSTEM.snomed : bare);
}

/** What a reader would call a concept: its text, else the first display, else the first code. */
export function nameOf(concept: Json | undefined): string | undefined {
  const text = string(concept, 'text');
  if (text !== undefined) return text;
  const codings = objects(concept, 'coding');
  for (const coding of codings) {
    const display = string(coding, 'display');
    if (display !== undefined) return display;
  }
  return string(codings[0], 'code');
}

/** The names of a list of concepts, each once, in one line. */
export function namesOf(parent: Json | undefined, key: string): string | undefined {
  const names = objects(parent, key).flatMap((concept) => nameOf(concept) ?? []);
  return joined(names, ', ');
}

/** The code of an element that is a code, a Coding or a CodeableConcept, lower case. */
export function codeOf(parent: Json | undefined, key: string): string | undefined {
  const plain = string(parent, key);
  if (plain !== undefined) return plain.toLowerCase();
  const concept = object(parent, key);
  const code = string(concept, 'code') ?? string(objects(concept, 'coding')[0], 'code') ?? string(concept, 'text');
  return code?.toLowerCase();
}

/** Parts that are there, each once; undefined when there are none. */
export function joined(parts: readonly (string | undefined)[], separator = '; '): string | undefined {
  const there = [...new Set(parts.filter((part) => part !== undefined && part !== ''))];
  return there.length > 0 ? there.join(separator) : undefined;
}
