/** Plain CSV tables (no quoting), gzipped or not: columns by name. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Table {
  readonly rows: number;
  has(name: string): boolean;
  /** A column as text. @throws Error for a name that the table does not have */
  text(name: string): string[];
  /** A column as numbers; NaN where a cell is empty or no number. */
  numbers(name: string): Float64Array;
}

/** Reads `path` or `path.gz`, whichever is there. */
export function readCsv(path: string): Table {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  const [head = '', ...lines] = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  const names = head.split(',');
  const cells = lines.map((line) => line.split(','));
  const column = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`${path} has no column ${name}`);
    return cells.map((row) => row[at] ?? '');
  };
  return {
    rows: lines.length,
    has: (name) => names.includes(name),
    text: column,
    numbers: (name) =>
      Float64Array.from(column(name), (cell) => (cell === '' || cell === 'NA' ? Number.NaN : Number(cell))),
  };
}

/** True when `path` or `path.gz` is there. */
export const csvExists = (path: string): boolean => existsSync(path) || existsSync(`${path}.gz`);
