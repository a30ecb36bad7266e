import { sourceKey } from '../chart/index.ts';
import type { Doing, DoneTests, Evidence, Finding, PatientRecord } from '../findings/index.ts';
import type { FollowUpRule, Knowledge } from '../knowledge/index.ts';
import { foldedRules } from './folded.ts';
import type { Hypothesis } from './hypothesis.ts';
import { incidentalOf } from './incidental/clues.ts';
import { patternClues } from './stories.ts';
import { unexplainedOf } from './unexplained.ts';
import { unfilledOrdersOf, unkeptOf } from './unkept.ts';
import { neverResultedOf, unrepeatedOf } from './unrepeated.ts';

export type ClueKind = 'pattern' | 'not-acted-on' | 'not-done' | 'unexplained';

/** Something in the record that seems to have been overlooked. */
export interface Clue {
  readonly kind: ClueKind;
  /** Id of the condition, rule or finding; for a recommendation, its note's id and place. */
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** Days since it should have been acted on, where there is a date. */
  readonly overdueDays?: number;
  /** Knowledge source of the expectation. */
  readonly source?: string;
  /** Order among clues, higher first. */
  readonly weight: number;
}

/** A clue with the rule that it comes from. */
export interface RuleClue extends Clue {
  readonly rule: FollowUpRule;
  /** Findings that brought it up. */
  readonly triggers: readonly string[];
}

const DAY = 86_400_000;
/** Hypotheses that are clues of their own; the later ones are in the differential only. */
const FIRST = 5;

/** All clues: conditions that the findings raise, results never acted on, recommendations never kept, and what nothing explains. */
export function cluesOf(
  record: PatientRecord,
  raised: readonly Hypothesis[],
  hypotheses: readonly Hypothesis[],
  done: DoneTests,
  knowledge: Knowledge,
): Clue[] {
  const incidental = incidentalOf(record, done, knowledge);
  const rules = knowledge.followUps
    .flatMap((rule) => ruleClue(rule, record, done, knowledge) ?? [])
    .filter(({ id, evidence }) => !isSettled(evidence, incidental.settled.get(id)))
    .map((clue) => ({ ...clue, weight: clue.weight + graver(clue, raised) }));
  return [
    ...patternClues(raised.slice(0, FIRST)),
    ...foldedRules(rules),
    ...incidental.clues,
    ...unkeptOf(record, done, knowledge).filter(({ id }) => !incidental.told.has(id)),
    ...unexplainedOf(record, raised, hypotheses, rules, knowledge),
    ...unrepeatedOf(record, knowledge),
    ...neverResultedOf(record),
    ...unfilledOrdersOf(record),
  ].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** Whether the newest evidence of a rule is in a report whose lesion the guidance on chance findings has judged by its size. */
function isSettled(evidence: readonly Evidence[], notes: ReadonlySet<string> | undefined): boolean {
  return notes !== undefined && evidence.some(({ source }) => notes.has(source.id));
}

/** Log-odds from which a finding is among what makes a condition likely. */
const TELLING = Math.log(2);

/** What a rule gains when its finding is among what points to a likely condition that must not be missed. */
function graver({ triggers }: RuleClue, raised: readonly Hypothesis[]): number {
  const isGrave = raised.some(
    ({ condition, posterior, contributions }) =>
      condition.mustNotMiss !== undefined &&
      posterior >= 0.5 &&
      contributions.some(({ finding, logOdds }) => logOdds >= TELLING && triggers.includes(finding)),
  );
  return isGrave ? 0.4 : 0;
}

/** A result for which guidance expects an action that the record does not show in time. */
function ruleClue(
  rule: FollowUpRule,
  record: PatientRecord,
  done: DoneTests,
  knowledge: Knowledge,
): RuleClue | undefined {
  const { all = [], any = [], none = [], sex, fromAge = 0, toAge = 200 } = rule.when;
  const { ageYears, chart, findings } = record;
  if (sex !== undefined && chart.patient.sex !== sex) return undefined;
  if (ageYears < fromAge || ageYears >= toAge) return undefined;
  const present = (id: string) => {
    const finding = findings.get(id);
    return finding?.presence === 'present' && finding.certainty >= 0.5 ? finding : undefined;
  };
  if (none.some(present)) return undefined;
  const needed = all.map(present);
  const chosen = any.map(present).filter((finding) => finding !== undefined);
  if (needed.some((finding) => !finding) || (any.length > 0 && chosen.length === 0)) return undefined;
  const triggers = [...needed.filter((finding) => finding !== undefined), ...chosen];
  const since = sinceOf(triggers);
  if (since === undefined || (rule.everyDays !== undefined && !triggers.some((each) => isRunning(each, record)))) {
    return undefined;
  }
  const doings = rule.expects.flatMap((test) => done.get(test) ?? []);
  const due = dueOf(rule, since, resultsAmong(triggers, knowledge), doings, record.asOfAt);
  if (due === undefined || due > record.asOfAt) return undefined;
  // A first result that stood alone for years does not date what came back.
  const dated = Math.max(due, lastRunOf(triggers) + rule.withinDays * DAY);
  const overdueDays = Math.max(0, Math.floor((record.asOfAt - dated) / DAY));
  return {
    rule,
    triggers: triggers.map(({ concept }) => concept),
    kind: 'not-acted-on',
    id: rule.id,
    text: `${rule.name}${ofAge(rule, ageYears)}. ${rule.says} Nothing in the record shows that this was done.`,
    evidence: triggers.flatMap((finding) => finding.evidence),
    overdueDays,
    source: rule.source,
    weight: 1.5 + Math.min(0.4, overdueDays / 3650),
  };
}

/** What is asked of some ages only is told of an unknown age as well, and says so. */
function ofAge({ when: { fromAge, toAge } }: FollowUpRule, ageYears: number): string {
  if (!Number.isNaN(ageYears) || (fromAge === undefined && toAge === undefined)) return '';
  const ages =
    fromAge === undefined ? `under ${toAge}` : toAge === undefined ? `from ${fromAge}` : `from ${fromAge} to ${toAge}`;
  return ` (asked of people ${ages} years; the age is unknown)`;
}

/** The findings that are results or signs: a label or a drug may stand in the note that tells of the test. */
function resultsAmong(triggers: readonly Finding[], knowledge: Knowledge): Finding[] {
  return triggers.filter(
    ({ concept }) => !['history', 'exposure'].includes(knowledge.findings.get(concept)?.kind ?? ''),
  );
}

/**
 * When the expected action fell due, in milliseconds; undefined when it was taken. The result that raised the question does not
 * answer it. What must be done again and again falls due anew after each time.
 */
function dueOf(
  { withinDays, everyDays }: FollowUpRule,
  since: number,
  results: readonly Finding[],
  doings: readonly Doing[],
  asOf: number,
): number | undefined {
  const raising = new Set(
    results.flatMap(({ evidence }) => evidence.filter(({ at }) => at <= since).map(({ source }) => source.id)),
  );
  const answers = doings.filter(
    ({ at, how, evidence }) =>
      at > since - 14 * DAY && at <= asOf && how !== 'order' && !raising.has(evidence.source.id),
  );
  const last = Math.max(...answers.map(({ at }) => at));
  if (answers.length === 0) return since + withinDays * DAY;
  return everyDays === undefined ? undefined : last + everyDays * DAY;
}

const YEAR_AND_A_HALF = 548 * DAY;

/** Whether an exposure goes on: an open prescription, or any word of it in the last year and a half. */
function isRunning({ evidence }: Finding, { chart, asOfAt }: PatientRecord): boolean {
  const cited = new Set(evidence.map(({ source }) => sourceKey(source)));
  return (
    evidence.some(({ at }) => asOfAt - at < YEAR_AND_A_HALF) ||
    chart.events.some(
      ({ kind, status, endAt, source }) =>
        kind === 'medication' &&
        cited.has(sourceKey(source)) &&
        (endAt === undefined ? status === 'active' : endAt >= asOfAt),
    )
  );
}

/** Evidence further apart than this belongs to two episodes. */
const EPISODE = 2 * 365.25 * DAY;

/** When the latest of the triggering findings arose in its present episode. */
function lastRunOf(triggers: readonly Finding[]): number {
  const starts = triggers.flatMap(({ evidence }) => {
    const days = evidence.map(({ at }) => at).filter(Number.isFinite);
    const from = days.findLastIndex((at, index) => index > 0 && at - (days[index - 1] ?? at) > EPISODE);
    return days[Math.max(0, from)] ?? [];
  });
  return Math.max(...starts);
}

/** When the latest of the triggering findings first arose: from then on the action was due. */
function sinceOf(triggers: readonly Finding[]): number | undefined {
  const starts = triggers.flatMap((finding) => finding.evidence.find((each) => Number.isFinite(each.at))?.at ?? []);
  return starts.length > 0 ? Math.max(...starts) : undefined;
}
