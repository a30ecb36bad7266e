import { gaveNoResult, type PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { ANALYTES } from '../terms/index.ts';
import type { Clue } from './clues.ts';
import { analyteName, dayOf, shortResult } from './wording.ts';

/** Id of the clue that tells of results that nobody repeated. */
export const UNREPEATED = 'unrepeated-results';

const DAY = 86_400_000;
/** A result this far beyond its limit, as a ratio to it, is more than a borderline value (estimate). */
const MARKED = 1.2;
/** How long a marked result may stand alone before its repeat is missed (estimate). */
const PATIENCE_DAYS = 120;
/** Results that mean something only on their day, or whose repeat would tell nothing. */
const PASSING = new Set([
  'glucose',
  'triglycerides',
  'cholesterol',
  'ldl',
  'hdl',
  'd-dimer',
  'troponin',
  'lactate',
  'procalcitonin',
  'covid-test',
  'vitamin-d',
  'urine-specific-gravity',
  'urine-ph',
  'urine-rbc',
  'urine-wbc',
  'hcg',
  'crp',
  'fib-4',
  'r-factor',
  'anion-gap',
]);
/** Antibodies and genes: once positive they have said what they say. */
const LASTING = /antibody|^anti-|^an[ac]a?$|^ama$|^trab$|rheumatoid-factor|ttg|hla-|genotype|jak2|bcr-abl/;
const SHOWN = 6;

/** Marked laboratory results that were the last of their kind, so that nobody looked again: told together, most marked first. */
export function unrepeatedOf(record: PatientRecord, knowledge: Knowledge): Clue[] {
  const explained = explainedAnalytes(record, knowledge);
  const alone = [...record.series.values()]
    .flatMap(({ analyte, points }) => {
      const last = points.at(-1);
      const known = ANALYTES.get(analyte);
      if (!last || !known || known.kind !== 'lab' || last.inputs) return [];
      if (PASSING.has(analyte) || LASTING.test(analyte) || explained.has(analyte)) return [];
      const overdueDays = Math.floor((record.asOfAt - last.at) / DAY - PATIENCE_DAYS);
      const beyond = beyondLimit(last);
      return overdueDays < 0 || beyond < MARKED ? [] : [{ last, overdueDays, beyond }];
    })
    .sort((a, b) => b.beyond - a.beyond || (a.last.evidence.text < b.last.evidence.text ? -1 : 1))
    .slice(0, SHOWN);
  const [first] = alone;
  if (!first) return [];
  const results = alone.map(({ last }) => `${shortResult(last.evidence.text)} on ${dayOf(last.time)}`);
  return [
    {
      kind: 'not-acted-on',
      id: UNREPEATED,
      text: `Out of range when last measured, and not repeated since: ${results.join('; ')}.`,
      evidence: alone.map(({ last }) => last.evidence),
      overdueDays: Math.max(...alone.map((each) => each.overdueDays)),
      weight: 0.9 + Math.min(0.3, (first.beyond - MARKED) / 4),
    },
  ];
}

/** Analytes that a condition named in the record moves: their results belong to its care. */
function explainedAnalytes({ documented }: PatientRecord, knowledge: Knowledge): Set<string> {
  const links = documented
    .filter(({ as }) => as !== 'considered')
    .flatMap(({ condition }) => knowledge.conditions.get(condition)?.findings ?? []);
  return new Set(
    links.flatMap(({ finding }) => knowledge.findings.get(finding)?.measures?.map(({ analyte }) => analyte) ?? []),
  );
}

/** Tests that gave no result and were never sent again. */
export function neverResultedOf({ chart, asOfAt }: PatientRecord): Clue[] {
  return chart.events.flatMap((event): Clue[] => {
    const { value, name, at, time = '' } = event;
    if (value?.type !== 'text' || !gaveNoResult(event)) return [];
    const isSame = (other: typeof event) =>
      other.at > at && (other.name === name || (event.analyte !== undefined && other.analyte === event.analyte));
    const overdueDays = Math.floor((asOfAt - at) / DAY - PATIENCE_DAYS);
    if (overdueDays < 0 || chart.events.some(isSame)) return [];
    const said = value.text.replace(/[.\s]+$/, '');
    const text = `${name}: ${said}`;
    return [
      {
        kind: 'not-done',
        id: `no-result-${event.source.id}`,
        text: `No result on ${dayOf(time)} (${event.analyte === undefined ? name : analyteName(event.analyte)}: ${said}), and the test was not sent again.`,
        evidence: [{ source: event.source, time, at, text }],
        overdueDays,
        weight: 1.5,
      },
    ];
  });
}

function beyondLimit({ value, range }: { value: number; range?: { low?: number; high?: number } }): number {
  if (range?.high !== undefined && range.high > 0 && value > range.high) return value / range.high;
  if (range?.low !== undefined && value > 0 && value < range.low) return range.low / value;
  return 1;
}
