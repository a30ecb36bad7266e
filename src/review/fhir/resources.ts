import { createHash } from 'node:crypto';
import type { Source } from '../../chart/index.ts';
import type { Review, Statement } from '../review.ts';

/** A FHIR resource as JSON. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

/** An id that the same review always gives to the same part: a name-based UUID (RFC 9562, version 8) of SHA-256. */
export function idOf(review: Review, part: string): string {
  const { patient, asOf, provenance } = review;
  const hex = createHash('sha256')
    .update(`${patient.id}|${asOf}|${provenance.prodrome}|${provenance.knowledge.version}|${part}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A Reference of FHIR: literal, or for what has no id of its own logical or in words. */
export interface Reference {
  readonly type: string;
  readonly reference?: string;
  readonly identifier?: { readonly system?: string; readonly value: string };
  readonly display?: string;
}

/**
 * A reference to a resource of the record. Where the record gives no id, it is by the identifier that the record's own
 * reference was by (`identifier=system|value`), else a digest of the content in words.
 */
export function referenceTo(type: string, id: string): Reference {
  if (/^[A-Za-z0-9.-]{1,64}$/.test(id)) return { type, reference: `${type}/${id}` };
  const [, system = '', value = ''] = /^identifier=(?:([^|]*)\|)?(.+)$/.exec(id) ?? [];
  if (value === '') return { type, display: `${type} without an id, ${id}` };
  return { type, identifier: system === '' ? { value } : { system, value } };
}

export const patientReference = (review: Review) => referenceTo('Patient', review.patient.id);

/** References to the record's own resources, each once. */
export function references({ citations }: Statement, limit = 50): Reference[] {
  return distinct(citations.map(({ resourceType, id }: Source) => referenceTo(resourceType, id))).slice(0, limit);
}

/** References, each once, in the order given. */
export function distinct(all: readonly Reference[]): Reference[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** A generated narrative of plain paragraphs. */
export function narrative(lines: readonly string[]): { status: 'generated'; div: string } {
  const paragraphs = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</div>` };
}

export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return (
    text
      .replace(/[&<>"]/g, (character) => names[character] ?? character)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
  );
}

/** Code of a hypothesis's condition for a CodeableConcept: exact codes only, since prefixes are not codes. */
export function conceptOfCondition(condition: Review['differential'][number]['condition']) {
  const coding = condition.codes
    .filter(({ system, code }) => system.includes('snomed') || /^[A-Z]\d{2}\.\w+$/.test(code))
    .slice(0, 2)
    .map(({ system, code }) => ({ system, code }));
  return { ...(coding.length > 0 ? { coding } : {}), text: condition.name };
}
