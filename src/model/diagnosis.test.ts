import { expect, it } from 'vitest';
import { diagnosisIn } from './diagnosis.ts';

it.each([
  ['CONDITION//SNOMED/44054006', 'snomed', '44054006'],
  ['SNOMEDCT//44054006', 'snomed', '44054006'],
  ['CONDITION//ICD-10-CM/E11.9//type 2', 'icd10', 'E119'],
  ['DIAGNOSIS//ICD10CM//e11.9', 'icd10', 'E119'],
  ['DIAGNOSIS//ICD//10//E119', 'icd10', 'E119'],
  ['ICD10/E11.9', 'icd10', 'E119'],
  ['DIAGNOSIS//ICD//9//4019', 'icd9', '4019'],
  ['ICD9CM/401.9', 'icd9', '4019'],
])('%s states a diagnosis', (code, system, value) =>
  expect(diagnosisIn(code)).toEqual({ system, value, prefix: false }),
);

it('a star stands for all that begin so', () => {
  expect(diagnosisIn('DIAGNOSIS//ICD//10//I50*')).toEqual({ system: 'icd10', value: 'I50', prefix: true });
});

it.each([
  'CONDITION_END//SNOMED/44054006',
  'CONDITION_POSSIBLE//SNOMED/44054006',
  'FAMILY//SNOMED/44054006',
  'ICD10CM/E10-E14',
  'PROCEDURE//ICD//10//B245ZZ4',
  'ICD10PCS/B245ZZ4',
  'ICD9Proc/39.95',
  'LAB//LOINC/718-7//g/dL',
  'MEDS_DEATH',
])('%s states none', (code) => expect(diagnosisIn(code)).toBeUndefined());
