import { describe, expect, test } from 'vitest';
import { codeIndexOf, idsOfCodings } from './coded.ts';
import { exposuresOf } from './drugs.ts';
import { readRecord } from './record.ts';
import { chartOf, condition, finding, noteOf, problem, result, shelf } from './shelf.fixture.ts';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';

const knowledge = shelf({
  findings: [
    finding('Fatigue', { terms: ['tired'] }),
    finding('known-asthma', { kind: 'history', codes: { icd10cm: ['J45'] }, terms: ['asthma'], lasts: 'life' }),
    finding('family-lupus', { kind: 'family', inRelative: ['lupus'], lasts: 'life' }),
    finding('drug-lithium', { kind: 'exposure', drugs: ['lithium'], terms: ['lithium'], codes: { rxnorm: ['6448'] } }),
    finding('drug-gold', { kind: 'exposure', drugs: ['sodium aurothiomalate'] }),
    finding('urine-blood', {
      kind: 'laboratory',
      measures: [{ analyte: 'urine-blood', is: 'positive' }],
      terms: ['urine blood test', 'red cell casts'],
    }),
    finding('low-ferritin', { kind: 'laboratory', measures: [{ analyte: 'ferritin', below: 30 }] }),
  ],
  conditions: [
    condition('lupus', { name: 'Lupus', codes: { icd10cm: ['M32'] } }),
    condition('asthma', { name: 'Asthma', codes: { icd10cm: ['J45'] } }),
    condition('tuberculosis', { name: 'Tuberculosis' }),
    condition('skin-lupus', { name: 'Cutaneous lupus', broader: ['lupus'] }),
  ],
});

const read = (...resources: object[]) => readRecord(chartOf(...resources), knowledge, '2020-06-01');
const presences = (...resources: object[]) =>
  Object.fromEntries([...read(...resources).findings].map(([id, { presence }]) => [id, presence]));
const named = (...resources: object[]) =>
  read(...resources).documented.map(({ condition: id, as, active }) => [id, as, active]);

const coded = (code: string, system = ICD) => ({ code: { coding: [{ system, code }], text: 'something' } });
const drug = (text: string, more: object = {}) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  authoredOn: '2019-01-01',
  medicationCodeableConcept: { text },
  ...more,
});
const allergy = (text: string) => ({ resourceType: 'AllergyIntolerance', code: { text }, recordedDate: '2019-01-01' });
const relative = (text: string) => ({
  resourceType: 'FamilyMemberHistory',
  status: 'completed',
  relationship: { text: 'mother' },
  date: '2019-01-01',
  condition: [{ code: { text } }],
});

describe('what a problem list says', () => {
  test.each([
    ['confirmed', 'present'],
    ['unconfirmed', 'possible'],
    ['provisional', 'possible'],
    ['differential', 'possible'],
    ['refuted', 'absent'],
  ])('%s: %s', (verification, presence) => {
    expect(presences(problem('Asthma', verification))).toEqual({ 'known-asthma': presence });
    expect(named(problem('Asthma', verification))).toEqual(presence === 'present' ? [['asthma', 'coded', true]] : []);
  });

  test.each(['J45.901', 'J45', 'j45.2'])('%s is asthma by its code', (code) => {
    expect(named(problem('', 'confirmed', coded(code)))).toEqual([['asthma', 'coded', true]]);
  });

  test.each(['J44.9', 'J4', '45'])('%s is not', (code) => {
    expect(named(problem('', 'confirmed', coded(code)))).toEqual([]);
  });

  test('a code of another system is another thing', () => {
    expect(named(problem('', 'confirmed', coded('J45', 'http://example.org/own')))).toEqual([]);
  });

  test.each([
    'Exposure to tuberculosis',
    'Tuberculosis vaccination',
    'No tuberculosis',
    'Family history of tuberculosis',
  ])('“%s” is no tuberculosis', (name) => {
    expect(named(problem(name))).toEqual([]);
  });

  test('a resolved problem is known, and no longer active', () => {
    const resolved = { clinicalStatus: { coding: [{ code: 'resolved' }] } };
    expect(named(problem('Asthma', 'confirmed', resolved))).toEqual([['asthma', 'coded', false]]);
  });

  test('the special documents the general too', () => {
    expect(named(problem('Cutaneous lupus')).map(([id]) => id)).toContain('lupus');
  });
});

describe('what notes say', () => {
  test.each([
    ['She is tired.', 'present'],
    ['Not tired.', 'absent'],
  ])('%s', (text, presence) => {
    expect(presences(noteOf(text))).toEqual({ Fatigue: presence });
  });

  test('evidence is the very words, at their place', () => {
    const { findings, notes } = read(noteOf('Seen today. She is tired. Plan: rest.'));
    const [evidence] = findings.get('Fatigue')?.evidence ?? [];
    const [start = 0, end = 0] = evidence?.source.span ?? [];
    expect(notes[0]?.note.text.slice(start, end)).toBe('tired');
    expect(evidence?.text).toBe('“She is tired.”');
  });

  test('a relative has it, and not the patient', () => {
    const { findings, documented } = read(noteOf('FHx: mother has lupus.'));
    expect([...findings.keys()]).toEqual(['family-lupus']);
    expect(documented).toEqual([]);
  });

  test('stated, asked, denied', () => {
    expect(named(noteOf('Known lupus.'))).toEqual([['lupus', 'noted', true]]);
    expect(named(noteOf('Could this be lupus?'))).toEqual([['lupus', 'considered', true]]);
    expect(named(noteOf('No evidence of lupus.'))).toEqual([]);
  });

  test('what was copied forward is no new evidence', () => {
    const text = 'Patient reports that she is very tired in the mornings since last spring.';
    const { findings } = read(noteOf(text, '2018-01-01'), noteOf(text, '2018-06-01'));
    expect(findings.get('Fatigue')?.evidence).toHaveLength(1);
  });
});

describe('relatives', () => {
  test('one who has it, one who has not', () => {
    expect(presences(relative('Lupus'))).toEqual({ 'family-lupus': 'present' });
    expect(presences(relative('No history of lupus'))).toEqual({});
  });
});

describe('drugs', () => {
  test.each(['Lithium carbonate 400 mg', 'LITHIUM', 'sodium aurothiomalate 50mg/ml inj'])(
    '%s is an exposure',
    (name) => {
      expect(Object.values(presences(drug(name)))).toEqual(['present']);
    },
  );

  test.each(['Lithiumfree', 'sodium chloride'])('%s is not', (name) => {
    expect(presences(drug(name))).toEqual({});
  });

  test('an allergy to a drug is no exposure to it', () => {
    expect(presences(allergy('Lithium'))).toEqual({});
  });

  test('what ended long ago no longer counts, what runs does', () => {
    const old = { authoredOn: '2005-01-01' };
    expect(presences(drug('Lithium', { ...old, status: 'stopped' }))).toEqual({});
    expect(presences(drug('Lithium', old))).toEqual({ 'drug-lithium': 'present' });
  });

  test('the display of a coding names it too', () => {
    const [event] = chartOf(
      drug('Priadel', {
        medicationCodeableConcept: {
          text: 'Priadel',
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1', display: 'lithium 400 MG' }],
        },
      }),
    ).events;
    expect(event && exposuresOf(event, knowledge)).toEqual(['drug-lithium']);
  });
});

describe('results', () => {
  test('the number of a note counts where no laboratory gave one about then', () => {
    const { findings } = read(noteOf('Outside labs: ferritin 9.'));
    expect(findings.get('low-ferritin')).toMatchObject({ presence: 'present', kind: 'abnormal' });
    expect(findings.get('low-ferritin')?.certainty).toBeLessThan(0.8);
  });

  test('of a value and its repeat, the repeat is the later: what it does not confirm is less sure', () => {
    const certainty = (text: string) => read(noteOf(text)).findings.get('low-ferritin')?.certainty ?? 0;
    expect(certainty('Ferritin 9, repeat 60.')).toBeGreaterThan(0);
    expect(certainty('Ferritin 9, repeat 60.')).toBeLessThan(certainty('Ferritin 9.'));
  });

  test('and is the same result, quoted, where one did', () => {
    const { findings } = read(result('2276-4', 9, 'ng/mL', '2018-05-01'), noteOf('Ferritin 9.', '2018-05-06'));
    expect(findings.get('low-ferritin')?.evidence.map(({ source }) => source.resourceType)).toEqual(['Observation']);
  });
});

test('two codes of one finding, and one code of two', () => {
  const index = codeIndexOf([
    { id: 'a', codes: { snomed: ['1', '2'] } },
    { id: 'b', codes: { snomed: ['2'], icd10cm: ['M05.-'] } },
  ]);
  const snomed = 'http://snomed.info/sct';
  expect(idsOfCodings([{ system: snomed, code: '2' }], index)).toEqual(['a', 'b']);
  expect(
    idsOfCodings(
      [
        { system: snomed, code: '1' },
        { system: snomed, code: '2' },
      ],
      index,
    ),
  ).toEqual(['a', 'b']);
  expect(idsOfCodings([{ system: ICD, code: 'M05.9' }], index)).toEqual(['b']);
});

test.each([
  ['Urine blood test = negative (finding)', 'absent'],
  ['Urine blood test = + (finding)', 'present'],
  ['Many red cell casts', 'present'],
])('a graded answer is a result, a sentence is read: %s', (valueString, presence) => {
  const dipstick = { ...result('5794-3', 0, '', '2020-03-01'), valueQuantity: undefined, valueString };
  expect(presences(dipstick)['urine-blood']).toBe(presence);
});
