import type { Chart, Source } from '../chart/index.ts';
import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import type { Presence } from './finding.ts';
import { mentionedClaims } from './mentioned.ts';
import { readNotes } from './notes.ts';

/** What one note says of one finding. */
export interface Mentioned {
  readonly finding: Pick<FindingDefinition, 'id' | 'name'>;
  readonly presence: Presence;
  /** Milliseconds since the epoch of the note; NaN when it has no time. */
  readonly at: number;
  /** The note, without the span. */
  readonly source: Source;
}

/** What each note of a chart says of the findings of the shelf: one entry for a note, a finding and a presence. */
export function mentionedIn(chart: Chart, knowledge: Knowledge): Mentioned[] {
  if (chart.notes.length === 0) return [];
  const found = new Map<string, Mentioned>();
  for (const [id, claims] of mentionedClaims(readNotes(chart, knowledge), knowledge)) {
    const finding = knowledge.findings.get(id);
    if (!finding) continue;
    for (const { says: presence, evidence } of claims) {
      const { span: _, ...source } = evidence.source;
      const key = `${id} ${presence} ${source.resourceType}/${source.id}#${source.path ?? ''}`;
      if (!found.has(key)) found.set(key, { finding, presence, at: evidence.at, source });
    }
  }
  return [...found.values()];
}
