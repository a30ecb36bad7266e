import { describe, expect, it } from 'vitest';
import { concept, condition, read } from '../fixtures.ts';

const SNOMED = 'http://snomed.info/sct';
const status = (code: string) => concept(code, code, 'x');

describe('Condition', () => {
  it('has its clinical status, its verification, and both its ends', () => {
    const { event } = read(
      condition({
        clinicalStatus: status('resolved'),
        abatementDateTime: '2015-02-01',
        recordedDate: '2014-02-01T10:00:00Z',
        severity: concept('24484000', 'Severe', SNOMED),
        category: [status('encounter-diagnosis')],
        note: [{ text: 'On iron.' }],
      }),
    );
    expect(event).toMatchObject({
      kind: 'condition',
      name: 'Anaemia',
      time: '2014-01-05',
      endTime: '2015-02-01',
      recorded: '2014-02-01T10:00:00Z',
      status: 'resolved',
      verification: 'confirmed',
      category: 'encounter-diagnosis',
      detail: 'Severe; On iron.',
      source: { resourceType: 'Condition', id: 'c1' },
    });
  });

  it('is kept when refuted, and left out when entered in error', () => {
    expect(read(condition({ verificationStatus: status('refuted') })).event?.verification).toBe('refuted');
    const wrong = read(condition({ verificationStatus: status('entered-in-error'), clinicalStatus: undefined }));
    expect([wrong.event, wrong.issues]).toEqual([undefined, ['entered-in-error']]);
  });

  it('began in the year in which the patient was of the age given', () => {
    const { event } = read(condition({ onsetDateTime: undefined, onsetAge: { value: 30, unit: 'a' } }));
    expect(event?.time).toBe('2000');
  });

  it('is over when it says so without a status', () => {
    expect(read(condition({ clinicalStatus: undefined, abatementString: 'in childhood' })).event).toMatchObject({
      status: 'resolved',
      detail: 'ended in childhood',
    });
  });

  it('writes ICD-10 codes with their dot, whatever the system is called', () => {
    const code = { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.90', code: 'K900' }] };
    expect(read(condition({ code })).event?.codings).toEqual([
      { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'K90.0' },
    ]);
  });
});
