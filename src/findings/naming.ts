import type { Chart, ChartEvent } from '../chart/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { type CodeIndex, codeIndexOf, idsOfCodings, isDoubtful } from './coded.ts';
import type { Documented } from './documented.ts';
import type { Evidence } from './finding.ts';
import { conceptOf } from './lexicon.ts';
import { evidenceOf } from './mentioned.ts';
import { conceptsInName, isCopied, type ReadNote } from './notes.ts';

const indexes = new WeakMap<Knowledge, CodeIndex>();

/** Names of problem lists that speak of a disease which the person does not have for that. */
const NEAR = /\b(exposure to|contact with|vaccinat|immuni[sz]ation|prophyla)/i;

/** Conditions of the shelf that a Condition resource names, by code or by words. */
export function conditionsNamedBy(event: ChartEvent, knowledge: Knowledge): string[] {
  const index = indexes.get(knowledge) ?? codeIndexOf(knowledge.conditions.values());
  indexes.set(knowledge, index);
  const mentions = NEAR.test(event.name) ? [] : conceptsInName(event.name, knowledge);
  const named = mentions
    .filter((mention) => mention.assertion === 'present' && mention.experiencer === 'patient')
    .map((mention) => conceptOf(mention.concept))
    .filter((concept) => concept.kind === 'condition')
    .map((concept) => concept.id);
  return [...new Set([...idsOfCodings(event.codings, index), ...named])];
}

/** Every condition of the shelf that the record itself names: coded, stated in a note, or only asked. */
export function documentedOf(chart: Chart, notes: readonly ReadNote[], knowledge: Knowledge): Documented[] {
  const coded = codedConditions(chart, knowledge);
  const noted = notedConditions(notes, knowledge);
  const named = new Set([...coded.keys(), ...noted.stated.keys()]);
  const all: Documented[] = [
    ...[...coded].map(([condition, { active, evidence }]) => documented(condition, 'coded', active, evidence)),
    ...[...noted.stated]
      .filter(([condition]) => !coded.has(condition))
      .map(([condition, evidence]) => documented(condition, 'noted', true, evidence)),
    ...[...noted.asked]
      .filter(([condition]) => !named.has(condition))
      .map(([condition, evidence]) => documented(condition, 'considered', true, evidence)),
  ];
  return [...all, ...broaderOf(all, knowledge)];
}

/** A documented condition documents the more general ones that the shelf holds. */
function broaderOf(all: readonly Documented[], knowledge: Knowledge): Documented[] {
  const have = new Set(all.filter((each) => each.as !== 'considered').map((each) => each.condition));
  return all
    .filter((each) => each.as !== 'considered')
    .flatMap((each) =>
      (knowledge.conditions.get(each.condition)?.broader ?? [])
        .filter((id) => !have.has(id))
        .map((id) => ({ ...each, condition: id })),
    );
}

function codedConditions(chart: Chart, knowledge: Knowledge) {
  const coded = new Map<string, { active: boolean; evidence: Evidence[] }>();
  for (const event of chart.events) {
    if (event.kind !== 'condition' || event.verification === 'refuted' || isDoubtful(event)) continue;
    for (const id of conditionsNamedBy(event, knowledge)) {
      const entry = coded.get(id) ?? { active: false, evidence: [] };
      entry.active ||= event.status === 'active' || event.status === 'recurrence' || event.status === 'relapse';
      entry.evidence.push({
        source: event.source,
        ...(event.time ? { time: event.time } : {}),
        at: event.at,
        text: event.name,
      });
      coded.set(id, entry);
    }
  }
  return coded;
}

/** Sections in which a clinician states what the patient has. */
const STATING_SECTIONS: ReadonlySet<string> = new Set([
  'history',
  'past-medical-history',
  'past-surgical-history',
  'problem-list',
  'assessment-plan',
  'impression',
]);

/**
 * What notes state and what they only ask. A condition that must not be missed is not taken as known from one word in passing
 * ("asked about bladder ca"): it takes a section that states, a time that is told with it ("diagnosed 14 years ago"), or a second note.
 */
function notedConditions(notes: readonly ReadNote[], knowledge: Knowledge) {
  const stated = new Map<string, Evidence[]>();
  const asked = new Map<string, Evidence[]>();
  const firm = new Set<string>();
  for (const read of notes) {
    for (const mention of read.reading.mentions) {
      const { kind, id } = conceptOf(mention.concept);
      if (kind !== 'condition' || !knowledge.conditions.has(id) || mention.experiencer !== 'patient') continue;
      const isQuestion =
        mention.assertion === 'possible' || (read.note.kind !== 'note' && mention.section === 'indication');
      const place = isQuestion ? asked : mention.assertion === 'present' ? stated : undefined;
      if (!place || isCopied(read, mention.span)) continue;
      const known = place.get(id) ?? [];
      if (STATING_SECTIONS.has(mention.section ?? '') || mention.temporality !== 'current') firm.add(id);
      place.set(id, [...known, evidenceOf(read, mention)]);
    }
  }
  for (const [id, evidence] of stated) {
    const isSerious = knowledge.conditions.get(id)?.mustNotMiss !== undefined;
    const notesThatSay = new Set(evidence.map(({ source }) => source.id)).size;
    if (!isSerious || firm.has(id) || notesThatSay > 1) continue;
    stated.delete(id);
    asked.set(id, [...(asked.get(id) ?? []), ...evidence]);
  }
  return { stated, asked };
}

function documented(
  condition: string,
  as: Documented['as'],
  active: boolean,
  evidence: readonly Evidence[],
): Documented {
  const since = evidence.find((each) => each.time !== undefined)?.time;
  return { condition, as, active, ...(since ? { since } : {}), evidence };
}
