import { expect, it } from 'vitest';
import { TOLD_CODES, Vocabulary } from '../model/index.ts';
import { openRecord } from '../text/index.ts';
import { personOf } from './person.ts';

it('a code is called as the record, the data set or the shelf calls it', async () => {
  const chart = await openRecord('cases/addison-40m/record.json', {});
  const known = 'CONDITION//SNOMED/59621000';
  const codes = ['padding', 'query', known, 'LAB//X', ...TOLD_CODES];
  const vocabulary = new Vocabulary({ codes, measures: [], descriptions: { 'LAB//X': 'Something measured' } });
  const { nameOf } = personOf(chart, vocabulary, []);
  expect(nameOf('LAB//X')).toBe('Something measured');
  expect(nameOf('LAB//X//=low')).toBe('Something measured: low');
  expect(nameOf('DIAGNOSIS//ICD//10//E119')).toBe('Type 2 diabetes (DIAGNOSIS//ICD//10//E119)');
  expect(nameOf('ICD10CM/E10-E14')).toBe('ICD10CM/E10-E14');
  expect(nameOf('DIAGNOSIS//')).toBe('DIAGNOSIS, codes that it does not know');
  expect(nameOf('SEX//male')).toBe('sex: male');
});
