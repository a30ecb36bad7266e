/** Mayo's NAFLD cohort as read from its files: measurements and diagnoses of each person by day from the index date. */
import { join } from 'node:path';
import { csvExists, readCsv } from '../csv.ts';

/** Real distinct measurements. `chol` copies `hdl` and `dbp` copies `sbp` value for value, so both are left out. */
export const MEASURES = ['hdl', 'sbp', 'fib4', 'smoke'] as const;
export const DIAGNOSES = [
  'diabetes',
  'dyslipidemia',
  'htn',
  'nafld',
  'MI',
  'stroke',
  'heart failure',
  'ang/isc',
  'afib',
  'cardiac arrest',
] as const;

/** Values outside are entry errors (0, 13,682) and are set missing, as the data set's README says. */
const POSSIBLE: Readonly<Record<string, readonly [number, number]>> = { sbp: [60, 280], hdl: [5, 150] };

export interface CohortEvent {
  readonly day: number;
  /** Index into MEASURES, or MEASURES.length + index into DIAGNOSES. */
  readonly type: number;
  /** NaN for a diagnosis. */
  readonly value: number;
}

export interface CohortPerson {
  readonly id: number;
  /** Age in years on day 0. */
  readonly age: number;
  readonly male: number;
  /** Days of follow-up from day 0 and whether it ended in death; NaN where the file does not say (allowed inputs). */
  readonly futime: number;
  readonly died: number;
  /** In order of day; same-day values of one measure averaged. */
  readonly events: readonly CohortEvent[];
}

/** Persons of `nafld1`, with what `nafld2` and `nafld3` hold of them; `path(name)` gives a file's path without `.gz`. */
export function readCohort(path: (name: string) => string): CohortPerson[] {
  const people = readCsv(path('nafld1'));
  const [ids, ages, males] = [people.numbers('id'), people.numbers('age'), people.numbers('male')];
  const [futimes, statuses] = people.has('futime')
    ? [people.numbers('futime'), people.numbers('status')]
    : [undefined, undefined];
  const events = new Map<number, CohortEvent[]>(Array.from(ids, (id) => [id, []]));
  for (const [id, list] of measurements(path('nafld2'))) events.get(id)?.push(...list);
  const diagnoses = readCsv(path('nafld3'));
  const [who, days, names] = [diagnoses.numbers('id'), diagnoses.numbers('days'), diagnoses.text('event')];
  for (let k = 0; k < diagnoses.rows; k++) {
    const kind = DIAGNOSES.indexOf(names[k] as (typeof DIAGNOSES)[number]);
    const day = days[k] as number;
    if (kind < 0 || Number.isNaN(day)) continue;
    events.get(who[k] as number)?.push({ day, type: MEASURES.length + kind, value: Number.NaN });
  }
  return Array.from(ids, (id, k) => ({
    id,
    age: ages[k] as number,
    male: males[k] as number,
    futime: futimes?.[k] ?? Number.NaN,
    died: statuses?.[k] ?? Number.NaN,
    events: (events.get(id) ?? []).sort((a, b) => a.day - b.day || a.type - b.type),
  }));
}

function measurements(path: string): Map<number, CohortEvent[]> {
  const table = readCsv(path);
  const [ids, days, values, tests] = [
    table.numbers('id'),
    table.numbers('days'),
    table.numbers('value'),
    table.text('test'),
  ];
  const sums = new Map<string, { id: number; day: number; type: number; sum: number; n: number }>();
  for (let k = 0; k < table.rows; k++) {
    const type = MEASURES.indexOf(tests[k] as (typeof MEASURES)[number]);
    const [id, day, value] = [ids[k] as number, days[k] as number, values[k] as number];
    const [low, high] = POSSIBLE[tests[k] ?? ''] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (type < 0 || !(value >= low && value <= high)) continue;
    const key = `${id},${day},${type}`;
    const same = sums.get(key) ?? { id, day, type, sum: 0, n: 0 };
    same.sum += value;
    same.n++;
    sums.set(key, same);
  }
  const byPerson = new Map<number, CohortEvent[]>();
  for (const { id, day, type, sum, n } of sums.values()) {
    const list = byPerson.get(id) ?? [];
    list.push({ day, type, value: sum / n });
    byPerson.set(id, list);
  }
  return byPerson;
}

/** Group (matched set) and fold of each person of a cohort; empty where there is no split file. */
export function readSplit(
  folder: string,
  cohort: 'nafld' | 'pbc',
): Map<number, { group: number; fold: number; part: string }> {
  const path = join(folder, 'split.csv');
  if (!csvExists(path)) return new Map();
  const table = readCsv(path);
  const [cohorts, ids, groups, parts, folds] = [
    table.text('cohort'),
    table.numbers('id'),
    table.numbers('group'),
    table.text('part'),
    table.numbers('fold'),
  ];
  const rows = Array.from(ids, (id, k) => ({ id, k })).filter(({ k }) => cohorts[k] === cohort);
  return new Map(
    rows.map(({ id, k }) => [id, { group: groups[k] as number, fold: folds[k] as number, part: parts[k] ?? '' }]),
  );
}
