/** The ten tasks of the NAFLD benchmark and their labels (protocol: section 2 of the data set's README). */
import { join } from 'node:path';
import { readCsv } from '../csv.ts';
import { type CohortPerson, DIAGNOSES, MEASURES } from './cohort.ts';

const CVD = ['MI', 'stroke', 'heart failure', 'ang/isc', 'afib'] as const;

/** Outcomes the network learns, the five of the tasks first; each is the first day of any of these diagnoses, or death. */
export const OUTCOMES: readonly { readonly name: string; readonly diagnoses: readonly string[] }[] = [
  { name: 'death', diagnoses: [] },
  { name: 'diabetes', diagnoses: ['diabetes'] },
  { name: 'cvd', diagnoses: CVD },
  { name: 'htn', diagnoses: ['htn'] },
  { name: 'dyslipidemia', diagnoses: ['dyslipidemia'] },
  ...CVD.map((name) => ({ name, diagnoses: [name] })),
  { name: 'nafld', diagnoses: ['nafld'] },
  { name: 'cardiac arrest', diagnoses: ['cardiac arrest'] },
];

export interface NafldTask {
  /** Name of the label file. */
  readonly file: string;
  /** Index into OUTCOMES. */
  readonly outcome: number;
  readonly landmark: number;
}

export const TASKS: readonly NafldTask[] = [
  { file: 'A_death_d0', outcome: 0, landmark: 0 },
  { file: 'B_diabetes_d0', outcome: 1, landmark: 0 },
  { file: 'B_diabetes_d1825', outcome: 1, landmark: 1825 },
  { file: 'C_cvd_d0', outcome: 2, landmark: 0 },
  { file: 'C_cvd_d1825', outcome: 2, landmark: 1825 },
  { file: 'D_htn_d0', outcome: 3, landmark: 0 },
  { file: 'D_htn_d1825', outcome: 3, landmark: 1825 },
  { file: 'E_dyslipidemia_d0', outcome: 4, landmark: 0 },
  { file: 'E_dyslipidemia_d1825', outcome: 4, landmark: 1825 },
];

export interface Label {
  readonly id: number;
  /** Days from the landmark. */
  readonly time: number;
  readonly event: number;
}

export function readLabels(part: string, file: string): Label[] {
  const table = readCsv(join(part, 'labels', `${file}.csv`));
  const [ids, times, events] = [table.numbers('id'), table.numbers('time_days'), table.numbers('event')];
  return Array.from(ids, (id, k) => ({ id, time: times[k] as number, event: events[k] as number }));
}

/** First day of each outcome, infinite where it never came within follow-up. */
export function firstDays(person: CohortPerson): number[] {
  return OUTCOMES.map(({ diagnoses }, k) => {
    if (k === 0) return person.died ? person.futime : Number.POSITIVE_INFINITY;
    const types = diagnoses.map((name) => MEASURES.length + DIAGNOSES.indexOf(name as (typeof DIAGNOSES)[number]));
    return person.events.find((event) => types.includes(event.type))?.day ?? Number.POSITIVE_INFINITY;
  });
}

/** The labels of a task from the whole record: what the label files hold, made again. */
export function labelsOf(persons: readonly CohortPerson[], task: NafldTask): Label[] {
  return persons.flatMap((person) => {
    const first = firstDays(person)[task.outcome] as number;
    if (person.futime <= task.landmark || first <= task.landmark) return [];
    const event = first <= person.futime;
    return [{ id: person.id, time: (event ? first : person.futime) - task.landmark, event: Number(event) }];
  });
}
