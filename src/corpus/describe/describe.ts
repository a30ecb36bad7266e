import { basename, resolve } from 'node:path';
import { type Database, type DatabaseOptions, literal, openDatabase } from '../database.ts';
import { type Dataset, openDataset } from '../dataset.ts';
import { GROUPS } from '../events/kinds.ts';
import { type Cell, cellsOf, SMALLEST_CELL, shown } from '../suppress.ts';
import type { CodeSummary, Description, Kind, Quantiles } from './description.ts';
import { type Reference, representationOf } from './representation.ts';
import { makeQuantiles, makeTables } from './tables.ts';

/** Kinds that say who somebody is, as a list of SQL, and the kind of a code. */
const WHO = `(${Object.values(GROUPS).map(literal).join(', ')})`;
const kindOf = (code: string): string => `split_part(${code}::varchar, '//', 1)`;

const AGES = ['0–17', '18–44', '45–64', '65–84', '85+'];

/**
 * What is in a MEDS data set: people, years, codes, values, who is represented. No number of people from 1 to 10 is in it.
 * @throws ProdromeError as `openDataset`
 */
export async function describeCorpus(
  folder: string,
  { reference, ...options }: DatabaseOptions & { reference?: Reference | undefined } = {},
): Promise<Description> {
  const dataset = openDataset(folder);
  const database = await openDatabase(options);
  try {
    await makeTables(database, dataset);
    const valuesOf = await makeQuantiles(database, dataset, SMALLEST_CELL);
    return await described(database, dataset, valuesOf, reference);
  } finally {
    database.close();
  }
}

async function described(
  database: Database,
  dataset: Dataset,
  valuesOf: number,
  reference?: Reference,
): Promise<Description> {
  const [total] = await database.rows(`select count(*)::int as people, coalesce(sum(events), 0)::bigint as events,
    (count(*) filter (died))::int as deaths from people`);
  const people = Number(total?.people ?? 0);
  const groups = async (expression: string): Promise<Cell[]> => {
    const rows = await database.rows(
      `select coalesce(${expression}, 'unknown') as name, count(*)::int as people from people group by 1 order by 2 desc, 1`,
    );
    return cellsOf(rows.map(({ name, people }) => ({ name: String(name), people: Number(people) })));
  };
  const suffix = (column: string) => `split_part(${column}, '//', 2)`;
  const codes = await codesOf(database, dataset, people);
  const [counted] = await database.rows(
    `select count(distinct code)::int as n from held where ${kindOf('code')} not in ${WHO}`,
  );
  const codeCount = Number(counted?.n ?? 0);
  const [sex, race, ethnicity, ages] = [
    await groups(suffix('sex')),
    await groups(suffix('race')),
    await groups(suffix('ethnicity')),
    inOrder(await groups(AGE), AGES),
  ];
  return {
    name: dataset.metadata.dataset_name || basename(resolve(dataset.folder)),
    version: dataset.metadata.dataset_version,
    source: dataset.metadata.etl_name,
    trainable: dataset.metadata.trainable,
    shards: dataset.shards.length,
    people: shown(people, people),
    events: Number(total?.events ?? 0),
    codeCount,
    rareCodes: codeCount - codes.length,
    deaths: shown(Number(total?.deaths ?? 0), people),
    splits: dataset.splits === undefined ? [] : await groups('split'),
    sex,
    race,
    ethnicity,
    ages,
    years: await yearsOf(database, people),
    eventsAPerson: people < SMALLEST_CELL ? undefined : await quantilesOf(database, 'events'),
    yearsAPerson:
      people < SMALLEST_CELL ? undefined : await quantilesOf(database, `epoch(latest - earliest) / ${365.25 * 86_400}`),
    kinds: await kindsOf(database, people),
    codes,
    valuesOf,
    representation: reference ? representationOf(reference, { sex, race, ethnicity, age: ages }) : [],
    reference: reference && `${reference.name} (${reference.source})`,
  };
}

/** The band of the age at the last event. */
const AGE = `case when birth is null or latest is null then null ${[18, 45, 65, 85]
  .map((years, band) => `when date_diff('day', birth, latest) < ${years * 365.25} then ${literal(AGES[band] ?? '')}`)
  .join(' ')} else ${literal(AGES.at(-1) ?? '')} end`;

function inOrder(cells: readonly Cell[], order: readonly string[]): Cell[] {
  const place = ({ name }: Cell) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...cells].sort((a, b) => place(a) - place(b));
}

async function quantilesOf({ rows }: Database, expression: string): Promise<Quantiles | undefined> {
  const list = await rows(
    `select unnest(quantile_cont((${expression})::double, [0.05, 0.25, 0.5, 0.75, 0.95])) as q from people`,
  );
  return fiveOf(list.map(({ q }) => Number(q)));
}

function fiveOf(list: readonly number[]): Quantiles | undefined {
  const [a, b, c, d, e] = list;
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined
    ? undefined
    : [a, b, c, d, e];
}

async function yearsOf({ rows }: Database, all: number): Promise<Description['years']> {
  const list = await rows(
    'select year, count(*)::int as people, sum(n)::bigint as events from years where year is not null group by 1 order by 1',
  );
  return list.map(({ year, people, events }) => {
    const count = shown(Number(people), all);
    return { year: Number(year), people: count, events: count === 'few' ? null : Number(events) };
  });
}

async function kindsOf({ rows }: Database, all: number): Promise<Kind[]> {
  const list =
    await rows(`select kind, count(*)::int as people, sum(n)::bigint as events, sum(numbers)::double as numbers, sum(texts)::double as texts from
      (select ${kindOf('code')} as kind, subject_id, sum(n) as n, sum(numbers) as numbers, sum(texts) as texts from held group by 1, 2)
      where kind not in ${WHO} group by 1`);
  const codes = await rows(`select ${kindOf('code')} as kind, count(distinct code)::int as codes from held group by 1`);
  const counts = new Map(codes.map(({ kind, codes: n }) => [String(kind), Number(n)]));
  return list
    .map(({ kind, people, events, numbers, texts }): Kind => {
      const count = shown(Number(people), all);
      return {
        kind: String(kind),
        codes: counts.get(String(kind)) ?? 0,
        people: count,
        events: count === 'few' ? null : Number(events),
        withValue: count === 'few' ? null : Number(numbers) / Number(events),
        withText: count === 'few' ? null : Number(texts) / Number(events),
      };
    })
    .sort((a, b) => (b.events ?? 0) - (a.events ?? 0) || (a.kind < b.kind ? -1 : 1));
}

async function codesOf({ rows }: Database, { codes }: Dataset, all: number): Promise<CodeSummary[]> {
  const names =
    codes === undefined
      ? `(select null::varchar as code, null::varchar as description where false)`
      : `read_parquet(${literal(codes)})`;
  const list =
    await rows(`select h.code::varchar as code, any_value(c.description) as description, count(*)::int as people,
      sum(n)::bigint as events, sum(numbers)::double as numbers, sum(texts)::double as texts, any_value(q.quantiles) as quantiles
    from held h left join ${names} c on c.code = h.code::varchar left join quantiles q on q.code = h.code::varchar
    where ${kindOf('h.code')} not in ${WHO} group by h.code having count(*) >= ${SMALLEST_CELL} order by people desc, events desc, 1`);
  return list.map((row): CodeSummary => {
    const [people, events] = [Number(row.people), Number(row.events)];
    const quantiles = row.quantiles;
    const values =
      typeof quantiles === 'object' && quantiles !== null && 'items' in quantiles
        ? fiveOf(quantiles.items.map(Number))
        : undefined;
    return {
      code: String(row.code),
      description: typeof row.description === 'string' ? row.description : '',
      people: shown(people, all),
      events,
      missing: typeof shown(people, all) === 'number' ? 1 - people / all : null,
      withValue: Number(row.numbers) / events,
      withText: Number(row.texts) / events,
      ...(values ? { values } : {}),
    };
  });
}
