import type { NoteKind } from '../../chart/index.ts';
import type { Section } from '../structure.ts';

const IMAGING =
  /\b(?:XR|CXR|CT|CTA|HRCT|MRI?|MRA|MRCP|USS?|ultraso(?:und|nograph\w*)|sonogra\w+|mammogra\w+|x-?rays?|radiograph\w*|computed tomograph\w*|magnetic resonance|PET|DE?XA|echocardiogra\w*|duplex|doppler|radiology)\b/i;
const PATHOLOGY =
  /\b(?:(?:histo|cyto)?patholog\w*|histology|cytology|biops\w+|specimens?|gross description|microscop\w+)\b/i;
const REPORT: ReadonlySet<string> = new Set(['technique', 'comparison', 'findings', 'impression', 'indication']);
/** Sections that no report has. */
const VISIT: ReadonlySet<string> = new Set([
  'chief-complaint',
  'past-medical-history',
  'family-history',
  'social-history',
  'medications',
  'review-of-systems',
  'examination',
  'vitals',
  'assessment-plan',
]);
/** So much of a text may name what it is, in characters. */
const TOP = 200;

/** Whether a text without any other sign of it is an imaging or a pathology report: by its headings, and what its top names. */
export function kindOfText(text: string, sections: readonly Section[]): NoteKind {
  const names = new Set(sections.map(({ name }) => name));
  const headed = [...REPORT].filter((name) => names.has(name)).length;
  // "Exam: CT chest" heads a report as well as a visit.
  const isVisit = [...VISIT].some((name) => names.has(name) && !(name === 'examination' && headed >= 3));
  if (isVisit) return 'note';
  const [first = ''] = /^[^\n]{0,80}/.exec(text.trimStart()) ?? [];
  const isTitle = !/[.!?]\s*$/.test(first) && !/\b(?:year|month|week)s?[- ]old\b/i.test(first);
  const top = isTitle ? text.slice(0, TOP) : first;
  if (headed >= 1 && (isTitle || headed >= 2) && PATHOLOGY.test(top) && !IMAGING.test(first)) return 'pathology';
  if (headed >= 1 && isTitle && IMAGING.test(top)) return 'imaging';
  return headed >= 2 && names.has('findings') ? 'imaging' : 'note';
}
