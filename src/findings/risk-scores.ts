import type { Knowledge } from '../knowledge/index.ts';
import { preventAscvd10y } from './derived/cardiovascular.ts';
import type { Evidence } from './finding.ts';
import type { PatientRecord } from './record.ts';
import type { Point } from './series.ts';

/** A published score of this person, with the results that it was calculated from. */
export interface RiskScore {
  readonly id: 'kfre-2y' | 'kfre-5y' | 'prevent-ascvd-10y' | 'fib-4';
  /** A probability, 0 to 1, or for an index its own value. */
  readonly value: number;
  readonly horizonYears?: number;
  readonly evidence: readonly Evidence[];
}

const DAY = 86_400_000;
/** A result older than this no longer describes the person for a score (estimate). */
const RECENT = 3 * 365 * DAY;
const MEDICATION = {
  pressure: /pril\b|sartan\b|dipine\b|thiazide|chlortalidone|chlorthalidone|indapamide|olol\b/i,
  statin: /statin\b/i,
};

/** Every published risk that the record has the inputs for, each from results of the last three years. */
export function riskScoresOf(record: PatientRecord, knowledge: Knowledge): RiskScore[] {
  return [...kidneyFailure(record), ...cardiovascular(record, knowledge), ...fibrosis(record)];
}

function latest(record: PatientRecord, analyte: string): Point | undefined {
  const point = record.series.get(analyte)?.points.at(-1);
  return point && record.asOfAt - point.at <= RECENT ? point : undefined;
}

function kidneyFailure(record: PatientRecord): RiskScore[] {
  return (['kfre-2y', 'kfre-5y'] as const).flatMap((id) => {
    const point = latest(record, id);
    const horizonYears = id === 'kfre-2y' ? 2 : 5;
    return point ? [{ id, value: point.value / 100, horizonYears, evidence: inputsOf(point) }] : [];
  });
}

function fibrosis(record: PatientRecord): RiskScore[] {
  const point = latest(record, 'fib-4');
  return point ? [{ id: 'fib-4', value: point.value, evidence: inputsOf(point) }] : [];
}

/** PREVENT, for people without known cardiovascular disease whose smoking the record tells. */
function cardiovascular(record: PatientRecord, knowledge: Knowledge): RiskScore[] {
  const { chart, ageYears, findings } = record;
  const { sex } = chart.patient;
  const [cholesterol, hdl, systolic, egfr] = ['cholesterol', 'hdl', 'systolic-bp', 'egfr'].map((id) =>
    latest(record, id),
  );
  if (!sex || !cholesterol || !hdl || !systolic || !egfr) return [];
  const has = (id: string) => findings.get(id)?.presence === 'present';
  if (['known-coronary-disease', 'known-stroke', 'known-heart-failure'].some(has)) return [];
  if (!['smoking-current', 'smoking-ever', 'never-smoked'].some(has)) return [];
  const running = chart.events.filter((event) => event.kind === 'medication' && event.status === 'active');
  const value = preventAscvd10y({
    ageYears,
    sex,
    cholesterol: cholesterol.value,
    hdl: hdl.value,
    systolic: systolic.value,
    egfr: egfr.value,
    hasDiabetes: record.documented.some(
      ({ condition, as }) =>
        as !== 'considered' &&
        /diabetes-mellitus|type-[12]-diabetes/.test(condition) &&
        knowledge.conditions.has(condition),
    ),
    smokes: has('smoking-current') && !has('never-smoked'),
    isOnBloodPressureDrug: running.some((event) => MEDICATION.pressure.test(event.name)),
    isOnStatin: running.some((event) => MEDICATION.statin.test(event.name)),
  });
  const evidence = [cholesterol, hdl, systolic, egfr].map((point) => point.evidence);
  return value === undefined ? [] : [{ id: 'prevent-ascvd-10y', value, horizonYears: 10, evidence }];
}

/** The point's own evidence, and the results behind it. */
function inputsOf(point: Point): Evidence[] {
  const inputs = point.inputs ?? [];
  return [
    point.evidence,
    ...inputs.map((source) => ({ source, time: point.time, at: point.at, text: point.evidence.text })),
  ];
}
