import type { DuckDBVector } from '@duckdb/node-api';
import { ProdromeError } from '../errors.ts';

/** The memory of a vector of DuckDB as it is: a typed array, for a column without nulls. */
export function itemsOf<T>(vector: DuckDBVector, type: new (...args: never[]) => T): T {
  const items: unknown = 'items' in vector ? vector.items : undefined;
  if (items instanceof type) return items;
  throw new ProdromeError('internal', { what: `a ${type.name} of DuckDB` });
}
