import type { ChartEvent, Patient } from '../chart.ts';
import { dayOf, isLaterDay } from '../date.ts';
import type { IssueList } from '../issues.ts';
import { lastPlausibleDay } from '../timeline.ts';

/** Nobody has lived longer than 122 years: later than so many years after birth, a date is absurd. */
const LONGEST_LIFE = 130;

/**
 * Reports dates before birth, after death and in the future, and keeps the events; a date that cannot be of this life at all is
 * taken from its event, which stays undated.
 */
export function checkDates(
  events: readonly ChartEvent[],
  patient: Patient,
  issues: IssueList,
  today?: string,
): ChartEvent[] {
  const last = lastPlausibleDay(events);
  return events.map((event) => {
    const wrong = wrongWith(event, patient, today, last);
    if (!wrong) return event;
    const { resourceType, id } = event.source;
    issues.report('date-implausible', 'warning', `${resourceType}/${id}`, wrong.text, event.source);
    return wrong.isAbsurd ? undated(event) : event;
  });
}

function wrongWith(
  { kind, time }: ChartEvent,
  { birthDate, deceased }: Patient,
  today: string | undefined,
  last: string | undefined,
) {
  if (time === undefined) return undefined;
  const day = dayOf(time);
  if (birthDate !== undefined) {
    const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
    if (years < -1 || years > LONGEST_LIFE)
      return { text: 'date outside the life of the patient, read without it', isAbsurd: true };
    if (isLaterDay(dayOf(birthDate), day)) return { text: 'date before birth', isAbsurd: false };
  }
  if (kind === 'plan' || kind === 'order' || kind === 'family') return undefined;
  if (deceased !== undefined && isLaterDay(day, dayAfter(dayOf(deceased))))
    return { text: 'date after death', isAbsurd: false };
  const isFuture = today !== undefined && isLaterDay(day, dayAfter(today));
  if (isFuture) return { text: 'date in the future', isAbsurd: false };
  return last !== undefined && isLaterDay(day, last)
    ? { text: 'date many years after the rest of the record', isAbsurd: false }
    : undefined;
}

/** The next day, as time zones may differ by one; a partial date stays. */
function dayAfter(day: string): string {
  return day.length < 10 ? day : new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function undated({ time: _time, endTime: _end, endAt: _endAt, ...event }: ChartEvent): ChartEvent {
  return { ...event, at: Number.NaN };
}
