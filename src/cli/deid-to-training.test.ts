import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandTest } from './command.fixture.ts';
import * as corpus from './corpus.ts';
import * as deid from './deid.ts';
import * as pack from './pack.ts';

// The way of a record to training, by the commands: only what was de-identified gets there.
const { at, said } = commandTest();

// Everybody here is invented.
const MESSAGES = [
  'MSH|^~\\&|LAB|TESTHOSP|P|P|20240301120000-0500||ORU^R01|CTRL771|P|2.5.1',
  'PID|1||99000177^^^TESTHOSP^MR||Testfall^Ottokar||19581104|M',
  'OBR|1|P1|FILL8812|2160-0^Creatinine^LN|||20240301',
  'OBX|1|NM|2160-0^Creatinine^LN||1.2|mg/dL|||||F',
].join('\r');
const DOCUMENT = `<ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2.3" extension="DOC-771"/><title>Note</title><effectiveTime value="20240305"/>
<recordTarget><patientRole><id root="1.2.4" extension="99000178"/><patient><name><given>Norberta</given><family>Testfall</family></name><administrativeGenderCode code="F"/><birthTime value="19600203"/></patient></patientRole></recordTarget>
<component><structuredBody><component><section><title>History</title><text>Norberta Testfall reports night sweats.</text></section></component></structuredBody></component></ClinicalDocument>`;

function records(): void {
  mkdirSync(at('in'));
  writeFileSync(at('in', 'messages.hl7'), MESSAGES);
  writeFileSync(at('in', 'documents.xml'), DOCUMENT);
  const patient = { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1960-01-02' };
  writeFileSync(at('in', 'patient.json'), JSON.stringify(patient));
}

it('HL7 v2, C-CDA and FHIR are de-identified, built into a data set and packed for training', async () => {
  records();
  expect(await deid.run(['--new-key', at('key')])).toBe(0);
  expect(await deid.run([at('in'), at('deid'), '--key-file', at('key')])).toBe(0);
  expect(await corpus.run(['build', at('deid'), at('set'), '--workers', '1', '--splits', '1,0,0'])).toBe(0);
  // The proof beside the records is no record: nothing is said of it.
  expect(said.join('\n')).toContain('3 people');
  expect(said.join('\n')).not.toMatch(/resource-invalid|line-invalid/);
  expect(JSON.parse(readFileSync(at('set', 'metadata', 'dataset.json'), 'utf8'))).toMatchObject({ trainable: true });
  await expect(pack.run([at('set'), at('shards')])).rejects.toThrow('no code that 20 people of train have');
  expect(await pack.run([at('set'), at('shards'), '--persons', '1'])).toBe(0);
  expect(said.at(-1)).toContain('no outcome is named');
  // What the note says, and the value of the message, are events of the vocabulary.
  const { codes, measures } = JSON.parse(readFileSync(at('shards', 'train', 'vocabulary.json'), 'utf8'));
  expect(codes).toContain('FINDING//night-sweats');
  expect(measures.map(({ name }: { name: string }) => name)).toEqual(['LAB//LOINC/2160-0//mg/dL']);
  await expect(pack.run([at('set'), at('shards'), '--persons', '1'])).rejects.toThrow('is there already and not empty');
});

it('what was not de-identified, or changed since, is refused; what is marked as identified is not packed', async () => {
  records();
  const build = (from: string, to: string, ...more: string[]) =>
    corpus.run(['build', at(from), at(to), '--workers', '1', ...more]);
  await expect(build('in', 'set')).rejects.toThrow(/does not show that it was de-identified/);
  expect(await build('in', 'set', '--identified-source')).toBe(0);
  expect(JSON.parse(readFileSync(at('set', 'metadata', 'dataset.json'), 'utf8'))).toMatchObject({ trainable: false });
  await expect(pack.run([at('set'), at('shards')])).rejects.toThrow(/identified records/);

  // The mark goes along when the set is taken in as another.
  expect(await corpus.run(['import', at('set'), at('again')])).toBe(0);
  await expect(pack.run([at('again'), at('shards')])).rejects.toThrow(/identified records/);

  await deid.run(['--new-key', at('key')]);
  await deid.run([at('in'), at('deid'), '--key-file', at('key')]);
  writeFileSync(at('deid', 'patient.json'), '{"resourceType":"Patient","id":"p","name":[{"family":"Testfall"}]}');
  await expect(build('deid', 'other')).rejects.toThrow(/not as it was/);
});
