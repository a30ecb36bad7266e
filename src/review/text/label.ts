import type { Source } from '../../chart/index.ts';

const SHORT: Readonly<Record<string, string>> = {
  Observation: 'Obs',
  DocumentReference: 'Doc',
  DiagnosticReport: 'Report',
  MedicationRequest: 'Med',
  MedicationStatement: 'Med',
  FamilyMemberHistory: 'Family',
  AllergyIntolerance: 'Allergy',
};

/** Where a statement stands: its newest source, by the beginning of its id, and how many more. */
export function label(citations: readonly Source[]): string {
  const last = citations.at(-1);
  if (!last || last.resourceType === 'Patient') return '';
  const more = citations.length > 1 ? `\u00a0+${citations.length - 1}` : '';
  return `[${SHORT[last.resourceType] ?? last.resourceType}\u00a0${last.id.slice(0, 8)}${more}]`;
}
