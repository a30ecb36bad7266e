import { type ChartEvent, sourceKey } from '../chart/index.ts';
import { conceptOf, conceptsInName, type PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** A prescription runs when it is active, has not ended, and was written in the last two years. */
export function isRunning(event: ChartEvent, asOfAt: number): boolean {
  const twoYears = 2 * 365.25 * 86_400_000;
  if (event.endAt !== undefined) return event.endAt > asOfAt;
  return event.status === 'active' || (event.status === undefined && asOfAt - event.at < twoYears);
}

/** A medicine's name up to its dose: `lisinopril 20 mg tablet` → `lisinopril`. */
export function drugName({ name }: ChartEvent): string {
  return (
    /^(?:\d+ actuat )?.*?(?=,?\s+\d|\s+(tablet|capsule|inhaler|cream|gel|spray|oral|injection)\b)/i.exec(name)?.[0] ??
    name
  )
    .replace(/^(topical|\d+ actuat) /i, '')
    .toLowerCase();
}

/** A medicine is taken for a problem that began before it, or was written down this long after. */
const WRITTEN_LATER = 120 * 86_400_000;

/**
 * Running medicines by the place (`sourceKey`) of the problem that they treat: each stands with the problem that its prescription names as the reason,
 * else with the one, among those whose treatments in the knowledge name its class, after which it was begun soonest.
 */
export function drugsByProblem(record: PatientRecord, knowledge: Knowledge): Map<string, ChartEvent[]> {
  const problems = record.chart.events.filter(({ kind, endAt }) => kind === 'condition' && endAt === undefined);
  const classes = treatingIds(record, knowledge);
  const drugs = new Map<string, ChartEvent[]>();
  for (const drug of record.chart.events) {
    if (drug.kind !== 'medication' || !isRunning(drug, record.asOfAt)) continue;
    const detail = drug.detail?.toLowerCase() ?? '';
    const named = problems.filter(({ name }) => detail.includes(name.replace(/ \([a-z ]+\)$/, '').toLowerCase()));
    const treated = problems.filter(
      ({ at, source }) => at <= drug.at + WRITTEN_LATER && classes.get(sourceKey(source))?.has(sourceKey(drug.source)),
    );
    const problem = (named.length > 0 ? named : treated).reduce<ChartEvent | undefined>(
      (best, each) => (best === undefined || each.at >= best.at ? each : best),
      undefined,
    );
    if (problem) {
      const key = sourceKey(problem.source);
      drugs.set(key, [...(drugs.get(key) ?? []), drug]);
    }
  }
  return drugs;
}

/** By place of the problem, the prescriptions of the drug classes that the treatments of its condition name. */
function treatingIds(record: PatientRecord, knowledge: Knowledge): Map<string, ReadonlySet<string>> {
  const byProblem = new Map<string, Set<string>>();
  for (const { condition, as, evidence } of record.documented) {
    if (as === 'considered') continue;
    const ids = prescriptionsFor(condition, record, knowledge);
    for (const { source } of evidence) {
      const key = sourceKey(source);
      byProblem.set(key, new Set([...(byProblem.get(key) ?? []), ...ids]));
    }
  }
  return byProblem;
}

function prescriptionsFor(id: string, { findings }: PatientRecord, knowledge: Knowledge): string[] {
  const treatments = knowledge.conditions.get(id)?.treatments ?? [];
  const ids = treatments
    .flatMap(({ name, detail = '' }) => [name, ...detail.split(/[,;.]/)])
    .map((words) => words.replace(/\b(no|stop|avoid|without|not)\b.*/i, ''))
    .flatMap((name) => conceptsInName(name, knowledge))
    .map(({ concept }) => conceptOf(concept).id)
    .filter((finding) => knowledge.findings.get(finding)?.kind === 'exposure');
  return ids.flatMap((finding) => findings.get(finding)?.evidence.map(({ source }) => sourceKey(source)) ?? []);
}
