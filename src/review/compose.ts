import { type Chart, hideAfter, lastEventDate, type Source, sourceKey } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  type Doing,
  type DoneTests,
  doneTestsOf,
  type PatientRecord,
  readRecord,
  riskScoresOf,
} from '../findings/index.ts';
import type { Knowledge, TestDefinition } from '../knowledge/index.ts';
import {
  type Clue,
  cluesOf,
  differentialOf,
  type Hypothesis,
  nextStepsOf,
  optionsOf,
  overlookedOf,
  priorByModel,
  raisedByCase,
  UNREPEATED,
} from '../reasoning/index.ts';
import { VERSION } from '../version.ts';
import { cite } from './cite.ts';
import { hypothesisStatements } from './hypotheses.ts';
import { limitsOf } from './limits.ts';
import { type ModelOpinion, modelLimitsOf, modelProvenance, modelRisksOf, shiftsOf } from './model.ts';
import type { ClueStatement, Provenance, Review } from './review.ts';
import { risksOf } from './risks.ts';
import { answeredStatements, chosen, optionStatements, referralStatements, stepStatements } from './steps.ts';
import { summaryOf } from './summary.ts';
import { trendStatements } from './trends.ts';
import { workUpStatement } from './work-up.ts';

const SHOWN_CLUES = 18;

export interface ReviewOptions {
  /** Day of the review, YYYY-MM-DD: later events are hidden. The day of the last event by default. */
  readonly asOf?: string;
  /** What a trained model says of the person: early risks, and priors that its history moves. */
  readonly model?: ModelOpinion;
}

/**
 * The whole road: one chart in, one cited review out. Pure: the same chart, knowledge, prior and date give the same review.
 * @throws ProdromeError `as-of-too-early` when nothing in the record is dated on or before `asOf`.
 */
export function reviewOf(chart: Chart, knowledge: Knowledge, options: ReviewOptions = {}): Review {
  const asOf = options.asOf ?? lastEventDate(chart);
  const known = hideAfter(chart, asOf);
  if (hasDates(chart) && !hasDates(known)) throw new ProdromeError('as-of-too-early', { asOf });
  const record = readRecord(known, knowledge, asOf);
  const person = { ...(chart.patient.sex ? { sex: chart.patient.sex } : {}), ageYears: record.ageYears };
  const shifts = shiftsOf(options.model, knowledge);
  const hypotheses = differentialOf(
    [...record.findings.values()],
    record.documented,
    person,
    knowledge,
    priorByModel(shifts),
  );
  const raised = isCase(known) ? raisedByCase(hypotheses) : overlookedOf(hypotheses, record.asOfAt);
  const done = doneTestsOf(record, knowledge);
  const clues = cluesOf(record, raised, hypotheses, done, knowledge);
  const { steps, answered } = nextStepsOf(raised, withoutUnrepeated(done, clues), knowledge, record.asOfAt);
  const patient = chart.patient.source;
  const open = steps.filter(({ test }) => !isComputed(test, record));
  const tests = chosen(open, raised, answered);
  const workUp = workUpStatement(tests, open, raised, patient);
  const review = {
    patient: patientOf(record),
    asOf,
    summary: summaryOf(record, knowledge),
    trends: trendStatements(record),
    clues: clues.slice(0, SHOWN_CLUES).map((clue) => clueStatement(clue, patient)),
    differential: hypothesisStatements(raised, hypotheses, patient, record.ageYears),
    risks: [...risksOf(riskScoresOf(record, knowledge), record), ...modelRisksOf(options.model, patient)],
    nextSteps: [
      ...referralStatements(raised, 'now', patient),
      ...stepStatements(tests, patient),
      ...referralStatements(raised, 'later', patient),
      ...answeredStatements(answered, known.events, patient),
    ],
    ...(workUp ? { workUp } : {}),
    options: optionStatements(optionsOf(raised, record, knowledge), patient),
    limits: [
      ...limitsOf(record, raised, knowledge),
      ...modelLimitsOf(
        options.model,
        shifts,
        raised.map(({ condition }) => condition),
        patient,
      ),
    ],
    issues: record.chart.issues,
  };
  return {
    ...review,
    provenance: { ...provenanceOf(record, raised, review, knowledge), model: modelProvenance(options.model, shifts) },
  };
}

/** Whether the record is one text alone, that tells of a person: a case description, of which a differential is asked. */
function isCase({ patient, notes }: Chart): boolean {
  return patient.source.resourceType === 'DocumentReference' && notes.length === 1;
}

/** Whether anything in the record has a date; a record of nothing but the person, or of undated things, is reviewed as it is. */
function hasDates({ events, notes }: Chart): boolean {
  return [...events, ...notes].some(({ at }) => !Number.isNaN(at));
}

/** What was done, less the results of which a clue says that they should have been repeated: those answer nothing. */
function withoutUnrepeated(done: DoneTests, clues: readonly Clue[]): DoneTests {
  const unrepeated = new Set(
    clues
      .filter(({ id }) => id === UNREPEATED)
      .flatMap(({ evidence }) => evidence.map(({ source }) => sourceKey(source))),
  );
  const isOpen = ({ how, evidence }: Doing) => how === 'result' && unrepeated.has(sourceKey(evidence.source));
  return new Map([...done].map(([test, doings]) => [test, doings.filter((doing) => !isOpen(doing))]));
}

/** Whether the review itself has computed the answer from results that are not old, as a score or a filtration rate. */
function isComputed({ doneBy, repeatDays = 365 }: TestDefinition, { series, asOfAt }: PatientRecord): boolean {
  return (doneBy.analytes ?? []).some((analyte) => {
    const last = series.get(analyte)?.points.at(-1);
    return last?.inputs !== undefined && asOfAt - last.at <= repeatDays * 86_400_000;
  });
}

function patientOf({ chart, ageYears }: PatientRecord): Review['patient'] {
  const { id, name, sex, birthDate } = chart.patient;
  return {
    id,
    ...(name ? { name } : {}),
    ...(sex ? { sex } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(Number.isNaN(ageYears) ? {} : { ageYears: Math.floor(ageYears) }),
  };
}

function clueStatement(clue: Clue, patient: Source): ClueStatement {
  return {
    kind: clue.kind,
    text: clue.text,
    citations: cite(clue.evidence, patient),
    ...(clue.overdueDays !== undefined ? { overdueDays: clue.overdueDays } : {}),
    ...(clue.source ? { knowledge: [clue.source] } : {}),
  };
}

function provenanceOf(
  { chart }: PatientRecord,
  raised: readonly Hypothesis[],
  review: Omit<Review, 'provenance'>,
  knowledge: Knowledge,
): Omit<Provenance, 'model'> {
  const parts = [review.clues, review.differential, review.nextSteps, review.options, review.risks];
  const used = new Set(parts.flat().flatMap((statement) => statement.knowledge ?? []));
  const sources = [...used].sort().flatMap((id): [string, Provenance['sources'][string]][] => {
    const source = knowledge.sources.get(id);
    if (source) {
      const { title, publication, year, status } = source;
      return [[id, { title: `${title}. ${publication}`, year, status }]];
    }
    return id === 'estimate'
      ? [[id, { title: 'Estimate of the authors, without a published figure', status: 'estimate' }]]
      : [];
  });
  const dated = chart.events.filter((event) => event.time !== undefined);
  const [from, to] = [dated[0]?.time?.slice(0, 10), dated.at(-1)?.time?.slice(0, 10)];
  return {
    prodrome: VERSION,
    knowledge: {
      version: knowledge.version,
      conditions: knowledge.conditions.size,
      unreviewed: raised.filter(({ condition }) => condition.reviewed.status !== 'reviewed').length,
    },
    record: {
      events: chart.events.length,
      notes: chart.notes.length,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    },
    sources: Object.fromEntries(sources),
  };
}
