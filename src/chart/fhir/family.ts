import { table } from '../../table.ts';
import { boolean, type Json, number, object, objects, string } from '../json.ts';
import { codingsOf, joined, nameOf } from './coding.ts';
import { prefixed } from './condition.ts';
import { quantityText } from './dosage.ts';
import { annotations, type Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';

/** HL7 v3 RoleCode of personal relationships, in the words of a clinician. */
const RELATIONS: Readonly<Record<string, string>> = table({
  MTH: 'mother',
  NMTH: 'mother',
  GESTM: 'gestational mother',
  STPMTH: 'stepmother',
  ADOPTM: 'adoptive mother',
  FTH: 'father',
  NFTH: 'father',
  STPFTH: 'stepfather',
  ADOPTF: 'adoptive father',
  PRN: 'parent',
  NPRN: 'parent',
  SIS: 'sister',
  NSIS: 'sister',
  HSIS: 'half-sister',
  STPSIS: 'stepsister',
  TWINSIS: 'twin sister',
  BRO: 'brother',
  NBRO: 'brother',
  HBRO: 'half-brother',
  STPBRO: 'stepbrother',
  TWINBRO: 'twin brother',
  SIB: 'sibling',
  NSIB: 'sibling',
  HSIB: 'half-sibling',
  TWIN: 'twin',
  FTWIN: 'fraternal twin',
  ITWIN: 'identical twin',
  DAU: 'daughter',
  DAUC: 'daughter',
  NDAU: 'daughter',
  DAUADOPT: 'adopted daughter',
  STPDAU: 'stepdaughter',
  SON: 'son',
  SONC: 'son',
  NSON: 'son',
  SONADOPT: 'adopted son',
  STPSON: 'stepson',
  CHILD: 'child',
  NCHILD: 'child',
  CHLDADOPT: 'adopted child',
  GRMTH: 'grandmother',
  MGRMTH: 'maternal grandmother',
  PGRMTH: 'paternal grandmother',
  GRFTH: 'grandfather',
  MGRFTH: 'maternal grandfather',
  PGRFTH: 'paternal grandfather',
  GRPRN: 'grandparent',
  MGRPRN: 'maternal grandparent',
  PGRPRN: 'paternal grandparent',
  GGRMTH: 'great-grandmother',
  GGRFTH: 'great-grandfather',
  GGRPRN: 'great-grandparent',
  AUNT: 'aunt',
  MAUNT: 'maternal aunt',
  PAUNT: 'paternal aunt',
  UNCLE: 'uncle',
  MUNCLE: 'maternal uncle',
  PUNCLE: 'paternal uncle',
  COUSN: 'cousin',
  MCOUSN: 'maternal cousin',
  PCOUSN: 'paternal cousin',
  NEPHEW: 'nephew',
  NIECE: 'niece',
  NIENEPH: 'niece or nephew',
  GRNDCHILD: 'grandchild',
  GRNDDAU: 'granddaughter',
  GRNDSON: 'grandson',
  HUSB: 'husband',
  WIFE: 'wife',
  SPS: 'spouse',
  FAMMEMB: 'family member',
  EXT: 'extended family member',
});

/** FamilyMemberHistory: one event for each condition of the relative; the relation is the `category`. */
export function readFamilyHistory(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status)) return;
  const relationship = object(json, 'relationship');
  const code = codingsOf(relationship).find((coding) => RELATIONS[coding.code] !== undefined)?.code ?? '';
  const relation = RELATIONS[code] ?? nameOf(relationship)?.toLowerCase() ?? 'family member';
  const recorded = reading.moment(resource, ['date']);
  for (const [index, condition] of objects(json, 'condition').entries()) {
    const concept = object(condition, 'code');
    reading.addEvent({
      kind: 'family',
      moment: recorded,
      recorded,
      codings: codingsOf(concept),
      name: nameOf(concept) ?? 'Condition without a name',
      status,
      category: relation,
      detail: joined([
        onsetOf(condition),
        prefixed('outcome: ', nameOf(object(condition, 'outcome'))),
        boolean(condition, 'contributedToDeath') === true ? 'contributed to death' : undefined,
        deathOf(json),
        annotations(condition),
        annotations(json),
      ]),
      source: sourceOf(resource, `condition[${index}]`),
    });
  }
}

function onsetOf(condition: Json): string | undefined {
  const age = object(condition, 'onsetAge') ?? object(object(condition, 'onsetRange'), 'low');
  const text = age
    ? ageText(age)
    : (string(condition, 'onsetString') ?? string(object(condition, 'onsetPeriod'), 'start'));
  return text === undefined ? undefined : `onset ${age ? 'at ' : ''}${text}`;
}

function deathOf(json: Json): string | undefined {
  const age = object(json, 'deceasedAge');
  if (age) return prefixed('died at ', ageText(age));
  const when = string(json, 'deceasedDate') ?? string(json, 'deceasedString');
  return when === undefined ? (boolean(json, 'deceasedBoolean') === true ? 'deceased' : undefined) : `died ${when}`;
}

/** `52` for an age in years, else with its unit. */
function ageText(age: Json): string | undefined {
  const unit = string(age, 'code') ?? string(age, 'unit') ?? 'a';
  return ['a', 'years', 'year', 'yr', 'y'].includes(unit) ? number(age, 'value')?.toString() : quantityText(age);
}
