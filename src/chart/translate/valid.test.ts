import { Fhir } from 'fhir';
import { expect, it } from 'vitest';
import { document, observation, section } from '../ccda/document.fixture.ts';
import { bundlesOfDocument } from '../ccda/translate.ts';
import { message, order, PID } from '../hl7v2/messages.fixture.ts';
import { bundlesOfMessages } from '../hl7v2/translate.ts';
import { fhirTime, instantOf } from './time.ts';

/** Faults of form; which codes a value set holds the validator does not know. */
const faultsOf = (bundle: unknown): unknown[] => {
  const { messages } = new Fhir().validate(bundle as object);
  return messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');
};

it('what is translated is valid FHIR R4', () => {
  const text =
    message(
      order('OBX|1|NM|718-7^Hemoglobin^LN||9.1|g/dL^^UCUM|12-16|L|||F\nOBX|2|SN|1^X^L||^1^:^128||||||F\nNTE|1||Seen'),
    ) +
    message(
      `${PID}\nNK1|1|A^B|SPO\nPV1|1|I|||||1^C^D||||||||||||V1|||||||||||||||||||||||||20240301\nAL1|1|DA|X^Nuts^L|MO\nDG1|1||R53^Fatigue^I10||20240301|W\nPR1|1||1^Operation^L||20190512\nRXA|0|1|20231010||141^Influenza^CVX\nRXE|1^BID|1^Drug^L|500||mg`,
      { type: 'ADT^A01', control: 'M2' },
    );
  const bundles = bundlesOfMessages(Buffer.from(text)).bundles.map(
    (each) => JSON.parse(String(each)) as Parameters<typeof faultsOf>[0],
  );
  expect(bundles).toHaveLength(1);
  for (const bundle of bundles) expect(faultsOf(bundle)).toEqual([]);
  const read = bundlesOfDocument(
    Buffer.from(
      document(
        section(
          '30954-2',
          'Results',
          'Low',
          observation(
            '2',
            '<code code="718-7" codeSystem="2.16.840.1.113883.6.1"/><value xsi:type="PQ" value="9" unit="g/dL"/>',
          ),
        ),
      ),
    ),
  );
  expect(faultsOf('bundle' in read ? read.bundle : read)).toEqual([]);
});

it.each([
  ['2024', '2024'],
  ['202403', '2024-03'],
  ['20240301', '2024-03-01'],
  ['20240000', '2024'],
  ['202403011530', '2024-03-01T15:30:00Z'],
  ['20240301153012.5-0500', '2024-03-01T15:30:12.500-05:00'],
  ['yesterday', 'yesterday'],
  ['', undefined],
])('the time %s is %s', (text, expected) => {
  expect(fhirTime(text)).toBe(expected);
});

it('times of the message’s zone, and instants that compare as text', () => {
  expect(fhirTime('202403011530', '+0100')).toBe('2024-03-01T15:30:00+01:00');
  expect(instantOf('20240301153000-0500')).toBe('2024-03-01T20:30:00.000Z');
  expect(instantOf('2024')).toBeUndefined();
});
