import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRules } from '../rules/rules.ts';
import { keysNamed } from '../tools.fixture.ts';
import type { RunOptions } from './options.ts';
import { deidentifyFiles } from './run.ts';
import { deidentifyStream } from './stream.ts';

// Everybody here is invented.
const MESSAGES = [
  'MSH|^~\\&|LAB|TESTHOSP|P|P|20240301120000-0500||ORU^R01|CTRL771|P|2.5.1',
  'PID|1||99000177^^^TESTHOSP^MR||Testfall^Ottokar||19581104|M|||1 Beispielweg^^Springfield^IL^62701||2175550100',
  'NK1|1|Testfall^Norberta|SPO',
  'OBR|1|P1|FILL8812|24627-2^CT CHEST^LN|||20240301|||||||||9^Leserin^Rita||||||||RAD|F',
  'OBX|1|TX|F^Findings^L||Mr Testfall (Ottokar) was seen with his wife Norberta by Dr Leserin.||||||F',
  'OBX|2|TX|F^Findings^L||There is a 14 mm nodule.||||||F',
].join('\r');
const DOCUMENT = `<ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2.3" extension="DOC-771"/><title>Note</title><effectiveTime value="20240305"/>
<recordTarget><patientRole><id root="1.2.4" extension="99000177"/><patient><name><given>Ottokar</given><family>Testfall</family></name></patient></patientRole></recordTarget>
<component><structuredBody><component><section><title>History</title><text>Ottokar Testfall reports fatigue.</text></section></component></structuredBody></component></ClinicalDocument>`;
const IDENTIFYING = /testfall|ottokar|norberta|leserin|99000177|beispielweg|2175550100|CTRL771|FILL8812|DOC-771/i;

const options: RunOptions = {
  keys: keysNamed('one'),
  rules: loadRules(),
  text: { style: 'tags', holidays: true, occupations: false },
  asOf: '2026-12-31',
  version: 'test',
  quasi: ['birth-year', 'sex', 'zip3'],
  sample: 3,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prodrome-deid-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const textsIn = (ndjson: string): string =>
  [...ndjson.matchAll(/"data":"([^"]+)"/g)].map(([, data = '']) => Buffer.from(data, 'base64').toString()).join('\n');

test('HL7 v2 and C-CDA leave as FHIR, without anybody in them; what is damaged is set aside', async () => {
  writeFileSync(join(folder, 'in', 'messages.hl7'), MESSAGES);
  writeFileSync(join(folder, 'in', 'documents.xml'), DOCUMENT);
  writeFileSync(join(folder, 'in', 'record.xml'), DOCUMENT.slice(0, -40));
  const result = await deidentifyFiles(join(folder, 'in'), join(folder, 'out'), options);
  expect(result.written).toBe(2);
  expect(result.setAside).toEqual([
    { input: 'record.xml.ndjson', reason: expect.stringMatching(/^C-CDA that cannot be read \(not well-formed XML/) },
  ]);
  for (const [name, words] of [
    ['messages.hl7.ndjson', 'There is a 14 mm nodule.'],
    ['documents.xml.ndjson', 'reports fatigue'],
  ] as const) {
    const out = readFileSync(join(folder, 'out', name), 'utf8');
    expect(JSON.parse(out)).toMatchObject({ resourceType: 'Bundle' });
    expect(textsIn(out)).toContain(words);
    expect(out).not.toMatch(IDENTIFYING);
    expect(textsIn(out)).not.toMatch(IDENTIFYING);
  }
});

test('as a stream they come out the same, cut anywhere', async () => {
  writeFileSync(join(folder, 'in', 'messages.hl7'), MESSAGES);
  await deidentifyFiles(join(folder, 'in'), join(folder, 'out'), options);
  const bytes = Buffer.from(MESSAGES);
  const sink = new PassThrough();
  const chunks: Buffer[] = [];
  sink.on('data', (chunk: Buffer) => chunks.push(chunk));
  const source = Readable.from([bytes.subarray(0, 3), bytes.subarray(3, 200), bytes.subarray(200)]);
  await deidentifyStream(source, sink, options);
  expect(Buffer.concat(chunks).toString()).toBe(readFileSync(join(folder, 'out', 'messages.hl7.ndjson'), 'utf8'));
});
