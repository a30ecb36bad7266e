import type { ChartEvent } from '../chart.ts';
import type { IssueList } from '../issues.ts';

/**
 * Results without those that repeat another: the same analyte (or code), instant and value, as when two laboratories or a panel
 * and a report send one result. The one that says most is kept, else the one whose resource comes first.
 */
export function withoutDuplicates(events: readonly ChartEvent[], issues: IssueList): ChartEvent[] {
  const kept = new Map<string, ChartEvent>();
  const doubles = new Set<ChartEvent>();
  for (const event of events) {
    const key = keyOf(event);
    if (key === undefined) continue;
    const other = kept.get(key);
    if (!other) {
      kept.set(key, event);
      continue;
    }
    const better = wealth(event) > wealth(other) ? event : other;
    const worse = better === event ? other : event;
    kept.set(key, better);
    doubles.add(worse);
    const { resourceType, id } = worse.source;
    issues.report(
      'duplicate',
      'information',
      `${resourceType}/${id}`,
      'result given more than once, kept once',
      worse.source,
    );
  }
  return doubles.size === 0 ? [...events] : events.filter((event) => !doubles.has(event));
}

function keyOf({ kind, analyte, at, value, codings, name }: ChartEvent): string | undefined {
  if (value === undefined || Number.isNaN(at) || !(kind === 'lab' || kind === 'vital' || kind === 'social'))
    return undefined;
  const [coding] = codings;
  const what = analyte ?? (coding ? `${coding.system}|${coding.code}` : name);
  const result = value.type === 'quantity' ? `${value.comparator ?? ''}${value.value} ${value.unit}` : value.text;
  return `${what} ${at} ${result}`;
}

/** How much an event says beside its value. */
function wealth({ range, interpretation, detail, encounter }: ChartEvent): number {
  return (range ? 4 : 0) + (interpretation ? 2 : 0) + (detail ? 1 : 0) + (encounter ? 0.5 : 0);
}
