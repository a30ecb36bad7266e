import type { ChartEvent } from '../chart/index.ts';
import type { Knowledge, TestDefinition } from '../knowledge/index.ts';
import type { Mention } from '../text/index.ts';
import { type CodeIndex, codeIndexOf, idsOfCodings } from './coded.ts';
import type { Evidence } from './finding.ts';
import { conceptOf } from './lexicon.ts';
import { evidenceOf } from './mentioned.ts';
import { gaveNoResult } from './no-result.ts';
import { conceptsInName, type ReadNote } from './notes.ts';
import { quoted } from './quoted.ts';
import type { PatientRecord } from './record.ts';
import { shownOf } from './shown.ts';

/** One time a test was done, or ordered. */
export interface Doing {
  readonly at: number;
  /** `told`: a note tells the result itself; `note`: a note names the test. */
  readonly how: 'result' | 'report' | 'told' | 'note' | 'order';
  readonly evidence: Evidence;
}

/** Test id → when it was done or ordered, oldest first. */
export type DoneTests = ReadonlyMap<string, readonly Doing[]>;

const indexes = new WeakMap<Knowledge, CodeIndex>();
const HOW: Partial<Record<ChartEvent['kind'], Doing['how']>> = {
  procedure: 'report',
  report: 'report',
  imaging: 'report',
  order: 'order',
  encounter: 'report',
};

/** What was done: by results of its analytes, by procedures, reports and orders, and by what notes say was done. */
export function doneTestsOf(record: PatientRecord, knowledge: Knowledge): DoneTests {
  const done = new Map<string, Doing[]>();
  const add = (id: string, doing: Doing) => {
    const list = done.get(id);
    if (list) list.push(doing);
    else done.set(id, [doing]);
  };
  addResults(record, knowledge, add);
  const index = indexes.get(knowledge) ?? codeIndexOf(codedTests(knowledge));
  indexes.set(knowledge, index);
  for (const event of record.chart.events) {
    const how = HOW[event.kind];
    if (!how) continue;
    const named = conceptsInName(event.name, knowledge)
      .filter((mention) => mention.assertion === 'present')
      .map((mention) => conceptOf(mention.concept))
      .filter((concept) => concept.kind === 'test')
      .map((concept) => concept.id);
    for (const id of new Set([...named, ...idsOfCodings(event.codings, index)])) {
      add(id, { at: event.at, how, evidence: evidenceOfEvent(event) });
    }
  }
  addNotes(record, knowledge, add);
  // Undated ones come first: they answer nothing that has a date.
  for (const list of done.values())
    list.sort((a, b) => (a.at || Number.NEGATIVE_INFINITY) - (b.at || Number.NEGATIVE_INFINITY));
  return done;
}

function addResults(record: PatientRecord, knowledge: Knowledge, add: (id: string, doing: Doing) => void): void {
  const byAnalyte = new Map<string, Evidence[]>();
  for (const event of record.chart.events) {
    if (event.analyte === undefined || event.value === undefined || gaveNoResult(event)) continue;
    const list = byAnalyte.get(event.analyte);
    if (list) list.push(evidenceOfEvent(event));
    else byAnalyte.set(event.analyte, [evidenceOfEvent(event)]);
  }
  for (const test of knowledge.tests.values()) {
    for (const analyte of test.doneBy.analytes ?? []) {
      for (const evidence of byAnalyte.get(analyte) ?? []) add(test.id, { at: evidence.at, how: 'result', evidence });
    }
  }
}

/**
 * A test of the patient that a note names counts as done unless it is denied, planned, advised or asked for; and so does one whose
 * result a note tells, positive or negative.
 */
function addNotes(record: PatientRecord, knowledge: Knowledge, add: (id: string, doing: Doing) => void): void {
  for (const read of record.notes) {
    const { mentions, recommendations } = read.reading;
    const titled = conceptsInName(read.note.title, knowledge).map((mention) => conceptOf(mention.concept));
    // Whose note it is has seen the patient: a cardiologist's note is cardiology's opinion.
    const authored = opinionsOf(read.note.author, knowledge).map((id) => ({ kind: 'test', id }));
    for (const concept of [...titled, ...authored]) {
      if (concept.kind !== 'test') continue;
      const evidence = { source: read.note.source, at: read.note.at, text: read.note.title };
      add(concept.id, { at: read.note.at, how: 'report', evidence: { ...evidence, ...timed(read.note.time) } });
    }
    for (const { heading, span } of read.reading.sections) {
      if (!heading || isPutOff(read.note.text.slice(...span))) continue;
      // "ECG: QRS 142 ms": the heading names what was done.
      for (const mention of conceptsInName(read.note.text.slice(...heading).replace(/[:\s]+$/, ''), knowledge)) {
        const concept = conceptOf(mention.concept);
        if (concept.kind !== 'test') continue;
        add(concept.id, {
          at: read.note.at,
          how: 'note',
          evidence: evidenceOf(read, { span: heading, sentence: heading }),
        });
      }
    }
    // A number answers its test whatever its unit, which may not be told.
    const { measurements, labStatements } = read.reading;
    for (const told of [...measurements.filter(({ past }) => !past), ...labStatements]) {
      for (const id of testsOf(told.analyte, knowledge)) {
        add(id, { at: read.note.at, how: 'told', evidence: evidenceOf(read, told) });
      }
    }
    for (const mention of mentions) {
      const concept = conceptOf(mention.concept);
      if (mention.experiencer !== 'patient' || mention.section === 'plan') continue;
      if (concept.kind === 'finding' && isResult(read, mention)) {
        for (const id of shownOf(knowledge).tells.get(concept.id) ?? []) {
          add(id, { at: read.note.at, how: 'told', evidence: evidenceOf(read, mention) });
        }
      }
      if (concept.kind !== 'test' || mention.assertion !== 'present') continue;
      const [start, end] = mention.span;
      if (recommendations.some(({ span: [from, to] }) => start >= from && end <= to)) continue;
      if (isPlanned(read.note.text, mention)) continue;
      add(concept.id, { at: read.note.at, how: 'note', evidence: evidenceOf(read, mention) });
    }
  }
}

/** Whether a note tells what was found, or that it was not: what is asked of a report, feared or long past is no result of now. */
function isResult({ note }: ReadNote, { assertion, temporality, section }: Mention): boolean {
  const isAsked = note.kind !== 'note' && section === 'indication';
  return (assertion === 'present' || assertion === 'absent') && temporality === 'current' && !isAsked;
}

const specialties = new WeakMap<Knowledge, readonly { readonly id: string; readonly name: string }[]>();

/** The referrals that the specialty named with an author answers: `Dr A. Lee (cardiology)`. */
function opinionsOf(author: string | undefined, knowledge: Knowledge): string[] {
  if (author === undefined) return [];
  const known =
    specialties.get(knowledge) ??
    [...knowledge.tests.values()]
      .filter(({ kind }) => kind === 'referral')
      .map(({ id, name }) => ({ id, name: ` ${name.toLowerCase()} ` }));
  specialties.set(knowledge, known);
  const words = ` ${author.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  return known.filter(({ name }) => words.includes(name)).map(({ id }) => id);
}

const byAnalyteOf = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** Tests that a result of an analyte is; a note that says what it showed says that it was done. */
function testsOf(analyte: string, knowledge: Knowledge): readonly string[] {
  let index = byAnalyteOf.get(knowledge);
  if (!index) {
    const made = new Map<string, string[]>();
    for (const { id, doneBy } of knowledge.tests.values()) {
      for (const each of doneBy.analytes ?? []) made.set(each, [...(made.get(each) ?? []), id]);
    }
    index = made;
    byAnalyteOf.set(knowledge, index);
  }
  return index.get(analyte) ?? [];
}

/** Words beside a test that say it is still to come. */
const TO_COME =
  /\b(outpt|outpatient|as op|w\/|via|to be|due|not (yet )?(done|scheduled|booked)|booked|await(s|ed|ing)?|pending|arrang|order(s|ed)?|request(ed)?|listed for|for:|will need|needs?|cancel|cxl|declin|refus(ed|es)?|insurance|not covered|if |consider|suggest|advise|refer(red)? for)\b/i;
/** Whether what stands under a heading begins with words of what is still to come: "ECG: awaited". */
const isPutOff = (text: string): boolean =>
  TO_COME.test((text.split(/[.;,]/)[0] ?? '').slice(0, BESIDE)) || text.trim() === '';

/** How far, in characters, such a word may stand from the test. */
const BESIDE = 24;

function isPlanned(text: string, { span: [start, end], sentence: [from, to] }: Mention): boolean {
  const before = text.slice(Math.max(from, start - BESIDE), start);
  const after = text.slice(end, Math.min(to, end + BESIDE));
  // Only up to the next clause: what follows a comma or a full stop is about something else.
  return TO_COME.test(before.split(/[.;,]/).at(-1) ?? '') || TO_COME.test(after.split(/[.;,]/)[0] ?? '');
}

function* codedTests(knowledge: Knowledge): Iterable<{ id: string; codes?: TestDefinition['doneBy']['codes'] }> {
  for (const { id, doneBy } of knowledge.tests.values()) yield { id, codes: doneBy.codes };
}

function evidenceOfEvent(event: ChartEvent): Evidence {
  const value = event.value?.type === 'quantity' ? `${event.value.original.value} ${event.value.original.unit}` : '';
  const text = event.value?.type === 'text' ? event.value.text : value;
  const told = text ? `${event.name}: ${text}` : event.name;
  return {
    source: event.source,
    ...timed(event.time),
    at: event.at,
    text: event.words === undefined ? told : quoted(event.words),
  };
}

const timed = (time: string | undefined) => (time === undefined ? {} : { time });
