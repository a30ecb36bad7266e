import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart.ts';
import { readChartFromBytes } from '../input/read.ts';
import { document, observation, section, TARGET } from './document.fixture.ts';
import { bundlesOfDocument } from './translate.ts';

const chartOf = (xml: string): Promise<Chart> => readChartFromBytes(Buffer.from(xml), 'test.xml');
const SNOMED = 'codeSystem="2.16.840.1.113883.6.96"';
const LOINC = 'codeSystem="2.16.840.1.113883.6.1"';
const concern = (status: string, inner: string): string =>
  `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3"/><statusCode code="${status}"/><entryRelationship typeCode="SUBJ">${inner}</entryRelationship></act>`;
const problem = (inner: string, attributes = ''): string => observation('4', inner, attributes);
const asthma = `<value xsi:type="CD" code="195967001" ${SNOMED} displayName="Asthma"/>`;

it('who the patient is', async () => {
  const { patient, issues } = await chartOf(document(section('11450-4', 'Problems', 'None')));
  expect(patient).toMatchObject({
    name: 'Elise Testfall',
    sex: 'female',
    birthDate: '1958-11-04',
    race: { code: '2106-3' },
  });
  expect(issues).toEqual([]);
});

describe('problems', () => {
  it.each([
    ['active', '<effectiveTime><low value="2015"/></effectiveTime>', 'active', {}],
    ['active', '<effectiveTime><low value="2015"/><high value="201903"/></effectiveTime>', 'resolved', {}],
    ['active', '<effectiveTime><low value="2015"/><high nullFlavor="UNK"/></effectiveTime>', 'resolved', {}],
    ['completed', '', 'inactive', {}],
    ['active', '', undefined, { negationInd: 'refuted' }],
  ])('concern %s, %s: %s', async (status, time, expected, negated: { negationInd?: string }) => {
    const attributes = negated.negationInd === undefined ? '' : 'negationInd="true"';
    const entry = concern(status, problem(`${time}${asthma}`, attributes));
    const { events } = await chartOf(document(section('11450-4', 'Problems', 'Asthma', entry)));
    expect(events).toMatchObject([{ kind: 'condition', name: 'Asthma' }]);
    expect(events[0]?.status).toBe(expected);
    expect(events[0]?.verification).toBe(negated.negationInd);
  });
  it('"no known problems" is no problem; words stand in for a code that is not there', async () => {
    const none = concern('active', problem(`<value xsi:type="CD" code="55607006" ${SNOMED}/>`, 'negationInd="true"'));
    const said = concern(
      'active',
      problem('<value xsi:type="CD" nullFlavor="UNK"><originalText><reference value="#p"/></originalText></value>'),
    );
    const text = '<list><item ID="p">Chronic fatigue</item></list>';
    const chart = await chartOf(document(section('11450-4', 'Problems', text, `${none}\n${said}`)));
    expect(chart.events.map(({ name }) => name)).toEqual(['Chronic fatigue']);
    expect(chart.issues).toMatchObject([{ code: 'not-done' }]);
  });
  it('translations count', async () => {
    const value = `<value xsi:type="CD" nullFlavor="OTH"><translation code="J45.909" codeSystem="2.16.840.1.113883.6.90" displayName="Asthma"/></value>`;
    const { events } = await chartOf(document(section('11450-4', 'P', '', concern('active', problem(value)))));
    expect(events[0]?.codings).toMatchObject([{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'J45.909' }]);
  });
});

it('allergies, and that there are none', async () => {
  const substance = `<participant typeCode="CSM"><participantRole><playingEntity><code code="7980" codeSystem="2.16.840.1.113883.6.88" displayName="Penicillin"/></playingEntity></participantRole></participant>`;
  const hives = `<entryRelationship typeCode="MFST">${observation('9', `<value xsi:type="CD" code="247472004" ${SNOMED} displayName="Hives"/>`)}</entryRelationship>`;
  const yes = concern('active', observation('7', substance + hives));
  const no = concern('active', observation('7', '<value xsi:type="CD" code="416098002"/>', 'negationInd="true"'));
  const chart = await chartOf(document(section('48765-2', 'Allergies', '', `${yes}\n${no}`)));
  expect(chart.events).toMatchObject([{ kind: 'allergy', name: 'Penicillin', detail: 'Hives', status: 'active' }]);
  expect(chart.issues.map(({ code }) => code)).toContain('not-done');
});

it('medicines and vaccines', async () => {
  const give = (template: string, mood: string, inner: string, drug: string): string =>
    `<substanceAdministration classCode="SBADM" ${mood}><templateId root="2.16.840.1.113883.10.20.22.4.${template}"/><statusCode code="active"/>${inner}<consumable><manufacturedProduct><manufacturedMaterial>${drug}</manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>`;
  const drug = '<code code="314076" codeSystem="2.16.840.1.113883.6.88" displayName="lisinopril 10 MG"/>';
  const flu = '<code code="141" codeSystem="2.16.840.1.113883.12.292" displayName="Influenza"/>';
  const times =
    '<effectiveTime xsi:type="IVL_TS"><low value="20150105"/></effectiveTime><effectiveTime xsi:type="PIVL_TS"><period value="12" unit="h"/></effectiveTime><doseQuantity value="10" unit="mg"/>';
  const { events, issues } = await chartOf(
    document(
      section('10160-0', 'Medications', '', give('16', 'moodCode="EVN"', times, drug)) +
        section(
          '11369-6',
          'Immunizations',
          '',
          `${give('52', 'moodCode="EVN"', '<effectiveTime value="20231010"/>', flu)}\n${give('52', 'moodCode="EVN" negationInd="true"', '', flu)}`,
        ),
    ),
  );
  expect(events).toMatchObject([
    { kind: 'medication', name: 'lisinopril 10 MG', time: '2015-01-05', detail: '10 mg, once per 12 hours' },
    { kind: 'immunization', name: 'Influenza', time: '2023-10-10' },
  ]);
  expect(issues.map(({ code }) => code)).toContain('not-done');
});

it('results, vital signs, smoking, relatives, procedures', async () => {
  const hb = observation(
    '2',
    `<code code="718-7" ${LOINC} displayName="Hemoglobin"/><statusCode code="completed"/><effectiveTime value="20240305090000-0500"/><value xsi:type="PQ" value="9.4" unit="g/dL"/><interpretationCode code="L" codeSystem="2.16.840.1.113883.5.83"/><referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="12" unit="g/dL"/><high value="16" unit="g/dL"/></value></observationRange></referenceRange>`,
  );
  const crp = observation(
    '2',
    `<code code="1988-5" ${LOINC}/><value xsi:type="IVL_PQ"><high value="5" unit="mg/L" inclusive="false"/></value>`,
  );
  const lost = observation(
    '2',
    `<code code="2276-4" ${LOINC} displayName="Ferritin"/><value xsi:type="PQ" nullFlavor="UNK"/>`,
  );
  const panel = `<organizer classCode="BATTERY" moodCode="EVN"><code code="58410-2" ${LOINC} displayName="CBC"/><effectiveTime value="20240305"/>${[hb, crp, lost].map((each) => `<component>${each}</component>`).join('')}</organizer>`;
  const bp = observation(
    '27',
    `<code code="8480-6" ${LOINC}/><effectiveTime value="20240305"/><value xsi:type="PQ" value="152" unit="mm[Hg]"/>`,
  );
  const smoker = observation(
    '78',
    `<code code="72166-2" ${LOINC} displayName="Smoking"/><value xsi:type="CD" code="449868002" ${SNOMED} displayName="Current every day smoker"/>`,
  );
  const mother = `<organizer classCode="CLUSTER" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.45"/><subject><relatedSubject><code code="MTH" codeSystem="2.16.840.1.113883.5.111"/></relatedSubject></subject><component>${observation('46', `<value xsi:type="CD" code="254837009" ${SNOMED} displayName="Breast cancer"/>`)}</component></organizer>`;
  const scope = `<procedure classCode="PROC" moodCode="EVN"><code code="73761001" ${SNOMED} displayName="Colonoscopy"/><statusCode code="completed"/><effectiveTime value="20190512"/></procedure>`;
  const { events } = await chartOf(
    document(
      [
        section('30954-2', 'Results', '', panel),
        section('8716-3', 'Vital signs', '', bp),
        section('29762-2', 'Social history', '', smoker),
        section('10157-6', 'Family history', '', mother),
        section('47519-4', 'Procedures', '', scope),
      ].join(''),
    ),
  );
  const byName = new Map(events.map((event) => [event.name, event]));
  expect(byName.get('Hemoglobin')).toMatchObject({
    kind: 'lab',
    analyte: 'hemoglobin',
    value: { value: 9.4 },
    range: { low: 12, high: 16 },
    interpretation: ['l'],
  });
  expect(byName.get('1988-5')).toMatchObject({ value: { value: 5, comparator: '<' }, time: '2024-03-05' });
  expect(byName.get('Ferritin')).toMatchObject({ detail: 'No result: unknown' });
  expect(byName.get('8480-6')).toMatchObject({ kind: 'vital', value: { value: 152 } });
  expect(byName.get('Smoking')).toMatchObject({ kind: 'social', value: { text: 'Current every day smoker' } });
  expect(byName.get('Breast cancer')).toMatchObject({ kind: 'family', category: 'mother' });
  expect(byName.get('Colonoscopy')).toMatchObject({ kind: 'procedure', time: '2019-05-12' });
  expect(byName.get('CBC')).toMatchObject({ kind: 'report', category: 'LAB' });
});

it('the words of every section, also of one that is not known', async () => {
  const table =
    '<table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody><tr><td>Hb</td><td>9.4<br/>low</td></tr></tbody></table>';
  const { notes } = await chartOf(
    document(
      section('30954-2', 'Results', table) +
        section(
          '99999-9',
          'Odd',
          '<paragraph>Black &amp; tarry <content>stools</content>.</paragraph><list><item>One</item><item><paragraph>Two</paragraph></item></list>',
        ),
    ),
  );
  expect(notes).toMatchObject([{ title: 'Continuity of Care Document', author: 'Anna Invented' }]);
  expect(notes[0]?.text).toBe('Results:\nTest | Value\nHb | 9.4; low\n\nOdd:\nBlack & tarry stools.\n\n- One\n- Two');
});

it('what is planned is not done, and said', async () => {
  const plan = `<observation classCode="OBS" moodCode="RQO"><code code="718-7" ${LOINC}/></observation>`;
  const { events, issues } = await chartOf(document(section('18776-5', 'Plan', 'Repeat CBC', plan)));
  expect(events).toEqual([]);
  expect(issues).toMatchObject([{ code: 'not-done' }]);
});

describe('what cannot be read', () => {
  const fine = document(section('11450-4', 'Problems', 'Secret'));
  const bomb = fine
    .replace('<ClinicalDocument', '<!DOCTYPE x [<!ENTITY a "Secret"><!ENTITY b "&a;&a;">]><ClinicalDocument')
    .replace('>Secret<', '>&b;<');
  it.each([
    ['cut off', fine.slice(0, -200), 'not well-formed'],
    ['entities', bomb, 'DOCTYPE'],
    ['an entity that nobody defined', fine.replace('>Secret<', '>&secret;<'), 'not well-formed'],
    [
      'too deep',
      document(section('1', 'T', '<list><item>'.repeat(300) + '</item></list>'.repeat(300))),
      'nested deeper',
    ],
    ['no patient', document('', ''), 'no patient'],
    ['two patients', document('', TARGET + TARGET), '2 patients'],
  ])('%s is a clear error, without a word of the document', async (_, xml, why) => {
    const error = await chartOf(xml).catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'input-damaged' });
    expect(String(error)).toContain(why);
    expect(String(error)).not.toMatch(/secret/i);
  });
  it('in any character set that it declares', async () => {
    const xml = document(section('1', 'Käse', 'grün')).replace('UTF-8', 'ISO-8859-1');
    const { notes } = await readChartFromBytes(Buffer.from(xml, 'latin1'), 'x');
    expect(notes[0]?.text).toBe('Käse:\ngrün');
  });
  it('whatever is cut out of it or put in, it is read or refused, and the same twice', () => {
    const entry = concern('active', problem(asthma));
    const xml = document(section('11450-4', 'Problems', 'Asthma', entry));
    fc.assert(
      fc.property(
        fc.nat(xml.length),
        fc.nat(60),
        fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '"', '</act>')),
        (at, cut, put) => {
          const bytes = Buffer.from(xml.slice(0, at) + put + xml.slice(at + cut));
          expect(bundlesOfDocument(bytes)).toEqual(bundlesOfDocument(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });
});
