/** The 21 tasks of the Synthea lives and their labels (protocol: README of the data set). */
import { DuckDBInstance } from '@duckdb/node-api';
import type { OutcomeDefinition } from '../../../src/model/index.ts';

const condition = (name: string, code: number): OutcomeDefinition => ({
  name,
  codes: [`CONDITION//SNOMED/${code}`],
});

/** The code whose first occurrence a task predicts; the names are those of `labels.parquet`. */
export const TASKS: readonly OutcomeDefinition[] = [
  condition('obesity', 162864005),
  condition('anaemia', 271737000),
  condition('prediabetes', 15777000),
  condition('hypertension', 59621000),
  condition('ischaemic_heart_disease', 414545008),
  condition('metabolic_syndrome', 237602007),
  condition('diabetic_kidney_disease', 127013003),
  condition('ckd_1', 431855005),
  condition('ckd_2', 431856006),
  condition('ckd_3', 433144002),
  condition('ckd_4', 431857002),
  condition('end_stage_renal_disease', 46177005),
  condition('hyperlipidaemia', 55822004),
  condition('hypertriglyceridaemia', 302870006),
  condition('colon_polyp', 68496003),
  condition('type_2_diabetes', 44054006),
  condition('myocardial_infarction', 22298006),
  condition('heart_failure', 88805009),
  condition('knee_osteoarthritis', 239873007),
  condition('osteoporosis', 64859006),
  { name: 'death', codes: ['MEDS_DEATH'] },
];

/** Place of each task among the outcomes of a network: by its name, or by its code where every condition has a head. */
export function headsOf({ outcomes }: { readonly outcomes: readonly Pick<OutcomeDefinition, 'name'>[] }): number[] {
  return TASKS.map((task) => {
    const head = outcomes.findIndex(({ name }) => name === task.name || name === task.codes[0]);
    if (head < 0) throw new RangeError(`the network has no head for ${task.name}`);
    return head;
  });
}

export interface LabelRow {
  readonly subject: number;
  /** Day from 1970 of the prediction; only events strictly before it may be used. */
  readonly day: number;
  readonly task: number;
  readonly years: number;
  readonly outcome: number;
}

/** The days from 1970 on which the tasks of a data set ask, rising. */
export async function readTaskDays(path: string): Promise<number[]> {
  const rows = await rowsOf(
    `select distinct (epoch(prediction_time) / 86400)::int from read_parquet('${quoted(path)}') order by all`,
  );
  return rows.map(([day]) => Number(day));
}

const quoted = (text: string): string => text.replaceAll("'", "''");

async function rowsOf(query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRows();
  } finally {
    connection.closeSync();
  }
}

/** The rows of one split. */
export async function readLabels(path: string, split: string): Promise<LabelRow[]> {
  const found = await rowsOf(
    `select subject_id::int, (epoch(prediction_time) / 86400)::int, task, horizon_years::int, boolean_value::int
     from read_parquet('${quoted(path)}') where split = '${quoted(split)}' order by all`,
  );
  const at = new Map(TASKS.map(({ name }, k) => [name, k]));
  return found.flatMap(([subject, day, task, years, outcome]) => {
    const known = at.get(String(task));
    return known === undefined
      ? []
      : [{ subject: Number(subject), day: Number(day), task: known, years: Number(years), outcome: Number(outcome) }];
  });
}
