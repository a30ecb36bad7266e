import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from './chart.ts';
import { chartFromBundle } from './fhir/charts.ts';
import {
  base64,
  bundle,
  concept,
  condition,
  observation,
  patient,
  quantity,
  type Resource,
  subject,
} from './fixtures.ts';
import { readChartFromBytes } from './input/read.ts';

/** One resource of each family, all of one patient. */
const RECORD: readonly Resource[] = [
  observation({
    issued: '2015-03-03',
    referenceRange: [
      { low: quantity(15, 'ng/mL'), appliesTo: [{ text: 'female' }], age: { low: { value: 18, unit: 'a' } } },
    ],
  }),
  observation({
    id: 'o2',
    valueQuantity: undefined,
    component: [{ code: concept('8480-6', 'Systolic'), valueQuantity: quantity(120, 'mm[Hg]') }],
  }),
  condition({ recordedDate: '2014-02-01', abatementDateTime: '2015' }),
  {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    subject,
    medicationReference: { reference: '#d' },
    contained: [{ resourceType: 'Medication', id: 'd', code: { text: 'x' } }],
    authoredOn: '2015',
    dosageInstruction: [
      { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { start: '2015' } } } },
    ],
    dispenseRequest: { expectedSupplyDuration: { value: 3, code: 'd' } },
  },
  {
    resourceType: 'Procedure',
    id: 'x1',
    status: 'completed',
    subject,
    code: { text: 'Colonoscopy' },
    performedPeriod: { start: '2015', end: '2015' },
  },
  {
    resourceType: 'Encounter',
    id: 'e1',
    status: 'finished',
    class: { code: 'AMB' },
    subject,
    period: { start: '2015-01-01' },
    type: [{ text: 'Visit' }],
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a1',
    patient: subject,
    code: { text: 'Nuts' },
    reaction: [{ manifestation: [{ text: 'Rash' }] }],
  },
  {
    resourceType: 'Immunization',
    id: 'i1',
    status: 'completed',
    patient: subject,
    vaccineCode: { text: 'Tdap' },
    occurrenceDateTime: '2015',
  },
  {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    subject,
    code: { text: 'CT chest' },
    effectiveDateTime: '2015',
    conclusion: 'Nodule.',
    presentedForm: [{ contentType: 'text/html', data: base64('<p>Nodule 6 mm</p>') }],
    result: [{ reference: 'Observation/o1' }],
  },
  {
    resourceType: 'DocumentReference',
    id: 'd1',
    status: 'current',
    subject,
    type: { text: 'Note' },
    date: '2015',
    content: [{ attachment: { contentType: 'text/rtf', data: base64('{\\rtf1 tired}') } }],
  },
  {
    resourceType: 'FamilyMemberHistory',
    id: 'f1',
    status: 'completed',
    patient: subject,
    relationship: { text: 'Mother' },
    condition: [{ code: { text: 'Coeliac' }, onsetAge: { value: 3, unit: 'a' } }],
  },
  {
    resourceType: 'ImagingStudy',
    id: 's1',
    status: 'available',
    subject,
    started: '2015',
    series: [{ modality: { code: 'CT' } }],
  },
  {
    resourceType: 'CarePlan',
    id: 'p2',
    status: 'active',
    subject,
    title: 'Plan',
    period: { start: '2015' },
    activity: [{ detail: { code: { text: 'x' } } }],
    addresses: [{ reference: 'Condition/c1' }],
  },
  {
    resourceType: 'Goal',
    id: 'g1',
    lifecycleStatus: 'active',
    subject,
    description: { text: 'Goal' },
    target: [{ detailRange: { low: quantity(1, 'kg'), high: quantity(2, 'kg') } }],
  },
  {
    resourceType: 'ServiceRequest',
    id: 'q1',
    status: 'active',
    intent: 'order',
    subject,
    code: { text: 'CT' },
    authoredOn: '2015',
  },
  {
    resourceType: 'Composition',
    id: 'k1',
    status: 'final',
    subject,
    title: 'Letter',
    date: '2015',
    section: [{ title: 'Plan', text: { div: '<div>CT</div>' } }],
  },
  {
    resourceType: 'DeviceUseStatement',
    id: 'u1',
    status: 'active',
    subject,
    device: { display: 'Pump' },
    timingDateTime: '2015',
  },
];

const anything = fc.oneof(
  fc
    .anything({ maxDepth: 2, withNullPrototype: false })
    .map((value) => JSON.parse(JSON.stringify(value ?? null) ?? 'null') as unknown),
  fc.constantFrom<unknown>(
    '',
    '2015-02-30',
    '#',
    '#d',
    'Patient/p1',
    'Patient?identifier=|',
    'urn:uuid:',
    -1,
    1e308,
    [],
    {},
    [null],
    [[]],
    { coding: [null] },
    { reference: 5 },
    { value: '9' },
  ),
);

/** A resource in which one element, at any depth, is something else. The type, id and patient stay, so that it is still itself. */
function mangled(resource: Resource): fc.Arbitrary<Resource> {
  const paths: (string | number)[][] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (path.length > 0 && !['resourceType', 'id', 'subject', 'patient', 'contained'].includes(String(path[0])))
      paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(resource, []);
  return fc.tuple(fc.constantFrom(...paths), anything).map(([path, value]) => {
    const copy = structuredClone(resource);
    let at: Record<string | number, unknown> = copy;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
    at[path.at(-1) ?? ''] = value;
    return copy;
  });
}

const eventsBut = (chart: Chart, { resourceType, id }: Resource) =>
  [...chart.events, ...chart.notes].filter(({ source }) => !(source.resourceType === resourceType && source.id === id));

describe('a mangled resource', () => {
  const whole = chartFromBundle(bundle(patient, ...RECORD));
  it.each(RECORD.map((resource): [string, Resource] => [resource.resourceType, resource]))(
    '%s never throws, and others are read as before',
    (_, resource) => {
      fc.assert(
        fc.property(mangled(resource), (broken) => {
          const chart = chartFromBundle(bundle(patient, ...RECORD.map((each) => (each === resource ? broken : each))));
          // What others take from it may change: the name of a reason, the time of a visit. Their number may not.
          const left = eventsBut(chart, resource);
          const expected = eventsBut(whole, resource);
          expect(left.map(({ source }) => source)).toEqual(expected.map(({ source }) => source));
          expect(chart.issues.every(({ text, where }) => text !== '' && where !== '')).toBe(true);
          for (const event of chart.events) expect(typeof event.name === 'string' && event.name !== '').toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('Patient never throws', () => {
    fc.assert(
      fc.property(mangled(patient), (broken) => {
        expect(chartFromBundle(bundle(broken, ...RECORD)).events.length).toBe(whole.events.length);
      }),
      { numRuns: 100 },
    );
  });

  it('anything at all in a bundle never throws but for being no record', () => {
    fc.assert(
      fc.property(fc.array(anything), (entries) => {
        const chart = chartFromBundle({
          resourceType: 'Bundle',
          entry: [{ resource: patient }, ...entries, ...entries.map((resource) => ({ resource }))],
        });
        expect(chart.patient.id).toBe('p1');
      }),
      { numRuns: 100 },
    );
  });
});

describe('the order of the input', () => {
  const shuffled = fc.shuffledSubarray([patient, ...RECORD], { minLength: RECORD.length + 1 });
  const whole = chartFromBundle(bundle(patient, ...RECORD));

  it('does not matter in a bundle', () => {
    fc.assert(
      fc.property(shuffled, (resources) => {
        expect(chartFromBundle(bundle(...resources))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('does not matter in NDJSON, which gives the same chart as a bundle', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async (resources) => {
        const ndjson = resources.map((resource) => JSON.stringify(resource)).join('\n');
        expect(await readChartFromBytes(Buffer.from(ndjson), 'x')).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});
