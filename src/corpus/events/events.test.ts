import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartFromResources } from '../../chart/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { lineOf, type MedsEvent } from './event.ts';
import { eventsOf } from './events.ts';
import { DEFAULT_SHARES, splitOf, subjectIdOf } from './subject.ts';

const knowledge = loadKnowledge();
const LOINC = 'http://loinc.org';
const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition';

const PATIENT = {
  resourceType: 'Patient',
  id: 'p1',
  gender: 'female',
  birthDate: '1950-05',
  deceasedDateTime: '2020-02-01',
  extension: [
    {
      url: `${US_CORE}/us-core-race`,
      extension: [{ url: 'ombCategory', valueCoding: { system: 'urn:oid:2.16.840.1.113883.6.238', code: '2054-5' } }],
    },
  ],
};

const subject = { reference: 'Patient/p1' };

function lab(code: object, value: object, more: object = {}) {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject,
    code,
    effectiveDateTime: '2019-03-01T08:00:00Z',
    ...value,
    ...more,
  };
}

function eventsFor(...resources: object[]): MedsEvent[] {
  return eventsOf(chartFromResources([PATIENT, ...resources]), knowledge);
}

function find(events: readonly MedsEvent[], code: string): MedsEvent {
  const event = events.find((each) => each.code === code);
  if (!event) throw new Error(`no ${code} among ${events.map((each) => each.code).join(' ')}`);
  return event;
}

const micros = (text: string) => Date.parse(text) * 1000;

describe('eventsOf', () => {
  it('says who the person is without a time, and when the life began and ended', () => {
    const events = eventsFor();
    expect(find(events, 'GENDER//F').time).toBeNull();
    expect(find(events, 'RACE//black').time).toBeNull();
    expect(find(events, 'MEDS_BIRTH').time).toBe(micros('1950-05-01T00:00:00Z'));
    expect(find(events, 'MEDS_DEATH').time).toBe(micros('2020-02-02T00:00:00Z') - 1);
  });

  it('writes a result in the canonical unit of its analyte, whatever unit and code the record has', () => {
    const coded = lab({ coding: [{ system: LOINC, code: '718-7' }] }, { valueQuantity: { value: 125, unit: 'g/L' } });
    const local = lab({ text: 'Haemoglobin' }, { valueQuantity: { value: 12.5, unit: 'g/dL' } });
    for (const result of [coded, local]) {
      expect(find(eventsFor(result), 'LAB//LOINC/718-7//g/dL')).toMatchObject({
        value: 12.5,
        time: micros('2019-03-01T08:00:00Z'),
        sourceType: 'Observation',
        sourceId: 'o1',
        parents: expect.arrayContaining(['ANALYTE/hemoglobin', 'LOINC/718-7']),
      });
    }
  });

  it('keeps words and comparators as text, and leaves reports in words to their findings', () => {
    const word = lab({ coding: [{ system: LOINC, code: '20454-5' }] }, { valueString: 'trace' });
    expect(find(eventsFor(word), 'LAB//LOINC/20454-5')).toMatchObject({ value: null, text: 'trace' });
    const below = lab(
      { coding: [{ system: LOINC, code: '3016-3' }] },
      { valueQuantity: { value: 0.01, comparator: '<', unit: 'mIU/L' } },
    );
    const [event] = eventsFor(below).filter(({ code }) => code.startsWith('LAB'));
    expect(event).toMatchObject({ value: 0.01, text: '<' });
    const long = lab({ coding: [{ system: LOINC, code: '20454-5' }] }, { valueString: 'seen '.repeat(80) });
    expect(find(eventsFor(long), 'LAB//LOINC/20454-5').text).toBeNull();
  });

  it('dates a problem when the record knew of it, and ends it when it ended', () => {
    const condition = {
      resourceType: 'Condition',
      id: 'c1',
      subject,
      code: {
        coding: [
          { system: 'http://snomed.info/sct', code: '44054006' },
          { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' },
        ],
      },
      onsetDateTime: '2010-01-01',
      recordedDate: '2012-06-01',
      abatementDateTime: '2015-01-01',
    };
    const events = eventsFor(condition);
    expect(find(events, 'CONDITION//SNOMED/44054006')).toMatchObject({
      time: micros('2012-06-01T00:00:00Z'),
      parents: ['ICD10CM/E11', 'ICD10CM/E11.9'],
    });
    const visit = lab({ text: 'x' }, { valueString: 'y' });
    expect(find(eventsFor(condition, visit), 'CONDITION_END//SNOMED/44054006').time).toBe(
      micros('2015-01-01T00:00:00Z'),
    );
  });

  it('leaves out what was refuted, marks what is not sure, and never ends a supply after the record does', () => {
    const problem = (verification: string) => ({
      resourceType: 'Condition',
      id: verification,
      subject,
      code: { coding: [{ system: 'http://snomed.info/sct', code: '22298006' }] },
      verificationStatus: { coding: [{ code: verification }] },
      recordedDate: '2019-01-01',
    });
    expect(eventsFor(problem('refuted')).some(({ code }) => code.startsWith('CONDITION'))).toBe(false);
    find(eventsFor(problem('provisional')), 'CONDITION_POSSIBLE//SNOMED/22298006');
    const drug = {
      resourceType: 'MedicationRequest',
      id: 'm1',
      subject,
      status: 'active',
      intent: 'order',
      authoredOn: '2019-01-01',
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '860975' }],
      },
      dispenseRequest: { validityPeriod: { start: '2019-01-01', end: '2030-01-01' } },
    };
    const codes = eventsFor(drug).map(({ code }) => code);
    expect(codes).toContain('MEDICATION//RxNorm/860975');
    expect(codes).not.toContain('MEDICATION_END//RxNorm/860975');
  });

  it('tells what a note says, present and absent, at the time of the note', () => {
    const note = {
      resourceType: 'DocumentReference',
      id: 'd1',
      status: 'current',
      subject,
      date: '2018-04-05T10:00:00Z',
      type: { text: 'Clinic note' },
      content: [
        {
          attachment: {
            contentType: 'text/plain',
            data: Buffer.from('Complains of night sweats. No fever.').toString('base64'),
          },
        },
      ],
    };
    const events = eventsFor(note);
    expect(find(events, 'FINDING//night-sweats')).toMatchObject({
      time: micros('2018-04-05T10:00:00Z'),
      sourceType: 'DocumentReference',
      sourceId: 'd1#content[0].attachment',
    });
    expect(find(events, 'FINDING//fever//absent').parents).toEqual(['FINDING//fever']);
  });
});

describe('subjectIdOf and splitOf', () => {
  it('are stable: the same id is the same number and the same split, for ever', () => {
    expect(subjectIdOf('p1')).toBe(4887235491255270902n);
    expect(splitOf(4887235491255270902n, DEFAULT_SHARES)).toBe('tuning');
  });

  it('give positive 64-bit numbers, and splits of about the sizes asked for', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const subjectId = subjectIdOf(id);
        expect(subjectId > 0n && subjectId < 2n ** 63n).toBe(true);
      }),
    );
    const splits = Array.from({ length: 20_000 }, (_, n) => splitOf(subjectIdOf(String(n)), DEFAULT_SHARES));
    const share = (name: string) => splits.filter((split) => split === name).length / splits.length;
    // Four standard errors of a proportion of 0.1 in 20,000.
    expect(Math.abs(share('tuning') - 0.1)).toBeLessThan(0.0085);
    expect(Math.abs(share('held_out') - 0.1)).toBeLessThan(0.0085);
  });

  it('keep people where they are when training gets more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
        const before = splitOf(id, { train: 0.6, tuning: 0.2, held_out: 0.2 });
        const after = splitOf(id, { train: 0.8, tuning: 0.1, held_out: 0.1 });
        if (before === 'train') expect(after).toBe('train');
        if (after === 'held_out') expect(before).toBe('held_out');
      }),
    );
  });
});

describe('lineOf', () => {
  it('writes the whole 63-bit number, which JSON readers of 64-bit integers read back', () => {
    const [event] = eventsFor();
    const line = event ? lineOf(event) : '';
    expect(line).toMatch(/^\{"subject_id":4887235491255270902,"time":/);
    expect(JSON.parse(line)).toHaveProperty('code');
  });
});
