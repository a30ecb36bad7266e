import { sourceKey } from '../chart/index.ts';
import type { Finding, PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { ANALYTES, type AnalyteId } from '../terms/index.ts';
import type { Clue } from './clues.ts';
import type { Hypothesis } from './hypothesis.ts';

const DAY = 86_400_000;

/** Computed from other results, which speak for themselves. */
const INDICES: ReadonlySet<AnalyteId> = new Set(['fib-4', 'r-factor', 'anion-gap']);

/** Results that rise and fall with another: what explains the other explains them. */
const ECHO_OF: Partial<Record<AnalyteId, AnalyteId>> = {
  ast: 'alt',
  chloride: 'sodium',
  erythrocytes: 'hemoglobin',
  hematocrit: 'hemoglobin',
  mch: 'mcv',
  mchc: 'mcv',
};

/** Repeated abnormal laboratory results that no documented or raised condition explains, and of which no rule spoke. */
export function unexplainedOf(
  record: PatientRecord,
  raised: readonly Hypothesis[],
  hypotheses: readonly Hypothesis[],
  rules: readonly Clue[],
  knowledge: Knowledge,
): Clue[] {
  const analytesOf = (finding: string) =>
    knowledge.findings.get(finding)?.measures?.map(({ analyte }) => analyte) ?? [];
  const told = new Set<AnalyteId>();
  for (const { condition, documented, contributions } of hypotheses) {
    const isRaised = raised.some((each) => each.condition === condition);
    if (!documented && !isRaised) continue;
    for (const { finding } of [...condition.findings, ...contributions]) {
      for (const analyte of analytesOf(finding)) told.add(analyte);
    }
  }
  const ruled = new Set(rules.flatMap(({ evidence }) => evidence.map(({ source }) => sourceKey(source))));
  return [...record.findings.values()]
    .filter((finding) => isMarked(finding) && !isUsual(finding, knowledge))
    .sort((a, b) => b.strength - a.strength)
    .flatMap((finding): Clue[] => {
      const [analyte] = analytesOf(finding.concept);
      if (analyte === undefined || ANALYTES.get(analyte)?.kind !== 'lab' || INDICES.has(analyte)) return [];
      if (told.has(analyte) || told.has(ECHO_OF[analyte] ?? '')) return [];
      if (finding.evidence.every(({ source }) => ruled.has(sourceKey(source)))) return [];
      told.add(analyte);
      const count = finding.evidence.length;
      return [
        {
          kind: 'unexplained',
          id: finding.concept,
          text: `${finding.name}, ${count} times between ${year(finding.evidence[0]?.time)} and ${year(finding.last)}: no condition in the record explains it.`,
          evidence: finding.evidence,
          weight: 0.5 + Math.min(0.4, count / 20),
        },
      ];
    })
    .slice(0, 3);
}

function isMarked(finding: Finding): boolean {
  const { kind, presence, certainty, strength, evidence } = finding;
  const [first, last] = [evidence[0], evidence.at(-1)];
  return (
    kind === 'abnormal' &&
    presence === 'present' &&
    certainty >= 0.85 &&
    strength > OUTSIDE &&
    evidence.length >= 3 &&
    first !== undefined &&
    last !== undefined &&
    last.at - first.at >= 180 * DAY
  );
}

/** A finding that most people have says nothing of disease. */
function isUsual({ concept }: Finding, knowledge: Knowledge): boolean {
  const background = knowledge.findings.get(concept)?.background;
  return typeof background === 'number' && background >= 0.4;
}

/** A result this far beyond its limit is outside the range and not only a rule about values inside it. */
const OUTSIDE = 1.02;

const year = (time: string | undefined): string => time?.slice(0, 4) ?? 'an unknown date';
