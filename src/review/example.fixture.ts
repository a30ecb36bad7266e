import { readFileSync } from 'node:fs';
import { type Chart, chartFromBundle, hideAfter } from '../chart/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { reviewOf } from './compose.ts';
import type { Review } from './review.ts';

/** A worked patient with much to say, as of a day. */
export function exampleOf(slug = 'gca-74f', asOf = '2017-12-31'): { review: Review; chart: Chart } {
  const file = new URL(`../../cases/${slug}/record.json`, import.meta.url);
  const chart = chartFromBundle(JSON.parse(readFileSync(file, 'utf8')));
  return { review: reviewOf(chart, loadKnowledge(), { asOf }), chart: hideAfter(chart, asOf) };
}

/** Keys whose values are words of the program, not of a record. */
const OWN = new Set(['type', 'kind', 'about', 'direction', 'verdict', 'presence', 'resourceType']);

/** The same value with something appended to every string in it, ids, dates and units included. */
export function withInEveryString<T>(value: T, appended: string, key = ''): T {
  if (typeof value === 'string') return (OWN.has(key) ? value : value + appended) as T;
  if (Array.isArray(value)) return value.map((each) => withInEveryString(each, appended, key)) as T;
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, withInEveryString(each, appended, name)]);
  return Object.fromEntries(entries) as T;
}
