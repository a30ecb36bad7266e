import type { Doing, DoneTests, Evidence, Finding, PatientRecord } from '../findings/index.ts';
import type { FollowUpRule, Knowledge } from '../knowledge/index.ts';
import type { Hypothesis } from './hypothesis.ts';
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
  return [
    ...raised.slice(0, FIRST).map(patternClue),
    ...knowledge.followUps.flatMap((rule) => ruleClue(rule, record, done) ?? []),
    ...unkeptOf(record, done, knowledge),
    ...unexplainedOf(record, raised, hypotheses, knowledge),
    ...unrepeatedOf(record, knowledge),
    ...neverResultedOf(record),
    ...unfilledOrdersOf(record),
  ].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** A condition that the record does not name, with what points to it. */
function patternClue(hypothesis: Hypothesis): Clue {
  const { condition, contributions, posterior } = hypothesis;
  const pointing = contributions.filter((each) => each.logOdds > 0.2);
  const names = pointing.slice(0, 5).map((each) => lowerFirst(each.name));
  const asked = hypothesis.considered ? ' A note asks the question; nothing in the record answers it.' : '';
  return {
    kind: 'pattern',
    id: condition.id,
    text: `Consider ${inSentence(condition.name)}: ${listed(names)} are together consistent with it.${asked}`,
    evidence: pointing.flatMap((each) => each.evidence),
    weight: 2 + posterior + (condition.mustNotMiss ? 0.5 : 0),
  };
}

/** A result for which guidance expects an action that the record does not show in time. */
function ruleClue(rule: FollowUpRule, record: PatientRecord, done: DoneTests): Clue | undefined {
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
  const due = dueOf(rule, since, triggers, doings, record.asOfAt);
  if (due === undefined || due > record.asOfAt) return undefined;
  const overdueDays = Math.floor((record.asOfAt - due) / DAY);
  return {
    kind: 'not-acted-on',
    id: rule.id,
    text: `${rule.name}. ${rule.says} Nothing in the record shows that this was done.`,
    evidence: triggers.flatMap((finding) => finding.evidence),
    overdueDays,
    source: rule.source,
    weight: 1.5 + Math.min(0.4, overdueDays / 3650),
  };
}

/**
 * When the expected action fell due, in milliseconds; undefined when it was taken. The result that raised the question does not
 * answer it. What must be done again and again falls due anew after each time.
 */
function dueOf(
  { withinDays, everyDays }: FollowUpRule,
  since: number,
  triggers: readonly Finding[],
  doings: readonly Doing[],
  asOf: number,
): number | undefined {
  const raising = new Set(
    triggers.flatMap(({ evidence }) => evidence.filter(({ at }) => at <= since).map(({ source }) => source.id)),
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
  const cited = new Set(evidence.map(({ source }) => source.id));
  return (
    evidence.some(({ at }) => asOfAt - at < YEAR_AND_A_HALF) ||
    chart.events.some(
      ({ kind, status, endAt, source }) =>
        kind === 'medication' && cited.has(source.id) && (endAt === undefined ? status === 'active' : endAt >= asOfAt),
    )
  );
}

/** When the latest of the triggering findings first arose: from then on the action was due. */
function sinceOf(triggers: readonly Finding[]): number | undefined {
  const starts = triggers.flatMap((finding) => finding.evidence.find((each) => Number.isFinite(each.at))?.at ?? []);
  return starts.length > 0 ? Math.max(...starts) : undefined;
}

/** Repeated abnormal results that no documented or raised condition explains. */
function unexplainedOf(
  record: PatientRecord,
  raised: readonly Hypothesis[],
  hypotheses: readonly Hypothesis[],
  knowledge: Knowledge,
): Clue[] {
  const explained = new Set<string>();
  for (const { condition, documented, contributions } of hypotheses) {
    const isRaised = raised.some((each) => each.condition === condition);
    if (!documented && !isRaised) continue;
    for (const link of condition.findings) explained.add(link.finding);
    for (const each of contributions) explained.add(each.finding);
  }
  const told = new Set<string>();
  return [...record.findings.values()]
    .filter((finding) => isMarked(finding) && !explained.has(finding.concept) && !isUsual(finding, knowledge))
    .sort((a, b) => b.strength - a.strength)
    .flatMap((finding): Clue[] => {
      const analyte = knowledge.findings.get(finding.concept)?.measures?.[0]?.analyte;
      if (analyte === undefined || told.has(analyte)) return [];
      told.add(analyte);
      const count = finding.evidence.length;
      return [
        {
          kind: 'unexplained',
          id: finding.concept,
          text: `${finding.name}, ${count} times between ${year(finding.onset)} and ${year(finding.last)}: no condition in the record explains it.`,
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

/** Names of people, places, organisms and proteins with which a name may begin: they keep their capital. */
const PROPER =
  /^(Addison|Alzheimer|Babinski|Barrett|Behçet|Crohn|Cushing|Dupuytren|Gilbert|Graves|Hashimoto|Heberden|Helicobacter|Hepatitis [A-E]\b|Hodgkin|Howell|Kayser|Klinefelter|Lewy|Lyme|Paget|Parkinson\b|Raynaud|Sjögren|Still\b|Takayasu|Whipple|Wilson)/;

/** A name inside a sentence: `Low ferritin` → `low ferritin`; `TSH high`, `IgA low` and `Addison disease` stay. */
export function lowerFirst(name: string): string {
  const isWord = /^[A-Z][a-zéöü]+(?![A-Za-z])/.test(name);
  return isWord && !PROPER.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A condition's name inside a sentence. */
export function inSentence(name: string): string {
  return lowerFirst(name);
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
