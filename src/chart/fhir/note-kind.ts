import { type Coding, SYSTEM } from '../../terms/index.ts';
import type { NoteKind } from '../chart.ts';

/** Diagnostic service sections of HL7 v2 table 0074, LOINC part codes of US Core and SNOMED CT that name imaging or pathology. */
const SECTIONS: ReadonlyMap<string, NoteKind> = new Map([
  ...['RAD', 'RUS', 'RX', 'CT', 'NMR', 'NMS', 'CUS', 'OUS', 'VUS', 'XRC', 'LP29684-5', '363679005', '394914008'].map(
    (code): [string, NoteKind] => [code, 'imaging'],
  ),
  ...['PAT', 'SP', 'CP', 'LP7839-6'].map((code): [string, NoteKind] => [code, 'pathology']),
]);

/** Document types of LOINC that name imaging or pathology. */
const DOCUMENTS: ReadonlyMap<string, NoteKind> = new Map([
  ['18748-4', 'imaging'],
  ['68604-8', 'imaging'],
  ['11526-1', 'pathology'],
  ['60567-5', 'pathology'],
  ['11529-5', 'pathology'],
  ['60568-3', 'pathology'],
]);

/** How LOINC begins the names of imaging (`US Abdomen`, `CT Chest`), and how people name it. */
const IMAGING_TITLE = /^(XR|CT|CTA|MR|MRI|MRA|MRCP|US|USS|MG|NM|PET|DXA|DEXA|RF|CXR|KUB|HRCT|VQ|TTE|TOE|TEE)\b/;
const IMAGING_WORD =
  /\b(x-?rays?|radiograph\w*|ultraso(und|nograph\w*)|sonogra\w+|mammogra\w+|tomograph\w+|magnetic resonance|bone densit\w*|dexa|scintigra\w+|angiogra\w+|echocardiogra\w+|fluoroscop\w+|duplex|doppler|(ct|mri|pet|mr|bone|cat|isotope|dxa) scan|diagnostic imaging|radiology)\b/i;
const PATHOLOGY_WORD =
  /\b((histo|cyto)?patholog\w*|histolog\w+|cytolog\w+|biops\w+|bone marrow|pap(anicolaou)? (smear|test))\b/i;

/**
 * Whether a text is an imaging or a pathology report: by its category, by its LOINC document type, else by its name, which
 * is asked only where the type does not already say that it is a clinic's note.
 */
export function noteKind(
  codings: readonly Coding[],
  typeName: string | undefined,
  title: string | undefined,
  otherwise: NoteKind,
): NoteKind {
  for (const { system, code } of codings) {
    const kind = SECTIONS.get(code.toUpperCase()) ?? (system === SYSTEM.loinc ? DOCUMENTS.get(code) : undefined);
    if (kind) return kind;
  }
  const names = [
    typeName,
    ...(otherwise === 'note' && isNoteType(typeName) ? [] : [title]),
    ...codings.map(({ display }) => display),
  ];
  for (const name of names) {
    if (name === undefined) continue;
    if (PATHOLOGY_WORD.test(name)) return 'pathology';
    if (IMAGING_TITLE.test(name) || IMAGING_WORD.test(name)) return 'imaging';
  }
  return otherwise;
}

function isNoteType(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /\b(note|letter|summary|history|consult\w*|encounter|visit|referral|correspondence|plan)\b/i.test(name)
  );
}
