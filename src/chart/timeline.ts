import { ProdromeError } from '../errors.ts';
import { table } from '../table.ts';
import type { Chart, ChartEvent, Note } from './chart.ts';
import { dayOf, isLaterDay, momentOf } from './date.ts';

/** A gap after which a date is taken for an error of entry (2092 for 2029) when next to nothing follows it. */
const GAP_YEARS = 20;

/**
 * The chart as it was known at the end of a day (YYYY-MM-DD, where the patient was): without what happened, or became known,
 * later; with problems and treatments that ended later still running.
 * @throws ProdromeError `date-invalid` when `asOf` is not a day
 */
export function hideAfter(chart: Chart, asOf: string): Chart {
  if (asOf.length !== 10 || !momentOf(asOf)) throw new ProdromeError('date-invalid', { what: asOf });
  const hidden = new Set<string>();
  const isKnown = (item: ChartEvent | Note): boolean => {
    if (!(knownDay(item) > asOf)) return true;
    hidden.add(keyOf(item.source));
    return false;
  };
  const events = chart.events.filter(isKnown).map((event) => stillRunning(event, asOf));
  const notes = chart.notes.filter(isKnown);
  const issues = chart.issues.filter(({ source }) => !source || !hidden.has(keyOf(source)));
  const { deceased, ...patient } = chart.patient;
  const isDead = deceased !== undefined && !(dayOf(deceased) > asOf);
  return { patient: isDead ? chart.patient : patient, events, notes, issues };
}

/**
 * The last day (YYYY-MM-DD; of a month or year without a day, its end) on which anything happened or became known, plans and dates that
 * are far from the rest left aside; the day of birth when nothing is dated. `hideAfter` at that day hides nothing that has happened.
 * @throws ProdromeError `as-of-too-early` when the record holds no date at all
 */
export function lastEventDate(chart: Chart): string {
  const limit = lastPlausibleDay(chart.events);
  let last = '';
  for (const item of [...chart.events, ...chart.notes]) {
    if ('kind' in item && item.kind === 'plan') continue;
    const day = knownDay(item);
    if (day > last && !(limit !== undefined && isLaterDay(day, limit))) last = day;
  }
  const day = last || dayOf(chart.patient.birthDate ?? '');
  if (day === '') throw new ProdromeError('as-of-too-early', { asOf: 'any day' });
  return endOf(day);
}

/** The last day of a year, or of a month. */
function endOf(day: string): string {
  if (day.length >= 10) return day;
  const [year, month] = [Number(day.slice(0, 4)), day.length > 4 ? Number(day.slice(5, 7)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day from which something was known: the later of when it was and when it was recorded; of a plan, when it was made. */
function knownDay(item: ChartEvent | Note): string {
  const [time, recorded] = [dayOf(item.time ?? ''), dayOf(item.recorded ?? '')];
  if ('codings' in item && (item.kind === 'plan' || item.kind === 'order') && recorded !== '') return recorded;
  return recorded > time ? recorded : time;
}

/** The status that something has before it ends. */
const BEFORE_THE_END: Readonly<Record<string, string>> = table({
  resolved: 'active',
  inactive: 'active',
  remission: 'active',
  completed: 'active',
  stopped: 'active',
  finished: 'in-progress',
});

function stillRunning(event: ChartEvent, asOf: string): ChartEvent {
  if (event.endTime === undefined || !(dayOf(event.endTime) > asOf)) return event;
  const { endTime: _time, endAt: _at, ...running } = event;
  const status = event.status === undefined ? undefined : (BEFORE_THE_END[event.status] ?? event.status);
  return status === undefined ? running : { ...running, status };
}

/**
 * The last day before a gap of many years after which at most one in a hundred events lies; undefined when there is no such gap.
 * What lies beyond is an error of entry.
 */
export function lastPlausibleDay(events: readonly ChartEvent[]): string | undefined {
  const days = events.flatMap(({ kind, time }) =>
    time === undefined || kind === 'plan' || kind === 'order' ? [] : dayOf(time),
  );
  if (days.length < 3) return undefined;
  days.sort();
  const few = Math.max(1, Math.floor(days.length / 100));
  for (let at = days.length - few; at < days.length; at++) {
    const [before = '', day = ''] = [days[at - 1], days[at]];
    if (Number(day.slice(0, 4)) - Number(before.slice(0, 4)) >= GAP_YEARS) return before;
  }
  return undefined;
}

function keyOf({ resourceType, id }: { resourceType: string; id: string }): string {
  return `${resourceType}/${id}`;
}
