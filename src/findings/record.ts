import type { Chart } from '../chart/index.ts';
import type { FindingDefinition, Knowledge } from '../knowledge/index.ts';
import { ordinalOf } from '../terms/index.ts';
import { armPressureClaims } from './arm-pressures.ts';
import { type Claim, findingOf } from './claims.ts';
import { codedClaim, findingCodes, idsOfCodings, STATING } from './coded.ts';
import { withComposed } from './composed.ts';
import { derivedSeries } from './derived/index.ts';
import type { Documented } from './documented.ts';
import { drugClaim, exposuresOf } from './drugs.ts';
import type { Finding } from './finding.ts';
import { alcoholClaims } from './habits/alcohol.ts';
import { settleSmoking } from './habits/smoking.ts';
import { kidneyInjuryClaims } from './kidney-injury-told.ts';
import { lesionClaims } from './lesion-claims.ts';
import { conceptOf } from './lexicon.ts';
import { prolongedFever } from './long-fever.ts';
import { measuredClaims } from './measured.ts';
import { mentionedClaims, relativeIndexOf } from './mentioned.ts';
import { documentedOf } from './naming.ts';
import { conceptsInName, type ReadNote, readNotes } from './notes.ts';
import { type PatternResult, patternsOf } from './patterns/index.ts';
import { postureClaims } from './posture.ts';
import { resistantHypertension } from './pressure-drugs.ts';
import { resultsOf } from './results.ts';
import { type SeriesMap, seriesOf } from './series.ts';
import { sizeClaims } from './sizes.ts';
import { skinClaims } from './skin-claims.ts';
import { type Trend, trendsOf } from './trends.ts';
import { weightClaims } from './weight.ts';

/** A chart as understood at a date: what is true of the patient, how sure, since when, and what the record names. */
export interface PatientRecord {
  readonly chart: Chart;
  /** Day of the review, YYYY-MM-DD, and the end of that day in milliseconds. */
  readonly asOf: string;
  readonly asOfAt: number;
  readonly ageYears: number;
  readonly series: SeriesMap;
  readonly trends: readonly Trend[];
  readonly patterns: readonly PatternResult[];
  readonly notes: readonly ReadNote[];
  readonly findings: ReadonlyMap<string, Finding>;
  readonly documented: readonly Documented[];
}

const YEAR = 365.25 * 86_400_000;

/** Reads a chart (already cut at the as-of date by `hideAfter`) with the knowledge's words and rules. Pure. */
export function readRecord(chart: Chart, knowledge: Knowledge, asOf: string): PatientRecord {
  const asOfAt = Date.parse(`${asOf}T23:59:59.999Z`);
  const birth = Date.parse(chart.patient.birthDate ?? '');
  const measured = seriesOf(chart);
  const series = new Map([...measured, ...derivedSeries(measured, chart.patient)]);
  const trends = trendsOf(series);
  const patterns = patternsOf(series, chart);
  const notes = readNotes(chart, knowledge);
  const record = { chart, asOf, asOfAt, series, trends, patterns, notes };
  const claims = claimsOf(record, knowledge);
  const found = new Map<string, Finding>();
  for (const [id, list] of claims) {
    const definition = knowledge.findings.get(id);
    const finding = definition && findingOf(definition, list, asOfAt);
    if (finding) found.set(id, finding);
  }
  return {
    ...record,
    ageYears: Number.isNaN(birth) ? Number.NaN : (asOfAt - birth) / YEAR,
    findings: withComposed(found, knowledge),
    documented: documentedOf(chart, notes, knowledge),
  };
}

type Parts = Pick<PatientRecord, 'chart' | 'asOfAt' | 'series' | 'trends' | 'patterns' | 'notes'>;

/** Everything that any part of the record claims, by finding. */
function claimsOf(record: Parts, knowledge: Knowledge): Map<string, Claim[]> {
  const { chart, asOfAt, trends, patterns, notes } = record;
  const claims = mentionedClaims(notes, knowledge);
  const add = (id: string, ...more: Claim[]) => {
    const known = claims.get(id);
    if (known) for (const claim of more) known.push(claim);
    else if (more.length > 0) claims.set(id, more);
  };
  for (const { finding, claim } of weightClaims(notes, record.series)) add(finding, claim);
  for (const { finding, claim } of [...sizeClaims(notes), ...lesionClaims(notes), ...skinClaims(notes, knowledge)]) {
    const isKnown = claims.get(finding)?.some(({ evidence }) => evidence.text === claim.evidence.text) ?? false;
    if (!isKnown) add(finding, claim);
  }
  add('orthostatic-hypotension', ...postureClaims(chart, notes));
  add('limb-bp-difference', ...armPressureClaims(notes));
  add('acute-kidney-injury-episode', ...kidneyInjuryClaims(notes));
  for (const { finding, claim } of alcoholClaims(notes, chart.patient.sex)) add(finding, claim);
  const results = resultsOf(record.series, chart, notes);
  for (const definition of computedOnes(knowledge)) {
    add(definition.id, ...measuredClaims(definition, results, asOfAt, chart.patient.sex));
    add(definition.id, ...trendClaims(definition, trends), ...patternClaims(definition, patterns));
  }
  add('resistant-hypertension', ...resistantHypertension(chart, results, asOfAt));
  const hasLostWeight = claims.get('weight-loss')?.some(({ says }) => says === 'present') ?? false;
  add('prolonged-fever', ...prolongedFever(results, hasLostWeight));
  const relatives = relativeIndexOf(knowledge);
  for (const event of chart.events) {
    if (event.kind === 'medication') {
      for (const id of exposuresOf(event, knowledge)) add(id, drugClaim(event, asOfAt));
    } else if (event.kind === 'family') {
      for (const mention of conceptsInName(event.name, knowledge)) {
        if (mention.assertion !== 'present') continue;
        for (const id of relatives.get(conceptOf(mention.concept).id) ?? []) add(id, codedClaim(event, asOfAt));
      }
    } else if (event.kind === 'lab') {
      for (const [id, claim] of toldByResult(event, asOfAt, knowledge)) add(id, claim);
    } else if (STATING.has(event.kind)) {
      for (const id of statedBy(event, knowledge)) add(id, codedClaim(event, asOfAt));
    }
  }
  settleSmoking(claims, notes, asOfAt);
  return claims;
}

const computed = new WeakMap<Knowledge, readonly FindingDefinition[]>();

/** The findings that results, trends or patterns may show; picked once for each shelf. */
function computedOnes(knowledge: Knowledge): readonly FindingDefinition[] {
  const known =
    computed.get(knowledge) ??
    [...knowledge.findings.values()].filter(({ measures, trends, pattern }) => measures || trends || pattern);
  computed.set(knowledge, known);
  return known;
}

/** Findings that an event states by its codes or its name. An allergy to a drug is a reason not to take it, not an exposure. */
function statedBy(event: Chart['events'][number], knowledge: Knowledge): Set<string> {
  const ids = new Set(idsOfCodings(event.codings, findingCodes(knowledge)));
  for (const mention of conceptsInName(wordsOf(event), knowledge)) {
    const concept = conceptOf(mention.concept);
    if (concept.kind === 'finding' && mention.assertion === 'present' && mention.experiencer === 'patient') {
      ids.add(concept.id);
    }
  }
  if (event.kind !== 'allergy') return ids;
  return new Set([...ids].filter((id) => knowledge.findings.get(id)?.kind !== 'exposure'));
}

/**
 * Results that are sentences (a blood film, a culture, a comment) are read like a note; a graded answer (`Urine blood test = negative`)
 * is a result of its analyte, and its words name what was looked for, not what was found.
 */
function toldByResult(event: Chart['events'][number], asOf: number, knowledge: Knowledge): [string, Claim][] {
  const { value } = event;
  if (value?.type !== 'text' || !/\w\s+\w/.test(value.text)) return [];
  if (event.analyte !== undefined && ordinalOf(value.text, value.codings) !== undefined) return [];
  return conceptsInName(value.text, knowledge).flatMap(({ concept, assertion, experiencer }): [string, Claim][] => {
    const { kind, id } = conceptOf(concept);
    if (kind !== 'finding' || experiencer !== 'patient') return [];
    if (assertion === 'hypothetical' || assertion === 'conditional') return [];
    return [[id, { ...codedClaim(event, asOf), says: assertion, certainty: 0.85, kind: 'mentioned' }]];
  });
}

/** What an event says in words: an answer rather than its question (`Tobacco smoking status`: `Never smoker`). */
function wordsOf({ name, detail, value }: Chart['events'][number]): string {
  if (value?.type === 'text') return value.text;
  return detail ? `${name}. ${detail}` : name;
}

function trendClaims(definition: FindingDefinition, trends: readonly Trend[]): Claim[] {
  return trends
    .filter((trend) =>
      definition.trends?.some((rule) => rule.analyte === trend.analyte && rule.direction === trend.direction),
    )
    .flatMap((trend) =>
      trend.evidence.map(
        (evidence): Claim => ({
          says: 'present',
          certainty: trend.kind === 'rcv' ? 0.9 : 0.8,
          kind: 'trend',
          strength: trend.strength,
          evidence,
        }),
      ),
    );
}

function patternClaims(definition: FindingDefinition, patterns: readonly PatternResult[]): Claim[] {
  return patterns
    .filter((pattern) => pattern.id === definition.pattern)
    .flatMap((pattern) =>
      pattern.evidence.map(
        (evidence): Claim => ({
          says: pattern.presence,
          certainty: pattern.certainty,
          kind: 'pattern',
          strength: 1,
          evidence,
        }),
      ),
    );
}
