import { table } from '../../table.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import { groupExtensions } from '../translate/systems.ts';
import { fhirTime } from '../translate/time.ts';
import { addressesOf, dateOf, identifierOf, namesOf, telecomsOf } from './values.ts';
import { attribute, child, children, type Element } from './xml.ts';

const GENDER: Readonly<Record<string, string>> = table({
  M: 'male',
  F: 'female',
  UN: 'other',
  O: 'other',
  U: 'unknown',
});

/** The id of the patient of a `patientRole`, the same in every document that gives the same first number; else by name and birth. */
export function patientId(role: Element): string | undefined {
  const numbers = children(role, 'id').filter((id) => attribute(id, 'root') !== undefined);
  const best = numbers.find((id) => attribute(id, 'root') !== '2.16.840.1.113883.4.1') ?? numbers[0];
  if (best) return idOf('patient', attribute(best, 'root') ?? '', attribute(best, 'extension') ?? '');
  const person = child(role, 'patient');
  const names = JSON.stringify(namesOf(person));
  return names === '[]' ? undefined : idOf('patient', 'name', names, dateOf(child(person, 'birthTime')) ?? '');
}

/** The Patient of a `patientRole`. */
export function patientOf(id: string, role: Element, lastUpdated: string | undefined): Draft {
  const person = child(role, 'patient');
  const groups = [...children(person, 'raceCode'), ...children(person, 'ethnicGroupCode')].map((each) => ({
    code: attribute(each, 'code') ?? '',
    display: attribute(each, 'displayName') ?? '',
  }));
  const died = fhirTime(attribute(child(person, 'deceasedTime'), 'value'));
  const isDead = attribute(child(person, 'deceasedInd'), 'value') === 'true';
  return {
    resourceType: 'Patient',
    id,
    meta: { lastUpdated },
    extension: groupExtensions(groups),
    identifier: children(role, 'id').map(identifierOf),
    name: namesOf(person),
    telecom: telecomsOf(role),
    gender: GENDER[attribute(child(person, 'administrativeGenderCode'), 'code')?.toUpperCase() ?? ''],
    birthDate: dateOf(child(person, 'birthTime')),
    ...(died === undefined ? (isDead ? { deceasedBoolean: true } : {}) : { deceasedDateTime: died }),
    address: addressesOf(role),
  };
}

/** Relatives, guardians and contacts whom the header names. */
export function relativesOf(root: Element, role: Element, patient: string): Draft[] {
  const found = [
    ...children(child(role, 'patient'), 'guardian').map((each) => [each, child(each, 'guardianPerson')] as const),
    ...[...children(root, 'participant'), ...children(root, 'informant')].flatMap((each) => {
      const other = child(each, 'associatedEntity') ?? child(each, 'relatedEntity');
      const person = child(other, 'associatedPerson') ?? child(other, 'relatedPerson');
      return other ? [[other, person] as const] : [];
    }),
  ];
  return found.flatMap(([holder, person]) => {
    const name = namesOf(person);
    if (name.length === 0) return [];
    return [
      {
        resourceType: 'RelatedPerson',
        id: idOf('relative', patient, JSON.stringify(name)),
        patient: { reference: `Patient/${patient}` },
        relationship: [{ text: attribute(child(holder, 'code'), 'displayName') }],
        name,
        telecom: telecomsOf(holder),
        address: addressesOf(holder),
      },
    ];
  });
}

/** Those who wrote the document, as Practitioners; and the hospital that keeps it. */
export function authorsOf(root: Element): Draft[] {
  const authors = children(root, 'author').flatMap((author) => {
    const assigned = child(author, 'assignedAuthor');
    const name = namesOf(child(assigned, 'assignedPerson'));
    return name.length === 0
      ? []
      : [
          {
            resourceType: 'Practitioner',
            id: idOf('author', JSON.stringify([name, children(assigned, 'id').map(identifierOf)])),
            identifier: children(assigned, 'id').map(identifierOf),
            name,
            telecom: telecomsOf(assigned),
          },
        ];
  });
  const custodian = child(root, 'custodian', 'assignedCustodian', 'representedCustodianOrganization');
  const [hospital] = namesOf(custodian);
  if (typeof hospital?.text !== 'string') return authors;
  return [
    ...authors,
    {
      resourceType: 'Organization',
      id: idOf('custodian', hospital.text),
      name: hospital.text,
      address: addressesOf(custodian),
    },
  ];
}
