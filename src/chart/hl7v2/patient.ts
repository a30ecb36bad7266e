import { table } from '../../table.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import { groupExtensions, uriOfName } from '../translate/systems.ts';
import { fhirDate, fhirTime } from '../translate/time.ts';
import { addressesOf, nameOf, telecomOf } from './concept.ts';
import { at, type Field, NULL, type Segment } from './message.ts';

const LAST_FIELD = 39;

/** The fields of PID, taken together from all messages of a patient. */
export type Demographics = Map<number, Field>;

/** Numbers, names, addresses and telephones: earlier ones stay beside later ones, as texts may still use them. */
const KEPT = new Set([3, 5, 9, 11, 13, 14]);

/** Takes in another PID: an empty field says nothing, `""` deletes. */
export function merge(known: Demographics, pid: Segment): void {
  for (let index = 1; index <= LAST_FIELD; index++) {
    const field = pid.field(index);
    const first = field[0]?.[0]?.[0];
    if (first === NULL) known.delete(index);
    else if (field.some((each) => each.some((parts) => parts.some((part) => part.trim() !== ''))))
      known.set(index, KEPT.has(index) ? joined(field, known.get(index) ?? []) : field);
  }
}

/** The repetitions of two states of a field, each once, the later first. */
function joined(later: Field, earlier: Field): Field {
  const byText = new Map([...later, ...earlier].map((each) => [JSON.stringify(each), each]));
  return [...byText.values()];
}

/** Kinds of identifier (table 0203) that number a person, the best first. */
const PERSONAL = ['MR', 'PI', 'PT', 'MRN', 'NI', 'NH', 'HC'];

/**
 * The id of the patient of a PID, the same in every message that gives the same number: of PID-3 the record number, else its first,
 * else PID-2, PID-4 or the account; without any number by name, birth date and sex. Undefined when nothing tells who it is.
 */
export function patientId(pid: Segment): string | undefined {
  const list = pid.field(3).filter((each) => at(each, 1) !== undefined);
  const best = PERSONAL.flatMap((type) => list.filter((each) => at(each, 5)?.toUpperCase() === type))[0] ?? list[0];
  if (best) return idOf('patient', authorityOf(best), at(best, 1) ?? '');
  for (const index of [2, 4, 18]) {
    const number = pid.text(index);
    if (number !== undefined) return idOf('patient', `PID-${index}`, number);
  }
  const name = [1, 2].map((part) => pid.text(5, part)?.toUpperCase() ?? '');
  if (name.join('') === '') return undefined;
  return idOf('patient', 'name', ...name, pid.text(7) ?? '', pid.text(8) ?? '');
}

/** The authority that assigned a CX: its name, else its OID. */
function authorityOf(identifier: Field[number]): string {
  return at(identifier, 4, 1) ?? at(identifier, 4, 2) ?? '';
}

const GENDER: Readonly<Record<string, string>> = table({
  M: 'male',
  F: 'female',
  O: 'other',
  A: 'other',
  N: 'other',
  U: 'unknown',
});
const NAME_USE: Readonly<Record<string, string>> = table({
  L: 'official',
  D: 'usual',
  M: 'maiden',
  N: 'nickname',
  A: 'usual',
  B: 'old',
  S: 'anonymous',
});

/** The Patient resource. */
export function patientOf(id: string, pid: Demographics, lastUpdated: string | undefined, source: string): Draft {
  const field = (index: number): Field => pid.get(index) ?? [];
  const one = (index: number, component = 1): string | undefined => at(field(index)[0], component);
  const identifiers = [2, 3, 4]
    .flatMap((index) => field(index))
    .flatMap((each) => {
      const value = at(each, 1);
      if (value === undefined) return [];
      const oid = at(each, 4, 3)?.toUpperCase() === 'ISO' ? at(each, 4, 2) : undefined;
      const type = at(each, 5);
      const system = oid === undefined ? uriOfName(authorityOf(each)) : `urn:oid:${oid}`;
      return [{ type: type === undefined ? undefined : identifierType(type), system, value }];
    });
  const died = fhirTime(one(29));
  const groups = [...field(10), ...field(22)].map((each) => ({ code: at(each, 1) ?? '', display: at(each, 2) ?? '' }));
  return {
    resourceType: 'Patient',
    id,
    meta: { lastUpdated, source },
    extension: groupExtensions(groups),
    identifier: [
      ...identifiers,
      ...(one(19) === undefined
        ? []
        : [{ type: identifierType('SS'), system: 'http://hl7.org/fhir/sid/us-ssn', value: one(19) }]),
      ...(one(18) === undefined ? [] : [{ type: identifierType('AN'), value: one(18) }]),
    ],
    name: [
      ...field(5).map((each) => nameOf(each, 1, NAME_USE[at(each, 7)?.toUpperCase() ?? 'L'])),
      ...aliases(field(9)),
    ],
    telecom: [...telecomOf(field(13), 'home'), ...telecomOf(field(14), 'work')],
    gender: GENDER[one(8)?.toUpperCase() ?? ''],
    birthDate: fhirDate(one(7)),
    ...(died === undefined
      ? one(30)?.toUpperCase() === 'Y'
        ? { deceasedBoolean: true }
        : {}
      : { deceasedDateTime: died }),
    address: addressesOf(field(11)),
  };
}

const aliases = (field: Field): unknown[] => field.map((each) => nameOf(each, 1, NAME_USE[at(each, 7) ?? 'A']));

const identifierType = (code: string): unknown => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }],
});

/** NK1: a relative or another contact. */
export function relatedPerson(nk1: Segment, patient: string, source: string): Draft[] {
  const names = nk1.field(2).map((each) => nameOf(each, 1));
  if (names.every((name) => name === undefined)) return [];
  const relation = nk1.field(3)[0];
  const code = at(relation, 1);
  return [
    {
      resourceType: 'RelatedPerson',
      id: idOf('nk1', patient, JSON.stringify(names)),
      meta: { source },
      patient: { reference: `Patient/${patient}` },
      relationship: [
        {
          coding: [code === undefined ? undefined : { system: 'http://terminology.hl7.org/CodeSystem/v2-0063', code }],
          text: at(relation, 2),
        },
      ],
      name: names,
      telecom: [...telecomOf(nk1.field(5), 'home'), ...telecomOf(nk1.field(6), 'work')],
      address: addressesOf(nk1.field(4)),
    },
  ];
}
