import {
  ANALYTES,
  type AnalyteId,
  analyteOf,
  type Coding,
  isPlausible,
  referenceRange,
  toCanonical,
} from '../terms/index.ts';
import type { EventKind } from './chart.ts';

/** What became of a number and its unit. `given`: a graded analyte (a serology) in a unit of its own, comparable to its own range only. */
export type Measure =
  | { readonly fit: 'canonical' | 'assumed'; readonly value: number; readonly unit: string }
  | { readonly fit: 'given' | 'unit-mismatch' | 'unit-unknown' | 'implausible' };

const known = new Map<string, AnalyteId | undefined>();

/** The analyte that codings and a name stand for. Remembered, as one record asks the same thing hundreds of times. */
export function analyteFor(codings: readonly Coding[], name: string): AnalyteId | undefined {
  let key = name;
  for (const { system, code, display } of codings) key += `\n${system}|${code}|${display ?? ''}`;
  let analyte = known.get(key);
  if (analyte === undefined && !known.has(key)) {
    analyte = analyteOf(codings, name);
    if (known.size < 20_000) known.set(key, analyte);
  }
  return analyte;
}

/**
 * A number in the analyte's canonical unit. `units` are the spellings that the record gives, the UCUM code first: the first in
 * which the value is plausible counts. Without a unit the canonical one is assumed where the value makes sense in it.
 */
export function measure(
  analyte: AnalyteId,
  value: number,
  units: readonly string[],
  codings: readonly Coding[],
  comparator?: string,
): Measure {
  let converts = false;
  for (const unit of units) {
    const canonical = toCanonical(analyte, value, unit, codings);
    if (canonical && canBe(analyte, canonical.value, comparator)) return { fit: 'canonical', ...canonical };
    converts ||= canonical !== undefined;
  }
  if (converts) return { fit: 'implausible' };
  if (ANALYTES.get(analyte)?.result !== 'quantity') return { fit: 'given' };
  if (units.length > 0) return { fit: 'unit-mismatch' };
  const assumed = assumeUnit(analyte, value, codings);
  return assumed ? { fit: 'assumed', ...assumed } : { fit: 'unit-unknown' };
}

/** A limit of detection (`<0.5`) may lie beyond what a person can have. */
function canBe(analyte: AnalyteId, value: number, comparator: string | undefined): boolean {
  const [low = 0, high = 0] = ANALYTES.get(analyte)?.plausible ?? [];
  if (comparator === undefined) return isPlausible(analyte, value);
  return comparator.startsWith('<') ? value <= high && value >= Math.min(low, 0) : value >= low;
}

/** Beyond this many times outside the usual range, a number without a unit may as well be in another unit. An estimate of the project. */
const ASSUMED_WITHIN = 4;

function assumeUnit(analyte: AnalyteId, value: number, codings: readonly Coding[]) {
  const definition = ANALYTES.get(analyte);
  if (!definition || !isPlausible(analyte, value)) return undefined;
  const isAmbiguous =
    definition.molarMass !== undefined || [...definition.conversions.values()].some(({ factor }) => factor !== 1);
  const { low, high } = referenceRange(analyte) ?? {};
  if (isAmbiguous && low !== undefined && value < low / ASSUMED_WITHIN) return undefined;
  if (isAmbiguous && high !== undefined && value > high * ASSUMED_WITHIN) return undefined;
  return toCanonical(analyte, value, definition.unit, codings);
}

/** A bound of a reference range in the canonical unit; undefined when its unit does not fit. */
export function canonicalBound(
  analyte: AnalyteId,
  value: number,
  units: readonly string[],
  codings: readonly Coding[],
): number | undefined {
  for (const unit of units) {
    const canonical = toCanonical(analyte, value, unit, codings);
    if (canonical) return canonical.value;
  }
  return undefined;
}

/** The kind of event that a result of the analyte is. */
export function kindOfAnalyte(analyte: AnalyteId): EventKind {
  const definition = ANALYTES.get(analyte);
  if (definition?.kind === 'lab') return 'lab';
  return definition?.result === 'coded' ? 'social' : 'vital';
}

export function nameOfAnalyte(analyte: AnalyteId): string {
  return ANALYTES.get(analyte)?.name ?? analyte;
}
