import type { ChartEvent, EventKind, Note, Patient } from '../../chart/index.ts';
import { dayOf, figure, unitText } from '../words.ts';
import { type Html, html } from './escape.ts';

/** A cited place of a note, and its id in the page. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

const KIND: Record<EventKind, string> = {
  lab: 'Result',
  vital: 'Measurement',
  condition: 'Problem',
  medication: 'Medicine',
  procedure: 'Procedure',
  encounter: 'Encounter',
  allergy: 'Allergy',
  immunization: 'Vaccination',
  device: 'Device',
  social: 'Social history',
  family: 'Family history',
  order: 'Order',
  report: 'Report',
  imaging: 'Imaging study',
  plan: 'Plan',
};

/** What a reader would call a source. */
export function titleOf(key: string, note: Note | undefined, events: readonly ChartEvent[]): string {
  if (note) return note.title;
  const [first] = events;
  if (first) return `${KIND[first.kind]}: ${first.name}`;
  return key.startsWith('Patient/') ? 'Patient' : key;
}

/** A note's text with the cited places marked; a place inside another keeps its id. */
export function noteBody(note: Note, marks: readonly Mark[]): Html {
  const pieces: Html[] = [];
  let at = 0;
  for (const { start, end, id } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(at, start);
    // Within words that are already marked there is nothing to mark, but something to lead to.
    pieces.push(
      end <= at
        ? html`<a id="${id}"></a>`
        : html`${note.text.slice(at, from)}<mark id="${id}">${note.text.slice(from, end)}</mark>`,
    );
    at = Math.max(at, end);
  }
  return html`<pre>${pieces}${note.text.slice(at)}</pre>`;
}

/** How much stands around the cited words, in characters. */
const AROUND = 60;

/** The first cited place of a note with some words around it, in one line; undefined when no place is cited. */
export function excerpt(text: string, marks: readonly Mark[]): string | undefined {
  const [first] = marks;
  if (!first) return undefined;
  const from = Math.max(text.lastIndexOf('\n', first.start) + 1, first.start - AROUND);
  const line = text.indexOf('\n', first.end);
  const to = Math.min(line < 0 ? text.length : line, first.end + AROUND);
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  const [cutBefore, cutAfter] = [from > 0 && text[from - 1] !== '\n', to < text.length && text[to] !== '\n'];
  return `${cutBefore ? '… ' : ''}${words}${cutAfter ? ' …' : ''}`;
}

/** What the record says of an event: the value as it stands there, and as it was read. */
export function eventBody(event: ChartEvent): Html {
  const facts: readonly Fact[] = [
    ['Value', valueIn(event)],
    ['Reference', rangeIn(event)],
    ['Flag', event.interpretation?.join(', ').toUpperCase()],
    ['Status', [event.status, event.verification].filter(Boolean).join(', ')],
    ['Of', event.kind === 'family' && event.category],
    ['Note', event.detail],
    ['Until', event.endTime !== undefined && dayOf(event.endTime)],
    ['Code', event.codings.map(({ system, code }) => `${systemName(system)} ${code}`).join(', ')],
  ];
  return html`<p><b>${event.name}</b></p>${factList(facts)}`;
}

/** What the record says of the patient. */
export function patientBody({ name, sex, birthDate, deceased }: Patient): Html {
  return factList([
    ['Name', name],
    ['Sex', sex],
    ['Born', birthDate && dayOf(birthDate)],
    ['Died', deceased && dayOf(deceased)],
  ]);
}

type Fact = readonly [string, string | undefined | false];

const factList = (facts: readonly Fact[]): Html =>
  html`<dl>${facts.map(([name, value]) => value && html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

function valueIn({ value }: ChartEvent): string | undefined {
  if (value?.type !== 'quantity') return value?.text;
  const { original, comparator = '' } = value;
  const [asGiven, asRead] = [original, value].map((each) => `${figure(each.value)} ${unitText(each.unit)}`);
  return asGiven === asRead ? `${comparator}${asGiven}` : `${comparator}${asGiven} = ${comparator}${asRead}`;
}

function rangeIn({ range, value }: ChartEvent): string | undefined {
  if (!range) return undefined;
  const unit = value?.type === 'quantity' ? ` ${unitText(value.unit)}` : '';
  if (range.low !== undefined && range.high !== undefined) return `${figure(range.low)}–${figure(range.high)}${unit}`;
  if (range.high !== undefined) return `up to ${figure(range.high)}${unit}`;
  return range.low !== undefined ? `from ${figure(range.low)}${unit}` : range.text;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'http://loinc.org': 'LOINC',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
};

const systemName = (system: string): string => SYSTEMS[system] ?? system.split('/').at(-1) ?? system;
