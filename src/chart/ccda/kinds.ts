import { table } from '../../table.ts';
import { attribute, child, children, type Element } from './xml.ts';

/** What an entry tells. */
export type Kind =
  | 'problem'
  | 'allergy'
  | 'medication'
  | 'immunization'
  | 'result'
  | 'vital'
  | 'social'
  | 'procedure'
  | 'family'
  | 'encounter';

const ENTRY = '2.16.840.1.113883.10.20.22.4.';

/** Entry templates of C-CDA R2.1 (HL7 CDA R2 IG: Consolidated CDA Templates, volume 2), by the end of their OID. */
const TEMPLATES: Readonly<Record<string, Kind>> = table({
  '4': 'problem',
  '7': 'allergy',
  '90': 'allergy',
  '16': 'medication',
  '52': 'immunization',
  '2': 'result',
  '27': 'vital',
  '38': 'social',
  '78': 'social',
  '85': 'social',
  '12': 'procedure',
  '13': 'procedure',
  '14': 'procedure',
  '45': 'family',
  '49': 'encounter',
});

/** What the entries of a section tell when no template says so: sections by LOINC code. */
const SECTIONS: Readonly<Record<string, Kind>> = table({
  '11450-4': 'problem',
  '11348-0': 'problem',
  '46241-6': 'problem',
  '42347-5': 'problem',
  '11535-2': 'problem',
  '78375-3': 'problem',
  '51848-0': 'problem',
  '48765-2': 'allergy',
  '10160-0': 'medication',
  '10183-2': 'medication',
  '42346-7': 'medication',
  '29549-3': 'medication',
  '11369-6': 'immunization',
  '30954-2': 'result',
  '8716-3': 'vital',
  '29762-2': 'social',
  '47519-4': 'procedure',
  '10157-6': 'family',
  '46240-8': 'encounter',
});

/** Which element of CDA stands for each kind, where there is no template. */
const ELEMENTS: Readonly<Record<Kind, string>> = {
  problem: 'observation',
  allergy: 'observation',
  medication: 'substanceAdministration',
  immunization: 'substanceAdministration',
  result: 'observation',
  vital: 'observation',
  social: 'observation',
  procedure: 'procedure',
  family: 'organizer',
  encounter: 'encounter',
};

export const sectionKind = (section: Element): Kind | undefined =>
  SECTIONS[attribute(child(section, 'code'), 'code') ?? ''];

/** What an element tells: by its templates, else by the section in which it stands. */
export function kindOf(element: Element, section: Kind | undefined): Kind | undefined {
  const templates = children(element, 'templateId').map((template) => attribute(template, 'root') ?? '');
  const own = templates.filter((root) => root.startsWith(ENTRY));
  for (const root of own) {
    const kind = TEMPLATES[root.slice(ENTRY.length)];
    if (kind) return kind;
  }
  if (own.length > 0 || section === undefined) return undefined;
  return ELEMENTS[section] === element.name ? section : undefined;
}
