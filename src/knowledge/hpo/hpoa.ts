import { table } from '../../table.ts';
import { type Counted, countedOf, frequencyOf, frequencyOfCounts } from './frequency.ts';
import type { Annotation, DiseaseProfile } from './release.ts';

const COLUMNS = ['database_id', 'disease_name', 'qualifier', 'hpo_id', 'onset', 'frequency', 'sex'] as const;
type Column = (typeof COLUMNS)[number];
const SEXES: Readonly<Record<string, 'female' | 'male'>> = table({ female: 'female', male: 'male' });
/** At most this many faulty rows are told one by one. */
const TOLD = 20;

interface Row {
  readonly annotation: Annotation;
  /** Where the frequency is a count of patients. */
  readonly counted?: Counted;
  readonly disease: string;
  readonly name: string;
}

/**
 * Disease profiles of a `phenotype.hpoa` file: twelve columns, tab-separated, after a header of `#` lines (HPO documentation,
 * “phenotype.hpoa”). `NOT` is read as a frequency of 0. Several rows of one disease and term, from several publications, become
 * one: patients counted are added up; where none are, it has the mean of the frequencies that the rows give.
 * @throws Error when the header row is missing or lacks a column
 */
export function readHpoa(text: string): { version: string | undefined; diseases: DiseaseProfile[]; faults: string[] } {
  const lines = text.split('\n');
  const headerAt = lines.findIndex((line) => /^#?database_id\t/i.test(line));
  const header = (lines[headerAt] ?? '').replace(/^#/, '').trim().toLowerCase().split('\t');
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')} in the header row`);
  const at = Object.fromEntries(COLUMNS.map((column) => [column, header.indexOf(column)])) as Record<Column, number>;
  const faults: string[] = [];
  let faulty = 0;
  const rows = new Map<string, Row[]>();
  for (let index = headerAt + 1; index < lines.length; index++) {
    const line = (lines[index] ?? '').replace(/\r$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const row = rowOf(line.split('\t'), at);
    if (typeof row === 'string') {
      if (++faulty <= TOLD) faults.push(`phenotype.hpoa line ${index + 1}: ${row}`);
      continue;
    }
    const same = rows.get(row.disease);
    if (same) same.push(row);
    else rows.set(row.disease, [row]);
  }
  if (faulty > TOLD) faults.push(`phenotype.hpoa: ${faulty - TOLD} more rows with faults`);
  const version = /^#\s*(?:version|date):\s*(\d{4}-\d{2}-\d{2})/im.exec(lines.slice(0, headerAt).join('\n'))?.[1];
  return { version, diseases: [...rows].map(([id, of]) => profileOf(id, of)), faults };
}

/** The row, or what is wrong with it. */
function rowOf(cells: readonly string[], at: Record<Column, number>): Row | string {
  const cell = (column: Column) => (cells[at[column]] ?? '').trim();
  const disease = cell('database_id').replace(/^MIM:/, 'OMIM:');
  const term = cell('hpo_id');
  if (!/^[A-Z]+:\w+$/.test(disease)) return 'no disease id';
  if (!/^HP:\d{7}$/.test(term)) return 'no HPO id';
  const written = cell('frequency');
  const stated = cell('qualifier').toUpperCase() === 'NOT' ? 0 : frequencyOf(written);
  if (written !== '' && stated === undefined) return 'a frequency that is neither a term, a ratio nor a percentage';
  const sex = SEXES[cell('sex').toLowerCase()];
  const onset = cell('onset');
  const annotation: Annotation = {
    term,
    ...(stated === undefined ? {} : { frequency: stated }),
    ...(sex ? { sex } : {}),
    ...(/^HP:\d{7}$/.test(onset) ? { onset } : {}),
  };
  const counted = stated === 0 ? undefined : countedOf(written);
  return { disease, name: cell('disease_name'), annotation, ...(counted ? { counted } : {}) };
}

function profileOf(id: string, rows: readonly Row[]): DiseaseProfile {
  const byTerm = new Map<string, Row[]>();
  for (const row of rows) {
    const same = byTerm.get(row.annotation.term);
    if (same) same.push(row);
    else byTerm.set(row.annotation.term, [row]);
  }
  return { id, name: rows[0]?.name ?? id, annotations: [...byTerm.values()].flatMap(merged) };
}

function merged(same: readonly Row[]): Annotation[] {
  const [first] = same;
  if (!first) return [];
  const { frequency: _, sex, ...rest } = first.annotation;
  const everySex = sex !== undefined && same.every(({ annotation }) => annotation.sex === sex);
  const frequency = frequencyOfAll(same);
  return [{ ...rest, ...(everySex ? { sex } : {}), ...(frequency === undefined ? {} : { frequency }) }];
}

/** What several publications say together: one that counted patients is worth more than one that names a class. */
function frequencyOfAll(same: readonly Row[]): number | undefined {
  const counted = same.flatMap((row) => row.counted ?? []);
  if (counted.length > 0) {
    const [having, of] = [sumOf(counted.map((each) => each.having)), sumOf(counted.map((each) => each.of))];
    return frequencyOfCounts({ having, of });
  }
  const stated = same.flatMap(({ annotation }) => annotation.frequency ?? []);
  // One source found it in somebody and another in nobody: how often is not known.
  if (stated.length < same.length && stated.every((each) => each === 0)) return undefined;
  return stated.length > 0 ? sumOf(stated) / stated.length : undefined;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
