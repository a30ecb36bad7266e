import { slugOf, writeCondition, writeMedication, writeNote, writeReport, writeRest } from './clinical.ts';
import { type Bundle, concept, ref, SNOMED } from './fhir.ts';
import { writeDraw } from './measure.ts';
import { MINOR } from './minor.ts';
import { between, uuid } from './random.ts';
import type { Entry, Story } from './story.ts';
import { addDays, dateTime } from './time.ts';
import { writeSmoking, writeVitals } from './vitals.ts';
import { type Labels, type Visit, Writer } from './writer.ts';

const ENCOUNTER: Readonly<
  Record<
    Exclude<Entry['kind'], 'none'>,
    readonly [kind: string, kindName: string, snomed: string, type: string, minutes: number]
  >
> = {
  'check-up': ['AMB', 'ambulatory', '185349003', 'Encounter for check up (procedure)', 25],
  symptom: ['AMB', 'ambulatory', '185345009', 'Encounter for symptom', 20],
  'follow-up': ['AMB', 'ambulatory', '390906007', 'Follow-up encounter', 15],
  nurse: ['AMB', 'ambulatory', '308335008', 'Patient encounter procedure', 15],
  telephone: ['VR', 'virtual', '185317003', 'Telephone encounter', 10],
  emergency: ['EMER', 'emergency', '50849002', 'Emergency room admission', 240],
  outpatient: ['AMB', 'ambulatory', '11429006', 'Consultation', 30],
  inpatient: ['IMP', 'inpatient encounter', '32485007', 'Hospital admission', 2880],
};

function writeHead(writer: Writer): void {
  const { story, slug } = writer;
  const { patient } = story;
  writer.label(
    'patient',
    writer.add('patient', '', {
      resourceType: 'Patient',
      identifier: [{ system: 'urn:example:mrn', value: `MRN${between(`${slug}/mrn`, 100000, 999999)}` }],
      active: true,
      name: [{ use: 'official', family: patient.family, given: [patient.given] }],
      gender: patient.sex,
      birthDate: patient.birthDate,
      address: [
        {
          use: 'home',
          city: patient.city,
          ...(patient.state === undefined ? {} : { state: patient.state }),
          ...(patient.country === undefined ? {} : { country: patient.country }),
        },
      ],
    }),
  );
  const organisations = [
    ...Object.entries(story.places).map(([id, { name }]) => [`place:${id}`, name] as const),
    ...Object.entries(story.labs).map(([id, { name }]) => [`lab:${id}`, name] as const),
  ];
  for (const [label, name] of organisations)
    writer.add(label, '', { resourceType: 'Organization', active: true, name }, label);
  for (const [id, { name }] of Object.entries(story.clinicians))
    writer.add(
      `clinician:${id}`,
      '',
      { resourceType: 'Practitioner', active: true, name: [{ text: name }] },
      `clinician:${id}`,
    );
}

interface Meeting {
  readonly on: string;
  readonly at?: string | undefined;
  readonly kind: Entry['kind'];
  readonly place?: string | undefined;
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  readonly label?: string | undefined;
}

function named(writer: Writer, kind: 'place' | 'clinician', id: string | undefined): string | undefined {
  const key = id ?? Object.keys(kind === 'place' ? writer.story.places : writer.story.clinicians)[0] ?? '';
  const found = writer.labels.get(`${kind}:${key}`)?.[0];
  if (found === undefined) throw new Error(`${writer.slug}: no ${kind} called ${key}`);
  return found;
}

function visitOf(writer: Writer, meeting: Meeting): Visit {
  const { story } = writer;
  const [hours, mins] = meeting.at?.split(':') ?? [];
  const minutes =
    hours === undefined
      ? writer.officeHours(`${meeting.on}/${meeting.reason ?? ''}`)
      : Number(hours) * 60 + Number(mins);
  if (meeting.kind === 'none') return { date: meeting.on, minutes };
  const clinician = named(writer, 'clinician', meeting.by);
  const [code, display, snomed, type, length] = ENCOUNTER[meeting.kind];
  const start = dateTime(meeting.on, minutes, story.timezone);
  const end = dateTime(
    addDays(meeting.on, Math.floor((minutes + length) / 1440)),
    (minutes + length) % 1440,
    story.timezone,
  );
  const encounter = writer.add(
    `encounter/${meeting.on}`,
    start,
    {
      resourceType: 'Encounter',
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code, display },
      type: [concept(type, [SNOMED, snomed, type])],
      subject: ref(writer.patient),
      ...(clinician === undefined ? {} : { participant: [{ individual: ref(clinician) }] }),
      period: { start, end },
      ...(meeting.reason === undefined ? {} : { reasonCode: [concept(meeting.reason)] }),
      serviceProvider: ref(named(writer, 'place', meeting.place) ?? ''),
    },
    `encounter@${meeting.on}`,
    meeting.label,
  );
  return { date: meeting.on, minutes, encounter, ...(clinician === undefined ? {} : { clinician }) };
}

function writeEntry(writer: Writer, entry: Entry): void {
  const visit = visitOf(writer, entry);
  writeVitals(writer, visit, entry.kind, entry.vitals);
  if (entry.smoking !== undefined) writeSmoking(writer, visit, entry.smoking);
  for (const draw of entry.labs ?? []) writeDraw(writer, visit, draw);
  for (const item of entry.conditions ?? []) writeCondition(writer, visit, item);
  for (const item of entry.medications ?? []) writeMedication(writer, visit, item);
  if (entry.note !== undefined)
    writeNote(writer, visit, typeof entry.note === 'string' ? { text: entry.note } : entry.note, entry.kind);
  for (const item of entry.notes ?? []) writeNote(writer, visit, item, entry.kind);
  for (const item of entry.reports ?? []) writeReport(writer, visit, item);
  writeRest(writer, visit, entry);
}

function writeMinor(writer: Writer, item: Story['minor'][number]): void {
  const minor = MINOR[item.what];
  if (!minor) throw new Error(`${writer.slug} ${item.on}: no minor illness ${item.what}`);
  const visit = visitOf(writer, { ...item, kind: 'symptom', reason: minor.name });
  writeVitals(writer, visit, 'symptom', undefined, minor.fever);
  const days = minor.days + between(`${writer.slug}/${item.on}/days`, 0, Math.ceil(minor.days / 4));
  writeCondition(writer, visit, {
    name: minor.name,
    icd10: minor.icd10,
    snomed: minor.snomed,
    until: addDays(item.on, days),
    label: `minor:${slugOf(minor.name)}@${item.on}`,
  });
  if (minor.drug === undefined) return;
  const [drug, dose, length] = minor.drug;
  writeMedication(writer, visit, {
    drug,
    dose,
    until: addDays(item.on, length),
    label: `minor:${slugOf(drug)}@${item.on}`,
  });
}

function writeFluJab(writer: Writer, year: number): void {
  const on = `${year}-10-${String(between(`${writer.slug}/flu/${year}`, 3, 28)).padStart(2, '0')}`;
  const visit = visitOf(writer, { on, kind: 'none' });
  const entry: Entry = {
    on,
    kind: 'none',
    immunizations: [{ name: year < 2016 ? 'influenza' : 'influenza-quadrivalent' }],
  };
  writeRest(writer, visit, entry);
}

export interface Built {
  readonly bundle: Bundle;
  readonly labels: Labels;
}

/**
 * The whole record that a story tells, the same each time: no clock, and chance only from the case's own name.
 * Throws an Error that names the case and the day where the story asks for what the builder does not know.
 */
export function buildRecord(slug: string, story: Story): Built {
  const writer = new Writer(slug, story);
  writeHead(writer);
  for (const entry of story.timeline) writeEntry(writer, entry);
  for (const item of story.minor) writeMinor(writer, item);
  for (const year of story.fluJabs) writeFluJab(writer, year);
  const bundle: Bundle = {
    resourceType: 'Bundle',
    id: uuid(`${slug}/bundle`),
    type: 'collection',
    timestamp: dateTime(story.ends, 18 * 60, story.timezone),
    entry: writer
      .sorted()
      .map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource: JSON.parse(JSON.stringify(resource)) })),
  };
  return { bundle, labels: writer.labels };
}
