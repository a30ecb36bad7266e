import { describe, expect, it } from 'vitest';
import { chartWith, concept, condition, quantity, read, subject } from '../fixtures.ts';

const SNOMED = 'http://snomed.info/sct';
const status = (code: string) => concept(code, code, 'x');

describe('Procedure', () => {
  const procedure = (elements: object) => ({
    resourceType: 'Procedure',
    id: 'x',
    status: 'completed',
    subject,
    code: concept('73761001', 'Colonoscopy', SNOMED),
    ...elements,
  });

  it('was done', () => {
    expect(
      read(
        procedure({
          performedPeriod: { start: '2016-10-25T08:10:00Z', end: '2016-10-25T08:40:00Z' },
          outcome: { text: 'Normal' },
        }),
      ).event,
    ).toMatchObject({
      kind: 'procedure',
      status: 'completed',
      time: '2016-10-25T08:10:00Z',
      endTime: '2016-10-25T08:40:00Z',
      detail: 'outcome: Normal',
    });
  });

  it('does not look done when it was not', () => {
    const { event, issues, chart } = read(procedure({ status: 'not-done', performedDateTime: '2016-10-25' }));
    expect([event, issues]).toEqual([undefined, ['not-done']]);
    expect(chart.issues[0]?.where).toBe('Procedure/x');
  });
});

describe('other events', () => {
  it('Encounter', () => {
    const encounter = {
      resourceType: 'Encounter',
      id: 'e',
      status: 'finished',
      class: { code: 'AMB' },
      type: [concept('185349003', 'Check up', SNOMED)],
      subject,
      period: { start: '2015-01-01', end: '2015-01-01' },
      reasonCode: [{ text: 'Fatigue' }],
    };
    expect(read(encounter).event).toMatchObject({
      kind: 'encounter',
      category: 'AMB',
      name: 'Check up',
      detail: 'for Fatigue',
    });
    expect(read({ ...encounter, status: 'planned' }).event?.kind).toBe('plan');
    expect(read({ ...encounter, status: 'cancelled' }).event).toBeUndefined();
  });

  it('AllergyIntolerance', () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      clinicalStatus: status('active'),
      code: { text: 'Penicillin' },
      patient: subject,
      recordedDate: '2006-10-24',
      criticality: 'high',
      reaction: [{ manifestation: [{ text: 'Rash' }, { text: 'Fever' }], severity: 'mild' }],
    };
    expect(read(allergy).event).toMatchObject({
      kind: 'allergy',
      name: 'Penicillin',
      status: 'active',
      time: '2006-10-24',
      detail: 'Rash, Fever, mild; criticality high',
    });
  });

  it('Immunization', () => {
    const vaccine = {
      resourceType: 'Immunization',
      id: 'i',
      status: 'completed',
      vaccineCode: concept('115', 'Tdap', 'http://hl7.org/fhir/sid/cvx'),
      patient: subject,
      occurrenceDateTime: '2008-09-12',
    };
    expect(read(vaccine).event).toMatchObject({ kind: 'immunization', name: 'Tdap', time: '2008-09-12' });
    expect(read({ ...vaccine, status: 'not-done' }).issues).toEqual(['not-done']);
  });

  it('FamilyMemberHistory: one event a condition, with the relation', () => {
    const history = {
      resourceType: 'FamilyMemberHistory',
      id: 'f',
      status: 'completed',
      patient: subject,
      date: '2010-01-01',
      relationship: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'NSIS' }] },
      deceasedAge: { value: 70, unit: 'a' },
      condition: [
        { code: concept('46635009', 'Type 1 diabetes', SNOMED), onsetAge: { value: 11, unit: 'a' } },
        { code: { text: 'Coeliac disease' } },
      ],
    };
    expect(chartWith(history).events).toMatchObject([
      {
        kind: 'family',
        name: 'Type 1 diabetes',
        category: 'sister',
        detail: 'onset at 11; died at 70',
        source: { path: 'condition[0]' },
      },
      { kind: 'family', name: 'Coeliac disease', category: 'sister', source: { path: 'condition[1]' } },
    ]);
  });

  it('ImagingStudy', () => {
    const study = {
      resourceType: 'ImagingStudy',
      id: 's',
      status: 'available',
      subject,
      started: '2019-08-27',
      series: [
        { modality: { code: 'DX', display: 'Digital Radiography' }, bodySite: { code: '72696002', display: 'Knee' } },
      ],
    };
    expect(read(study).event).toMatchObject({
      kind: 'imaging',
      name: 'Digital Radiography, Knee',
      category: 'DX',
      codings: [{ code: 'DX' }, { code: '72696002' }],
    });
  });

  it('CarePlan, Goal and ServiceRequest', () => {
    const plan = {
      resourceType: 'CarePlan',
      id: 'a',
      status: 'active',
      intent: 'plan',
      subject,
      title: 'Diabetes care',
      period: { start: '2015-01-01' },
      activity: [{ detail: { code: { text: 'Exercise' } } }],
      addresses: [{ reference: 'Condition/c1' }],
    };
    const goal = {
      resourceType: 'Goal',
      id: 'b',
      lifecycleStatus: 'active',
      subject,
      description: { text: 'HbA1c below 7' },
      startDate: '2015-02-01',
      target: [{ detailQuantity: { value: 7, unit: '%' }, dueDate: '2015-08-01' }],
    };
    const order = {
      resourceType: 'ServiceRequest',
      id: 'c',
      status: 'active',
      intent: 'order',
      subject,
      code: { text: 'CT chest' },
      authoredOn: '2015-03-01',
      occurrenceDateTime: '2015-09-01',
      reasonCode: [{ text: 'nodule' }],
    };
    const chart = chartWith(condition({ onsetDateTime: '2013-01-01' }), plan, goal, order, {
      ...order,
      id: 'd',
      status: 'revoked',
    });
    expect(chart.events.slice(1)).toMatchObject([
      { kind: 'plan', name: 'Diabetes care', detail: 'Exercise; for Anaemia' },
      { kind: 'plan', name: 'HbA1c below 7', category: 'goal', detail: '7 % by 2015-08-01' },
      { kind: 'order', name: 'CT chest', time: '2015-03-01', detail: 'for 2015-09-01; for nodule' },
    ]);
    expect(chart.issues.map(({ code }) => code)).toEqual(['not-done']);
  });

  it('DeviceUseStatement, and a Device of the patient', () => {
    const device = { resourceType: 'Device', id: 'v', status: 'active', type: { text: 'Pacemaker' }, patient: subject };
    const use = {
      resourceType: 'DeviceUseStatement',
      id: 'u',
      status: 'active',
      subject,
      timingPeriod: { start: '2015-01-01' },
      device: { reference: 'Device/v' },
    };
    expect(chartWith(device, use).events).toMatchObject([
      { kind: 'device', name: 'Pacemaker', time: '2015-01-01' },
      { kind: 'device', name: 'Pacemaker' },
    ]);
  });

  it('passes over what is administrative, and names what it does not read or know', () => {
    const chart = chartWith(
      { resourceType: 'Claim', id: '1', patient: subject },
      { resourceType: 'ExplanationOfBenefit', id: '2', patient: subject },
      { resourceType: 'QuestionnaireResponse', id: '3', subject },
      { resourceType: 'Horoscope', id: '4', subject },
      { resourceType: 'Horoscope', id: '5', subject },
    );
    expect(chart.issues).toMatchObject([
      { code: 'resource-unknown', severity: 'warning', where: 'Horoscope/4', count: 2 },
      { code: 'resource-unknown', severity: 'information', text: 'QuestionnaireResponse is not read' },
    ]);
  });
});

it('a quantity of 0 is a value', () => {
  expect(
    read({
      resourceType: 'Observation',
      id: 'o',
      status: 'final',
      code: { text: 'x' },
      subject,
      valueQuantity: quantity(0, '1'),
    }).event?.value,
  ).toMatchObject({ value: 0 });
});
