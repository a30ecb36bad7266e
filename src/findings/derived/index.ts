import type { Patient } from '../../chart/index.ts';
import { ANALYTES, type AnalyteId, fromCanonical, referenceRange } from '../../terms/index.ts';
import {
  figure,
  flagAgainst,
  type Point,
  type PointRange,
  type Series,
  type SeriesMap,
  seriesFrom,
  valueText,
} from '../series.ts';
import { DERIVATIONS, type Derivation } from './derivations.ts';

const DAY = 86_400_000;

/**
 * What follows from the results by formula: corrected calcium, globulin, anion gap, eGFR, transferrin saturation, BMI, FIB-4,
 * R factor, kidney failure risk and a few ratios. Where a record reports some of them itself, the series holds those and, for
 * the days without a report, the derived ones; it replaces the series of the same analyte. Points carry their `inputs`.
 */
export function derivedSeries(series: SeriesMap, patient: Patient): SeriesMap {
  const known = new Map(series);
  const derived = new Map<AnalyteId, Series>();
  for (const derivation of DERIVATIONS) {
    const reported = known.get(derivation.analyte)?.points ?? [];
    const days = new Set(reported.filter(({ comparator }) => !comparator).map(dayOf));
    const points = pointsOf(derivation, known, patient).filter((point) => !days.has(dayOf(point)));
    if (points.length === 0) continue;
    const derivedDays = new Set(points.map(dayOf));
    // What was reported as `>60` gives way to what the creatinine of the day says.
    const kept = reported.filter((point) => !point.comparator || !derivedDays.has(dayOf(point)));
    const whole = seriesFrom(derivation.analyte, [...kept, ...points]);
    known.set(derivation.analyte, whole);
    derived.set(derivation.analyte, whole);
  }
  return derived;
}

const dayOf = ({ at }: Point) => Math.floor(at / DAY);

/** One point for each result of the first analyte that has all the others near enough in time. */
function pointsOf(derivation: Derivation, series: SeriesMap, patient: Patient): Point[] {
  const [anchor, ...others] = derivation.from.map((analyte) => series.get(analyte)?.points ?? []);
  return (anchor ?? []).flatMap((point) => {
    const inputs = [
      point,
      ...others.flatMap((points) => nearest(points, point.at, derivation.withinDays(point)) ?? []),
    ];
    return inputs.length === derivation.from.length ? (derivedPoint(derivation, inputs, patient) ?? []) : [];
  });
}

function nearest(points: readonly Point[], at: number, days: number): Point | undefined {
  let best: Point | undefined;
  for (const point of points) {
    const distance = Math.abs(point.at - at);
    if (distance <= days * DAY && (!best || distance < Math.abs(best.at - at))) best = point;
  }
  return best;
}

function derivedPoint(
  { analyte, from, calculate }: Derivation,
  inputs: readonly Point[],
  patient: Patient,
): Point | undefined {
  const [anchor] = inputs;
  // A formula of `<5` would be a number that nobody measured.
  if (!anchor || inputs.some(({ comparator }) => comparator !== undefined)) return undefined;
  const calculated = calculate(inputs, patient);
  if (calculated === undefined || !Number.isFinite(calculated)) return undefined;
  const value = Number(calculated.toPrecision(3));
  const unit = ANALYTES.get(analyte)?.unit ?? '';
  const range: PointRange | undefined =
    analyte === 'corrected-calcium' && anchor.range?.source === 'record'
      ? anchor.range
      : referenceRange(analyte, { sex: patient.sex, ageYears: anchor.ageYears });
  const flag = flagAgainst(value, range);
  const name = ANALYTES.get(analyte)?.name ?? analyte;
  const basis = inputs.map(
    (input, index) => `${ANALYTES.get(from[index] ?? '')?.short ?? ''} ${figure(input.original.value)}`,
  );
  // Told in the unit of what it was calculated from, where it has that: corrected calcium in mmol/L.
  const told = fromCanonical(analyte, value, anchor.original.unit) === undefined ? unit : anchor.original.unit;
  const inTold = (canonical: number | undefined) =>
    canonical === undefined ? undefined : rounded(fromCanonical(analyte, canonical, told) ?? canonical);
  const bounds = range && { low: inTold(range.low), high: inTold(range.high), source: range.source };
  const text = `${valueText(name, figure(inTold(value) ?? value), told, bounds)}, from ${basis.join(', ')}`;
  return {
    at: anchor.at,
    time: anchor.time,
    ...(anchor.ageYears === undefined ? {} : { ageYears: anchor.ageYears }),
    value,
    original: { value, unit },
    ...(range ? { range } : {}),
    ...(flag ? { flag } : {}),
    name,
    ...(anchor.loinc === undefined ? {} : { loinc: anchor.loinc }),
    source: anchor.source,
    inputs: inputs.map(({ source }) => source),
    evidence: { source: anchor.source, time: anchor.time, at: anchor.at, text },
  };
}

const rounded = (value: number): number => Number(value.toPrecision(3));
