import type { AnalyteId } from './analyte.ts';
import type { Ordinal } from './ordinal.ts';

/**
 * Lower limits in mg/dL of trace, 1+, 2+, 3+ and 4+ as the common strips print them
 * (Siemens Multistix colour chart; strips of other makers differ by a step).
 */
const STEPS: Readonly<Record<AnalyteId, readonly number[]>> = {
  'urine-protein': [15, 30, 100, 300, 2000],
  'urine-glucose': [100, 250, 500, 1000, 2000],
  'urine-ketones': [5, 15, 40, 80, 160],
};
const GRADES: readonly Ordinal[] = ['trace', '1+', '2+', '3+', '4+'];

/** The grade of a dipstick result that was reported as a concentration in mg/dL; undefined for other analytes. */
export function gradeOfConcentration(analyte: AnalyteId, value: number): Ordinal | undefined {
  const steps = STEPS[analyte];
  if (!steps) return undefined;
  const step = steps.findLastIndex((limit) => value >= limit);
  return GRADES[step] ?? 'negative';
}
