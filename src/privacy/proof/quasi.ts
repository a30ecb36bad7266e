import { isObject, type Json, objectsAt, textAt } from '../json.ts';

/** A quasi-identifier: how a published Patient shows it, and the Patient without it. */
export interface Quasi {
  read(patient: Json): string;
  without(patient: Json): Json;
}

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';

/** By the names of `--quasi`. A value that is not there is an empty string. */
export const QUASIS: ReadonlyMap<string, Quasi> = new Map<string, Quasi>([
  ['birth-year', { read: (patient) => yearOf(patient.birthDate), without: (patient) => omit(patient, 'birthDate') }],
  ['sex', { read: (patient) => textAt(patient, 'gender') ?? '', without: (patient) => withoutSex(patient) }],
  ['zip3', addressQuasi('postalCode')],
  ['state', addressQuasi('state')],
  ['country', addressQuasi('country')],
  ['race', extensionQuasi(`${US_CORE}race`)],
  ['ethnicity', extensionQuasi(`${US_CORE}ethnicity`)],
  [
    'marital-status',
    { read: ({ maritalStatus }) => codesOf([maritalStatus]), without: (p) => omit(p, 'maritalStatus') },
  ],
  [
    'language',
    {
      read: (patient) => codesOf(objectsAt(patient, 'communication').map(({ language }) => language)),
      without: (patient) => omit(patient, 'communication'),
    },
  ],
  [
    'death-year',
    {
      read: ({ deceasedDateTime }) => yearOf(deceasedDateTime),
      without: (patient) => omit(patient, 'deceasedDateTime'),
    },
  ],
]);

function yearOf(date: unknown): string {
  return typeof date === 'string' ? date.slice(0, 4) : '';
}

function omit(patient: Json, ...keys: readonly string[]): Json {
  const gone = new Set(keys.flatMap((key) => [key, `_${key}`]));
  return Object.fromEntries(Object.entries(patient).filter(([key]) => !gone.has(key)));
}

/** Sex stands in `gender` and in the extensions of US Core. */
function withoutSex(patient: Json): Json {
  return ['birthsex', 'sex', 'genderIdentity'].reduce(
    (left, name) => withoutExtension(left, `${US_CORE}${name}`),
    omit(patient, 'gender'),
  );
}

function addressQuasi(key: string): Quasi {
  return {
    read: (patient) => joined(objectsAt(patient, 'address').map((address) => textAt(address, key) ?? '')),
    without: (patient) => {
      const address = objectsAt(patient, 'address')
        .map((each) => omit(each, key))
        .filter((each) => Object.keys(each).length > 0);
      const { address: _, ...rest } = patient;
      return address.length === 0 ? rest : { ...rest, address };
    },
  };
}

function extensionQuasi(url: string): Quasi {
  return {
    read: (patient) =>
      joined(
        objectsAt(patient, 'extension')
          .filter((extension) => extension.url === url)
          .flatMap((extension) => objectsAt(extension, 'extension'))
          .flatMap((inner) => objectsAt(inner, 'valueCoding').map((coding) => textAt(coding, 'code') ?? '')),
      ),
    without: (patient) => withoutExtension(patient, url),
  };
}

function withoutExtension(patient: Json, url: string): Json {
  const extension = objectsAt(patient, 'extension').filter((each) => each.url !== url);
  const { extension: _, ...rest } = patient;
  return extension.length === 0 ? rest : { ...rest, extension };
}

function codesOf(concepts: readonly unknown[]): string {
  return joined(
    concepts
      .filter(isObject)
      .flatMap((concept) => objectsAt(concept, 'coding').map((coding) => textAt(coding, 'code') ?? '')),
  );
}

const joined = (values: readonly string[]): string => [...new Set(values.filter(Boolean))].sort().join(' ');
