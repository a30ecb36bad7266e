import { eventsUntil, type Life } from './life.ts';
import type { Followed } from './life-reader.ts';

/** Until when the people of a data set are followed. */
export interface FollowUp {
  /** Day (from 1970) of the last event of anybody. */
  readonly end: number;
  readonly followed: Followed;
}

/**
 * Days on which a life is asked about the `horizon` days after each, at most `most`, none of whose times overlap. Where people are
 * followed until the data's end, they are counted back from there; where each only until an event of their own, they are counted on
 * from the first event, since a day that is counted back from the last would know that one comes.
 */
export function askedDays(life: Life, { end, followed }: FollowUp, horizon: number, most: number): number[] {
  const days = Array.from({ length: most }, (_, k) =>
    followed === 'data-end' ? end - (k + 1) * horizon : (life.days[0] ?? Number.NaN) + (k + 0.5) * horizon,
  );
  return days.filter((day) => canBeAsked(life, day));
}

/** Whether a person was born, alive, followed and known of on a day. */
function canBeAsked(life: Life, day: number): boolean {
  return life.birth <= day && (life.until[0] ?? 0) > day && eventsUntil(life, day) > 0;
}

/**
 * Whether an outcome came within `horizon` days of a day; undefined where nobody knows, since it did not come and the person was
 * neither followed for all of them nor died.
 */
export function cameWithin(life: Life, outcome: number, day: number, horizon: number): boolean | undefined {
  const until = day + horizon;
  if ((life.first[outcome] ?? Number.POSITIVE_INFINITY) <= until + ROUNDING) return true;
  return (life.until[outcome] ?? 0) >= until - ROUNDING || hasDied(life, until) ? false : undefined;
}

/** Days: a day that is counted back by a horizon and on again is the same but for rounding. */
const ROUNDING = 1e-6;

/** Whether a person had died by a day. */
export const hasDied = ({ death }: Life, day: number): boolean => death !== undefined && death <= day;
