/** findings: from a chart to what is true of the patient. No diagnoses. */
export type { Documented } from './documented.ts';
export * from './finding.ts';
export type { ReadNote } from './notes.ts';
export { type PatientRecord, readRecord } from './record.ts';
