import type { ChartEvent } from '../chart/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Claim } from './claims.ts';

const indexes = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** From ingredient name (lower case) to the exposures that it is. */
function ingredientsOf(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(knowledge);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const { id, drugs = [] } of knowledge.findings.values()) {
    for (const drug of drugs) index.set(drug.toLowerCase(), [...(index.get(drug.toLowerCase()) ?? []), id]);
  }
  indexes.set(knowledge, index);
  return index;
}

/** Exposure findings that a medication's name or codings mean: every run of one to three words is looked up. */
export function exposuresOf(event: ChartEvent, knowledge: Knowledge): string[] {
  const index = ingredientsOf(knowledge);
  const ids = new Set<string>();
  for (const name of new Set([event.name, ...event.codings.map((coding) => coding.display ?? '')])) {
    const words = name.toLowerCase().match(/[a-z0-9-]+/g) ?? [];
    words.forEach((_, at) => {
      for (let length = 1; length <= 3; length++) {
        for (const id of index.get(words.slice(at, at + length).join(' ')) ?? []) ids.add(id);
      }
    });
  }
  return [...ids];
}

/** A prescription claims exposure until it ends, or, without an end, for as long as it is active. */
export function drugClaim(event: ChartEvent, asOf: number): Claim {
  const heldAt = event.endAt !== undefined ? Math.min(event.endAt, asOf) : event.status === 'active' ? asOf : event.at;
  return {
    says: 'present',
    certainty: 0.95,
    kind: 'coded',
    strength: 1,
    heldAt,
    evidence: { source: event.source, ...(event.time ? { time: event.time } : {}), at: event.at, text: event.name },
  };
}
