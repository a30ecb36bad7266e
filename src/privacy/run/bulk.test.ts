import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { loadRules } from '../rules/rules.ts';
import { keysNamed } from '../tools.fixture.ts';
import { deidentifyFiles } from './run.ts';

// A bulk export: a file a type, so that what is known of a patient stands elsewhere than the notes. Everybody here is invented.
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prodrome-deid-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (type: string, ...resources: readonly Json[]): void =>
  writeFileSync(
    join(folder, 'in', `${type}.ndjson`),
    resources.map((each) => `${JSON.stringify({ resourceType: type, ...each })}\n`).join(''),
  );
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const note = (id: string, subject: Json, text: string): Json => ({
  id,
  status: 'current',
  subject,
  date: '2020-05-01T08:00:00Z',
  content: [{ attachment: { contentType: 'text/plain', data: base64(text) } }],
});
const encounter = (more: Json): Json => ({
  id: 'e1',
  status: 'finished',
  class: { code: 'AMB' },
  subject: { reference: 'Patient/p1' },
  period: { start: '2020-05-01T08:00:00Z' },
  ...more,
});
const PATIENT = {
  id: 'p1',
  name: [{ family: 'Quillfeather', given: ['Ottoline'] }],
  identifier: [{ system: 'urn:hospital:a', value: 'K-771' }],
  birthDate: '1950-02-03',
};

async function run() {
  await deidentifyFiles(join(folder, 'in'), join(folder, 'out'), {
    keys: keysNamed('one'),
    rules: loadRules(),
    text: { style: 'tags', holidays: true, occupations: false },
    asOf: '2026-12-31',
    version: 'test',
    quasi: ['birth-year', 'sex'],
    sample: 0,
  });
  return (type: string): Json[] =>
    readFileSync(join(folder, 'out', `${type}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
}
const textIn = (resource: Json | undefined): string =>
  Buffer.from(/"data":"([^"]+)"/.exec(JSON.stringify(resource))?.[1] ?? '', 'base64').toString();

test('names from other files are found in notes: of the patient, and of whoever the visit leads to', async () => {
  put('DocumentReference', note('d1', { reference: 'Patient/p1' }, 'ottoline quillfeather came; seen by vandersloot.'));
  put('Encounter', encounter({ participant: [{ individual: { reference: 'PractitionerRole/r1' } }] }));
  put('Patient', PATIENT);
  put('Practitioner', { id: 'w1', name: [{ family: 'Vandersloot', given: ['Ida'] }] });
  put('PractitionerRole', { id: 'r1', practitioner: { reference: 'Practitioner/w1' } });
  const read = await run();
  expect(textIn(read('DocumentReference')[0])).not.toMatch(/ottoline|quillfeather|vandersloot/i);
});

test('whoever only signs a result is known, too, by the display or by a conditional reference', async () => {
  put('DiagnosticReport', {
    id: 'g1',
    status: 'final',
    code: { text: 'Chest film' },
    subject: { reference: 'Patient/p1' },
    resultsInterpreter: [{ reference: 'Practitioner/none', display: 'Dr. Ambrosius Wetherhill' }],
    performer: [{ reference: 'Practitioner?identifier=urn:npi|999' }],
  });
  put('DocumentReference', note('d1', { reference: 'Patient/p1' }, 'wetherhill asked drummondsen about the film'));
  put('Patient', PATIENT);
  put('Practitioner', {
    id: 'w2',
    identifier: [{ system: 'urn:npi', value: '999' }],
    name: [{ family: 'Drummondsen' }],
  });
  const read = await run();
  expect(textIn(read('DocumentReference')[0])).not.toMatch(/wetherhill|drummondsen/i);
});

test('the content of a document that stands by itself is scrubbed as the patient’s', async () => {
  put('Binary', { id: 'b1', contentType: 'text/plain', data: base64('ottoline reports a fall') });
  put('DocumentReference', {
    id: 'd1',
    status: 'current',
    subject: { reference: 'Patient/p1' },
    content: [{ attachment: { contentType: 'text/plain', url: 'https://fhir.example.org/Binary/b1' } }],
  });
  put('Patient', PATIENT);
  const read = await run();
  expect(textIn(read('Binary')[0])).toBe('[NAME] reports a fall');
});

test('a patient named by an identifier alone moves as the one who has it; an equal number of another hospital does not', async () => {
  const by = (system: string): Json => ({ type: 'Patient', identifier: { system, value: 'K-771' } });
  put(
    'DocumentReference',
    note('d1', by('urn:hospital:a'), 'ottoline came'),
    note('d2', by('urn:hospital:b'), 'benedikta came'),
    note('d3', { reference: 'Patient/p1' }, 'ottoline came'),
    note('d4', { reference: 'Patient/p2' }, 'benedikta came'),
  );
  put('Patient', PATIENT, {
    id: 'p2',
    name: [{ family: 'Oxenbury', given: ['Benedikta'] }],
    identifier: [{ system: 'urn:hospital:b', value: 'K-771' }],
  });
  const read = await run();
  const notes = read('DocumentReference');
  const [d1, d2, d3, d4] = notes.map(({ date }) => date);
  expect(d1).toBe(d3);
  expect(d2).toBe(d4);
  expect(d1).not.toBe(d2);
  expect(notes.map(textIn).join()).not.toMatch(/ottoline|benedikta/i);
});
