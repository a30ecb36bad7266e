import type { Patient } from '../chart/index.ts';
import { type Convention, hasTwoUnits, isPlausible, toCanonical, unitOfBareNumber } from '../terms/index.ts';
import type { LabStatement, TextMeasurement } from '../text/index.ts';
import type { ReadNote } from './notes.ts';

/** A ratio up to this is written as a fraction of one (FEV1/FVC 0.74), above it as a percentage. */
const MOST_AS_FRACTION = 1.2;
const FRACTIONS: ReadonlySet<string> = new Set(['fev1-fvc', 'lvef', 'transferrin-saturation']);

/** What only a tracing of the heart tells of: there PR is the interval in milliseconds, not the pulse rate. */
const TRACING = /\b(?:E[CK]Gs?|QRS|QTc?|sinus|axis|AV block|AVB|[LR]BBB|T[ -]waves?|ST)\b/i;
const FASTEST_PULSE = 200;

/** Beside these words "sats" is the saturation of transferrin, unless oxygen is named too. */
const IRON = /\b(?:ferritin|iron|TIBC|transferrin|HFE|haemochromatosis|hemochromatosis)\b/i;
const OXYGEN = /\b(?:O2|oxygen|SpO2|SaO2|RA|room air|on air|pulse ox\w*|asleep|overnight|desat\w*)\b/i;

/** The analyte that a number or a word of a note is about, where the name alone misleads; undefined when it is about none. */
export function analyteMeant(
  { note }: ReadNote,
  {
    analyte,
    span,
    sentence,
    value,
  }: Pick<LabStatement | TextMeasurement, 'analyte' | 'span' | 'sentence'> & { value?: number },
): string | undefined {
  const words = note.text.slice(...sentence);
  if (analyte === 'heart-rate' && /^PR\b/.test(note.text.slice(...span))) {
    if ((value ?? 0) >= FASTEST_PULSE || TRACING.test(words) || /\bE[CK]G\b/i.test(note.title)) return undefined;
    return /\bQRS\b|\bQTc?\b/.test(note.text) ? undefined : analyte;
  }
  if (analyte === 'oxygen-saturation' && IRON.test(words) && !OXYGEN.test(words)) return 'transferrin-saturation';
  return analyte;
}

/**
 * A number of a note in the canonical unit of its analyte: a fraction where a percentage is meant is one; undefined where the
 * unit does not fit, could be either of two, or nobody can have the value.
 */
export function valueMeant(
  analyte: string,
  unitOfAnalyte: string,
  { value, unit, range }: Pick<TextMeasurement, 'value' | 'unit' | 'range'>,
  beside: { readonly convention?: Convention | undefined; readonly sex?: Patient['sex'] } = {},
) {
  const isFraction = FRACTIONS.has(analyte) && unit === undefined && value > 0 && value <= MOST_AS_FRACTION;
  const assumed = hasTwoUnits(analyte) ? unitOfBareNumber(analyte, value, { ...beside, range }) : unitOfAnalyte;
  const meant = unit ?? assumed;
  const canonical = meant === undefined ? undefined : toCanonical(analyte, isFraction ? value * 100 : value, meant);
  return canonical && isPlausible(analyte, canonical.value) ? canonical : undefined;
}
