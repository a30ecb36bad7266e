import { table } from '../../table.ts';
import { type Draft, idOf, textAttachment } from '../translate/bundle.ts';
import { fhirTime } from '../translate/time.ts';
import { conceptKey, conceptOf, nameOf } from './concept.ts';
import type { Context } from './context.ts';
import { at, type Segment } from './message.ts';
import { type Order, observationsOf } from './observation.ts';
import { textOf } from './value.ts';

/** A segment and the comments (NTE) that follow it. */
export interface Commented {
  readonly segment: Segment;
  readonly notes: string[];
}

/** OBR-25, table 0123. */
const STATUS: Readonly<Record<string, string>> = table({
  F: 'final',
  C: 'corrected',
  P: 'preliminary',
  R: 'preliminary',
  A: 'partial',
  I: 'registered',
  O: 'registered',
  S: 'registered',
  X: 'cancelled',
  D: 'entered-in-error',
  W: 'entered-in-error',
});

/** Sections of table 0074 whose results are words; and documents. */
const REPORTS = new Set('RAD RUS RX CT NMR NMS CUS OUS VUS XRC MRI PAT SP CP EC EN DOC'.split(' '));
/** So many characters are more than a value. */
const LONG = 80;
const VOID = new Set(['D', 'W', 'X', 'N']);

/** An order with its results: a DiagnosticReport, its Observations, and its words as the text of the report. */
export function reportOf(obr: Commented, results: readonly Commented[], context: Context): Draft[] {
  const { segment } = obr;
  const { zone } = context;
  const number = segment.text(3) ?? segment.text(2);
  const name = conceptKey(segment.field(4)[0]);
  const order: Order = {
    key: number === undefined ? undefined : `${number}|${name}`,
    section: segment.text(24)?.toUpperCase(),
    time: fhirTime(segment.text(7), zone),
    issued: instant(fhirTime(segment.text(22), zone)),
  };
  const { texts, others, forms } = sorted(results, order.section);
  const observations = others.flatMap((each) => observationsOf(each.segment, each.notes, order, context));
  const clinical = segment.prose(13).trim();
  const words = wordsOf(texts, at(segment.field(4)[0], 2));
  const written = [clinical === '' ? '' : `Clinical information: ${clinical}`, words, ...obr.notes]
    .filter(Boolean)
    .join('\n\n');
  const person = clinician(segment, 32, context) ?? clinician(segment, 16, context);
  return [
    ...(person ? [person.resource] : []),
    ...observations,
    {
      resourceType: 'DiagnosticReport',
      id: idOf('obr', ...context.identity(order.key, 'OBR', name)),
      meta: context.meta(segment),
      status: STATUS[segment.text(25)?.toUpperCase() ?? ''] ?? 'unknown',
      category:
        order.section === undefined
          ? undefined
          : [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: order.section }] }],
      code: conceptOf(segment.field(4)[0]) ?? { text: 'Report' },
      subject: { reference: `Patient/${context.patient}` },
      encounter: context.encounter,
      effectiveDateTime: order.time,
      issued: order.issued,
      resultsInterpreter: person ? [person.reference] : undefined,
      result: observations.map(({ id }) => ({ reference: `Observation/${String(id)}` })),
      ...(words === '' ? { conclusion: written } : {}),
      presentedForm: [...(words === '' ? [] : [textAttachment(written, at(segment.field(4)[0], 2))]), ...forms],
    },
  ];
}

/** Results without an order (in ADT and MDM): Observations, and what is words as a text of its own; all of it in a document. */
export function looseResults(
  results: readonly Commented[],
  context: Context,
  isDocument: boolean,
): { drafts: Draft[]; forms: unknown[] } {
  const { texts, others, forms } = sorted(results, isDocument ? 'DOC' : undefined);
  const order: Order = { key: undefined, section: undefined, time: undefined, issued: undefined };
  const words = wordsOf(texts, undefined);
  return {
    drafts: others.flatMap((each) => observationsOf(each.segment, each.notes, order, context)),
    forms: [...(words === '' ? [] : [textAttachment(words)]), ...forms],
  };
}

/**
 * Results that are words of a report, results that are values, and documents that came as a whole. TX and FT are words where there is
 * more than a line of them, or the order is for imaging or pathology; a single short one is a value.
 */
function sorted(
  results: readonly Commented[],
  section = '',
): { texts: Commented[]; others: Commented[]; forms: unknown[] } {
  const counts = new Map<string, number>();
  for (const { segment } of results) {
    const key = conceptKey(segment.field(3)[0]);
    if (isProse(segment)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isLong = ({ segment }: Commented): boolean => {
    if (isVoid(segment) || !(isProse(segment) || segment.text(2)?.toUpperCase() === 'ST')) return false;
    const text = textOf(segment) ?? '';
    const isOneOfMany = isProse(segment) && (counts.get(conceptKey(segment.field(3)[0])) ?? 0) > 1;
    return isOneOfMany || text.length > LONG || text.includes('\n');
  };
  const isReport = REPORTS.has(section) || results.some(isLong);
  const [texts, others, forms]: [Commented[], Commented[], unknown[]] = [[], [], []];
  for (const each of results) {
    const { segment } = each;
    const type = segment.text(2)?.toUpperCase() ?? '';
    if (!isVoid(segment) && (type === 'ED' || type === 'RP')) forms.push(attachmentOf(segment, type));
    else if (!isVoid(segment) && ((isReport && isProse(segment) && textOf(segment) !== undefined) || isLong(each)))
      texts.push(each);
    else others.push(each);
  }
  return { texts, others, forms };
}

const isProse = (segment: Segment): boolean => /^(TX|FT)$/i.test(segment.text(2) ?? '');
const isVoid = (segment: Segment): boolean => VOID.has(segment.text(11)?.toUpperCase() ?? '');

/** The words of a report: the lines of one code together, under its name where there are several codes. */
function wordsOf(texts: readonly Commented[], title: string | undefined): string {
  const groups = new Map<string, { name: string | undefined; lines: string[] }>();
  for (const { segment, notes } of texts) {
    const key = conceptKey(segment.field(3)[0]);
    const group = groups.get(key) ?? { name: at(segment.field(3)[0], 2) ?? at(segment.field(3)[0], 5), lines: [] };
    groups.set(key, group);
    group.lines.push(textOf(segment) ?? '', ...notes);
  }
  return [...groups.values()]
    .map(({ name, lines }) => {
      const text = lines.join('\n').trim();
      const isHeading = name !== undefined && name !== title && !text.toLowerCase().startsWith(name.toLowerCase());
      return isHeading ? `${name}:\n${text}` : text;
    })
    .filter(Boolean)
    .join('\n\n');
}

/** ED as an Attachment; RP as the address of one. */
function attachmentOf(obx: Segment, type: string): unknown {
  const [value] = obx.field(5);
  const title = at(obx.field(3)[0], 2);
  if (type === 'RP') return { url: `urn:hl7v2:pointer:${encodeURIComponent(at(value, 1) ?? '')}`, title };
  const [kind, subtype] = [at(value, 2)?.toLowerCase() ?? '', at(value, 3)?.toLowerCase() ?? ''];
  const [encoding, data] = [at(value, 4)?.toLowerCase() ?? '', at(value, 5) ?? ''];
  const contentType = mimeOf(kind, subtype);
  if (encoding === 'base64') return { contentType, data: data.replace(/\s+/g, ''), title };
  const bytes = encoding === 'hex' ? Buffer.from(data, 'hex') : Buffer.from(data, 'utf8');
  return { contentType, data: bytes.toString('base64'), title };
}

function mimeOf(kind: string, subtype: string): string | undefined {
  if (kind.includes('/')) return kind;
  const plain = subtype.replace(/^x-hl7-cda-level.*/, 'xml');
  if (plain === '' || plain === 'octet-stream') return undefined;
  if (/^(html|plain|rtf|xml|markdown)$/.test(plain)) return `text/${plain}`;
  if (plain === 'txt' || plain === 'text') return 'text/plain';
  return plain.includes('/') ? plain : `${/^(jpeg|png|gif|tiff|bmp)$/.test(plain) ? 'image' : 'application'}/${plain}`;
}

/** The person of an XCN field as a Practitioner. */
export function clinician(
  segment: Segment,
  index: number,
  { patient }: Pick<Context, 'patient'>,
): { readonly resource: Draft; readonly reference: unknown } | undefined {
  const [person] = segment.field(index);
  // NDL, of OBR-32, has the name within its first component.
  const parts = person?.[0] !== undefined && person[0].length > 2 ? person[0].map((part) => [part]) : person;
  const name = nameOf(parts, 2);
  if (name === undefined) return undefined;
  const number = at(parts, 1);
  const id = idOf('xcn', number === undefined ? patient : '', JSON.stringify([number, name]));
  return {
    resource: {
      resourceType: 'Practitioner',
      id,
      identifier: number === undefined ? undefined : [{ value: number }],
      name: [name],
    },
    reference: { reference: `Practitioner/${id}` },
  };
}

/** `issued` is an instant, which has a time of day. */
export function instant(time: string | undefined): string | undefined {
  return time?.includes('T') ? time : undefined;
}
