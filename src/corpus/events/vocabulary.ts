import { type Coding, SYSTEM } from '../../terms/index.ts';

/** What a code system is called in a code, and the order in which systems are preferred when a thing has codes of several. */
const VOCABULARIES: ReadonlyMap<string, string> = new Map([
  [SYSTEM.loinc, 'LOINC'],
  [SYSTEM.snomed, 'SNOMED'],
  [SYSTEM.rxnorm, 'RxNorm'],
  [SYSTEM.cvx, 'CVX'],
  [SYSTEM.icd10cm, 'ICD10CM'],
  [SYSTEM.icd10, 'ICD10'],
  [SYSTEM.icd9cm, 'ICD9CM'],
  [SYSTEM.atc, 'ATC'],
  [SYSTEM.cpt, 'CPT'],
  ['http://dicom.nema.org/resources/ontology/DCM', 'DCM'],
]);

const ORDER = [...VOCABULARIES.keys()];

/** Codings with the preferred one first; equal systems stay in the order of the record. */
export function byPreference(codings: readonly Coding[]): Coding[] {
  const place = ({ system }: Coding) => {
    const at = ORDER.indexOf(system);
    return at < 0 ? ORDER.length : at;
  };
  return [...codings].sort((a, b) => place(a) - place(b));
}

/** `SNOMED/44054006`; of a system without a name here, the last part of its URI: `appointment-type/ROUTINE`. */
export function codeIn({ system, code }: Coding): string {
  const own =
    system
      .split(/[/:]/)
      .filter((part) => part !== '')
      .at(-1) ?? 'code';
  return `${VOCABULARIES.get(system) ?? part(own)}/${part(code)}`;
}

/** What has a name and no code: `NAME/chest-pain`. */
export function codeOfName(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return `NAME/${words.slice(0, 12).join('-') || 'unnamed'}`;
}

/** ICD codes roll up to their category: `E11.9` to `E11`. Undefined for other systems and for categories themselves. */
export function categoryOf({ system, code }: Coding): string | undefined {
  const vocabulary = VOCABULARIES.get(system);
  const category = vocabulary?.startsWith('ICD') ? /^([A-Z]?\d[\dA-Z]\d?|[EV]\d{2,3})\./.exec(code)?.[1] : undefined;
  return category === undefined ? undefined : `${vocabulary}/${category}`;
}

/** A part of a code: without white space, and without the `//` that parts are joined by. */
export function part(text: string): string {
  return (
    text
      .trim()
      .replace(/\s+/g, '_')
      .replace(/\/{2,}/g, '/')
      .replace(/^\/|\/$/g, '') || 'unknown'
  );
}
