import type { AnalyteId } from './analyte.ts';
import { ANALYTES } from './catalogue.ts';

/** z of a two-sided 95 % change; 1.645 is its one-sided counterpart, 2.58 the two-sided 99 %. */
const TWO_SIDED_95 = 1.96;

/**
 * Reference change value: the fraction by which a result must rise, or fall, from the one before to be more than
 * analytical and within-subject biological variation, at the given z (two-sided 95 % unless told). Log-normal, hence
 * asymmetric: sigma = sqrt(ln(CVa^2 + CVi^2 + 1)), rise = exp(z sqrt2 sigma) - 1, fall = 1 - exp(-z sqrt2 sigma).
 * A rise of 0.2 is +20 %; a fall of 0.2 is -20 %. Undefined for analytes without known variation.
 *
 * Fokkema MR et al. Reference change values for brain natriuretic peptides revisited. Clin Chem 2006;52:1602-1603.
 */
export function referenceChangeValue(
  analyte: AnalyteId,
  z: number = TWO_SIDED_95,
): { readonly rise: number; readonly fall: number } | undefined {
  const sigma = logSpread(analyte);
  if (sigma === undefined) return undefined;
  const step = z * Math.SQRT2 * sigma;
  return { rise: Math.exp(step) - 1, fall: 1 - Math.exp(-step) };
}

/** Standard deviation of the natural logarithm of repeated results of one healthy person: analytical and within-subject. */
export function logSpread(analyte: AnalyteId): number | undefined {
  const variation = ANALYTES.get(analyte)?.variation;
  return variation && Math.sqrt(Math.log(variation.cva ** 2 + variation.cvi ** 2 + 1));
}
