import type { AnalyteId, AnalyteSex } from './analyte.ts';
import { ANALYTES } from './catalogue.ts';
import { type Coding, SYSTEM } from './coding.ts';
import { conversionOf } from './units.ts';

interface CanonicalQuantity {
  readonly value: number;
  readonly unit: string;
}

/**
 * A value in the analyte's canonical UCUM unit; undefined when the analyte is unknown or the unit does not measure it.
 * The codings matter for the few LOINC codes that measure another form of the analyte in the same unit
 * (urea mg/dL is 0.467 of urea nitrogen mg/dL; a D-dimer in DDU is half of one in FEU).
 */
export function toCanonical(
  analyte: AnalyteId,
  value: number,
  unit: string,
  codings: readonly Coding[] = [],
): CanonicalQuantity | undefined {
  const known = ANALYTES.get(analyte);
  const conversion = known && conversionOf(known, unit);
  if (!known || !conversion) return undefined;
  const converted = value * conversion.factor + conversion.offset;
  return { value: clean(converted * formFactor(known.loincFactor, codings)), unit: known.unit };
}

/** The value of a canonical quantity in another unit (that of the record, to show it as it was written); undefined as above. */
export function fromCanonical(
  analyte: AnalyteId,
  value: number,
  unit: string,
  codings: readonly Coding[] = [],
): number | undefined {
  const known = ANALYTES.get(analyte);
  const conversion = known && conversionOf(known, unit);
  if (!known || !conversion) return undefined;
  return clean((value / formFactor(known.loincFactor, codings) - conversion.offset) / conversion.factor);
}

function formFactor(factors: ReadonlyMap<string, number>, codings: readonly Coding[]): number {
  if (factors.size === 0) return 1;
  for (const { system, code } of codings) {
    const factor = system === SYSTEM.loinc ? factors.get(code) : undefined;
    if (factor !== undefined) return factor;
  }
  return 1;
}

/** Without the digits that only binary arithmetic put there: 115 g/L is 11.5 g/dL, not 11.500000000000002. */
function clean(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/** Whether a person can have this value (canonical unit): false means an error of entry or of unit rather than illness. */
export function isPlausible(analyte: AnalyteId, value: number): boolean {
  const known = ANALYTES.get(analyte);
  if (!Number.isFinite(value)) return false;
  return !known || (value >= known.plausible[0] && value <= known.plausible[1]);
}

interface WhoIsMeasured {
  readonly sex?: AnalyteSex | undefined;
  readonly ageYears?: number | undefined;
}

/**
 * The usual reference interval in the canonical unit, for when the record gives none. An unknown age is taken for an
 * adult's; for an unknown sex the interval covers both. `source` is an id of `TERM_SOURCES`. Pregnancy is not considered.
 */
export function referenceRange(
  analyte: AnalyteId,
  { sex, ageYears = 40 }: WhoIsMeasured = {},
): { low?: number; high?: number; source: string } | undefined {
  const known = ANALYTES.get(analyte);
  const ofAge = known?.ranges.filter(({ from = 0, to = Infinity }) => ageYears >= from && ageYears < to) ?? [];
  const own = ofAge.filter((range) => !range.sex || !sex || range.sex === sex);
  const first = own[0];
  if (!known || !first) return undefined;
  const source = known.rangeSource;
  if (sex || !first.sex) return interval(first.low, first.high, source);
  const other = own.find((range) => range.sex !== first.sex) ?? first;
  const low = first.low === undefined || other.low === undefined ? undefined : Math.min(first.low, other.low);
  const high = first.high === undefined || other.high === undefined ? undefined : Math.max(first.high, other.high);
  return interval(low, high, source);
}

function interval(low: number | undefined, high: number | undefined, source: string) {
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), source };
}
