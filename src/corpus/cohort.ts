import { z } from 'zod';
import { ProdromeError } from '../errors.ts';
import { type Database, type DatabaseOptions, fileList, literal, openDatabase } from './database.ts';
import { type Dataset, openDataset } from './dataset.ts';
import { BIRTH, DEATH, GROUPS, KIND } from './events/kinds.ts';
import { type Cell, type Count, cellsOf, SMALLEST_CELL, shown } from './suppress.ts';

/** One thing that people of a cohort have, or have not. */
const criterionSchema = z.strictObject({
  /** A code, or the beginning of one with `*` at its end: `CONDITION//SNOMED/44054006`, `LAB//LOINC/4548-4*`. */
  code: z.string().min(1),
  /** The number lies within these bounds, ends included. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** Within so many years after the first event of the first criterion; only in later criteria. */
  withinYears: z.number().positive().max(150).optional(),
});

const criteriaSchema = z.strictObject({
  sex: z.enum(['F', 'M']).optional(),
  /** At the first event of the first criterion, in years: [from, to). */
  age: z.tuple([z.number().min(0), z.number().max(150)]).optional(),
  /** All of these; the first sets the index date of each person. */
  has: z.array(criterionSchema).min(1).max(20),
  /** None of these, at any time. */
  hasNot: z.array(criterionSchema).max(20).default([]),
});

export type Criterion = z.infer<typeof criterionSchema>;
export type Criteria = z.input<typeof criteriaSchema>;

/** A cohort as numbers. A number of people from 1 to 10 is never among them, nor what would give it away. */
export interface Cohort {
  readonly people: Count;
  /** Left after each criterion in turn, the first first. */
  readonly steps: readonly { readonly criterion: string; readonly people: Count }[];
  readonly sex: readonly Cell[];
  /** At the index date. */
  readonly ages: readonly Cell[];
  /** Of the index date, five a group. */
  readonly years: readonly Cell[];
}

/** What followed in people like this one: how many had a code after the index date, and how many never had. */
export interface Followed {
  readonly code: string;
  readonly description: string;
  readonly people: Count;
  /** Share of the cohort, 0 to 1; absent where the number is hidden. */
  readonly share?: number;
}

/**
 * Counts the people of a data set who meet criteria.
 * @throws ProdromeError `corpus-criteria-invalid`, and as `openDataset`
 */
export async function cohortOf(folder: string, criteria: Criteria, options: DatabaseOptions = {}): Promise<Cohort> {
  return withCohort(folder, criteria, options, async ({ rows }, steps, all) => {
    const counted = async (expression: string): Promise<Cell[]> => {
      const list = await rows(
        `select coalesce(${expression}, 'unknown') as name, count(*)::int as people from cohort group by 1 order by 1`,
      );
      return cellsOf(list.map(({ name, people }) => ({ name: String(name), people: Number(people) })));
    };
    const people = steps.at(-1)?.people ?? 0;
    const isSmall = people > 0 && people < SMALLEST_CELL;
    return {
      people: isSmall ? 'few' : shown(people, all),
      steps: withoutDifferences(steps, all),
      sex: isSmall ? [] : await counted('sex'),
      ages: isSmall
        ? []
        : await counted(
            `case when age is null then null else (floor(age / 10) * 10)::int || '–' || (floor(age / 10) * 10 + 9)::int end`,
          ),
      years: isSmall ? [] : await counted("(year(index_time) // 5 * 5) || '–' || (year(index_time) // 5 * 5 + 4)"),
    };
  });
}

/**
 * What followed, within some years after the index date, in the people who meet criteria: the codes that most of them had for the
 * first time. Codes of fewer than 11 people are not listed; of a cohort of fewer than 11 nothing is told.
 * @throws ProdromeError as {@link cohortOf}
 */
export async function followedBy(
  folder: string,
  criteria: Criteria,
  {
    years = 5,
    kinds = [KIND.condition, KIND.medication, KIND.procedure, DEATH],
    most = 50,
    ...options
  }: DatabaseOptions & { years?: number; kinds?: readonly string[]; most?: number } = {},
): Promise<Followed[]> {
  return withCohort(folder, criteria, options, async ({ rows }, steps, _all, dataset) => {
    const people = steps.at(-1)?.people ?? 0;
    if (people < SMALLEST_CELL) return [];
    const names =
      dataset.codes === undefined
        ? '(select null::varchar as code, null::varchar as description where false)'
        : `read_parquet(${literal(dataset.codes)})`;
    const list = await rows(`with firsts as (select subject_id, code, min("time") as first_time from events
        where subject_id in (select subject_id from cohort) and split_part(code, '//', 1) in (${kinds.map(literal).join(', ')}) group by 1, 2),
      after as (select code, count(*)::int as people from firsts join cohort using (subject_id)
        where first_time > index_time and first_time <= index_time + interval (${hours(years)}) hour group by 1 having count(*) >= ${SMALLEST_CELL})
      select code, people, any_value(n.description) as description from after left join ${names} n using (code)
      group by 1, 2 order by people desc, code limit ${Math.trunc(Number(most))}`);
    return list.map(({ code, people: n, description }) => {
      const count = shown(Number(n), people);
      return {
        code: String(code),
        description: typeof description === 'string' ? description : '',
        people: count,
        ...(typeof count === 'number' ? { share: count / people } : {}),
      };
    });
  });
}

/** A year of 365.25 days. */
const hours = (years: number): number => Math.round(Number(years) * 8766);

interface Step {
  readonly criterion: string;
  readonly people: number;
}

type Ask<T> = (database: Database, steps: readonly Step[], all: number, dataset: Dataset) => Promise<T>;

/** Makes the table `cohort` (subject_id, index_time, sex, age), step by step, and asks something of it. */
async function withCohort<T>(folder: string, criteria: Criteria, options: DatabaseOptions, ask: Ask<T>): Promise<T> {
  const parsed = criteriaSchema.safeParse(criteria);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ProdromeError('corpus-criteria-invalid', {
      why: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}`,
    });
  }
  const { has, hasNot, sex, age } = parsed.data;
  const dataset = openDataset(folder);
  const database = await openDatabase(options);
  const { connection, rows } = database;
  try {
    await connection.run(`create view events as select * from read_parquet(${fileList(dataset.shards)})`);
    const [total] = await rows('select count(distinct subject_id)::int as n from events');
    const steps: Step[] = [];
    const step = async (criterion: string) => {
      const [count] = await rows('select count(*)::int as n from cohort');
      steps.push({ criterion, people: Number(count?.n ?? 0) });
    };
    const [first, ...others] = has;
    if (first === undefined) throw new ProdromeError('internal', { what: 'criteria without a first' });
    await connection.run(`create table cohort as with indexed as (select subject_id, min("time") as index_time from events where ${conditionOf(first)} group by 1),
      facts as (select subject_id, any_value(split_part(code, '//', 2)) filter (starts_with(code, '${GROUPS.sex}//')) as sex,
        min("time") filter (code = '${BIRTH}') as birth from events where code = '${BIRTH}' or starts_with(code, '${GROUPS.sex}//') group by 1)
      select subject_id, index_time, sex, date_diff('day', birth, index_time) / 365.25 as age from indexed left join facts using (subject_id)`);
    await step(textOf(first));
    if (sex !== undefined) {
      await connection.run(`delete from cohort where sex is distinct from ${literal(sex)}`);
      await step(`sex ${sex}`);
    }
    if (age !== undefined) {
      await connection.run(`delete from cohort where age is null or not (age >= ${age[0]} and age < ${age[1]})`);
      await step(`age ${age[0]} to ${age[1]}`);
    }
    for (const criterion of others) {
      const within =
        criterion.withinYears === undefined
          ? ''
          : `and "time" >= index_time and "time" <= index_time + interval (${hours(criterion.withinYears)}) hour`;
      await connection.run(
        `delete from cohort where subject_id not in (select subject_id from events join cohort using (subject_id) where ${conditionOf(criterion)} ${within})`,
      );
      await step(textOf(criterion));
    }
    for (const criterion of hasNot) {
      await connection.run(
        `delete from cohort where subject_id in (select subject_id from events where ${conditionOf(criterion)})`,
      );
      await step(`not ${textOf(criterion)}`);
    }
    return await ask(database, steps, Number(total?.n ?? 0), dataset);
  } finally {
    database.close();
  }
}

function conditionOf({ code, from, to }: Criterion): string {
  const match = code.endsWith('*') ? `starts_with(code, ${literal(code.slice(0, -1))})` : `code = ${literal(code)}`;
  return [match, from === undefined ? '' : `numeric_value >= ${from}`, to === undefined ? '' : `numeric_value <= ${to}`]
    .filter(Boolean)
    .join(' and ');
}

function textOf({ code, from, to, withinYears }: Criterion): string {
  const bounds = `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
  return `${code}${bounds}${withinYears === undefined ? '' : ` within ${withinYears} years`}`;
}

/** Two numbers that differ by fewer than 11 people tell of those few: the earlier one is hidden, as the last is what was asked. */
function withoutDifferences(steps: readonly Step[], all: number): Cohort['steps'] {
  let next: number | undefined;
  const told = [...steps].reverse().map(({ criterion, people }): Cohort['steps'][number] => {
    const count = shown(people, all);
    const lost = next === undefined ? 0 : people - next;
    const isTold = typeof count === 'number' && (lost === 0 || lost >= SMALLEST_CELL);
    if (isTold) next = people;
    return { criterion, people: isTold || typeof count !== 'number' ? count : 'hidden' };
  });
  return told.reverse();
}
