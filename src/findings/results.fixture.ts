import type { Chart, ChartEvent, Patient, Sex } from '../chart/index.ts';
import { ANALYTES, type AnalyteId, SYSTEM } from '../terms/index.ts';

/** A result for tests: analyte, date, value in the canonical unit, and what else differs. */
export type GivenResult = readonly [analyte: AnalyteId, date: string, value: number, more?: Partial<ChartEvent>];

/** A chart of nothing but results. */
export function chartOfResults(
  results: readonly GivenResult[],
  { birthDate = '1970-01-01', sex = 'female' as Sex } = {},
): Chart {
  const patient: Patient = { id: 'p', sex, birthDate, source: { resourceType: 'Patient', id: 'p' } };
  const events = results.map(([analyte, date, value, more], index): ChartEvent => {
    const definition = ANALYTES.get(analyte);
    const unit = definition?.unit ?? '';
    return {
      kind: 'lab',
      time: date,
      at: Date.parse(date),
      codings: [{ system: SYSTEM.loinc, code: definition?.loinc[0] ?? '' }],
      name: definition?.name ?? analyte,
      analyte,
      value: { type: 'quantity', value, unit, original: { value, unit } },
      source: { resourceType: 'Observation', id: String(index) },
      ...more,
    };
  });
  return { patient, events: events.sort((a, b) => a.at - b.at), notes: [], issues: [] };
}
