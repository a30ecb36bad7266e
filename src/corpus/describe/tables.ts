import type { Database } from '../database.ts';
import { fileList, literal } from '../database.ts';
import type { Dataset } from '../dataset.ts';
import { BIRTH, DEATH, GROUPS } from '../events/kinds.ts';

/** More numbers than this, and quantiles are of every nth person: they are exact, and so need the numbers themselves in memory. */
const MOST_VALUES = 20_000_000;

/**
 * What every part of a description is made of, as tables: `held` (subject, code), `years` (subject, year), `people` (subject).
 * The events are gone through twice, by the columns that are needed; codes are numbers on the way.
 */
export async function makeTables({ connection }: Database, { shards, splits }: Dataset): Promise<void> {
  const events = `read_parquet(${fileList(shards)})`;
  await connection.run(
    `create type code_name as enum (select distinct code from ${events} where code is not null order by 1)`,
  );
  await connection.run(`create table held as select subject_id, code::code_name as code, count(*) as n,
    count(numeric_value) as numbers, count(text_value) as texts from ${events} where code is not null group by all`);
  await connection.run(`create table years as select subject_id, year("time")::int as year, count(*) as n,
    max("time") filter (code <> '${BIRTH}') as latest, min("time") filter (code <> '${BIRTH}') as earliest from ${events} group by all`);
  await connection.run(`create table facts as select subject_id, min("time") filter (code = '${BIRTH}') as birth,
      bool_or(code = '${DEATH}') as died,
      any_value(code) filter (starts_with(code, '${GROUPS.sex}//')) as sex,
      any_value(code) filter (starts_with(code, '${GROUPS.race}//')) as race,
      any_value(code) filter (starts_with(code, '${GROUPS.ethnicity}//')) as ethnicity
    from ${events} where code in ('${BIRTH}', '${DEATH}')
      or ${Object.values(GROUPS)
        .map((kind) => `code between '${kind}//' and '${kind}/0'`)
        .join(' or ')} group by 1`);
  const split =
    splits === undefined
      ? `select null::bigint as subject_id, null::varchar as split where false`
      : `select subject_id, any_value(split) as split from read_parquet(${literal(splits)}) group by 1`;
  await connection.run(`create table people as
    with lives as (select subject_id, sum(n) as events, max(latest) as latest, min(earliest) as earliest from years group by 1)
    select subject_id, events, latest, earliest, birth, coalesce(died, false) as died, sex, race, ethnicity, split
    from lives left join facts using (subject_id) left join (${split}) using (subject_id)`);
}

/** Makes the table `quantiles` (code, values) of the numbers; gives of one in how many people they are. */
export async function makeQuantiles(database: Database, { shards }: Dataset, least: number): Promise<number> {
  const [count] = await database.rows('select coalesce(sum(numbers), 0)::bigint as n from held');
  const every = Math.ceil(Number(count?.n ?? 0) / MOST_VALUES) || 1;
  const sample =
    every === 1
      ? ''
      : `and subject_id in (select subject_id from people where md5_number_lower(subject_id::varchar) % ${every} = 0)`;
  await database.connection.run(`create table quantiles as select code::varchar as code,
    quantile_cont(numeric_value, [0.05, 0.25, 0.5, 0.75, 0.95]) as quantiles
    from (select code::code_name as code, numeric_value, subject_id from read_parquet(${fileList(shards)})
      where numeric_value is not null ${sample}) group by 1`);
  // Too few people have the number: its quantiles would be theirs.
  await database.connection.run(`delete from quantiles where code not in
    (select code::varchar from held where numbers > 0 group by code having count(*) >= ${least * every})`);
  return every;
}
