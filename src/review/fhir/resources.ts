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

export const patientReference = (review: Review) => ({ reference: `Patient/${review.patient.id}` });

/** References to the record's own resources, each once. */
export function references(statement: Statement, limit = 50): { reference: string; type: string }[] {
  const seen = new Set<string>();
  return statement.citations
    .map(({ resourceType, id }: Source) => ({ reference: `${resourceType}/${id}`, type: resourceType }))
    .filter(({ reference }) => seen.size !== seen.add(reference).size)
    .slice(0, limit);
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
