import { table } from '../../table.ts';
import { textOfHtml } from '../document/index.ts';
import { object, objects, string } from '../json.ts';
import { codingsOf, joined, nameOf } from './coding.ts';
import { authorOf, readAttachment, titleOf } from './document.ts';
import { noteKind } from './note-kind.ts';
import { readObservation } from './observation.ts';
import { annotations, type Reading } from './reading.ts';
import { type Resource, resourceOf, sourceOf } from './resource.ts';

/** LOINC part codes of US Core in the letters of HL7 v2 table 0074. */
const CATEGORY: Readonly<Record<string, string>> = table({ 'LP29684-5': 'RAD', 'LP7839-6': 'PAT', LABORATORY: 'LAB' });

/** DiagnosticReport: one event, and a note for each text: `presentedForm`, and `conclusion` where they do not hold it. */
export function readDiagnosticReport(resource: Resource, reading: Reading): void {
  const { json } = resource;
  const status = string(json, 'status');
  if (reading.isVoid(resource, status, ['cancelled'])) return;
  const encounter = reading.encounter(resource);
  const recorded = reading.moment(resource, ['issued']);
  const moment = reading.moment(resource, ['effectiveDateTime', 'effectivePeriod']) ?? recorded ?? encounter.start;
  const code = object(json, 'code');
  const codings = codingsOf(code);
  const categories = codingsOf(objects(json, 'category'));
  const category = (categories.find(({ system }) => /0074$/.test(system)) ?? categories[0])?.code.toUpperCase();
  const conclusion = string(json, 'conclusion');
  const conclusionCodes = objects(json, 'conclusionCode');
  const answer = joined(conclusionCodes.map(nameOf), '; ');
  const name = nameOf(code) ?? 'Report';
  reading.addEvent({
    kind: 'report',
    moment,
    end: reading.end(resource, 'effectivePeriod'),
    recorded,
    codings,
    name,
    value: answer === undefined ? undefined : { type: 'text', text: answer, codings: codingsOf(conclusionCodes) },
    status,
    category: category === undefined ? undefined : (CATEGORY[category] ?? category),
    detail: joined([conclusion, annotations(json)]),
    encounter: encounter.id,
    source: sourceOf(resource),
  });
  readContained(resource, reading);

  const kind = noteKind([...categories, ...codings], name, undefined, 'report');
  const hasText = conclusion !== undefined || objects(json, 'presentedForm').length > 0;
  const author = hasText
    ? (authorOf(resource, 'resultsInterpreter', reading) ?? authorOf(resource, 'performer', reading))
    : undefined;
  const note = { kind, moment, recorded, author };
  const before = reading.notes.length;
  for (const [index, form] of objects(json, 'presentedForm').entries()) {
    readAttachment(resource, form, `presentedForm[${index}]`, reading, { ...note, title: titleOf(form) ?? name });
  }
  const texts = reading.notes.slice(before).map(({ text }) => plain(text));
  if (conclusion !== undefined && !texts.some((text) => text.includes(plain(conclusion)))) {
    reading.addNote({
      ...note,
      title: name,
      text: conclusion,
      contentType: 'text/plain',
      source: sourceOf(resource, 'conclusion'),
    });
  }
  if (reading.notes.length === before && objects(json, 'result').length === 0)
    readNarrative(resource, reading, { ...note, title: name });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Results that the report itself contains are read here; the others are resources of their own, and must be there. */
function readContained(resource: Resource, reading: Reading): void {
  const contained = objects(resource.json, 'contained');
  for (const [index, reference] of objects(resource.json, 'result').entries()) {
    const url = string(reference, 'reference');
    if (!url?.startsWith('#')) {
      reading.follow(resource, `result[${index}]`, reference);
      continue;
    }
    const at = contained.findIndex((each) => string(each, 'id') === url.slice(1));
    const held = resourceOf(contained[at]);
    if (held?.type === 'Observation')
      readObservation(dated(held, resource), reading, { holder: resource, path: `contained[${at}]` });
  }
}

/** A contained result without a time of its own was measured when the report says. */
function dated(held: Resource, report: Resource): Resource {
  const { json } = report;
  const times = {
    effectiveDateTime: json.effectiveDateTime,
    effectivePeriod: json.effectivePeriod,
    issued: json.issued,
    encounter: json.encounter,
  };
  const own = Object.keys(held.json).some((key) => key.startsWith('effective'));
  return own ? held : { ...held, json: { ...times, ...held.json } };
}

/** The narrative, where it is all that the report has. */
function readNarrative(
  resource: Resource,
  reading: Reading,
  note: Omit<Parameters<Reading['addNote']>[0], 'text' | 'contentType' | 'offsets' | 'source'>,
): void {
  const narrative = object(resource.json, 'text');
  const div = narrative?.div;
  if (typeof div !== 'string' || string(narrative, 'status') === 'empty') return;
  const { text, offsets } = textOfHtml(div);
  if (text.trim() === '') return;
  reading.addNote({ ...note, text, offsets, contentType: 'text/html', source: sourceOf(resource, 'text.div') });
}
