/** findings: from a chart to what is true of the patient. No diagnoses. */
export type { Documented } from './documented.ts';
export { type Doing, type DoneTests, doneTestsOf } from './done.ts';
export * from './finding.ts';
export { type Concept, conceptOf, entriesOf, lexiconOf } from './lexicon.ts';
export { type Mentioned, mentionedIn } from './mentioned-in.ts';
export { gaveNoResult } from './no-result.ts';
export { conceptsInName, isCopied, lesionsOf, type ReadNote } from './notes.ts';
export type { PhenotypeCase, PhenotypeFinding } from './phenotypes/case.ts';
export { caseOfLines, casesOf } from './phenotypes/read.ts';
export { quoted } from './quoted.ts';
export { type PatientRecord, readRecord } from './record.ts';
export { type RiskScore, riskScoresOf } from './risk-scores.ts';
export { shownOf } from './shown.ts';
export type { Trend } from './trends.ts';
