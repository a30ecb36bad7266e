import { z } from 'zod';
import { hasDied } from './asked-days.ts';
import type { Landmark } from './landmark.ts';
import { eventsUntil } from './life.ts';
import { YEAR } from './time.ts';

/** The persons that a model was trained on: outside, it says so and gives no risk. */
export const scopeSchema = z.strictObject({
  /** Youngest and oldest age in years, all but 1 in 100 at either end. */
  age: z.tuple([z.number(), z.number()]),
  /** Fewest events known before, all but 1 in 500. */
  events: z.number(),
  /** Longest time in years since the last event, all but 1 in 50. */
  silence: z.number(),
  /** Largest share of events that may have codes the model does not know. */
  unknown: z.number(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** Half of a record in codes that the model never saw is another kind of record. */
const UNKNOWN = 0.5;

/** What any model can say of itself: a person of whom it knows nothing, or whose codes it does not know, is outside. */
export const ANY_SCOPE: Scope = {
  age: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  events: 1,
  silence: Number.POSITIVE_INFINITY,
  unknown: UNKNOWN,
};

/** The scope of landmarks drawn as for training. */
export function scopeOf(landmarks: readonly Landmark[]): Scope {
  const quantile = (of: (landmark: Landmark) => number, p: number) => {
    const sorted = landmarks.map(of).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
  };
  return {
    age: [quantile(ageAt, 0.01), quantile(ageAt, 0.99)],
    events: quantile(({ life, day }) => eventsUntil(life, day), 0.002),
    silence: quantile(silenceAt, 0.98),
    unknown: UNKNOWN,
  };
}

const ageAt = ({ life, day }: Landmark): number => (day - life.birth) / YEAR;

function silenceAt({ life, day }: Landmark): number {
  const last = life.days[eventsUntil(life, day) - 1];
  return last === undefined ? Number.POSITIVE_INFINITY : (day - last) / YEAR;
}

/** Why a person is outside the scope at a day, in words; none where inside. `unknown`: share of events with unknown codes. */
export function outsideScope(scope: Scope, landmark: Landmark, unknown: number): string[] {
  if (hasDied(landmark.life, landmark.day)) return ['the record says that the person has died'];
  const reasons: string[] = [];
  const [age, events, silence] = [ageAt(landmark), eventsUntil(landmark.life, landmark.day), silenceAt(landmark)];
  if (age < 0) return ['the day is before the birth of the person'];
  const [youngest, oldest] = scope.age;
  if (age < youngest || age > oldest)
    reasons.push(
      `age ${Math.floor(age)} is outside the ${Math.floor(youngest)} to ${Math.floor(oldest)} years it was trained on`,
    );
  if (events < scope.events)
    reasons.push(`${events} known events are too few: it was trained on ${scope.events} or more`);
  if (events > 0 && silence > scope.silence)
    reasons.push(
      `the last event is ${silence.toFixed(1)} years back: it was trained on ${scope.silence.toFixed(1)} or less`,
    );
  if (unknown > scope.unknown)
    reasons.push(`${Math.round(100 * unknown)} % of the events have codes that it does not know`);
  return reasons;
}
