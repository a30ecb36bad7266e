import type { ChartEvent, Source } from '../chart/index.ts';
import type { Finding, PatientRecord } from '../findings/index.ts';
import { listed } from '../reasoning/index.ts';
import { citeSources } from './cite.ts';
import type { SummaryStatement } from './review.ts';
import { monthOf, plural } from './words.ts';

type Part = (record: PatientRecord) => SummaryStatement[];

/** The history in a few cited lines: who, which problems since when, which medicines, what else bears on care. */
export function summaryOf(record: PatientRecord): SummaryStatement[] {
  const parts: Part[] = [person, problems, past, medications, allergies, procedures, family, social];
  return parts.flatMap((part) => part(record));
}

const person: Part = (record) => {
  const { chart, ageYears } = record;
  const { patient, events, notes } = chart;
  const age = Number.isNaN(ageYears) ? 'age unknown' : `${Math.floor(ageYears)} years`;
  const first = events.find((event) => event.time !== undefined);
  const span = first ? `${monthOf(first.time)} to ${monthOf(record.asOf)}` : 'no dated event';
  const text = `${patient.sex ?? 'sex unknown'}, ${age}; record of ${plural(events.length, 'event')} and ${plural(notes.length, 'document')}, ${span}.`;
  return [state('person', text.charAt(0).toUpperCase() + text.slice(1), [patient.source], patient.source)];
};

const ONGOING = new Set(['active', 'recurrence', 'relapse']);

const problems: Part = ({ chart }) =>
  byName(chart.events.filter((event) => event.kind === 'condition' && isOngoing(event)))
    .sort((a, b) => latestOf(b) - latestOf(a))
    .map((group) => {
      const [first] = group;
      const again = group.length > 1 ? ` (recorded ${group.length} times)` : '';
      const doubt = first.verification && first.verification !== 'confirmed' ? `, ${first.verification}` : '';
      return state(
        'problems',
        `${first.name} since ${monthOf(first.time)}${again}${doubt}.`,
        sourcesOf(group),
        first.source,
      );
    });

/** Resolved problems: what recurred or mattered by name, the rest in one line. */
const past: Part = ({ chart }) => {
  const groups = byName(chart.events.filter((event) => event.kind === 'condition' && !isOngoing(event)));
  const [first] = groups;
  if (!first) return [];
  const names = groups.map(([event, ...more]) => {
    const times = more.length > 0 ? ` ×${more.length + 1}` : '';
    return `${event.name}${times} (${monthOf(event.time)})`;
  });
  return [state('past', `Resolved: ${listed(names)}.`, groups.flatMap(sourcesOf), first[0].source)];
};

const medications: Part = ({ chart, asOfAt }) => {
  const running = chart.events.filter((event) => event.kind === 'medication' && isRunning(event, asOfAt));
  const groups = byName(running);
  const [first] = groups;
  if (!first) return [];
  const names = groups.map((group) => {
    const newest = group.at(-1) ?? group[0];
    return `${newest.name}${newest.detail ? `, ${newest.detail}` : ''} (since ${monthOf(group[0].time)})`;
  });
  return [state('medications', `Takes ${names.join('; ')}.`, groups.flatMap(sourcesOf), first[0].source)];
};

const allergies: Part = ({ chart }) => {
  const groups = byName(chart.events.filter((event) => event.kind === 'allergy'));
  const [first] = groups;
  if (!first) return [];
  const names = groups.map(([event]) => `${event.name}${event.detail ? ` (${event.detail})` : ''}`);
  return [state('allergies', `Allergies: ${listed(names)}.`, groups.flatMap(sourcesOf), first[0].source)];
};

const procedures: Part = ({ chart }) => {
  const groups = byName(chart.events.filter((event) => event.kind === 'procedure'));
  const [first] = groups;
  if (!first) return [];
  const shown = groups.slice(-8);
  const names = shown.map((group) => {
    const times = group.length > 1 ? `${group.length} times, last ` : '';
    return `${group[0].name} (${times}${monthOf(group.at(-1)?.time)})`;
  });
  return [state('procedures', `Procedures: ${listed(names)}.`, shown.flatMap(sourcesOf), first[0].source)];
};

const family: Part = ({ findings }) => fromFindings([...findings.values()], 'family', /^family-/, 'Family: ');
const social: Part = ({ findings }) => fromFindings([...findings.values()], 'social', /smok|alcohol/, 'Social: ');

function fromFindings(
  findings: readonly Finding[],
  about: SummaryStatement['about'],
  ids: RegExp,
  lead: string,
): SummaryStatement[] {
  const present = findings.filter((finding) => finding.presence === 'present' && ids.test(finding.concept));
  const sources = present.flatMap((finding) => finding.evidence.map((each) => each.source));
  const [first] = sources;
  if (!first) return [];
  const names = present.map((finding) => finding.name.replace(/^Family history of /i, ''));
  return [state(about, `${lead}${listed(names)}.`, sources, first)];
}

function isOngoing(event: ChartEvent): boolean {
  if (event.verification === 'refuted') return false;
  return event.status === undefined ? event.endAt === undefined : ONGOING.has(event.status);
}

/** A prescription runs when it is active, has not ended, and was written in the last two years. */
function isRunning(event: ChartEvent, asOfAt: number): boolean {
  const twoYears = 2 * 365.25 * 86_400_000;
  if (event.endAt !== undefined) return event.endAt > asOfAt;
  return event.status === 'active' || (event.status === undefined && asOfAt - event.at < twoYears);
}

type Group = [ChartEvent, ...ChartEvent[]];

/** Events of one name together, in order of first appearance. */
function byName(events: readonly ChartEvent[]): Group[] {
  const groups = new Map<string, Group>();
  for (const event of events) {
    const key = event.name.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}

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
