import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../chart.ts';
import { readChartFromBytes } from '../input/read.ts';
import { message, order, PID } from './messages.fixture.ts';
import { lastMessageIn } from './split.ts';
import { bundlesOfMessages } from './translate.ts';

const chartOf = (text: string | Buffer): Promise<Chart> =>
  readChartFromBytes(Buffer.isBuffer(text) ? text : Buffer.from(text), 'test.hl7');
const values = ({ events }: Chart) => events.flatMap(({ kind, value }) => (kind === 'report' ? [] : [value]));
const resources = (text: string) =>
  bundlesOfMessages(Buffer.from(text)).bundles.flatMap((bundle) =>
    (JSON.parse(String(bundle)) as { entry: { resource: Record<string, unknown> }[] }).entry.map(
      ({ resource }) => resource,
    ),
  );

describe('values of OBX', () => {
  it.each([
    ['NM||9.1|g/dL^^UCUM', { value: 9.1, unit: 'g/dL' }],
    ['NM||<5|mg/L', { value: 5, comparator: '<' }],
    ['ST||>=60|mL/min', { value: 60, comparator: '>=' }],
    ['SN||>^1000|10*3/uL', { value: 1000, comparator: '>' }],
    ['SN||^1^:^128', { text: '1:128' }],
    ['SN||^3^-^5|/[HPF]', { text: '3–5 /[HPF]' }],
    ['ST||E. coli \\T\\ others', { text: 'E. coli & others' }],
    ['ST||a\\F\\b\\S\\c\\R\\d\\E\\e', { text: 'a|b^c~d\\e' }],
    ['ST||\\X41C3A9\\', { text: 'Aé' }],
    ['CWE||260385009^Negative^SCT', { text: 'Negative' }],
    ['DT||20240102', { text: '2024-01-02' }],
    ['TM||1530', { text: '15:30:00' }],
    ['TX||No growth', { text: 'No growth' }],
    ['NM||see note', { text: 'see note' }],
  ])('%s', async (obx, expected) => {
    const chart = await chartOf(message(order(`OBX|1|${obx.replace('||', '|X^Some test^L||')}|||||F`)));
    expect(values(chart)).toEqual([expect.objectContaining(expected)]);
  });

  it('range, flag, unit, comment and both codes', async () => {
    const { events } = await chartOf(
      message(
        order(
          'OBX|1|NM|718-7^Hemoglobin^LN^HGB^Hb^L||9.1|g/dL^^UCUM|12.0-16.0|L|||F|||20240301083000\nNTE|1|L|Repeated',
        ),
      ),
    );
    expect(events.find(({ kind }) => kind === 'lab')).toMatchObject({
      analyte: 'hemoglobin',
      range: { low: 12, high: 16 },
      interpretation: ['l'],
      detail: 'Repeated',
      // The zone is that of the message.
      time: '2024-03-01T08:30:00-05:00',
      codings: [{ system: 'http://loinc.org' }, { system: 'urn:hl7v2:L' }],
    });
  });

  it('an empty value and a withdrawn one are issues, and no events', async () => {
    const chart = await chartOf(
      message(order('OBX|1|NM|2160-0^Creatinine^LN||""|mg/dL|||||F\nOBX|2|NM|2345-7^Glucose^LN||110|mg/dL|||||D')),
    );
    expect(values(chart)).toEqual([]);
    expect(chart.issues.map(({ code }) => code).sort()).toEqual(['entered-in-error', 'value-missing']);
  });
});

describe('corrections', () => {
  const first = message(order('OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL|||||F'));
  const later = (obx: string) => message(order(obx), { control: 'M2', time: '20240303120000-0500' });
  it('replace the result of the same filler number, whatever the order of the messages', async () => {
    const second = later('OBX|1|NM|718-7^Hemoglobin^LN||10.4|g/dL|||||C');
    for (const text of [first + second, second + first])
      expect(values(await chartOf(text))).toEqual([expect.objectContaining({ value: 10.4 })]);
  });
  it('W takes it away', async () => {
    expect(values(await chartOf(first + later('OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL|||||W')))).toEqual([]);
  });
  it('serial results in one order stay apart', async () => {
    const chart = await chartOf(
      message(
        order(
          'OBX|1|NM|2345-7^Glucose^LN||110|mg/dL|||||F|||202403010800\nOBX|2|NM|2345-7^Glucose^LN||180|mg/dL|||||F|||202403010900',
        ),
      ),
    );
    expect(values(chart)).toHaveLength(2);
  });
});

describe('words', () => {
  it('lines of one code become one report under its headings', async () => {
    const { notes, events } = await chartOf(
      message(
        order(
          'OBX|1|TX|F^Findings^L||A 14 mm nodule.||||||F\nOBX|2|TX|F^Findings^L||No effusion.\\.br\\Heart normal.||||||F\nOBX|3|TX|I^Impression^L||Nodule.||||||F',
          'OBR|1||R1|71260^CT CHEST^C4|||20240302|||||||||||||||||RAD|F|||||||9&Leser&Rita',
        ),
      ),
    );
    expect(notes).toMatchObject([{ kind: 'imaging', title: 'CT CHEST', author: 'Rita Leser', time: '2024-03-02' }]);
    expect(notes[0]?.text).toBe('Findings:\nA 14 mm nodule.\nNo effusion.\nHeart normal.\n\nImpression:\nNodule.');
    expect(events.map(({ kind }) => kind)).toEqual(['report']);
  });
  it('a document (MDM), an encoded document (ED), and a line break that nobody escaped', async () => {
    const txa = 'TXA|1|DS|TX|20240304110000|||||1^Invented^Anna|||DOC1|||||AU||AV';
    const mdm = await chartOf(
      message(`${PID}\n${txa}\nOBX|1|TX|D||Admitted with fatigue.||||||F`, { type: 'MDM^T02' }),
    );
    expect(mdm.notes).toMatchObject([{ text: 'Admitted with fatigue.', author: 'Anna Invented' }]);
    const data = Buffer.from('Seen in clinic.').toString('base64');
    const ed = await chartOf(message(order(`OBX|1|ED|N^Note^L||^TEXT^PLAIN^Base64^${data}||||||F`)));
    expect(ed.notes).toMatchObject([{ text: 'Seen in clinic.' }]);
    const broken = await chartOf(message(order('OBX|1|TX|N^Note^L||One\ntwo||||||F')));
    expect(broken.notes[0]?.text).toContain('One\ntwo');
  });
});

it('ADT: person, visit, relatives, allergies, diagnoses, procedures', async () => {
  const chart = await chartOf(
    message(
      `PID|1||990001^^^TESTHOSP^MR||Testfall^Elise^Q||19581104|F||2106-3^White^CDCREC|||||||||||||||||||20240401|Y
      NK1|1|Testfall^Norbert|SPO^Spouse
      PV1|1|I|W1|||||||MED|||||||||V1|||||||||||||||||||||||||20240301080000|20240304
      AL1|1|DA|7980^Penicillin^RXNORM|SV|Hives~Wheeze
      DG1|1||R53.83^Fatigue^I10C||20240301|A
      PR1|1||45378^Colonoscopy^C4||20190512
      ZPI|1|x`,
      { type: 'ADT^A03' },
    ),
  );
  expect(chart.patient).toMatchObject({
    name: 'Elise Q Testfall',
    sex: 'female',
    birthDate: '1958-11-04',
    deceased: '2024-04-01',
    race: { code: '2106-3' },
  });
  expect(chart.events.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'allergy Penicillin',
    'condition Fatigue',
    'encounter MED',
    'procedure Colonoscopy',
  ]);
  expect(chart.events.find(({ kind }) => kind === 'allergy')).toMatchObject({ detail: 'Hives, Wheeze, severe' });
  expect(chart.events.find(({ kind }) => kind === 'condition')).toMatchObject({ verification: 'provisional' });
  expect(chart.issues).toMatchObject([{ code: 'resource-unknown', text: 'segment ZPI is not read (1)' }]);
});

it('vaccines and orders', async () => {
  const vxu = message(`${PID}\nORC|RE||I1\nRXA|0|1|20231010||141^Influenza^CVX|0.5|mL|||||||||||||CP|A`, {
    type: 'VXU^V04',
  });
  const refused = message(`${PID}\nRXA|0|1|20231110||33^Pneumococcal^CVX|999||||||||||||||RE`, {
    type: 'VXU^V04',
    control: 'M2',
  });
  const rde = message(
    `${PID}\nORC|NW|RX1||||||20240304\nRXE|1^BID|6809^Metformin^RXNORM|500||mg|TAB|^with food\nRXR|PO^Oral`,
    {
      type: 'RDE^O11',
      control: 'M3',
    },
  );
  const { events, issues } = await chartOf(vxu + refused + rde);
  expect(events).toMatchObject([
    { kind: 'immunization', name: 'Influenza', time: '2023-10-10' },
    { kind: 'medication', name: 'Metformin', detail: '500 mg Oral, BID, with food' },
  ]);
  expect(issues.map(({ code }) => code)).toContain('not-done');
});

describe('forms of a file', () => {
  const text = message(order('OBX|1|ST|X^Test^L||Käse||||||F'));
  it('segments may end as they like, in the frame of MLLP, in a batch', async () => {
    const batch = `FHS|^~\\&|A\rBHS|^~\\&|A\r${text}BTS|1\rFTS|1\r`;
    for (const each of [
      text,
      text.replaceAll('\r', '\n'),
      text.replaceAll('\r', '\r\n'),
      `\u000b${text}\u001c\r`,
      batch,
    ])
      expect(values(await chartOf(each))).toMatchObject([{ text: 'Käse' }]);
  });
  it('character sets', async () => {
    const latin = Buffer.from(message(order('OBX|1|ST|X^Test^L||Käse||||||F'), { charset: '8859/1' }), 'latin1');
    expect(values(await chartOf(latin))).toMatchObject([{ text: 'Käse' }]);
    expect(values(await chartOf(Buffer.from(text, 'latin1')))).toMatchObject([{ text: 'Käse' }]);
  });
  it('other delimiters', async () => {
    const odd = text
      .replace('|^~\\&|', '|~^\\&|')
      .replaceAll('X^Test^L', 'X~Test~L')
      .replaceAll('^^^TESTHOSP^MR', '~~~TESTHOSP~MR');
    expect((await chartOf(odd)).events.map(({ name }) => name)).toContain('Test');
  });
  it('several patients are told apart, and one can be named by the record number', async () => {
    const other = text.replace('990001', '990002').replace('|M1|', '|M2|');
    const both = Buffer.from(text + other);
    await expect(readChartFromBytes(both, 'x')).rejects.toMatchObject({ code: 'patient-ambiguous' });
    const chart = await readChartFromBytes(both, 'x', { patient: '990002' });
    expect(values(chart)).toHaveLength(1);
  });
  it('"" deletes, an empty field says nothing', async () => {
    const empty = message('PID|1||990001^^^TESTHOSP^MR||||""|', { control: 'M2' });
    const { patient } = await chartOf(text + empty);
    expect(patient).toMatchObject({ sex: 'female', name: 'Elise Q Testfall' });
    expect(patient.birthDate).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no patient', message('OBX|1|ST|X^Secret^L||Secret')],
    ['no delimiters that differ', 'MSH|^^^^|Secret\rPID|1||Secret\r'],
    ['a patient without number or name', message('PID|1|||||||')],
  ])('%s is a clear error, without a word of the message', async (_, text) => {
    const error = await readChartFromBytes(Buffer.from(text), 'x').catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'input-damaged' });
    expect(String(error)).not.toContain('Secret');
  });
  it('one bad message does not cost the others', async () => {
    const bad = message('OBX|1|ST|X^Secret^L||Secret', { control: 'M0' });
    const chart = await chartOf(bad + message(order('OBX|1|ST|X^Test^L||yes||||||F')));
    expect(values(chart)).toHaveLength(1);
    expect(chart.issues).toMatchObject([{ code: 'line-invalid', text: 'a message without a patient (PID), left out' }]);
  });
});

describe('whatever the bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'MSH PID OBR OBX NTE PV1 AL1 DG1 RXA RXE TXA ZZZ | ^ ~ \\ & \r \n "" NM SN TX ED 20240301 \\X4\\ \u000b'.split(
        ' ',
      ),
    ),
    fc.string(),
    fc.integer().map(String),
  );
  it('it is never an unforeseen error, and the same bytes give the same bundles', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const bytes = Buffer.from(message(PID) + pieces.join(''));
        expect(bundlesOfMessages(bytes)).toEqual(bundlesOfMessages(bytes));
      }),
      { numRuns: 300 },
    );
  });
  it('every OBX becomes an Observation, words of a report, or an issue', async () => {
    const obx = fc.record({
      type: fc.constantFrom('NM', 'ST', 'TX', 'FT', 'CWE', 'SN', 'DT', ''),
      code: fc.constantFrom('A', 'B', 'C'),
      status: fc.constantFrom('F', 'C', 'P', 'D', 'W', 'X', ''),
      word: fc.constantFrom('', '5', '^5', 'x', '""'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(obx, { minLength: 1, maxLength: 12 }), async (list) => {
        const lines = list.map(
          ({ type, code, status, word }, index) =>
            `OBX|${index + 1}|${type}|${code}^Test ${code}^L|${index}|${word === 'x' ? `word${index}.` : word}||||||${status}`,
        );
        const text = message(order(lines.join('\n')));
        const made = resources(text).filter(({ resourceType }) => resourceType === 'Observation');
        const { notes } = await chartOf(text);
        const told = JSON.stringify(made) + notes.map((note) => note.text).join('\n');
        for (const [index, { word }] of list.entries()) if (word === 'x') expect(told).toContain(`word${index}.`);
        const values = list.filter(({ type, status }) => !/TX|FT/.test(type) || /^[DWX]$/.test(status)).length;
        expect(made.length).toBeGreaterThanOrEqual(values);
        expect(made.length).toBeLessThanOrEqual(list.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a large batch', () => {
  it('is cut between its messages, however they are framed', () => {
    const one = message(order('OBX|1|NM|X^MSH|ab^L||1|g/dL|||||F'));
    for (const between of ['', '\r\n', '\u001c\r\u000b']) {
      const both = Buffer.from(`${one}${between}${one}`);
      const at = lastMessageIn(both);
      expect(both.toString('latin1', at)).toBe(one);
      expect(lastMessageIn(both.subarray(0, at))).toBe(0);
    }
  });

  it('has the same states in pieces as in one: ids do not depend on where it was cut', () => {
    const texts = [1, 2, 3].map((n) => message(order(`OBX|1|NM|X^Y^L||${n}|g/dL|||||F`), { control: `M${n}` }));
    const entries = (bundle: Buffer) =>
      (JSON.parse(String(bundle)) as { entry: { resource: { resourceType: string } }[] }).entry;
    const results = (bundles: Buffer[]) =>
      bundles.flatMap(entries).flatMap(({ resource }) => (resource.resourceType === 'Observation' ? [resource] : []));
    const whole = bundlesOfMessages(Buffer.from(texts.join('')));
    const first = bundlesOfMessages(Buffer.from(texts.slice(0, 2).join('')));
    const second = bundlesOfMessages(Buffer.from(texts.slice(2).join('')), first.last);
    expect(results([...first.bundles, ...second.bundles])).toEqual(results(whole.bundles));
  });
});
