import { describe, expect, it } from 'vitest';
import { base64, bundle, chartWith, concept, patient, quantity, read, subject } from '../fixtures.ts';
import { chartFromBundle } from './charts.ts';

const plain = (text: string) => ({ contentType: 'text/plain', data: base64(text) });
const document = (elements: object) => ({
  resourceType: 'DocumentReference',
  id: 'd1',
  status: 'current',
  type: concept('11506-3', 'Progress note'),
  subject,
  date: '2015-03-02T10:00:00Z',
  content: [{ attachment: plain('Tired all the time.') }],
  ...elements,
});
const report = (elements: object) => ({
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  code: { text: 'Report' },
  subject,
  effectiveDateTime: '2015-03-02',
  ...elements,
});
const inSection = (code: string) => [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code }] }];

describe('DocumentReference', () => {
  it('is a note with its author and place', () => {
    const doctor = {
      resourceType: 'Practitioner',
      id: 'x',
      name: [{ prefix: ['Dr.'], given: ['Ann'], family: 'Lee' }],
    };
    const { chart } = read(document({ author: [{ reference: 'Practitioner/x' }] }), doctor);
    expect(chart.notes).toEqual([
      {
        kind: 'note',
        title: 'Progress note',
        time: '2015-03-02T10:00:00Z',
        at: Date.UTC(2015, 2, 2, 10),
        recorded: '2015-03-02T10:00:00Z',
        author: 'Dr. Ann Lee',
        text: 'Tired all the time.',
        contentType: 'text/plain',
        source: { resourceType: 'DocumentReference', id: 'd1', path: 'content[0].attachment' },
      },
    ]);
    expect(chart.events).toEqual([]);
  });

  it('was written when its attachment was created', () => {
    const { chart } = read(document({ content: [{ attachment: { ...plain('x'), creation: '2014-01-01' } }] }));
    expect(chart.notes[0]).toMatchObject({ time: '2014-01-01', recorded: '2015-03-02T10:00:00Z' });
  });

  it('is read from the best of its forms', () => {
    const content = [
      { attachment: { contentType: 'application/pdf', data: base64('%PDF') } },
      { attachment: { contentType: 'text/html', data: base64('<p>html</p>') } },
      { attachment: plain('plain') },
    ];
    expect(read(document({ content })).chart.notes).toMatchObject([
      { text: 'plain', source: { path: 'content[2].attachment' } },
    ]);
    const { notes, issues } = read(document({ content: content.slice(0, 2) })).chart;
    expect(notes[0]?.offsets).toEqual(Uint32Array.of(3, 4, 5, 6));
    expect(issues).toEqual([]);
  });

  it('that is a PDF is reported', () => {
    const { chart, issues } = read(
      document({ content: [{ attachment: { contentType: 'application/pdf', data: base64('%PDF') } }] }),
    );
    expect([chart.notes, issues]).toEqual([[], ['document-unreadable']]);
  });

  it('is found in a Binary', () => {
    const binary = { resourceType: 'Binary', id: 'b', contentType: 'text/plain', data: base64('from binary') };
    const content = [{ attachment: { contentType: 'text/plain', url: 'Binary/b' } }];
    expect(read(document({ content }), binary).chart.notes[0]?.text).toBe('from binary');
    expect(read(document({ content })).issues).toEqual(['document-unreadable']);
  });

  it('that is replaced or entered in error is left out', () => {
    const later = document({
      id: 'd2',
      content: [{ attachment: plain('later') }],
      relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/d1' } }],
    });
    const chart = chartWith(
      document({ status: 'superseded' }),
      later,
      document({ id: 'd3', status: 'entered-in-error' }),
    );
    expect(chart.notes.map(({ text }) => text)).toEqual(['later']);
    expect(chart.issues.map(({ code }) => code)).toEqual(['duplicate', 'entered-in-error']);
  });

  it.each([
    [{ type: concept('18748-4', 'Diagnostic imaging study') }, 'imaging'],
    [{ type: { text: 'CT chest' } }, 'imaging'],
    [{ type: undefined, description: 'Chest X-ray' }, 'imaging'],
    [{ type: concept('11526-1', 'Pathology study') }, 'pathology'],
    [{ type: { text: 'Surgical pathology report' } }, 'pathology'],
    [{ type: concept('11488-4', 'Consult note'), description: 'Visit - DXA f/u' }, 'note'],
    [{ type: concept('11506-3', 'Progress note'), description: 'X-ray discussed' }, 'note'],
  ])('%j is of kind %s', (elements, kind) => {
    expect(read(document(elements)).chart.notes[0]?.kind).toBe(kind);
  });
});

describe('DiagnosticReport', () => {
  it('is a report event, and a note for each text it has', () => {
    const { chart } = read(
      report({
        category: inSection('RAD'),
        code: concept('24558-9', 'US Abdomen'),
        issued: '2015-03-03T10:00:00Z',
        presentedForm: [{ ...plain('Liver normal.\nImpression: normal.'), title: 'Ultrasound' }],
        conclusion: 'No cause  shown.',
      }),
    );
    expect(chart.events).toMatchObject([
      {
        kind: 'report',
        category: 'RAD',
        name: 'US Abdomen',
        detail: 'No cause  shown.',
        recorded: '2015-03-03T10:00:00Z',
      },
    ]);
    expect(chart.notes).toMatchObject([
      { kind: 'imaging', text: 'No cause  shown.', source: { id: 'r1', path: 'conclusion' } },
      { kind: 'imaging', title: 'Ultrasound', source: { path: 'presentedForm[0]' } },
    ]);
  });

  it('does not repeat a conclusion that stands in its text', () => {
    const { chart } = read(
      report({ presentedForm: [plain('Findings.\nImpression:  Normal   study.')], conclusion: 'normal study.' }),
    );
    expect(chart.notes.map(({ source }) => source.path)).toEqual(['presentedForm[0]']);
  });

  it.each([
    [{ category: [concept('LP29684-5', 'Radiology')] }, 'RAD', 'imaging'],
    [{ category: [concept('LP7839-6', 'Pathology')] }, 'PAT', 'pathology'],
    [{ category: inSection('PAT') }, 'PAT', 'pathology'],
    [{ category: inSection('LAB') }, 'LAB', 'report'],
    [{ code: { text: 'MG Screening mammogram' } }, undefined, 'imaging'],
    [{ code: { text: 'Echocardiogram' } }, undefined, 'imaging'],
    [{ code: { text: 'Bone marrow biopsy' } }, undefined, 'pathology'],
    [{ code: { text: 'ECG 12-lead' }, category: inSection('EC') }, 'EC', 'report'],
  ])('%j has category %s and kind %s', (elements, category, kind) => {
    const { chart } = read(report({ ...elements, conclusion: 'x' }));
    expect(chart.events[0]?.category).toBe(category);
    expect(chart.notes[0]?.kind).toBe(kind);
  });

  it('reads the results that it contains, and misses those that are not there', () => {
    const contained = [
      {
        resourceType: 'Observation',
        id: 'k',
        status: 'final',
        code: concept('2823-3', 'Potassium'),
        valueQuantity: quantity(4, 'mmol/L'),
      },
    ];
    const { chart, issues } = read(
      report({ contained, result: [{ reference: '#k' }, { reference: 'Observation/none' }] }),
    );
    expect(chart.events).toMatchObject([
      { kind: 'report' },
      {
        kind: 'lab',
        analyte: 'potassium',
        time: '2015-03-02',
        source: { resourceType: 'DiagnosticReport', id: 'r1', path: 'contained[0]' },
      },
    ]);
    expect(issues).toEqual(['reference-unresolved']);
  });

  it('gives its narrative where it has nothing else', () => {
    const text = { status: 'generated', div: '<div>Sinus rhythm</div>' };
    expect(read(report({ text })).chart.notes).toMatchObject([{ text: 'Sinus rhythm', source: { path: 'text.div' } }]);
    expect(read(report({ text, conclusion: 'x' })).chart.notes.map((note) => note.text)).toEqual(['x']);
  });

  it('gives coded conclusions as its value', () => {
    const conclusionCode = [concept('1', 'Osteopenia', 'x')];
    expect(read(report({ conclusionCode })).event?.value).toMatchObject({ type: 'text', text: 'Osteopenia' });
  });
});

it('a document bundle gives a note for each section with words of its own', () => {
  const composition = {
    resourceType: 'Composition',
    id: 'c',
    status: 'final',
    type: concept('34133-9', 'Summary'),
    title: 'Discharge summary',
    subject,
    date: '2015-03-02',
    section: [
      {
        title: 'Course',
        text: { status: 'additional', div: '<div>Had <b>fever</b></div>' },
        section: [{ title: 'Plan', text: { status: 'additional', div: '<div>CT in 6 months</div>' } }],
      },
      { title: 'Medications', text: { status: 'generated', div: '<div>list</div>' }, entry: [{ reference: 'x' }] },
    ],
  };
  const chart = chartFromBundle({ ...bundle(composition, patient), type: 'document' });
  expect(chart.notes).toMatchObject([
    { title: 'Discharge summary: Course', text: 'Had fever', kind: 'note', source: { path: 'section[0].text.div' } },
    { title: 'Discharge summary: Plan', text: 'CT in 6 months', source: { path: 'section[0].section[0].text.div' } },
  ]);
});
