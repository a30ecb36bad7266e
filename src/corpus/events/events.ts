import { type Chart, type ChartEvent, lastEventDate, type Source } from '../../chart/index.ts';
import { type Mentioned, mentionedIn } from '../../findings/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { codeOf } from './code.ts';
import type { MedsEvent } from './event.ts';
import { FINDING } from './kinds.ts';
import { factsOf } from './static.ts';
import { subjectIdOf } from './subject.ts';

/** A result in words longer than this is a report, which the findings of its text stand for. */
const LONGEST_TEXT = 200;

/**
 * A chart as the rows of a MEDS data set: what does not change, birth and death, events with their ends, and what the notes
 * say of the findings of the shelf. Not sorted.
 * Refuted problems are left out, and goals, which have not happened.
 */
export function eventsOf(chart: Chart, knowledge: Knowledge): MedsEvent[] {
  const subjectId = subjectIdOf(chart.patient.id);
  const rows: MedsEvent[] = factsOf(chart.patient).map((fact) => row(subjectId, fact, chart.patient.source));
  const last = lastMoment(chart);
  for (const event of chart.events) {
    if (event.verification === 'refuted' || event.category === 'goal') continue;
    rows.push(...rowsOf(subjectId, event, last));
  }
  for (const mentioned of mentionedIn(chart, knowledge)) rows.push(rowOfMention(subjectId, mentioned));
  return rows;
}

function rowsOf(subjectId: bigint, event: ChartEvent, last: number): MedsEvent[] {
  const { code, end, description, parents } = codeOf(event);
  const time = knownAt(event);
  const rows = [row(subjectId, { code, description, parents, time, ...resultOf(event) }, event.source)];
  const over = event.endAt ?? Number.NaN;
  if (end !== undefined && over >= event.at && over <= last) {
    const at = Math.max(over * 1000, time ?? Number.NEGATIVE_INFINITY);
    rows.push(
      row(subjectId, { code: end, description: `End of ${description}`, parents: [code], time: at }, event.source),
    );
  }
  return rows;
}

/** Kinds that are often written down long after they began, or before: a model must not know of them before the record did. */
const KNOWN_WHEN_RECORDED = new Set(['condition', 'allergy', 'family']);
const MADE_WHEN_RECORDED = new Set(['plan', 'order']);

/** Microseconds at which the record knew of it; null without a time. */
function knownAt({ kind, at, recorded }: ChartEvent): number | null {
  const written = recorded === undefined ? Number.NaN : Date.parse(withZone(recorded));
  const isLater = KNOWN_WHEN_RECORDED.has(kind) && written > at;
  const isBest = Number.isNaN(at) || isLater || MADE_WHEN_RECORDED.has(kind);
  const known = isBest && !Number.isNaN(written) ? written : at;
  return Number.isNaN(known) ? null : known * 1000;
}

/** A time without an offset is UTC, as in the chart. */
function withZone(time: string): string {
  return /T\d\d:\d\d(:\d\d)?(\.\d+)?$/.test(time) ? `${time}Z` : time;
}

/** The end of the last day on which anything happened: what is to end later (a supply that lasts) has not ended yet. */
function lastMoment(chart: Chart): number {
  const dated = chart.events.some(({ at }) => !Number.isNaN(at));
  return dated ? Date.parse(`${lastEventDate(chart)}T23:59:59.999Z`) : Number.NEGATIVE_INFINITY;
}

function resultOf({ value }: ChartEvent): Pick<MedsEvent, 'value' | 'text'> {
  if (value === undefined) return { value: null, text: null };
  if (value.type === 'quantity') return { value: value.value, text: value.comparator ?? null };
  return { value: null, text: value.text.length > LONGEST_TEXT ? null : value.text };
}

function rowOfMention(subjectId: bigint, { finding, presence, at, source }: Mentioned): MedsEvent {
  const isPresent = presence === 'present';
  const code = `${FINDING}//${finding.id}`;
  const content = {
    code: isPresent ? code : `${code}//${presence}`,
    description: isPresent ? finding.name : `${finding.name}: ${presence}`,
    parents: isPresent ? [] : [code],
    time: Number.isNaN(at) ? null : at * 1000,
  };
  return row(subjectId, content, source);
}

type Content = Pick<MedsEvent, 'time' | 'code' | 'description'> &
  Partial<Pick<MedsEvent, 'value' | 'text' | 'parents'>>;

function row(subjectId: bigint, content: Content, { resourceType, id, path }: Source): MedsEvent {
  return {
    subjectId,
    value: null,
    text: null,
    parents: [],
    ...content,
    sourceType: resourceType,
    sourceId: path === undefined ? id : `${id}#${path}`,
  };
}
