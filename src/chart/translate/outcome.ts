import type { ChartIssue } from '../chart.ts';
import { type Json, object, objects, string, strings } from '../json.ts';
import { TRANSLATION } from './bundle.ts';

/** Codes of issues that a translation gives. */
const CODES: ReadonlySet<string> = new Set<ChartIssue['code']>([
  'date-invalid',
  'document-unreadable',
  'duplicate',
  'line-invalid',
  'not-done',
  'reference-other-patient',
  'resource-invalid',
  'resource-unknown',
  'value-missing',
]);
const SEVERITIES: ReadonlySet<string> = new Set<ChartIssue['severity']>(['information', 'warning', 'error']);

const isCode = (text: string): text is ChartIssue['code'] => CODES.has(text);
const isSeverity = (text: string): text is ChartIssue['severity'] => SEVERITIES.has(text);

/** What a translation found wrong; an OperationOutcome that somebody else sent says nothing of the record. */
export function issuesOf(outcome: Json, place: string): ChartIssue[] {
  if (string(object(outcome, 'meta'), 'source') !== TRANSLATION) return [];
  return objects(outcome, 'issue').flatMap((issue): ChartIssue[] => {
    const details = object(issue, 'details');
    const code = string(object(details, 'coding'), 'code') ?? '';
    const severity = string(issue, 'severity') ?? '';
    const text = string(details, 'text');
    if (!isCode(code) || !isSeverity(severity) || text === undefined) return [];
    const file = place.replace(/\s*(line \d+\s*)?entry\[\d+\]$/, '');
    const where = [file, strings(issue, 'expression')[0]].filter(Boolean).join(' ');
    return [{ code, severity, where: where || 'the file', text }];
  });
}
