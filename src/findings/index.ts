/** findings: from a chart to what is true of the patient. No diagnoses. */
export * from './finding.ts';
