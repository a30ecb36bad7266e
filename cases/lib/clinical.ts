import { DRUGS, EXAMS, NOTE_TYPES, OTHER_EXAM, SCORES, VACCINES } from './catalogue.ts';
import { attachment, CVX, concept, hl7, ICD10, LOINC, quantity, RXNORM, ref, SNOMED } from './fhir.ts';
import type { Entry, Story } from './story.ts';
import { dateTime } from './time.ts';
import type { Visit, Writer } from './writer.ts';

type One<Key extends keyof Entry> = NonNullable<Entry[Key]> extends readonly (infer Item)[] ? Item : never;

export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const inEncounter = (visit: Visit) => (visit.encounter === undefined ? {} : { encounter: ref(visit.encounter) });

function coded(story: Story, item: { name: string; snomed?: string | undefined; icd10?: string | undefined }) {
  const icd10 = item.icd10 === undefined ? [] : ([[ICD10, item.icd10, item.name]] as const);
  const snomed = item.snomed === undefined ? [] : ([[SNOMED, item.snomed, item.name]] as const);
  const wanted = story.conditionCodes;
  if (wanted === 'icd10' && icd10.length > 0) return concept(item.name, ...icd10);
  if (wanted === 'snomed' && snomed.length > 0) return concept(item.name, ...snomed);
  return concept(item.name, ...snomed, ...icd10);
}

export function writeCondition(writer: Writer, visit: Visit, item: One<'conditions'>): void {
  const status = item.status ?? (item.until === undefined ? 'active' : 'resolved');
  const recorded = writer.time(visit, 15);
  writer.add(
    `condition/${visit.date}/${slugOf(item.name)}`,
    recorded,
    {
      resourceType: 'Condition',
      clinicalStatus: hl7('condition-clinical', status),
      verificationStatus: hl7('condition-ver-status', item.verification ?? 'confirmed'),
      category: [
        item.problem === true
          ? hl7('condition-category', 'problem-list-item', 'Problem List Item')
          : hl7('condition-category', 'encounter-diagnosis', 'Encounter Diagnosis'),
      ],
      code: coded(writer.story, item),
      subject: ref(writer.patient),
      ...inEncounter(visit),
      onsetDateTime: item.onset ?? recorded,
      ...(item.until === undefined ? {} : { abatementDateTime: dateTime(item.until, 720, writer.story.timezone) }),
      recordedDate: recorded,
    },
    `condition:${slugOf(item.name)}`,
    item.label,
  );
}

export function writeMedication(writer: Writer, visit: Visit, item: One<'medications'>): void {
  const { story } = writer;
  const start = writer.time(visit, 16);
  const status = item.status ?? (item.until === undefined ? 'active' : 'completed');
  const name = item.drug.toLowerCase();
  const ingredient = Object.keys(DRUGS).find((drug) => name === drug || name.startsWith(`${drug} `));
  const code =
    item.rxnorm ?? (story.drugCodes === 'rxnorm' && ingredient !== undefined ? DRUGS[ingredient] : undefined);
  writer.add(
    `medication/${visit.date}/${slugOf(item.drug)}`,
    start,
    {
      resourceType: 'MedicationRequest',
      status,
      intent: 'order',
      medicationCodeableConcept:
        code === undefined ? concept(item.drug) : concept(item.drug, [RXNORM, code, ingredient ?? item.drug]),
      subject: ref(writer.patient),
      ...inEncounter(visit),
      authoredOn: start,
      ...(visit.clinician === undefined ? {} : { requester: ref(visit.clinician) }),
      ...(item.reason === undefined ? {} : { reasonCode: [concept(item.reason)] }),
      ...(item.dose === undefined ? {} : { dosageInstruction: [{ text: item.dose }] }),
      dispenseRequest: {
        validityPeriod: {
          start,
          ...(item.until === undefined ? {} : { end: dateTime(item.until, 720, story.timezone) }),
        },
      },
    },
    `medication:${slugOf(item.drug)}`,
    item.label,
  );
}

export function writeNote(writer: Writer, visit: Visit, item: One<'notes'>, kind: Entry['kind']): void {
  const usual = {
    'check-up': 'progress',
    symptom: 'progress',
    'follow-up': 'progress',
    nurse: 'nurse',
    telephone: 'telephone',
    emergency: 'emergency',
    outpatient: 'consult',
    inpatient: 'discharge',
    none: 'letter',
  }[kind];
  const type = NOTE_TYPES[item.type ?? usual];
  if (!type) throw new Error(`${writer.slug} ${visit.date}: no note type ${item.type}`);
  const date = writer.time(visit, 20);
  const author = item.by === undefined ? visit.clinician : writer.labels.get(`clinician:${item.by}`)?.[0];
  writer.add(
    `note/${visit.date}`,
    date,
    {
      resourceType: 'DocumentReference',
      status: 'current',
      type: concept(type[1], [LOINC, type[0], type[1]]),
      subject: ref(writer.patient),
      date,
      ...(author === undefined ? {} : { author: [ref(author)] }),
      ...(item.title === undefined ? {} : { description: item.title }),
      content: [
        { attachment: attachment(writer.quoted(item.text, visit.date), item.title ?? type[1], date, item.html) },
      ],
      context: visit.encounter === undefined ? undefined : { encounter: [ref(visit.encounter)] },
    },
    `note@${visit.date}`,
    item.label,
  );
}

export function writeReport(writer: Writer, visit: Visit, item: One<'reports'>): void {
  const exam = EXAMS[item.exam] ?? OTHER_EXAM;
  const title = item.title ?? (EXAMS[item.exam] ? exam.name : item.exam);
  const at = writer.time(visit, 30);
  const impression = /(?:Impression|Conclusion|IMPRESSION|CONCLUSION|Comment|Opinion)\s*:\s*([\s\S]+)$/
    .exec(item.text)?.[1]
    ?.trim();
  const conclusion = item.conclusion ?? impression;
  writer.add(
    `report/${visit.date}/${item.exam}`,
    at,
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [hl7('v2-0074', exam.section)],
      code: concept(title, [LOINC, exam.loinc, exam.name]),
      subject: ref(writer.patient),
      ...inEncounter(visit),
      effectiveDateTime: at,
      issued: writer.time(visit, 120),
      ...(conclusion === undefined ? {} : { conclusion }),
      presentedForm: [attachment(item.text, title, at)],
    },
    `report@${visit.date}`,
    item.label,
  );
}

/** What is left of an entry: procedures, vaccines, allergies, family history, orders, questionnaire scores. */
export function writeRest(writer: Writer, visit: Visit, entry: Entry): void {
  const { story } = writer;
  const subject = ref(writer.patient);
  for (const item of entry.procedures ?? [])
    writer.add(
      `procedure/${visit.date}/${slugOf(item.name)}`,
      writer.time(visit, 10),
      {
        resourceType: 'Procedure',
        status: 'completed',
        code: coded({ ...story, conditionCodes: 'snomed' }, item),
        subject,
        ...inEncounter(visit),
        performedDateTime: writer.time(visit, 10),
      },
      `procedure:${slugOf(item.name)}`,
      item.label,
    );
  for (const item of entry.immunizations ?? []) {
    const known = VACCINES[item.name];
    const cvx = item.cvx ?? known?.[0];
    const name = known?.[1] ?? item.name;
    writer.add(`immunization/${visit.date}/${slugOf(item.name)}`, writer.time(visit, 18), {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: cvx === undefined ? concept(name) : concept(name, [CVX, cvx, name]),
      patient: subject,
      ...inEncounter(visit),
      occurrenceDateTime: writer.time(visit, 18),
      primarySource: true,
    });
  }
  for (const item of entry.allergies ?? []) {
    const code = item.rxnorm ?? (story.drugCodes === 'rxnorm' ? DRUGS[item.to.toLowerCase()] : undefined);
    writer.add(
      `allergy/${slugOf(item.to)}`,
      writer.time(visit, 2),
      {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
        verificationStatus: hl7('allergyintolerance-verification', 'confirmed'),
        type: 'allergy',
        code: code === undefined ? concept(`Allergy to ${item.to}`) : concept(item.to, [RXNORM, code, item.to]),
        patient: subject,
        recordedDate: writer.time(visit, 2),
        ...(item.reaction === undefined ? {} : { reaction: [{ manifestation: [concept(item.reaction)] }] }),
      },
      `allergy:${slugOf(item.to)}`,
    );
  }
  for (const item of entry.family ?? [])
    writer.add(
      `family/${slugOf(item.relative)}/${slugOf(item.name)}`,
      writer.time(visit, 6),
      {
        resourceType: 'FamilyMemberHistory',
        status: 'completed',
        patient: subject,
        date: writer.time(visit, 6),
        relationship: concept(item.relative),
        condition: [{ code: coded(story, item) }],
      },
      `family:${slugOf(item.relative)}`,
      item.label,
    );
  for (const item of entry.orders ?? [])
    writer.add(
      `order/${visit.date}/${slugOf(item.name)}`,
      writer.time(visit, 17),
      {
        resourceType: 'ServiceRequest',
        status: item.status ?? 'active',
        intent: 'order',
        code: concept(item.name),
        subject,
        ...inEncounter(visit),
        authoredOn: writer.time(visit, 17),
        ...(visit.clinician === undefined ? {} : { requester: ref(visit.clinician) }),
        ...(item.reason === undefined ? {} : { reasonCode: [concept(item.reason)] }),
      },
      `order:${slugOf(item.name)}`,
      item.label,
    );
  for (const [name, score] of Object.entries(entry.scores ?? {})) {
    const known = SCORES[name];
    if (!known) throw new Error(`${writer.slug} ${visit.date}: no questionnaire ${name}`);
    writer.add(
      `score/${visit.date}/${name}`,
      writer.time(visit, 8),
      {
        resourceType: 'Observation',
        status: 'final',
        category: [hl7('observation-category', 'survey', 'Survey')],
        code: concept(known[1], [LOINC, known[0], known[1]]),
        subject,
        ...inEncounter(visit),
        effectiveDateTime: writer.time(visit, 8),
        valueQuantity: quantity(score, '{score}'),
      },
      `${name}@${visit.date}`,
    );
  }
}
