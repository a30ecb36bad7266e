import { describe, expect, it } from 'vitest';
import { chartWith, concept, read, subject } from '../fixtures.ts';

describe('medication', () => {
  const request = (elements: object = {}) => ({
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: concept('10582', 'levothyroxine', 'http://www.nlm.nih.gov/research/umls/rxnorm'),
    subject,
    authoredOn: '2015-03-02',
    ...elements,
  });

  it('runs from when it was written to the end of its validity', () => {
    const { event } = read(
      request({
        dosageInstruction: [{ text: '50 micrograms daily' }],
        dispenseRequest: { validityPeriod: { start: '2015-03-02', end: '2015-06-02' } },
        reasonCode: [{ text: 'Hypothyroidism' }],
      }),
    );
    expect(event).toMatchObject({
      kind: 'medication',
      name: 'levothyroxine',
      time: '2015-03-02',
      endTime: '2015-06-02',
      detail: '50 micrograms daily; for Hypothyroidism',
    });
  });

  it('puts a structured dosage in words', () => {
    const dosage = {
      doseAndRate: [{ doseQuantity: { value: 500, unit: 'mg' } }],
      route: { text: 'Oral' },
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      asNeededBoolean: true,
    };
    expect(read(request({ dosageInstruction: [dosage] })).event?.detail).toBe('500 mg oral, twice per day, as needed');
  });

  it('ends with its supply', () => {
    const dispenseRequest = { numberOfRepeatsAllowed: 2, expectedSupplyDuration: { value: 30, code: 'd' } };
    expect(read(request({ dispenseRequest })).event?.endTime).toBe('2015-05-31');
  });

  it('is named by a contained Medication, or one of the record, with its ingredients', () => {
    const drug = {
      resourceType: 'Medication',
      id: 'x',
      code: { text: 'Co-amoxiclav' },
      ingredient: [{ itemCodeableConcept: concept('723', 'amoxicillin', 'rx') }],
    };
    const contained = read(
      request({ medicationCodeableConcept: undefined, contained: [drug], medicationReference: { reference: '#x' } }),
    );
    expect(contained.event).toMatchObject({ name: 'Co-amoxiclav', codings: [{ code: '723' }] });
    const other = read(
      request({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/x' } }),
      drug,
    );
    expect(other.event?.name).toBe('Co-amoxiclav');
    const nowhere = read(
      request({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/y' } }),
    );
    expect(nowhere.event?.name).toBe('Medication without a name');
    expect(nowhere.issues).toEqual(['reference-unresolved']);
  });

  it('that was never taken is not an event', () => {
    const chart = chartWith(
      request({ id: 'a', status: 'cancelled' }),
      request({ id: 'b', doNotPerform: true }),
      { ...request({ id: 'c', status: 'not-taken' }), resourceType: 'MedicationStatement' },
      { ...request({ id: 'd', status: 'not-done' }), resourceType: 'MedicationAdministration' },
      { ...request({ id: 'e', status: 'declined' }), resourceType: 'MedicationDispense' },
      request({ id: 'f', status: 'entered-in-error' }),
    );
    expect(chart.events).toEqual([]);
    expect(chart.issues.map(({ code }) => code).sort()).toEqual([
      ...Array(1).fill('entered-in-error'),
      ...Array(5).fill('not-done'),
    ]);
  });

  it('is read from statements, administrations and dispenses', () => {
    const medicationCodeableConcept = { text: 'lithium' };
    const chart = chartWith(
      {
        resourceType: 'MedicationStatement',
        id: 's',
        status: 'completed',
        subject,
        medicationCodeableConcept,
        effectivePeriod: { start: '2010', end: '2012-05' },
        dateAsserted: '2013-01-01',
      },
      {
        resourceType: 'MedicationAdministration',
        id: 'a',
        status: 'completed',
        subject,
        medicationCodeableConcept,
        effectiveDateTime: '2014-01-01T10:00:00Z',
        dosage: { text: '400 mg' },
      },
      {
        resourceType: 'MedicationDispense',
        id: 'd',
        status: 'completed',
        subject,
        medicationCodeableConcept,
        whenHandedOver: '2015-01-01',
        daysSupply: { value: 28, unit: 'd' },
      },
    );
    expect(chart.events.map(({ kind, time, endTime }) => [kind, time, endTime])).toEqual([
      ['medication', '2010', '2012-05'],
      ['medication', '2014-01-01T10:00:00Z', undefined],
      ['medication', '2015-01-01', '2015-01-29'],
    ]);
  });

  it('that is only proposed is a plan', () => {
    expect(read(request({ intent: 'proposal' })).event?.kind).toBe('plan');
  });
});
