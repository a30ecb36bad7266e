import { hash } from 'node:crypto';
import type { ChartIssue } from '../chart.ts';
import { object } from '../json.ts';
import { bundleText, type Draft, entryText, pruned, textAttachment } from '../translate/bundle.ts';
import { instantOf, zoneOf } from '../translate/time.ts';
import { administrationOf, allergyOf, conditionOf, encounterOf, medicationOf, procedureOf } from './clinical.ts';
import { Context } from './context.ts';
import { documentOf } from './document.ts';
import type { Segment } from './message.ts';
import { type Demographics, merge, patientId, patientOf, relatedPerson } from './patient.ts';
import { type Commented, looseResults, reportOf } from './report.ts';
import { type Message, messagesOf } from './split.ts';

/** Segments that run the business of care, or only say what others say. */
const ADMINISTRATIVE = new Set(
  'MSH EVN PD1 PV2 DB1 GT1 IN1 IN2 IN3 ACC UB1 UB2 DRG ROL PDA SFT UAC MSA ERR QRD QRF QAK QPD RCP FT1 ORC TQ1 TQ2 SPM SAC CTD CTI BLG RXC NTE PRD ARV DSC'.split(
    ' ',
  ),
);

interface Known {
  readonly demographics: Demographics;
  /** Visits and people, of whom later messages say more, by type and id. */
  readonly drafts: Map<string, Draft>;
  /** All else, of each message one text: a state that is told again says by its `meta` from where. */
  readonly texts: Buffer[];
  readonly issues: ChartIssue[];
  lastUpdated: string | undefined;
  source: string;
}

/**
 * HL7 v2 messages (2.3 to 2.8), alone or in batches, as the JSON text of one FHIR R4 Bundle for each patient. What is not read, and
 * why, stands in an OperationOutcome of the Bundle. Ids depend on the content alone. A result that a later message gives again,
 * corrects or withdraws keeps its id, and the later state has the later `meta.lastUpdated`. `before`: so many messages of the file came
 * before these; `last` is the number of the last.
 */
export function bundlesOfMessages(
  bytes: Buffer,
  before = 0,
): { readonly bundles: Buffer[]; readonly issues: ChartIssue[]; readonly last: number } {
  let last = before;
  const issues: ChartIssue[] = [];
  const patients = new Map<string, Known>();
  const seen = new Set<string>();
  for (const message of messagesOf(bytes, issues, before)) {
    last = message.number;
    const digest = hash('sha256', message.text);
    if (seen.has(digest)) {
      issues.push(issueOf(message, 'duplicate', 'information', 'the same message again, read once'));
      continue;
    }
    seen.add(digest);
    addMessage(message, digest, patients, issues);
  }
  const bundles = [...patients].map(([id, { demographics, lastUpdated, source, drafts, texts, issues: own }]) => {
    const first = [patientOf(id, demographics, lastUpdated, source), ...drafts.values()];
    return bundleText([...first.flatMap(entryText), ...texts], own);
  });
  return { bundles, issues, last };
}

/** People whom every message names again are there once, visits with all that messages say of them; of a result every state is kept. */
function addResources({ drafts, texts }: Known, resources: readonly Draft[]): void {
  const entries: string[] = [];
  for (const resource of resources) {
    const { resourceType } = resource;
    const key = `${resourceType}/${String(resource.id)}`;
    if (resourceType === 'Encounter') drafts.set(key, visit(drafts.get(key), resource));
    else if (resourceType === 'Practitioner' || resourceType === 'RelatedPerson') drafts.set(key, resource);
    else entries.push(...entryText(resource));
  }
  if (entries.length > 0) texts.push(Buffer.from(entries.join(',')));
}

/** A visit as a later message tells it; what that leaves out is as it was. */
function visit(before: Draft | undefined, after: Draft): Draft {
  if (!before) return after;
  const [old, news] = [before, after].map((each) => object({ each: pruned(each) }, 'each') ?? {});
  return {
    ...old,
    ...news,
    resourceType: 'Encounter',
    status: after.status === 'unknown' ? before.status : after.status,
    period: { ...object(old, 'period'), ...object(news, 'period') },
  };
}

function addMessage(message: Message, digest: string, patients: Map<string, Known>, issues: ChartIssue[]): void {
  const [header, ...rest] = message.segments;
  if (!header) return;
  let group: Segment[] = [];
  const before: Segment[] = [];
  const groups: Segment[][] = [];
  for (const segment of rest) {
    if (segment.name === 'PID') {
      group = [segment];
      groups.push(group);
    } else (groups.length === 0 ? before : group).push(segment);
  }
  const lost = before.filter(({ name }) => !ADMINISTRATIVE.has(name)).length;
  if (groups.length === 0) {
    issues.push(issueOf(message, 'line-invalid', 'warning', 'a message without a patient (PID), left out'));
    return;
  }
  if (lost > 0)
    issues.push(issueOf(message, 'line-invalid', 'warning', `${lost} segments before any patient, left out`));
  for (const segments of groups) addPatient(message, digest, header, segments, patients, issues);
}

function addPatient(
  message: Message,
  digest: string,
  header: Segment,
  segments: readonly Segment[],
  patients: Map<string, Known>,
  issues: ChartIssue[],
): void {
  const [pid, ...others] = segments;
  const patient = pid && patientId(pid);
  if (!pid || patient === undefined) {
    const text = `PID[${pid?.number ?? 0}] has neither a number (field 3) nor a name (field 5): its message is left out`;
    issues.push(issueOf(message, 'line-invalid', 'warning', text));
    return;
  }
  const zone = zoneOf(header.text(7));
  const context = new Context({
    patient,
    zone,
    type: header.text(9, 1)?.toUpperCase() ?? '',
    event: header.text(9, 2)?.toUpperCase() ?? '',
    digest,
    control: header.text(10) ?? `message-${message.number}`,
    sent: instantOf(header.text(7), zone),
    number: message.number,
  });
  const known: Known = patients.get(patient) ?? {
    demographics: new Map(),
    drafts: new Map(),
    texts: [],
    issues: [],
    lastUpdated: undefined,
    source: '',
  };
  patients.set(patient, known);
  merge(known.demographics, pid);
  const sent = instantOf(header.text(7), zone);
  if (known.lastUpdated === undefined || (sent ?? '') >= known.lastUpdated) known.lastUpdated = sent;
  known.source = context.source(pid);
  readSegments(others, pid, context);
  addResources(known, context.resources);
  known.issues.push(...context.issues);
}

/** Reads the segments of one patient in their order: an order owns what follows it. */
function readSegments(segments: readonly Segment[], pid: Segment, context: Context): void {
  const out = context.resources;
  const unread = new Map<string, number>();
  let orc: Segment | undefined;
  let obr: Commented | undefined;
  let txa: Segment | undefined;
  let results: Commented[] = [];
  let comments: string[] | undefined;
  const remarks: string[] = [];
  const finish = (): void => {
    if (obr) out.push(...reportOf(obr, results, context));
    else if (txa ?? results.length > 0) {
      const { drafts, forms } = looseResults(results, context, txa !== undefined);
      out.push(...drafts, ...documentOf(txa ?? results[0]?.segment ?? pid, forms, undefined, context));
    }
    results = [];
    obr = undefined;
    txa = undefined;
  };
  for (const [index, segment] of segments.entries()) {
    const { name } = segment;
    const routeOf = (): Segment | undefined => segments.slice(index + 1, index + 4).find((next) => next.name === 'RXR');
    if (name === 'NTE') {
      const text = segment.prose(3).trim();
      if (text !== '') (comments ?? remarks).push(text);
      continue;
    }
    if (name !== 'OBX' && name !== 'ORC') comments = undefined;
    if (name === 'ORC') orc = segment;
    else if (name === 'OBR') {
      finish();
      comments = [];
      obr = { segment, notes: comments };
    } else if (name === 'TXA') {
      finish();
      txa = segment;
    } else if (name === 'OBX') {
      comments = [];
      results.push({ segment, notes: comments });
    } else if (name === 'PV1') out.push(...encounterOf(segment, context));
    else if (name === 'NK1') out.push(...relatedPerson(segment, context.patient, context.source(segment)));
    else if (name === 'AL1' || name === 'IAM') out.push(...allergyOf(segment, context));
    else if (name === 'DG1' || name === 'PRB') out.push(...conditionOf(segment, context));
    else if (name === 'PR1') out.push(...procedureOf(segment, context));
    else if (name === 'RXA') out.push(...administrationOf(segment, routeOf(), context));
    else if (name === 'RXE' || name === 'RXD' || (name === 'RXO' && !isEncoded(segments, index)))
      out.push(...medicationOf(segment, orc, routeOf(), context));
    else if (name === 'MRG')
      context.report(
        'reference-other-patient',
        'warning',
        segment,
        'another number of the patient (MRG), not followed',
      );
    else if (!ADMINISTRATIVE.has(name) && name !== 'RXO' && name !== 'RXR')
      unread.set(name, (unread.get(name) ?? 0) + 1);
  }
  finish();
  if (remarks.length > 0)
    out.push(...documentOf(pid, [textAttachment(remarks.join('\n'), 'Comment')], 'Comment', context));
  for (const [name, count] of unread) {
    const what = /^[A-Z][A-Z0-9]{2}$/.test(name) ? name : 'of an odd name';
    context.report('resource-unknown', 'information', undefined, `segment ${what} is not read (${count})`);
  }
}

/** Whether the pharmacy's own form of an order (RXE) follows before the next order. */
function isEncoded(segments: readonly Segment[], index: number): boolean {
  const next = segments.slice(index + 1).find(({ name }) => name === 'RXE' || name === 'ORC' || name === 'RXO');
  return next?.name === 'RXE';
}

function issueOf(
  { number }: Message,
  code: ChartIssue['code'],
  severity: ChartIssue['severity'],
  text: string,
): ChartIssue {
  return { code, severity, where: `message ${number}`, text };
}
