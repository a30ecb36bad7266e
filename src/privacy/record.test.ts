import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementsOf, isPrimitive, RESOURCES } from './fhir/elements.ts';
import { CANARY, fullInstance } from './fhir/instances.fixture.ts';
import { type Json, objectsAt } from './json.ts';
import { resourcesOf } from './patient/known.ts';
import { rulesOf } from './rules/rules.ts';
import { keysNamed, passAll, toolsFor, treated } from './tools.fixture.ts';

const part = (json: Json | undefined, key: string): Json => objectsAt(json, key)[0] ?? {};

const patient: Json = {
  resourceType: 'Patient',
  id: 'pat-1',
  name: [{ use: 'official', family: 'Okonkwo-Hale', given: ['Marguerite', 'Ada'] }],
  identifier: [
    { system: 'http://hospital.example.org/mrn', value: 'MRN-4471920', assigner: { display: 'St Elsewhere' } },
  ],
  birthDate: '1957-03-04',
  gender: 'female',
  telecom: [{ system: 'phone', value: '555-392-1685' }],
  address: [{ line: ['270 VonRueden Crossing'], city: 'Newburyport', state: 'MA', postalCode: '01950', country: 'US' }],
};

const observation = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'obs-1',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8302-2', display: 'Body Height' }], text: 'Body Height' },
  subject: { reference: 'Patient/pat-1', display: 'Marguerite Okonkwo-Hale' },
  effectiveDateTime: '2011-06-28T19:03:19+00:00',
  ...more,
});

describe('what no rule names is redacted', () => {
  test.each([...RESOURCES])('nothing that is written into any element of %s comes out', (type) => {
    for (const pick of [0, 1, 2, 5, 11]) {
      const { made } = treated(fullInstance(type, pick));
      const text = JSON.stringify(made ?? {});
      expect(text).not.toMatch(new RegExp(CANARY, 'i'));
      expect(text).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 8));
      expect(text).not.toContain('1957-03-04');
      expect(text).not.toContain('2011-06-28');
    }
  });

  test('only elements of R4 come out, and each in its place', () => {
    const faults: string[] = [];
    const visit = (value: unknown, type: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const element = elementsOf(isPrimitive(type) ? 'Element' : type)?.get(key.replace(/^_/, ''));
        if (!element && key !== 'resourceType') faults.push(`${type}.${key}`);
        for (const each of [inner].flat()) if (element && element.type !== 'Resource') visit(each, element.type);
      }
    };
    for (const type of RESOURCES) visit(treated(fullInstance(type)).made, type);
    expect(faults).toEqual([]);
  });

  test.each([
    ['an element that R4 does not have', { 'Marguerite Okonkwo': 1, extra: 'Okonkwo' }],
    ['an extension', { extension: [{ url: 'http://x.org/y', valueString: 'Okonkwo' }] }],
    [
      'a primitive extension',
      { _status: { extension: [{ url: 'http://x.org/y', valueString: 'Okonkwo' }], id: 'Okonkwo' } },
    ],
    ['a value of the wrong type', { status: { name: 'Okonkwo' }, issued: 'Okonkwo', valueQuantity: 'Okonkwo' }],
    ['a boolean that is a name', { valueBoolean: 'Okonkwo' }],
    ['a date that is a name', { effectiveDateTime: 'Okonkwo', issued: '2011-06-28T19:03:19Okonkwo' }],
    ['a code that is the name', { status: 'Okonkwo-Hale', subject: { reference: 'Patient/pat-1' } }],
    ['a hospital in a system', { code: { coding: [{ system: 'http://okonkwo-hale.org/codes', code: 'x' }] } }],
  ])('%s', (_, more) => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: patient }, { resource: observation(more) }],
    };
    const { made } = treated(bundle);
    expect(JSON.stringify(made)).not.toMatch(/okonkwo|marguerite/i);
  });

  test('a resource type that is none, and one that is no record, are left out', () => {
    expect(treated({ resourceType: 'Okonkwo', id: '1' }).made).toBeUndefined();
    expect(treated({ resourceType: 'StructureDefinition', id: '1' }).made).toBeUndefined();
    const { made, tally } = treated({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: patient },
        { resource: { resourceType: 'AuditEvent', id: 'a' } },
        { resource: { resourceType: 'constructor' } },
      ],
    });
    expect(made?.entry).toHaveLength(1);
    expect([...tally.leftOut]).toEqual([
      ['AuditEvent', 1],
      ['not R4', 1],
    ]);
  });
});

describe('the patient', () => {
  test('loses names, numbers and places, keeps what is allowed', () => {
    const { made } = treated(patient);
    expect(made).toEqual({
      resourceType: 'Patient',
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      identifier: [{ system: expect.stringMatching(/^urn:uuid:/), value: expect.stringMatching(/^[0-9a-f]{32}$/) }],
      birthDate: expect.stringMatching(/^195[678]-\d\d-\d\d$/),
      gender: 'female',
      address: [{ state: 'MA', postalCode: '019', country: 'US' }],
    });
    expect(made?.birthDate).not.toBe('1957-03-04');
  });

  test.each([
    ['03601', 'US', '000'],
    ['03601-1234', 'USA', '000'],
    ['10115', 'DE', undefined],
    ['SW1A 1AA', undefined, undefined],
    ['20500', undefined, '000'],
    ['94110', undefined, '941'],
  ])('postal code %s in %s becomes %s', (postalCode, country, wanted) => {
    const { made } = treated({
      resourceType: 'Patient',
      id: 'x',
      address: [{ postalCode, ...(country && { country }) }],
    });
    expect(objectsAt(made, 'address')[0]?.postalCode).toBe(wanted);
  });

  test('of 90 or older was born as one of 90, and no date tells of a longer life', () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: { ...patient, birthDate: '1920-01-01' } },
        { resource: observation({ effectiveDateTime: '1931-01-01', issued: '2011-06-28T19:03:19.400Z' }) },
      ],
    };
    const { made } = treated(bundle);
    const [first, second] = resourcesOf(made ?? {});
    expect(first?.birthDate).toMatch(/^193[567]$/);
    expect(second?.effectiveDateTime).toBeUndefined();
    expect(second?.issued).toMatch(/^201[012]-/);
  });

  test('who died at 75 is not made older', () => {
    const { made } = treated({ ...patient, birthDate: '1900-01-01', deceasedDateTime: '1975-06-01' });
    expect(made?.birthDate).toMatch(/^(1899|1900|1901)-/);
  });

  test.each([
    ['an age of 93', { onsetAge: { value: 93, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' } }, 90],
    ['an age of 89', { onsetAge: { value: 89, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' } }, 89],
    [
      'an age of 1200 months',
      { onsetAge: { value: 1200, unit: 'mo', system: 'http://unitsofmeasure.org', code: 'mo' } },
      1080,
    ],
  ])('%s', (_, onset, wanted) => {
    const { made } = treated({ resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/pat-1' }, ...onset });
    expect(part(made, 'onsetAge').value).toBe(wanted);
  });
});

describe('references follow', () => {
  const forms = [
    'urn:uuid:0f0e0d0c-1111-4222-8333-444455556666',
    'Patient/p',
    'http://a.org/fhir/Patient/p',
    'Patient/p/_history/3',
  ];
  test.each(forms)('%s', (reference) => {
    const id = reference.startsWith('urn') ? reference.slice(9) : 'p';
    const fullUrl = reference.startsWith('Patient') ? undefined : reference;
    const { made } = treated({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { ...(fullUrl && { fullUrl }), resource: { ...patient, id } },
        { resource: observation({ subject: { reference } }) },
      ],
    });
    const [first, second] = objectsAt(made, 'entry');
    const changed = String(part(part(second, 'resource'), 'subject').reference);
    expect(changed).not.toBe(reference);
    expect(changed).toContain(String(part(first, 'resource').id));
    if (fullUrl) expect(changed).toBe(first?.fullUrl);
    expect(JSON.stringify(made)).not.toContain('a.org');
  });

  test('contained, and by identifier', () => {
    const { made } = treated({
      ...observation({
        contained: [{ resourceType: 'Practitioner', id: 'okonkwo', name: [{ family: 'Legros' }] }],
        performer: [
          { reference: '#okonkwo' },
          { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|120&name=Legros' },
        ],
      }),
    });
    const [contained] = objectsAt(made, 'contained');
    const [one, two] = objectsAt(made, 'performer');
    expect(one?.reference).toBe(`#${contained?.id}`);
    expect(two?.reference).toMatch(/^Practitioner\?identifier=http:\/\/hl7.org\/fhir\/sid\/us-npi\|[0-9a-f]{32}$/);
    const { made: practitioner } = treated({
      resourceType: 'Practitioner',
      id: 'x',
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '120' }],
    });
    expect(two?.reference).toContain(String(part(practitioner, 'identifier').value));
  });
});

describe('validity', () => {
  test('a required element that is redacted says that it is masked', () => {
    const { made } = treated({
      resourceType: 'Coverage',
      id: 'c',
      status: 'active',
      beneficiary: { reference: 'Patient/pat-1' },
      payor: [{ display: 'Okonkwo Mutual' }],
    });
    expect(made?.payor).toEqual([
      { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }] },
    ]);
  });

  test('a narrative keeps its tags and loses its attributes', () => {
    const div =
      '<div xmlns="http://www.w3.org/1999/xhtml"><p title="Okonkwo">Seen &amp; <a href="http://x/okonkwo">well</a><br/></p></div>';
    const { made } = treated({ ...patient, text: { status: 'generated', div } }, toolsFor({ scrub: passAll }));
    expect(part(made, 'text').div).toBe('<div xmlns="http://www.w3.org/1999/xhtml"><p>Seen &amp; well<br/></p></div>');
  });

  test.each(['<div>never closed', '<script>x</script>', 'plain Okonkwo', '<div><b></div></b>'])(
    'a narrative that is none goes: %s',
    (div) => {
      const { made } = treated({ ...patient, text: { status: 'generated', div } }, toolsFor({ scrub: passAll }));
      expect(made?.text).toBeUndefined();
    },
  );

  test('lists of primitives stay beside what hangs on them', () => {
    const absent = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' };
    const timing = {
      event: ['2011-06-28', '2012-01-01'],
      _event: [null, { extension: [absent, { url: 'x', valueString: 'Okonkwo' }] }],
    };
    const { made } = treated(observation({ effectiveTiming: timing, effectiveDateTime: undefined }));
    expect(part(made, 'effectiveTiming')._event).toEqual([null, { extension: [absent] }]);
  });
});

test("a display of a terminology stays unless the record knows its words; one of a hospital's own is a text", () => {
  const name = {
    text: 'Hodgkin lymphoma',
    spans: [{ start: 0, end: 7, category: 'name', replacement: 'X', why: 'test' }],
  } as const;
  const scrub = (text: string) => ({ ...name, text: `X ${text.length}` });
  const coding = (system: string, display: string) => ({ code: { coding: [{ system, code: 'c', display }] } });
  const display = (more: Json) => {
    const entry = [{ resource: patient }, { resource: observation(more) }];
    const { made } = treated({ resourceType: 'Bundle', type: 'collection', entry }, toolsFor({ scrub }));
    return part(part(resourcesOf(made ?? {})[1], 'code'), 'coding').display;
  };
  expect(display(coding('http://snomed.info/sct', 'Hodgkin lymphoma'))).toBe('Hodgkin lymphoma');
  expect(display(coding('http://snomed.info/sct', 'Seen: Marguerite'))).toBe('X 16');
  expect(display(coding('http://hospital.example.org/codes', 'Hodgkin lymphoma'))).toBe('X 16');
});

describe('attachments', () => {
  const document = (contentType: string, data: string): Json => ({
    resourceType: 'DocumentReference',
    id: 'd',
    status: 'current',
    subject: { reference: 'Patient/pat-1' },
    content: [{ attachment: { contentType, data, hash: 'aGFzaA==', size: 3, url: 'Binary/b1', title: 'Note' } }],
  });
  const attachment = (made: Json | undefined): Json => part(part(made, 'content'), 'attachment');

  test('a text is decoded, scrubbed and coded again', () => {
    const scrub = (text: string) => ({ text: text.replaceAll('Okonkwo', 'Miller'), spans: [] });
    const data = Buffer.from('Mrs Okonkwo, 54 ans, opérée').toString('base64');
    const { made } = treated(document('text/plain; charset=utf-8', data), toolsFor({ scrub }));
    expect(Buffer.from(String(attachment(made).data), 'base64').toString()).toBe('Mrs Miller, 54 ans, opérée');
    expect(attachment(made).url).toMatch(/^Binary\/[0-9a-f-]{36}$/);
    expect(attachment(made).hash).toBeUndefined();
  });

  test('the words of HTML are scrubbed, its markup goes', () => {
    const data = Buffer.from(
      '<html><head><title>Okonkwo</title></head><body id="okonkwo"><p>Well &lt; 3</p></body>',
    ).toString('base64');
    const { made } = treated(document('text/html', data), toolsFor({ scrub: passAll }));
    const text = Buffer.from(String(attachment(made).data), 'base64').toString();
    expect(text).toContain('Well &lt; 3');
    expect(text).not.toMatch(/okonkwo/i);
  });

  test.each(['application/pdf', 'image/jpeg', 'application/rtf', ''])('%s goes', (contentType) => {
    const { made, tally } = treated(
      document(contentType, Buffer.from('Okonkwo').toString('base64')),
      toolsFor({ scrub: passAll }),
    );
    expect(attachment(made).data).toBeUndefined();
    expect([...tally.notUnderstood.keys()].some((key) => key.startsWith('attachment'))).toBe(true);
  });
});

describe('the same key gives the same, another key another', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: patient }, { resource: observation() }],
  };
  test('byte for byte', () => {
    expect(JSON.stringify(treated(bundle).made)).toBe(JSON.stringify(treated(bundle).made));
    expect(JSON.stringify(treated(bundle, toolsFor({ key: 'two' })).made)).not.toBe(
      JSON.stringify(treated(bundle).made),
    );
  });

  test('a resource alone moves as it does in its bundle', () => {
    const whole = resourcesOf(treated(bundle).made ?? {});
    expect(treated(observation()).made?.effectiveDateTime).toBe(whole[1]?.effectiveDateTime);
  });

  test('the input is not changed', () => {
    const before = JSON.stringify(bundle);
    treated(bundle);
    expect(JSON.stringify(bundle)).toBe(before);
  });

  test('de-identified again it keeps its structure', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
          : typeof value;
    const once = treated(bundle, toolsFor({ scrub: passAll })).made ?? {};
    const again = treated(once, toolsFor({ scrub: passAll })).made;
    const withoutZip = (json: unknown) => JSON.stringify(shape(json));
    expect(withoutZip(again)).toBe(withoutZip(once));
  });
});

describe('intervals', () => {
  test('of one patient are the same in every resource; two patients move apart', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2025-01-01'), noInvalidDate: true }),
        fc.string({ minLength: 1 }),
        (date, id) => {
          const time = `${date.toISOString().slice(0, 19)}Z`;
          const moved = (json: Json): number => Date.parse(String(treated(json).made?.effectiveDateTime));
          const subject = { reference: `Patient/${encodeURIComponent(id)}` };
          const one = moved(observation({ subject, effectiveDateTime: time }));
          const two = moved(observation({ subject, effectiveDateTime: '2011-06-28T19:03:19Z' }));
          expect(one - two).toBe(Date.parse(time) - Date.parse('2011-06-28T19:03:19Z'));
          expect(one).not.toBe(Date.parse(time));
          expect(Math.abs(one - Date.parse(time))).toBeLessThanOrEqual(364 * 86_400_000);
        },
      ),
      { numRuns: 40 },
    );
    const shifts = new Set(
      Array.from(
        { length: 60 },
        (_, index) => treated(observation({ subject: { reference: `Patient/${index}` } })).made?.effectiveDateTime,
      ),
    );
    expect(shifts.size).toBeGreaterThan(45);
  });

  test("what is nobody's shows years only", () => {
    const { made } = treated({
      resourceType: 'Medication',
      id: 'm',
      meta: { lastUpdated: '2011-06-28T19:03:19Z' },
      batch: { expirationDate: '2013-02-03' },
    });
    expect(part(made, 'meta').lastUpdated).toBe('2011-01-01T00:00:00Z');
    expect(part(made, 'batch').expirationDate).toBe('2013');
  });
});

describe('hostile input', () => {
  const nested = (levels: number): Json => {
    let item: Json = { linkId: '1', text: 'Okonkwo' };
    for (let level = 0; level < levels; level++) item = { linkId: '1', item: [item] };
    return { resourceType: 'QuestionnaireResponse', id: 'q', status: 'completed', item: [item] };
  };
  test('too deep is refused, and says nothing of the content', () => {
    expect(() => treated(nested(5000))).toThrow(/nested deeper/);
    try {
      treated(nested(5000));
    } catch (error) {
      expect(String(error)).not.toMatch(/okonkwo/i);
    }
    expect(treated(nested(20)).made).toBeDefined();
  });

  test('prototype keys are keys like any other', () => {
    const json = JSON.parse(
      '{"resourceType":"Patient","id":"1","__proto__":{"gender":"male"},"constructor":{"x":1},"toString":"Okonkwo","name":[{"__proto__":"Okonkwo"}]}',
    ) as Json;
    const { made } = treated(json);
    expect(Object.keys(made ?? {})).toEqual(['resourceType', 'id']);
    expect(({} as Json).gender).toBeUndefined();
  });

  test('references in a circle end', () => {
    const { made } = treated({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: { resourceType: 'Provenance', id: 'a', target: [{ reference: 'Provenance/b' }] } },
        { resource: { resourceType: 'Provenance', id: 'b', target: [{ reference: 'Provenance/a' }] } },
      ],
    });
    expect(made?.entry).toHaveLength(2);
  });

  test('any JSON at all gives R4 or nothing, and never throws but for depth', () => {
    const type = fc.constantFrom('Patient', 'Observation', 'Bundle', 'DocumentReference', 'Parameters');
    fc.assert(
      fc.property(
        type,
        fc.object({
          maxDepth: 5,
          key: fc.constantFrom(
            'id',
            'name',
            'entry',
            'resource',
            'subject',
            'reference',
            'text',
            'div',
            'extension',
            '_id',
            'valueString',
            'contained',
            'content',
            '__proto__',
            'identifier',
            'birthDate',
            'coding',
          ),
        }),
        (resourceType, rest) => {
          const { made } = treated({ ...(rest as Json), resourceType });
          expect(made === undefined || made.resourceType === resourceType).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('rules of one’s own', () => {
  const own = (rules: string, standard = ''): ReturnType<typeof rulesOf> =>
    rulesOf(
      `name: own\nshiftDays: {least: 1, most: 30}\nstandardSystems: [http://loinc.org${standard}]\nzip3: {use: [a], lists: {a: {source: test, areas: ['036']}}}\nrules:\n${rules}\n  - {path: Observation, method: keep}\n`,
      'own.yaml',
    );
  const quantity = { valueQuantity: { value: 181.5, unit: 'cm', system: 'http://unitsofmeasure.org', code: 'cm' } };
  const value = (rules: string, more: Json = quantity): unknown => {
    const { made } = treated(observation(more), toolsFor({ rules: own(rules), scrub: passAll }));
    return part(made, 'valueQuantity').value ?? made?.valueString;
  };

  test('perturb stays within its spread, and is the same each time', () => {
    const rules = '  - {path: Observation.value.ofType(Quantity), method: perturb, spread: 0.05}';
    const noisy = Number(value(rules));
    expect(Math.abs(noisy / 181.5 - 1)).toBeLessThanOrEqual(0.051);
    expect(noisy).not.toBe(181.5);
    expect(value(rules)).toBe(noisy);
  });

  test('generalize rounds', () => {
    expect(value('  - {path: Observation.value.ofType(Quantity), method: generalize, as: round, step: 10}')).toBe(180);
  });

  test('substitute, encrypt, cryptoHash', () => {
    const text = { valueString: 'Okonkwo' };
    expect(value('  - {path: Observation.value, method: substitute, with: x}', text)).toBe('x');
    const encrypted = String(value('  - {path: Observation.value, method: encrypt}', text));
    expect(Buffer.from(encrypted, 'base64').length).toBe(12 + 7 + 16);
    expect(value('  - {path: Observation.value, method: cryptoHash}', text)).toBe(
      keysNamed('one').keyed('value', 'Okonkwo').toString('hex', 0, 16),
    );
  });

  test('an expression for the library decides over its values alone', () => {
    const rules = '  - {path: "Observation.value.where($this is Quantity and value > 100)", method: redact}';
    expect(value(rules)).toBeUndefined();
    expect(value(rules, { valueQuantity: { value: 99 } })).toBe(99);
  });

  test('the first rule that names a value decides', () => {
    const keep = '  - {path: Observation.value, method: keep}';
    const redact = '  - {path: "nodesByType(\'Quantity\')", method: redact}';
    expect(value(`${keep}\n${redact}`)).toBe(181.5);
    expect(value(`${redact}\n${keep}`)).toBeUndefined();
  });

  test.each([
    ['  - {path: A, method: shred}', /method/],
    ['  - {path: Patient, method: generalize}', /as/],
    ['  - {path: Patient, method: perturb}', /spread/],
    ['  - {path: "Observation.value.where(", method: keep}', /FHIRPath/],
    ['  - {path: Okonkwo.name, method: keep}', /no type/],
    ['  - {path: Observation.vaule, method: keep}', /no element/],
  ])('a fault in the file is said: %s', (rules, why) => {
    expect(() => own(rules)).toThrow(why);
  });
});
