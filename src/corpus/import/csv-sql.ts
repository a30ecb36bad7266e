import { identifier, literal } from '../database.ts';
import type { Condition, EventRule, Mapping, MappingFile } from './mapping.ts';

/** Why a row gave no event. */
export const PROBLEMS = {
  subject: 'the subject is empty or not a positive whole number',
  time: 'the time is not one',
  value: 'the value is not a number',
  implausible: 'the value is outside its plausible range',
  code: 'a part of the code is empty or not in its map',
} as const;

/**
 * One rule on one file as a SELECT: a row an event or a `problem` of {@link PROBLEMS}, of cells that are all texts. Rows that the
 * filters leave out, and those of which an optional cell is empty, do not appear.
 * `source` is a relation with the columns of the file, missing cells null, and `line`.
 */
export function selectionOf(
  rule: EventRule,
  file: MappingFile,
  { origin, maps }: Pick<Mapping, 'origin' | 'maps'>,
  source: string,
): string {
  const [time, badTime] = timeOf(rule, origin);
  const [value, badValue] = valueOfRule(rule);
  const [code, badCode] = codeOf(rule.code, maps);
  const [subject, badSubject] = subjectOf(file);
  const { plausible } = rule;
  const implausible =
    plausible === undefined ? 'false' : `coalesce(not (${value} between ${plausible[0]} and ${plausible[1]}), false)`;
  const needed = [...neededColumns(rule)].map((column) => `${identifier(column)} is not null`);
  const filters = [...conditionsOf(file.where), ...conditionsOf(rule.where), ...(rule.optional ? needed : [])];
  const problem = `case when ${badSubject} then 'subject' when ${badTime} then 'time' when ${badValue} then 'value'
    when ${badCode} then 'code' when ${implausible} then 'implausible' end`;
  return `select ${subject} as subject_id, ${time} as "time", ${code} as code, (${value})::float as numeric_value,
    ${rule.text === undefined ? 'null' : identifier(rule.text)}::varchar as text_value, ${literal(file.path)} as source_type,
    line::varchar as source_id, ${wordsOf(rule.description)}::varchar as description,
    ${rule.parents.length === 0 ? 'null' : literal(rule.parents.join('\n'))}::varchar as parents, line, ${problem} as problem
    from ${source}${filters.length > 0 ? ` where ${filters.join(' and ')}` : ''}`;
}

/** Of several events of one person, code and time, what the rule keeps. */
export function withoutRepeats(selection: string, repeated: EventRule['repeated']): string {
  if (repeated === 'all') return selection;
  if (repeated === 'mean') {
    return `select any_value(subject_id) as subject_id, any_value("time") as "time", any_value(code) as code,
      avg(numeric_value::double)::float as numeric_value, min(text_value) as text_value, any_value(source_type) as source_type,
      min(line)::varchar as source_id, any_value(description) as description, any_value(parents) as parents, min(line) as line,
      any_value(problem) as problem from (${selection}) group by subject_id, "time", code, problem, case when problem is not null then line end`;
  }
  const direction = repeated === 'first' ? 'asc' : 'desc';
  return `select * from (${selection}) qualify problem is not null
    or row_number() over (partition by subject_id, "time", code, problem is null order by line ${direction}) = 1`;
}

/** The columns that a file must have. */
export function columnsOf(file: MappingFile): Set<string> {
  const columns = new Set([file.subject.column, ...Object.keys(file.where ?? {})]);
  for (const rule of file.events) {
    for (const column of [...neededColumns(rule), ...Object.keys(rule.where ?? {})]) columns.add(column);
  }
  return columns;
}

/** The cells of which an event is made. */
function neededColumns({ code, description = '', time, value, text }: EventRule): Set<string> {
  const columns = new Set([...`${code} ${description}`.matchAll(PLACE)].flatMap((match) => match[1] ?? []));
  if (time && 'date' in time) columns.add(time.date);
  if (time && 'days' in time) {
    for (const column of [time.days, time.since, time.yearsBefore]) if (typeof column === 'string') columns.add(column);
  }
  if (value) columns.add(value.column);
  if (text !== undefined) columns.add(text);
  return columns;
}

const PLACE = /\{([^{}|]+)(?:\|([^{}]+))?\}/g;

const PLACE_SPLIT = /\{([^{}|]+)\}/;

type WithFault = readonly [expression: string, isBad: string];

const number = (column: string): string => `try_cast(${identifier(column)} as double)`;
const DAY = 86_400_000_000;

function timeOf({ time }: EventRule, origin: string): WithFault {
  if (time === undefined) return ['null::timestamp', 'false'];
  if ('date' in time) {
    const cell = identifier(time.date);
    const parsed =
      time.format === undefined ? `try_cast(${cell} as timestamp)` : `try_strptime(${cell}, ${literal(time.format)})`;
    return [parsed, `${parsed} is null`];
  }
  const days = typeof time.days === 'number' ? String(time.days) : number(time.days);
  const since =
    time.since === undefined ? `timestamp ${literal(origin)}` : `try_cast(${identifier(time.since)} as timestamp)`;
  const years = time.yearsBefore === undefined ? '0' : `${number(time.yearsBefore)} * 365.25`;
  // Beyond a million days, almost 3,000 years, nothing can be.
  const offset = `case when abs(${days} - ${years}) < 1e6 then round((${days} - ${years}) * ${DAY})::bigint end`;
  const at = `make_timestamp(epoch_us(${since}) + ${time.yearsBefore === undefined ? offset : `round((${days} - ${years}))::bigint * ${DAY}`})`;
  return [at, `(${offset}) is null or ${since} is null`];
}

function valueOfRule({ value }: EventRule): WithFault {
  if (value === undefined) return ['null::double', 'false'];
  const cell = number(value.column);
  return [
    `(${cell} * ${value.factor} + ${value.offset})`,
    `(${identifier(value.column)} is not null and coalesce(not isfinite(${cell}), true))`,
  ];
}

function codeOf(template: string, maps: Mapping['maps']): WithFault {
  const parts: string[] = [];
  const faults: string[] = [];
  let from = 0;
  for (const match of template.matchAll(PLACE)) {
    const [whole, column = '', map] = match;
    if (match.index > from) parts.push(literal(template.slice(from, match.index)));
    from = match.index + whole.length;
    const cell = `regexp_replace(trim(${identifier(column)}), '\\s+', '_', 'g')`;
    const entries = Object.entries(maps[map ?? ''] ?? {}).map(
      ([key, to]) => `when ${literal(key)} then ${literal(to)}`,
    );
    const part =
      map === undefined
        ? cell
        : entries.length > 0
          ? `(case ${identifier(column)} ${entries.join(' ')} end)`
          : 'null::varchar';
    parts.push(part);
    faults.push(`coalesce(${part}, '') = ''`);
  }
  if (from < template.length) parts.push(literal(template.slice(from)));
  return [parts.join(' || '), faults.length > 0 ? faults.join(' or ') : 'false'];
}

/** A description, with cells as they are. */
function wordsOf(template: string | undefined): string {
  if (template === undefined) return 'null';
  const parts = template
    .split(PLACE_SPLIT)
    .map((part, index) => (index % 2 === 0 ? literal(part) : `coalesce(${identifier(part)}, '')`));
  return parts.join(' || ');
}

function subjectOf({ subject: { column, as, prefix } }: MappingFile): WithFault {
  const cell = identifier(column);
  const id =
    as === 'integer'
      ? `try_cast(${cell} as bigint)`
      : `nullif((('0x' || substr(sha256('subject:' || ${literal(prefix)} || ${cell}), 1, 16))::ubigint >> 1)::bigint, 0)`;
  return [id, `coalesce(${id}, 0) <= 0`];
}

function conditionsOf(where: Readonly<Record<string, Condition>> | undefined): string[] {
  return Object.entries(where ?? {}).map(([column, condition]) => {
    const cell = identifier(column);
    if ('in' in condition) return `${cell} in (${condition.in.map(literal).join(', ')})`;
    if ('not' in condition) return `(${cell} is null or ${cell} not in (${condition.not.map(literal).join(', ')}))`;
    const bounds = [
      ...(condition.from === undefined ? [] : [`${number(column)} >= ${condition.from}`]),
      ...(condition.to === undefined ? [] : [`${number(column)} <= ${condition.to}`]),
    ];
    return bounds.length > 0 ? `(${bounds.join(' and ')})` : 'true';
  });
}
