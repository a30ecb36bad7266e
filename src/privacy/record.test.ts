import { describe, expect, test } from 'vitest';
import { objectsAt } from './json.ts';
import { resourcesOf } from './patient/known.ts';
import { observation, part, patient } from './record.fixture.ts';
import { passAll, toolsFor, treated } from './tools.fixture.ts';

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
