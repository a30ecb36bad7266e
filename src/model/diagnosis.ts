/** A diagnosis that a code of a data set stands for. */
export interface Diagnosis {
  readonly system: 'snomed' | 'icd10' | 'icd9';
  /** Of ICD without its dot, in capitals: E119. */
  readonly value: string;
  /** Whether it stands for all that begin so (`E11*`). */
  readonly prefix: boolean;
}

/** A kind that states a problem of the person, or none; then the system and the value. */
const STATED =
  /^(?:(?:CONDITION|DIAGNOS[EI]S|PROBLEM)\/\/)?(?:(SNOMED)[\w-]*|ICD-?(?:\/\/)?(?=9|10)(?!(?:9|10)-?(?:PCS|Proc))(9|10)[\w-]*)\/{1,2}([^/]+)/i;

/**
 * The diagnosis that a code states, however a data set writes it: `CONDITION//SNOMED/44054006`, `DIAGNOSIS//ICD10CM//E119`,
 * `DIAGNOSIS//ICD//10//E119`, `ICD10CM/E11.9`. Undefined for what is none: procedures, an end or a suspicion of a problem, a relative's,
 * a block or chapter (`ICD10CM/E10-E14`).
 */
export function diagnosisIn(code: string): Diagnosis | undefined {
  const [, snomed, revision, told = ''] = STATED.exec(code) ?? [];
  if (snomed === undefined && revision === undefined) return undefined;
  if (revision !== undefined && told.includes('-')) return undefined;
  const prefix = told.endsWith('*');
  const value = prefix ? told.slice(0, -1) : told;
  if (snomed !== undefined) return { system: 'snomed', value, prefix };
  return { system: revision === '9' ? 'icd9' : 'icd10', value: value.replaceAll('.', '').toUpperCase(), prefix };
}
