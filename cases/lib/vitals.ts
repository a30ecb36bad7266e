import { concept, hl7, LOINC, quantity, ref, SNOMED } from './fhir.ts';
import { levelAt } from './physiology.ts';
import { normal, uniform } from './random.ts';
import type { Entry } from './story.ts';
import type { Visit, Writer } from './writer.ts';

interface Vital {
  readonly loinc: readonly string[];
  readonly display: string;
  readonly unit: string;
  readonly printed: string;
  readonly decimals: number;
  readonly level: number;
  /** Standard deviation from visit to visit, in the unit. */
  readonly sd: number;
}

const VITALS: Readonly<Record<string, Vital>> = {
  'heart-rate': {
    loinc: ['8867-4'],
    display: 'Heart rate',
    unit: '/min',
    printed: 'beats/minute',
    decimals: 0,
    level: 70,
    sd: 4,
  },
  'respiratory-rate': {
    loinc: ['9279-1'],
    display: 'Respiratory rate',
    unit: '/min',
    printed: 'breaths/minute',
    decimals: 0,
    level: 14,
    sd: 1,
  },
  temperature: {
    loinc: ['8310-5'],
    display: 'Body temperature',
    unit: 'Cel',
    printed: 'Cel',
    decimals: 1,
    level: 36.6,
    sd: 0.15,
  },
  'oxygen-saturation': {
    loinc: ['2708-6', '59408-5'],
    display: 'Oxygen saturation in Arterial blood by Pulse oximetry',
    unit: '%',
    printed: '%',
    decimals: 0,
    level: 98,
    sd: 0.7,
  },
  weight: { loinc: ['29463-7'], display: 'Body weight', unit: 'kg', printed: 'kg', decimals: 1, level: 74, sd: 0.6 },
  height: { loinc: ['8302-2'], display: 'Body height', unit: 'cm', printed: 'cm', decimals: 0, level: 170, sd: 0 },
  bmi: {
    loinc: ['39156-5'],
    display: 'Body mass index (BMI) [Ratio]',
    unit: 'kg/m2',
    printed: 'kg/m2',
    decimals: 1,
    level: 25,
    sd: 0,
  },
  waist: {
    loinc: ['8280-0'],
    display: 'Waist Circumference at umbilicus by Tape measure',
    unit: 'cm',
    printed: 'cm',
    decimals: 0,
    level: 88,
    sd: 1,
  },
  'peak-flow': {
    loinc: ['19935-6'],
    display: 'Maximum expiratory gas flow Respiratory system airway by Peak flow meter',
    unit: 'L/min',
    printed: 'L/min',
    decimals: 0,
    level: 450,
    sd: 20,
  },
};

const PRESSURE = { systolic: { level: 124, sd: 6 }, diastolic: { level: 78, sd: 4 } } as const;

/** What is measured at each kind of encounter when the story does not say. */
const USUAL: Readonly<Record<Entry['kind'], readonly string[]>> = {
  'check-up': ['pressure', 'heart-rate', 'temperature', 'weight', 'height', 'bmi'],
  symptom: ['pressure', 'heart-rate', 'temperature'],
  'follow-up': ['pressure', 'heart-rate', 'weight'],
  nurse: ['pressure', 'heart-rate', 'weight', 'bmi'],
  telephone: [],
  emergency: ['pressure', 'heart-rate', 'respiratory-rate', 'temperature', 'oxygen-saturation'],
  outpatient: ['pressure', 'weight'],
  inpatient: ['pressure', 'heart-rate', 'respiratory-rate', 'temperature', 'oxygen-saturation', 'weight'],
  none: [],
};

const CATEGORY = [hl7('observation-category', 'vital-signs', 'Vital Signs')];

/** Writes the vital signs of an encounter: what the story fixes, and what such an encounter usually measures. */
export function writeVitals(
  writer: Writer,
  visit: Visit,
  kind: Entry['kind'],
  fixed: Entry['vitals'],
  fever = false,
): void {
  if (fixed === 'none') return;
  const given = fixed ?? {};
  const draw = (id: string, level: number, sd: number) => {
    const course = writer.story.setPoints[id];
    const own = course === undefined ? level : levelAt(course, visit.date);
    return (
      given[id] ?? own + (id === 'temperature' && fever ? 1.2 : 0) + sd * normal(`${writer.slug}/${visit.date}/${id}`)
    );
  };
  const common = {
    resourceType: 'Observation',
    status: 'final',
    category: CATEGORY,
    subject: ref(writer.patient),
    ...(visit.encounter === undefined ? {} : { encounter: ref(visit.encounter) }),
    effectiveDateTime: writer.time(visit, 4),
  };
  const ids = new Set([...USUAL[kind], ...Object.keys(given).map((id) => (id in PRESSURE ? 'pressure' : id))]);
  if (ids.has('bmi') || ids.has('height')) ids.add('weight');

  const weight = Number(draw('weight', 74, 0.6).toFixed(1));
  for (const id of ids) {
    const key = `vital/${visit.date}/${id}`;
    if (id === 'pressure') {
      const parts = Object.entries(PRESSURE).map(([part, { level, sd }]) => {
        const [loinc, display] =
          part === 'systolic' ? ['8480-6', 'Systolic blood pressure'] : ['8462-4', 'Diastolic blood pressure'];
        // Read to the even number, as from a dial.
        const value =
          given[part] ??
          Math.round(draw(part, level, sd) / (uniform(key) < 0.5 ? 2 : 1)) * (uniform(key) < 0.5 ? 2 : 1);
        return { code: concept(display, [LOINC, loinc, display]), valueQuantity: quantity(value, 'mm[Hg]', 'mmHg') };
      });
      writer.quote('bp', visit.date, parts.map((part) => part.valueQuantity.value).join('/'));
      const display = 'Blood pressure panel with all children optional';
      writer.add(
        key,
        writer.time(visit, 4),
        { ...common, code: concept(display, [LOINC, '85354-9', display]), component: parts },
        `blood-pressure@${visit.date}`,
      );
      continue;
    }
    const vital = VITALS[id];
    if (!vital) throw new Error(`${writer.slug} ${visit.date}: no vital sign called ${id}`);
    const height = writer.story.patient.heightCm;
    const value =
      id === 'height'
        ? (given.height ?? height)
        : id === 'bmi'
          ? weight / (height / 100) ** 2
          : id === 'weight'
            ? weight
            : draw(id, vital.level, vital.sd);
    const bounded = Number((id === 'oxygen-saturation' ? Math.min(100, value) : value).toFixed(vital.decimals));
    writer.quote(id, visit.date, String(bounded));
    writer.add(
      key,
      writer.time(visit, 4),
      {
        ...common,
        code: concept(vital.display, ...vital.loinc.map((code) => [LOINC, code, vital.display] as const)),
        valueQuantity: quantity(bounded, vital.unit, vital.printed),
      },
      `${id}@${visit.date}`,
    );
  }
}

const SMOKING = {
  never: ['266919005', 'Never smoked tobacco (finding)'],
  former: ['8517006', 'Ex-smoker (finding)'],
  current: ['77176002', 'Smoker (finding)'],
} as const;

export function writeSmoking(writer: Writer, visit: Visit, status: keyof typeof SMOKING): void {
  const [code, display] = SMOKING[status];
  writer.add(
    `smoking/${visit.date}`,
    writer.time(visit, 5),
    {
      resourceType: 'Observation',
      status: 'final',
      category: [hl7('observation-category', 'social-history', 'Social History')],
      code: concept('Tobacco smoking status', [LOINC, '72166-2', 'Tobacco smoking status']),
      subject: ref(writer.patient),
      ...(visit.encounter === undefined ? {} : { encounter: ref(visit.encounter) }),
      effectiveDateTime: writer.time(visit, 5),
      valueCodeableConcept: concept(display, [SNOMED, code, display]),
    },
    `smoking@${visit.date}`,
  );
}
