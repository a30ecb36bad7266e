import { describe, expect, it } from 'vitest';
import { chartWith, concept, observation, quantity, read, subject, UCUM } from '../fixtures.ts';

describe('value and unit', () => {
  it('is in the canonical unit of its analyte, and keeps what was written', () => {
    const { event, issues } = read(
      observation({ code: concept('2345-7', 'Glucose'), valueQuantity: quantity(5.5, 'mmol/L') }),
    );
    expect(event).toMatchObject({ kind: 'lab', analyte: 'glucose', status: 'final', name: 'Glucose' });
    expect(event?.value).toMatchObject({ type: 'quantity', unit: 'mg/dL', original: { value: 5.5, unit: 'mmol/L' } });
    expect(event?.value?.type === 'quantity' && event.value.value).toBeCloseTo(99.1, 1);
    expect(issues).toEqual([]);
  });

  it('takes the unit that a person wrote where the code does not fit', () => {
    const { event } = read(observation({ valueQuantity: { value: 9, unit: 'ng/mL', system: UCUM, code: 'xyz' } }));
    expect(event).toMatchObject({ analyte: 'ferritin', value: { value: 9, unit: 'ng/mL' } });
  });

  it('leaves a value out of the series when its unit does not fit', () => {
    const { event, issues } = read(observation({ valueQuantity: quantity(9, 'cm') }));
    expect(event).toMatchObject({ name: 'Ferritin [Mass/volume] in Serum or Plasma', value: { value: 9, unit: 'cm' } });
    expect(event?.analyte).toBeUndefined();
    expect(issues).toEqual(['unit-mismatch']);
  });

  it('leaves a value out of the series when nobody can have it', () => {
    const { event, issues } = read(
      observation({ code: concept('2823-3', 'Potassium'), valueQuantity: quantity(430, 'mmol/L') }),
    );
    expect(event?.analyte).toBeUndefined();
    expect(event?.name).toBe('Potassium');
    expect(issues).toEqual(['value-implausible']);
  });

  it('assumes the usual unit only where the value makes sense in it', () => {
    const usual = read(observation({ code: concept('2345-7', 'Glucose'), valueQuantity: { value: 95 } }));
    expect(usual.event).toMatchObject({ analyte: 'glucose', value: { value: 95, unit: 'mg/dL' } });
    expect(usual.issues).toEqual(['unit-unknown']);
    const other = read(observation({ code: concept('2345-7', 'Glucose'), valueQuantity: { value: 5.4 } }));
    expect(other.event?.analyte).toBeUndefined();
    expect(other.issues).toEqual(['unit-unknown']);
  });

  it.each([
    [{ valueString: '5.4 mmol/L' }, { value: 5.4, comparator: undefined }],
    [{ valueString: '< 0.5 mmol/L' }, { value: 0.5, comparator: '<' }],
    [{ valueQuantity: { ...quantity(3, 'mmol/L'), comparator: '>=' } }, { value: 3, comparator: '>=' }],
    [{ valueQuantity: { ...quantity(3, 'mmol/L'), value: '3.5' } }, { value: 3.5, comparator: undefined }],
    [{ valueRange: { high: quantity(4, 'mmol/L') } }, { value: 4, comparator: '<=' }],
    [
      { valueRatio: { numerator: quantity(6, 'mmol'), denominator: quantity(2, 'L') } },
      { value: 3, comparator: undefined },
    ],
  ])('reads the number of %j', (value, expected) => {
    const { event } = read(observation({ code: concept('2823-3', 'Potassium'), valueQuantity: undefined, ...value }));
    expect(event?.analyte).toBe('potassium');
    expect(
      event?.value?.type === 'quantity' ? { value: event.value.value, comparator: event.value.comparator } : undefined,
    ).toEqual(expected);
  });

  it.each([
    [{ valueCodeableConcept: concept('260373001', 'Detected', 'http://snomed.info/sct') }, 'Detected'],
    [{ valueString: 'Positive, 1:160' }, 'Positive, 1:160'],
    [{ valueString: '2+' }, '2+'],
    [{ valueString: '1:160' }, '1:160'],
    [{ valueBoolean: false }, 'No'],
    [{ valueRange: { low: quantity(3, 'a'), high: quantity(5, 'a') } }, '3–5 a'],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } }, '1:160'],
    [
      { valueSampledData: { origin: quantity(0, 'mV'), period: 1, factor: 0.5, dimensions: 1, data: '2 4 E 8' } },
      '4 samples, 1 to 4 mV',
    ],
    [{ valueTime: '08:30:00' }, '08:30:00'],
    [{ valueDateTime: '2015-03-02' }, '2015-03-02'],
    [{ valuePeriod: { start: '2015', end: '2016' } }, '2015 – 2016'],
  ])('reads the words of %j', (value, text) => {
    const { event } = read(observation({ code: { text: 'Something' }, valueQuantity: undefined, ...value }));
    expect(event?.value).toMatchObject({ type: 'text', text });
  });

  it('reads an integer of an analyte without a unit as its plain number', () => {
    const { event } = read(
      observation({
        code: concept('44261-6', 'PHQ-9'),
        category: undefined,
        valueQuantity: undefined,
        valueInteger: 11,
      }),
    );
    expect(event).toMatchObject({ analyte: 'phq-9', kind: 'vital', value: { value: 11, unit: '{score}' } });
  });
});

describe('no value', () => {
  it('says why, and is not in the series', () => {
    const { event, issues } = read(
      observation({ valueQuantity: undefined, dataAbsentReason: concept('error', 'Error', 'x') }),
    );
    expect(event?.detail).toBe('No result: Error');
    expect(event?.analyte).toBeUndefined();
    expect(issues).toEqual([]);
  });

  it('leaves out what was not measured, and counts it', () => {
    const { event, issues } = read(
      observation({ valueQuantity: undefined, dataAbsentReason: concept('not-performed', 'Not performed', 'x') }),
    );
    expect(event).toBeUndefined();
    expect(issues).toEqual(['not-done']);
  });

  it('reports a result with nothing in it', () => {
    const { event, issues } = read(observation({ valueQuantity: undefined }));
    expect(event).toBeUndefined();
    expect(issues).toEqual(['value-missing']);
  });
});

it('leaves out and counts what was entered in error or cancelled', () => {
  const chart = chartWith(
    observation({ id: 'a', status: 'entered-in-error' }),
    observation({ id: 'b', status: 'entered-in-error' }),
    observation({ id: 'c', status: 'cancelled' }),
  );
  expect(chart.events).toEqual([]);
  expect(chart.issues).toMatchObject([
    { code: 'entered-in-error', count: 2, where: 'Observation/a' },
    { code: 'not-done' },
  ]);
});

it('makes an event of each component, with its place in the source', () => {
  const { chart, issues } = read(
    observation({
      category: [concept('vital-signs', 'Vital Signs', 'x')],
      code: concept('85354-9', 'Blood pressure panel'),
      valueQuantity: undefined,
      component: [
        {
          code: concept('8480-6', 'Systolic'),
          valueQuantity: quantity(148, 'mm[Hg]'),
          interpretation: [{ text: 'High' }],
        },
        { code: concept('8462-4', 'Diastolic'), valueQuantity: quantity(92, 'mm[Hg]') },
        { code: concept('8478-0', 'Mean'), dataAbsentReason: concept('unknown', 'Unknown', 'x') },
      ],
    }),
  );
  expect(chart.events).toMatchObject([
    {
      kind: 'vital',
      analyte: 'systolic-bp',
      value: { value: 148 },
      interpretation: ['h'],
      source: { id: 'o1', path: 'component[0]' },
    },
    { kind: 'vital', analyte: 'diastolic-bp', value: { value: 92 }, source: { path: 'component[1]' } },
    { kind: 'vital', name: 'Mean', detail: 'No result: Unknown', source: { path: 'component[2]' } },
  ]);
  expect(issues).toEqual([]);
});

describe('time', () => {
  it('is of the specimen, and the day on which it was issued is kept', () => {
    const { event } = read(observation({ issued: '2015-03-04T10:00:00Z' }));
    expect(event).toMatchObject({
      time: '2015-03-02T08:00:00-05:00',
      at: Date.UTC(2015, 2, 2, 13),
      recorded: '2015-03-04T10:00:00Z',
    });
  });

  it('is the encounter’s where it has none', () => {
    const encounter = {
      resourceType: 'Encounter',
      id: 'e1',
      status: 'finished',
      class: { code: 'AMB' },
      subject,
      period: { start: '2015-03-01' },
    };
    const { chart } = read(
      observation({ effectiveDateTime: undefined, encounter: { reference: 'Encounter/e1' } }),
      encounter,
    );
    expect(chart.events.find(({ kind }) => kind === 'lab')).toMatchObject({ time: '2015-03-01', encounter: 'e1' });
  });

  it('is none when it cannot be read, and that is reported', () => {
    const { event, issues } = read(observation({ effectiveDateTime: '2015-02-30' }));
    expect(event?.time).toBeUndefined();
    expect(event?.at).toBeNaN();
    expect(issues).toEqual(['date-invalid']);
  });
});

it('strips the zero-width characters of names', () => {
  const { event } = read(observation({ code: concept('2276-4', 'Ferritin [Mass/\u200bvolume]') }));
  expect(event?.name).toBe('Ferritin [Mass/volume]');
  expect(event?.codings[0]?.display).toBe('Ferritin [Mass/volume]');
});

it('keeps one of equal results: the one that says more', () => {
  const referenceRange = [{ low: quantity(15, 'ng/mL') }];
  const { chart, issues } = read(
    observation({ id: 'a' }),
    observation({ id: 'b', referenceRange }),
    observation({ id: 'c', valueQuantity: quantity(10, 'ng/mL') }),
  );
  expect(chart.events.map(({ source }) => source.id)).toEqual(['b', 'c']);
  expect(issues).toEqual(['duplicate']);
});

it('keeps answers about life apart from measurements', () => {
  const smoking = observation({
    category: [concept('survey', 'Survey', 'x')],
    code: concept('72166-2', 'Tobacco smoking status'),
    valueQuantity: undefined,
    valueCodeableConcept: concept('266919005', 'Never smoked tobacco', 'http://snomed.info/sct'),
  });
  expect(read(smoking).event).toMatchObject({
    kind: 'social',
    analyte: 'smoking-status',
    value: { text: 'Never smoked tobacco' },
  });
});
