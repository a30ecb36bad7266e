import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isObject, type Json } from '../json.ts';
import { loadRules, type RuleSet } from '../rules/rules.ts';
import { keysNamed } from '../tools.fixture.ts';
import { deidentifyFiles } from './run.ts';

// One invented person in three formats, with the same record number of the same authority; and a stranger of the same name.
const message = (authority: string, number = '71004435') =>
  [
    'MSH|^~\\&|LAB|HILLHOSP|P|P|20240301120000-0500||ORU^R01|1|P|2.5.1',
    `PID|1||${number}^^^${authority}^MR||Quillfeather^Ottoline|||F`,
    'OBR|1|P1|F1|24627-2^CT CHEST^LN|||20240301|||||||||||||||||RAD|F',
    'OBX|1|TX|F^Findings^L||Seen with Peregrine.||||||F',
  ].join('\r');
const DOCUMENT = `<ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2.3" extension="D1"/><title>Note</title><effectiveTime value="20240301"/>
<recordTarget><patientRole><id root="1.2.4" extension="71004435"/><patient><name><given>Ottoline</given><family>Quillfeather</family></name></patient></patientRole></recordTarget>
<component><structuredBody><component><section><title>History</title><text>Tired.</text></section></component></structuredBody></component></ClinicalDocument>`;
const bundle = (id: string, identifier: Json): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', id, identifier: [identifier], name: [{ family: 'Quillfeather' }] } },
      {
        resource: {
          resourceType: 'RelatedPerson',
          id: `r-${id}`,
          patient: { reference: `Patient/${id}` },
          name: [{ given: ['Peregrine'] }],
        },
      },
      {
        resource: {
          resourceType: 'Observation',
          id: `o-${id}`,
          status: 'final',
          code: { text: 'x' },
          subject: { reference: `Patient/${id}` },
          effectiveDateTime: '2024-03-01',
        },
      },
    ],
  });
const MR = (system: string, value = '71004435'): Json => ({ type: { coding: [{ code: 'MR' }] }, system, value });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prodrome-deid-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): void => writeFileSync(join(folder, 'in', name), text);

async function run(rules: RuleSet = loadRules()) {
  const result = await deidentifyFiles(join(folder, 'in'), join(folder, 'out'), {
    keys: keysNamed('one'),
    rules,
    text: { style: 'tags', holidays: true, occupations: false },
    asOf: '2026-12-31',
    version: 'test',
    quasi: ['birth-year', 'sex'],
    sample: 0,
  });
  expect(result.setAside).toEqual([]);
  return result;
}
const outputOf = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const resourcesOf = (name: string): Json[] =>
  (JSON.parse(outputOf(name)) as { entry: { resource: Json }[] }).entry.map(({ resource }) => resource);
const patientOf = (name: string): unknown =>
  resourcesOf(name).find(({ resourceType }) => resourceType === 'Patient')?.id;
const daysOf = (name: string): string[] =>
  [...outputOf(name).matchAll(/:"(\d{4}-\d\d-\d\d)/g)].map(([, day = '']) => day);

test('FHIR, HL7 v2 and C-CDA with the same record number are one patient, with one shift, and know one another’s names', async () => {
  put('messages.hl7', message('HILLHOSP&1.2.4&ISO'));
  put('documents.xml', DOCUMENT);
  put('record.json', bundle('p1', MR('urn:oid:1.2.4')));
  const { patients } = await run();
  expect(patients).toBe(1);
  const ids = ['messages.hl7.ndjson', 'documents.xml.ndjson', 'record.json'].map(patientOf);
  expect(new Set(ids).size).toBe(1);
  const days = ['messages.hl7.ndjson', 'documents.xml.ndjson', 'record.json'].flatMap(daysOf);
  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(new Set(days).size).toBe(1);
  for (const resource of resourcesOf('record.json'))
    if (isObject(resource.subject)) expect(resource.subject.reference).toBe(`Patient/${ids[0]}`);
  const [, text = ''] = /"data":"([^"]+)"/.exec(outputOf('messages.hl7.ndjson')) ?? [];
  expect(Buffer.from(text, 'base64').toString()).not.toContain('Peregrine');
});

test('another number, another authority, or a placeholder: nobody is joined by a name', async () => {
  put('messages.hl7', message('HILLHOSP&1.2.4&ISO', '71004436'));
  put('record-2.json', bundle('p1', MR('urn:oid:1.2.4')));
  put('record.json', bundle('p2', MR('urn:oid:1.2.5')));
  put('record-4.json', bundle('p3', MR('urn:oid:1.2.4', '0000')));
  put('record-5.json', bundle('p4', MR('urn:oid:1.2.4', '0000')));
  const { patients } = await run();
  expect(patients).toBe(5);
});

test('a number that many have is no number of a person; types: [] joins nobody', async () => {
  for (let k = 0; k < 9; k++) put(`${k}.json`, bundle(`p${k}`, MR('urn:oid:1.2.4')));
  expect((await run()).patients).toBe(9);
  rmSync(join(folder, 'in'), { recursive: true });
  mkdirSync(join(folder, 'in'));
  put('record-1.json', bundle('p1', MR('urn:oid:1.2.4')));
  put('record-2.json', bundle('p2', MR('urn:oid:1.2.4')));
  const rules = loadRules();
  expect((await run(rules)).patients).toBe(1);
  expect((await run({ ...rules, persons: { types: [], systems: [] } })).patients).toBe(2);
});

test('a number of a system that the rules name decides the id in every run, under any of its names', async () => {
  const rules = { ...loadRules(), persons: { types: [], systems: [['urn:oid:1.2.4', 'http://hill.example/mrn']] } };
  put('record-1.json', bundle('p1', { system: 'http://hill.example/mrn', value: '71004435' }));
  await run(rules);
  const alone = patientOf('record-1.json');
  rmSync(join(folder, 'in', 'record-1.json'));
  put('documents.xml', DOCUMENT);
  await run(rules);
  expect(patientOf('documents.xml.ndjson')).toBe(alone);
});
