/** The days on which lives are asked: in training many, on any day; for calibration and attacks those of the tasks. */
import { eventsUntil, type Landmark, type Life, type Random, YEAR } from '../../../src/model/index.ts';

/** The moment before a day begins: what is strictly before it may be seen. */
export const before = (day: number): number => day - 1e-4;

export interface Calendar {
  /** Days from 1970 on which the tasks ask, rising. */
  readonly asked: readonly number[];
  /** The day after the last of the records. */
  readonly end: number;
}

/** Days before the first of the tasks from which landmarks are drawn, and before the end of the records until which. */
const [BACK, SHORT] = [20 * YEAR, YEAR];
/** Share of the landmarks that are on the tasks' own days. */
const ON_TASK_DAYS = 0.3;

/** A day of a life by chance: adults, alive, seen in the two years before; undefined where the life cannot be asked then. */
export function landmarkDayOf({ asked, end }: Calendar): (life: Life, random: Random) => number | undefined {
  const first = (asked[0] ?? end) - BACK;
  return (life, random) => {
    const [kind, share] = [random(), random()];
    const own = asked[Math.floor((kind / ON_TASK_DAYS) * asked.length)];
    const day = kind < ON_TASK_DAYS && own !== undefined ? own : Math.floor(first + share * (end - SHORT - first));
    return canBeAsked(life, day) ? before(day) : undefined;
  };
}

export function canBeAsked(life: Life, day: number): boolean {
  if (day - life.birth < 18 * YEAR || day >= (life.until[0] as number)) return false;
  const last = life.days[eventsUntil(life, before(day)) - 1];
  return last !== undefined && day - last < 2 * YEAR;
}

/** Every task day on which a life can be asked. */
export const taskLandmarks = (lives: readonly Life[], { asked }: Calendar): Landmark[] =>
  lives.flatMap((life) => asked.flatMap((day) => (canBeAsked(life, day) ? [{ life, day: before(day) }] : [])));
