import { chartFromBundle } from '../src/chart/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { reviewOf } from '../src/review/index.ts';

/** A review of one parsed FHIR Bundle as of a day (`YYYY-MM-DD`), in the JSON form of `prodrome review --format json`. */
export function reviewRecord(record: unknown, asOf: string): unknown {
  return JSON.parse(JSON.stringify(reviewOf(chartFromBundle(record), loadKnowledge(), { asOf })));
}
