import type { EventKind } from '../../chart/index.ts';

/** The kind of a code, its first part, by the kind of the chart's event. */
export const KIND: Readonly<Record<EventKind, string>> = {
  lab: 'LAB',
  vital: 'VITAL',
  social: 'SOCIAL',
  condition: 'CONDITION',
  medication: 'MEDICATION',
  procedure: 'PROCEDURE',
  encounter: 'ENCOUNTER',
  allergy: 'ALLERGY',
  immunization: 'IMMUNIZATION',
  device: 'DEVICE',
  family: 'FAMILY',
  order: 'ORDER',
  report: 'REPORT',
  imaging: 'IMAGING',
  plan: 'CAREPLAN',
};

/** Kinds without a time that say who somebody is: told by group, and not among the codes. */
export const GROUPS = { sex: 'GENDER', race: 'RACE', ethnicity: 'ETHNICITY' } as const;

export const BIRTH = 'MEDS_BIRTH';
export const DEATH = 'MEDS_DEATH';

/** The kind of a problem that is provisional or one of a differential. */
export const POSSIBLE = `${KIND.condition}_POSSIBLE`;

/** The kind of the end of what has one. */
export const endOf = (kind: string): string => `${kind}_END`;

/** What a note says of the findings of the shelf. */
export const FINDING = 'FINDING';

/** What a reader calls a kind; a kind that other software made stays as it is. */
export function wordsOfKind(kind: string): string {
  const end = kind.endsWith('_END') ? kind.slice(0, -'_END'.length) : undefined;
  if (end !== undefined && WORDS.has(end)) return `${WORDS.get(end)}, their end`;
  return WORDS.get(kind) ?? kind;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  [KIND.lab, 'Laboratory results'],
  [KIND.vital, 'Vital signs and measurements'],
  [KIND.social, 'Social history'],
  [KIND.condition, 'Problems'],
  [POSSIBLE, 'Possible problems'],
  [KIND.medication, 'Medicines'],
  [KIND.procedure, 'Procedures'],
  [KIND.encounter, 'Visits and stays'],
  [KIND.allergy, 'Allergies'],
  [KIND.immunization, 'Vaccinations'],
  [KIND.device, 'Devices'],
  [KIND.family, 'Family history'],
  [KIND.order, 'Orders'],
  [KIND.report, 'Reports'],
  [KIND.imaging, 'Imaging studies'],
  [KIND.plan, 'Care plans'],
  [FINDING, 'Findings in notes'],
  [BIRTH, 'Births'],
  [DEATH, 'Deaths'],
]);
