import { type ChartEvent, type Source, sourceKey } from '../chart/index.ts';
import type { Finding, PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { listed, lowerFirst } from '../reasoning/index.ts';
import { citeSources } from './cite.ts';
import { isCircumstance, isRoutine, pastText, problemName } from './past.ts';
import type { SummaryStatement } from './review.ts';
import { drugName, drugsByProblem, isRunning } from './treated.ts';
import { ageText, monthOf, monthSpan, plural } from './words.ts';

type Part = (record: PatientRecord, knowledge: Knowledge) => SummaryStatement[];

/** The history in a few cited lines: who, which problems since when, which medicines, what else bears on care. */
export function summaryOf(record: PatientRecord, knowledge: Knowledge): SummaryStatement[] {
  const parts: Part[] = [person, problems, past, medications, allergies, procedures, family, social];
  return parts.flatMap((part) => part(record, knowledge));
}

const person: Part = (record) => {
  const { chart, ageYears } = record;
  const { patient, events, notes } = chart;
  const age = ageText(ageYears, patient.birthDate, record.asOf);
  const first = events.find((event) => event.time !== undefined);
  const span = first?.time ? monthSpan(first.time, record.asOf) : 'no dated event';
  const text = `${patient.sex ?? 'sex unknown'}, ${age}; record of ${plural(events.length, 'event')} and ${plural(notes.length, 'document')}, ${span}.`;
  return [state('person', text.charAt(0).toUpperCase() + text.slice(1), [patient.source], patient.source)];
};

const ONGOING = new Set(['active', 'recurrence', 'relapse']);

const problems: Part = (record, knowledge) => {
  const treated = drugsByProblem(record, knowledge);
  return byName(conditionsOf(record).filter(isOngoing))
    .sort((a, b) => latestOf(b) - latestOf(a))
    .map((group) => {
      const [first] = group;
      const again = group.length > 1 ? ` (recorded ${group.length} times)` : '';
      const doubt = first.verification && first.verification !== 'confirmed' ? `, ${first.verification}` : '';
      const drugs = group.flatMap((event) => treated.get(sourceKey(event.source)) ?? []);
      const on = drugs.length > 0 ? `, on ${listed([...new Set(drugs.map(drugName))])}` : '';
      return state(
        'problems',
        `${problemName(first.name)}${since(first)}${again}${doubt}${on}.`,
        [...sourcesOf(group), ...drugs.map((event) => event.source)],
        first.source,
      );
    });
};

/** Resolved problems: what recurred or mattered by name, the rest as a number. */
const past: Part = (record) => {
  const groups = byName(conditionsOf(record).filter((event) => !isOngoing(event) && event.verification !== 'refuted'));
  const [first] = groups;
  return first ? [state('past', pastText(groups), groups.flatMap(sourcesOf), first[0].source)] : [];
};

const conditionsOf = ({ chart }: PatientRecord): ChartEvent[] =>
  chart.events.filter((event) => event.kind === 'condition' && !isCircumstance(event));

const medications: Part = ({ chart, asOfAt }) => {
  const running = chart.events.filter((event) => event.kind === 'medication' && isRunning(event, asOfAt));
  const groups = grouped(running, drugName);
  const [first] = groups;
  if (!first) return [];
  const names = groups.map((group) => {
    const newest = group.at(-1) ?? group[0];
    const dose = newest.name === group[0].name ? '' : `, this dose since ${monthOf(newest.time)}`;
    const began = group[0].time === undefined ? '' : ` (since ${monthOf(group[0].time)}${dose})`;
    return `${newest.name}${newest.detail ? `, ${lowerFirst(newest.detail)}` : ''}${began}`;
  });
  return [state('medications', `Takes ${names.join('; ')}.`, groups.flatMap(sourcesOf), first[0].source)];
};

const allergies: Part = ({ chart }) => {
  const groups = byName(chart.events.filter((event) => event.kind === 'allergy'));
  const [first] = groups;
  if (!first) return [];
  const names = groups.map(([event]) => {
    const name = lowerFirst(
      event.name.replace(/^allergy to (substance )?/i, '').replace(/ \((substance|finding)\)$/i, ''),
    );
    return `${name}${event.detail ? ` (${lowerFirst(event.detail)})` : ''}`;
  });
  return [state('allergies', `Allergies: ${listed(names)}.`, groups.flatMap(sourcesOf), first[0].source)];
};

const procedures: Part = ({ chart }) => {
  const groups = byName(chart.events.filter((event) => event.kind === 'procedure' && !isRoutine(event)));
  const [first] = groups;
  if (!first) return [];
  const shown = groups.slice(-8);
  const names = shown.map((group) => {
    const times = group.length > 1 ? `${group.length} times, last ` : '';
    return `${problemName(group[0].name)} (${times}${monthOf(group.at(-1)?.time)})`;
  });
  return [state('procedures', `Procedures: ${listed(names)}.`, shown.flatMap(sourcesOf), first[0].source)];
};

const family: Part = ({ findings }) => {
  const present = [...findings.values()].filter(
    ({ concept, presence }) => presence === 'present' && /^family-/.test(concept),
  );
  return fromFindings(present, 'family', (names) => `Family: ${listed(names)}.`);
};

/** Which smoking status says more than which. */
const LESS: Readonly<Record<string, string>> = { 'smoking-current': 'smoking-ever' };

/** Of younger children it goes without saying that they do not smoke or drink, in years. */
const ASKED_FROM = 12;

const social: Part = ({ findings, ageYears }) => {
  if (ageYears < ASKED_FROM) return [];
  const present = [...findings.values()].filter(
    ({ concept, presence }) => presence === 'present' && /smok|alcohol/.test(concept),
  );
  const told = present.filter(({ concept }) => !present.some((other) => LESS[other.concept] === concept));
  const isUnclear =
    told.some(({ concept }) => concept === 'smoking-never') &&
    told.some(({ concept }) => /^smoking-(ever|current)$/.test(concept));
  return fromFindings(
    told,
    'social',
    (names) => `Social: ${listed(names)}${isUnclear ? ' (the record says both)' : ''}.`,
  );
};

function fromFindings(
  present: readonly Finding[],
  about: SummaryStatement['about'],
  says: (names: string[]) => string,
): SummaryStatement[] {
  const sources = present.flatMap((finding) => finding.evidence.map((each) => each.source));
  const [first] = sources;
  if (!first) return [];
  const names = present.map(({ name }) =>
    lowerFirst(
      name
        .replace(/^(.*) early in the family$/i, (_, what: string) => `early ${lowerFirst(what)}`)
        .replace(/^Family history of | in the family$/gi, ''),
    ),
  );
  return [state(about, says(names), sources, first)];
}

function isOngoing(event: ChartEvent): boolean {
  if (event.verification === 'refuted') return false;
  return event.status === undefined ? event.endAt === undefined : ONGOING.has(event.status);
}

type Group = [ChartEvent, ...ChartEvent[]];

/** Events of one name together, in order of first appearance. */
const byName = (events: readonly ChartEvent[]): Group[] =>
  grouped(events, ({ name }) => problemName(name).toLowerCase());

function grouped(events: readonly ChartEvent[], keyOf: (event: ChartEvent) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}

/** Since when, where the record says. */
const since = ({ time }: ChartEvent): string => (time === undefined ? '' : ` since ${monthOf(time)}`);

const latestOf = (group: Group): number => group.at(-1)?.at ?? 0;
const sourcesOf = (group: Group): Source[] => group.map((event) => event.source);

function state(
  about: SummaryStatement['about'],
  text: string,
  sources: readonly Source[],
  otherwise: Source,
): SummaryStatement {
  return { about, text, citations: citeSources(sources, otherwise) };
}
