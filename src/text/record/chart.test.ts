import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, ChartEvent } from '../../chart/index.ts';
import { chartFromTexts, DAY_ZERO } from './chart.ts';

const VIGNETTE = `A 54-year-old woman presents with a 6-month history of fatigue and itching. Past medical history is significant for hypothyroidism and hypertension for 10 years. She takes levothyroxine and lisinopril. Her mother had rheumatoid arthritis. She is allergic to penicillin (rash). Temperature is 98.2°F (36.8°C), BP 148/92 mm Hg, pulse 88/min, respirations are 14/min. Hemoglobin 11.1 g/dL (12–16), alkaline phosphatase (ALP) is 410 U/L (N: 30–120 U/L), leukocyte count is 11,800 mm3. Three months ago, ALP was 300 U/L.`;

const of = (text: string, asOf?: string): Chart => chartFromTexts([{ id: 'note', title: 'Case', text }], { asOf });
const named = ({ events }: Chart, kind: ChartEvent['kind']): string[] =>
  events.filter((event) => event.kind === kind).map(({ name }) => name);
const numbersOf = ({ events }: Chart, analyte: string): number[] =>
  events.flatMap((event) => (event.analyte === analyte && event.value?.type === 'quantity' ? [event.value.value] : []));

describe('a vignette is a record', () => {
  const chart = of(VIGNETTE, '2024-03-12');

  it('of a person', () => {
    expect(chart.patient).toMatchObject({ sex: 'female', name: 'Case' });
    expect(chart.patient.birthDate?.slice(0, 4)).toBe('1969');
  });

  it('with medicines, allergies and past history', () => {
    expect(named(chart, 'medication')).toEqual(['levothyroxine', 'lisinopril']);
    expect(named(chart, 'allergy')).toEqual(['penicillin']);
    expect(named(chart, 'condition').sort()).toEqual(['Hypertension', 'Hypothyroidism']);
  });

  it('with vital signs and results in canonical units, ranges, and times counted back', () => {
    expect(numbersOf(chart, 'body-temperature')[0]).toBeCloseTo(36.8, 1);
    expect(numbersOf(chart, 'systolic-bp')).toEqual([148]);
    expect(numbersOf(chart, 'respiratory-rate')).toEqual([14]);
    expect(numbersOf(chart, 'alp')).toEqual([300, 410]);
    expect(numbersOf(chart, 'leukocytes')[0]).toBeCloseTo(11.8, 5);
    const [before, now] = chart.events.filter(({ analyte }) => analyte === 'alp');
    expect([before?.time, now?.time]).toEqual(['2023-12-12', '2024-03-12']);
    expect(now?.range).toEqual({ low: 30, high: 120 });
  });

  it('says what was assumed', () => {
    expect(chart.issues.map(({ code }) => code).sort()).toEqual(['birth-date-reckoned', 'date-assumed']);
    expect(of('A 54-year-old woman.').notes[0]?.time).toBe(DAY_ZERO);
    expect(of('Date: 2024-03-12. A 54-year-old woman.').issues.map(({ code }) => code)).toEqual([
      'birth-date-reckoned',
    ]);
  });
});

it('a sectioned note gives its lists', () => {
  const chart = of(
    'PMH:\n1. Asthma\n2. Type 2 diabetes\nMedications:\n- Metformin 500 mg BD\n- Salbutamol inhaler PRN\nAllergies: NKDA\nPSH: appendicectomy 2001\n',
  );
  expect(named(chart, 'condition')).toEqual(['Asthma', 'Type 2 diabetes']);
  expect(named(chart, 'medication')).toEqual(['Metformin 500 mg BD', 'Salbutamol inhaler PRN']);
  expect(named(chart, 'allergy')).toEqual([]);
  expect(named(chart, 'procedure')).toEqual(['Appendicectomy 2001']);
});

it('a pasted table of results is read row by row, with its ranges', () => {
  const chart = of('Haemoglobin\t9.1\tg/dL\t12-16\nFerritin\t9\tng/mL\t15-150\nPlatelets | 450 | 10^9/L | 150-400');
  expect([numbersOf(chart, 'ferritin'), numbersOf(chart, 'platelets')]).toEqual([[9], [450]]);
  expect(chart.events.find(({ analyte }) => analyte === 'ferritin')?.range).toEqual({ low: 15, high: 150 });
});

it('knows reports from notes', () => {
  const kind = (text: string) => of(text).notes[0]?.kind;
  expect(kind('CT CHEST\nTechnique: contrast.\nFindings: 6 mm nodule.\nImpression: Nodule.')).toBe('imaging');
  expect(kind('Surgical pathology report\nGross description: a polyp.\nDiagnosis: tubular adenoma.')).toBe('pathology');
  expect(kind('A 50-year-old man with a CT that shows a nodule. Impression: nodule.')).toBe('note');
});

it('several texts are one person, each at its own date', () => {
  const chart = chartFromTexts([
    { id: 'a', title: 'Later', text: 'Hb 10.1 g/dL', day: '2024-02-01' },
    { id: 'b', title: 'Earlier', text: 'A 61-year-old man. Hb 13.2 g/dL', day: '2023-02-01' },
  ]);
  expect(chart.notes.map(({ title }) => title)).toEqual(['Earlier', 'Later']);
  expect(numbersOf(chart, 'hemoglobin')).toEqual([13.2, 10.1]);
  expect(chart.patient).toMatchObject({ sex: 'male', source: { id: 'b' } });
});

it('whatever the text, it is a chart, and every event stands on words of the text', () => {
  const words = fc.constantFrom(
    ...VIGNETTE.split(' '),
    ...'PMH: Medications: \n - 1. 54F 67M aged DOB 2024-03-12 3/4/2024 takes history of , ; ( ) [ allergic to 9.1 g/dL 12-16 | \t ° 𝔊 ‏'.split(
      ' ',
    ),
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
      const text = parts.join(' ');
      const { events, patient } = of(text);
      for (const { source, value } of events) {
        const [start, end] = source.span ?? [-1, -1];
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (value?.type === 'quantity') expect(text.slice(start, end)).toMatch(/\d/);
        else expect(text.slice(start, end).trim()).not.toBe('');
      }
      for (const event of events.filter(({ kind }) => kind === 'medication' || kind === 'allergy')) {
        expect(text.slice(...(event.source.span ?? [0, 0])).replace(/\s+/g, ' ')).toBe(event.name);
      }
      const [from, to] = patient.source.span ?? [0, 0];
      expect(to).toBeLessThanOrEqual(text.length);
      expect(from).toBeLessThanOrEqual(to);
    }),
    { numRuns: 200 },
  );
});

it('is linear in the length of the text', () => {
  const long = `${VIGNETTE}\n`.repeat(2000);
  const start = performance.now();
  of(long);
  expect(performance.now() - start).toBeLessThan(15_000);
});

it('counts a cubic millimetre however it is written, and leaves the dose out of the name', () => {
  const chart = of(
    'Leukocyte count: 7,500/mm^3 with normal differential\nPlatelet count: 197,000 cells/mm^3\nCurrent medications include amlodipine and hydrochlorothiazide at maximum doses.',
  );
  expect([numbersOf(chart, 'leukocytes'), numbersOf(chart, 'platelets')]).toEqual([[7.5], [197]]);
  expect(named(chart, 'medication')).toEqual(['amlodipine', 'hydrochlorothiazide']);
});
